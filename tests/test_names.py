"""Names: what is shown in advice, in reports and on a terminal says what it says, on one line."""

import datetime

import pytest

from building import small_ruleset
from samenwerkadvies import InvalidFactsError, Partnership, Vocabulary
from samenwerkadvies.names import is_fit, name_problem

UNFIT = {
    "an escape": "\x1b[2J\x1b]0;pwn\x07",
    "a line end": "Zorg\n\nBEGIN HIERMEE",
    "a lone carriage return": "a\rb",
    "a tab": "a\tb",
    "no sign at all": "a\x00",
    "a control sign of Latin-1": "a\x9bm",
    "a line separator": "a\u2028b",
    "an override of direction": "a\u202egpj.exe",
    "an isolate": "a\u2066b",
    "half a character": "\ud800",
    "no character": "\uffff",
    "too much": "a" * 201,
}
FIT = [
    "Zorg",
    "Ömer & zonen",
    "Stichting\u00a0Samen",
    "soft\u00adhyphen",
    "familie 👨\u200d👩\u200d👧",
    "مرحبا\u200f",
    "'; --",
    "é" * 200,
    "",
]


@pytest.fixture(scope="module")
def vocabulary(tmp_path_factory: pytest.TempPathFactory) -> Vocabulary:
    return small_ruleset(tmp_path_factory.mktemp("regels"), veilig="veilig = ja").vocabulary


@pytest.mark.parametrize("name", UNFIT.values(), ids=UNFIT)
def test_a_name_that_spoils_what_it_stands_in_is_refused_at_every_door(name: str, vocabulary: Vocabulary) -> None:
    with pytest.raises(InvalidFactsError) as from_facts:
        Partnership.from_facts({}, vocabulary, reference_date="2026-01-01", name=name)
    with pytest.raises(InvalidFactsError) as from_case:
        Partnership.from_case({"naam": name, "peildatum": "2026-01-01", "feiten": {}}, vocabulary)
    for error in (from_facts.value, from_case.value):
        assert [(problem.code, problem.place) for problem in error.problems] == [("CASUS08", "naam")]
        assert all(line.isprintable() for line in str(error).splitlines())


@pytest.mark.parametrize("name", FIT)
def test_a_name_in_any_script_is_kept_as_it_is(name: str, vocabulary: Vocabulary) -> None:
    assert Partnership.from_facts({}, vocabulary, reference_date="2026-01-01", name=name).name == name
    assert is_fit(name)


def test_a_name_that_is_no_text_is_refused_by_code_as_well(vocabulary: Vocabulary) -> None:
    with pytest.raises(InvalidFactsError) as caught:
        Partnership.from_facts({}, vocabulary, reference_date=datetime.date(2026, 1, 1), name=3)  # type: ignore[arg-type]
    assert [problem.code for problem in caught.value.problems] == ["CASUS02"]


@pytest.mark.parametrize(("name", "said"), [("a\nb", "een nieuwe regel"), ("a\x1bb", "een stuurteken (U+001B)")])
def test_a_refusal_says_what_stands_in_the_name(name: str, said: str) -> None:
    problem = name_problem(name)
    assert problem is not None
    assert problem.message == f"in de naam 'a�b' staat {said}"
