"""The adviser: facts in, assessment out."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

from samenwerkadvies.advising.assessment import (
    Advice,
    Assessment,
    ConditionStatus,
    Evidence,
    RulesetIdentity,
    Status,
    Waiting,
    WaitingFact,
)
from samenwerkadvies.advising.evidence import Reasons
from samenwerkadvies.advising.wording import above_next
from samenwerkadvies.engines import Outcomes, make_engine
from samenwerkadvies.errors import UsageError
from samenwerkadvies.language.sentences import Sentences
from samenwerkadvies.partnership import Partnership
from samenwerkadvies.priority import absorbed_by, absorbed_under, ranked
from samenwerkadvies.ruleset import DUTCH, Condition, Rule, Ruleset, Severity

_SERIOUS = (Severity.CRITICAL, Severity.HIGH)


class Adviser:
    """Assesses partnerships by one ruleset. Make it once; use it from as many threads as you like."""

    def __init__(self, ruleset: Ruleset | None = None, engine: str = "auto", language: str = DUTCH) -> None:
        """Prepare the rules.

        Args:
            ruleset: the rules; None for the shipped ones.
            engine: ``durable``, ``reference``, or ``auto``: durable where it can be loaded.
            language: ``nl`` or ``en``: of every text in the assessments.

        Raises:
            UsageError: for an unknown engine, or a language that the ruleset is not written in.
            MissingDependencyError: when ``durable`` is asked for by name and cannot be loaded.
        """
        self.ruleset = Ruleset.load() if ruleset is None else ruleset
        if language not in self.ruleset.languages:
            known = ", ".join(self.ruleset.languages)
            raise UsageError(f"ruleset {self.ruleset.name!r} has no texts in {language!r}: choose one of {known}")
        self.language = language
        self._engine = make_engine(engine, self.ruleset)
        self._sentences = Sentences(self.ruleset.vocabulary, language, self._finding)
        self._facts_of = {
            number: [fact for fact in self.ruleset.vocabulary.facts.values() if fact.condition == number]
            for number in self.ruleset.conditions
        }
        self._rules_of = {number: self.ruleset.rules_of(number) for number in self.ruleset.conditions}

    @property
    def engine(self) -> str:
        """The name of the engine that answers."""
        return self._engine.name

    def _finding(self, rule: str) -> str:
        return self.ruleset.rules[rule].texts[self.language].finding

    def assess(
        self, facts: Partnership | Mapping[str, object], reference_date: datetime.date | str | None = None
    ) -> Assessment:
        """Assess one partnership.

        Args:
            facts: a ``Partnership``; or a case, a mapping with ``feiten`` and perhaps ``naam`` and
                ``peildatum``; or a mapping of fact ids to answers.
            reference_date: the day to which the facts apply, as a date or an ISO text; it comes
                before the reference date of a partnership or case.

        Raises:
            InvalidFactsError: with everything that is wrong with the facts.
            UsageError: when plain facts come without a reference date.
        """
        partnership = self._partnership(facts, reference_date)
        decided = self._engine.decide(partnership)
        return self._assessment(partnership, decided)

    def _partnership(
        self, facts: Partnership | Mapping[str, object], reference_date: datetime.date | str | None
    ) -> Partnership:
        vocabulary = self.ruleset.vocabulary
        if isinstance(facts, Partnership):
            if reference_date is None:
                return facts
            return Partnership.from_facts(facts.answers, vocabulary, reference_date=reference_date, name=facts.name)
        if not isinstance(facts, Mapping):
            raise UsageError(f"facts must be a Partnership or a mapping, not {type(facts).__name__}")
        if "feiten" in facts:
            return Partnership.from_case(facts, vocabulary, reference_date=reference_date)
        if reference_date is None:
            raise UsageError("no reference date: pass reference_date, such as datetime.date(2026, 1, 1)")
        return Partnership.from_facts(facts, vocabulary, reference_date=reference_date)

    def _assessment(self, partnership: Partnership, decided: Outcomes) -> Assessment:
        ruleset = self.ruleset
        reasons = Reasons(ruleset, partnership, decided, self._sentences)
        findings = ranked((name for name, outcome in decided.items() if outcome), ruleset)
        undecided = tuple(name for name, outcome in decided.items() if outcome is None)
        conditions = tuple(self._condition_status(found, partnership, decided) for found in ruleset.conditions.values())
        return Assessment(
            partnership=partnership.name,
            reference_date=partnership.reference_date.isoformat(),
            language=self.language,
            engine=self._engine.name,
            ruleset=RulesetIdentity(ruleset.name, ruleset.version, ruleset.fingerprint),
            provisional=any(rule.makes_provisional for rule in findings),
            advice=self._advice(
                findings, reasons, {found.number for found in conditions if found.status is Status.RISK}
            ),
            findings=tuple(rule.id for rule in findings),
            undecided=undecided,
            waiting_for=tuple(self._waiting(name, reasons) for name in undecided),
            conditions=conditions,
            open_questions=(),
            shown_first=ruleset.policy.shown_first,
        )

    def _advice(self, findings: list[Rule], reasons: Reasons, at_risk: set[int]) -> tuple[Advice, ...]:
        absorbers = absorbed_by(findings, self.ruleset)
        order = [rule.id for rule in findings]
        shown = [rule for rule in findings if rule.id not in absorbers]
        nexts: list[Rule | None] = [*shown[1:], None]
        made = []
        for rank, (rule, following) in enumerate(zip(shown, nexts, strict=True), start=1):
            texts = rule.texts[self.language]
            condition = self.ruleset.conditions[rule.condition] if rule.condition is not None else None
            absorbs = absorbed_under(rule.id, absorbers, order)
            made.append(
                Advice(
                    rank=rank,
                    rule=rule.id,
                    conditions=rule.conditions,
                    severity=rule.severity,
                    kind=rule.kind,
                    finding=texts.finding,
                    title=texts.title,
                    steps=texts.steps,
                    first=tuple(number for number in condition.rests_on if number in at_risk) if condition else (),
                    because=(*reasons.why(rule.id), *self._replaced(rule, absorbs, reasons)),
                    absorbs=tuple(absorbs),
                    above_next=above_next(rule, following, self.ruleset, self.language) if following else "",
                    resolved_when=(),
                    sources=self.ruleset.credits(rule, self.language),
                )
            )
        return tuple(made)

    def _replaced(self, rule: Rule, absorbs: list[str], reasons: Reasons) -> list[Evidence]:
        """Return what was found besides and is replaced by this finding, so that nothing is lost from sight."""
        return [
            Evidence(text=self._finding(name), rule=name, because=reasons.why(name))
            for name in rule.replaces
            if name in absorbs
        ]

    def _condition_status(self, condition: Condition, partnership: Partnership, decided: Outcomes) -> ConditionStatus:
        rules = self._rules_of[condition.number]
        found = [rule for rule in rules if decided[rule.id]]
        if any(rule.severity in _SERIOUS for rule in found):
            status = Status.RISK
        elif any(rule.severity is not Severity.STRENGTH for rule in found):
            status = Status.ATTENTION
        elif rules and all(decided[rule.id] is not None for rule in rules):
            status = Status.IN_ORDER
        else:
            status = Status.UNKNOWN
        asked = [(fact.id, party) for fact in self._facts_of[condition.number] for party in fact.parties]
        return ConditionStatus(
            number=condition.number,
            id=condition.id,
            title=condition.texts[self.language].title,
            status=status,
            findings=tuple(rule.id for rule in ranked((rule.id for rule in found), self.ruleset)),
            answered=sum(partnership.answer(*slot) is not None for slot in asked),
            asked=len(asked),
        )

    def _waiting(self, rule: str, reasons: Reasons) -> Waiting:
        facts = self.ruleset.vocabulary.facts
        return Waiting(
            rule=rule,
            facts=tuple(
                WaitingFact(
                    fact=fact,
                    party=party or facts[fact].asked_of,
                    question=facts[fact].texts[self.language].question,
                )
                for fact, party in reasons.missing(rule)
            ),
        )
