"""Every fact, view, answer and bound in an expression is held against the vocabulary."""

import pytest

from building import small_ruleset
from samenwerkadvies import Vocabulary
from samenwerkadvies.grammar.parser import parse
from samenwerkadvies.grammar.typecheck import type_problems

FIVE_VIEWS = "laagste({0}), hoogste({0}), verschil({0}), gemeente({0}) of migrantenorganisatie({0})"
WORDS = (
    "laagste, hoogste, verschil, een_van_beide, minstens_een, iedereen, maanden_sinds, maanden_tot, "
    "aandeel_beantwoord, aantal, gemeente, migrantenorganisatie, bevat, bekend of signaal"
)
YES_NO_VIEWS = "een_van_beide({0}), minstens_een({0}), iedereen({0}), gemeente({0}) of migrantenorganisatie({0})"
PARTY_VIEWS = "gemeente({0}) of migrantenorganisatie({0})"


@pytest.fixture(scope="module")
def vocabulary(tmp_path_factory: pytest.TempPathFactory) -> Vocabulary:
    return small_ruleset(tmp_path_factory.mktemp("regels"), veilig="veilig = ja").vocabulary


@pytest.mark.parametrize(
    "text",
    [
        "veilig = ja",
        "veilig != nee",
        "mensen >= 3",
        "mensen = 0",
        "mensen <= 0",
        "mensen > 0",
        "procent < 100",
        "procent = 100",
        "procent != 0",
        "cijfer <= 4",
        "cijfer = 1",
        "cijfer >= 5",
        "laagste(steun) <= 2",
        "hoogste(steun) >= 4",
        "verschil(steun) >= 4",
        "verschil(steun) = 0",
        "gemeente(steun) = 5",
        "migrantenorganisatie(steun) < 5",
        "een_van_beide(pijn) = ja",
        "gemeente(pijn) != ja",
        "laagste(jaren) < 2",
        "verschil(jaren) > 10",
        "vorm = geen",
        "vorm in [geen, mondeling]",
        "maanden_sinds(start) >= 0",
        "maanden_sinds(start) > 1200",
        "maanden_tot(evaluatie) < 1200",
        "evaluatie = nooit",
        "evaluatie != nooit",
        "laagste(band) < 2,5",
        "verschil(band) >= 0,5",
        "gemeente(band) >= 4",
        "aandeel_beantwoord(gemeente) < 0,5",
        "aandeel_beantwoord(migrantenorganisatie) = 1",
        "bekend(mensen)",
        "bekend(start)",
        "bekend(gemeente(steun))",
        "bekend(migrantenorganisatie(band))",
        "signaal(een_regel_die_er_niet_is)",
        "niet (veilig = ja en niet bekend(vorm))",
    ],
)
def test_what_can_be_right_has_no_fault(vocabulary: Vocabulary, text: str) -> None:
    assert list(type_problems(parse(text), vocabulary)) == []


@pytest.mark.parametrize(
    ("text", "code", "shown", "expected", "hint"),
    [
        # names
        ("contcat = ja", "TAAL02", "contcat", "een feit uit de regelset", ""),
        ("mense < 3", "TAAL02", "mense", "een feit uit de regelset", "mensen"),
        ("laagste(steum) < 3", "TAAL02", "steum", "een feit uit de regelset", "steun"),
        ("gemeente(bant) < 3", "TAAL02", "bant", "een feit uit de regelset", "band"),
        ("bekend(mense)", "TAAL02", "mense", "een feit uit de regelset", "mensen"),
        ("mense in [a, b]", "TAAL02", "mense", "een feit uit de regelset", "mensen"),
        # answers
        ("veilig = neen", "TAAL03", "neen", "ja of nee", "nee"),
        ("veilig = true", "TAAL03", "true", "ja of nee", "ja"),
        ("vorm = leeg", "TAAL03", "vorm = leeg", "bekend(vorm) of niet bekend(vorm)", "niet bekend(vorm)"),
        (
            "mensen != onbekend",
            "TAAL03",
            "mensen != onbekend",
            "bekend(mensen) of niet bekend(mensen)",
            "bekend(mensen)",
        ),
        ("veilig = 1", "TAAL03", "1", "ja of nee", ""),
        ("veilig = 0,5", "TAAL03", "0,5", "ja of nee", ""),
        ("vorm = pampier", "TAAL03", "pampier", "geen, mondeling of papier", "papier"),
        ("vorm = 2", "TAAL03", "2", "geen, mondeling of papier", ""),
        ("vorm in [geen, pampier]", "TAAL03", "pampier", "geen, mondeling of papier", "papier"),
        ("vorm in [geen, geen]", "TAAL03", "geen", "elk antwoord één keer", ""),
        ("evaluatie = noit", "TAAL03", "noit", "nooit of een andere datum", "nooit"),
        ("een_van_beide(pijn) = beide", "TAAL03", "beide", "ja of nee", ""),
        # sorts
        ("veilig < ja", "TAAL05", "veilig < ja", "= of !=", ""),
        ("vorm >= geen", "TAAL05", "vorm >= geen", "= of !=", ""),
        ("evaluatie > nooit", "TAAL05", "evaluatie > nooit", "= of !=", ""),
        ("start = nooit", "TAAL05", "start = nooit", "maanden_sinds(start) of maanden_tot(start)", ""),
        ("mensen = veel", "TAAL11", "veel", "een getal, of een naam die bij 'grenzen' staat", ""),
        ("mensen = drie", "TAAL05", "drie", "een heel getal vanaf 0", "3"),
        ("procent = 2,5", "TAAL05", "2,5", "een heel getal van 0 tot en met 100", ""),
        ("laagste(steun) < 2,5", "TAAL05", "2,5", "een heel getal van 1 tot en met 5", ""),
        ("laagste(band) < laag", "TAAL11", "laag", "een getal, of een naam die bij 'grenzen' staat", ""),
        ("mensen = procent", "TAAL05", "procent", "een heel getal vanaf 0", ""),
        ("maanden_sinds(start) < 1,5", "TAAL05", "1,5", "een heel getal", ""),
        ("maanden_tot(start) < nooit", "TAAL05", "nooit", "een heel getal", ""),
        ("aandeel_beantwoord(gemeente) = ja", "TAAL05", "ja", "een getal van 0 tot en met 1", ""),
        (
            "mensen in [a, b]",
            "TAAL05",
            "mensen in [a, b]",
            "een feit met 'soort: keuze', of =, <= of >= met een getal",
            "",
        ),
        (
            "gemeente(band) in [a]",
            "TAAL05",
            "gemeente(band) in [a]",
            "een feit met 'soort: keuze', of =, <= of >= met een getal",
            "",
        ),
        # bounds
        ("procent > 101", "TAAL06", "101", "een heel getal van 0 tot en met 100", ""),
        ("cijfer = 0", "TAAL06", "0", "een heel getal van 1 tot en met 5", ""),
        ("laagste(steun) >= 6", "TAAL06", "6", "een heel getal van 1 tot en met 5", ""),
        ("verschil(steun) = 5", "TAAL06", "5", "een heel getal van 0 tot en met 4", ""),
        ("verschil(band) = 4,5", "TAAL06", "4,5", "een getal van 0 tot en met 4", ""),
        ("laagste(band) < 0,5", "TAAL06", "0,5", "een getal van 1 tot en met 5", ""),
        ("aandeel_beantwoord(gemeente) < 50", "TAAL06", "50", "een getal van 0 tot en met 1", ""),
        ("gemeente(band) = 2,2", "TAAL06", "2,2", "<, <=, > of >=, of een getal dat kan voorkomen", ""),
        ("aandeel_beantwoord(gemeente) != 0,3", "TAAL06", "0,3", "<, <=, > of >=, of een getal dat kan voorkomen", ""),
        ("maanden_sinds(start) < 1201", "TAAL06", "1201", "een heel getal van 0 tot en met 1200", ""),
        ("cijfer >= 1", "TAAL06", "cijfer >= 1", "een grens die iets uitsluit, tussen 1 en 5", ""),
        ("cijfer < 1", "TAAL06", "cijfer < 1", "een grens die iets uitsluit, tussen 1 en 5", ""),
        ("cijfer <= 5", "TAAL06", "cijfer <= 5", "een grens die iets uitsluit, tussen 1 en 5", ""),
        ("cijfer > 5", "TAAL06", "cijfer > 5", "een grens die iets uitsluit, tussen 1 en 5", ""),
        (
            "vorm in [papier, geen, mondeling]",
            "TAAL06",
            "vorm in [papier, geen, mondeling]",
            "een lijst die iets uitsluit",
            "",
        ),
        # parties
        ("steun < 3", "TAAL07", "steun", FIVE_VIEWS.format("steun"), ""),
        ("jaren < 3", "TAAL07", "jaren", FIVE_VIEWS.format("jaren"), ""),
        ("band < 3", "TAAL07", "band", FIVE_VIEWS.format("band"), ""),
        (
            "pijn = ja",
            "TAAL07",
            "pijn",
            YES_NO_VIEWS.format("pijn"),
            "",
        ),
        # views
        ("laagste(mensen) < 3", "TAAL08", "laagste(mensen)", "mensen", ""),
        ("lagste(steun) < 3", "TAAL08", "lagste", WORDS, "laagste"),
        ("signal(steun) < 3", "TAAL08", "signal", WORDS, "signaal"),
        ("min(steun) < 3", "TAAL08", "min", WORDS, "laagste"),
        ("qqq(steun) < 3", "TAAL08", "qqq", WORDS, ""),
        ("steun(gemeente) < 3", "TAAL08", "steun", WORDS, "gemeente(steun)"),
        ("gemente(steun) < 3", "TAAL08", "gemente", WORDS, "gemeente"),
        ("bekend(gemente(steun))", "TAAL08", "gemente", WORDS, "gemeente"),
        ("gemeente(veilig) = ja", "TAAL08", "gemeente(veilig)", "veilig", ""),
        (
            "laagste(pijn) = ja",
            "TAAL08",
            "laagste(pijn)",
            YES_NO_VIEWS.format("pijn"),
            "",
        ),
        ("een_van_beide(steun) = 2", "TAAL08", "een_van_beide(steun)", FIVE_VIEWS.format("steun"), ""),
        ("een_van_beide(band) = 2", "TAAL08", "een_van_beide(band)", FIVE_VIEWS.format("band"), ""),
        ("maanden_sinds(mensen) < 3", "TAAL08", "maanden_sinds(mensen)", "mensen", ""),
        (
            "laagste(start) < 3",
            "TAAL08",
            "laagste(start)",
            "maanden_sinds(start), maanden_tot(start) of start",
            "",
        ),
        (
            "aandeel_beantwoord(gemente) < 0,5",
            "TAAL08",
            "aandeel_beantwoord(gemente)",
            "gemeente of migrantenorganisatie",
            "gemeente",
        ),
        (
            "bekend(laagste(steun))",
            "TAAL08",
            "laagste(steun)",
            "bekend(gemeente(steun)) of bekend(migrantenorganisatie(steun))",
            "",
        ),
        ("bekend(maanden_sinds(start))", "TAAL08", "maanden_sinds(start)", "bekend(start)", ""),
        ("bekend(aandeel_beantwoord(gemeente))", "TAAL08", "aandeel_beantwoord(gemeente)", None, ""),
        ("bekend(steun)", "TAAL08", "steun", "bekend(gemeente(steun)) of bekend(migrantenorganisatie(steun))", ""),
    ],
)
def test_a_fault_says_where_what_is_expected_and_what_was_meant(  # noqa: PLR0913, PLR0917 - a column each
    vocabulary: Vocabulary, text: str, code: str, shown: str, expected: str | None, hint: str
) -> None:
    before = "veilig = ja of ("
    (fault,) = type_problems(parse(f"{before}{text})"), vocabulary)
    assert fault.code == code
    start, end = fault.span
    assert f"{before}{text}"[start:end] == shown
    assert start >= len(before)
    assert fault.hint == hint
    if expected is not None:
        assert fault.expected == expected


@pytest.mark.parametrize(
    "text",
    ["bekend(laagste(steun))", "bekend(steun)", "bekend(maanden_sinds(start))", "bekend(verschil(band))"],
)
def test_what_is_proposed_instead_of_a_view_in_bekend_can_be_used(vocabulary: Vocabulary, text: str) -> None:
    (fault,) = type_problems(parse(text), vocabulary)
    for proposed in fault.expected.replace(" of ", ", ").split(", "):
        assert list(type_problems(parse(proposed), vocabulary)) == []


def test_a_party_is_not_proposed_as_a_fact(vocabulary: Vocabulary) -> None:
    (fault,) = type_problems(parse("bekend(aandeel_beantwoord(gemeente))"), vocabulary)
    assert "bekend(gemeente)" not in fault.expected


def test_a_threshold_above_the_default_maximum_is_refused(vocabulary: Vocabulary) -> None:
    assert [fault.code for fault in type_problems(parse("verschil(jaren) > 999999999999999"), vocabulary)] == []
    assert [fault.code for fault in type_problems(parse("verschil(cijfer) > 3"), vocabulary)] == ["TAAL08"]


def test_a_share_of_one_fact_may_be_compared_with_a_decimal(vocabulary: Vocabulary) -> None:
    alone = Vocabulary({"steun": vocabulary.facts["steun"]}, {}, vocabulary.declared)
    assert list(type_problems(parse("aandeel_beantwoord(gemeente) < 0,5"), alone)) == []


def test_every_fault_of_an_expression_is_told_from_left_to_right(vocabulary: Vocabulary) -> None:
    tree = parse("mense < 3 of niet (steun < 3 en vorm in [gen, papir]) of veilig < ja")
    assert [fault.code for fault in type_problems(tree, vocabulary)] == [
        "TAAL02",
        "TAAL07",
        "TAAL03",
        "TAAL03",
        "TAAL05",
    ]


def test_a_share_of_answers_needs_facts_that_each_party_answers(vocabulary: Vocabulary) -> None:
    (fault,) = type_problems(parse("aandeel_beantwoord(gemeente) < 0,5"), Vocabulary({}, {}, vocabulary.declared))
    assert (fault.code, fault.message) == ("TAAL08", "er is geen feit dat elke partij beantwoordt")
