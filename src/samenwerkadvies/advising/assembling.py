"""Put an assessment together from the outcomes of the rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import attrs

from samenwerkadvies.advising.assessment import (
    Advice,
    Assessment,
    Completeness,
    ConditionStatus,
    OpenQuestion,
    PlainFacts,
    RespondentsSpread,
    RulesetIdentity,
)
from samenwerkadvies.advising.evidence import Reasons
from samenwerkadvies.advising.explaining import Explanations
from samenwerkadvies.advising.remedies import Remedies
from samenwerkadvies.engines.decided import Decided, Outcomes
from samenwerkadvies.inquiry.diagrams import diagrams_of
from samenwerkadvies.inquiry.questions import worth_asking
from samenwerkadvies.meaning.standing import Standing, Status
from samenwerkadvies.partnership import Partnership, plain_answers
from samenwerkadvies.priority import Ranking
from samenwerkadvies.respondents import Spread
from samenwerkadvies.ruleset import AdviceKind, Condition, ConditionTexts, Rule, Ruleset, Severity
from samenwerkadvies.vocabulary import PARTIES, Slot
from samenwerkadvies.wording.advice import above_next
from samenwerkadvies.wording.sentences import Sentences

_WAITS_FOR_NOTHING = (AdviceKind.GATE, AdviceKind.DEADLINE)
"""What must be safe, or has a date, is not put off until something else is better."""


class Assembly:
    """All that assessments in one language by one ruleset have in common, worked out once."""

    def __init__(self, ruleset: Ruleset, language: str, engine: str) -> None:
        """Prepare; ``engine`` is the name of the engine that decides the rules."""
        self._ruleset = ruleset
        self._language = language
        self._engine = engine
        self._sentences = Sentences(ruleset, language)
        self._ranking = Ranking(ruleset)
        self._diagrams = diagrams_of(ruleset)
        self._conditions = tuple(_Condition.of(found, ruleset, self._ranking) for found in ruleset.conditions.values())
        self._credits = {rule.id: ruleset.credits(rule, language) for rule in ruleset.rules.values()}

    def explanations(self, decided: Decided) -> Explanations:
        """Return what tells how the rules come out."""
        return Explanations(decided, self._sentences)

    def assessment(self, decided: Decided, *, thinking_along: bool) -> Assessment:
        """Return what was found about a partnership whose rules are decided; if wanted, with what to ask and change."""
        ruleset, partnership, outcomes = self._ruleset, decided.partnership, decided.outcomes
        reasons = Reasons(decided, self._sentences)
        remedies = Remedies(decided, self._diagrams, self._sentences) if thinking_along else None
        findings = [rule for rule in self._ranking.rules if outcomes[rule.id]]
        known = partnership.slots()
        undecided = _undecided(outcomes)
        facts = self._shown_facts(partnership)
        conditions = tuple(
            self._condition_status(found, known, facts, outcomes, remedies) for found in self._conditions
        )
        at_risk = {found.number for found in conditions if found.status is Status.RISK}
        return Assessment(
            partnership=partnership.name,
            reference_date=partnership.reference_date.isoformat(),
            language=self._language,
            engine=self._engine,
            ruleset=RulesetIdentity(ruleset.name, ruleset.version, ruleset.fingerprint),
            facts=facts,
            respondents=tuple(map(self._spread, partnership.spreads)),
            known=self._completeness(known, has_undecided=bool(undecided)),
            provisional=any(rule.makes_provisional for rule in findings),
            advice=tuple(self._advice(findings, reasons, remedies, at_risk)),
            findings=tuple(rule.id for rule in findings),
            undecided=undecided,
            conditions=conditions,
            open_questions=self.open_questions(decided) if thinking_along else None,
            shown_first=ruleset.policy.shown_first,
        )

    def _completeness(self, known: frozenset[Slot], *, has_undecided: bool) -> Completeness:
        least = self._ruleset.policy.enough_known
        asked = self._ruleset.counting(known)
        answered = known.intersection(asked)
        is_first_look = self._ruleset.is_first_look(known)

        def is_missing(party: str) -> bool:
            own = [slot for slot in (self._ruleset.quick_scan if is_first_look else asked) if slot[1] == party]
            return len(known.intersection(own)) < least * len(own)

        return Completeness(
            answered=len(answered),
            asked=len(asked),
            enough=not has_undecided or len(answered) >= least * len(asked),
            missing_from=tuple(filter(is_missing, PARTIES)),
            first_look=is_first_look,
        )

    def _advice(
        self, findings: list[Rule], reasons: Reasons, remedies: Remedies | None, at_risk: set[int]
    ) -> Iterator[Advice]:
        absorbed = self._ranking.absorbed(findings)
        places = {rule.id: place for place, rule in enumerate(findings)}
        shown = [rule for rule in findings if rule.id not in absorbed]
        above: set[int] = set()
        for rank, rule in enumerate(shown, start=1):
            following = shown[rank] if rank < len(shown) else None
            texts = rule.texts[self._language]
            absorbs = self._ranking.under(rule, places)
            ways = remedies.resolving(rule) if remedies else None
            stays = remedies is not None and not ways and not remedies.gives_up(rule)
            yield Advice(
                rank=rank,
                rule=rule.id,
                conditions=rule.conditions,
                severity=rule.severity,
                kind=rule.kind,
                finding=texts.finding,
                title=texts.title,
                steps=texts.steps,
                first=self._first(rule, at_risk & above),
                because=reasons.why(rule),
                absorbs=absorbs,
                above_next=self._above_next(rule, following) if following else "",
                resolved_when=ways,
                no_way_out=None if ways is None else texts.no_way_out if stays else "",
                sources=self._credits[rule.id],
            )
            above.update(rule.conditions)

    def _first(self, rule: Rule, before: set[int]) -> tuple[int, ...]:
        """Return which of some conditions a rule rests on and can wait for."""
        if rule.condition is None or rule.severity is Severity.STRENGTH or rule.kind in _WAITS_FOR_NOTHING:
            return ()
        return tuple(number for number in self._ruleset.conditions[rule.condition].rests_on if number in before)

    def _above_next(self, rule: Rule, following: Rule) -> str:
        return above_next(self._ranking.deciding_criterion(rule, following), rule, following, self._language)

    def _condition_status(
        self,
        condition: _Condition,
        known: frozenset[Slot],
        facts: PlainFacts,
        outcomes: Outcomes,
        remedies: Remedies | None,
    ) -> ConditionStatus:
        counting = self._ruleset.counting_in(condition.number, known)
        found = [rule for rule in condition.rules if outcomes[rule.id]]
        fitting = (each.status for each in self._ruleset.standings[condition.number] if _fits(each, outcomes))
        status = next(fitting, Status.UNKNOWN)
        ways = None
        if remedies:
            ways = remedies.ordering(condition.number) if status is Status.RISK else ()
        return ConditionStatus(
            number=condition.number,
            id=condition.id,
            title=condition.texts[self._language].title,
            short_title=condition.texts[self._language].short_title,
            status=status,
            findings=tuple(rule.id for rule in found),
            answered=len(known.intersection(counting)),
            asked=len(counting),
            first_look={fact: facts[fact] for fact in condition.first_looks if fact in facts},
            in_order_when=ways,
        )

    def _shown_facts(self, partnership: Partnership) -> PlainFacts:
        shown = (
            partnership.changed(dict.fromkeys(partnership.hidden)).answers
            if partnership.hidden
            else partnership.answers
        )
        return plain_answers({fact: shown[fact] for fact in self._ruleset.vocabulary.facts if fact in shown})

    def _spread(self, spread: Spread) -> RespondentsSpread:
        text = self._sentences.divided(spread) if spread.is_divided else ""
        return RespondentsSpread(**attrs.asdict(spread), text=text)

    def open_questions(self, decided: Decided) -> tuple[OpenQuestion, ...]:
        """Return the questions worth asking about a partnership, the most telling first."""
        return tuple(self.questions(_undecided(decided.outcomes), decided.partnership))

    def questions(self, undecided: Iterable[str], partnership: Partnership) -> Iterator[OpenQuestion]:
        """Yield the questions worth asking for undecided rules, the most telling first."""
        for worth in worth_asking(undecided, partnership, self._diagrams):
            name, party = worth.slot
            fact = self._ruleset.vocabulary.facts[name]
            yield OpenQuestion(
                fact=name,
                party=party or fact.asked_of,
                condition=fact.condition,
                question=fact.texts[self._language].question,
                could_decide=worth.could_decide,
                severity=worth.severity,
            )


def _undecided(outcomes: Outcomes) -> tuple[str, ...]:
    return tuple(name for name, outcome in outcomes.items() if outcome is None)


def _fits(standing: Standing, outcomes: Outcomes) -> bool:
    if standing.any_holds:
        return any(outcomes[rule] for rule in standing.any_holds)
    return all(outcomes[rule] is not None for rule in standing.all_decided)


@attrs.frozen
class _Condition:
    """What the status of a condition is made of."""

    number: int
    id: str
    texts: Mapping[str, ConditionTexts]
    rules: tuple[Rule, ...]
    """In rank order."""
    first_looks: tuple[str, ...]
    """The facts that are a first look at it."""

    @classmethod
    def of(cls, condition: Condition, ruleset: Ruleset, ranking: Ranking) -> _Condition:
        return cls(
            number=condition.number,
            id=condition.id,
            texts=condition.texts,
            rules=tuple(rule for rule in ranking.rules if condition.number in rule.conditions),
            first_looks=tuple(dict.fromkeys(fact for fact, _ in ruleset.first_looks.get(condition.number, ()))),
        )
