"""Tables for people who read them in a spreadsheet: heads and words in their language, the advice first."""

from __future__ import annotations

from collections.abc import Mapping

from samenwerkadvies.advising import Status
from samenwerkadvies.ruleset import Ruleset
from samenwerkadvies.tables.table import pl
from samenwerkadvies.wording.words import words_in

_FIRST = ("rank", "severity", "title", "finding", "steps")
"""What a reader of advice looks for, in this order."""


def for_readers(found: pl.DataFrame, ruleset: Ruleset, language: str) -> pl.DataFrame:
    """Return a table of results with heads and words as people read them; what is not ours stays as it is."""
    words = words_in(language).report
    titles = {rule.id: rule.texts[language].title for rule in ruleset.rules.values()}
    values: dict[str, Mapping[str, str]] = {
        "severity": {severity.value: word for severity, word in words_in(language).severities.items()},
        "kind": {kind.value: word for kind, word in words_in(language).kinds.items()},
        "status": {status.value: words[status.value] for status in Status},
        "absorbed_by": titles,
    }
    of_conditions = {f"condition_{number}": number for number in ruleset.conditions}
    values |= dict.fromkeys(of_conditions, values["status"])
    told = [
        pl.col(name).replace_strict(meant, default=None, return_dtype=pl.String)
        for name, meant in values.items()
        if name in found.columns
    ]
    told += [
        pl.when(name).then(pl.lit(words["yes"])).when(~pl.col(name)).then(pl.lit(words["no"])).alias(name)
        for name in ("provisional", *ruleset.rules)
        if name in found.columns
    ]
    heads = dict(words_in(language).heads)
    advice = heads.pop("advice")
    if "rank" in found.columns:
        heads["title"] = advice
    heads |= {
        name: f"{number} {ruleset.conditions[number].texts[language].short_title}"
        for name, number in of_conditions.items()
    }
    heads |= {f"advice_{number}": f"{advice} {number}" for number in range(1, 1 + ruleset.policy.shown_first)}
    free = {name: head for name, head in heads.items() if name in found.columns and head not in found.columns}
    return found.with_columns(*told).select(*_in_order(found.columns)).rename(free)


def _in_order(columns: list[str]) -> list[str]:
    """Return the columns of advice with what is read first in front, after whose it is; others as they are."""
    if "rank" not in columns:
        return columns
    place = columns.index("rank")
    first = [name for name in _FIRST if name in columns]
    return [*columns[:place], *first, *(name for name in columns[place:] if name not in first)]
