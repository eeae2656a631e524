"""Two tables of the same partnerships beside each other: what changed, and what could not be compared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

import attrs

from samenwerkadvies.advising import Comparison, Movement, Status
from samenwerkadvies.outputs.changes import MOVED
from samenwerkadvies.outputs.reports import severity_word
from samenwerkadvies.outputs.templating import templates
from samenwerkadvies.policy import Severity, cannot_wait
from samenwerkadvies.ruleset import Ruleset
from samenwerkadvies.wording.words import words_in

if TYPE_CHECKING:
    from samenwerkadvies.frames.years import FrameComparison, UnmatchedName

_CAME = (Movement.NEW, Movement.WORSE)

MOST_NAMED = 10
"""So many names that could not be compared are told in a line; a page and a workbook have all."""


@attrs.frozen
class MovedFinding:
    """A finding that moved in a partnership, as readers see it."""

    partnership: str
    movement: str
    severity: Severity
    title: str
    finding: str
    is_urgent: bool
    """Whether it came, and cannot wait."""


@attrs.frozen
class MovedCondition:
    """How often a condition moved in which way, and in how many partnerships it is at risk."""

    number: int
    title: str
    moved: Mapping[Movement, int]
    at_risk_before: int
    at_risk_after: int
    unknown_before: int
    unknown_after: int


def years_to_html(told: ToldYears) -> str:
    """Return a page in HTML with what changed; it needs no script and nothing from a network."""
    return (
        templates().get_template("years.html").render(told=told, language=told.language, words=words_in(told.language))
    )


class ToldYears:
    """A comparison of two tables with all that is said of it."""

    movements = tuple(movement for movement, _ in MOVED)
    """Those that are told of findings."""
    of_conditions = (Movement.WORSE, Movement.BETTER, Movement.NO_LONGER_KNOWN, Movement.NOW_KNOWN)
    """Those that are told of conditions."""

    def __init__(self, comparison: FrameComparison, ruleset: Ruleset, language: str, before: str, after: str) -> None:
        """Keep it, with what both tables are called."""
        self.comparison, self.language, self.before, self.after = comparison, language, before, after
        self.words = words_in(language).years
        self._rules = ruleset.rules
        self.caution = ruleset.cautions.get(language, "")

    def movement(self, movement: Movement) -> str:
        """Return what a movement is called."""
        return self.words[movement.value]

    @property
    def opening(self) -> list[str]:
        """In how many partnerships there is which change, and what could not be compared."""
        words, compared = self.words, self.comparison.comparisons
        said = [words["compared one" if len(compared) == 1 else "compared"].format(len(compared))]
        if urgent := {found.partnership for found in self.urgent}:
            said.append(words["urgent"].format(len(urgent)))
        counts = [(movement.value, self.comparison.count(movement)) for movement in self.movements]
        said += [words[f"in {name}"].format(count) for name, count in counts if count]
        if same := sum(each.is_empty for each in compared):
            said.append(words["in unchanged"].format(same))
        return said

    @property
    def left_out(self) -> list[str]:
        """How many names could not be compared, by reason, with the first of the names."""
        found: dict[str, list[str]] = {}
        for each in self.comparison.unmatched:
            found.setdefault(each.why.value, []).append(each.name)
        return [
            self.words[f"names {why}"].format(
                len(names), "; ".join([*names[:MOST_NAMED], *(["…"] if len(names) > MOST_NAMED else [])])
            )
            for why, names in found.items()
        ]

    def why(self, unmatched: UnmatchedName) -> str:
        """Return why a name could not be compared."""
        return self.words[unmatched.why.value]

    @property
    def findings(self) -> Iterator[MovedFinding]:
        """Every finding that moved, by partnership."""
        for comparison in self.ordered:
            yield from self.findings_of(comparison)

    def findings_of(self, comparison: Comparison) -> Iterator[MovedFinding]:
        """Yield every finding that moved in one partnership: what came first."""
        for movement in self.movements:
            for found in comparison.of(movement):
                rule = self._rules[found.rule]
                yield MovedFinding(
                    partnership=comparison.after.partnership,
                    movement=self.movement(movement),
                    severity=rule.severity,
                    title=rule.texts[self.language].title,
                    finding=found.finding or self.words["was not there"],
                    is_urgent=movement in _CAME and cannot_wait(rule.severity, rule.kind),
                )

    @property
    def urgent(self) -> list[MovedFinding]:
        """What came and cannot wait, the most serious first."""
        places = list(Severity)
        found = (each for each in self.findings if each.is_urgent)
        return sorted(found, key=lambda each: places.index(each.severity))

    @property
    def ordered(self) -> Sequence[Comparison]:
        """The partnerships: where most has come that cannot wait first, then where most has come."""
        return sorted(self.comparison.comparisons, key=self._how_bad)

    def _how_bad(self, comparison: Comparison) -> tuple[int, int]:
        came = [self._rules[found.rule] for movement in _CAME for found in comparison.of(movement)]
        return -sum(cannot_wait(rule.severity, rule.kind) for rule in came), -len(came)

    def conditions_of(self, comparison: Comparison) -> list[str]:
        """Return the conditions that stand otherwise in one partnership, each with how it stood and stands."""
        words = words_in(self.language).report
        return [
            f"{found.number}. {found.short_title}: {words[found.before.value]} → {words[found.after.value]}"
            for found in comparison.conditions
            if found.before is not found.after
        ]

    @property
    def conditions(self) -> list[MovedCondition]:
        """How each condition moved."""
        found = []
        for each in zip(*(comparison.conditions for comparison in self.comparison.comparisons), strict=True):
            before, after = Counter(one.before for one in each), Counter(one.after for one in each)
            found.append(
                MovedCondition(
                    number=each[0].number,
                    title=each[0].short_title,
                    moved=Counter(one.movement for one in each),
                    at_risk_before=before[Status.RISK],
                    at_risk_after=after[Status.RISK],
                    unknown_before=before[Status.UNKNOWN],
                    unknown_after=after[Status.UNKNOWN],
                )
            )
        return found

    def severity_word(self, severity: Severity) -> str:
        """Return how serious something is, in a word."""
        return severity_word(severity, self.language)
