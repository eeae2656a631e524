"""The interview: one question at a time, as a value."""

import datetime
from pathlib import Path

import pytest

from building import small_ruleset
from samenwerkadvies import Adviser, Inquiry, InvalidFactsError, Partnership, UsageError
from samenwerkadvies.partnership import Checked
from samenwerkadvies.vocabulary import Kind

DATE = "2026-01-31"
EMPTY: dict[str, object] = {"naam": "Proef", "peildatum": DATE, "feiten": {}}


@pytest.fixture
def adviser(tmp_path: Path) -> Adviser:
    return Adviser(
        small_ruleset(
            tmp_path,
            een="laagste(steun) <= 2 en veilig = nee",
            twee="procent >= 80",
            drie="vorm = geen en evaluatie = nooit",
        )
    )


def asked(inquiry: Inquiry) -> list[tuple[str, str | None]]:
    return [(found.fact, found.party) for found in inquiry.open_questions]


def test_each_party_is_asked_in_turn_and_what_both_answer_comes_last(adviser: Adviser) -> None:
    inquiry = Inquiry.start(adviser, EMPTY)
    assert asked(inquiry) == [
        ("procent", "gemeente"),
        ("steun", "gemeente"),
        ("steun", "migrantenorganisatie"),
        ("veilig", None),
        ("vorm", None),
        ("evaluatie", None),
    ]
    only = Inquiry.start(adviser, EMPTY, parties=("migrantenorganisatie",))
    assert asked(only) == [("steun", "migrantenorganisatie")]


def test_a_question_has_all_that_a_form_needs(adviser: Adviser) -> None:
    question = Inquiry.start(adviser, EMPTY).next()
    assert question is not None
    assert (question.fact, question.party, question.kind, question.unit) == (
        "procent",
        "gemeente",
        Kind.COUNT,
        "procent",
    )
    assert (question.lowest, question.highest, question.could_decide) == (0, 100, ("twee",))
    together = Inquiry.start(adviser, {**EMPTY, "feiten": {"veilig": True}}, parties=(None,))
    question = together.next()
    assert question is not None
    assert question.options == (("geen", "geen"), ("mondeling", "mondeling"), ("papier", "op papier"))
    score = Inquiry.start(adviser, EMPTY, parties=("migrantenorganisatie",)).next()
    assert score is not None
    assert (score.lowest, score.highest, score.text) == (1, 5, "Hoe is de steun?")


def test_answers_lead_to_advice_and_questions_that_no_longer_matter_are_skipped(adviser: Adviser) -> None:
    inquiry = Inquiry.start(adviser, EMPTY)
    answers = {"procent": 90, "steun": 1, "veilig": False, "vorm": "papier"}
    told = []
    while (question := inquiry.next()) is not None:
        told.append(question.fact)
        inquiry = inquiry.answer(question, answers[question.fact])
    assert told == ["procent", "steun", "veilig", "vorm"]
    assert inquiry.assessment.findings == ("een", "twee")
    assert inquiry.assessment.open_questions == ()


def test_what_nobody_knows_is_not_asked_again_and_can_be_kept(adviser: Adviser) -> None:
    inquiry = Inquiry.start(adviser, {**EMPTY, "toelichting": "van Fatma"})
    for _ in range(2):
        question = inquiry.next()
        assert question is not None
        inquiry = inquiry.answer(question, None)
    case = inquiry.to_case()
    assert case == {
        "naam": "Proef",
        "peildatum": DATE,
        "feiten": {"procent": "onbekend", "steun": {"gemeente": "onbekend"}},
        "toelichting": "van Fatma",
    }
    resumed = Inquiry.start(adviser, case)
    assert asked(resumed) == asked(inquiry)
    assert resumed.to_case() == case


def test_going_back_asks_the_same_question_again(adviser: Adviser) -> None:
    inquiry = Inquiry.start(adviser, EMPTY)
    first = inquiry.next()
    assert first is not None
    second = inquiry.answer(first, 90)
    again = second.back()
    assert again.next() == first
    assert again.partnership == inquiry.partnership
    changed = again.answer(first, 10)
    assert changed.assessment.findings == ()
    assert changed.asked == (("procent", None),)
    skipped = inquiry.answer(first, None).back()
    assert skipped.not_known == frozenset()
    with pytest.raises(UsageError, match="first question"):
        inquiry.back()


def test_an_answer_that_does_not_fit_changes_nothing(adviser: Adviser) -> None:
    inquiry = Inquiry.start(adviser, EMPTY)
    question = inquiry.next()
    assert question is not None
    with pytest.raises(InvalidFactsError, match="FEIT03"):
        inquiry.answer(question, 101)
    assert inquiry.next() == question


def test_an_interview_starts_from_a_partnership_too(adviser: Adviser) -> None:
    inquiry = Inquiry.start(adviser, Partnership(datetime.date(2026, 1, 31), Checked({"procent": 3})))
    assert inquiry.next() is not None
    assert inquiry.to_case() == {"peildatum": DATE, "feiten": {"procent": 3}}


def test_a_whole_interview_over_the_shipped_rules_ends(shipped: object) -> None:
    inquiry = Inquiry.start(Adviser(engine="reference"), EMPTY)
    count = 0
    while (question := inquiry.next()) is not None:
        match question.kind:
            case Kind.YES_NO:
                answer: object = count % 2 == 0
            case Kind.CHOICE:
                answer = question.options[0][0]
            case Kind.DATE:
                answer = "nooit" if question.may_be_never else DATE
            case _:
                answer = 2
        inquiry, count = inquiry.answer(question, answer), count + 1
    assert inquiry.assessment.undecided == ()
    assert count < 82
