"""Make a rule of its entry, and say what is wrong with the name of what is declared."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from samenwerkadvies.errors import DUTCH, Problem, Text, quoted
from samenwerkadvies.grammar.parser import as_name, is_name
from samenwerkadvies.grammar.tree import Expression
from samenwerkadvies.loading.entries import CheckEntry, RuleEntry
from samenwerkadvies.ruleset import AdviceKind, Rule, RuleTexts, Severity
from samenwerkadvies.vocabulary import Average, FactType


def rule_of(
    key: Text, entry: RuleEntry | CheckEntry, expression: Expression, texts: RuleTexts, unstated: tuple[int, ...]
) -> Rule:
    """Return a rule, or a check, by what its entry says; ``unstated``: its conditions where the entry names none."""
    if isinstance(entry, CheckEntry):
        return Rule(
            id=key,
            expression=expression,
            severity=Severity.LOW,
            kind=AdviceKind.REPAIR,
            texts={DUTCH: texts},
            sources=entry.bron,
            makes_provisional=True,
            owner=str(entry.eigenaar or ""),
            is_check=True,
            written=entry.als,
        )
    return Rule(
        id=key,
        expression=expression,
        severity=Severity[entry.ernst.name],
        kind=AdviceKind[entry.soort.name],
        texts={DUTCH: texts},
        conditions=unstated if entry.voorwaarden is None else entry.voorwaarden,
        replaces=entry.vervangt,
        gives_way=entry.wijkt_voor is not None,
        sources=entry.bron,
        makes_provisional=entry.maakt_voorlopig,
        owner=str(entry.eigenaar or ""),
        written=entry.als,
    )


def name_problems(key: Text, *known: Mapping[str, FactType | Average | Rule]) -> Iterator[Problem]:
    """Yield what is wrong with a name: the language cannot say it, or it is there already."""
    if not is_name(key):
        expected = "een naam met kleine letters, cijfers en _, die geen woord van de taal is"
        message = f"{quoted(str(key))} is geen naam"
        yield Problem(code="VORM06", message=message, location=key.at, expected=expected, hint=as_name(key))
    for names in known:
        if key not in names:
            continue
        first = names[key].id
        where = f" (in {first.at.file}, regel {first.at.line})" if isinstance(first, Text) else ""
        message = f"{quoted(str(key))} staat er al{where}"
        yield Problem(code="VORM05", message=message, location=key.at, expected="elke naam één keer")
