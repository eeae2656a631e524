"""A long table says what a case file with respondents says, whoever put it together."""

import random

import polars as pl
import pyarrow as pa
import pytest
from making import KINDS, rows_of, same_as_row_by_row

from building import FACTS, PARTIES, rules, ruleset_from
from samenwerkadvies import Adviser, InvalidFactsError, Partnership, Ruleset
from samenwerkadvies.frames import InvalidFrameError, LongColumns, assess_long
from samenwerkadvies.vocabulary import FactType, Kind

DATE = "2026-01-31"
MORE = """\
feiten:
  kleur:
    soort: keuze
    wie: ieder
    samenvoegen: hoogste
    label: de kleur
    vraag: Welke kleur?
    opties:
      rood: {label: rood, zin: het is rood, niet: het is niet rood}
      groen: {label: groen, zin: het is groen, niet: het is niet groen}
      blauw: {label: blauw, zin: het is blauw, niet: het is niet blauw}
  last: {soort: schaal, wie: ieder, samenvoegen: laagste, label: de last, vraag: Hoe zwaar?}
  zorg: {soort: ja_nee, wie: ieder, samenvoegen: alle_ja, label: zorg, vraag: Zorg?, ja: er is zorg, nee: geen zorg}
"""
EXPRESSIONS = {
    "een": "gemeente(steun) > 3 of migrantenorganisatie(kleur) = blauw",
    "twee": "gemeente(last) < 3 en gemeente(zorg) = nee",
    "drie": "verschil(steun) >= 2 of een_van_beide(pijn) = ja",
    "vier": "laagste(jaren) < 3 of mensen > 4",
    "vijf": "maanden_sinds(evaluatie) > 6 en vorm in [mondeling, papier]",
    "zes": "aandeel_beantwoord(gemeente) >= 0.5",
}


@pytest.fixture(scope="module")
def ruleset(tmp_path_factory: pytest.TempPathFactory) -> Ruleset:
    return ruleset_from(tmp_path_factory.mktemp("rules"), FACTS + rules(**EXPRESSIONS), meer=MORE)


def an_answer(fact: FactType, generator: random.Random) -> object:
    match fact.kind:
        case Kind.YES_NO:
            return generator.random() < 0.5
        case Kind.COUNT:
            return generator.randint(0, 6)
        case Kind.SCALE:
            return generator.randint(1, 5)
        case Kind.CHOICE:
            return generator.choice(fact.options)
        case Kind.DATE:
            return generator.choice(["2025-07-31", "2025-06-30", "2026-03-01", *["nooit"] * fact.may_be_never])


def cases(ruleset: Ruleset, number: int) -> list[dict[str, object]]:
    """Return cases by chance, in which up to four people of a party answer."""
    generator, facts = random.Random(3), ruleset.vocabulary.facts.values()
    return [
        {
            "naam": f"samenwerking {index}",
            "peildatum": generator.choice([DATE, "2026-02-28"]),
            "feiten": {
                fact.id: an_answer(fact, generator)
                for fact in facts
                if not fact.is_perception and generator.random() < 0.7
            },
            "respondenten": {
                party: [
                    {
                        fact.id: an_answer(fact, generator)
                        for fact in facts
                        if fact.is_perception and generator.random() < 0.7
                    }
                    for _ in range(generator.randint(0, 4))
                ]
                for party in PARTIES
            },
        }
        for index in range(number)
    ]


def long_table(found: list[dict[str, object]]) -> pa.Table:
    rows = []
    for case in found:
        own = {"naam": case["naam"], "peildatum": case["peildatum"]}
        # a row without an answer: there may be nothing else to say about a partnership
        rows.append({**own, "partij": "", "respondent": "", "feit": "mensen", "antwoord": "onbekend"})
        for fact, answer in case["feiten"].items():
            rows.append({**own, "partij": "", "respondent": "x", "feit": fact, "antwoord": written(answer)})
        for party, people in case["respondenten"].items():
            for number, person in enumerate(people):
                rows += [
                    {**own, "partij": party, "respondent": str(number), "feit": fact, "antwoord": written(answer)}
                    for fact, answer in person.items()
                ]
    random.Random(4).shuffle(rows)
    columns = ["naam", "peildatum", "partij", "respondent", "feit", "antwoord"]
    return pa.table({name: pa.array([row[name] for row in rows], pa.string()) for name in columns})


def written(answer: object) -> str:
    return {True: "ja", False: "nee"}[answer] if isinstance(answer, bool) else str(answer)


@pytest.mark.parametrize(
    "kind", ["polars", "polars-lazy", "pandas", "pyarrow", "duckdb", pytest.param("pyspark", marks=pytest.mark.spark)]
)
def test_long_tables_of_every_kind_say_what_cases_say(ruleset: Ruleset, kind: str) -> None:
    found = cases(ruleset, 60)
    partnerships = [Partnership.from_case(case, ruleset.vocabulary) for case in found]
    assert sum(len(each.spreads) > 3 for each in partnerships) > 20
    frame = KINDS[kind](long_table(found))
    result = assess_long(frame, ruleset)
    assert type(result.advice) is type(frame)
    same_as_row_by_row(result, Adviser(ruleset, "reference"), partnerships)
    if kind == "polars":
        read = {each.partnership: each.findings for each in result.assessments()}
        assert read == {each.partnership: each.findings for each in assess_long(frame.lazy(), ruleset).assessments()}


def lines(*rows: tuple[str, str, str, str, str], **columns: list[object]) -> pl.DataFrame:
    names = ["naam", "partij", "respondent", "feit", "antwoord"]
    return pl.DataFrame(list(rows), schema=names, orient="row").with_columns(
        pl.Series(name, values) for name, values in columns.items()
    )


def test_every_row_that_does_not_fit_is_told_and_its_partnership_set_aside(ruleset: Ruleset) -> None:
    frame = lines(
        ("a", "gemeente", "1", "steun", "4"),
        ("a", "Gemeente", "1", "steun", "5"),
        ("b", "", "", "mensn", "3"),
        ("b", "gemeente", "", "mensen", "3"),
        ("b", "", "", "steun", ""),
        ("", "", "", "mensen", "3"),
        ("c", "samen", "1", "mensen", "6"),
        ("c", "", "2", "mensen", "7"),
        ("d", "gemeente", "", "procent", "60"),
        ("d", "samen", "", "cijfer", "7"),
        ("d", "", "", "vorm", "Op papier"),
        ("e", "samen", "", "mensen", "5"),
        ("e", "", "2", "mensen", "5"),
        ("e", "", "", "mensen", ""),
    )
    result = assess_long(frame, ruleset, DATE, on_error="set_aside")
    twice = "van ieder mens één antwoord; per mens een andere respondent"
    differs = "van iedereen hetzelfde antwoord op deze vraag, of niets"
    assert [tuple(row.values()) for row in rows_of(result.bad_values)] == [
        (1, "a", "steun.gemeente", "4", twice),
        (2, "a", "steun.gemeente", "5", twice),
        (3, "b", "feit", "mensn", "de naam van een feit"),
        (4, "b", "partij", "gemeente", "samen of niets"),
        (5, "b", "partij", "", "gemeente of migrantenorganisatie"),
        (6, "", "naam", "", "de naam van de samenwerking"),
        (7, "c", "mensen", "6", differs),
        (8, "c", "mensen", "7", differs),
        (10, "d", "cijfer", "7", "een heel getal van 1 tot en met 5"),
    ]
    assert result.outcomes.select("partnership", "vier").rows() == [("e", True)]
    aside = rows_of(result.set_aside)
    assert [row["naam"] for row in aside] == ["a", "a", "b", "b", "b", "", "c", "c", "d", "d", "d"]
    assert [bool(row["reasons"]) for row in aside[-3:]] == [False, True, False]
    assert aside[-2]["reasons"] == "cijfer: '7' past niet (verwacht: een heel getal van 1 tot en met 5)"
    with pytest.raises(InvalidFrameError, match="rij 3") as raised:
        assess_long(frame, ruleset, DATE)
    assert raised.value.count == len(raised.value.bad_values) == 9


def test_a_partnership_has_one_date_and_its_metadata_come_along(ruleset: Ruleset) -> None:
    rows = [(name, "samen", "", fact, "5") for name in "abc" for fact in ("mensen", "cijfer")]
    frame = lines(*rows, peildatum=[DATE, "31-1-2026", DATE, "2026-02-01", DATE, None], regio=["Oost", "West"] * 3)
    result = assess_long(frame, ruleset, metadata=["regio"], on_error="set_aside")
    assert [(row["row"], row["value"]) for row in rows_of(result.bad_values)] == [(3, DATE), (4, "2026-02-01"), (6, "")]
    assert result.advice.select("partnership", "regio", "rule").rows() == [("a", "Oost", "vier")]
    same = assess_long(frame.drop("regio"), ruleset, DATE)
    assert same.advice["partnership"].to_list() == ["a", "b", "c"]


def test_columns_may_be_called_otherwise_and_be_absent(ruleset: Ruleset) -> None:
    frame = pl.DataFrame({"wie": [1, 2], "vraag": ["mensen"] * 2, "zegt": [5, 1]})
    columns = LongColumns(partnership="wie", fact="vraag", answer="zegt")
    assert assess_long(frame, ruleset, DATE, columns).advice["partnership"].to_list() == ["1"]
    with pytest.raises(InvalidFactsError, match="kolom 'rank' kan niet mee"):
        assess_long(frame.with_columns(rank=1), ruleset, DATE, columns, metadata=["rank"])
    with pytest.raises(InvalidFactsError, match="in kolom 'lijst' staat geen tekst"):
        assess_long(frame.with_columns(lijst=[1]), ruleset, DATE, columns, metadata=["lijst"])
    with pytest.raises(InvalidFactsError) as raised:
        assess_long(frame.with_columns(antword=pl.lit("x"), naam=[[1], [2]]), ruleset)
    assert [(problem.code, problem.message, problem.hint) for problem in raised.value.problems] == [
        ("TABEL01", "onbekende kolom 'wie'", ""),
        ("TABEL01", "onbekende kolom 'vraag'", ""),
        ("TABEL01", "onbekende kolom 'zegt'", ""),
        ("TABEL01", "onbekende kolom 'antword'", "antwoord"),
        ("TABEL02", "er is geen kolom 'feit'", ""),
        ("TABEL02", "er is geen kolom 'antwoord'", ""),
        ("TABEL02", "er is geen kolom 'peildatum'", ""),
        ("TABEL02", "in kolom 'naam' staat geen tekst", ""),
    ]
