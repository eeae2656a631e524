"""A year of invented partnerships that hang together, to try things out before there are real answers.

    python examples/invented_year.py year.csv --rows 1000 --bad 5

Behind each partnership stand a few numbers that nobody fills in: how old and how large it is, how good the relation,
how busy the volunteers. Every answer follows from these, so that a small budget goes with few hours, and trust with
promises that were kept. The migrant organisation sees less influence than the municipality does, and skips more
questions. The same seed gives the same bytes on every machine. Nothing here is about a real organisation.
"""

from __future__ import annotations

import argparse
import csv
import datetime
import random
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

import attrs

from samenwerkadvies import FactType, Ruleset, load_ruleset

MUNICIPALITY, ORGANISATION = "gemeente", "migrantenorganisatie"
REGIONS = ("Noord", "Oost", "Zuid", "West", "Midden")
FIRST_DAY = datetime.date(2026, 1, 1)
NEVER = "nooit"
_MONTH = 30.44

Cell = bool | int | str | datetime.date | None
Row = dict[str, Cell]
T = TypeVar("T")


@attrs.frozen
class Theme:
    """What partnerships on a theme have in common; each shift is added to a number from 0 to 1."""

    name: str
    sensitive: float = 0.0
    """The share in which the subject may be taboo or unsafe."""
    size: float = 0.0
    relation: float = 0.0
    voice: float = 0.0
    backing: float = 0.0
    busyness: float = 0.0


THEMES = (
    Theme("Opvoedsteun", sensitive=0.2, relation=0.06, voice=0.05),
    Theme("Gezondheid", sensitive=0.15, size=0.1, backing=0.1),
    Theme("Taal en ontmoeting", relation=0.1, size=-0.1, busyness=0.05),
    Theme("Buurtvaders", size=-0.15, voice=0.1, busyness=0.15),
    Theme("Eer en veiligheid", sensitive=0.95, relation=-0.12, voice=-0.1, backing=0.1),
    Theme("Werk en inkomen", size=0.15, voice=-0.2, relation=-0.04),
    Theme("Ouderen en zorg", sensitive=0.1, size=-0.1, backing=-0.15, busyness=0.1),
    Theme("Jeugd en school", sensitive=0.1, relation=0.03, backing=0.05),
)


STAGES = (9, 22)
"""After how many months a partnership is no longer young, and when it is established."""
PHASES: tuple[Mapping[str, float], ...] = (
    {"ontwikkeling": 5, "totstandkoming": 4, "uitvoering": 1},
    {"totstandkoming": 3, "uitvoering": 7},
    {"uitvoering": 9, "afronding": 1.5},
)
REVIEWED = (0.06, 0.33, 0.78)
"""In each stage, the share that was ever evaluated."""


class Dice:
    """Chance, from ``random()`` alone: the one draw that Python promises never to change."""

    def __init__(self, seed: str) -> None:
        self._draw = random.Random(seed).random  # noqa: S311 - nothing is secret here

    def chance(self, share: float) -> bool:
        """Return yes in so large a share of throws."""
        return self._draw() < share

    def around(self, middle: float, reach: float) -> float:
        """Return a number near the middle, never further off than the reach."""
        return middle + reach * (self._draw() + self._draw() - 1)

    def level(self, middle: float, reach: float = 0.45) -> float:
        """Return the same, between 0 and 1."""
        return min(1.0, max(0.0, self.around(middle, reach)))

    def count(self, middle: float) -> int:
        """Return a whole number from 0 to twice the middle, most often near the middle."""
        return max(0, round(middle * (self._draw() + self._draw())))

    def one_of(self, values: Sequence[T]) -> T:
        """Return one of some values, each as often."""
        return values[int(self._draw() * len(values))]

    def pick(self, weights: Mapping[str, float]) -> str:
        """Return one of some words, the heavier the more often."""
        left = self._draw() * sum(weights.values())
        for word, weight in weights.items():
            left -= weight
            if left < 0:
                return word
        return next(reversed(weights))

    def step(self, level: float, steps: int) -> int:
        """Return which of some steps from low to high fits a level from 0 to 1."""
        return min(steps - 1, int(self.level(level, 0.35) * steps))


@attrs.frozen
class Life:
    """What stands behind the answers of one partnership: nobody fills it in, everything follows from it."""

    day: datetime.date
    """The reference date."""
    months: float
    """How long it has been going."""
    theme: Theme
    phase: str
    sensitive: bool
    # each from 0 (little) to 1 (much)
    size: float
    relation: float
    voice: float
    backing: float
    busyness: float
    # what other answers must agree with
    funding: str
    end_of_funding: datetime.date | None
    reviewed: bool
    paid: bool
    agreements: str


def _live(dice: Dice, ruleset: Ruleset) -> Life:
    """Make up what stands behind one partnership."""
    theme = dice.one_of(THEMES)
    years = int(dice.pick({"0": 3, "1": 4, "2": 4, "4": 4, "7": 2}))
    age = max(1.0, dice.around(years * 12 + 8, 8))
    stage = sum(age >= months for months in STAGES)
    phase = dice.pick(PHASES[stage])
    size = dice.level(0.45 + theme.size, 0.6)
    relation = dice.level(0.64 + theme.relation)
    backing = dice.level(0.4 + theme.backing + 0.25 * relation)
    funding = ruleset.vocabulary.facts["financieringsvorm"].options[dice.step(0.2 + 0.35 * backing + 0.35 * size, 4)]
    reviewed = dice.chance(REVIEWED[stage])
    day = FIRST_DAY + datetime.timedelta(days=dice.one_of(range(365)))
    months_left = 8 if funding == "incidenteel_project" else 20
    return Life(
        day,
        age,
        theme,
        phase,
        sensitive=dice.chance(theme.sensitive),
        size=size,
        relation=relation,
        voice=dice.level(0.3 + theme.voice + 0.4 * relation),
        backing=backing,
        busyness=dice.level(0.55 + theme.busyness - 0.3 * size),
        funding=funding,
        end_of_funding=_moved(day, dice.around(months_left, months_left - 1)),
        reviewed=reviewed,
        paid=dice.chance(0.05 + 0.8 * size),
        agreements=ruleset.vocabulary.facts["afspraken_vorm"].options[dice.step(0.2 + age / 150 + 0.35 * relation, 4)],
    )


def _moved(day: datetime.date, months: float) -> datetime.date:
    return day + datetime.timedelta(days=round(months * _MONTH))


# --- how each answer follows from a life; facts that stand nowhere here get a draw from their range ---

SCORES: Mapping[str, tuple[Callable[[Life], float], float]] = {
    # level from 0 to 1, and by how much lower the migrant organisation answers
    "draagvlak_uitvoering": (lambda life: 0.35 + 0.5 * life.backing, 0.08),
    "invloed_op_besluit": (lambda life: 0.25 + 0.75 * life.voice, 0.2),
    "doelen_passen_bij_behoefte": (lambda life: 0.4 + 0.3 * life.voice + 0.25 * life.relation, 0.08),
    "taken_helder": (lambda life: 0.35 + 0.5 * life.relation + life.months / 500, 0.04),
    "gelijkwaardigheid": (lambda life: 0.25 + 0.35 * life.voice + 0.45 * life.relation, 0.14),
    "erkenning": (lambda life: 0.35 + 0.55 * life.relation, 0.12),
    "afspraken_nagekomen": (lambda life: 0.05 + 0.95 * life.relation, 0.06),
    "open_over_problemen": (lambda life: 0.05 + 0.95 * life.relation, 0.05),
    "zelfde_doel": (lambda life: 0.35 + 0.6 * life.relation, 0.02),
    "verantwoording_past": (lambda life: 0.45 + 0.4 * life.size, 0.14),
    "kritiek_veilig": (lambda life: 0.3 + 0.55 * life.relation + 0.1 * life.voice, 0.14),
    "kritiek_leidt_tot_verandering": (lambda life: 0.3 + 0.3 * life.relation + 0.35 * life.voice, 0.1),
    "zelfreflectie_ander": (lambda life: 0.35 + 0.5 * life.relation, 0.06),
    "doelen_haalbaar": (lambda life: 0.8 - 0.25 * life.busyness, 0.06),
    "haalbaar_voor_mo": (lambda life: 0.95 - 0.6 * life.busyness, 0.14),
    "besluit_te_begrijpen": (lambda life: 0.5 + 0.45 * life.relation, 0.1),
    "vertrouwen_gemeenschap": (lambda life: 0.75 + 0.15 * life.size, -0.04),
    "geld_past_bij_werk": (lambda life: 0.65 + 0.35 * life.size, 0.08),
    "zelfde_beeld_van_succes": (lambda life: 0.4 + 0.55 * life.relation, 0.05),
    "scan_draagvlak": (lambda life: 0.35 + 0.6 * life.backing, 0.08),
    "scan_positie": (lambda life: 0.35 + 0.65 * life.voice, 0.14),
    "scan_van_onderop": (lambda life: 0.4 + 0.5 * life.voice, 0.08),
    "scan_rollen": (lambda life: 0.45 + 0.5 * life.relation, 0.05),
    "scan_gelijkwaardigheid": (lambda life: 0.3 + 0.35 * life.voice + 0.4 * life.relation, 0.14),
    "scan_duurzaamheid": (lambda life: 0.3 + 0.6 * life.backing, 0.1),
    "scan_spreiding": (lambda life: 0.4 + 0.5 * life.size, 0.06),
    "scan_vertrouwen": (lambda life: 0.2 + 0.8 * life.relation, 0.06),
    "scan_contact": (lambda life: 0.35 + 0.6 * life.relation, 0.04),
    "scan_flexibiliteit": (lambda life: 0.45 + 0.4 * life.size, 0.12),
    "scan_kritiek": (lambda life: 0.35 + 0.5 * life.relation, 0.12),
    "scan_resultaten": (lambda life: 0.4 + 0.45 * life.relation, 0.06),
    "scan_capaciteit": (lambda life: 0.9 - 0.5 * life.busyness, 0.12),
}
STEPS: Mapping[str, Callable[[Life], float]] = {
    # options that run from little to much
    "opgenomen_in_beleid": lambda life: 0.1 + 0.8 * life.backing,
    "moment_betrokken": lambda life: 0.75 - 0.7 * life.voice,
    "vervanger_geregeld": lambda life: 0.15 + 0.5 * life.size + 0.2 * life.relation,
    "ondersteuning": lambda life: 0.15 + 0.4 * life.backing + 0.3 * life.size,
    "basis_op_orde": lambda life: 0.45 + 0.5 * life.size,
}
MIXES: Mapping[str, Callable[[Life], Mapping[str, float]]] = {
    "aanleiding": lambda life: {
        "gedeelde_kans": 1 + 5 * life.relation,
        "bestaand_beleid": 3,
        "incident": 2 if life.sensitive else 0.7,
        "subsidie_eis": 1,
    },
    "herkomst_agenda": lambda life: {
        "gemeente": 5 * (1 - life.voice),
        "migrantenorganisatie": 1.2 * life.voice,
        "samen": 5 * life.voice,
    },
    "afspraken_privacy_veiligheid": lambda life: (
        {"niet_nodig": 0.3, "ontbreekt": 1.2 * (1.15 - life.relation), "aanwezig": 3}
        if life.sensitive
        else {"niet_nodig": 7, "ontbreekt": 1, "aanwezig": 2}
    ),
    "vervolgbesluit": lambda life: {
        "geen": 3.5 if life.funding == "incidenteel_project" else 2,
        "voortzetten": 6 * life.backing,
        "afbouwen": 0.4,
        "stoppen": 0.3,
    },
    "vergadertijd": lambda life: {
        "kantooruren": 2 if life.paid else 1,
        "wisselend": 2,
        "avond_weekend": 2 * life.voice,
    },
    "vergoeding_inzet": lambda life: (
        {"betaald": 4, "vrijwilligersvergoeding": 1}
        if life.paid
        else {"geen": 1.2, "onkosten": 2, "vrijwilligersvergoeding": 1 + 3 * life.size}
    ),
}
SHARES: Mapping[str, Callable[[Life], float]] = {
    # how often the answer is yes
    "bestuurlijk_opdrachtgever": lambda life: 0.45 + 0.55 * life.backing,
    "bestuurswissel_binnen_12m": lambda _: 0.3,
    "eigen_doelen_mo_in_plan": lambda life: 0.4 + 0.6 * life.voice,
    "wie_beslist_helder": lambda life: 0.6 + 0.4 * life.relation,
    "beslist_mee_over_geld": lambda life: 0.15 + 0.8 * life.voice,
    "oud_zeer": lambda life: 0.3 - 0.3 * life.relation,
    "vaste_contactpersoon": lambda life: 0.7 + 0.3 * life.backing,
    "plan_mag_veranderen": lambda life: 0.6 + 0.4 * life.relation,
    "evaluatie_samen": lambda life: 0.5 + 0.5 * life.relation,
    "resultaten_teruggekoppeld": lambda life: 0.55 + 0.4 * life.relation,
    "steun_raad": lambda life: 0.5 + 0.45 * life.backing,
    "moet_voorschieten": lambda life: 0.25 - 0.15 * life.size,
}
COUNTS: Mapping[str, Callable[[Life], float]] = {
    "ambtelijke_uren_per_week": lambda life: 2 + 9 * life.size * (0.4 + life.backing),
    "weken_reactietijd": lambda life: 2.5 + 3 * life.voice,
    "ideeen_achterban_uitgevoerd_12m": lambda life: 4 * life.voice * min(1.0, life.months / 12),
    "jaren_zelfde_subsidie": lambda life: life.months / 14,
    "gewenste_duur_jaren": lambda life: 1.6 + 0.8 * life.relation,
    "dragers_mo": lambda life: 1.6 + 3 * life.size,
    "dragers_gemeente": lambda life: 1.2 + 1.6 * life.backing,
    "aandeel_grootste_geldgever": lambda life: 82 - 35 * life.size,
    "aantal_migrantenorganisaties": lambda life: 1.3 + 2.2 * life.size,
    "gebroken_toezeggingen_12m": lambda life: 1.9 * (1 - life.relation),
    "wisselingen_contactpersoon_24m": lambda life: 1.6 - 1.1 * life.backing,
    "ontmoetingen_per_kwartaal": lambda life: 1.2 + 3.5 * life.relation,
    "bezoeken_op_locatie_12m": lambda life: 0.7 + 3 * life.relation,
    "uren_administratie_per_maand": lambda life: 4.5 + 3 * life.size,
    "subsidie_per_jaar": lambda life: 4 + 76 * life.size * life.size,
    "feedbackmomenten_per_jaar": lambda life: 0.6 + 2.5 * life.relation,
    "successen_gedeeld_12m": lambda life: 0.4 + 2.2 * life.relation,
    "vrijwilligersuren_per_week": lambda life: 6 + 10 * life.busyness + 8 * life.size,
    "betaalde_uren_per_week": lambda life: 4 + 16 * life.size,
}
LONG_AGO: Mapping[str, tuple[float, Callable[[Life], float]]] = {
    # how many months ago at most, and how often it never came
    "datum_peiling_achterban": (26, lambda life: 0.3 - 0.25 * life.voice),
    "datum_herziening_afspraken": (40, lambda life: 0.5 - 0.4 * life.relation),
    "datum_evaluatie": (26, lambda life: float(not life.reviewed)),
}
LOWEST: Mapping[str, int] = {
    # counts that are never zero
    "weken_reactietijd": 1,
    "dragers_mo": 1,
    "aandeel_grootste_geldgever": 25,
    "aantal_migrantenorganisaties": 1,
    "subsidie_per_jaar": 2,
}
UNITS: Mapping[str, int] = {"subsidie_per_jaar": 1000}
"""Counts that people round."""
KNOWN: Mapping[str, Callable[[Life], Cell]] = {
    # what a life says by itself
    "fase": lambda life: life.phase,
    "thema_gevoelig": lambda life: life.sensitive,
    "startdatum": lambda life: _moved(life.day, -life.months),
    "financieringsvorm": lambda life: life.funding,
    "einddatum_financiering": lambda life: NEVER if life.funding == "structureel" else life.end_of_funding,
    "afspraken_vorm": lambda life: life.agreements,
}
NOT_ASKED: Mapping[str, Callable[[Life], bool]] = {
    # questions that make no sense in some partnerships, and stay empty there
    "einddatum_financiering": lambda life: life.funding == "geen",
    "vervolgbesluit": lambda life: life.funding in ("geen", "structureel"),
    "datum_herziening_afspraken": lambda life: life.agreements == "geen",
    "evaluatie_samen": lambda life: not life.reviewed,
}
NONE_AT_ALL: Mapping[str, Callable[[Life], bool]] = {
    # counts that are zero whatever the rest is
    "betaalde_uren_per_week": lambda life: not life.paid,
    "subsidie_per_jaar": lambda life: life.funding == "geen",
    "jaren_zelfde_subsidie": lambda life: life.funding == "geen",
}


# --- from lives to rows ---


def columns(ruleset: Ruleset) -> list[str]:
    """Return the columns of the table, in order."""
    facts = ruleset.vocabulary.facts.values()
    return ["naam", "peildatum", "thema", "regio", *(_column(fact, party) for fact in facts for party in fact.parties)]


def rows(number: int = 300, seed: int = 2026) -> list[Row]:
    """Return so many partnerships as rows for ``assess_frame``.

    The first twenty of three hundred are the same as twenty by themselves. Dates that may be ``nooit`` are ISO texts,
    so that a column has one type; other dates are dates; unknown is None.
    """
    ruleset = load_ruleset()
    return [_row(Dice(f"{seed}/{index}"), ruleset, index) for index in range(1, number + 1)]


def _row(dice: Dice, ruleset: Ruleset, index: int) -> Row:
    life = _live(dice, ruleset)
    skips = _skips(dice, life)
    row: Row = {
        "naam": f"{life.theme.name} {index:03}",
        "peildatum": life.day,
        "thema": life.theme.name,
        "regio": dice.one_of(REGIONS),
    }
    for fact in ruleset.vocabulary.facts.values():
        for party in fact.parties:
            answer = _answer(dice, life, fact, party)
            is_skipped = dice.chance(skips[party or fact.answered_by])
            makes_no_sense = fact.id in NOT_ASKED and NOT_ASKED[fact.id](life)
            row[_column(fact, party)] = None if is_skipped or makes_no_sense else answer
    return row


def _column(fact: FactType, party: str | None) -> str:
    return f"{fact.id}.{party}" if party else fact.id


def _skips(dice: Dice, life: Life) -> dict[str, float]:
    """Return which share of the questions stays open, for each who may answer."""
    skips = {
        MUNICIPALITY: 0.01 if dice.chance(0.75) else 0.1,
        ORGANISATION: 0.02 if dice.chance(0.85 - 0.5 * life.busyness) else 0.16,
        "samen": 0.02,
    }
    silent = dice.pick({"": 80, ORGANISATION: 14, MUNICIPALITY: 6})
    if silent:  # only the other party has filled it in
        skips |= {silent: 0.95, "samen": 0.12}
    return skips


def _answer(dice: Dice, life: Life, fact: FactType, party: str | None) -> Cell:
    name, kind = fact.id, fact.kind.value
    if name in KNOWN:
        answer = KNOWN[name](life)
        return answer.isoformat() if fact.may_be_never and isinstance(answer, datetime.date) else answer
    if name in NONE_AT_ALL and NONE_AT_ALL[name](life):
        return 0
    match kind:
        case "ja_nee":
            return dice.chance(SHARES[name](life) if name in SHARES else 0.5)
        case "schaal":
            level, lower = SCORES.get(name, (lambda life: life.relation, 0.1))
            low, high = fact.range
            return low + dice.step(level(life) - (lower if party == ORGANISATION else 0), high - low + 1)
        case "keuze" if name in MIXES:
            return dice.pick(MIXES[name](life))
        case "keuze":
            return fact.options[dice.step(STEPS[name](life) if name in STEPS else dice.level(0.5), len(fact.options))]
        case "aantal":
            count = dice.count(COUNTS[name](life) if name in COUNTS else 4)
            count = max(count, LOWEST.get(name, 0))
            return min(count * UNITS.get(name, 1), fact.maximum)
        case _:
            at_most, never = LONG_AGO.get(name, (24, lambda _: 0.1))
            if fact.may_be_never and dice.chance(never(life)):
                return NEVER
            day = _moved(life.day, -min(life.months, at_most) * dice.level(0.45, 0.5))
            return day.isoformat() if fact.may_be_never else day


# --- from rows to a file ---

MISFITS = (("keuze", "misschien"), ("schaal", "6"), ("datum", "31-02-2026"), ("aantal", "-3"), ("aantal", "veel"))
"""Answers that do not fit, each with the kind of question that it is given to."""


def texts(number: int, seed: int, bad: int) -> Iterator[dict[str, str]]:
    """Yield the rows as they stand in a file; so many of them have one answer that does not fit."""
    facts = load_ruleset().vocabulary.facts.values()
    of_kind = {
        kind: [_column(fact, fact.parties[-1]) for fact in facts if fact.kind.value == kind] for kind, _ in MISFITS
    }
    dice = Dice(f"{seed}/bad")
    wrong = {index * number // bad: MISFITS[index % len(MISFITS)] for index in range(bad)}
    for index, row in enumerate(rows(number, seed)):
        cells = {column: _text(cell) for column, cell in row.items()}
        if index in wrong:
            kind, misfit = wrong[index]
            cells[dice.one_of(of_kind[kind])] = misfit
        yield cells


def _text(cell: Cell) -> str:
    match cell:
        case None:
            return ""
        case bool():
            return "ja" if cell else "nee"
        case datetime.date():
            return cell.isoformat()
        case _:
            return str(cell)


def write_csv(path: Path, number: int, seed: int = 2026, bad: int = 0) -> None:
    """Write a file as a Dutch spreadsheet opens it: semicolons, and ja or nee."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns(load_ruleset()), delimiter=";", lineterminator="\n")
        writer.writeheader()
        writer.writerows(texts(number, seed, bad))


def main() -> int:
    """Write the year to a file."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("file", type=Path, help="the csv file to write")
    parser.add_argument("--rows", type=int, default=300, help="how many partnerships (300)")
    parser.add_argument("--seed", type=int, default=2026, help="another seed gives another year (2026)")
    parser.add_argument("--bad", type=int, default=0, help="how many rows get an answer that does not fit (0)")
    asked = parser.parse_args()
    if not 0 <= asked.bad <= asked.rows:
        parser.error("--bad is at most the number of rows")
    write_csv(asked.file, asked.rows, asked.seed, asked.bad)
    return 0


if __name__ == "__main__":
    sys.exit(main())
