"""Put an assessment together from the outcomes of the rules."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Any

import attrs
from msgspec.structs import replace

from samenwerkadvies.advising.assessment import (
    Advice,
    Assessment,
    Check,
    ConditionStatus,
    OpenQuestion,
    PlainFacts,
    RuleNotInForce,
    RuleOff,
    RulesetIdentity,
    Views,
)
from samenwerkadvies.advising.contents import parties_of
from samenwerkadvies.advising.counting import Count, Counter
from samenwerkadvies.advising.evidence import Reasons
from samenwerkadvies.advising.explaining import Explanations
from samenwerkadvies.advising.remedies import Remedies
from samenwerkadvies.advising.spreads import organisations_of, respondents_of, shown_remarks, with_names
from samenwerkadvies.citations import Citation
from samenwerkadvies.engines.decided import Decided, Outcomes
from samenwerkadvies.frozen import FrozenDict
from samenwerkadvies.in_force import NotInForce, not_in_force
from samenwerkadvies.inquiry.diagrams import Diagrams
from samenwerkadvies.inquiry.questions import worth_asking
from samenwerkadvies.known import plain_answers
from samenwerkadvies.meaning.standing import Standing, Status
from samenwerkadvies.partnership import Partnership
from samenwerkadvies.priority import Ranking
from samenwerkadvies.ruleset import AdviceKind, Condition, ConditionTexts, Rule, Ruleset, Severity
from samenwerkadvies.vocabulary import Kind
from samenwerkadvies.wording.advice import above_next
from samenwerkadvies.wording.dates import why_not_in_force
from samenwerkadvies.wording.sentences import Sentences

_WAITS_FOR_NOTHING = (AdviceKind.GATE, AdviceKind.DEADLINE)
"""What must be safe, or has a date, is not put off until something else is better."""
MOST_PAIRS = 4096
"""Pairs of rules of which it is kept why one stands above the other."""


class Assembly:
    """All that assessments in one language by one ruleset and engine have in common, worked out once."""

    def __init__(self, ruleset: Ruleset, language: str, engine: str) -> None:
        """Prepare for rules that are all in force; ``engine`` is the name of the engine that decides them."""
        self._ruleset = ruleset
        self._language = language
        self._engine = engine
        self._identity = RulesetIdentity(ruleset.name, ruleset.version, ruleset.fingerprint)
        self._parties = parties_of(ruleset, language)
        self._sentences = ruleset.once(Sentences, language)
        self._reasons = ruleset.once(_reasons_in, language)
        self._ranking = ruleset.whole.once(Ranking)
        self._ranked = [ruleset.rules[rule.id] for rule in self._ranking.rules if rule.id in ruleset.rules]
        self._diagrams = ruleset.once(Diagrams)
        self._told = {
            rule.id: (rule.texts[language], self._waits_for(rule), ruleset.credits(rule, language))
            for rule in ruleset.rules.values()
        }
        self._conditions = tuple(_Condition.of(found, ruleset, language) for found in ruleset.conditions.values())
        facts = ruleset.vocabulary.facts.values()
        kinds = (Kind.DATE, Kind.CHOICES)
        self._not_plain = tuple(fact.id for fact in facts if fact.kind in kinds or fact.decimals)
        self._counter = Counter(ruleset)
        self._above_next = functools.lru_cache(MOST_PAIRS)(self._why_above)
        self._off = tuple(RuleOff(off.rule, off.findings[language], off.why) for off in ruleset.off.values())
        self._not_in_force = tuple(_not_in_force(out, language) for out in not_in_force(ruleset))

    def explanations(self, decided: Decided) -> Explanations:
        """Return what tells how the rules come out."""
        return Explanations(decided, self._sentences, self._reasons)

    def assessment(self, decided: Decided, *, thinking_along: bool) -> Assessment:
        """Return what was found about a partnership whose rules are decided; if wanted, with what to ask and change."""
        partnership, outcomes = decided.partnership, decided.outcomes
        remedies = Remedies(decided, self._diagrams, self._sentences) if thinking_along else None
        findings = [rule for rule in self._ranked if outcomes[rule.id]]
        undecided = _undecided(outcomes)
        facts = self._shown_facts(partnership)
        count = self._counter.count(partnership.given)
        checks = self._checks(decided)
        conditions = self._statuses(findings, undecided, facts, count, remedies)
        advice = self._advice(findings, decided, conditions, remedies)
        return Assessment(
            partnership=partnership.name,
            reference_date=partnership.reference_date.isoformat(),
            language=self._language,
            engine=self._engine,
            ruleset=self._identity,
            parties=with_names(self._parties, partnership),
            facts=facts,
            remarks=shown_remarks(partnership),
            respondents=tuple(respondents_of(partnership, self._sentences)),
            organisations=tuple(organisations_of(partnership, self._sentences)),
            known=count.completeness if undecided else replace(count.completeness, enough=True),
            provisional=bool(checks) or any(rule.makes_provisional for rule in findings),
            advice=advice,
            findings=tuple([rule.id for rule in findings]),
            undecided=undecided,
            conditions=conditions,
            open_questions=self.open_questions(decided) if thinking_along else None,
            views=tuple(self._views(facts)) if thinking_along else None,
            checks=checks,
            shown_first=self._ruleset.policy.shown_first,
            rules_off=self._off,
            rules_not_in_force=self._not_in_force,
            caution=self._ruleset.cautions.get(self._language, ""),
            sources=self._cited((*(each.rule for each in advice), *(each.rule for each in checks))),
        )

    def _cited(self, rules: Iterable[str]) -> tuple[Citation, ...]:
        """Return what rules rest on, each source once."""
        made, cited = self._ruleset.with_checks.rules, self._ruleset.sources[self._language]
        return tuple([cited[name] for name in dict.fromkeys(name for rule in rules for name in made[rule].sources)])

    def _advice(
        self,
        findings: Sequence[Rule],
        decided: Decided,
        conditions: Sequence[ConditionStatus],
        remedies: Remedies | None,
    ) -> tuple[Advice, ...]:
        absorbed = self._ranking.absorbed(findings)
        places = {rule.id: place for place, rule in enumerate(findings)}
        shown = [rule for rule in findings if rule.id not in absorbed]
        at_risk = {found.number for found in conditions if found.status is Status.RISK}
        above: set[int] = set()
        advice = []
        for rank, rule in enumerate(shown, start=1):
            texts, waits_for, sources = self._told[rule.id]
            ways = remedies.resolving(rule) if remedies else None
            stays = remedies is not None and not ways and not remedies.gives_up(rule)
            advice.append(
                Advice(
                    rank=rank,
                    rule=rule.id,
                    conditions=rule.conditions,
                    severity=rule.severity,
                    kind=rule.kind,
                    finding=texts.finding,
                    title=texts.title,
                    steps=texts.steps,
                    decision=texts.decision,
                    first=tuple([number for number in waits_for if number in above]) if waits_for else (),
                    because=self._reasons.why(rule, decided),
                    absorbs=self._ranking.under(rule, places),
                    above_next=self._above_next(rule.id, shown[rank].id) if rank < len(shown) else "",
                    resolved_when=ways,
                    no_way_out=None if ways is None else texts.no_way_out if stays else "",
                    sources=sources,
                )
            )
            above.update(at_risk.intersection(rule.conditions))
        return tuple(advice)

    def _checks(self, decided: Decided) -> tuple[Check, ...]:
        known, day, ruleset = decided.partnership.known, decided.partnership.reference_date, self._ruleset
        held = [ruleset.checks[name] for name, test in ruleset.check_tests.items() if test(known, day, {})]
        if not held:
            return ()
        reasons, language = ruleset.with_checks.once(_reasons_in, self._language), self._language
        return tuple(
            Check(
                rule=rule.id,
                finding=rule.texts[language].finding,
                because=reasons.why(rule, decided),
                sources=ruleset.credits(rule, language),
            )
            for rule in held
        )

    def _waits_for(self, rule: Rule) -> tuple[int, ...]:
        """Return the conditions that a rule rests on and can wait for."""
        if rule.condition is None or rule.severity is Severity.STRENGTH or rule.kind in _WAITS_FOR_NOTHING:
            return ()
        return self._ruleset.conditions[rule.condition].rests_on

    def _why_above(self, higher: str, lower: str) -> str:
        rule, following = self._ruleset.rules[higher], self._ruleset.rules[lower]
        return above_next(self._ranking.deciding_criterion(rule, following), rule, following, self._language)

    def _statuses(
        self,
        findings: Sequence[Rule],
        undecided: Sequence[str],
        facts: PlainFacts,
        count: Count,
        remedies: Remedies | None,
    ) -> tuple[ConditionStatus, ...]:
        held, open_rules = {rule.id for rule in findings}, set(undecided)
        found: dict[int, list[str]] = {}
        for rule in findings:
            for number in rule.conditions:
                found.setdefault(number, []).append(rule.id)
        statuses = []
        for condition, (answered, asked) in zip(self._conditions, count.of_conditions, strict=False):
            status = _status(condition.standings, held, open_rules)
            ways = None
            if remedies:
                ways = remedies.ordering(condition.number) if status is Status.RISK else ()
            statuses.append(
                ConditionStatus(
                    number=condition.number,
                    id=condition.id,
                    title=condition.texts.title,
                    short_title=condition.texts.short_title,
                    status=status,
                    findings=tuple(found.get(condition.number, ())),
                    answered=answered,
                    asked=asked,
                    first_look=FrozenDict.of_frozen(
                        {fact: facts[fact] for fact in condition.first_looks if fact in facts}
                    ),
                    in_order_when=ways,
                )
            )
        return tuple(statuses)

    def _shown_facts(self, partnership: Partnership) -> PlainFacts:
        shown = partnership.answers
        if partnership.spreads and partnership.hidden:
            shown = partnership.changed(dict.fromkeys(partnership.hidden)).answers
        plain: dict[str, Any] = self._ruleset.vocabulary.in_order(shown)
        for fact in self._not_plain:
            if fact in plain:
                plain |= plain_answers({fact: plain[fact]})
        return FrozenDict.of_frozen(plain)

    def _views(self, facts: PlainFacts) -> Iterator[Views]:
        for name in self._ruleset.vocabulary.perceptions:
            fact, answers = self._ruleset.vocabulary.facts[name], facts.get(name)
            if fact.kind is Kind.SCALE and isinstance(answers, Mapping):
                texts = fact.texts[self._language]
                yield Views(
                    fact=name,
                    condition=fact.condition,
                    question=texts.question,
                    lowest=texts.lowest,
                    highest=texts.highest,
                    answers=answers,
                )

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
                organisations=partnership.organisations.silent(worth.slot),
            )


def _not_in_force(out: NotInForce, language: str) -> RuleNotInForce:
    rule, validity = out.rule, out.rule.validity
    return RuleNotInForce(
        rule.id,
        rule.texts[language].finding,
        why_not_in_force(out, language),
        validity.since.isoformat() if validity.since else None,
        validity.before.isoformat() if validity.before else None,
        out.without,
    )


def _reasons_in(ruleset: Ruleset, language: str) -> Reasons:
    return Reasons(ruleset, ruleset.once(Sentences, language))


def _undecided(outcomes: Outcomes) -> tuple[str, ...]:
    return tuple([name for name, outcome in outcomes.items() if outcome is None])


def _status(standings: Sequence[Standing], held: AbstractSet[str], undecided: AbstractSet[str]) -> Status:
    """Return the first status that fits."""
    for standing in standings:
        if standing.any_holds:
            if not held.isdisjoint(standing.any_holds):
                return standing.status
        elif undecided.isdisjoint(standing.all_decided):
            return standing.status
    return Status.UNKNOWN


@attrs.frozen
class _Condition:
    """What the status of a condition is made of."""

    number: int
    id: str
    texts: ConditionTexts
    standings: tuple[Standing, ...]
    first_looks: tuple[str, ...]
    """The facts that are a first look at it."""

    @classmethod
    def of(cls, condition: Condition, ruleset: Ruleset, language: str) -> _Condition:
        return cls(
            number=condition.number,
            id=condition.id,
            texts=condition.texts[language],
            standings=ruleset.standings[condition.number],
            first_looks=tuple(dict.fromkeys(fact for fact, _ in ruleset.first_looks.get(condition.number, ()))),
        )
