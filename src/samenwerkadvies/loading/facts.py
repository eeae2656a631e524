"""Make a fact type of what a rule file says, or say what is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping

from samenwerkadvies.bilingual import any_of
from samenwerkadvies.errors import Problem, Text, nearest, quoted
from samenwerkadvies.grammar.parser import as_name, is_name
from samenwerkadvies.loading.better import better_of, better_problems
from samenwerkadvies.loading.entries import FactEntry
from samenwerkadvies.loading.people import COMBINATIONS, DIVIDED_FROM, between, respondent_problems
from samenwerkadvies.loading.words import fact_texts, misfitting_words
from samenwerkadvies.ruleset import DUTCH
from samenwerkadvies.vocabulary import EACH, GREATEST_COUNT, NEVER, TOGETHER, UNKNOWN, FactType, Kind, Party


def fact_problems(key: Text, entry: FactEntry, parties: Mapping[str, Party]) -> list[Problem]:
    """Return everything that is wrong with a fact type of a ruleset with these parties."""
    problems = misfitting_words(entry, entry.soort, key)
    who = (*parties, TOGETHER, EACH)
    if entry.wie not in who:
        problems.append(
            Problem(
                code="VORM04",
                message=f"onbekend woord {quoted(str(entry.wie))}",
                location=entry.wie.at,
                expected=any_of(who),
                hint=nearest(entry.wie, who),
            )
        )
    if entry.soort is Kind.DATE and entry.wie == EACH:
        expected = f"wie: {any_of([*parties, TOGETHER])}"
        message = "een datum kan niet per partij verschillen"
        problems.append(Problem(code="VORM04", message=message, location=key.at, expected=expected))
    if entry.hoogstens is not None and not 0 < entry.hoogstens <= GREATEST_COUNT:
        message, expected = "'hoogstens' is hier geen grens", "een getal boven 0"
        problems.append(Problem(code="VORM04", message=message, location=key.at, expected=expected))
    problems += (*respondent_problems(entry, key, parties), *better_problems(entry))
    for option in entry.opties or ():
        if not is_name(option) or option in (UNKNOWN, NEVER):
            expected = "een naam met kleine letters, cijfers en _, die geen woord van de taal is"
            message = f"{quoted(str(option))} is geen naam"
            problems.append(
                Problem(code="VORM06", message=message, location=option.at, expected=expected, hint=as_name(option))
            )
    return problems


def fact_type(key: Text, entry: FactEntry, condition: int | None, parties: Mapping[str, Party]) -> FactType:
    """Return the fact type, of a condition where it belongs to one; what is asked of each is asked of these parties."""
    return FactType(
        id=key,
        kind=entry.soort,
        answered_by=str(entry.wie),
        texts={DUTCH: fact_texts(entry)},
        condition=condition,
        options=tuple(map(str, entry.opties or ())),
        maximum=GREATEST_COUNT if entry.hoogstens is None else entry.hoogstens,
        may_be_never=entry.nooit is not None,
        is_past=entry.toekomst is False,
        is_fixed=bool(entry.vast),
        better=better_of(entry),
        combination=entry.samenvoegen or COMBINATIONS[entry.soort][0],
        between={name: between(entry, party) for name, party in parties.items() if party.is_several},
        divided_from=DIVIDED_FROM.get(entry.soort) if entry.verdeeld_vanaf is None else entry.verdeeld_vanaf,
        sources=entry.bron,
        parties=tuple(parties) if entry.wie == EACH else (None,),
    )
