"""The interview: one question at a time, as a value."""

import datetime
from pathlib import Path

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from building import scanned_ruleset, small_ruleset
from samenwerkadvies import Adviser, Interview, InvalidFactsError, Partnership, Question, UsageError
from samenwerkadvies.advising import OpenQuestion
from samenwerkadvies.known import Checked
from samenwerkadvies.vocabulary import Kind, Slot
from tried import tried

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


def asked(interview: Interview) -> list[tuple[str, str | None]]:
    return [(found.fact, found.party) for found in interview.open_questions]


def test_each_party_is_asked_in_turn_and_what_both_answer_comes_last(adviser: Adviser) -> None:
    interview = Interview.start(adviser, EMPTY)
    assert asked(interview) == [
        ("procent", "gemeente"),
        ("steun", "gemeente"),
        ("steun", "migrantenorganisatie"),
        ("veilig", None),
        ("vorm", None),
        ("evaluatie", None),
    ]
    only = Interview.start(adviser, EMPTY, parties=("migrantenorganisatie",))
    assert asked(only) == [("steun", "migrantenorganisatie")]


def test_a_question_has_all_that_a_form_needs(adviser: Adviser) -> None:
    question = Interview.start(adviser, EMPTY).next()
    assert question is not None
    assert (question.fact, question.party, question.kind, question.unit) == (
        "procent",
        "gemeente",
        Kind.COUNT,
        "procent",
    )
    assert (question.lowest, question.highest, question.could_decide) == (0, 100, ("twee",))
    together = Interview.start(adviser, {**EMPTY, "feiten": {"veilig": True}}, parties=(None,))
    question = together.next()
    assert question is not None
    assert question.options == (("geen", "geen"), ("mondeling", "mondeling"), ("papier", "op papier"))
    score = Interview.start(adviser, EMPTY, parties=("migrantenorganisatie",)).next()
    assert score is not None
    assert (score.lowest, score.highest, score.text) == (1, 5, "Hoe is de steun?")


def test_answers_lead_to_advice_and_questions_that_no_longer_matter_are_skipped(adviser: Adviser) -> None:
    interview = Interview.start(adviser, EMPTY)
    answers = {"procent": 90, "steun": 1, "veilig": False, "vorm": "papier"}
    told = []
    while (question := interview.next()) is not None:
        told.append(question.fact)
        interview = interview.answer(question, answers[question.fact])
    assert told == ["procent", "steun", "veilig", "vorm"]
    assert interview.assessment.findings == ("een", "twee")
    assert interview.open_questions == ()


def test_what_nobody_knows_is_not_asked_again_and_can_be_kept(adviser: Adviser) -> None:
    interview = Interview.start(adviser, {**EMPTY, "toelichting": "van Fatma"})
    for _ in range(2):
        question = interview.next()
        assert question is not None
        interview = interview.answer(question, None)
    case = interview.to_case()
    assert case == {
        "naam": "Proef",
        "peildatum": DATE,
        "feiten": {"procent": "onbekend", "steun": {"gemeente": "onbekend"}},
        "toelichting": "van Fatma",
    }
    resumed = Interview.start(adviser, case)
    assert asked(resumed) == asked(interview)
    assert resumed.to_case() == case


def test_going_back_asks_the_same_question_again(adviser: Adviser) -> None:
    interview = Interview.start(adviser, EMPTY)
    first = interview.next()
    assert first is not None
    second = interview.answer(first, 90)
    again = second.back()
    assert again.next() == first
    assert again.partnership == interview.partnership
    changed = again.answer(first, 10)
    assert changed.assessment.findings == ()
    assert changed.asked == (("procent", None),)
    skipped = interview.answer(first, None).back()
    assert skipped.not_known == frozenset()
    with pytest.raises(UsageError, match="first question"):
        interview.back()


def test_an_answer_that_does_not_fit_changes_nothing(adviser: Adviser) -> None:
    interview = Interview.start(adviser, EMPTY)
    question = interview.next()
    assert question is not None
    with pytest.raises(InvalidFactsError, match="FEIT03"):
        interview.answer(question, 101)
    assert interview.next() == question


def test_an_interview_starts_from_a_partnership_too(adviser: Adviser) -> None:
    interview = Interview.start(adviser, Partnership(datetime.date(2026, 1, 31), Checked({"procent": 3})))
    assert interview.next() is not None
    assert interview.to_case() == {"peildatum": DATE, "feiten": {"procent": 3}}


def test_a_whole_interview_over_the_shipped_rules_ends(shipped: object) -> None:
    interview = Interview.start(Adviser(engine="reference"), EMPTY)
    count = 0
    while (question := interview.next()) is not None:
        match question.kind:
            case Kind.YES_NO:
                answer: object = count % 2 == 0
            case Kind.CHOICE:
                answer = question.options[0][0]
            case Kind.DATE:
                answer = "nooit" if question.may_be_never else DATE
            case _:
                answer = 2
        interview, count = interview.answer(question, answer), count + 1
    assert interview.assessment.undecided == ()
    assert count < 82


# --- the quick scan ---

NAMES = ("geld", "tijd", "plek")
SCAN = [(f"scan_{name}", party) for party in ("gemeente", "migrantenorganisatie") for name in NAMES]


@pytest.fixture(scope="module")
def quick_adviser(tmp_path_factory: pytest.TempPathFactory) -> Adviser:
    return Adviser(scanned_ruleset(tmp_path_factory.mktemp("regels")), "reference")


def go_on(interview: Interview, answers: dict[Slot, object]) -> tuple[Interview, list[Slot]]:
    """Answer what is asked, with None for what has no answer here; return what was asked as well."""
    told: list[Slot] = []
    while (question := interview.next()) is not None:
        slot = slot_of(interview, question)
        told.append(slot)
        interview = interview.answer(question, answers.get(slot))
    return interview, told


def slot_of(interview: Interview, question: Question | OpenQuestion) -> Slot:
    is_perception = interview.adviser.ruleset.vocabulary.facts[question.fact].is_perception
    return question.fact, question.party if is_perception else None


def test_a_quick_interview_asks_the_first_looks_of_each_party_in_the_order_of_the_conditions(
    quick_adviser: Adviser,
) -> None:
    interview = Interview.start(quick_adviser, EMPTY, quick=True)
    assert asked(interview) == SCAN
    other = Interview.start(quick_adviser, EMPTY, quick=True, parties=("migrantenorganisatie", "gemeente"))
    assert asked(other) == [*SCAN[3:], *SCAN[:3]]
    assert asked(Interview.start(quick_adviser, EMPTY, quick=True, parties=(None,))) == []
    assert Interview.start(quick_adviser, EMPTY).first_looks == ()


def test_where_nothing_pinches_a_quick_interview_ends_after_the_first_looks(quick_adviser: Adviser) -> None:
    interview, told = go_on(Interview.start(quick_adviser, EMPTY, quick=True), dict.fromkeys(SCAN, 4))
    assert told == SCAN
    assert attrs.evolve(interview, quick=False).open_questions != ()


def test_after_the_first_looks_a_quick_interview_asks_only_about_where_it_pinches(quick_adviser: Adviser) -> None:
    answers: dict[Slot, object] = {**dict.fromkeys(SCAN, 4), ("scan_tijd", "migrantenorganisatie"): 2}
    _, told = go_on(Interview.start(quick_adviser, EMPTY, quick=True), answers)
    assert told == [*SCAN, ("tijd_hier", None), ("tijd_daar", None), ("begin", None)]


def test_a_finding_that_comes_to_light_opens_its_condition_too(quick_adviser: Adviser) -> None:
    case = {**EMPTY, "feiten": {"plek_hier": False, "plek_daar": False}}
    _, told = go_on(Interview.start(quick_adviser, case, quick=True), {**dict.fromkeys(SCAN, 3)})
    assert told == [*SCAN, ("begin", None)]


def test_a_first_look_that_decides_nothing_any_more_is_still_asked(quick_adviser: Adviser) -> None:
    case = {**EMPTY, "feiten": {"scan_geld": {"gemeente": 1}, "geld_hier": True}}
    interview = Interview.start(quick_adviser, case, quick=True, parties=("migrantenorganisatie",))
    assert asked(interview) == SCAN[3:]
    question = interview.next()
    assert question is not None
    assert (question.text, question.could_decide) == ("Hoe gaat het met geld?", ())
    assert interview.first_looks[0].condition == 1


def test_rules_without_first_looks_have_no_quick_interview(adviser: Adviser) -> None:
    with pytest.raises(UsageError, match=r"has no quick scan.*wijkt_voor: voorwaarde"):
        Interview.start(adviser, EMPTY, quick=True)


def test_a_quick_interview_goes_back_and_starts_from_a_partnership(quick_adviser: Adviser) -> None:
    interview = Interview.start(quick_adviser, quick_adviser.partnership(EMPTY), quick=True)
    for _ in SCAN:
        question = interview.next()
        assert question is not None
        interview = interview.answer(question, 5)
    assert (interview.first_looks, interview.next()) == ((), None)
    assert interview.back().next() == question


SCORES = st.sampled_from([None, 1, 2, 3, 4, 5])
CHOICES = st.sampled_from([None, True, False])
SLOTS: dict[Slot, st.SearchStrategy[object]] = {
    **dict.fromkeys(SCAN, SCORES),
    **{(f"{name}_{where}", None): CHOICES for name in NAMES for where in ("hier", "daar")},
    ("begin", None): CHOICES,
}


@tried(0.6)
@given(
    answers=st.fixed_dictionaries(SLOTS),
    before=st.sets(st.sampled_from(sorted(SLOTS, key=str))),
    parties=st.permutations(["gemeente", "migrantenorganisatie", None]),
    stop=st.integers(0, 15),
)
def test_a_quick_interview_asks_first_looks_first_and_nothing_twice_and_goes_on_where_it_was(
    quick_adviser: Adviser, answers: dict[Slot, object], before: set[Slot], parties: list[str | None], stop: int
) -> None:
    known = {slot: answers[slot] for slot in before if answers[slot] is not None}
    facts = {fact: answer for (fact, party), answer in known.items() if party is None}
    for (fact, party), answer in known.items():
        if party is not None:
            facts[fact] = {**facts.get(fact, {}), party: answer}
    interview = Interview.start(quick_adviser, {**EMPTY, "feiten": facts}, quick=True, parties=parties)
    told: list[Slot] = []
    while (question := interview.next()) is not None:
        if len(told) == stop:
            interview = Interview.start(quick_adviser, interview.to_case(), quick=True, parties=parties)
            assert interview.next() == question
        slot = slot_of(interview, question)
        worth = {slot_of(interview, found) for found in attrs.evolve(interview, quick=False).open_questions}
        assert slot in (SCAN if interview.first_looks else worth)
        told.append(slot)
        interview = interview.answer(question, answers[slot])
    looks = [slot for slot in told if slot in SCAN]
    assert told[: len(looks)] == looks
    assert set(looks) == set(SCAN) - set(known)
    assert len(told) == len(set(told))
    assert set(told).isdisjoint(known)
