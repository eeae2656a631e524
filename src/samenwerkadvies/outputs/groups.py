"""Groups beside each other as a page that prints: what cannot wait on top, and what is not known beside all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from samenwerkadvies.outputs.reports import severity_word
from samenwerkadvies.outputs.templating import templates
from samenwerkadvies.outputs.words import capitalised
from samenwerkadvies.policy import Severity
from samenwerkadvies.wording.words import words_in

if TYPE_CHECKING:
    from samenwerkadvies.frames.groups import Completeness, Group, GroupAdvice, GroupComparison, Share

MOST_ADVICE = 12
"""So many of the most frequent pieces of advice are shown of all together."""
MOST_IN_GROUP = 5
"""So many are shown of each group."""
_MOST_NAMED = 3
"""So many groups are named beside advice that cannot wait."""


def groups_to_html(comparison: GroupComparison) -> str:
    """Return a page in HTML with groups beside each other; it needs no script and nothing from a network."""
    return (
        templates()
        .get_template("groups.html")
        .render(told=Told(comparison), language=comparison.language, words=words_in(comparison.language))
    )


class Told:
    """A comparison of groups with all that is said of it."""

    most_in_group = MOST_IN_GROUP

    def __init__(self, comparison: GroupComparison) -> None:
        """Keep it, with the words of its language."""
        self.comparison = comparison
        self.words = words_in(comparison.language).groups

    @property
    def opening(self) -> list[str]:
        """What a report begins with: what cannot wait, of which groups little is known, and what was put together."""
        total, words = self.comparison.total, self.words
        said = [words["urgent"].format(total.urgent.found, total.number)]
        if total.urgent.open:
            said.append(words["urgent open"].format(total.urgent.open))
        if silent := [self.name(group) for group in self.comparison.silent]:
            said.append(words["silent"].format(self._listed(silent)))
        if any(group.of for group in self.comparison.groups):
            said.append(words["put together"].format(self.comparison.minimum, words["small"]))
        return said

    def name(self, group: Group) -> str:
        """Return what a group is called."""
        if group is self.comparison.total:
            return self.words["total"]
        return self.words["small"] if group.of else self._named(group.name)

    def _named(self, name: str | None) -> str:
        return name or self.words["empty"]

    @property
    def small(self) -> str:
        """Which groups are put together; empty where none are."""
        names = sorted(self._named(name) for group in self.comparison.groups for name in group.of)
        return self.words["small are"].format(self.words["small"], self._listed(names)) if names else ""

    def _listed(self, names: Sequence[str]) -> str:
        return self.words["and"].join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)

    def percent(self, share: float) -> str:
        """Return a share in whole per cents; next to none and next to all are not none and all."""
        if 0 < share < 0.005:  # noqa: PLR2004 - rounded to none
            return "<1%"
        return ">99%" if 0.995 <= share < 1 else f"{100 * share:.0f}%"  # noqa: PLR2004 - rounded to all

    def between(self, least: float, most: float) -> str:
        """Return two ends of a share, or one where they are the same."""
        low, high = self.percent(least), self.percent(most)
        return low if low == high else self.words["from to"].format(low.rstrip("%"), high)

    def share(self, share: Share) -> str:
        """Return how large a share is at least and at most."""
        return self.between(share.least, share.most)

    def chance(self, share: Share) -> str:
        """Return the same, with what chance allows."""
        return self.between(*share.interval)

    def answered(self, answers: Completeness) -> str:
        """Return which share was answered, and how many of how many."""
        return self.words["answered of"].format(self.percent(answers.share), answers.answered, answers.asked)

    def severity(self, advice: GroupAdvice) -> str:
        """Return how serious an advice is, in a word."""
        return self.severity_word(advice.severity)

    def severity_word(self, severity: Severity) -> str:
        """Return how serious something is, in a word."""
        return severity_word(severity, self.comparison.language)

    @property
    def parties(self) -> Mapping[str, str]:
        """Who was asked, by what they are called."""
        names = {"": self.words["jointly"], **self.comparison.parties}
        return {party: capitalised(names[party]) for party in self.comparison.total.answers_of}

    @property
    def urgent(self) -> list[tuple[GroupAdvice, str]]:
        """What cannot wait, the most serious first, each with the groups in which it is found most."""
        return [
            (advice, "; ".join(self._most_in(place)))
            for place, advice in enumerate(self.comparison.total.advice)
            if advice.cannot_wait and advice.share.found
        ]

    def _most_in(self, place: int) -> Iterator[str]:
        found = [(group, group.advice[place].share) for group in self.comparison.groups]
        found = [(group, share) for group, share in found if share.found]
        for group, share in sorted(found, key=lambda each: -each[1].found)[:_MOST_NAMED]:
            yield self.words["group of"].format(self.name(group), share.found, share.number)

    @property
    def frequent(self) -> Sequence[GroupAdvice]:
        """What is advice most often, of all together."""
        return self.comparison.total.given[:MOST_ADVICE]

    def by_risk(self, place: int) -> list[Group]:
        """Return the groups by what is found on one condition, the largest share first; where least is known, first."""
        risks = {id(group): group.conditions[place].risk for group in self.comparison.groups}
        return sorted(self.comparison.groups, key=lambda group: (-risks[id(group)].least, risks[id(group)].known_share))
