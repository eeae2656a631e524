"""Make a fact type of what a rule file says, or say what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from samenwerkadvies.amounts import MOST_DECIMALS
from samenwerkadvies.bilingual import any_of
from samenwerkadvies.errors import Problem, Text, nearest, quoted
from samenwerkadvies.grammar.parser import as_name, is_name
from samenwerkadvies.loading.better import better_of, better_problems
from samenwerkadvies.loading.entries import FactEntry
from samenwerkadvies.loading.numbers import read_number
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
    problems += (*_number_problems(key, entry), *respondent_problems(entry, key, parties), *better_problems(entry))
    for option in entry.opties or ():
        if not is_name(option) or option in (UNKNOWN, NEVER):
            expected = "een naam met kleine letters, cijfers en _, die geen woord van de taal is"
            message = f"{quoted(str(option))} is geen naam"
            problems.append(
                Problem(code="VORM06", message=message, location=option.at, expected=expected, hint=as_name(option))
            )
    return problems


def _number_problems(key: Text, entry: FactEntry) -> Iterator[Problem]:
    """Yield what is wrong with how many decimals a count has, and how great it can be."""
    if entry.decimalen is not None and not 0 < entry.decimalen <= MOST_DECIMALS:
        message = f"{quoted(str(entry.decimalen))} decimalen kan niet"
        expected = f"een getal van 1 tot en met {MOST_DECIMALS}; voor hele getallen staat er geen 'decimalen'"
        yield Problem(code="VORM04", message=message, location=key.at, expected=expected)
    elif entry.hoogstens is not None and isinstance(most := read_number(entry.hoogstens), Problem):
        yield most.at(entry.hoogstens)
    elif not 0 < (units := _in_units(entry)) <= GREATEST_COUNT or units % 1:
        message, expected = "'hoogstens' is hier geen grens", "een heel getal boven 0"
        if entry.decimalen:
            expected = f"een getal boven 0, met hoogstens zoveel decimalen: {entry.decimalen}"
        yield Problem(code="VORM04", message=message, expected=expected).at(entry.hoogstens)


def _in_units(entry: FactEntry) -> Decimal:
    """Return the greatest number that a count can be, in its smallest unit."""
    most = None if entry.hoogstens is None else read_number(entry.hoogstens)
    if most is None or isinstance(most, Problem):
        return Decimal(GREATEST_COUNT)
    return Decimal(most).scaleb(entry.decimalen or 0)


def fact_type(key: Text, entry: FactEntry, condition: int | None, parties: Mapping[str, Party]) -> FactType:
    """Return the fact type, of a condition where it belongs to one; what is asked of each is asked of these parties."""
    divided_from = DIVIDED_FROM.get(entry.soort) if entry.verdeeld_vanaf is None else entry.verdeeld_vanaf
    decimals = entry.decimalen or 0
    return FactType(
        id=key,
        kind=entry.soort,
        answered_by=str(entry.wie),
        texts={DUTCH: fact_texts(entry)},
        condition=condition,
        options=tuple(map(str, entry.opties or ())),
        decimals=decimals,
        maximum=int(_in_units(entry)),
        may_be_never=entry.nooit is not None,
        is_past=entry.toekomst is False,
        is_fixed=bool(entry.vast),
        better=better_of(entry),
        combination=entry.samenvoegen or COMBINATIONS[entry.soort][0],
        between={name: between(entry, party) for name, party in parties.items() if party.is_several},
        divided_from=None if divided_from is None else divided_from * 10**decimals,
        sources=entry.bron,
        parties=tuple(parties) if entry.wie == EACH else (None,),
    )
