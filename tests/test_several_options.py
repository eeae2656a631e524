"""Questions to which several options can be the answer, at every door."""

import json
from importlib import resources
from pathlib import Path
from typing import Any

import duckdb
import jsonschema
import polars as pl
import pyarrow as pa
import pytest
from making import KINDS, rows_of
from typer.testing import CliRunner

from building import CONDITIONS, FACTS, PARTIES, SEVERAL, rules, ruleset_from
from samenwerkadvies import Adviser, Assessment, Interview, InvalidFactsError, Partnership, Ruleset
from samenwerkadvies.cli import app
from samenwerkadvies.facts import Chosen
from samenwerkadvies.frames import InvalidFrameError, assess_frame, assess_long
from samenwerkadvies.inquiry.diagrams import Diagrams, TooLargeError
from samenwerkadvies.loading.cases import load_cases
from samenwerkadvies.loading.keeping import CaseFile
from samenwerkadvies.outputs.interview import expected, read_reply, shown
from samenwerkadvies.scenarios.mutants import mutants
from samenwerkadvies.sql import Dialect, table_to_sql
from samenwerkadvies.tables import BatchOptions, assess_file
from samenwerkadvies.tables.template import write_template
from samenwerkadvies.tables.variables import codebook
from samenwerkadvies.wording.sentences import Sentences

DATE = "2026-01-31"
WHOLE = FACTS.replace("gemiddelden:", f"{SEVERAL}gemiddelden:", 1)
EXPRESSIONS = {
    "geen_taal": "niet bevat(hulp, taal)",
    "weinig": "aantal(hulp) < 2",
    "koken": "bevat(gemeente(taken), koken) en niet bevat(iedereen(taken), bellen)",
}


@pytest.fixture(scope="module")
def ruleset(tmp_path_factory: pytest.TempPathFactory) -> Ruleset:
    return ruleset_from(tmp_path_factory.mktemp("rules"), WHOLE + CONDITIONS + rules(**EXPRESSIONS))


@pytest.fixture(scope="module")
def adviser(ruleset: Ruleset) -> Adviser:
    return Adviser(ruleset)


def assessed(adviser: Adviser, **facts: object) -> Assessment:
    return adviser.assess(facts, reference_date=DATE, thinking_along=True)


# --- what is known ---


def test_options_are_kept_in_declared_order_and_none_is_an_answer(adviser: Adviser) -> None:
    """The order in which they are given makes no difference; an empty list is not unknown."""
    some, none = assessed(adviser, hulp=["geld", "taal"]), assessed(adviser, hulp=())
    assert (some.facts, some.findings) == ({"hulp": ("taal", "geld")}, ())
    assert (none.facts, none.findings) == ({"hulp": ()}, ("geen_taal", "weinig"))
    assert none.advice[0].because[0].text == "de hulp: niets van de lijst"
    assert assessed(adviser, hulp=None).undecided == ("geen_taal", "weinig", "koken")


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ("geld", ["FEIT02 'geld' past niet bij dit feit"]),
        (["geld", "geld"], ["FEIT11 'geld' staat hier twee keer"]),
        (["gelt", 3], ["FEIT04 onbekende keuze 'gelt'", "FEIT02 '3' past niet bij dit feit"]),
        (["x"] * 200, ["FEIT04 onbekende keuze 'x'"] * 100),
    ],
)
def test_what_is_no_list_of_options_is_told(ruleset: Ruleset, given: object, told: list[str]) -> None:
    """Each option that does not fit is told by itself, up to a bound."""
    with pytest.raises(InvalidFactsError) as error:
        Partnership.from_facts({"hulp": given}, ruleset.vocabulary, reference_date=DATE)
    assert [f"{problem.code} {problem.message}" for problem in error.value.problems][: len(told)] == told


@pytest.mark.parametrize(
    ("written", "options"),
    [
        ("Taal; een RUIMTE", ("taal", "ruimte")),
        ("hulp met taal;", ("taal",)),
        ("geen", ()),
        ("[]", ()),
        ("[ruimte, hulp met taal]", ("taal", "ruimte")),
    ],
)
def test_a_case_file_says_options_by_name_or_label(
    ruleset: Ruleset, tmp_path: Path, written: str, options: tuple[str, ...]
) -> None:
    """As a list, or as one text with a semicolon between them."""
    path = tmp_path / "casus.yaml"
    path.write_text(f"peildatum: {DATE}\nfeiten:\n  hulp: {written}\n", "utf-8")
    (case,) = load_cases(path, ruleset.vocabulary)
    assert case.answer("hulp") == Chosen(options, ("taal", "geld", "ruimte"))
    assert case.to_case()["feiten"] == {"hulp": options}


def test_only_separators_are_no_answer(ruleset: Ruleset, tmp_path: Path) -> None:
    """That nothing is chosen is said with a word."""
    path = tmp_path / "casus.yaml"
    path.write_text(f'peildatum: {DATE}\nfeiten:\n  hulp: " ; "\n', "utf-8")
    with pytest.raises(InvalidFactsError, match="FEIT02"):
        load_cases(path, ruleset.vocabulary)


def test_an_assessment_goes_through_json_and_fits_the_schema(adviser: Adviser) -> None:
    """Chosen options are a list, of each party as well."""
    made = assessed(adviser, hulp=["geld"], taken={"gemeente": ["koken"]})
    jsonschema.Draft202012Validator(json.loads(SCHEMA)).validate(made.to_dict())
    assert Assessment.from_json(made.to_json()) == made
    assert made.to_dict()["facts"] == {"hulp": ["geld"], "taken": {"gemeente": ["koken"]}}
    changed = json.loads(made.to_json())
    changed["facts"]["hulp"] = ["geld", "geld"]
    with pytest.raises(ValueError, match="expected ids, each once"):
        Assessment.from_dict(changed)


# --- what follows ---


def test_ways_out_name_the_whole_of_what_is_chosen(adviser: Adviser) -> None:
    """What is chosen already stays, where more is better."""
    made = assessed(adviser, hulp=["geld"])
    ways = {
        advice.rule: [(change.when, dict(change.facts)) for change in advice.resolved_when or ()]
        for advice in made.advice
    }
    assert ways["geen_taal"] == [(("er is hulp met taal",), {"hulp": ("taal", "geld")})]
    assert ways["weinig"] == [(("bij de hulp: minstens 2 opties gekozen",), {"hulp": ("geld", "ruimte")})]
    changed = adviser.what_if({"hulp": ["geld"]}, ways["weinig"][0][1], DATE)
    assert {found.rule: found.after for found in changed.findings} == {"weinig": False, "geen_taal": True}


def test_a_question_is_asked_once_and_the_rule_waits_for_it(adviser: Adviser) -> None:
    """However many options rules look at."""
    asked = [(found.fact, found.party) for found in assessed(adviser).open_questions or ()]
    assert sorted(asked, key=str) == [("hulp", None), ("taken", "gemeente"), ("taken", "migrantenorganisatie")]


def test_a_question_of_which_nothing_is_known_is_answered_as_a_whole(tmp_path: Path) -> None:
    """Also where a way asks for no more than one option, or for any answer."""
    lines = {"een": "niet (bekend(hulp) en bevat(hulp, taal))", "twee": "aandeel_beantwoord(gemeente) < 0,1"}
    made = Adviser(ruleset_from(tmp_path, WHOLE + CONDITIONS + rules(**lines)))
    ways = {
        advice.rule: [dict(change.facts) for change in advice.resolved_when or ()] for advice in assessed(made).advice
    }
    assert ways == {"een": [{"hulp": ("taal", "geld", "ruimte")}], "twee": [{"taken": {"gemeente": ()}}]}


def test_what_kept_a_rule_from_holding_is_the_question(adviser: Adviser) -> None:
    """Not its parts."""
    found = adviser.why_not({"hulp": ["geld", "taal"]}, "weinig", reference_date=DATE)
    assert [[each.text for each in one] for one in found.kept_by] == [["de hulp: hulp met taal en geld"]]


def test_too_many_options_at_once_are_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The question is asked all the same, once."""
    monkeypatch.setattr("samenwerkadvies.inquiry.diagrams.MOST_NODES", 1)
    made = ruleset_from(tmp_path, WHOLE + rules(een="aantal(hulp) = 1"))
    diagrams = Diagrams(made)
    with pytest.raises(TooLargeError):
        diagrams.restricted("een", diagrams.situation(adviser_case(made)))
    assert [found.fact for found in Adviser(made).questions(adviser_case(made))] == ["hulp"]


def adviser_case(ruleset: Ruleset) -> Partnership:
    return Partnership.from_facts({}, ruleset.vocabulary, reference_date=DATE)


def test_people_of_one_party_choose_together(adviser: Adviser) -> None:
    """An option counts where more than half choose it; the spread is what all chose, and what anybody did."""
    people = [{"taken": ["koken"]}, {"taken": ["koken", "bellen"]}, {"taken": []}]
    case = {"peildatum": DATE, "feiten": {}, "respondenten": {"gemeente": people}}
    made = adviser.assess(case)
    assert made.facts == {"taken": {"gemeente": ("koken",)}}
    (spread,) = made.respondents
    assert (spread.lowest, spread.highest, spread.is_divided) == ((), ("koken", "bellen"), False)
    divided = adviser.assess({**case, "respondenten": {"gemeente": [*people, {"taken": []}]}})
    assert divided.respondents[0].text == "4 mensen van de gemeente zijn verdeeld over de taken"
    few = adviser.assess({**case, "respondenten": {"gemeente": people[:2]}})
    assert (few.facts, few.respondents[0].lowest) == ({}, None)


@pytest.mark.parametrize(
    ("combination", "options"), [("een_ja", ("koken", "bellen")), ("alle_ja", ()), ("meerderheid", ("koken",))]
)
def test_a_fact_says_how_many_must_choose_an_option(tmp_path: Path, combination: str, options: tuple[str, ...]) -> None:
    """In a case and in a long table alike."""
    text = WHOLE.replace("label: de taken", f"samenvoegen: {combination}\n    label: de taken")
    made = ruleset_from(tmp_path, text + rules(een="bevat(gemeente(taken), koken)"))
    people = [{"taken": ["koken"]}, {"taken": ["koken", "bellen"]}, {"taken": []}]
    case = {"peildatum": DATE, "feiten": {}, "respondenten": {"gemeente": people}}
    assert Partnership.from_case(case, made.vocabulary).answer("taken", "gemeente") == Chosen(
        options, ("koken", "bellen")
    )
    said = ["koken", "koken; bellen", "geen"]
    rows = pl.DataFrame(
        {
            "naam": ["a"] * 3,
            "partij": ["gemeente"] * 3,
            "respondent": ["1", "2", "3"],
            "feit": ["taken"] * 3,
            "antwoord": said,
        }
    )
    (assessment,) = assess_long(rows, ruleset=made, reference_date=DATE).assessments()
    assert assessment.facts == {"taken": {"gemeente": options}}


# --- tables ---

TEXTS = {"naam": ["a", "b", "c"], "hulp": ["taal; een ruimte", "geen", None], "taken.gemeente": ["KOKEN", None, "geen"]}
PARTS = {
    "naam": ["a", "b", "c"],
    "hulp.taal": [True, False, None],
    "hulp.geld": [False, False, None],
    "hulp.ruimte": [True, False, None],
    "taken.koken.gemeente": ["ja", None, "nee"],
    "taken.bellen.gemeente": ["nee", "", "nee"],
}
LISTS = {**TEXTS, "hulp": [["ruimte", "taal"], [], None], "taken.gemeente": [["koken"], None, []]}


@pytest.mark.parametrize("columns", [TEXTS, PARTS, LISTS], ids=["texts", "parts", "lists"])
@pytest.mark.parametrize(
    "kind", [each if each != "pyspark" else pytest.param(each, marks=pytest.mark.spark) for each in KINDS]
)
def test_every_kind_of_frame_says_options_in_three_ways(ruleset: Ruleset, kind: str, columns: dict[str, Any]) -> None:
    """As a text, as a list, and as a column for each option."""
    result = assess_frame(KINDS[kind](pa.table(columns)), ruleset=ruleset, reference_date=DATE)
    rows = {row["partnership"]: row for row in rows_of(result.outcomes)}
    assert [[rows[name][rule] for rule in EXPRESSIONS] for name in "abc"] == [
        [False, False, True],
        [True, True, None],
        [None, None, False],
    ]
    found = {made.partnership: made.facts for made in result.assessments(["a", "b", "c"])}
    assert found["a"] == {"hulp": ("taal", "ruimte"), "taken": {"gemeente": ("koken",)}}
    assert found["b"] == {"hulp": ()}
    assert rows_of(result.answered) != []


def test_cells_that_do_not_fit_are_told(ruleset: Ruleset) -> None:
    """With what to write instead; where an option has an answer, all must have one."""
    frame = pl.DataFrame({"naam": ["a", "b", "c"], "hulp": ["taal; geldd", "taal;taal", ";"]})
    with pytest.raises(InvalidFrameError) as error:
        assess_frame(frame, ruleset=ruleset, reference_date=DATE)
    assert [problem.hint for problem in error.value.problems] == ["geld", "", ""]
    assert "een of meer van taal (hulp met taal)" in error.value.problems[0].expected
    parts = pl.DataFrame({"naam": ["a"], "hulp.taal": ["ja"], "hulp.geld": [""], "hulp.ruimte": ["nee"]})
    aside = assess_frame(parts, ruleset=ruleset, reference_date=DATE, on_error="set_aside").set_aside
    assert aside["reasons"][0].startswith("hulp.geld ontbreekt (verwacht: ja of nee, bij elke keuze")
    lists = pl.DataFrame({"naam": ["a", "b"], "hulp": [["taal", "taal"], ["x"]]})
    assert len(assess_frame(lists, ruleset=ruleset, reference_date=DATE, on_error="set_aside").set_aside) == 2
    numbers = pl.DataFrame({"naam": ["a"], "hulp": [3]})
    assert len(assess_frame(numbers, ruleset=ruleset, reference_date=DATE, on_error="set_aside").set_aside) == 1


@pytest.mark.parametrize(
    ("columns", "told"),
    [
        (["hulp.taal", "hulp.geld"], "er is geen kolom 'hulp.ruimte'"),
        (["hulp", "hulp.taal", "hulp.geld", "hulp.ruimte"], "'hulp' en 'hulp.taal' zeggen hetzelfde"),
    ],
)
def test_columns_of_options_come_all_and_alone(ruleset: Ruleset, columns: list[str], told: str) -> None:
    """Else it would not be known what is said."""
    frame = pl.DataFrame({"naam": ["a"], **{column: [None] for column in columns}})
    with pytest.raises(InvalidFactsError, match=told):
        assess_frame(frame, ruleset=ruleset, reference_date=DATE)


def test_an_option_that_is_called_none_is_an_option(tmp_path: Path) -> None:
    """At each door."""
    text = WHOLE.replace("label: geld, zin: er is geld", "label: geen, zin: er is geld")
    made = ruleset_from(tmp_path, text + rules(een="bevat(hulp, geld)"))
    frame = pl.DataFrame({"naam": ["a"], "hulp": ["geen"]})
    assert assess_frame(frame, ruleset=made, reference_date=DATE).outcomes["een"].to_list() == [True]


def test_exports_of_surveys_have_a_column_for_each_option(ruleset: Ruleset, tmp_path: Path) -> None:
    """Their heads are the question with the label of the option."""
    source, target = tmp_path / "in.csv", tmp_path / "uit.csv"
    heads = (
        '"naam","G01Q02[SQ001]. Welke hulp is er? [hulp met taal]","Welke hulp is er? [geld]","de hulp [een ruimte]"'
    )
    source.write_text(f"{heads}\na,Ja,Nee,Nee\n", "utf-8")
    assess_file(source, target, ruleset=ruleset, reference_date=DATE, options=OUTCOMES)
    assert pl.read_csv(target).select("geen_taal", "weinig").rows() == [(False, True)]


@pytest.mark.parametrize("name", ["lijst.csv", "lijst.xlsx"])
def test_a_questionnaire_asks_for_several_options_in_one_cell(ruleset: Ruleset, tmp_path: Path, name: str) -> None:
    """What can be answered stands beside it, and it is read as it is filled in."""
    write_template(tmp_path / name, ruleset)
    if name.endswith(".xlsx"):
        sheet = pl.read_excel(tmp_path / name, sheet_name="Samen", infer_schema_length=0)
        assert sheet.filter(pl.col("Feit") == "hulp")["Mogelijke antwoorden"].to_list() == [POSSIBLE]
        return
    text = (tmp_path / name).read_text("utf-8-sig")
    assert POSSIBLE in text
    filled = text.replace("Welke hulp is er?;;", 'Welke hulp is er?;"geld; hulp met taal";', 1)
    (tmp_path / name).write_text(filled, "utf-8-sig")
    assess_file(tmp_path / name, tmp_path / "uit.csv", ruleset=ruleset, reference_date=DATE, options=OUTCOMES)
    assert pl.read_csv(tmp_path / "uit.csv", separator=";").select("geen_taal", "weinig").rows() == [(False, False)]


OUTCOMES = BatchOptions(table="outcomes")
POSSIBLE = "zoveel als je wilt, met een puntkomma ertussen: hulp met taal; geld; een ruimte; of het woord geen"


def test_a_database_has_a_column_for_each_option(ruleset: Ruleset) -> None:
    """All of a question are known, or none."""
    made = table_to_sql(ruleset, Dialect.DUCKDB)
    assert '"hulp.taal" BOOLEAN' in made
    assert '"taken.bellen.gemeente" BOOLEAN' in made
    with duckdb.connect() as database:
        database.execute(made)
        with pytest.raises(duckdb.ConstraintException):
            database.execute(
                "INSERT INTO samenwerkingen (naam, peildatum, \"hulp.taal\") VALUES ('a', '2026-01-01', true)"
            )


# --- interviews, scenarios, mutants, words ---


def test_several_numbers_are_typed_at_once(adviser: Adviser) -> None:
    """Zero is none of these; other words are read as in a case."""
    interview = Interview.start(adviser, {"peildatum": DATE, "feiten": {}}, parties=(None,))
    question = interview.next()
    assert question is not None
    assert (question.fact, shown(question, interview).splitlines()[2:]) == (
        "hulp",
        [
            "  kies er zoveel als je wilt, met spaties ertussen, zoals 1 3; 0 als er geen bij hoort",
            "  1  hulp met taal",
            "  2  geld",
            "  3  een ruimte",
        ],
    )
    assert [read_reply(question, reply, "nl") for reply in ("1, 3", "3;1", "0", "geld; taal")] == [
        ["taal", "ruimte"],
        ["ruimte", "taal"],
        [],
        "geld; taal",
    ]
    assert expected(question, "nl") == "getallen van 1 tot en met 3 met spaties ertussen, of 0 voor geen"
    done = interview.answer(question, read_reply(question, "3 1", "nl"))
    assert done.to_case()["feiten"] == {"hulp": ("taal", "ruimte")}
    none = interview.answer(question, read_reply(question, "none", "en"))
    assert none.partnership.answer("hulp") == Chosen((), ("taal", "geld", "ruimte"))


@pytest.mark.parametrize(
    ("name", "text", "kept"),
    [
        (
            "casus.yaml",
            f"peildatum: {DATE}\nfeiten:\n  mensen: 2 # klopt\n",
            "  mensen: 2 # klopt\n  hulp: [taal, ruimte]\n",
        ),
        ("casus.json", f'{{"peildatum": "{DATE}", "feiten": {{}}}}', '"feiten": {"hulp": ["taal", "ruimte"]}}'),
    ],
)
def test_what_is_chosen_is_kept_in_the_case_file(tmp_path: Path, name: str, text: str, kept: str) -> None:
    """As a list, and the rest stays as it was."""
    path = tmp_path / name
    path.write_text(text, "utf-8")
    CaseFile.read(path).with_answer(("feiten", "hulp"), Chosen(("taal", "ruimte"), ("taal", "geld", "ruimte")))
    assert path.read_text("utf-8").endswith(kept)


FEATURE = """# language: nl
Functionaliteit: Hulp
  Scenario: Genoeg hulp
    Gegeven een samenwerking
    En de hulp is hulp met taal; geld
    En de taken is volgens mensen van de gemeente koken; bellen, geen
    Als om advies wordt gevraagd
    Dan geldt regel weinig niet
"""


def test_a_scenario_says_several_options(tmp_path: Path) -> None:
    """With a semicolon between them."""
    (tmp_path / "regels.yaml").write_text(WHOLE + CONDITIONS + rules(**EXPRESSIONS), "utf-8")
    (tmp_path / "hulp.feature").write_text(FEATURE, "utf-8")
    told = CliRunner().invoke(app, ["test", str(tmp_path)])
    assert (told.exit_code, "1 scenario" in told.output) == (0, True), told.output


def test_small_changes_to_options_and_counts(ruleset: Ruleset) -> None:
    """Another option, another number, another party."""
    words = Sentences(ruleset, "nl")
    lines = {mutant.line for rule in ruleset.rules.values() for mutant in mutants(rule, ruleset, words)}
    rest = "niet bevat(iedereen(taken), bellen)"
    assert {"niet bevat(hulp, geld)", "aantal(hulp) < 1", "aantal(hulp) < 3", "aantal(hulp) <= 2"} <= lines
    other, another = f"bevat({PARTIES[0]}(taken), bellen) en {rest}", f"bevat({PARTIES[1]}(taken), koken) en {rest}"
    assert {other, another} <= lines


def test_what_is_counted_is_told_in_english(ruleset: Ruleset, tmp_path: Path) -> None:
    """In the words of the translation."""
    sentences = Sentences(ruleset, "nl")
    assert sentences.condition(ruleset.rules["weinig"].expression) == "bij de hulp: minder dan 2 opties gekozen"
    assert PARTIES[0] in sentences.condition(ruleset.rules["koken"].expression)


def test_a_label_that_means_two_options_means_none(tmp_path: Path) -> None:
    """In a table as in a case."""
    text = WHOLE.replace("label: een ruimte", "label: iets").replace(
        "label: geld, zin: er is geld", "label: Iets, zin: er is geld"
    )
    made = ruleset_from(tmp_path, text + rules(een="bevat(hulp, taal)"))
    frame = pl.DataFrame({"naam": ["a", "b"], "hulp": ["iets", "geld; taal"]})
    found = assess_frame(frame, ruleset=made, reference_date=DATE, on_error="set_aside")
    assert [each.facts for each in found.assessments()] == [{"hulp": ("taal", "geld")}]
    path = tmp_path / "casus.yaml"
    path.write_text(f"peildatum: {DATE}\nfeiten:\n  hulp: [iets]\n", "utf-8")
    with pytest.raises(InvalidFactsError, match="kan twee keuzes betekenen"):
        load_cases(path, made.vocabulary)


def test_more_than_so_many_is_told_as_at_least(tmp_path: Path) -> None:
    """As of other whole numbers."""
    made = ruleset_from(tmp_path, WHOLE + rules(een="aantal(hulp) <= 1", twee="aantal(gemeente(taken)) > 0"))
    found = {
        each.rule: each.resolved_when or ()
        for each in assessed(Adviser(made), hulp=[], taken={"gemeente": ["koken"]}).advice
    }
    assert [change.when for change in found["een"]] == [("bij de hulp: minstens 2 opties gekozen",)]
    assert [change.when for change in found["twee"]] == [("de gemeente zegt: “Bij de taken: niets gekozen”",)]


def test_organisations_of_one_party_choose_each_for_themselves(tmp_path: Path) -> None:
    """What counts is known when no silent one can change it: of every option, or the question waits."""
    several = "migrantenorganisatie: {naam: migrantenorganisatie, meermaals: ja,"
    text = WHOLE.replace("migrantenorganisatie: {naam: migrantenorganisatie,", several, 1)
    text = text.replace("beter: minder\n    label: de taken", "label: de taken")
    made = Adviser(ruleset_from(tmp_path, text + CONDITIONS + rules(een="bevat(migrantenorganisatie(taken), koken)")))

    def chosen(**said: object) -> object:
        case = {"peildatum": DATE, "feiten": {"taken": {"migrantenorganisatie": said}}}
        found = made.assess({**case, "organisaties": {"migrantenorganisatie": ["A", "B", "C"]}})
        jsonschema.Draft202012Validator(json.loads(SCHEMA)).validate(found.to_dict())
        assert Assessment.from_json(found.to_json()) == found
        return found.facts.get("taken")

    assert chosen(A=["koken"], B=["koken", "bellen"], C=[]) == {"migrantenorganisatie": ("koken",)}
    assert chosen(A=["koken", "bellen"], B=["koken", "bellen"]) == {"migrantenorganisatie": ("koken", "bellen")}
    assert chosen(A=[], B=["koken"]) is None
    with pytest.raises(InvalidFactsError, match="FEIT10"):
        made.assess({"taken": {"migrantenorganisatie": {"A": ["koken"]}}}, reference_date=DATE)


def test_who_takes_part_is_said_before_what_each_of_them_chooses(tmp_path: Path) -> None:
    """Of a question to one party as well."""
    text = WHOLE.replace("wie: samen\n    beter: meer\n    label: de hulp", "wie: gemeente\n    label: de hulp")
    made = ruleset_from(tmp_path, text + rules(een="bevat(hulp, taal)"))
    with pytest.raises(InvalidFactsError, match="FEIT10"):
        Partnership.from_facts({"hulp": {"A": ["taal"]}}, made.vocabulary, reference_date=DATE)


SCHEMA = resources.files("samenwerkadvies.outputs").joinpath("assessment-2.json").read_text("utf-8")


PEOPLE = [
    [("A", "1", "koken"), ("A", "2", "koken; bellen"), ("B", "1", "koken"), ("C", "1", "geen")],
    [("A", "1", "koken; bellen"), ("B", "1", "bellen; koken")],
    [("A", "1", "geen"), ("B", "1", "koken")],
    [("A", "1", "onbekend")],
]


@pytest.mark.parametrize("combination", ["meerderheid", "een_ja", "alle_ja"])
@pytest.mark.parametrize("kind", ["polars", "duckdb"])
def test_a_long_table_says_of_organisations_what_a_case_says(tmp_path: Path, combination: str, kind: str) -> None:
    """Also of one that is silent, and of several people of one."""
    several = "migrantenorganisatie: {naam: migrantenorganisatie, meermaals: ja,"
    text = WHOLE.replace("migrantenorganisatie: {naam: migrantenorganisatie,", several, 1)
    text = text.replace("beter: minder\n    label: de taken", f"samenvoegen: {combination}\n    label: de taken")
    made = ruleset_from(tmp_path, text + CONDITIONS + rules(een="bevat(migrantenorganisatie(taken), koken)"))
    rows, wanted = [], {}
    for number, people in enumerate(PEOPLE):
        name = f"samenwerking {number}"
        rows += [(name, "migrantenorganisatie", each, "", "steun", "") for each in "ABC"]
        rows += [(name, "migrantenorganisatie", each, person, "taken", said) for each, person, said in people]
        listed: dict[str, list[dict[str, object]]] = {"A": [], "B": [], "C": []}
        for each, _, said in people:
            options = [] if said == "geen" else said.split("; ")
            listed[each] += [{"taken": options}] if said != "onbekend" else []
        names = {"migrantenorganisatie": ["A", "B", "C"]}
        case = {
            "peildatum": DATE,
            "feiten": {},
            "organisaties": names,
            "respondenten": {"migrantenorganisatie": listed},
        }
        wanted[name] = Partnership.from_case(case, made.vocabulary).answer("taken", "migrantenorganisatie")
    columns = dict(
        zip(
            ("naam", "partij", "organisatie", "respondent", "feit", "antwoord"),
            map(list, zip(*rows, strict=True)),
            strict=True,
        )
    )
    result = assess_long(KINDS[kind](pa.table(columns)), ruleset=made, reference_date=DATE)
    found = {each.partnership: each.facts.get("taken") for each in result.assessments(list(wanted))}
    assert found == {
        name: {"migrantenorganisatie": answer.options} if isinstance(answer, Chosen) else None
        for name, answer in wanted.items()
    }
    assert {answer is None for answer in wanted.values()} == {True, False}


def test_a_codebook_tells_of_the_column_for_each_option(ruleset: Ruleset) -> None:
    """Beside the one for all of them."""
    found = {variable.column: variable for variable in codebook(ruleset)}
    assert (found["hulp"].kind, list(found["hulp"].values)) == ("meerkeuze", ["taal", "geld", "ruimte"])
    assert (found["hulp.geld"].kind, found["hulp.geld"].label) == ("ja_nee", "Welke hulp is er? geld")
    assert found["taken.bellen.gemeente"].values == {"ja": "ja", "nee": "nee"}
