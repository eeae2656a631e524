"""What partners agreed to do about advice, and what became of it."""

from __future__ import annotations

from collections.abc import Iterable

import attrs


@attrs.frozen(kw_only=True)
class Agreement:
    """What was agreed on one step of a piece of advice."""

    rule: str
    """Of the advice."""
    title: str
    step: str
    who: str = ""
    when: str = ""
    """As somebody wrote it."""
    done: bool | None = None
    """None: not filled in."""


@attrs.frozen(kw_only=True)
class Followed:
    """What became of the advice that agreements are about."""

    rule: str
    title: str
    agreements: tuple[Agreement, ...]
    holds: bool | None
    """Whether its finding holds now; None: that is not known."""
    held: bool | None
    """Whether it held before."""


def followed(
    plan: Iterable[Agreement], before: dict[str, bool | None], after: dict[str, bool | None]
) -> tuple[Followed, ...]:
    """Return what became of each piece of advice, from how its rule came out; in the order of the plan."""
    of_rules: dict[str, list[Agreement]] = {}
    for agreement in plan:
        of_rules.setdefault(agreement.rule, []).append(agreement)
    return tuple(
        Followed(
            rule=rule,
            title=agreements[0].title,
            agreements=tuple(agreements),
            holds=after.get(rule, False),
            held=before.get(rule, False),
        )
        for rule, agreements in of_rules.items()
    )
