"""A long table in which several organisations of a party answer says what a case file with them says."""

import random
from typing import Any

import narwhals as nw
import polars as pl
import pyarrow as pa
import pytest
from making import KINDS, same_as_row_by_row

from building import RULE, ruleset_from
from samenwerkadvies import Adviser, InvalidFactsError, Partnership, Ruleset
from samenwerkadvies.engines.reference import ReferenceEngine
from samenwerkadvies.frames import InvalidFrameError, assess_frame, assess_long
from samenwerkadvies.names import LONGEST, NAME_LIKE

DATE = "2026-01-31"
NAMES = ("Vereniging Zonneweide", "Buurtclub De Linde", "Stichting Brug", "Moestuin")
RULES = f"""\
regelset: {{naam: buurt, versie: '1'}}
partijen:
  gemeente: {{naam: gemeente, met_lidwoord: de gemeente}}
  club: {{naam: club, met_lidwoord: de club, meermaals: ja}}
bronnen: {{eigen: Eigen keuze}}
feiten:
  sfeer: {{soort: schaal, wie: ieder, label: de sfeer, vraag: Hoe is de sfeer?}}
  moed: {{soort: schaal, wie: ieder, samenvoegen: mediaan, label: de moed, vraag: Hoe is de moed?}}
  pijn: {{soort: ja_nee, wie: ieder, beter: nee, label: de pijn, vraag: Is er pijn?, ja: er is pijn, nee: er is geen pijn}}
  zaal: {{soort: ja_nee, wie: club, beter: ja, label: de zaal, vraag: Is er een zaal?, ja: er is een zaal, nee: er is geen zaal}}
  leden: {{soort: aantal, wie: club, hoogstens: 4, label: de leden, vraag: Hoeveel leden?, eenheid: leden, zin: "er zijn {{aantal}} leden"}}
  feest: {{soort: datum, wie: club, beter: later, toekomst: nee, label: het feest, vraag: Wanneer was het feest?, zin_voorbij: "het feest was {{wanneer}}", nooit: er was nooit feest}}
  einde: {{soort: datum, wie: club, beter: eerder, label: het einde, vraag: Wanneer is het einde?, zin: "het einde is {{wanneer}}", nooit: er is geen einde}}
  begin: {{soort: datum, wie: club, label: het begin, vraag: Wanneer is het begin?, zin: "het begin is {{wanneer}}"}}
  samen: {{soort: ja_nee, wie: samen, label: samen, vraag: Samen?, ja: het is samen, nee: het is niet samen}}
  kleur:
    soort: keuze
    wie: ieder
    samenvoegen: hoogste
    label: de kleur
    vraag: Welke kleur?
    opties:
      rood: {{label: rood, zin: het is rood, niet: het is niet rood}}
      groen: {{label: groen, zin: het is groen, niet: het is niet groen}}
      blauw: {{label: blauw, zin: het is blauw, niet: het is niet blauw}}
regels:
  een:
    als: club(sfeer) <= 2 of club(moed) = 3
{RULE}  twee:
    als: minstens_een(pijn) = ja en zaal = nee
{RULE}  drie:
    als: leden <= 2 of maanden_sinds(feest) > 3
{RULE}  vier:
    als: maanden_tot(einde) > 8 of club(kleur) = groen
{RULE}  vijf:
    als: maanden_tot(begin) > 8 of samen = ja
{RULE}"""  # noqa: E501 - one fact a line is easier to read
CHOICES: dict[str, tuple[object, ...]] = {
    "sfeer": (1, 2, 3, 4, 5),
    "moed": (1, 3, 5),
    "pijn": (True, False),
    "zaal": (True, False),
    "leden": (0, 1, 2, 3, 4),
    "feest": ("nooit", "2025-07-31", "2026-01-01"),
    "einde": ("nooit", "2026-07-31", "2027-01-01"),
    "begin": ("2026-07-31", "2027-01-01"),
    "samen": (True, False),
    "kleur": ("rood", "groen", "blauw"),
}
OF_EACH, OF_CLUB = ("sfeer", "moed", "pijn", "kleur"), ("zaal", "leden", "feest", "einde", "begin")


@pytest.fixture(scope="module")
def ruleset(tmp_path_factory: pytest.TempPathFactory) -> Ruleset:
    return ruleset_from(tmp_path_factory.mktemp("rules"), RULES)


def by_chance(number: int) -> list[tuple[dict[str, Any], list[dict[str, str]]]]:
    """Return cases by chance, each with its rows, in which up to four organisations answer, or people of them."""
    chance = random.Random(5)
    return [one_by_chance(f"samenwerking {index}", chance) for index in range(number)]


def one_by_chance(name: str, chance: random.Random) -> tuple[dict[str, Any], list[dict[str, str]]]:
    clubs = NAMES[: chance.randint(1, 4)]
    facts: dict[str, Any] = {}
    people: dict[str, list[dict[str, object]]] = {}
    rows = [row(name, "club", club, "", "zaal", "") for club in clubs]
    rows.append(row(name, "", "", "", "samen", written(facts.setdefault("samen", chance.choice(CHOICES["samen"])))))
    for fact in OF_EACH:
        facts[fact] = {"gemeente": chance.choice(CHOICES[fact]), "club": {}}
        rows.append(row(name, "gemeente", "", "", fact, written(facts[fact]["gemeente"])))
    for club in clubs:
        if chance.random() < 0.3:
            people[club] = [{fact: chance.choice(CHOICES[fact]) for fact in OF_EACH} for _ in range(3)]
        for number, person in enumerate(people.get(club, ())):
            rows += [row(name, "Club", club, str(number), fact, written(said)) for fact, said in person.items()]
        for fact in (*([] if club in people else OF_EACH), *OF_CLUB):
            if chance.random() < 0.8:
                said = chance.choice(CHOICES[fact])
                (facts[fact]["club"] if fact in OF_EACH else facts.setdefault(fact, {}))[club] = said
                rows.append(row(name, "club", club, "x", fact, written(said)))
    case = {"naam": name, "peildatum": DATE, "organisaties": {"club": [*clubs]}, "feiten": facts}
    chance.shuffle(rows)
    return case | {"respondenten": {"club": people}}, rows


def row(name: str, *parts: str) -> dict[str, str]:
    columns = ("partij", "organisatie", "respondent", "feit", "antwoord")
    return {"naam": name, **dict(zip(columns, parts, strict=True))}


def written(answer: object) -> str:
    return {True: "ja", False: "nee"}[answer] if isinstance(answer, bool) else str(answer)


def asked_of(found: list[tuple[dict[str, Any], list[dict[str, str]]]]) -> pa.Table:
    rows = [row for _, own in found for row in own]
    return pa.table({name: pa.array([row[name] for row in rows], pa.string()) for name in rows[0]})


def test_organisations_count_in_a_table_as_in_cases(ruleset: Ruleset) -> None:
    found = by_chance(120)
    partnerships = [Partnership.from_case(case, ruleset.vocabulary) for case, _ in found]
    unknown = [slot for each in partnerships for slot in each.organisations.asked if slot not in each.known]
    assert len(unknown) > len(partnerships)
    result = assess_long(KINDS["polars"](asked_of(found)), ruleset, DATE)
    same_as_row_by_row(result, Adviser(ruleset, "reference"), partnerships)


def test_organisations_count_in_a_database_as_in_cases(ruleset: Ruleset) -> None:
    found = by_chance(12)
    result = nw.from_native(assess_long(KINDS["duckdb"](asked_of(found)), ruleset, DATE).outcomes).collect("pyarrow")
    outcomes = {each.pop("partnership"): each for each in result.rows(named=True)}
    engine = ReferenceEngine(ruleset)
    cases = (Partnership.from_case(case, ruleset.vocabulary) for case, _ in found)
    assert outcomes == {case.name: dict(engine.decide(case)) for case in cases}


def table(*rows: tuple[str, str, str, str, str]) -> pl.DataFrame:
    return pl.DataFrame([*rows], schema=["naam", "partij", "organisatie", "feit", "antwoord"], orient="row")


def test_rows_of_which_the_organisation_does_not_fit_are_told(ruleset: Ruleset) -> None:
    many = [("d", "club", f"club {number}", "sfeer", "4") for number in range(21)]
    frame = table(
        ("a", "gemeente", "Stad", "sfeer", "4"),
        ("a", "", "", "samen", "ja"),
        ("b", "club", "", "sfeer", "4"),
        ("b", "", "Moestuin", "zaal", "ja"),
        ("c", "club", "a\nb", "sfeer", "4"),
        ("c2", "club", "x" * (LONGEST + 1), "sfeer", "4"),
        *many,
        ("e", "club", "Moestuin", "sfeer", "4"),
        ("e", "club", "Moestuin", "sfeer", "3"),
        ("e", "club", "Stichting Brug", "zaal", "ja"),
        ("e", "club", "Stichting Brug", "zaal", "nee"),
        ("f", "club", "x" * LONGEST, "zaal", "ja"),
        ("f", "club", "Stichting Brug", "zaal", "nee"),
        ("f", "", "Moestuin", "samen", "ja"),
    )
    result = assess_long(frame, ruleset, DATE, on_error="set_aside")
    told = {(found["partnership"], found["expected"]) for found in result.bad_values.to_dicts()}
    assert told == {
        ("a", "niets: deze partij is één organisatie, zolang er in de regels geen 'meermaals: ja' bij staat"),
        ("b", "de naam van de organisatie, zoals in andere rijen van deze partij"),
        ("c", NAME_LIKE),
        ("c2", NAME_LIKE),
        ("d", "hoogstens 20 organisaties van één partij"),
        ("e", "van ieder mens één antwoord; per mens een andere respondent"),
        ("e", "van iedereen hetzelfde antwoord op deze vraag, of niets"),
    }
    assert [found["partnership"] for found in result.partnerships.to_dicts()] == ["f"]
    with pytest.raises(InvalidFrameError, match="meermaals: ja"):
        assess_long(frame, ruleset, DATE)


def test_rules_without_several_organisations_have_no_use_for_their_names(tmp_path: Any) -> None:
    single = ruleset_from(tmp_path, RULES.replace(", meermaals: ja", ""))
    frame = table(("a", "club", "Moestuin", "sfeer", "4"), ("b", "club", "", "sfeer", "4"))
    result = assess_long(frame, single, DATE, on_error="set_aside")
    assert result.bad_values["partnership"].to_list() == ["a"]
    assert result.partnerships["partnership"].to_list() == ["b"]


def test_a_remark_says_which_organisation_wrote_it(ruleset: Ruleset) -> None:
    frame = table(("a", "club", "Moestuin", "sfeer", "4"), ("a", "gemeente", "", "sfeer", "4"))
    frame = frame.with_columns(toelichting=pl.Series(["Fijn.", "Goed."]))
    assert assess_long(frame, ruleset, DATE).remarks["remark"].to_list() == ["Moestuin: Fijn.", "Goed."]


@pytest.mark.parametrize("column", ["organisatie", "sfeer.club.Moestuin", "zaal.Moestuin"])
def test_a_wide_table_says_where_organisations_go(ruleset: Ruleset, column: str) -> None:
    with pytest.raises(InvalidFactsError) as raised:
        assess_frame(pl.DataFrame({"naam": ["a"], column: ["4"]}), ruleset, DATE)
    (problem,) = raised.value.problems
    assert problem.code == "TABEL01"
    assert problem.expected == "een rij per antwoord, met de kolommen naam, partij, organisatie, feit en antwoord"
