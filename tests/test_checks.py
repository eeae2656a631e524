"""Rules that ask whether answers which contradict each other are right: they stand apart from advice."""

from pathlib import Path

import polars as pl
import pytest
from making import DATES, KINDS, rows_of, same_as_row_by_row
from test_frames_agree import frame_of
from typer.testing import CliRunner

from building import ENGINES, FACTS, RULE, ruleset_from
from samenwerkadvies import Adviser, Assessment, InvalidAssessmentError, Partnership, Ruleset, UsageError, load_ruleset
from samenwerkadvies.cli import app
from samenwerkadvies.engines import make_engine
from samenwerkadvies.frames import assess_frame
from samenwerkadvies.outputs import explain_rule, to_html, to_markdown, to_text
from samenwerkadvies.sql import Dialect, rules_to_sql

CHECK = """\
  tegenspraak:
    als: mensen = 0 en veilig = ja
    soort: controle
    bevinding: Er is niemand, maar het is wel veilig.
    toelichting: Dat is een eigen keuze.
    bron: [eigen]
"""
BOTH = {"mensen": 0, "veilig": True}


@pytest.fixture
def ruleset(tmp_path: Path) -> Ruleset:
    condition = "voorwaarde: {nummer: 1, id: basis, titel: De basis, uitleg: Hier begint het., rust_op: []}\n"
    return ruleset_from(tmp_path, condition + FACTS + f"regels:\n  leeg:\n    als: mensen = 0\n{RULE}{CHECK}")


def assessed(ruleset: Ruleset, **facts: object) -> Assessment:
    return Adviser(ruleset).assess(facts, "2026-01-01", thinking_along=True)


def test_a_check_stands_apart_from_advice(ruleset: Ruleset) -> None:
    found = assessed(ruleset, **BOTH)
    assert [(each.rule, each.finding) for each in found.checks] == [
        ("tegenspraak", "Er is niemand, maar het is wel veilig.")
    ]
    assert [reason.fact for reason in found.checks[0].because] == ["mensen", "veilig"]
    assert found.checks[0].sources == ("Eigen uitwerking", "Dat is een eigen keuze.")
    assert (found.findings, found.provisional) == (("leeg",), True)
    assert found.conditions[0].findings == ("leeg",)
    assert Assessment.from_json(found.to_json()) == found


@pytest.mark.parametrize("facts", [{"mensen": 1, "veilig": True}, {"mensen": 0, "veilig": False}, {"mensen": 0}, {}])
def test_where_nothing_is_known_to_contradict_nothing_is_asked(ruleset: Ruleset, facts: dict[str, object]) -> None:
    found = assessed(ruleset, **facts)
    assert (found.checks, found.provisional) == ((), False)
    assert "checks" not in found.to_dict()
    assert all("tegenspraak" not in question.could_decide for question in found.open_questions or ())
    assert "tegenspraak" not in found.undecided


def test_reports_ask_whether_it_is_right(ruleset: Ruleset) -> None:
    found = assessed(ruleset, **BOTH)
    answers = "De antwoorden: er zijn geen mensen; het is veilig."
    assert f"## Klopt dit?\n\n- Er is niemand, maar het is wel veilig. {answers}\n" in to_markdown(found)
    text = to_text(found)
    assert "want sommige antwoorden spreken elkaar tegen" in text
    assert "want belangrijke antwoorden ontbreken" not in text
    assert f"KLOPT DIT?\n? Er is niemand, maar het is wel veilig.\n  {answers}\n" in text
    assert answers in to_html(found)


def test_a_report_without_checks_does_not_ask(ruleset: Ruleset) -> None:
    found = assessed(ruleset, mensen=0)
    for report in (to_text(found), to_markdown(found), to_html(found)):
        assert "klopt dit?" not in report.lower()


def test_a_check_is_explained(ruleset: Ruleset) -> None:
    whole = ruleset.with_checks
    text = explain_rule(whole.rules["tegenspraak"], whole, "nl")
    assert "Soort: controle." in text
    assert "Ernst" not in text
    assert "Advies" not in text
    adviser = Adviser(ruleset)
    assert adviser.why(BOTH, "tegenspraak", "2026-01-01").outcome is True
    waiting = adviser.why_not({"mensen": 0}, "tegenspraak", "2026-01-01")
    assert [question.fact for question in waiting.waits_for] == ["veilig"]
    kept = adviser.why_not({"mensen": 1}, "tegenspraak", "2026-01-01").kept_by
    assert [[reason.fact for reason in each] for each in kept] == [["mensen"]]
    with pytest.raises(UsageError, match="did you mean 'tegenspraak'"):
        adviser.why(BOTH, "tegenspraken", "2026-01-01")


@pytest.mark.parametrize("engine", ENGINES)
def test_every_engine_decides_a_check(ruleset: Ruleset, engine: str) -> None:
    partnership = Partnership.from_facts(BOTH, ruleset.vocabulary, reference_date="2026-01-01")
    assert make_engine(engine, ruleset.with_checks).decide(partnership) == {"leeg": True, "tegenspraak": True}


@pytest.mark.parametrize("kind", ["polars", "polars-lazy", "pandas", "pyarrow", "duckdb"])
def test_every_kind_of_frame_has_checks(ruleset: Ruleset, kind: str) -> None:
    given = {"beide": BOTH, "een": {"mensen": 0}, "niets": {}}
    partnerships = [
        Partnership.from_facts(facts, ruleset.vocabulary, reference_date="2026-01-01", name=name)
        for name, facts in given.items()
    ]
    found = assess_frame(KINDS[kind](frame_of(ruleset, partnerships)), ruleset, DATES)
    same_as_row_by_row(found, Adviser(ruleset, "reference"), partnerships)
    finding = "Er is niemand, maar het is wel veilig."
    assert rows_of(found.checks) == [{"partnership": "beide", "rule": "tegenspraak", "finding": finding}]
    assert {row["partnership"]: row["checks"] for row in rows_of(found.partnerships)} == {
        "beide": 1,
        "een": 0,
        "niets": 0,
    }


def test_sql_ends_with_the_checks(ruleset: Ruleset) -> None:
    text = rules_to_sql(ruleset, Dialect.DUCKDB)
    assert "-- tegenspraak (controle)" in text
    assert text.index("Antwoorden die elkaar tegenspreken") > text.index('"condition_1"')
    assert "tegenspraak" not in rules_to_sql(load_ruleset(), Dialect.DUCKDB)


def test_a_check_counts_while_it_is_in_force(tmp_path: Path) -> None:
    text = FACTS + f"regels:\n  leeg:\n    als: mensen = 0\n{RULE}{CHECK}    geldig: {{tot: 2026-01-01}}\n"
    ruleset = ruleset_from(tmp_path, text)
    adviser = Adviser(ruleset)
    before, after = (adviser.assess(BOTH, day) for day in ("2025-12-31", "2026-01-01"))
    assert [len(found.checks) for found in (before, after)] == [1, 0]
    assert [out.rule for out in after.rules_not_in_force] == ["tegenspraak"]
    assert adviser.why(BOTH, "tegenspraak", "2026-01-01").outcome is False


def test_json_with_checks_that_is_not_provisional_is_refused(ruleset: Ruleset) -> None:
    plain = {**assessed(ruleset, **BOTH).to_dict(), "provisional": False}
    with pytest.raises(InvalidAssessmentError, match="provisional: expected true beside checks"):
        Assessment.from_dict(plain)


def test_the_batch_tells_where_answers_contradict_each_other(tmp_path: Path) -> None:
    table = pl.DataFrame(
        {"naam": ["een"], "peildatum": ["2026-03-01"], "fase": ["uitvoering"], "startdatum": ["2026-06-01"]}
    )
    table.write_csv(tmp_path / "in.csv")
    result = CliRunner().invoke(app, ["batch", str(tmp_path / "in.csv"), str(tmp_path / "uit.csv")])
    assert "bij 1 samenwerking is het beeld voorlopig, want sommige antwoorden spreken elkaar tegen" in result.output
    assert "belangrijke antwoorden ontbreken" not in result.output


def test_the_shipped_checks_speak_english() -> None:
    facts = {"fase": "uitvoering", "startdatum": "2026-06-01"}
    found = Adviser(language="en").assess(facts, "2026-03-01")
    assert "## Is this right?\n\n- The partnership is already under way, but" in to_markdown(found)
