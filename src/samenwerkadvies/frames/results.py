"""What an assessment says, as columns beside the outcomes of the rules.

A table with a row for each finding (or condition, or undecided rule) is made from columns that hold whole numbers, one
for each rule (or condition): the columns become rows, and each number is read as all that it stands for.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from samenwerkadvies.engines.columns import AnyFrame, added, column_of, nw, outcome_of
from samenwerkadvies.frames.rows import NUMBER, VALUE, Column, packed, parted
from samenwerkadvies.meaning.standing import Status
from samenwerkadvies.priority import Ranking
from samenwerkadvies.ruleset import Condition, Ruleset

STATUSES = tuple(Status)
_STATUS_TEXTS = {place: status.value for place, status in enumerate(STATUSES)}
_BLOCK = 8
_SMALL = nw.Int16()


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
    return _total([nw.col(column).cast(_SMALL) for column in columns])


def _any(columns: Sequence[str]) -> nw.Expr:
    return nw.any_horizontal(*map(nw.col, columns), ignore_nulls=False) if columns else nw.lit(value=False)


def _rank(rule: str) -> str:
    return f"__rank__{rule}"


def _first(number: int) -> str:
    return f"__first__{number}"


class Results:
    """Writes the columns of each table of results for one ruleset, in one language."""

    def __init__(self, ruleset: Ruleset, language: str) -> None:
        """Rank the rules."""
        self.ruleset, self.language = ruleset, language
        self.ranking = Ranking(ruleset)
        self._places = {rule.id: place for place, rule in enumerate(self.ranking.rules, start=1)}
        self._absorbers: dict[str, list[str]] = {rule: [] for rule in self._places}
        """Per rule: those that absorb it, in rank order."""
        for rule in self._places:
            for absorbed in self.ranking.absorbs[rule]:
                self._absorbers[absorbed].append(rule)

    # --- advice ---

    def add_findings(self, decided: AnyFrame) -> AnyFrame:
        """Add for each rule that holds its place and the place of what absorbs it, as one number.

        Outside memory its rank stands above these: there, rows cannot be counted once the columns have become rows.
        """
        ranks = self._add_ranks(decided) if isinstance(decided, nw.LazyFrame) else decided
        numbers = {rule: [nw.lit(place, _SMALL), self._absorber(rule)] for rule, place in self._places.items()}
        if isinstance(decided, nw.LazyFrame):
            numbers = {rule: [nw.col(_rank(rule)), *found] for rule, found in numbers.items()}
        return added(
            ranks,
            (nw.when(nw.col(held(rule))).then(packed(*found)).alias(NUMBER + rule) for rule, found in numbers.items()),
        )

    def _add_ranks(self, decided: AnyFrame) -> AnyFrame:
        """Add for each rule how many hold up to this one, counted by block, so that it takes few additions."""
        rules = list(self._places)
        blocks = {f"__block__{start}": rules[start : start + _BLOCK] for start in range(0, len(rules), _BLOCK)}
        frame = added(decided, (_count(map(held, block)).alias(name) for name, block in blocks.items()))
        before = list(blocks)
        return added(
            frame,
            (
                _count([*before[:number], *map(held, block[:index])]).alias(_rank(rule))
                for number, block in enumerate(blocks.values())
                for index, rule in enumerate(block, start=1)
            ),
        )

    def _absorber(self, rule: str) -> nw.Expr:
        """Return the place of the highest finding that absorbs a rule; 0 when there is none."""
        places = {other: nw.lit(self._places[other], _SMALL) for other in self._absorbers[rule]}
        found = [nw.when(nw.col(held(other))).then(place) for other, place in places.items()]
        none = nw.lit(0, _SMALL)
        return nw.coalesce(*found, none) if found else none

    def advice_columns(self) -> dict[str, Column]:
        """Read such numbers, with the rank above them, as a row of advice."""
        left, absorber = parted(nw.col(VALUE))
        rank, place = parted(left)
        rules = dict(enumerate(self.ranking.rules, start=1))
        texts = {
            "rule": self._ids,
            "conditions": {at: ", ".join(map(str, rule.conditions)) for at, rule in rules.items()},
            "severity": {at: rule.severity.value for at, rule in rules.items()},
            "kind": {at: rule.kind.value for at, rule in rules.items()},
            "title": {at: rule.texts[self.language].title for at, rule in rules.items()},
        }
        described = {name: Column(place, meant) for name, meant in texts.items()}
        return {"rank": Column(rank), **described, "absorbed_by": Column(absorber, self._ids)}

    @property
    def _ids(self) -> Mapping[int, str]:
        return {place: rule for rule, place in self._places.items()}

    def completeness(self) -> tuple[nw.Expr, nw.Expr]:
        """Return how many answers there are, and of how many, as ``Ruleset.counting`` says."""
        answered, asked = [], []
        for condition in (None, *self.ruleset.conditions):
            found, is_opened = self._counted(condition)
            before, after = map(len, self.ruleset.counting_of[condition])
            answered.append(found)
            asked.append(nw.when(is_opened).then(nw.lit(after)).otherwise(nw.lit(before)))
        return nw.sum_horizontal(*answered).cast(nw.Int64()), nw.sum_horizontal(*asked).cast(nw.Int64())

    def _counted(self, condition: int | None) -> tuple[nw.Expr, nw.Expr]:
        """Return how many answers of a condition there are, and whether more of it is known than a first look."""
        before, after = (
            _total([(~nw.col(column_of(slot)).is_null()).cast(_SMALL) for slot in slots])
            for slots in self.ruleset.counting_of[condition]
        )
        return nw.when(after > 0).then(after).otherwise(before), after > 0

    def is_first_look(self) -> nw.Expr:
        """Return whether of the conditions only first looks are known, as ``Ruleset.is_first_look`` says."""
        looks = self.ruleset.quick_scan
        others = [
            slot
            for number in self.ruleset.conditions
            for slot in self.ruleset.counting_of[number][0]
            if slot not in looks
        ]
        seen, told = (
            _total([(~nw.col(column_of(slot)).is_null()).cast(_SMALL) for slot in each]) for each in (looks, others)
        )
        return (seen > 0) & (told == 0)

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
        findings = _count(held(rule.id) for rule in self.ruleset.rules_of(condition.number))
        answered, is_opened = self._counted(condition.number)
        status = self.status_of(condition).cast(nw.Int64()) + place * len(STATUSES)
        return packed(status * 2 + is_opened.cast(nw.Int64()), findings, answered)

    def status_of(self, condition: Condition) -> nw.Expr:
        """Return which of the statuses a condition has."""
        found = nw.lit(STATUSES.index(Status.UNKNOWN), _SMALL)
        for standing in reversed(self.ruleset.standings[condition.number]):
            if standing.any_holds:
                fits = _any([held(rule) for rule in standing.any_holds])
            else:
                decided = (~nw.col(outcome_of(rule)).is_null() for rule in standing.all_decided)
                fits = nw.all_horizontal(*decided, ignore_nulls=False)
            found = nw.when(fits).then(nw.lit(STATUSES.index(standing.status), _SMALL)).otherwise(found)
        return found

    def condition_columns(self) -> dict[str, Column]:
        """Read such numbers as a row about a condition."""
        left, answered = parted(nw.col(VALUE))
        left, findings = parted(left)
        standing = left // 2
        place = standing // len(STATUSES)
        conditions = dict(enumerate(self.ruleset.conditions.values()))
        number = {at: condition.number for at, condition in conditions.items()}
        asked = {
            2 * at + is_opened: len(slots)
            for at, condition in conditions.items()
            for is_opened, slots in enumerate(self.ruleset.counting_of[condition.number])
        }
        titles = {at: condition.texts[self.language].short_title for at, condition in conditions.items()}
        return {
            "condition": Column(place, number, nw.Int64()),
            "title": Column(place, titles),
            "status": Column(standing - place * len(STATUSES), _STATUS_TEXTS),
            "findings": Column(findings),
            "answered": Column(answered),
            "asked": Column(2 * place + left - standing * 2, asked, nw.Int64()),
        }

    # --- one row for each partnership ---

    def add_undecided(self, decided: AnyFrame) -> AnyFrame:
        """Add for each undecided rule its place, as a number."""
        numbers = [
            nw.when(nw.col(outcome_of(rule)).is_null()).then(nw.lit(place)).alias(NUMBER + rule)
            for rule, place in self._places.items()
        ]
        return added(decided, numbers)

    def undecided_columns(self) -> dict[str, Column]:
        """Read such numbers as a row about an undecided rule."""
        return {"rule": Column(nw.col(VALUE), self._ids)}

    def add_outline(self, decided: AnyFrame) -> AnyFrame:
        """Add the places of the advice that is shown first."""
        shown = {}
        for rule in self._places:
            is_shown = nw.col(held(rule))
            for other in self._absorbers[rule]:
                is_shown &= ~nw.col(held(other))
            shown[f"__shown__{rule}"] = is_shown
        frame = added(decided, (is_shown.alias(name) for name, is_shown in shown.items()))
        for number in self._shown_first:
            above = nw.col(_first(number - 1))
            places = [
                nw.when(nw.col(name) & (above > 0) & (above < place) if number > 1 else nw.col(name)).then(
                    nw.lit(place, _SMALL)
                )
                for name, place in zip(shown, self._places.values(), strict=True)
            ]
            frame = frame.with_columns(nw.coalesce(*places, nw.lit(0, _SMALL)).alias(_first(number)))
        return frame

    @property
    def _shown_first(self) -> range:
        return range(1, 1 + self.ruleset.policy.shown_first)

    def outline_columns(self) -> dict[str, Column]:
        """Read all that there is as a row about a partnership."""
        provisional = [held(rule.id) for rule in self.ranking.rules if rule.makes_provisional]
        undecided = [nw.col(outcome_of(rule)).is_null().cast(_SMALL) for rule in self._places]
        titles = {place: rule.texts[self.language].title for place, rule in enumerate(self.ranking.rules, start=1)}
        return {
            "provisional": Column(_any(provisional)),
            "findings": Column(_count(map(held, self._places)).cast(nw.Int64())),
            "undecided": Column(_total(undecided).cast(nw.Int64())),
            **{f"advice_{number}": Column(nw.col(_first(number)), titles) for number in self._shown_first},
            **self.status_columns(),
        }

    def status_columns(self) -> dict[str, Column]:
        """Read the status of each condition, from the outcomes alone."""
        return {
            f"condition_{number}": Column(self.status_of(condition), _STATUS_TEXTS)
            for number, condition in self.ruleset.conditions.items()
        }
