"""Two assessments of one partnership beside each other, and a series of them."""

from __future__ import annotations

import enum
import itertools
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import attrs

from samenwerkadvies.advising.assessment import Advice, Assessment, Evidence, RulesetIdentity
from samenwerkadvies.advising.json_form import to_plain
from samenwerkadvies.advising.plan import Agreement, Followed, followed
from samenwerkadvies.errors import UsageError
from samenwerkadvies.meaning.standing import Status
from samenwerkadvies.ruleset import Severity
from samenwerkadvies.showing import in_notebook


class Movement(enum.Enum):
    """How a finding or a condition has moved."""

    NEW = "new"
    """A finding that did not hold before, or was not known."""
    WORSE = "worse"
    """A finding that has come on top of one that it absorbs, or a strength that is lost; a condition that went down."""
    UNCHANGED = "unchanged"
    BETTER = "better"
    """A finding that is gone while a lighter one under it still holds, or a new strength; a condition that went up."""
    RESOLVED = "resolved"
    NO_LONGER_KNOWN = "no_longer_known"
    NOW_KNOWN = "now_known"
    """Of a condition only: nothing could be said about it before."""


@attrs.frozen(kw_only=True)
class FindingMovement:
    """How one finding has moved."""

    rule: str
    movement: Movement
    finding: str
    """What is or was found; empty for a rule that did not hold before and is not known now."""
    before: bool | None
    """Whether it held; None for unknown."""
    after: bool | None


@attrs.frozen(kw_only=True)
class ConditionMovement:
    """How one condition has moved."""

    number: int
    id: str
    short_title: str
    before: Status
    after: Status
    movement: Movement


@attrs.frozen(kw_only=True)
class OrganisationMovement:
    """An organisation that has joined, or that has left."""

    party: str
    name: str
    has_joined: bool
    """False: it has left."""


@attrs.frozen(kw_only=True)
class Moment:
    """Which assessment it is."""

    partnership: str
    reference_date: str
    """ISO date."""


@attrs.frozen(kw_only=True, repr=False)
class Comparison:
    """What has changed between two assessments by the same rules."""

    language: str
    ruleset: RulesetIdentity
    before: Moment
    after: Moment
    findings: tuple[FindingMovement, ...]
    """New and worse first, then unchanged, better, resolved and no longer known; each in rank order."""
    conditions: tuple[ConditionMovement, ...]
    """Every condition, by number."""
    organisations: tuple[OrganisationMovement, ...] = ()
    """Of the parties of which several organisations take part: those that have joined, then those that have left."""
    plan: tuple[Followed, ...] = ()
    """What became of the advice that partners had made agreements about, where a plan was given."""

    def __repr__(self) -> str:
        """Return what was compared and how much has moved, in short."""
        moved = sum(found.movement is not Movement.UNCHANGED for found in self.findings)
        dates = f"{self.before.reference_date} and {self.after.reference_date}"
        return f"<Comparison of {self.after.partnership!r} at {dates}: {moved} findings have moved>"

    _repr_html_ = in_notebook

    @property
    def is_empty(self) -> bool:
        """Whether nothing has changed."""
        movements = [*(found.movement for found in self.findings), *(found.movement for found in self.conditions)]
        return set(movements) <= {Movement.UNCHANGED} and not self.organisations

    def of(self, movement: Movement) -> tuple[FindingMovement, ...]:
        """Return the findings that have moved so."""
        return tuple(found for found in self.findings if found.movement is movement)

    def to_dict(self) -> dict[str, Any]:
        """Return plain dicts, lists, texts, numbers and booleans."""
        return {"is_empty": self.is_empty, **to_plain(self)}


@attrs.frozen(kw_only=True, repr=False)
class Course:
    """A series of assessments of one partnership."""

    moments: tuple[Moment, ...]
    conditions: tuple[ConditionCourse, ...]
    steps: tuple[Comparison, ...]
    """Each assessment compared with the one before."""

    def __repr__(self) -> str:
        """Return whose it is and over which time, in short."""
        first, last = self.moments[0], self.moments[-1]
        dates = f"{first.reference_date} to {last.reference_date}"
        return f"<Course of {last.partnership!r} from {dates}: {len(self.moments)} assessments>"

    _repr_html_ = in_notebook

    @property
    def language(self) -> str:
        """The language of the texts."""
        return self.steps[0].language

    def to_dict(self) -> dict[str, Any]:
        """Return plain dicts, lists, texts, numbers and booleans."""
        return {**to_plain(self), "steps": [step.to_dict() for step in self.steps]}


@attrs.frozen(kw_only=True)
class ConditionCourse:
    """How one condition stood at each moment."""

    number: int
    id: str
    short_title: str
    statuses: tuple[Status, ...]


def compare(before: Assessment, after: Assessment, plan: Iterable[Agreement] = ()) -> Comparison:
    """Compare two assessments; with what was agreed on after the older one, also what became of that.

    Raises:
        UsageError: when other rules or another language were used; ``Adviser.compare`` can assess the older facts anew.
    """
    if before.ruleset.fingerprint != after.ruleset.fingerprint:
        raise UsageError(
            f"assessed by different rules ({_name(before)} and {_name(after)}): "
            "re-assess the older facts with the newer rules first"
        )
    if [found.number for found in before.conditions] != [found.number for found in after.conditions]:
        raise UsageError("of the same rules, but with other conditions: one of the two was changed by hand")
    if before.language != after.language:
        raise UsageError(f"in different languages: {before.language} and {after.language}")
    return Comparison(
        language=after.language,
        ruleset=after.ruleset,
        before=_moment(before),
        after=_moment(after),
        findings=tuple(sorted(_findings(before, after), key=lambda found: _ORDER.index(found.movement))),
        conditions=tuple(_conditions(before, after)),
        organisations=tuple(_organisations(before, after)),
        plan=followed(plan, _outcomes(before), _outcomes(after)),
    )


def course(assessments: Sequence[Assessment]) -> Course:
    """Return how the conditions stood at each of two or more moments, in the order given.

    Raises:
        UsageError: when there are fewer than two, or not all by the same rules in the same language.
    """
    if len(assessments) < 2:  # noqa: PLR2004 - a series
        raise UsageError("a series needs at least two assessments")
    return Course(
        moments=tuple(map(_moment, assessments)),
        conditions=tuple(
            ConditionCourse(
                number=found[0].number,
                id=found[0].id,
                short_title=found[0].short_title,
                statuses=tuple(each.status for each in found),
            )
            for found in zip(*(assessment.conditions for assessment in assessments), strict=True)
        ),
        steps=tuple(compare(*pair) for pair in itertools.pairwise(assessments)),
    )


_ORDER = list(Movement)
_HEALTH = (Status.RISK, Status.ATTENTION, Status.IN_ORDER)


def _name(assessment: Assessment) -> str:
    return f"{assessment.ruleset.name} {assessment.ruleset.version}"


def _moment(assessment: Assessment) -> Moment:
    return Moment(partnership=assessment.partnership, reference_date=assessment.reference_date)


def _organisations(before: Assessment, after: Assessment) -> Iterator[OrganisationMovement]:
    then, now = (_names(each) for each in (before, after))
    for party, name in (each for each in now if each not in then):
        yield OrganisationMovement(party=party, name=name, has_joined=True)
    for party, name in (each for each in then if each not in now):
        yield OrganisationMovement(party=party, name=name, has_joined=False)


def _names(assessment: Assessment) -> list[tuple[str, str]]:
    """Return the party and name of every organisation, where several of a party take part."""
    return [(party.id, name) for party in assessment.parties for name in party.organisations]


def _findings(before: Assessment, after: Assessment) -> Iterator[FindingMovement]:
    texts = {**_texts(before.advice), **_texts(after.advice)}
    strengths = {advice.rule for advice in (*before.advice, *after.advice) if advice.severity is Severity.STRENGTH}
    absorbed_now = {advice.rule: advice.absorbs for advice in after.advice}
    absorbed_then = {advice.rule: advice.absorbs for advice in before.advice}
    outcomes_then, outcomes_now = _outcomes(before), _outcomes(after)
    held_then, held_now = set(before.findings), set(after.findings)
    for rule in dict.fromkeys((*after.findings, *before.findings, *after.undecided)):
        was, now = outcomes_then.get(rule, False), outcomes_now.get(rule, False)
        if now is None:
            movement = None if was is None else Movement.NO_LONGER_KNOWN
        elif was is True and now:
            movement = Movement.UNCHANGED
        elif now:
            is_heavier = not held_then.isdisjoint(absorbed_now.get(rule, ()))
            movement = Movement.BETTER if rule in strengths else Movement.WORSE if is_heavier else Movement.NEW
        else:
            is_lighter = not held_now.isdisjoint(absorbed_then.get(rule, ()))
            movement = Movement.WORSE if rule in strengths else Movement.BETTER if is_lighter else Movement.RESOLVED
        if movement:
            yield FindingMovement(rule=rule, movement=movement, finding=texts.get(rule, ""), before=was, after=now)


def _outcomes(assessment: Assessment) -> dict[str, bool | None]:
    """Return the rules that hold, and those of which nothing is said; all others do not hold."""
    out = (out.rule for out in assessment.rules_not_in_force)
    return {**dict.fromkeys(assessment.findings, True), **dict.fromkeys((*assessment.undecided, *out))}


def _texts(advice: Iterable[Advice]) -> dict[str, str]:
    """Return what each finding says, also of those that others absorb."""
    texts = {found.rule: found.finding for found in advice}
    waiting: list[Evidence] = [reason for found in advice for reason in found.because]
    while waiting:
        reason = waiting.pop()
        if reason.rule is not None:
            texts.setdefault(reason.rule, reason.text)
        waiting += reason.because
    return texts


def _conditions(before: Assessment, after: Assessment) -> Iterator[ConditionMovement]:
    for was, now in zip(before.conditions, after.conditions, strict=True):
        yield ConditionMovement(
            number=now.number,
            id=now.id,
            short_title=now.short_title,
            before=was.status,
            after=now.status,
            movement=moved(was.status, now.status),
        )


def moved(was: Status, now: Status) -> Movement:
    """Return how a condition has moved."""
    if was is now:
        return Movement.UNCHANGED
    if now is Status.UNKNOWN:
        return Movement.NO_LONGER_KNOWN
    if was is Status.UNKNOWN:
        return Movement.NOW_KNOWN
    return Movement.BETTER if _HEALTH.index(now) > _HEALTH.index(was) else Movement.WORSE
