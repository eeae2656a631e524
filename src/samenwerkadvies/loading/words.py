"""The words of a ruleset as they stand in its files: what each kind of fact needs, and the texts of each part."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import attrs

from samenwerkadvies.answers import SEPARATOR
from samenwerkadvies.errors import Problem, Text, quoted
from samenwerkadvies.loading.entries import (
    CheckEntry,
    CheckTranslation,
    ConditionEntry,
    ConditionTranslation,
    FactEntry,
    FactTranslation,
    OptionEntry,
    PartyEntry,
    PartyTranslation,
    RuleEntry,
    RuleTranslation,
)
from samenwerkadvies.loading.quoting import Quoting
from samenwerkadvies.ruleset import ConditionTexts, RuleTexts
from samenwerkadvies.vocabulary import NUMBER, WHEN, FactTexts, Kind, OptionTexts, PartyTexts

_NEEDED: Mapping[Kind, tuple[str, ...]] = {
    Kind.YES_NO: ("ja", "nee"),
    Kind.COUNT: ("eenheid", "zin"),
    Kind.SCALE: (),
    Kind.CHOICE: ("opties",),
    Kind.CHOICES: ("opties",),
    Kind.DATE: (),
}
_ALLOWED: Mapping[Kind, tuple[str, ...]] = {
    Kind.YES_NO: (),
    Kind.COUNT: ("zin_een", "zin_geen", "hoogstens", "decimalen"),
    Kind.SCALE: ("schaal_1", "schaal_5"),
    Kind.CHOICE: (),
    Kind.CHOICES: ("zin", "zin_een", "zin_geen"),
    Kind.DATE: ("nooit", "toekomst", "zin", "zin_voorbij"),
}


def misfitting_words(entry: FactEntry | FactTranslation, kind: Kind, key: Text) -> list[Problem]:
    """Return what is missing or superfluous in the words of a fact type of a kind."""
    stated = {name for name in attrs.fields_dict(type(entry)) if getattr(entry, name) is not None}
    common = {
        "soort",
        "wie",
        "label",
        "vraag",
        "bron",
        "vast",
        "beter",
        "samenvoegen",
        "verdeeld_vanaf",
        "bij_de_vraag",
    }
    problems = [
        Problem(
            code="VORM02",
            message=f"hier ontbreekt {quoted(name)}",
            location=key.at,
            expected=f"een regel die begint met '{name}:'",
        )
        for name in _NEEDED[kind]
        if name not in stated
    ]
    problems += [
        Problem(
            code="VORM01",
            message=f"{quoted(name)} past niet bij soort {quoted(kind.value)}",
            location=key.at,
            expected=f"een feit zonder '{name}'",
        )
        for name in sorted(stated - common - {*_NEEDED[kind], *_ALLOWED[kind]})
    ]
    mark, like = (
        (WHEN, f"het geld stopt {WHEN}") if kind is Kind.DATE else (NUMBER, f"er zijn {NUMBER} gesprekken per jaar")
    )
    for clause in (entry.zin, entry.zin_een, entry.zin_voorbij):
        if clause is not None and clause.count(mark) != 1:
            problems.append(
                Problem(
                    code="VORM10",
                    message=f"in deze zin hoort één keer {mark}",
                    location=clause.at,
                    expected=f"zoals: {like}",
                )
            )
    if kind is Kind.CHOICES and entry.opties is not None:
        problems += _problems_together(entry.opties, key)
    if entry.opties is not None and len(entry.opties) == 1:
        problems.append(
            Problem(
                code="VORM10",
                message="een keuze heeft minstens twee opties",
                location=key.at,
                expected="twee opties of meer",
            )
        )
    return problems


MOST_TOGETHER = 30
"""Options of which any number can be chosen."""


def _problems_together(options: Mapping[Text, OptionEntry], key: Text) -> Iterator[Problem]:
    """Yield what is wrong with options of which several can be chosen."""
    if len(options) > MOST_TOGETHER:
        yield Problem(
            code="VORM10",
            message=f"een meerkeuze heeft hoogstens {MOST_TOGETHER} opties",
            location=key.at,
            expected=f"{MOST_TOGETHER} opties of minder; verdeel ze over twee feiten",
        )
    for option in options.values():
        if SEPARATOR in option.label:
            message = f"in het label van een meerkeuze past geen {quoted(SEPARATOR)}: dat staat tussen antwoorden"
            yield Problem(
                code="VORM10", message=message, location=option.label.at, expected=f"een label zonder {SEPARATOR}"
            )


def condition_texts(entry: ConditionEntry | ConditionTranslation) -> ConditionTexts:
    """Return the words of a condition."""
    return ConditionTexts(str(entry.titel), str(entry.uitleg), str(entry.kort or entry.titel))


def party_texts(entry: PartyEntry | PartyTranslation) -> PartyTexts:
    """Return the words of a party."""
    return PartyTexts(str(entry.naam), str(entry.met_lidwoord), str(entry.kort or entry.naam))


def fact_texts(entry: FactEntry | FactTranslation) -> FactTexts:
    """Return the words of a fact type."""
    return FactTexts(
        label=str(entry.label),
        question=str(entry.vraag),
        unit=str(entry.eenheid or ""),
        clause=str(entry.zin or ""),
        clause_one=str(entry.zin_een or ""),
        clause_none=str(entry.zin_geen or ""),
        clause_past=str(entry.zin_voorbij or ""),
        asked=str(entry.bij_de_vraag or ""),
        yes=str(entry.ja or ""),
        no=str(entry.nee or ""),
        never=str(entry.nooit or ""),
        lowest=str(entry.schaal_1 or ""),
        highest=str(entry.schaal_5 or ""),
        options={
            str(name): OptionTexts(str(option.label), str(option.zin), str(option.niet))
            for name, option in (entry.opties or {}).items()
        },
    )


def rule_texts(entry: RuleEntry | RuleTranslation | CheckEntry | CheckTranslation, quoting: Quoting) -> RuleTexts:
    """Return the words of a rule, with the numbers that they quote; a check gives no advice."""
    if isinstance(entry, CheckEntry | CheckTranslation):
        note = quoting.filled(entry.toelichting) if entry.toelichting else ""
        return RuleTexts(finding=quoting.filled(entry.bevinding), title="", steps=(), note=note)
    return RuleTexts(
        finding=quoting.filled(entry.bevinding),
        title=quoting.filled(entry.advies),
        steps=tuple(map(quoting.filled, entry.stappen)),
        decision=quoting.filled(entry.beslissing) if entry.beslissing else "",
        note=quoting.filled(entry.toelichting) if entry.toelichting else "",
        no_way_out=quoting.filled(entry.geen_uitweg) if entry.geen_uitweg else "",
    )
