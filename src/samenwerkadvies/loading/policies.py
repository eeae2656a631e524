"""How findings are ranked: the policy of a file, or the shipped one."""

from __future__ import annotations

from fractions import Fraction
from typing import cast

from samenwerkadvies.bilingual import all_of
from samenwerkadvies.errors import InvalidInputError, Problem
from samenwerkadvies.loading.documents import Node, Section, read_document
from samenwerkadvies.loading.entries import AdviceKindWord, PriorityEntry, RuleFile, SeverityWord
from samenwerkadvies.loading.extending import is_whole
from samenwerkadvies.loading.overlay import overlaid
from samenwerkadvies.loading.shapes import shape
from samenwerkadvies.loading.sources import shipped_sources
from samenwerkadvies.ruleset import ENOUGH_KNOWN, AdviceKind, Criterion, PriorityPolicy, Severity


def priority_policy(stated: Node | None, problems: list[Problem]) -> PriorityPolicy:
    """Return the policy that a file states, or the shipped one; add what is wrong to ``problems``."""
    node = stated or _shipped_policy()
    try:
        entry = shape(node, PriorityEntry)
    except InvalidInputError as error:
        problems += error.problems
        entry = shape(_shipped_policy(), PriorityEntry)
    for written, whole in ((entry.volgorde, Criterion), (entry.ernst, SeverityWord), (entry.soort, AdviceKindWord)):
        if sorted(word.value for word in written) != sorted(word.value for word in whole):
            expected = f"elk van deze woorden één keer: {all_of([word.value for word in whole])}"
            problems.append(
                Problem(code="VORM09", message="deze volgorde is niet volledig", location=node.at, expected=expected)
            )
    enough = entry.genoeg_bekend
    if enough is not None and enough > _WHOLE:
        message = f"'genoeg_bekend' is een percentage, en {enough} is te veel"
        problems.append(
            Problem(
                code="VORM04", message=message, location=node.at, expected=f"een heel getal van 0 tot en met {_WHOLE}"
            )
        )
    return PriorityPolicy(
        criteria=entry.volgorde,
        severities=tuple(Severity[word.name] for word in entry.ernst),
        kinds=tuple(AdviceKind[word.name] for word in entry.soort),
        shown_first=entry.eerst_tonen,
        enough_known=ENOUGH_KNOWN if enough is None else Fraction(enough, _WHOLE),
    )


def stated_over(before: Node | None, own: Node) -> Node:
    """Return what one's own set states over what the other does; as a whole it stands by itself."""
    if is_whole(own, PriorityEntry) or not isinstance(before, Section) or not isinstance(own, Section):
        return own
    return overlaid(before, own)


_WHOLE = 100


def _shipped_policy() -> Node:
    source = next(source for source in shipped_sources() if source.shown == "rules/prioriteit.yaml")
    return cast(Node, shape(read_document(source.text, source.shown), RuleFile).prioriteit)
