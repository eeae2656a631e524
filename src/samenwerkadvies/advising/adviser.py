"""The adviser: facts in, assessment out."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping

import attrs

from samenwerkadvies.advising.assessment import (
    Advice,
    Assessment,
    ConditionStatus,
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
from samenwerkadvies.language.tree import push_negations_inward
from samenwerkadvies.partnership import Partnership, Slot
from samenwerkadvies.priority import Ranking
from samenwerkadvies.ruleset import DUTCH, Condition, ConditionTexts, Rule, Ruleset, Severity

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
        self._expressions = {rule.id: push_negations_inward(rule.expression) for rule in self.ruleset.rules.values()}
        self._ranking = Ranking(self.ruleset)
        self._conditions = tuple(
            _Condition.of(found, self.ruleset, self._ranking) for found in self.ruleset.conditions.values()
        )
        self._credits = {rule.id: self.ruleset.credits(rule, language) for rule in self.ruleset.rules.values()}

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
        reasons = Reasons(ruleset, self._expressions, partnership, decided, self._sentences)
        findings = [rule for rule in self._ranking.rules if decided[rule.id]]
        known = partnership.slots()
        undecided = tuple(name for name, outcome in decided.items() if outcome is None)
        conditions = tuple(self._condition_status(found, known, decided) for found in self._conditions)
        at_risk = {found.number for found in conditions if found.status is Status.RISK}
        return Assessment(
            partnership=partnership.name,
            reference_date=partnership.reference_date.isoformat(),
            language=self.language,
            engine=self._engine.name,
            ruleset=RulesetIdentity(ruleset.name, ruleset.version, ruleset.fingerprint),
            provisional=any(rule.makes_provisional for rule in findings),
            advice=tuple(self._advice(findings, reasons, at_risk)),
            findings=tuple(rule.id for rule in findings),
            undecided=undecided,
            waiting_for=tuple(self._waiting(name, reasons) for name in undecided),
            conditions=conditions,
            open_questions=(),
            shown_first=ruleset.policy.shown_first,
        )

    def _advice(self, findings: list[Rule], reasons: Reasons, at_risk: set[int]) -> Iterator[Advice]:
        absorbed = self._ranking.absorbed(findings)
        shown = [rule for rule in findings if rule.id not in absorbed]
        for rank, rule in enumerate(shown, start=1):
            following = shown[rank] if rank < len(shown) else None
            texts = rule.texts[self.language]
            rests_on = self.ruleset.conditions[rule.condition].rests_on if rule.condition is not None else ()
            absorbs = self._ranking.under(rule, findings)
            yield Advice(
                rank=rank,
                rule=rule.id,
                conditions=rule.conditions,
                severity=rule.severity,
                kind=rule.kind,
                finding=texts.finding,
                title=texts.title,
                steps=texts.steps,
                first=tuple(number for number in rests_on if number in at_risk),
                because=reasons.why(rule),
                absorbs=absorbs,
                above_next=self._above_next(rule, following) if following else "",
                resolved_when=(),
                sources=self._credits[rule.id],
            )

    def _above_next(self, rule: Rule, following: Rule) -> str:
        return above_next(self._ranking.deciding_criterion(rule, following), rule, following, self.language)

    def _condition_status(self, condition: _Condition, known: frozenset[Slot], decided: Outcomes) -> ConditionStatus:
        found = [rule for rule in condition.rules if decided[rule.id]]
        if any(rule.severity in _SERIOUS for rule in found):
            status = Status.RISK
        elif any(rule.severity is not Severity.STRENGTH for rule in found):
            status = Status.ATTENTION
        elif condition.rules and all(decided[rule.id] is not None for rule in condition.rules):
            status = Status.IN_ORDER
        else:
            status = Status.UNKNOWN
        return ConditionStatus(
            number=condition.number,
            id=condition.id,
            title=condition.texts[self.language].title,
            short_title=condition.texts[self.language].short_title,
            status=status,
            findings=tuple(rule.id for rule in found),
            answered=len(condition.slots & known),
            asked=len(condition.slots),
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


@attrs.frozen
class _Condition:
    """What the status of a condition is made of."""

    number: int
    id: str
    texts: Mapping[str, ConditionTexts]
    rules: tuple[Rule, ...]
    """In rank order."""
    slots: frozenset[Slot]

    @classmethod
    def of(cls, condition: Condition, ruleset: Ruleset, ranking: Ranking) -> _Condition:
        facts = [fact for fact in ruleset.vocabulary.facts.values() if fact.condition == condition.number]
        return cls(
            number=condition.number,
            id=condition.id,
            texts=condition.texts,
            rules=tuple(rule for rule in ranking.rules if condition.number in rule.conditions),
            slots=frozenset((fact.id, party) for fact in facts for party in fact.parties),
        )
