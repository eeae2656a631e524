"""A partnership is made from facts or from a case, and only when nothing is wrong with them."""

import copy
import datetime
import pickle
from fractions import Fraction

import attrs
import pytest

from building import small_ruleset
from samenwerkadvies import InvalidFactsError, Partnership, UsageError, Vocabulary
from samenwerkadvies.known import Checked
from samenwerkadvies.partnership import perceived

DAY = datetime.date(2026, 3, 1)


@pytest.fixture(scope="module")
def vocabulary(tmp_path_factory: pytest.TempPathFactory) -> Vocabulary:
    return small_ruleset(tmp_path_factory.mktemp("regels"), veilig="veilig = ja").vocabulary


def refused(case: dict[object, object], vocabulary: Vocabulary, **given: object) -> list[tuple[str, str]]:
    with pytest.raises(InvalidFactsError) as caught:
        Partnership.from_case(case, vocabulary, **given)
    return [(problem.code, problem.place) for problem in caught.value.problems]


def test_facts_make_a_partnership(vocabulary: Vocabulary) -> None:
    facts = {"mensen": 3, "steun": {"gemeente": 4}, "start": None}
    made = Partnership.from_facts(facts, vocabulary, reference_date="2026-03-01", name="Noord")
    assert made == Partnership(DAY, Checked({"mensen": 3, "steun": {"gemeente": 4}}), "Noord")


def test_an_answer_is_asked_with_the_party_that_gave_it(vocabulary: Vocabulary) -> None:
    facts = {"mensen": 3, "steun": {"gemeente": 4}}
    made = Partnership.from_facts(facts, vocabulary, reference_date=DAY)
    assert made.answer("mensen") == 3
    assert made.answer("steun", "gemeente") == 4
    assert made.answer("steun", "migrantenorganisatie") is None
    assert made.answer("steun") is None
    assert made.answer("veilig") is None
    assert made.slots() == {("mensen", None), ("steun", "gemeente")}


def test_a_mapping_that_changes_later_does_not_change_the_partnership(vocabulary: Vocabulary) -> None:
    steun = {"gemeente": 4}
    facts = {"steun": steun}
    made = Partnership.from_facts(facts, vocabulary, reference_date=DAY)
    steun["gemeente"] = 1
    facts["mensen"] = 3
    assert made.answers == {"steun": {"gemeente": 4}}


@pytest.mark.parametrize("date", ["1 maart 2026", "", 20260301, datetime.datetime(2026, 3, 1)])  # noqa: DTZ001 - a moment is no date
def test_a_reference_date_that_is_no_date_is_told_with_the_facts(vocabulary: Vocabulary, date: object) -> None:
    with pytest.raises(InvalidFactsError) as caught:
        Partnership.from_facts({"mensen": "3"}, vocabulary, reference_date=date)
    assert [problem.code for problem in caught.value.problems] == ["FEIT02", "CASUS04"]


def test_a_case_makes_a_partnership(vocabulary: Vocabulary) -> None:
    case = {"naam": "Noord", "peildatum": "2026-03-01", "feiten": {"mensen": 3}, "toelichting": "Uit een gesprek."}
    assert Partnership.from_case(case, vocabulary) == Partnership(DAY, Checked({"mensen": 3}), "Noord")


def test_a_case_needs_no_name_and_no_answers(vocabulary: Vocabulary) -> None:
    assert Partnership.from_case({"peildatum": DAY, "feiten": None}, vocabulary) == Partnership(DAY)


def test_a_given_reference_date_comes_before_that_of_the_case(vocabulary: Vocabulary) -> None:
    case = {"peildatum": "2020-01-01", "feiten": {}}
    assert Partnership.from_case(case, vocabulary, reference_date=DAY).reference_date == DAY


def test_a_given_reference_date_makes_one_in_the_case_needless(vocabulary: Vocabulary) -> None:
    assert Partnership.from_case({"feiten": {}}, vocabulary, reference_date="2026-03-01").reference_date == DAY


def test_a_given_reference_date_must_be_a_date(vocabulary: Vocabulary) -> None:
    assert refused({"peildatum": "2026-03-01", "feiten": {}}, vocabulary, reference_date="morgen") == [
        ("CASUS04", "peildatum")
    ]


@pytest.mark.parametrize(
    ("case", "problems"),
    [
        ({"feiten": {}}, [("CASUS05", "peildatum")]),
        ({"feiten": {}, "peildatum": None}, [("CASUS05", "peildatum")]),
        ({"feiten": {}, "peildatum": "morgen"}, [("CASUS04", "peildatum")]),
        ({"peildatum": DAY}, [("CASUS03", "")]),
        ({"peildatum": DAY, "feiten": []}, [("CASUS02", "feiten")]),
        ({"peildatum": DAY, "feiten": 3}, [("CASUS02", "feiten")]),
        ({"peildatum": DAY, "feiten": {}, "naam": 3}, [("CASUS02", "naam")]),
        ({"peildatum": DAY, "feiten": {}, "nam": "x"}, [("CASUS01", "nam")]),
        ({"peildatum": DAY, "feiten": {}, 3: "x"}, [("CASUS01", "3")]),
    ],
)
def test_a_case_of_the_wrong_form_is_refused(
    vocabulary: Vocabulary, case: dict[object, object], problems: list[tuple[str, str]]
) -> None:
    assert refused(case, vocabulary) == problems


def test_an_empty_case_is_refused(vocabulary: Vocabulary) -> None:
    assert ("CASUS03", "") in refused({}, vocabulary)


def test_a_missing_reference_date_is_told_together_with_wrong_facts(vocabulary: Vocabulary) -> None:
    assert [code for code, _ in refused({"feiten": {"mensen": "3"}}, vocabulary)] == ["FEIT02", "CASUS05"]


def test_everything_that_is_wrong_with_a_case_is_told_at_once(vocabulary: Vocabulary) -> None:
    case = {"naam": 3, "peildatum": "morgen", "feiten": {"mensen": "3", "onzin": 1}, "datum": "x"}
    codes = sorted(code for code, _ in refused(case, vocabulary))
    assert codes == ["CASUS01", "CASUS02", "CASUS04", "FEIT01", "FEIT02"]


def test_an_average_is_exact_and_needs_all_its_parts(vocabulary: Vocabulary) -> None:
    facts = {"steun": {"gemeente": 4, "migrantenorganisatie": 2}, "moed": {"gemeente": 1}}
    made = Partnership.from_facts(facts, vocabulary, reference_date=DAY)
    assert perceived("band", "gemeente", made, vocabulary) == Fraction(5, 2)
    assert perceived("band", "migrantenorganisatie", made, vocabulary) is None
    assert perceived("steun", "migrantenorganisatie", made, vocabulary) == 2


def test_answers_that_were_not_checked_make_no_partnership(vocabulary: Vocabulary) -> None:
    made = Partnership.from_facts({"mensen": 3}, vocabulary, reference_date=DAY)
    with pytest.raises(UsageError, match="unchecked answers: make a Partnership with from_facts or from_case"):
        Partnership(DAY, {"mensen": -3})
    with pytest.raises(UsageError, match="unchecked respondents"):
        attrs.evolve(made, respondents={"gemeente": ({"steun": 9},)})
    with pytest.raises(InvalidFactsError, match="CASUS08"):
        attrs.evolve(made, name="a\nb")
    with pytest.raises(TypeError, match="reference_date"):
        attrs.evolve(made, reference_date="2026-03-01")


def test_a_partnership_can_be_evolved_copied_pickled_and_hashed(vocabulary: Vocabulary) -> None:
    made = Partnership.from_case(
        {"peildatum": DAY, "feiten": {"mensen": 3}, "respondenten": {"gemeente": [{"steun": 4}]}}, vocabulary
    )
    for again in (attrs.evolve(made), copy.deepcopy(made), copy.copy(made), pickle.loads(pickle.dumps(made))):
        assert again == made
        assert hash(again) == hash(made)
    assert attrs.evolve(made, name="Zuid").name == "Zuid"


def test_nobody_changes_the_answers_of_a_partnership(vocabulary: Vocabulary) -> None:
    made = Partnership.from_facts({"mensen": 3, "steun": {"gemeente": 4}}, vocabulary, reference_date=DAY)
    with pytest.raises(TypeError, match="never changes"):
        made.answers["mensen"] = 4  # type: ignore[index]
    with pytest.raises(TypeError, match="never changes"):
        made.answers["steun"]["gemeente"] = 1  # type: ignore[index]
    with pytest.raises(TypeError, match="never changes"):
        made.answers.update(mensen=4)  # type: ignore[attr-defined]


def test_a_partnership_is_shown_in_short(vocabulary: Vocabulary) -> None:
    made = Partnership.from_facts({"mensen": 3}, vocabulary, reference_date=DAY, name="Noord")
    assert repr(made) == "<Partnership 'Noord' at 2026-03-01: 1 facts>"


@pytest.mark.parametrize("day", [datetime.date.min, datetime.date(1899, 12, 31), datetime.date(2201, 1, 1)])
def test_no_partnership_has_a_reference_date_outside_of_the_bounds(day: datetime.date) -> None:
    with pytest.raises(InvalidFactsError) as error:
        Partnership(day)
    assert [str(problem.message) for problem in error.value.problems] == [
        f"'{day}' valt buiten de jaren 1900 tot en met 2200"
    ]
