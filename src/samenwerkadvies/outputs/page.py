"""An assessment as a page that prints: one file that needs nothing else, or a part of somebody else's page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import attrs

from samenwerkadvies.advising import Advice, Assessment, Status, Views
from samenwerkadvies.outputs import reports
from samenwerkadvies.outputs.opening import opening
from samenwerkadvies.outputs.templating import templates
from samenwerkadvies.outputs.words import capitalised
from samenwerkadvies.wording.words import words_in

VIEWS_SHOWN = 5
"""Questions of which a talk sheet shows both views, so that it stays one sheet."""
QUESTIONS_SHOWN = 3
"""Questions on a talk sheet."""


def to_html(assessment: Assessment, *others: Assessment, fragment: bool = False) -> str:
    """Return a page in HTML with an assessment, or with several below each other, in the language of the first.

    It needs no script and nothing from a network. A fragment has no ``<html>`` around it: it goes into a page of your
    own, which sets its colours through the variables ``--sa-…``. Ask for assessments with ``thinking_along=True``,
    which have views, questions and ways out.
    """
    told = [assessment, *others]
    return (
        templates()
        .get_template("fragment.html" if fragment else "advice.html")
        .render(
            told=[_Told(each, place) for place, each in enumerate(told, start=1)],
            language=assessment.language,
            words=words_in(assessment.language),
            reports=reports,
            nested=nested,
            worked=worked,
            most_views=VIEWS_SHOWN,
        )
    )


@attrs.frozen
class Mark:
    """The answer of one party on a scale."""

    place: int
    """Of the party among the parties: it decides the shape."""
    name: str
    score: int


@attrs.frozen
class Scale:
    """One question with what each party answers."""

    views: Views
    marks: tuple[Mark, ...]

    organisations: tuple[str, ...] = ()
    """Where several organisations of a party take part: what each of them answers."""

    @property
    def gap(self) -> int:
        """How far the answers lie apart; -1 where only one party answered."""
        scores = [mark.score for mark in self.marks]
        return max(scores) - min(scores) if len(scores) > 1 else -1


@attrs.frozen
class Reason:
    """A reason, with those below it."""

    text: str
    below: list[Reason] = attrs.field(factory=list)


@attrs.frozen
class _Told:
    """An assessment with all that its page says."""

    assessment: Assessment
    place: int
    """Among those on the page, from 1: names on it begin with it."""

    @property
    def language(self) -> str:
        """The language of the texts."""
        return self.assessment.language

    @property
    def opening(self) -> list[str]:
        """What the page begins with."""
        return opening(self.assessment)

    @property
    def names(self) -> Mapping[str, str]:
        """What each party is called."""
        return {party.id: reports.headed(party.short) for party in self.assessment.parties}

    @property
    def scales(self) -> list[Scale]:
        """What the parties answer on scales, the widest gaps first."""
        made = [
            Scale(
                views,
                tuple(
                    Mark(place, name, int(str(views.answers[party])))
                    for place, (party, name) in enumerate(self.names.items())
                    if party in views.answers
                ),
                tuple(capitalised(each.text) for each in self.assessment.organisations if each.fact == views.fact),
            )
            for views in self.assessment.views or ()
        ]
        return sorted(made, key=lambda scale: -scale.gap)

    @property
    def next_questions(self) -> list[str]:
        """The questions for the next meeting."""
        return [question for _, asked in reports.questions(self.assessment) for question in asked][:QUESTIONS_SHOWN]

    @property
    def asked(self) -> list[tuple[str, list[str]]]:
        """Every question left, by whom can answer it."""
        words = words_in(self.language).page
        open_questions = self.assessment.open_questions or ()
        headings: dict[str | None, str] = {
            party.id: words["asked of party"].format(party.full) for party in self.assessment.parties
        }
        headings[None] = words["asked of together"]
        by_party = [
            (heading, [reports.asked_line(each, self.assessment) for each in open_questions if each.party == party])
            for party, heading in headings.items()
        ]
        return [(heading, asked) for heading, asked in by_party if asked]

    @property
    def statuses(self) -> Iterable[str]:
        """The words for how a condition can stand."""
        return [status.value for status in Status]


def worked(advice: Advice, language: str) -> str:
    """Return how one sees that advice worked: the nearest change after which it is gone; empty without one."""
    ways = advice.resolved_when or ()
    return capitalised(words_in(language).report["and"].join(ways[0].when)) if ways else ""


def scales(assessment: Assessment) -> list[Scale]:
    """Return what the parties answer on scales, the widest gaps first."""
    return _Told(assessment, 1).scales


def party_names(assessment: Assessment) -> Mapping[str, str]:
    """Return what each party is called, in a few letters, in the order in which they are declared."""
    return _Told(assessment, 1).names


def nested(lines: Sequence[tuple[int, str]]) -> list[Reason]:
    """Return reasons with those below them, from lines that each say how deep they stand."""
    top: list[Reason] = []
    open_lists = [top]
    for depth, text in lines:
        del open_lists[depth + 1 :]
        made = Reason(text)
        open_lists[-1].append(made)
        open_lists.append(made.below)
    return top
