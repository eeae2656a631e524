"""What an assessment says, as columns beside the outcomes of the rules.

A table with a row for each finding (or condition, or undecided rule) is made from columns that hold whole numbers, one
for each rule (or condition): the columns become rows, and each number is read as all that it stands for.
"""

from __future__ import annotations

import datetime
import functools
from collections.abc import Callable, Iterable, Mapping, Sequence

from samenwerkadvies.engines.columns import AnyFrame, added, in_force_at, nw, outcome_of
from samenwerkadvies.frames.completeness import TOGETHER, by_party, completeness, counted_of, is_first_look, total
from samenwerkadvies.frames.rows import RANK, Column, Row, Rows, number
from samenwerkadvies.in_force import periods, standings_through_time
from samenwerkadvies.meaning.standing import Standing, Status
from samenwerkadvies.priority import Ranking
from samenwerkadvies.ruleset import Condition, Ruleset
from samenwerkadvies.validity import Validity

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


def _count(columns: Iterable[str]) -> nw.Expr:
    """Return how many of some yes/no columns are true, together with numbers that were counted before."""
    return total([nw.col(column).cast(_SMALL) for column in columns])


def _any(columns: Sequence[str]) -> nw.Expr:
    return nw.any_horizontal(*map(nw.col, columns), ignore_nulls=False) if columns else nw.lit(value=False)


def _rank(rule: str) -> str:
    return f"__rank__{rule}"


def _first(nth: int) -> str:
    return f"__first__{nth}"


def _status(condition: int) -> str:
    return f"__status__{condition}"


def _stands(standings: Sequence[Standing]) -> nw.Expr:
    """Return the first of some statuses that fits."""
    found = nw.lit(STATUSES.index(Status.UNKNOWN), _SMALL)
    for standing in reversed(standings):
        if standing.any_holds:
            fits = _any([outcome_of(rule) for rule in standing.any_holds])
        else:
            decided = (~nw.col(outcome_of(rule)).is_null() for rule in standing.all_decided)
            fits = nw.all_horizontal(*decided, ignore_nulls=False)
        found = nw.when(fits).then(nw.lit(STATUSES.index(standing.status), _SMALL)).otherwise(found)
    return found


def _is_at_risk(standings: Sequence[Standing]) -> nw.Expr:
    """Return whether the status is that of risk, and null where that is open."""
    return any_of([rule for each in standings if each.status is Status.RISK for rule in each.any_holds])


def any_of(rules: Iterable[str]) -> nw.Expr:
    """Return whether one of some rules holds; null where none does and some are undecided."""
    return _any([outcome_of(rule) for rule in rules])


_PROVISIONAL, _FIRST_LOOK = "__provisional__", "__first_look__"
_CHECKS, _FINDINGS, _UNDECIDED = "__checks__", "__findings__", "__undecided__"


class Results:
    """Writes the columns of each table of results for one ruleset, in one language."""

    def __init__(self, ruleset: Ruleset, language: str, reference_date: datetime.date | None) -> None:
        """Rank the rules; without a reference date for all, each row has its own."""
        self.ruleset, self.language, self._date = ruleset, language, reference_date
        self.ranking = Ranking(ruleset)
        self._places = {rule.id: place for place, rule in enumerate(self.ranking.rules, start=1)}
        self._check_places = {check: place for place, check in enumerate(ruleset.checks, start=1 + len(self._places))}
        self._absorbers: dict[str, list[str]] = {rule: [] for rule in self._places}
        """Per rule: those that absorb it, in rank order."""
        for rule in self._places:
            for absorbed in self.ranking.absorbs[rule]:
                self._absorbers[absorbed].append(rule)

    # --- advice ---

    def findings(self, decided: AnyFrame) -> tuple[AnyFrame, Rows]:
        """Return what holds, with its place and the place of what absorbs it.

        Outside memory its rank stands beside them: there, rows cannot be counted once the columns have become rows.
        """
        found = {rule: (place, self._absorber(rule)) for rule, place in self._places.items()}
        if isinstance(decided, nw.DataFrame):
            return decided, Rows(2, [Row(nw.col(held(rule)), numbers) for rule, numbers in found.items()])
        ranked = {rule: (*numbers, nw.col(_rank(rule))) for rule, numbers in found.items()}
        rows = Rows(3, [Row(nw.col(held(rule)), numbers) for rule, numbers in ranked.items()])
        return self._add_ranks(decided), rows

    def _add_ranks(self, decided: AnyFrame) -> AnyFrame:
        """Add for each rule how many hold up to this one, counted by block, so that it takes few additions."""
        rules = list(self._places)
        blocks = {f"__block__{start}": rules[start : start + _BLOCK] for start in range(0, len(rules), _BLOCK)}
        frame = added(decided, (_count(map(held, block)).alias(name) for name, block in blocks.items()))
        before = list(blocks)
        return added(
            frame,
            (
                _count([*before[:nth], *map(held, block[:index])]).alias(_rank(rule))
                for nth, block in enumerate(blocks.values())
                for index, rule in enumerate(block, start=1)
            ),
        )

    def _absorber(self, rule: str) -> int | nw.Expr:
        """Return the place of the highest finding that absorbs a rule; 0 when there is none."""
        places = {other: nw.lit(self._places[other], _SMALL) for other in self._absorbers[rule]}
        found = [nw.when(nw.col(held(other))).then(place) for other, place in places.items()]
        return nw.coalesce(*found, nw.lit(0, _SMALL)) if found else 0

    def advice_columns(self, frame: AnyFrame) -> dict[str, Column]:
        """Read such numbers as a row of advice."""
        rules = dict(enumerate(self.ranking.rules, start=1))
        texts = {
            "rule": self._ids,
            "conditions": {at: ", ".join(map(str, rule.conditions)) for at, rule in rules.items()},
            "severity": {at: rule.severity.value for at, rule in rules.items()},
            "kind": {at: rule.kind.value for at, rule in rules.items()},
            "title": {at: rule.texts[self.language].title for at, rule in rules.items()},
        }
        described = {name: Column(number(0), meant) for name, meant in texts.items()}
        rank = Column(number(2) if isinstance(frame, nw.LazyFrame) else RANK)
        return {"rank": rank, **described, "absorbed_by": Column(number(1), self._ids)}

    @property
    def _ids(self) -> Mapping[int, str]:
        return {place: rule for rule, place in {**self._places, **self._check_places}.items()}

    # --- conditions ---

    def standing(self) -> Rows:
        """Return each condition with its status, findings and answers."""
        places = enumerate(self.ruleset.conditions.values())
        return Rows(3, [Row(None, self._standing_of(place, condition)) for place, condition in places])

    def _standing_of(self, place: int, condition: Condition) -> tuple[nw.Expr, ...]:
        findings = _count(held(rule.id) for rule in self.ruleset.rules_of(condition.number))
        answered, is_opened = counted_of(self.ruleset, condition.number)
        status = self.status_of(condition).cast(_SMALL) + place * len(STATUSES)
        return status * 2 + is_opened.cast(_SMALL), findings, answered

    def status_of(self, condition: Condition) -> nw.Expr:
        """Return which of the statuses a condition has."""
        return self._through_time(condition, _stands)

    def risk_of(self, condition: Condition) -> nw.Expr:
        """Return whether a condition is at risk: null while an answer that is missing may still bring that."""
        return self._through_time(condition, _is_at_risk)

    def _through_time(self, condition: Condition, said: Callable[[Sequence[Standing]], nw.Expr]) -> nw.Expr:
        *before, (_, standings) = standings_through_time(self.ruleset, condition.number)
        found = said(standings)
        for time, standings in reversed(before):
            found = nw.when(in_force_at(time, self._date)).then(said(standings)).otherwise(found)
        return found

    def condition_columns(self) -> dict[str, Column]:
        """Read such numbers as a row about a condition."""
        standing = [
            (condition, status, len(slots))
            for condition in self.ruleset.conditions.values()
            for status in STATUSES
            for slots in self.ruleset.counting_of[condition.number]
        ]
        numbers = {at: condition.number for at, (condition, _, _) in enumerate(standing)}
        titles = {at: condition.texts[self.language].short_title for at, (condition, _, _) in enumerate(standing)}
        statuses = {at: status.value for at, (_, status, _) in enumerate(standing)}
        asked = {at: count for at, (_, _, count) in enumerate(standing)}
        return {
            "condition": Column(number(0), numbers, nw.Int64()),
            "title": Column(number(0), titles),
            "status": Column(number(0), statuses),
            "findings": Column(number(1)),
            "answered": Column(number(2)),
            "asked": Column(number(0), asked, nw.Int64()),
        }

    # --- one row for each partnership ---

    def undecided(self) -> Rows:
        """Return each rule that is undecided."""
        places = self._places.items()
        return Rows(1, [Row(nw.col(outcome_of(rule)).is_null(), (place,)) for rule, place in places])

    def checks(self) -> Rows:
        """Return each check: answers that contradict each other."""
        places = self._check_places.items()
        return Rows(1, [Row(nw.col(held(check)), (place,)) for check, place in places])

    def check_columns(self) -> dict[str, Column]:
        """Read such numbers as a row about a check."""
        texts = {
            place: self.ruleset.checks[check].texts[self.language].finding
            for check, place in self._check_places.items()
        }
        return {"rule": Column(number(0), self._ids), "finding": Column(number(0), texts)}

    def not_in_force(self) -> Rows:
        """Return each rule that is not in force."""
        out: dict[str, list[Validity]] = {}
        for time, now in periods(self.ruleset):
            for rule in self.ruleset.with_checks.rules.keys() - now.with_checks.rules.keys():
                out.setdefault(rule, []).append(time)
        places = ((rule, place) for rule, place in {**self._places, **self._check_places}.items() if rule in out)
        return Rows(1, [Row(self._in_one_of(out[rule]), (place,)) for rule, place in places])

    def _in_one_of(self, times: Sequence[Validity]) -> nw.Expr:
        return nw.any_horizontal(*(in_force_at(time, self._date) for time in times), ignore_nulls=False)

    def rule_columns(self) -> dict[str, Column]:
        """Read such numbers as a row about a rule that is undecided, or not in force."""
        return {"rule": Column(number(0), self._ids)}

    def add_outline(self, decided: AnyFrame) -> AnyFrame:
        """Add what stands in a row about a partnership: numbers, and the places of the advice that is shown first."""
        shown = {}
        for rule in self._places:
            shown[f"__shown__{rule}"] = self.is_shown(rule)
        frame = added(self.add_statuses(decided), (is_shown.alias(name) for name, is_shown in shown.items()))
        for nth in self._shown_first:
            above = nw.col(_first(nth - 1))
            places = [
                nw.when(nw.col(name) & (above > 0) & (above < place) if nth > 1 else nw.col(name)).then(
                    nw.lit(place, _SMALL)
                )
                for name, place in zip(shown, self._places.values(), strict=True)
            ]
            frame = frame.with_columns(nw.coalesce(*places, nw.lit(0, _SMALL)).alias(_first(nth)))
        provisional = [held(rule.id) for rule in self.ranking.rules if rule.makes_provisional]
        provisional += map(held, self._check_places)
        undecided = [nw.col(outcome_of(rule)).is_null().cast(_SMALL) for rule in self._places]
        return frame.with_columns(
            _any(provisional).alias(_PROVISIONAL),
            is_first_look(self.ruleset).alias(_FIRST_LOOK),
            _count(map(held, self._check_places)).cast(nw.Int64()).alias(_CHECKS),
            _count(map(held, self._places)).cast(nw.Int64()).alias(_FINDINGS),
            total(undecided).cast(nw.Int64()).alias(_UNDECIDED),
            *(answers.alias(f"__{name}__") for name, answers in self._completeness.items()),
        )

    @functools.cached_property
    def _completeness(self) -> dict[str, nw.Expr]:
        """How many answers there are and of how many, in all and by party."""
        each = {"": completeness(self.ruleset)}
        each |= {f"_{party or TOGETHER}": found for party, found in by_party(self.ruleset).items()}
        return {
            f"{what}{of}": count
            for of, found in each.items()
            for what, count in zip(("answered", "asked"), found, strict=True)
        }

    def is_shown(self, rule: str) -> nw.Expr:
        """Return where a rule holds and nothing absorbs it: it is advice of its own."""
        found = nw.col(held(rule))
        for other in self._absorbers[rule]:
            found &= ~nw.col(held(other))
        return found

    @property
    def _shown_first(self) -> range:
        return range(1, 1 + self.ruleset.policy.shown_first)

    def outline_columns(self) -> dict[str, Column]:
        """Read all that there is as a row about a partnership."""
        titles = {place: rule.texts[self.language].title for place, rule in enumerate(self.ranking.rules, start=1)}
        return {
            "provisional": Column(_PROVISIONAL),
            "first_look": Column(_FIRST_LOOK),
            "checks": Column(_CHECKS),
            "findings": Column(_FINDINGS),
            "undecided": Column(_UNDECIDED),
            **{name: Column(f"__{name}__") for name in self._completeness},
            **{f"advice_{nth}": Column(_first(nth), titles) for nth in self._shown_first},
            **self.status_columns(),
        }

    def add_statuses(self, decided: AnyFrame) -> AnyFrame:
        """Add the status of each condition, from the outcomes alone."""
        conditions = self.ruleset.conditions.values()
        return added(decided, (self.status_of(each).alias(_status(each.number)) for each in conditions))

    def status_columns(self) -> dict[str, Column]:
        """Read the status of each condition."""
        return {f"condition_{each}": Column(_status(each), _STATUS_TEXTS) for each in self.ruleset.conditions}
