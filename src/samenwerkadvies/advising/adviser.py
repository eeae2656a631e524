"""The adviser: facts in, assessment out."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from typing import Self

import attrs

from samenwerkadvies.advising.assembling import Assembly
from samenwerkadvies.advising.assessment import Assessment, OpenQuestion
from samenwerkadvies.advising.comparing import Comparison, compare
from samenwerkadvies.advising.explaining import Part, WhyNot
from samenwerkadvies.advising.plan import Agreement
from samenwerkadvies.advising.spreads import case_of
from samenwerkadvies.case_form import is_case, no_case
from samenwerkadvies.changing import with_changes
from samenwerkadvies.engines import EngineName, make_engine
from samenwerkadvies.engines.decided import Decided
from samenwerkadvies.engines.reference import ReferenceEngine
from samenwerkadvies.errors import InvalidFactsError, UsageError, nearest, told_in
from samenwerkadvies.in_force import in_force
from samenwerkadvies.loading.prepared import load_ruleset
from samenwerkadvies.partnership import Partnership
from samenwerkadvies.ruleset import DUTCH, Language, Ruleset


class Adviser:
    """Assesses partnerships by one ruleset. Make it once; use it from as many threads as you like.

    It never changes: a copy is the same one, and it travels between processes by what it was made of.
    """

    def __init__(self, ruleset: Ruleset | None = None, engine: EngineName = "auto", language: Language = DUTCH) -> None:
        """Prepare the rules.

        Args:
            ruleset: the rules; None for the shipped ones.
            engine: ``durable``, ``reference``, or ``auto``: durable where it can be loaded.
            language: ``nl`` or ``en``: of every text in the assessments, and of what is wrong with facts.

        Raises:
            UsageError: for an unknown engine, or a language that the ruleset is not written in.
            MissingDependencyError: when ``durable`` is asked for by name and cannot be loaded.
        """
        self.ruleset = load_ruleset() if ruleset is None else ruleset
        if language not in self.ruleset.languages:
            known = ", ".join(self.ruleset.languages)
            raise UsageError(f"ruleset {self.ruleset.name!r} has no texts in {language!r}: choose one of {known}")
        self.language = language
        self._asked_engine: EngineName = engine
        self._engine = make_engine(engine, self.ruleset)
        self._assembly = self._assembly_of(self.ruleset)

    def __repr__(self) -> str:
        """Return what it was made of, in short."""
        return f"<Adviser by {self.ruleset!r}, engine {self.engine}, language {self.language}>"

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, _: object) -> Self:
        return self

    def __reduce__(self) -> tuple[type[Adviser], tuple[Ruleset, EngineName, Language]]:
        return type(self), (self.ruleset, self._asked_engine, self.language)

    @property
    def engine(self) -> str:
        """The name of the engine that answers."""
        return self._engine.name

    def assess(
        self,
        facts: Partnership | Mapping[str, object],
        reference_date: datetime.date | str | None = None,
        *,
        thinking_along: bool = False,
    ) -> Assessment:
        """Assess one partnership.

        Args:
            facts: a ``Partnership``; or a case, a mapping with ``feiten`` and perhaps ``naam`` and
                ``peildatum``; or a mapping of fact ids to answers.
            reference_date: the day to which the facts apply, as a date or an ISO text; it comes
                before the reference date of a partnership or case.
            thinking_along: whether to work out what to ask first and what would change what was found as well:
                ``open_questions``, ``resolved_when``, ``no_way_out`` and ``in_order_when``, which are None else.

        Raises:
            InvalidFactsError: with everything that is wrong with the facts, a missing reference date too.
        """
        decided = self._decided(self.partnership(facts, reference_date))
        return self._assembly_of(decided.ruleset).assessment(decided, thinking_along=thinking_along)

    def questions(
        self, facts: Partnership | Mapping[str, object], reference_date: datetime.date | str | None = None
    ) -> tuple[OpenQuestion, ...]:
        """Return the questions worth asking about a partnership, the most telling first.

        Arguments and errors are those of ``assess``.
        """
        decided = self._decided(self.partnership(facts, reference_date))
        return self._assembly_of(decided.ruleset).open_questions(decided)

    def why(
        self, facts: Partnership | Mapping[str, object], rule: str, reference_date: datetime.date | str | None = None
    ) -> Part:
        """Return the tree of a rule, with how each part comes out and what is known of it.

        Args:
            facts: as for ``assess``.
            rule: the id of a rule.
            reference_date: as for ``assess``.

        Raises:
            InvalidFactsError: with everything that is wrong with the facts.
            UsageError: for an unknown rule.
        """
        decided = self._decided(self.partnership(facts, reference_date), with_checks=True)
        return self._assembly_of(decided.ruleset).explanations(decided).why(self._known_rule(rule))

    def why_not(
        self, facts: Partnership | Mapping[str, object], rule: str, reference_date: datetime.date | str | None = None
    ) -> WhyNot:
        """Return what keeps a rule from holding: the smallest sets of facts, or the answers that it waits for.

        Arguments and errors are those of ``why``. A rule that holds is kept by nothing and waits for nothing.
        """
        decided = self._decided(self.partnership(facts, reference_date), with_checks=True)
        assembly = self._assembly_of(decided.ruleset)
        explanations = assembly.explanations(decided)
        outcome = explanations.why(self._known_rule(rule)).outcome
        waits_for = assembly.questions((rule,), decided.partnership) if outcome is None else ()
        return WhyNot(rule=rule, outcome=outcome, kept_by=explanations.kept_by(rule), waits_for=tuple(waits_for))

    def what_if(
        self,
        facts: Partnership | Mapping[str, object],
        changes: Mapping[str, object],
        reference_date: datetime.date | str | None = None,
    ) -> Comparison:
        """Compare a partnership as it is with how it would be after changes.

        Args:
            facts: as for ``assess``.
            changes: fact ids with their other answer; of a perception the answer of one party or both. Of a party of
                which several organisations take part, one answer is that of all of them; by name it is of those named.
                None makes an answer unknown. All other answers stay.
            reference_date: as for ``assess``.

        Raises:
            InvalidFactsError: with everything that is wrong with the facts or the changes.
        """
        before = self.partnership(facts, reference_date)
        with told_in(self.language):
            after = with_changes(before, changes, self.ruleset.vocabulary)
        return compare(self.assess(before), self.assess(after))

    def compare(
        self,
        before: Assessment | Partnership | Mapping[str, object],
        after: Assessment | Partnership | Mapping[str, object],
        *,
        reassess: bool = False,
        plan: Iterable[Agreement] = (),
    ) -> Comparison:
        """Compare two assessments, or partnerships, of which each is assessed first.

        Args:
            before: the older one.
            after: the newer one.
            reassess: assess the facts in an assessment by other rules anew, by the rules of this adviser.
            plan: what was agreed on after the older one; the comparison says what became of it.

        Raises:
            InvalidFactsError: with everything that is wrong with the facts.
            UsageError: when an assessment was made by other rules and ``reassess`` is False, or when
                it does not have all its facts, because few respondents gave them.
        """
        older, newer = (self._assessed(found, reassess=reassess) for found in (before, after))
        return compare(older, newer, plan)

    def _assessed(self, found: Assessment | Partnership | Mapping[str, object], *, reassess: bool) -> Assessment:
        if not isinstance(found, Assessment):
            return self.assess(found)
        return self.reassessed(found) if reassess else found

    def reassessed(self, assessment: Assessment) -> Assessment:
        """Return an assessment of the same facts by the rules, and in the language, of this adviser.

        Raises:
            InvalidFactsError: when these rules do not know the facts any more.
            UsageError: when the assessment does not have all its facts, because few respondents gave them.
        """
        if (assessment.ruleset.fingerprint, assessment.language) == (self.ruleset.fingerprint, self.language):
            return assessment
        if any(spread.lowest is None for spread in assessment.respondents):
            raise UsageError("some answers are not in this assessment, as few people gave them: use the case itself")
        return self.assess(case_of(assessment, self.ruleset.vocabulary))

    def _known_rule(self, rule: str) -> str:
        known = self.ruleset.with_checks.rules
        if rule in known:
            return rule
        hint = nearest(rule, known)
        raise UsageError(f"unknown rule {rule!r}" + (f": did you mean {hint!r}?" if hint else ""))

    def _assembly_of(self, now: Ruleset) -> Assembly:
        return now.once(Assembly, self.language, self._engine.name)

    def _decided(self, partnership: Partnership, *, with_checks: bool = False) -> Decided:
        """Decide the rules that are in force at the reference date, if wanted with the checks among them."""
        whole, outcomes = self.ruleset, self._engine.decide(partnership)
        if with_checks and whole.checks:
            whole = whole.with_checks
            outcomes = {**outcomes, **ReferenceEngine(self.ruleset.with_checks).decide(partnership)}
        now = in_force(whole, partnership.reference_date)
        if now is not whole:
            outcomes = {rule: outcomes[rule] for rule in now.rules}
        return Decided(now, partnership, outcomes)

    def partnership(
        self, facts: Partnership | Mapping[str, object], reference_date: datetime.date | str | None = None
    ) -> Partnership:
        """Return the partnership of which facts tell; arguments and errors are those of ``assess``."""
        with told_in(self.language):
            return self._partnership(facts, reference_date)

    def _partnership(
        self, facts: Partnership | Mapping[str, object], reference_date: datetime.date | str | None
    ) -> Partnership:
        vocabulary = self.ruleset.vocabulary
        if isinstance(facts, Partnership):
            if reference_date is None:
                return facts
            if facts.organisations.names:
                return Partnership.from_case(facts.to_case(), vocabulary, reference_date=reference_date)
            dated = Partnership.from_facts(facts.answers, vocabulary, reference_date=reference_date)
            return attrs.evolve(facts, reference_date=dated.reference_date)
        if not isinstance(facts, Mapping):
            raise InvalidFactsError([no_case(facts)])
        if is_case(facts, vocabulary):
            return Partnership.from_case(facts, vocabulary, reference_date=reference_date)
        return Partnership.from_facts(facts, vocabulary, reference_date=reference_date)
