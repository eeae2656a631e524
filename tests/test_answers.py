"""What a text may say, held at every door that takes text: one table of texts, and one meaning."""

import datetime
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import duckdb
import polars as pl
import pyarrow as pa
import pytest

from building import FACTS, rules, ruleset_from
from frames.making import rows_of
from samenwerkadvies import Adviser, Interview, InvalidFactsError, Ruleset, load_cases
from samenwerkadvies.advising import Question
from samenwerkadvies.changing import read_changes
from samenwerkadvies.engines.columns import column_of, date_of, nw
from samenwerkadvies.errors import Location, Problem, Text
from samenwerkadvies.frames import InvalidFrameError, assess_frame, assess_long
from samenwerkadvies.frames.long import CheckedLong, LongColumns
from samenwerkadvies.frames.wide import CheckedWide
from samenwerkadvies.loading.settings import read_settings
from samenwerkadvies.outputs.interview import read_reply
from samenwerkadvies.scenarios.scene import StepFailure
from samenwerkadvies.scenarios.words import answer as answer_in_step
from samenwerkadvies.vocabulary import Kind
from samenwerkadvies.wording.replies import spoken

DAY = datetime.date(2026, 3, 1)
REFUSED = object()

READ: dict[str, dict[str, object]] = {
    "veilig": {
        **dict.fromkeys(("ja", "Ja", "JA", " ja ", "true", "TRUE", "waar", "WAAR"), True),
        **dict.fromkeys(("nee", "Nee", "false", "False", "onwaar"), False),
        **dict.fromkeys(("onbekend", "Onbekend", "ONBEKEND"), None),
        **dict.fromkeys(("yes", "no", "1", "0", "x", "J", "N", "ja!", "nog niet", "n.v.t.", "-"), REFUSED),
    },
    "mensen": {
        **dict.fromkeys(("3", "003", "3.0", "3,0", "3.00", "3,00", " 3"), 3),
        **dict.fromkeys(("0", "0,0"), 0),
        "1000000000000000": 10**15,
        **dict.fromkeys(
            ("-1", "+3", "3.000", "3,000", "3,5", "6.000,00", "€ 6000", "80%", "zes", "ca. 10", "10-12", ">3", "１２"),
            REFUSED,
        ),
        **dict.fromkeys(("1000000000000001", "99999999999999999999", "1e3", "1_000", "1 000", "٣", "?"), REFUSED),
    },
    "procent": {"100": 100, "100,0": 100, "101": REFUSED, "80 %": REFUSED},
    "cijfer": {"1": 1, "5": 5, "05": 5, "5,0": 5, "0": REFUSED, "6": REFUSED, "3,5": REFUSED, "vijf": REFUSED},
    "vorm": {
        **dict.fromkeys(("papier", "Papier", "op papier", "Op  Papier", "OP PAPIER"), "papier"),
        "geen": "geen",
        "Onbekend": None,
        **dict.fromkeys(("op_papier", "papieren", "nvt", "ja"), REFUSED),
    },
    "start": {
        **dict.fromkeys(
            (
                *(
                    "2026-03-01",
                    "2026-3-1",
                    "2026/03/01",
                    "2026.3.1",
                    "1-3-2026",
                    "01-03-2026",
                    "1.3.2026",
                    "1 - 3 - 2026",
                ),
                *("1 maart 2026", "1 Maart 2026", "1 mrt. 2026", "1-mrt-2026", "1 march 2026", "March 1, 2026"),
                *("2026-03-01 00:00:00", "2026-03-01T00:00:00.000", "2026-03-01 00:00"),
            ),
            DAY,
        ),
        "31/12/2025": datetime.date(2025, 12, 31),
        "12/31/2025": datetime.date(2025, 12, 31),
        "3/3/2026": datetime.date(2026, 3, 3),
        "29-2-2024": datetime.date(2024, 2, 29),
        "1900-01-01": datetime.date(1900, 1, 1),
        "2200-12-31": datetime.date(2200, 12, 31),
        **dict.fromkeys(("3/4/2026", "31/12/25", "1-3-26", "29-2-2025", "31-4-2026", "1-13-2026"), REFUSED),
        **dict.fromkeys(("1899-12-31", "2201-01-01", "0001-01-01", "maart 2026", "2026", "nooit"), REFUSED),
        **dict.fromkeys(("2026-03-01 10:00:00", "1-3/2026", "1 marrt 2026", "1 maart", "46000", "20260301"), REFUSED),
    },
    "evaluatie": {**dict.fromkeys(("nooit", "Nooit", "NOOIT"), "nooit"), "1-3-2026": DAY, "nog niet": REFUSED},
}
"""Per fact: texts, with what they say."""
CASES = [(fact, text, said) for fact, texts in READ.items() for text, said in texts.items()]
IDS = [f"{fact}: {text}" for fact, text, _ in CASES]

each_text = pytest.mark.parametrize(("fact", "text", "said"), CASES, ids=IDS)


@pytest.fixture(scope="module")
def ruleset(tmp_path_factory: pytest.TempPathFactory) -> Ruleset:
    return ruleset_from(tmp_path_factory.mktemp("rules"), FACTS + rules(veilig="veilig = ja"))


@pytest.fixture(scope="module")
def adviser(ruleset: Ruleset) -> Adviser:
    return Adviser(ruleset, "reference")


@each_text
def test_a_case_file(ruleset: Ruleset, tmp_path: Path, fact: str, text: str, said: object) -> None:
    path = tmp_path / "casus.yaml"
    path.write_text(f'peildatum: 2026-03-01\nfeiten:\n  {fact}: "{text}"\n', "utf-8")
    assert _answer(lambda: load_cases(path, ruleset.vocabulary)[0].answer(fact)) == said


@each_text
def test_a_setting_on_the_command_line(adviser: Adviser, fact: str, text: str, said: object) -> None:
    vocabulary = adviser.ruleset.vocabulary
    assert _answer(lambda: read_changes(read_settings([f"{fact}={text}"]), vocabulary, DAY)[fact, None]) == said


@each_text
def test_a_reply_in_an_interview(adviser: Adviser, fact: str, text: str, said: object) -> None:
    interview = Interview.start(adviser, {"peildatum": DAY, "feiten": {}})
    asked = adviser.ruleset.vocabulary.facts[fact]
    question = Question(
        fact=fact, party=None, text="", kind=asked.kind, options=tuple((name, name) for name in asked.options)
    )
    reply = read_reply(question, text.strip(), "nl")
    if text in "JN":  # one letter is enough there, for yes and no
        assert reply is (text == "J")
        return
    assert _answer(lambda: interview.answer(question, reply).partnership.answer(fact)) == said


@each_text
def test_a_step_of_a_scenario(ruleset: Ruleset, fact: str, text: str, said: object) -> None:
    class Scene:
        class scenario:  # noqa: N801 - stands for an attribute
            language = "nl"

    scene: Any = Scene()
    assert _answer(lambda: answer_in_step(ruleset.vocabulary.facts[fact], text, scene)) == said


def _answer(given: Callable[[], object]) -> object:
    try:
        return given()
    except (InvalidFactsError, StepFailure):
        return REFUSED


# --- tables: all texts at once, one fact after the other ---


def _wide(ruleset: Ruleset, frame: Any, fact: str) -> Iterator[tuple[str, object]]:
    checked = CheckedWide(frame, ruleset.vocabulary, DAY, "naam", ())
    yield from _found(ruleset, checked.answers, fact)
    yield from ((row["naam"], REFUSED) for row in rows_of(checked.closed(checked.set_aside)))


def _long(ruleset: Ruleset, frame: Any, fact: str) -> Iterator[tuple[str, object]]:
    renamed = frame.rename({fact: "antwoord"}).with_columns(feit=pl.lit(fact))
    checked = CheckedLong(renamed, ruleset.vocabulary, DAY, LongColumns(), ())
    yield from _found(ruleset, checked.answers, fact)
    yield from ((row["naam"], REFUSED) for row in rows_of(checked.closed(checked.set_aside)))


def _found(ruleset: Ruleset, answers: Any, fact: str) -> Iterator[tuple[str, object]]:
    asked = ruleset.vocabulary.facts[fact]
    for row in rows_of(nw.to_native(answers)):
        level = row[column_of((fact, None))]
        if level is not None and asked.kind is Kind.CHOICE:
            yield row["partnership"], asked.options[level]
        elif level is not None and asked.kind is Kind.DATE:
            yield row["partnership"], date_of(level) or "nooit"
        else:
            yield row["partnership"], level


TABLES: dict[str, Callable[[Ruleset, dict[str, list[str]], str], Iterator[tuple[str, object]]]] = {
    "polars": lambda ruleset, columns, fact: _wide(ruleset, pl.DataFrame(columns), fact),
    "polars, many rows": lambda ruleset, columns, fact: _wide(
        ruleset, pl.DataFrame({name: found * 1_000 for name, found in columns.items()}), fact
    ),
    "polars, lazy": lambda ruleset, columns, fact: _wide(ruleset, pl.DataFrame(columns).lazy(), fact),
    "pyarrow": lambda ruleset, columns, fact: _wide(ruleset, pa.table(columns), fact),
    "duckdb": lambda ruleset, columns, fact: _wide(ruleset, duckdb.from_arrow(pa.table(columns)), fact),
    "long": lambda ruleset, columns, fact: _long(ruleset, pl.DataFrame(columns), fact),
}


@pytest.mark.parametrize("kind", TABLES)
@pytest.mark.parametrize("fact", READ)
def test_a_table(ruleset: Ruleset, kind: str, fact: str) -> None:
    names = [str(number) for number in range(len(READ[fact]))]
    found = dict(TABLES[kind](ruleset, {"naam": names, fact: list(READ[fact])}, fact))
    assert [(text, found[name]) for name, text in zip(names, READ[fact], strict=True)] == list(READ[fact].items())


# --- what to write instead ---

HINTS: dict[str, dict[str, str]] = {
    "veilig": {
        **dict.fromkeys(("yes", "J", "j", "jaa"), "ja"),
        **dict.fromkeys(("No", "N", "nog niet", "neen"), "nee"),
        **dict.fromkeys(("n.v.t.", "N.v.t.", "nvt", "-", "?", "weet niet", "Geen idee"), "onbekend"),
        **dict.fromkeys(("x", "1", "x" * 1_000), ""),
    },
    "mensen": {
        **dict.fromkeys(
            (
                "6.000",
                "6 000",
                "6'000",
                "6.000,00",
                "6,000.00",
                "€ 6000",
                "€6.000,-",
                "6000 euro",
                "EUR 6000",
                "６０００",
            ),
            "6000",
        ),
        **dict.fromkeys(("6 mensen", "zes", "Zes", "ca. 6", "ongeveer 6", "+6", "6x", "6 %", "6 euro"), "6"),
        **dict.fromkeys(("één", "een"), "1"),
        "geen": "0",
        "3,5": "3 of 4",
        "3.50": "3 of 4",
        "3,00000": "3",
        "6,000": "6 of 6000",
        "1.000.000": "1000000",
        **dict.fromkeys(("10-12", ">3", "meer dan 3", "veel", "3 à 4", "1e3", "1_000", "6.00.0"), ""),
        "?": "onbekend",
    },
    "procent": {"80%": "80", "80 procent": "80", "120%": ""},
    "cijfer": {"3,5": "3 of 4", "5,5": "5", "drie": "3", "zes": ""},
    "vorm": {"papir": "papier", "op papir": "papier", "nvt": "onbekend", "qqq": ""},
    "start": {
        "3/4/2026": "2026-04-03 of 2026-03-04",
        "1 marrt 2026": "maart",
        "nooit": "",
        "geen idee": "onbekend",
        "１-３-２０２６": "2026-03-01",
    },
    "evaluatie": {"nog niet": "nooit", "never": "nooit", "nog nooit": "nooit", "-": "onbekend"},
}


@pytest.mark.parametrize(
    ("fact", "text", "hint"), [(fact, text, hint) for fact, texts in HINTS.items() for text, hint in texts.items()]
)
def test_what_does_not_fit_says_what_to_write(ruleset: Ruleset, fact: str, text: str, hint: str) -> None:
    (problem,) = ruleset.vocabulary.read_answers({fact: Text(text, Location("casus.yaml", 1, 1))})[1]
    assert problem.hint == hint


@pytest.mark.parametrize(
    ("fact", "value", "hint"),
    [
        ("veilig", "ja", "true (zonder aanhalingstekens)"),
        ("veilig", "No", "false (zonder aanhalingstekens)"),
        ("mensen", "3", "3 (zonder aanhalingstekens)"),
        ("mensen", "n.v.t.", "onbekend"),
        ("mensen", 3.0, ""),
        ("vorm", "Papier", "papier"),
        ("start", "1 maart 2026", "2026-03-01"),
        ("start", DAY.replace(year=1800), ""),
    ],
)
def test_in_python_and_json_nothing_is_read_but_what_to_write_is_told(
    ruleset: Ruleset, fact: str, value: object, hint: str
) -> None:
    (problem,) = ruleset.vocabulary.read_answers({fact: value})[1]
    assert problem.hint == hint


def test_a_date_outside_of_the_bounds_says_so(ruleset: Ruleset) -> None:
    (problem,) = ruleset.vocabulary.read_answers({"start": DAY.replace(year=1800)})[1]
    assert problem == Problem(
        code="FEIT03",
        message="'1800-03-01' valt buiten de jaren 1900 tot en met 2200",
        place="feiten.start",
        expected="een datum zoals 2026-03-01",
    )


@pytest.mark.parametrize("written", ["De duur", "hoeveel jaar?", "Hoeveel jaar", "de duurr"])
def test_a_label_or_question_where_a_fact_is_meant_suggests_its_id(ruleset: Ruleset, written: str) -> None:
    (problem,) = ruleset.vocabulary.read_answers({written: 3})[1]
    assert (problem.code, problem.hint) == ("FEIT01", "jaren")


def test_the_label_of_an_average_is_told_as_what_it_is(ruleset: Ruleset) -> None:
    (problem,) = ruleset.vocabulary.read_answers({"De band": 3})[1]
    assert problem.message == "'De band' wordt berekend en kan niet worden ingevuld"


ALIKE = """\
bronnen: {eigen: Eigen uitwerking}
feiten:
  keuze:
    soort: keuze
    wie: samen
    label: de keuze
    vraag: Welke?
    opties:
      appel: {label: Fruit, zin: z, niet: n}
      peer: {label: fruit, zin: z, niet: n}
      fruit_los: {label: Appel, zin: z, niet: n}
"""


def test_a_label_that_two_options_have_is_refused_with_both_at_every_door(tmp_path: Path) -> None:
    ruleset = ruleset_from(tmp_path, ALIKE + rules(een="keuze = appel"))
    texts = ["appel", "Fruit", "fruit_los"]
    (problem,) = ruleset.vocabulary.read_answers({"keuze": Text("Fruit", Location("casus.yaml", 1, 1))})[1]
    assert (problem.message, problem.hint) == ("'Fruit' kan twee keuzes betekenen", "appel of peer")
    found = dict(_wide(ruleset, pl.DataFrame({"naam": texts, "keuze": texts}), "keuze"))
    assert found == {"appel": "appel", "Fruit": REFUSED, "fruit_los": "fruit_los"}


@pytest.mark.parametrize("kind", ["wide", "long"])
def test_a_row_that_is_set_aside_says_what_to_write(ruleset: Ruleset, kind: str) -> None:
    texts = ["3/4/2026", "geen idee", "qqq", "2026-01-01"]
    if kind == "wide":
        found = assess_frame(pl.DataFrame({"naam": texts, "start": texts}), ruleset, DAY, on_error="set_aside")
    else:
        rows = pl.DataFrame({"naam": texts, "feit": "start", "antwoord": texts})
        found = assess_long(rows, ruleset, DAY, on_error="set_aside")
    expected = "(verwacht: een datum zoals 2026-03-01 of 1-3-2026"
    assert found.set_aside["reasons"].to_list() == [
        f"start: '3/4/2026' past niet {expected}; bedoelde je: 2026-04-03 of 2026-03-04)",
        f"start: 'geen idee' past niet {expected}; bedoelde je: onbekend)",
        f"start: 'qqq' past niet {expected})",
    ]


@pytest.mark.parametrize("kind", ["wide", "long"])
def test_a_frame_on_disk_or_in_a_database_is_not_looked_at_for_what_to_write(ruleset: Ruleset, kind: str) -> None:
    columns = {"naam": ["x"], "start": ["3/4/2026"]}
    if kind == "wide":
        found = assess_frame(pl.LazyFrame(columns), ruleset, DAY, on_error="set_aside")
    else:
        rows = pl.LazyFrame({"naam": ["x"], "feit": ["start"], "antwoord": ["3/4/2026"]})
        found = assess_long(rows, ruleset, DAY, on_error="set_aside")
    assert found.set_aside.collect()["reasons"].to_list() == [
        "start: '3/4/2026' past niet (verwacht: een datum zoals 2026-03-01 of 1-3-2026)"
    ]


def test_a_frame_that_is_refused_says_what_to_write(ruleset: Ruleset) -> None:
    frame = pl.DataFrame({"naam": ["x"], "peildatum": ["3/4/2026"], "start": ["3/4/2026"]})
    with pytest.raises(InvalidFrameError) as error:
        assess_frame(frame, ruleset)
    assert [problem.hint for problem in error.value.problems] == ["", "2026-04-03 of 2026-03-04"]


@pytest.mark.parametrize("table", [pl.DataFrame({"naam": ["x"]})])
def test_one_reference_date_outside_of_the_bounds_is_refused(ruleset: Ruleset, table: pl.DataFrame) -> None:
    with pytest.raises(InvalidFactsError) as error:
        assess_frame(table, ruleset, "1800-01-01")
    assert [problem.message for problem in error.value.problems] == [
        "'1800-01-01' valt buiten de jaren 1900 tot en met 2200"
    ]


def test_a_reply_may_be_the_number_of_an_option() -> None:
    question = Question(fact="vorm", party=None, text="", kind=Kind.CHOICE, options=(("a", "A"), ("b", "B")))
    assert [read_reply(question, reply, "nl") for reply in ("1", "2", "3")] == ["a", "b", "3"]


def test_english_words_are_answers_where_english_is_spoken() -> None:
    assert [spoken(word, "en") for word in ("Yes", "no", "unknown", "Never", "4")] == [
        "ja",
        "nee",
        "onbekend",
        "nooit",
        "4",
    ]
    assert spoken("yes", "nl") == "yes"
