"""The scene of one scenario: the facts gathered so far, the advice that was asked, and what was checked."""

from __future__ import annotations

import datetime
import os
from collections.abc import Sequence

import attrs

from samenwerkadvies.advising import Advice, Adviser, Assessment, Comparison, OpenQuestion, compare
from samenwerkadvies.engines import EngineName
from samenwerkadvies.errors import InvalidFactsError, quoted
from samenwerkadvies.loading.cases import load_cases
from samenwerkadvies.outputs import part_lines
from samenwerkadvies.partnership import Partnership
from samenwerkadvies.ruleset import DUTCH, Ruleset
from samenwerkadvies.scenarios.features import Scenario, Step
from samenwerkadvies.vocabulary import Answer, FactType, Slot

OUTCOMES = {True: "geldt", False: "geldt niet", None: "onbekend"}
"""How the outcome of a rule is called."""

_ANY_DAY = datetime.date(2026, 1, 1)
"""Asking advice needs a day; where no fact is a date, every day gives the same."""


class StepFailure(Exception):  # noqa: N818 - an outcome of a scenario, not an error of the program
    """A step does not hold, or cannot be understood; its lines tell which, in Dutch."""

    def __init__(self, *lines: str) -> None:
        """Keep the lines."""
        self.lines = lines
        super().__init__("\n".join(lines))


class GivenTwice(StepFailure):
    """A step gives what another step gave before it, which would be lost."""


class Stage:
    """What scenarios are played on: a ruleset, and its advisers by language."""

    def __init__(self, ruleset: Ruleset, engine: EngineName = "auto") -> None:
        """Take the rules and the engine that decides."""
        self.ruleset = ruleset
        self._engine = engine
        self._advisers: dict[str, Adviser] = {}

    def adviser(self, language: str) -> Adviser:
        """Return the adviser in a language; Dutch where the ruleset is not written in it."""
        spoken = language if language in self.ruleset.languages else DUTCH
        if spoken not in self._advisers:
            self._advisers[spoken] = Adviser(self.ruleset, self._engine, spoken)
        return self._advisers[spoken]


@attrs.define
class Scene:
    """What steps work on."""

    stage: Stage
    scenario: Scenario
    steps: tuple[Step, ...] = attrs.field(init=False)
    """Of the scenario, with its row filled in."""
    done: int = 0
    """Steps that are behind it."""
    given: dict[tuple[str, str | None], int] = attrs.field(factory=dict)
    """What was given since advice was asked: a fact (of a party), or nothing for the day; with the line of its step."""
    checked: dict[str, set[bool | None]] = attrs.field(factory=dict)
    """Per rule the outcomes that the scenario says it has."""
    asked: list[Partnership] = attrs.field(factory=list)
    """The partnerships for which advice was asked."""
    _facts: dict[str, Answer | dict[str, Answer]] | None = None
    _reference_date: datetime.date | None = None
    _name: str = ""
    _respondents: dict[str, list[dict[str, Answer]]] = attrs.field(factory=dict)
    _assessment: Assessment | None = None
    _thought_along: Assessment | None = None
    """The same with what to ask and to change, once a step needs that."""
    _latest: Assessment | None = None
    _before: Assessment | None = None

    @steps.default
    def _filled_in(self) -> tuple[Step, ...]:
        return self.scenario.steps

    @property
    def ruleset(self) -> Ruleset:
        """The rules."""
        return self.stage.ruleset

    @property
    def adviser(self) -> Adviser:
        """Who advises, in the language of the scenario as far as the ruleset speaks it."""
        return self.stage.adviser(self.scenario.language)

    @property
    def language(self) -> str:
        """The language of the advice."""
        return self.adviser.language

    # --- what is the case ---

    def begin(self, partnership: Partnership | None = None) -> None:
        """Begin a partnership: one that is known, or an empty one."""
        for (fact, _), line in self.given.items():
            if fact or partnership:
                raise GivenTwice(f"hier begint een nieuwe samenwerking, en wat op regel {line} staat gaat verloren")
        self._facts, self._respondents, self._assessment = {}, {}, None
        if partnership:
            self._reference_date, self._name = partnership.reference_date, partnership.name
            self._respondents = {party: [*map(dict, people)] for party, people in partnership.respondents.items()}
            spreads = (spread for spread in partnership.spreads if not spread.organisation)
            by_people: dict[Slot, None] = {(spread.fact, spread.party): None for spread in spreads}
            self._facts = dict(partnership.changed(by_people).answers)

    def begin_with(self, file: str) -> None:
        """Begin the partnership in a case file, which stands beside the feature or in a folder above it."""
        places = (folder / file for folder in self.scenario.path.parents)
        path = next(filter(os.path.isfile, places), None)  # False as well for a name that no file can have
        if path is None:
            raise StepFailure(
                f"Het bestand {quoted(file)} is er niet.", "Gezocht naast de feature, en in de mappen erboven."
            )
        try:
            cases = load_cases(path, self.ruleset.vocabulary)
        except InvalidFactsError as error:
            raise StepFailure(f"Het bestand '{file}' klopt niet.", *str(error).splitlines()) from None
        if len(cases) > 1:
            raise StepFailure(f"In '{file}' staan {len(cases)} samenwerkingen: zet elke in een eigen bestand.")
        self.begin(cases[0])

    def _give(self, what: str, party: str | None, label: str) -> None:
        """Keep that a step gives something.

        Raises:
            GivenTwice: when another step did so before it.
        """
        line = self.steps[self.done].line
        first = self.given.get((what, party))
        if first is not None:
            where = "twee keer in deze stap" if first == line else f"er al (regel {first})"
            raise GivenTwice(f"{quoted(label)} staat {where}")
        self.given[what, party] = line

    def set_date(self, date: datetime.date) -> None:
        """Set the reference date."""
        self._give("", None, "de peildatum")
        self._reference_date, self._assessment = date, None

    def set_answer(self, fact: FactType, party: str | None, answer: Answer | None) -> None:
        """Set one answer (of a party); with None it is not known."""
        if self._facts is None:
            raise self._not_begun()
        self._give(fact.id, party, fact.texts[DUTCH].label)
        self._assessment = None
        if party is None:
            self._facts.pop(fact.id, None)
            if answer is not None:
                self._facts[fact.id] = answer
            return
        known = self._facts.get(fact.id, {})
        answers = {**known} if isinstance(known, dict) else {}
        answers.pop(party, None)
        if answer is not None:
            answers[party] = answer
        self._facts[fact.id] = answers

    def set_people(self, fact: FactType, party: str, answers: Sequence[Answer | None]) -> None:
        """Set the answers of several people of a party; None where one of them does not know."""
        self._give(fact.id, party, fact.texts[DUTCH].label)
        self._assessment = None
        people = self._respondents.setdefault(party, [])
        people += [{} for _ in range(len(answers) - len(people))]
        for person, answer in zip(people, answers, strict=False):
            person.pop(fact.id, None)
            if answer is not None:
                person[fact.id] = answer

    def _not_begun(self) -> StepFailure:
        first = self.written("Gegeven een samenwerking", "Given a partnership")
        return StepFailure(f"Er is nog geen samenwerking. Begin met: {first}")

    def written(self, dutch: str, english: str) -> str:
        """Return a step in the language of the scenario, so that it can be pasted."""
        return english if self.scenario.language == "en" else dutch

    def partnership(self) -> Partnership:
        """Return the partnership as it is now."""
        if self._facts is None:
            raise self._not_begun()
        facts = self.ruleset.vocabulary.facts
        dated = [facts[name] for name, known in self._facts.items() if isinstance(known, datetime.date)]
        if self._reference_date is None and dated:
            label = dated[0].texts[DUTCH].label
            step = self.written("En de peildatum is 1 januari 2026", "And the reference date is 2026-01-01")
            raise StepFailure(f"Er is een datum ({label}), maar geen peildatum.", f"Zet erbij: {step}")
        case = {"naam": self._name, "feiten": self._facts, "respondenten": self._respondents}
        try:
            return Partnership.from_case(case, self.ruleset.vocabulary, reference_date=self._reference_date or _ANY_DAY)
        except InvalidFactsError as error:
            raise StepFailure(*(problem.message for problem in error.problems)) from None

    # --- what is asked ---

    def ask(self) -> None:
        """Ask advice; what was asked before is kept, to compare with."""
        partnership = self.partnership()
        self.given.clear()
        self._before = self._latest
        self.asked.append(partnership)
        self._latest = self._assessment = self.adviser.assess(partnership)
        self._thought_along = None

    def change(self, fact: FactType, party: str | None, answer: Answer | None, said: str) -> None:
        """Ask advice as it is, and when one answer is otherwise; ``said`` is that answer as it was written."""
        label = fact.texts[self.language].label
        if fact.is_perception and party is None:
            party_of = next(iter(self.ruleset.vocabulary.declared.values())).texts[self.language]
            dutch = f"Als {label} van {party_of.full} verandert in {said}"
            english = f"When {label} of the {party_of.name} changes to {said}"
            raise StepFailure("Elke partij antwoordt hier zelf.", f"Schrijf: {self.written(dutch, english)}")
        if party is not None and not fact.is_perception:
            one = self.written(f"Als {label} verandert in {said}", f"When {label} changes to {said}")
            raise StepFailure("Hier is één antwoord, niet een voor elke partij.", f"Schrijf: {one}")
        self.ask()
        self.set_answer(fact, party, answer)
        self.ask()

    @property
    def comparison(self) -> Comparison:
        """What has changed between the last two times that advice was asked."""
        if self._before is None:
            raise StepFailure("Er is maar één keer advies gevraagd. Zet hierboven wat er verandert.")
        return compare(self._before, self.assessment)

    @property
    def assessment(self) -> Assessment:
        """The answer."""
        if self._assessment is None:
            asked = self.written("Als om advies wordt gevraagd", "When advice is asked for")
            raise StepFailure(f"Er is nog geen advies gevraagd. Zet hierboven: {asked}")
        return self._assessment

    @property
    def questions(self) -> tuple[OpenQuestion, ...]:
        """What is worth asking, the most telling first."""
        return self.adviser.questions(self._asked_last())

    @property
    def thought_along(self) -> Assessment:
        """The answer, with what to ask first and what would change it."""
        if self._thought_along is None:
            self._thought_along = self.adviser.assess(self._asked_last(), thinking_along=True)
        return self._thought_along

    def _asked_last(self) -> Partnership:
        """Return the partnership that ``assessment`` is about; fail where nothing was asked about it."""
        _ = self.assessment
        return self.asked[-1]

    # --- what is advised ---

    def outcome(self, rule: str) -> bool | None:
        """Return whether a rule holds; None when that is not known."""
        if rule in self.ruleset.checks:
            return any(found.rule == rule for found in self.assessment.checks) or self._outcome_of_check(rule)
        if rule in self.assessment.findings:
            return True
        return None if rule in self.assessment.undecided else False

    def _outcome_of_check(self, check: str) -> bool | None:
        return self.stage.adviser(DUTCH).why(self._asked_last(), check).outcome

    def check_outcome(self, rule: str, expected: bool | None) -> None:  # noqa: FBT001 - three outcomes, no flag
        """Fail unless a rule has this outcome; tell what it rests on."""
        found = self.outcome(rule)
        self.checked.setdefault(rule, set()).add(expected)
        if found is not expected:
            raise StepFailure(
                f"Verwacht: regel {rule} {said_of(expected)}.",
                f"Maar: de regel {said_of(found)}.",
                *(f"  {line}" for line in part_lines(self.stage.adviser(DUTCH).why(self.asked[-1], rule), DUTCH)),
            )

    def advice(self, rule: str) -> Advice:
        """Return the advice of a rule; fail when it is not among the advice."""
        self.check_outcome(rule, expected=True)
        for advice in self.assessment.advice:
            if advice.rule == rule:
                return advice
        above = next(advice.rule for advice in self.assessment.advice if rule in advice.absorbs)
        raise StepFailure(f"Regel {rule} geldt, maar is geen eigen advies: hij valt onder {above}.")


def said_of(outcome: bool | None) -> str:  # noqa: FBT001 - three outcomes, no flag
    """Return how a rule comes out, as the end of a sentence."""
    return "is nog onbekend" if outcome is None else OUTCOMES[outcome]
