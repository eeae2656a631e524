"""What a set of one's own changes in the set that it extends, as text and as plain values."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from samenwerkadvies.extension import Change, Part, Written
from samenwerkadvies.ruleset import Rule, Ruleset
from samenwerkadvies.wording.words import words_in


def key_lines(change: Change, language: str) -> Iterator[str]:
    """Yield what stands behind each changed key, and what stood there."""
    words = words_in(language).rule

    def said(written: Written) -> str:
        match written:
            case None:
                return words["nothing there"]
            case str():
                return written
            case _:
                return " / ".join(written)

    for key in change.keys:
        yield words["was"].format(key.key, said(key.became), said(key.was))


def rule_lines(rule: Rule, ruleset: Ruleset, language: str) -> Iterator[str]:
    """Yield how one's own set changes a rule, and which rules it misses because they are off."""
    words = words_in(language).rule
    for change in ruleset.changes:
        if change.part is Part.RULE and change.id == rule.id:
            yield from ("", words["replaced" if change.is_whole else "changed"].format(ruleset.name))
            yield from (f"  - {line}" for line in key_lines(change, language))
    if rule.misses:
        yield from ("", words["misses"])
        yield from (f"  - {name}: {ruleset.off[name].findings[language]}" for name in rule.misses)


def extension_to_dict(ruleset: Ruleset) -> dict[str, Any]:
    """Return everything that one's own set changes as plain values; None stands for a key that is not there."""
    return {
        "changes": [
            {
                "part": _PARTS[change.part],
                "id": change.id,
                "place": change.place,
                "replaced": change.is_whole,
                "keys": [{"key": key.key, "was": _plain(key.was), "became": _plain(key.became)} for key in change.keys],
            }
            for change in ruleset.changes
        ],
        "off": [
            {
                "rule": off.rule,
                "why": off.why,
                "place": off.place,
                "missed_by": [rule.id for rule in ruleset.rules.values() if off.rule in rule.misses],
            }
            for off in ruleset.off.values()
        ],
    }


_PARTS = {
    Part.RULE: "rule",
    Part.THRESHOLD: "threshold",
    Part.FACT: "fact",
    Part.PARTY: "party",
    Part.PRIORITY: "priority",
}


def _plain(written: Written) -> str | list[str] | None:
    return list(written) if isinstance(written, tuple) else written
