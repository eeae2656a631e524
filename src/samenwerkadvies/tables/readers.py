"""Tables for people who read them in a spreadsheet: heads and words in their language, the advice first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from samenwerkadvies.advising import Status
from samenwerkadvies.frames.completeness import TOGETHER, by_party
from samenwerkadvies.policy import Severity
from samenwerkadvies.ruleset import Ruleset
from samenwerkadvies.tables.sheets import COLOURS, word_of
from samenwerkadvies.tables.table import pl
from samenwerkadvies.tables.writing import Dressed
from samenwerkadvies.wording.words import words_in

_FIRST = ("rank", "severity", "title", "finding", "steps")
"""What a reader of advice looks for, in this order."""


def for_readers(found: pl.DataFrame, ruleset: Ruleset, language: str) -> Dressed:
    """Return a table of results with heads and words as people read them; what is not ours stays as it is."""
    words = words_in(language).report
    titles = {rule.id: rule.texts[language].title for rule in ruleset.rules.values()}
    severities = {severity.value: word_of(severity, language) for severity in Severity}
    statuses = {status.value: word_of(status, language) for status in Status}
    of_conditions = {f"condition_{number}": number for number in ruleset.conditions}
    of_statuses = [name for name in ("status", *of_conditions) if name in found.columns]
    values: dict[str, Mapping[str, str]] = {
        "severity": severities,
        "kind": {kind.value: word for kind, word in words_in(language).kinds.items()},
        "absorbed_by": titles,
        **dict.fromkeys(of_statuses, statuses),
    }
    told = [
        pl.col(name).replace_strict(meant, default=None, return_dtype=pl.String)
        for name, meant in values.items()
        if name in found.columns
    ]
    told += [
        pl.when(name).then(pl.lit(words["yes"])).when(~pl.col(name)).then(pl.lit(words["no"])).alias(name)
        for name in ("provisional", "first_look", *ruleset.rules)
        if name in found.columns
    ]
    shares = _shares(found.columns, ruleset, language)
    told += [pl.col(name) / pl.col(name.replace("answered", "asked", 1)) for name in shares]
    heads = dict(words_in(language).heads)
    advice = heads.pop("advice")
    if "rank" in found.columns:
        heads["title"] = advice
    heads |= {
        name: f"{number} {ruleset.conditions[number].texts[language].short_title}"
        for name, number in of_conditions.items()
    }
    heads |= {f"advice_{number}": f"{advice} {number}" for number in range(1, 1 + ruleset.policy.shown_first)}
    heads |= shares
    left = found.with_columns(*told).drop(name.replace("answered", "asked", 1) for name in shares)
    free = {name: head for name, head in heads.items() if name in left.columns and head not in left.columns}
    colours = {"severity": _behind(Severity, language)} if "severity" in found.columns else {}
    colours |= dict.fromkeys(of_statuses, _behind(Status, language))
    return Dressed(
        left.select(*_in_order(left.columns)).rename(free),
        {free.get(name, name): meant for name, meant in colours.items()},
        tuple(free.get(name, name) for name in shares),
    )


def _shares(columns: Sequence[str], ruleset: Ruleset, language: str) -> dict[str, str]:
    """Return the columns that say how much of all questions was answered, with their heads: in all and by party."""
    if "answered" not in columns or "condition" in columns:
        return {}
    heads = words_in(language).heads
    short = {party.id: party.texts[language].short for party in ruleset.vocabulary.declared.values()}
    said = words_in(language).book
    return {
        "answered": heads["answered"],
        **{
            f"answered_{party or TOGETHER}": said["head answered by"].format(short.get(party, said["jointly"]))
            for party in by_party(ruleset)
        },
    }


def _behind(kind: type[Severity | Status], language: str) -> dict[str, str]:
    return {word_of(each, language): COLOURS[each] for each in kind}


def _in_order(columns: list[str]) -> list[str]:
    """Return the columns of advice with what is read first in front, after whose it is; others as they are."""
    if "rank" not in columns:
        return columns
    place = columns.index("rank")
    first = [name for name in _FIRST if name in columns]
    return [*columns[:place], *first, *(name for name in columns[place:] if name not in first)]
