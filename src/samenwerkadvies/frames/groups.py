"""Groups of partnerships compared fairly: what is not known stands beside what was found, and so does chance.

What was found in a group is the least that there is: answers that are missing may bring more. So of each share both
ends are told: how large it is at least, and at most, if all that is open came out so. Silence makes that wider, and
can never make a group look better. Around it stands what chance allows: in a small group a share says little.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import attrs

from samenwerkadvies.errors import UsageError
from samenwerkadvies.frames.assessing import FrameAssessment
from samenwerkadvies.frames.counting import ALL_ANSWERS, Counted, Counts, Key
from samenwerkadvies.meaning.standing import Status
from samenwerkadvies.policy import AdviceKind, Severity, cannot_wait
from samenwerkadvies.priority import Ranking
from samenwerkadvies.ruleset import Ruleset

MINIMUM = 10
"""Groups with fewer partnerships are put together, unless the caller says otherwise."""
_MOST = 0.5
_Z = 1.959963984540054
"""Of the standard normal distribution 95 per cent lies between this and its negative."""


def wilson(found: int, number: int) -> tuple[float, float]:
    """Return between which shares the true one lies, with 95 per cent confidence; all is possible where there is none.

    Source: E.B. Wilson (1927), Probable inference, the law of succession, and statistical inference, Journal of the
    American Statistical Association 22; recommended for small numbers by Brown, Cai and DasGupta (2001), Interval
    estimation for a binomial proportion, Statistical Science 16.

    >>> [round(end, 3) for end in wilson(2, 10)]
    [0.057, 0.51]
    """
    if not number:
        return 0.0, 1.0
    share, weight = found / number, _Z**2 / number
    middle = (share + weight / 2) / (1 + weight)
    reach = _Z * math.sqrt(share * (1 - share) / number + weight / (4 * number)) / (1 + weight)
    return (0.0 if found == 0 else middle - reach), (1.0 if found == number else middle + reach)


@attrs.frozen
class Share:
    """In how many partnerships of a group something is so, and of how many that is still open."""

    found: int
    open: int
    number: int
    """All partnerships of the group."""

    @property
    def known(self) -> int:
        """In how many it is decided whether it is so."""
        return self.number - self.open

    @property
    def known_share(self) -> float:
        """The same, from 0 to 1; 0 where there are no partnerships."""
        return self.known / self.number if self.number else 0.0

    @property
    def least(self) -> float:
        """The share in which it is so for certain: if nothing that is open came out so."""
        return self.found / self.number if self.number else 0.0

    @property
    def most(self) -> float:
        """The share if all that is open came out so."""
        return (self.found + self.open) / self.number if self.number else 1.0

    @property
    def interval(self) -> tuple[float, float]:
        """Between which shares it lies, whatever is open and with what chance allows (Wilson, 95 per cent)."""
        return wilson(self.found, self.number)[0], wilson(self.found + self.open, self.number)[1]


@attrs.frozen
class Completeness:
    """How much was answered of what is asked."""

    answered: int
    asked: int

    @property
    def share(self) -> float:
        """From 0 to 1; 0 where nothing is asked."""
        return self.answered / self.asked if self.asked else 0.0


@attrs.frozen
class GroupCondition:
    """How one condition stands in a group."""

    number: int
    title: str
    risk: Share
    statuses: Mapping[Status, int]
    """In how many partnerships it has each status."""
    answers: Completeness
    """How much was answered of what is asked about it."""


@attrs.frozen
class GroupAdvice:
    """How often an advice is given in a group."""

    rule: str
    title: str
    severity: Severity
    kind: AdviceKind
    share: Share
    """In how many partnerships it is advice of its own, and in how many its rule is undecided."""

    @property
    def cannot_wait(self) -> bool:
        """Whether it is critical, a gate or a deadline."""
        return cannot_wait(self.severity, self.kind)


@attrs.frozen
class Group:
    """What there is in one group."""

    name: str | None
    """The value of the column; None: it is empty there, or ``of`` says which groups are put together."""
    of: tuple[str | None, ...]
    """The groups that were put together, as each has few partnerships; else empty."""
    number: int
    """Partnerships."""
    urgent: Share
    """In how many there is something that cannot wait."""
    answers: Completeness
    answers_of: Mapping[str, Completeness]
    """By party; under the empty text the answers that are given together."""
    conditions: tuple[GroupCondition, ...]
    """Every condition, by number."""
    advice: tuple[GroupAdvice, ...]
    """Every rule, by rank; also those that are no advice here."""

    least_known: float
    """Below this share (0 to 1) too little is answered, by the policy of the rules."""

    @property
    def is_silent(self) -> bool:
        """Whether too few answers came, or of most partnerships it is open whether something cannot wait."""
        return self.answers.share < self.least_known or self.urgent.known_share < _MOST

    @property
    def given(self) -> tuple[GroupAdvice, ...]:
        """What is advice here, the most frequent first."""
        return _most_frequent(self.advice)


@attrs.frozen
class GroupComparison:
    """Groups beside each other, and all together."""

    by: str
    """The column by which they are made."""
    minimum: int
    """Groups with fewer partnerships were put together."""
    language: str
    groups: tuple[Group, ...]
    """By what may be there most: where the largest share may have something that cannot wait, first."""
    total: Group
    parties: Mapping[str, str]
    """What each party is called, in a word."""
    caution: str = ""
    """What readers must know of these rules, as they say it themselves; empty where they say nothing."""

    @property
    def silent(self) -> tuple[Group, ...]:
        """The groups of which too little is known."""
        return tuple(group for group in self.groups if group.is_silent)

    def _of(self, group: Group) -> dict[str, Any]:
        part = "total" if group is self.total else "together" if group.of else "group"
        return {"part": part, "group": group.name}

    def rows(self) -> list[dict[str, Any]]:
        """Return a row for each group and condition, and for the total, to make a frame of (``polars.DataFrame``).

        part is ``group``, ``together`` (small groups) or ``total``.
        """
        return [
            self._of(group)
            | {"condition": found.number, "title": found.title}
            | _numbers(found.risk)
            | {status.value: number for status, number in found.statuses.items()}
            | {"answered": found.answers.answered, "asked": found.answers.asked}
            for group in (*self.groups, self.total)
            for found in group.conditions
        ]

    def advice_rows(self) -> list[dict[str, Any]]:
        """Return a row for each group and advice that is given somewhere."""
        given = {found.rule for found in self.total.given}
        return [
            self._of(group)
            | {"rule": found.rule, "title": found.title}
            | {"severity": found.severity.value, "cannot_wait": found.cannot_wait}
            | _numbers(found.share)
            for group in (*self.groups, self.total)
            for found in group.advice
            if found.rule in given
        ]


def _numbers(share: Share) -> dict[str, Any]:
    low, high = share.interval
    return {
        "partnerships": share.number,
        "found": share.found,
        "known": share.known,
        "known_share": share.known_share,
        "least": share.least,
        "most": share.most,
        "low": low,
        "high": high,
    }


def compare_groups(assessment: FrameAssessment, by: str, *, minimum: int = MINIMUM) -> GroupComparison:
    """Compare the partnerships of an assessed frame by a column that was kept; this reads the whole frame.

    Args:
        assessment: of ``assess_frame`` or ``assess_long``, with the column among its ``metadata``.
        by: the column.
        minimum: groups with fewer partnerships are put together.

    Raises:
        UsageError: for a column that was not kept, or a minimum below 1.
    """
    return put_together(assessment.counts_by(by), assessment.ruleset, assessment.language, by, minimum)


def put_together(counts: Counts, ruleset: Ruleset, language: str, by: str, minimum: int = MINIMUM) -> GroupComparison:
    """Compare groups of which all is counted, for tables that are counted in parts.

    Raises:
        UsageError: for a minimum below 1.
    """
    if minimum < 1:
        raise UsageError(f"a group has at least one partnership: a minimum of {minimum} says nothing")
    make = _Maker(ruleset, language)
    small = _small(counts, minimum)
    groups = [make.group(name, (), counts[name]) for name in counts if name not in small]
    if small:
        groups.append(make.group(None, small, _sum(counts[name] for name in small)))
    total = make.group(None, (), _sum(counts.values()))
    ordered = sorted(
        groups, key=lambda group: (-group.urgent.most, -group.urgent.least, bool(group.of), group.name or "")
    )
    parties = {party.id: party.texts[language].short for party in ruleset.vocabulary.declared.values()}
    caution = ruleset.cautions.get(language, "")
    return GroupComparison(by, minimum, language, tuple(ordered), total, parties, caution)


def _small(counts: Counts, minimum: int) -> tuple[str | None, ...]:
    """Return the groups to put together, the smallest first: more of them where those alone are still few.

    Else what is in the few would be known after all, as what the others leave of the total.
    """
    by_size = sorted(counts, key=lambda name: (counts[name][Counted.PARTNERSHIPS, None], name or ""))
    taken: list[str | None] = []
    number = 0
    for name in by_size:
        size = counts[name][Counted.PARTNERSHIPS, None]
        if size >= minimum and (number == 0 or number >= minimum):
            break
        taken.append(name)
        number += size
    return tuple(taken)


def _sum(counts: Iterable[Counter[Key]]) -> Counter[Key]:
    found: Counter[Key] = Counter()
    for each in counts:
        found.update(each)
    return found


def _most_frequent(advice: Sequence[GroupAdvice]) -> tuple[GroupAdvice, ...]:
    return tuple(sorted((each for each in advice if each.share.found), key=lambda each: -each.share.found))


class _Maker:
    """Makes groups of counts, by one ruleset in one language."""

    def __init__(self, ruleset: Ruleset, language: str) -> None:
        self._ruleset, self._language = ruleset, language
        self._rules = Ranking(ruleset).rules
        self._least_known = float(ruleset.policy.enough_known)

    def group(self, name: str | None, of: tuple[str | None, ...], counts: Counter[Key]) -> Group:
        number = counts[Counted.PARTNERSHIPS, None]
        parties = [of for what, of in counts if what is Counted.ASKED and isinstance(of, str) and of != ALL_ANSWERS]
        return Group(
            name=name,
            of=of,
            number=number,
            urgent=Share(counts[Counted.CANNOT_WAIT, None], counts[Counted.MAY_NOT_WAIT, None], number),
            answers=_answers(counts, ALL_ANSWERS),
            answers_of={party: _answers(counts, party) for party in parties},
            conditions=tuple(
                GroupCondition(
                    number=each,
                    title=condition.texts[self._language].short_title,
                    risk=Share(counts[Counted.RISK, each], counts[Counted.MAY_BE_RISK, each], number),
                    statuses={status: counts[Counted.STATUS, (each, status)] for status in Status},
                    answers=_answers(counts, each),
                )
                for each, condition in self._ruleset.conditions.items()
            ),
            advice=tuple(
                GroupAdvice(
                    rule=rule.id,
                    title=rule.texts[self._language].title,
                    severity=rule.severity,
                    kind=rule.kind,
                    share=Share(counts[Counted.ADVICE, rule.id], counts[Counted.UNDECIDED, rule.id], number),
                )
                for rule in self._rules
            ),
            least_known=self._least_known,
        )


def _answers(counts: Counter[Key], of: str | int) -> Completeness:
    return Completeness(counts[Counted.ANSWERED, of], counts[Counted.ASKED, of])
