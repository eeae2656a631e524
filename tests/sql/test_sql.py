"""The rules as SQL: run in every database that is offered, they say what the reference engine says."""

import datetime
import itertools
import os
import pwd
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import attrs
import duckdb
import psycopg
import pyarrow as pa
import pytest
import sqlglot
from hypothesis import given
from hypothesis import strategies as st
from making import spark, spark_frame
from test_frames_agree import invented
from typer.testing import CliRunner, Result

from building import FACTS, rules, ruleset_from, small_ruleset
from random_rules import DATES, VALIDITIES, expression_sets, facts_of, ruleset_of, turning
from samenwerkadvies import Adviser, Partnership, Ruleset, UsageError, Vocabulary, load_ruleset
from samenwerkadvies.cli import app
from samenwerkadvies.engines import make_engine
from samenwerkadvies.known import column_name, never_column
from samenwerkadvies.sql import AnswerTable, Dialect, rules_to_sql, table_to_sql
from samenwerkadvies.validity import Validity
from tried import tried

Rows = list[dict[str, Any]]
Run = Callable[[str, pa.Table], Rows]
"""Run a SELECT over a table with answers, which is called samenwerkingen."""
TYPES = {"ja_nee": pa.bool_(), "aantal": pa.int64(), "schaal": pa.int16(), "keuze": pa.string(), "datum": pa.date32()}
BOTH = ("gemeente", "migrantenorganisatie")


def vocabulary() -> Vocabulary:
    with tempfile.TemporaryDirectory() as made:
        return ruleset_of(Path(made), {"een": "mensen = 1"}).vocabulary


VOCABULARY = vocabulary()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("rules")


def table_of(ruleset: Ruleset, partnerships: list[Partnership]) -> pa.Table:
    """Return partnerships in the columns that the SQL reads."""
    columns: dict[str, pa.Array] = {
        "naam": pa.array([each.name for each in partnerships], pa.string()),
        "peildatum": pa.array([each.reference_date for each in partnerships], pa.date32()),
    }
    for fact in ruleset.vocabulary.parts.values():
        for party in fact.parties:
            given = [each.known.get((fact.id, party)) for each in partnerships]
            cells = [None if found == "nooit" else found for found in given]
            kind = TYPES[fact.kind.value]
            if fact.decimals:  # what is known is in the smallest unit, a column says it with its decimals
                kind = pa.decimal128(18, fact.decimals)
                cells = [None if found is None else Decimal(found).scaleb(-fact.decimals) for found in cells]
            columns[column_name((fact.id, party))] = pa.array(cells, kind)
            if fact.may_be_never:
                never = [None if found is None else found == "nooit" for found in given]
                columns[never_column(fact.id)] = pa.array(never, pa.bool_())
    return pa.table(columns)


# --- the databases ---


def in_duckdb(statement: str, table: pa.Table) -> Rows:
    with duckdb.connect() as database:
        database.register("samenwerkingen", table)
        return fetched(database.execute(statement))


def fetched(result: duckdb.DuckDBPyConnection) -> Rows:
    names = [column[0] for column in result.description]
    return [dict(zip(names, row, strict=True)) for row in result.fetchall()]


def in_spark(statement: str, table: pa.Table) -> Rows:
    spark_frame(table).createOrReplaceTempView("samenwerkingen")
    return [row.asDict() for row in spark().sql(statement).collect()]


def in_postgres(database: "psycopg.Connection[Any]") -> Run:
    def run(statement: str, table: pa.Table) -> Rows:
        names = {"string": "text", "date32[day]": "date", "bool": "boolean", "int16": "smallint", "int64": "bigint"}
        columns = ", ".join(f'"{field.name}" {names.get(str(field.type), "numeric")}' for field in table.schema)
        with database.cursor(row_factory=psycopg.rows.dict_row) as cursor:
            cursor.execute(f"CREATE TABLE samenwerkingen ({columns})".encode())
            with cursor.copy(b"COPY samenwerkingen FROM STDIN") as copy:
                for row in table.to_pylist():
                    copy.write_row(list(row.values()))
            found: Rows = cursor.execute(statement.encode()).fetchall()
        database.rollback()
        return found

    return run


@pytest.fixture(scope="module")
def postgres() -> Iterator["psycopg.Connection[Any]"]:
    """A server of our own, which listens on a socket in a folder of its own only."""
    programs = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
    if not programs:
        pytest.skip("needs PostgreSQL: apt-get install postgresql")
    account = {}
    home = Path(tempfile.mkdtemp(prefix="samenwerkadvies-"))
    if os.geteuid() == 0:  # PostgreSQL refuses to run as root
        owner = pwd.getpwnam("postgres")
        account = {"user": owner.pw_uid, "group": owner.pw_gid, "extra_groups": []}
        os.chown(home, owner.pw_uid, owner.pw_gid)

    def call(program: str, *arguments: str) -> None:
        command = [str(programs[-1] / program), "-D", str(home / "data"), *arguments]
        subprocess.run(command, cwd=home, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **account)

    try:
        call("initdb", "-U", "proef", "--auth=trust", "--no-sync", "--encoding=UTF8", "--locale=C")
        options = f"-c listen_addresses= -c unix_socket_directories={home} -c fsync=off"
        call("pg_ctl", "-w", "-l", str(home / "log"), "-o", options, "start")
        try:
            with psycopg.connect(host=str(home), user="proef", dbname="postgres") as database:
                yield database
        finally:
            call("pg_ctl", "-m", "immediate", "stop")
    finally:
        shutil.rmtree(home, ignore_errors=True)


@pytest.fixture(
    params=[
        "duckdb",
        pytest.param("postgres", marks=pytest.mark.postgres),
        pytest.param("spark", marks=pytest.mark.spark),
    ]
)
def database(request: pytest.FixtureRequest) -> tuple[Dialect, Run]:
    run = {"duckdb": in_duckdb, "spark": in_spark}.get(request.param)
    return Dialect(request.param), run or in_postgres(request.getfixturevalue("postgres"))


def decided(ruleset: Ruleset, partnerships: list[Partnership]) -> dict[str, dict[str, bool | None]]:
    engine = make_engine("reference", ruleset)
    return {each.name: dict(engine.decide(each)) for each in partnerships}


def outcomes(rows: Rows, ruleset: Ruleset) -> dict[str, dict[str, bool | None]]:
    return {row["naam"]: {rule: row[rule] for rule in ruleset.rules} for row in rows}


# --- the law: what the reference engine says ---


@tried(0.5)
@given(
    expressions=expression_sets(VOCABULARY),
    validities=VALIDITIES,
    cases=st.lists(st.tuples(facts_of(VOCABULARY), st.sampled_from(DATES)), min_size=20, max_size=20),
)
def test_random_rules_over_random_partnerships(
    folder: Path,
    expressions: dict[str, str],
    validities: list[Validity],
    cases: list[tuple[dict[str, object], str]],
) -> None:
    ruleset = turning(ruleset_of(folder, expressions), validities)
    partnerships = [
        Partnership.from_facts(facts, ruleset.vocabulary, reference_date=date, name=str(number))
        for number, (facts, date) in enumerate(cases)
    ]
    rows = in_duckdb(rules_to_sql(ruleset, Dialect.DUCKDB), table_of(ruleset, partnerships))
    assert outcomes(rows, ruleset) == decided(ruleset, partnerships)


def test_the_shipped_rules_in_every_database(shipped: Ruleset, database: tuple[Dialect, Run]) -> None:
    dialect, run = database
    partnerships = invented(200, seed=7)
    rows = run(rules_to_sql(shipped, dialect), table_of(shipped, partnerships))
    assert outcomes(rows, shipped) == decided(shipped, partnerships)
    assert list(rows[0]) == [
        "naam",
        "peildatum",
        *shipped.rules,
        *(f"condition_{number}" for number in range(1, 14)),
        *shipped.checks,
    ]
    adviser = Adviser(shipped, "reference")
    by_name = {row["naam"]: row for row in rows}
    for partnership in partnerships[:60]:
        row, assessment = by_name[partnership.name], adviser.assess(partnership)
        assert row["peildatum"] == partnership.reference_date
        assert [row[f"condition_{each.number}"] for each in assessment.conditions] == [
            each.status.value for each in assessment.conditions
        ]


def test_decimals_in_every_database(folder: Path, database: tuple[Dialect, Run]) -> None:
    dialect, run = database
    ruleset = ruleset_of(folder, {"een": "uren = 2", "twee": "uren < 1,5", "drie": "uren >= 0,1"})
    cases = [{"uren": Decimal(given)} for given in ("0", "0.1", "1.4", "1.5", "2", "2.1")]
    partnerships = [
        Partnership.from_facts(facts, ruleset.vocabulary, reference_date=DATES[0], name=str(number))
        for number, facts in enumerate([*cases, {}])
    ]
    rows = run(rules_to_sql(ruleset, dialect), table_of(ruleset, partnerships))
    assert outcomes(rows, ruleset) == decided(ruleset, partnerships)


def test_quotients_in_every_database(folder: Path, database: tuple[Dialect, Run]) -> None:
    dialect, run = database
    lines = ("per(mensen, uren) < 2,5", "per(uren, mensen) >= 0,4", "per(procent, mensen) = 0,001", "niet signaal(r0)")
    ruleset = ruleset_of(folder, {f"r{number}": line for number, line in enumerate(lines)})
    answers = {"mensen": (0, 1, 10**5, 10**15, None), "uren": ("0", "0.4", "7.5", None), "procent": (0, 100, None)}
    given_ = [dict(zip(answers, each, strict=True)) for each in itertools.product(*answers.values())]
    partnerships = [
        Partnership.from_facts(
            {
                name: Decimal(answer) if name == "uren" else answer
                for name, answer in each.items()
                if answer is not None
            },
            ruleset.vocabulary,
            reference_date=DATES[0],
            name=str(number),
        )
        for number, each in enumerate(given_)
    ]
    rows = run(rules_to_sql(ruleset, dialect), table_of(ruleset, partnerships))
    assert outcomes(rows, ruleset) == decided(ruleset, partnerships)


def test_days_beside_each_other_in_every_database(folder: Path, database: tuple[Dialect, Run]) -> None:
    dialect, run = database
    ruleset = small_ruleset(folder, een="start < evaluatie", twee="evaluatie <= start")
    days = ("2025-01-01", "2025-06-01", None)
    partnerships = [
        Partnership.from_facts(
            {"start": start, "evaluatie": other}, ruleset.vocabulary, reference_date=DATES[0], name=f"{start} {other}"
        )
        for start, other in itertools.product(days, (*days, "nooit"))
    ]
    rows = run(rules_to_sql(ruleset, dialect), table_of(ruleset, partnerships))
    assert outcomes(rows, ruleset) == decided(ruleset, partnerships)


def test_options_that_are_chosen_in_every_database(folder: Path, database: tuple[Dialect, Run]) -> None:
    dialect, run = database
    lines = {"een": "aantal(hulp) >= 2 of bevat(hulp, taal)", "twee": "niet bevat(iedereen(taken), koken)"}
    lines |= {"drie": "aantal(gemeente(taken)) = 0", "vier": "aandeel_beantwoord(gemeente) < 0,2 en niet bekend(hulp)"}
    ruleset = ruleset_of(folder, lines)
    given = [{}, {"hulp": []}, {"hulp": ["geld", "ruimte"]}, {"taken": {"gemeente": []}}]
    given += [{"hulp": ["geld"], "taken": {"gemeente": ["koken"], "migrantenorganisatie": ["koken", "bellen"]}}]
    partnerships = [
        Partnership.from_facts(facts, ruleset.vocabulary, reference_date="2026-01-31", name=str(number))
        for number, facts in enumerate(given)
    ]
    rows = run(rules_to_sql(ruleset, dialect), table_of(ruleset, partnerships))
    assert outcomes(rows, ruleset) == decided(ruleset, partnerships)


def test_months_end_where_the_calendar_ends_them(folder: Path, database: tuple[Dialect, Run]) -> None:
    dialect, run = database
    views = itertools.product(("maanden_sinds", "maanden_tot"), ("start", "evaluatie"), ("=", "<", "<="), (0, 1, 6, 12))
    ruleset = small_ruleset(
        folder, **{f"r{number}": f"{v}({d}) {o} {m}" for number, (v, d, o, m) in enumerate(views) if (o, m) != ("<", 0)}
    )
    days = [
        datetime.date(year, month, day)
        for year in (2023, 2024)
        for month, day in ((1, 28), (1, 29), (1, 31), (2, 28), (3, 1), (3, 30), (3, 31), (8, 31), (9, 30))
    ] + [datetime.date(2024, 2, 29), datetime.date(2025, 2, 28)]
    partnerships = [
        Partnership.from_facts(
            {"start": start, "evaluatie": start}, ruleset.vocabulary, reference_date=date, name=f"{start} {date}"
        )
        for start, date in itertools.product(days, repeat=2)
    ]
    rows = run(rules_to_sql(ruleset, dialect), table_of(ruleset, partnerships))
    assert outcomes(rows, ruleset) == decided(ruleset, partnerships)


def test_one_date_for_all_needs_no_column(folder: Path, database: tuple[Dialect, Run]) -> None:
    dialect, run = database
    ruleset = small_ruleset(folder, een="maanden_sinds(start) >= 1")
    date = datetime.date(2026, 2, 28)
    partnerships = [
        Partnership.from_facts({"start": start}, ruleset.vocabulary, reference_date=date, name=start)
        for start in ("2026-01-28", "2026-01-29", "2026-01-31", "2026-02-01")
    ]
    table = table_of(ruleset, partnerships).drop_columns(["peildatum"])
    rows = run(rules_to_sql(ruleset, dialect, AnswerTable(reference_date=date)), table)
    assert [row["een"] for row in rows] == [True, True, True, False]
    assert {row["peildatum"] for row in rows} == {date}
    assert '"peildatum"' not in table_to_sql(ruleset, Dialect.DUCKDB, AnswerTable(reference_date=date))


def test_never_goes_before_a_date_and_no_is_not_a_date(folder: Path) -> None:
    ruleset = small_ruleset(
        folder, nooit="evaluatie = nooit", lang="maanden_sinds(evaluatie) > 2", weet="bekend(evaluatie)"
    )
    rows = in_duckdb(
        rules_to_sql(ruleset, Dialect.DUCKDB),
        pa.table(
            {
                "naam": ["beide", "nee", "niets"],
                "peildatum": [datetime.date(2026, 1, 1)] * 3,
                "evaluatie": pa.array([datetime.date(2026, 1, 1), None, None], pa.date32()),
                "evaluatie.nooit": pa.array([True, False, None], pa.bool_()),
            }
        ),
    )
    assert outcomes(rows, ruleset) == {
        "beide": {"nooit": True, "lang": True, "weet": True},
        "nee": {"nooit": None, "lang": None, "weet": False},
        "niets": {"nooit": None, "lang": None, "weet": False},
    }


# --- what a reader sees ---

CONDITIONS = """\
voorwaarde: {nummer: 1, id: eerste, titel: De eerste, kort: Eerste, uitleg: Uitleg., rust_op: []}
"""
SECOND = CONDITIONS.replace(
    "1, id: eerste, titel: De eerste, kort: Eerste", "2, id: tweede, titel: De tweede, kort: Tweede"
)
EXPECTED = """\
-- Regelset regels 1
-- Vingerafdruk sha256:0
-- Elke rij is een samenwerking en elke regel is een kolom: true als de regel geldt, false als de regel
-- niet geldt, null als dat nog niet te zeggen is.
-- Een antwoord dat er niet is, is null en telt nooit als nee.
-- Een gemiddelde staat hier als som, en een deel als aantal: gemiddeld hoogstens 2,5 over twee vragen
-- is samen hoogstens 5.
-- Onderaan staat per voorwaarde de stand: risk (een bevinding die kritiek of hoog is), attention (een
-- andere bevinding), in_order (alles is bekend en er is niets gevonden, of alleen sterke punten) of
-- unknown.
CREATE OR REPLACE VIEW "beleid"."advies" AS
WITH "stap_0_antwoorden" AS (
  -- De antwoorden waar de regels naar kijken
  SELECT
    "naam",
    "peildatum",
    "veilig",
    "mensen",
    "vorm",
    "evaluatie",
    CASE WHEN "evaluatie.nooit" THEN TRUE WHEN "evaluatie" IS NOT NULL THEN FALSE ELSE NULL END
    AS "evaluatie.nooit",
    "steun.gemeente" + "moed.gemeente" AS "som band gemeente"
  FROM "samenwerkingen"
),
"stap_1_regels" AS (
  -- Regels over de antwoorden
  SELECT
    *,

    -- een (voorwaarde 1, midden)
    -- Bevinding: Er is iets gevonden.
    -- Geldt als dit klopt: er zijn minstens 3 mensen, het is niet veilig en het staat niet op papier.
    "mensen" >= 3 AND NOT "veilig" AND "vorm" <> 'papier' AS "een",

    -- twee (voorwaarde 1, midden)
    -- Bevinding: Er is iets gevonden.
    -- Geldt als dit klopt: de gemeente geeft hoogstens een 2,5 voor de band, de evaluatie was minstens 3
    -- maanden geleden of er is nooit geëvalueerd.
    "som band gemeente" <= 5 OR ("evaluatie.nooit" OR "evaluatie" + INTERVAL '3 MONTH' <= "peildatum")
    AS "twee"
  FROM "stap_0_antwoorden"
),
"stap_2_regels" AS (
  -- Regels die voortbouwen op de uitkomst van andere regels
  SELECT
    *,

    -- drie (voorwaarde 1, midden)
    -- Bevinding: Er is iets gevonden.
    -- Geldt als dit klopt: de bevinding “Er is iets gevonden” geldt en de bevinding “Er is iets gevonden”
    -- geldt niet.
    "een" AND NOT "twee" AS "drie"
  FROM "stap_1_regels"
)
-- De uitkomst
SELECT
  "naam",
  "peildatum",
  "een",
  "twee",
  "drie",

  -- 1. De eerste
  CASE
    WHEN "een" OR "twee" OR "drie" THEN 'attention'
    WHEN "een" IS NOT NULL AND "twee" IS NOT NULL AND "drie" IS NOT NULL THEN 'in_order'
    ELSE 'unknown'
  END AS "condition_1",

  -- 2. De tweede
  'unknown' AS "condition_2"
FROM "stap_2_regels";
"""


def test_a_reader_recognises_the_rules(tmp_path: Path) -> None:
    first = CONDITIONS + rules(
        een="mensen >= 3 en veilig = nee en vorm != papier",
        twee="gemeente(band) <= 2,5 of maanden_sinds(evaluatie) >= 3",
        drie="signaal(een) en niet signaal(twee)",
    )
    ruleset = ruleset_from(tmp_path, FACTS, eerste=first, tweede=SECOND)
    ruleset = attrs.evolve(ruleset, name="regels", version="1", fingerprint="sha256:0")
    assert rules_to_sql(ruleset, Dialect.POSTGRES, view="beleid.advies") == EXPECTED


@pytest.mark.parametrize("dialect", Dialect)
def test_equal_rules_give_equal_bytes_of_one_statement(dialect: Dialect) -> None:
    made = [(rules_to_sql(each, dialect), table_to_sql(each, dialect)) for each in (load_ruleset(), load_ruleset())]
    assert made[0] == made[1]
    for statement in made[0]:
        assert len(sqlglot.parse(statement, dialect=dialect.value)) == 1
        assert max(map(len, statement.splitlines())) <= 140


def test_long_conditions_are_broken_where_they_join(folder: Path) -> None:
    many = " of ".join(f"(mensen = {number} en procent > {number} en veilig = ja)" for number in range(4))
    ruleset = small_ruleset(
        folder,
        een=f"niet ({many}) en cijfer <= 2 en bekend(veilig)",
        twee="niet bekend(veilig)",
        drie="niet (niet bekend(veilig))",
        vier="niet (vorm != geen)",
    )
    statement = rules_to_sql(ruleset, Dialect.DUCKDB)
    assert (
        """
    NOT (
      ("mensen" = 0 AND "procent" > 0 AND "veilig")
      OR ("mensen" = 1 AND "procent" > 1 AND "veilig")
      OR ("mensen" = 2 AND "procent" > 2 AND "veilig")
      OR ("mensen" = 3 AND "procent" > 3 AND "veilig")
    )
    AND "cijfer" <= 2
    AND "veilig" IS NOT NULL
    AS "een",
"""
        in statement
    )
    for line in ('"veilig" IS NULL AS "twee"', '"veilig" IS NOT NULL AS "drie"', '"vorm" = \'geen\' AS "vier"'):
        assert f"\n    {line}" in statement


def test_a_long_condition_that_joins_nothing_stays_whole(tmp_path: Path) -> None:
    options = [f"optie_{letter * 12}" for letter in "abcdefghij"]
    texts = "".join(
        f"      {each}: {{label: {each}, zin: het is {each}, niet: het is niet {each}}}\n" for each in options
    )
    fact = f"  lijst:\n    soort: keuze\n    wie: samen\n    label: de lijst\n    vraag: Welke?\n    opties:\n{texts}"
    written = FACTS.replace("gemiddelden:", f"{fact}gemiddelden:") + rules(een=f"lijst in [{', '.join(options[:-1])}]")
    statement = rules_to_sql(ruleset_from(tmp_path, written), Dialect.DUCKDB)
    shown = ", ".join(f"'{option}'" for option in options[:-1])
    assert f'\n    "lijst" IN ({shown})\n    AS "een"\n' in statement


# --- the table ---


def test_the_table_takes_answers_and_nothing_else(shipped: Ruleset) -> None:
    """The table that is made holds every partnership, and gives what the view over it says."""
    partnerships = invented(100, seed=8)
    table = table_of(shipped, partnerships)
    with duckdb.connect() as database:
        database.execute(table_to_sql(shipped, Dialect.DUCKDB))
        database.register("ingevuld", table)
        database.execute("INSERT INTO samenwerkingen BY NAME SELECT * FROM ingevuld")
        database.execute(rules_to_sql(shipped, Dialect.DUCKDB, view="advies"))
        rows = fetched(database.execute("SELECT * FROM advies"))
        assert list(fetched(database.execute("SELECT * FROM samenwerkingen"))[0]) == table.column_names
    assert outcomes(rows, shipped) == decided(shipped, partnerships)


WRONG = {
    '"cijfer"': "6",
    '"mensen"': "-1",
    '"procent"': "101",
    '"vorm"': "'anders'",
    '"evaluatie", "evaluatie.nooit"': "'2026-01-01', TRUE",
}


def into(columns: str, values: str) -> str:
    return f'INSERT INTO "werk" ("naam", "peildatum", {columns}) VALUES (\'a\', \'2026-01-01\', {values})'


@pytest.mark.parametrize("columns", WRONG)
def test_duckdb_refuses_what_is_no_answer(folder: Path, columns: str) -> None:
    with duckdb.connect() as database:
        database.execute(
            table_to_sql(small_ruleset(folder, een="mensen = 1"), Dialect.DUCKDB, AnswerTable("werk"), language="nl")
        )
        with pytest.raises(duckdb.ConstraintException, match="CHECK"):
            database.execute(into(columns, WRONG[columns]))


@pytest.mark.postgres
def test_postgres_refuses_what_is_no_answer(folder: Path, postgres: "psycopg.Connection[Any]") -> None:
    ruleset = small_ruleset(folder, een="maanden_sinds(evaluatie) > 2")
    with postgres.cursor() as cursor:
        cursor.execute(table_to_sql(ruleset, Dialect.POSTGRES, AnswerTable("werk")).encode())
        for columns, values in WRONG.items():
            with pytest.raises(psycopg.errors.CheckViolation), postgres.transaction():
                cursor.execute(into(columns, values).encode())
        cursor.execute(into('"evaluatie.nooit"', "TRUE").encode())
        cursor.execute(rules_to_sql(ruleset, Dialect.POSTGRES, AnswerTable("werk"), view="advies").encode())
        assert cursor.execute('SELECT "een" FROM "advies"').fetchall() == [(True,)]
    postgres.rollback()


@pytest.mark.spark
def test_spark_keeps_the_table_and_the_view(folder: Path, tmp_path: Path) -> None:
    ruleset, table = small_ruleset(folder, een="verschil(band) >= 1,5"), AnswerTable("proef_sql.werk")
    session = spark()
    session.sql(f"CREATE DATABASE proef_sql LOCATION '{tmp_path}'")
    try:
        session.sql(table_to_sql(ruleset, Dialect.SPARK, table))
        session.sql(rules_to_sql(ruleset, Dialect.SPARK, table, view="proef_sql.advies"))
        answered = ", ".join(f"`{fact}.{party}`" for party in BOTH for fact in ("steun", "moed"))
        session.sql(
            f"INSERT INTO proef_sql.werk (naam, peildatum, {answered}) VALUES ('a', DATE '2026-01-01', 1, 2, 3, 3)"
        )
        assert [row["een"] for row in session.sql("SELECT een FROM proef_sql.advies").collect()] == [True]
    finally:
        session.sql("DROP DATABASE proef_sql CASCADE")


def test_questions_stand_above_their_columns(shipped: Ruleset) -> None:
    statement = table_to_sql(shipped, Dialect.POSTGRES, language="en")
    for fact in shipped.vocabulary.facts.values():
        assert fact.texts["en"].question.split()[0] in statement
    assert "(the municipality)" in statement
    assert '\n  "peildatum" DATE NOT NULL,\n' in statement


# --- names and texts are data ---

NASTY = [
    "*/ ; DROP TABLE samenwerkingen; --",
    "een\n; DROP TABLE samenwerkingen; --",
    "een\r; DROP TABLE samenwerkingen; --",
    "een\u2028; DROP\u0085 TABLE\x0b samenwerkingen\x00; --",
    "\\" * 3 + "\n" + "\\",
    "${spark.app.name} ${env:HOME} /* /*",
    "'; DROP TABLE samenwerkingen; \"`",
    "een " * 23 + "wrapped \\ here and \\",
]


@pytest.mark.parametrize("nasty", NASTY)
def test_a_text_cannot_leave_its_comment(tmp_path: Path, nasty: str, database: tuple[Dialect, Run]) -> None:
    dialect, run = database
    ruleset = small_ruleset(tmp_path, een="mensen = 1")
    rule = ruleset.rules["een"]
    texts = {"nl": attrs.evolve(rule.texts["nl"], finding=nasty)}
    nasty_set = attrs.evolve(
        ruleset, name=nasty, version=nasty, rules={"een": attrs.evolve(rule, texts=texts)}, fingerprint=nasty
    )
    plain = attrs.evolve(ruleset, name="", version="", fingerprint="")
    statement = rules_to_sql(nasty_set, dialect)

    def kept(text: str) -> list[str]:
        return [line for line in text.split("\n") if not line.lstrip().startswith("--")]

    assert kept(statement) == kept(rules_to_sql(plain, dialect))
    assert "${" not in statement
    partnership = Partnership.from_facts({"mensen": 1}, ruleset.vocabulary, reference_date="2026-01-01", name="a")
    assert run(statement, table_of(ruleset, [partnership]))[0]["een"] is True


@pytest.mark.parametrize("dialect", Dialect)
@pytest.mark.parametrize("nasty", ['x"; DROP TABLE y; --', "x`; DROP TABLE y; --", "x'); DROP TABLE y", "x */ --"])
def test_a_name_cannot_leave_its_quotes(folder: Path, dialect: Dialect, nasty: str) -> None:
    ruleset = small_ruleset(folder, een="maanden_sinds(start) >= 1")
    table = AnswerTable(nasty, f"{nasty} naam", f"{nasty} datum")
    for statement in (rules_to_sql(ruleset, dialect, table, view=f"{nasty}.v"), table_to_sql(ruleset, dialect, table)):
        (parsed,) = sqlglot.parse(statement, dialect=dialect.value)
        assert parsed is not None
        tables = {each.name for each in parsed.find_all(sqlglot.exp.Table)}
        assert tables - {"v", "stap_0_antwoorden", "stap_1_regels"} == {nasty}


@pytest.mark.parametrize(
    ("dialect", "table", "view", "told"),
    [
        ("duckdb", AnswerTable("a..b"), "", "'' cannot be a name in a database"),
        ("duckdb", AnswerTable("a\nb"), "", r"'a\nb' cannot be a name in a database"),
        ("duckdb", AnswerTable(), "a.", "'' cannot be a name in a database"),
        ("spark", AnswerTable(partnership=""), "", "'' cannot be a name in a database"),
        (
            "duckdb",
            AnswerTable(partnership="Mensen"),
            "",
            "two columns would have the name 'mensen': rename one of them",
        ),
        (
            "duckdb",
            AnswerTable(reference_date="NAAM"),
            "",
            "two columns would have the name 'NAAM': rename one of them",
        ),
        (
            "duckdb",
            AnswerTable(partnership="peildatum", reference_date=datetime.date(2026, 1, 1)),
            "",
            "two columns would have the name 'peildatum': rename one of them",
        ),
        ("spark", AnswerTable(partnership="een"), "", "two columns would have the name 'een': rename one of them"),
        (
            "postgres",
            AnswerTable(partnership="n" * 64),
            "",
            f"PostgreSQL cuts names after 63 bytes: '{'n' * 64}' is longer",
        ),
    ],
)
def test_names_that_cannot_be_are_refused(folder: Path, dialect: str, table: AnswerTable, view: str, told: str) -> None:
    with pytest.raises(UsageError) as raised:
        rules_to_sql(small_ruleset(folder, een="mensen = 1"), Dialect(dialect), table, view=view)
    assert str(raised.value) == told


def test_a_long_name_fits_elsewhere(folder: Path) -> None:
    table = AnswerTable(partnership="n" * 64)
    assert "n" * 64 in rules_to_sql(small_ruleset(folder, een="mensen = 1"), Dialect.DUCKDB, table)


def test_columns_of_the_table_have_different_names(folder: Path) -> None:
    with pytest.raises(UsageError, match="two columns would have the name 'veilig'"):
        table_to_sql(small_ruleset(folder, een="mensen = 1"), Dialect.DUCKDB, AnswerTable(partnership="veilig"))


# --- the command ---


def call(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["sql", *arguments])


def test_the_command_writes_the_statement(shipped: Ruleset) -> None:
    assert call().stdout == rules_to_sql(shipped, Dialect.POSTGRES)
    table = AnswerTable("werk.jaar", "titel", datetime.date(2026, 1, 1))
    options = ("--table", "werk.jaar", "--name", "titel", "--date", "2026-01-01")
    written = call("-d", "duckdb", "--view", "advies", "-l", "en", *options)
    assert (written.exit_code, written.stderr) == (0, "")
    assert written.stdout == rules_to_sql(shipped, Dialect.DUCKDB, table, view="advies", language="en")
    made = call("--create-table", "--date", "dag")
    assert made.stdout == table_to_sql(shipped, Dialect.POSTGRES, AnswerTable(reference_date="dag"))


def test_the_command_reads_own_rules(folder: Path) -> None:
    ruleset = small_ruleset(folder, een="mensen = 1")
    assert call("--rules", str(folder)).stdout == rules_to_sql(ruleset, Dialect.POSTGRES)
    english = call("--rules", str(folder), "--language", "en")
    assert (english.exit_code, english.stdout) == (2, "")
    assert "has no texts in 'en'" in english.stderr


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (
            ("-d", "postgress"),
            "onbekend dialect 'postgress'\n   = verwacht: duckdb, postgres of spark\n   = bedoelde je: postgres\n",
        ),
        (("-d", "oracle"), "onbekend dialect 'oracle'\n   = verwacht: duckdb, postgres of spark\n"),
        (
            ("--date", "31-2-2026"),
            (
                "'31-2-2026' is geen datum\n"
                "   = verwacht: een datum zoals 2026-03-01 of 1-3-2026, of de naam van een kolom\n"
            ),
        ),
        (
            ("--create-table", "--view", "v"),
            "--create-table en --view horen bij twee verschillende opdrachten: kies er een\n",
        ),
        (("--table", ""), "'' cannot be a name in a database\n"),
    ],
)
def test_the_command_tells_what_is_wrong(arguments: tuple[str, ...], told: str) -> None:
    result = call(*arguments)
    assert (result.exit_code, result.stdout, result.stderr) == (2, "", told)


def test_help_shows_an_example() -> None:
    assert "samenwerkadvies sql --view advies > advies.sql" in " ".join(call("--help").output.split())


def told_by(script: str) -> str:
    return subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False).stderr.strip()


def test_without_the_extra_one_sentence_tells_what_to_install() -> None:
    script = (
        "import sys; sys.modules['sqlglot'] = None; sys.argv = ['x', 'sql']; from samenwerkadvies.cli import run; run()"
    )
    assert told_by(script) == "SQL needs more: pip install 'samenwerkadvies[sql]'"


def test_the_core_does_not_import_sqlglot() -> None:
    script = "import sys, samenwerkadvies.cli, samenwerkadvies.outputs; sys.exit('sqlglot' in sys.modules)"
    assert told_by(script) == ""


def test_what_the_documentation_shows_is_what_is_written(shipped: Ruleset) -> None:
    page = (Path(__file__).parents[2] / "docs" / "sql.md").read_text("utf-8")
    shown = [block.split("```")[0] for block in page.split("```sql\n")[1:]]
    assert shown
    assert all(block in rules_to_sql(shipped, Dialect.POSTGRES) for block in shown)


def test_a_condition_of_serious_rules_alone_has_no_attention(tmp_path: Path) -> None:
    condition = "voorwaarde: {nummer: 1, id: basis, titel: De basis, uitleg: Hier begint het., rust_op: []}\n"
    text = (condition + FACTS + rules(een="veilig = nee")).replace("ernst: midden", "ernst: hoog")
    written = rules_to_sql(ruleset_from(tmp_path, text), Dialect.DUCKDB)
    assert "'risk'" in written
    assert "'attention'" not in written
