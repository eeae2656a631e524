"""What rules of one's own begin with: a rule file and a feature that hold, to be changed by who writes policy."""

from __future__ import annotations

import datetime
import string
from importlib import resources
from typing import TypeGuard

from samenwerkadvies.grammar.tree import Compared, Expression, Operator, View
from samenwerkadvies.loading.entries import AdviceKindWord, SeverityWord
from samenwerkadvies.loading.prepared import load_ruleset
from samenwerkadvies.meaning.calendar import add_months
from samenwerkadvies.ruleset import DUTCH
from samenwerkadvies.vocabulary import UNKNOWN
from samenwerkadvies.wording.dates import in_words

START_FILES = ("regels.yaml", "regels.feature")
_DAY = datetime.date(2026, 7, 1)
"""The reference date of the scenarios."""
_LARGE = 10
"""A threshold below it mostly lies on a short scale, where a smaller number may mean nothing."""


def start_files(*, extends: bool) -> dict[str, str]:
    """Return the files to begin with, by name: a set that extends the shipped one, or a whole set of one's own."""
    start, values = ("uitbreiding", _changed_threshold()) if extends else ("eigen", {})
    folder = resources.files("samenwerkadvies.scenarios") / "start" / start
    return {name: string.Template((folder / name).read_text("utf-8")).substitute(values) for name in START_FILES}


def _changed_threshold() -> dict[str, str]:
    """Return a threshold of the shipped rules that can well be a third smaller, to show how one is changed.

    With it comes a rule that looks at nothing else, so that scenarios can show both sides of the new number: the last
    day that is longer ago, and the first that is not.
    """
    ruleset = load_ruleset()
    threshold, rule, date = next(
        (threshold, rule, rule.expression.quantity.of)
        for threshold in ruleset.thresholds.values()
        for rule in ruleset.comparing_with[threshold.id]
        if isinstance(threshold.value, int) and threshold.value >= _LARGE and _says_long_ago(rule.expression)
    )
    becomes = int(threshold.value) * 2 // 3
    months, day = add_months(_DAY, -becomes)
    first = datetime.date(months // 12, months % 12 + 1, day)
    days = [in_words(each, DUTCH) for each in (first - datetime.timedelta(1), first)]
    dag, over, op, unknown = (each.ljust(max(map(len, days))) for each in ("dag", *days, UNKNOWN))
    return {
        "peildatum": in_words(_DAY, DUTCH),
        "grens": threshold.id,
        "was": str(threshold.value),
        "wordt": str(becomes),
        "regel": rule.id,
        "ernst": SeverityWord[rule.severity.name].value,
        "soort": AdviceKindWord[rule.kind.name].value,
        "feit": ruleset.vocabulary.facts[date].texts[DUTCH].label,
        "dag": dag,
        "over": over,
        "op": op,
        "onbekend": unknown,
    }


def _says_long_ago(expression: Expression) -> TypeGuard[Compared]:
    """Say whether a rule says that a date is more than some months ago, and nothing else."""
    return (
        isinstance(expression, Compared)
        and expression.quantity.view is View.MONTHS_SINCE
        and expression.operator is Operator.MORE
    )
