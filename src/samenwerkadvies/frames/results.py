"""What an assessment says, as columns beside the outcomes of the rules.

A table with a row for each finding (or condition, or undecided rule) is made from columns that hold whole numbers, one
for each rule (or condition): the columns become rows, and each number is read as all that it stands for.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from samenwerkadvies.advising import Status
from samenwerkadvies.advising.assembling import SERIOUS
from samenwerkadvies.engines.columns import AnyFrame, added, column_of, mapped, nw, outcome_of
from samenwerkadvies.partnership import Slot
from samenwerkadvies.priority import Ranking
from samenwerkadvies.ruleset import Condition, Rule, Ruleset, Severity

NUMBER = "__number__"
"""How the names of columns begin that become rows."""
STATUSES = tuple(Status)
_BLOCK = 8
_PACK = 10_000
"""Whole numbers that belong together travel as one while columns become rows."""


def held(rule: str) -> str:
    """Return the column that says that a rule holds: no when it is undecided."""
    return f"__held__{rule}"


def is_true(column: str) -> nw.Expr:
    """Return where a yes/no column says yes; null is no."""
    return nw.when(nw.col(column)).then(nw.lit(value=True)).otherwise(nw.lit(value=False))


def _total(numbers: Sequence[nw.Expr]) -> nw.Expr:
    return nw.sum_horizontal(*numbers) if numbers else nw.lit(0)


def _count(columns: Iterable[str]) -> nw.Expr:
    """Return how many of some yes/no columns are true, together with numbers that were counted before."""
    return _total([nw.col(column).cast(nw.Int64()) for column in columns])


def _any(columns: Sequence[str]) -> nw.Expr:
    return nw.any_horizontal(*map(nw.col, columns), ignore_nulls=False) if columns else nw.lit(value=False)


def _parted(packed: nw.Expr) -> tuple[nw.Expr, nw.Expr]:
    left = packed // _PACK
    return left, packed - left * _PACK


def _status_text(place: nw.Expr) -> nw.Expr:
    return mapped(place, {index: status.value for index, status in enumerate(STATUSES)})


class Results:
    """Writes the columns of each table of results for one ruleset, in one language."""

    def __init__(self, ruleset: Ruleset, language: str) -> None:
        """Rank the rules."""
        self.ruleset, self.language = ruleset, language
        self.ranking = Ranking(ruleset)
        self._places = {rule.id: place for place, rule in enumerate(self.ranking.rules, start=1)}

    def add_ranks(self, decided: AnyFrame) -> AnyFrame:
        """Add for each rule that holds its rank, its place and the place of what absorbs it, as one number.

        The rank is how many rules hold up to this one. These are counted by block, so that it takes few additions.
        """
        rules = [rule.id for rule in self.ranking.rules]
        blocks = {f"__block__{start}": rules[start : start + _BLOCK] for start in range(0, len(rules), _BLOCK)}
        frame = added(decided, (_count(map(held, block)).alias(name) for name, block in blocks.items()))
        numbers = []
        before: list[str] = []
        for name, block in blocks.items():
            for index, rule in enumerate(block, start=1):
                rank = _count([*before, *map(held, block[:index])])
                packed = (rank * _PACK + self._places[rule]) * _PACK + self._absorber(rule)
                numbers.append(nw.when(nw.col(held(rule))).then(packed).alias(NUMBER + rule))
            before.append(name)
        return added(frame, numbers)

    def _named(self, place: nw.Expr) -> nw.Expr:
        """Return the rule with a place in the ranking; null for 0."""
        return mapped(place, {at: rule for rule, at in self._places.items()})

    def _absorbers(self, rule: str) -> list[str]:
        return [other for other in self._places if rule in self.ranking.absorbs[other]]

    def _absorber(self, rule: str) -> nw.Expr:
        """Return the place of the highest finding that absorbs a rule; 0 when there is none."""
        found = [nw.when(nw.col(held(other))).then(nw.lit(self._places[other])) for other in self._absorbers(rule)]
        return nw.coalesce(*found, nw.lit(0)) if found else nw.lit(0)

    def advice_columns(self) -> list[nw.Expr]:
        """Read such numbers as a row of advice."""
        left, absorber = _parted(nw.col("value"))
        rank, place = _parted(left)
        rules = dict(enumerate(self.ranking.rules, start=1))
        texts = {
            "conditions": {at: ", ".join(map(str, rule.conditions)) for at, rule in rules.items()},
            "severity": {at: rule.severity.value for at, rule in rules.items()},
            "kind": {at: rule.kind.value for at, rule in rules.items()},
            "title": {at: rule.texts[self.language].title for at, rule in rules.items()},
        }
        described = [mapped(place, values).alias(name) for name, values in texts.items()]
        named = self._named(place).alias("rule"), self._named(absorber).alias("absorbed_by")
        return [rank.alias("rank"), named[0], *described, named[1]]

    # --- conditions ---

    def add_standing(self, decided: AnyFrame) -> AnyFrame:
        """Add for each condition its place, status, findings and answers, as one number."""
        return added(
            decided,
            (
                self._standing_of(place, condition).alias(f"{NUMBER}{condition.number}")
                for place, condition in enumerate(self.ruleset.conditions.values())
            ),
        )

    def _standing_of(self, place: int, condition: Condition) -> nw.Expr:
        asked = [nw.col(column_of(slot)) for slot in self._asked(condition)]
        answered = _total([(~column.is_null()).cast(nw.Int64()) for column in asked])
        findings = _count(held(rule.id) for rule in self._rules_of(condition))
        status = self.status_of(condition).cast(nw.Int64()) + place * len(STATUSES)
        return (status * _PACK + findings) * _PACK + answered

    def _rules_of(self, condition: Condition) -> list[Rule]:
        return [rule for rule in self.ruleset.rules.values() if condition.number in rule.conditions]

    def _asked(self, condition: Condition) -> list[Slot]:
        facts = [fact for fact in self.ruleset.vocabulary.facts.values() if fact.condition == condition.number]
        return [(fact.id, party) for fact in facts for party in fact.parties]

    def status_of(self, condition: Condition) -> nw.Expr:
        """Return which of the statuses a condition has."""
        rules = self._rules_of(condition)
        if not rules:
            return nw.lit(STATUSES.index(Status.UNKNOWN))
        serious = [held(rule.id) for rule in rules if rule.severity in SERIOUS]
        other = [held(rule.id) for rule in rules if rule.severity not in (*SERIOUS, Severity.STRENGTH)]
        is_decided = nw.all_horizontal(*(~nw.col(outcome_of(rule.id)).is_null() for rule in rules), ignore_nulls=False)
        found = [
            nw.when(is_so).then(nw.lit(STATUSES.index(status)))
            for is_so, status in (
                (_any(serious), Status.RISK),
                (_any(other), Status.ATTENTION),
                (is_decided, Status.IN_ORDER),
            )
        ]
        return nw.coalesce(*found, nw.lit(STATUSES.index(Status.UNKNOWN)))

    def condition_columns(self) -> list[nw.Expr]:
        """Read such numbers as a row about a condition."""
        left, answered = _parted(nw.col("value"))
        standing, findings = _parted(left)
        place = standing // len(STATUSES)
        conditions = dict(enumerate(self.ruleset.conditions.values()))
        number = {at: condition.number for at, condition in conditions.items()}
        asked = {at: len(self._asked(condition)) for at, condition in conditions.items()}
        titles = {at: condition.texts[self.language].short_title for at, condition in conditions.items()}
        return [
            mapped(place, number, nw.Int64).alias("condition"),
            mapped(place, titles).alias("title"),
            _status_text(standing - place * len(STATUSES)).alias("status"),
            findings.alias("findings"),
            answered.alias("answered"),
            mapped(place, asked, nw.Int64).alias("asked"),
        ]

    # --- one row for each partnership ---

    def add_undecided(self, decided: AnyFrame) -> AnyFrame:
        """Add for each undecided rule its place, as a number."""
        numbers = [
            nw.when(nw.col(outcome_of(rule)).is_null()).then(nw.lit(place)).alias(NUMBER + rule)
            for rule, place in self._places.items()
        ]
        return added(decided, numbers)

    def undecided_columns(self) -> list[nw.Expr]:
        """Read such numbers as a row about an undecided rule."""
        return [self._named(nw.col("value")).alias("rule")]

    def add_outline(self, decided: AnyFrame) -> AnyFrame:
        """Add the places of the advice that is shown first."""
        shown = {}
        for rule in self._places:
            is_shown = nw.col(held(rule))
            for other in self._absorbers(rule):
                is_shown &= ~nw.col(held(other))
            shown[f"__shown__{rule}"] = is_shown
        frame = added(decided, (is_shown.alias(name) for name, is_shown in shown.items()))
        for number in self._shown_first:
            above = nw.col(f"__first__{number - 1}") if number > 1 else nw.lit(0)
            places = [
                nw.when(nw.col(name) & (above < place)).then(nw.lit(place))
                for name, place in zip(shown, self._places.values(), strict=True)
            ]
            frame = frame.with_columns(nw.min_horizontal(*places).alias(f"__first__{number}"))
        return frame

    @property
    def _shown_first(self) -> range:
        return range(1, 1 + self.ruleset.policy.shown_first)

    def outline_columns(self) -> list[nw.Expr]:
        """Read all that there is as a row about a partnership."""
        provisional = [held(rule.id) for rule in self.ranking.rules if rule.makes_provisional]
        open_rules = [nw.col(outcome_of(rule)).is_null().cast(nw.Int64()) for rule in self._places]
        titles = {place: rule.texts[self.language].title for place, rule in enumerate(self.ranking.rules, start=1)}
        first = [mapped(nw.col(f"__first__{number}"), titles).alias(f"advice_{number}") for number in self._shown_first]
        statuses = [
            _status_text(self.status_of(condition)).alias(f"condition_{condition.number}")
            for condition in self.ruleset.conditions.values()
        ]
        return [
            _any(provisional).alias("provisional"),
            _count(map(held, self._places)).alias("findings"),
            _total(open_rules).alias("undecided"),
            *first,
            *statuses,
        ]
