"""What a set of one's own changes in the set that it extends, as text and as plain values."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from samenwerkadvies.extension import Change, Part, Written
from samenwerkadvies.in_force import turning_rules
from samenwerkadvies.ruleset import DUTCH, Rule, Ruleset
from samenwerkadvies.wording.dates import validity_in_words
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


def checked_lines(ruleset: Ruleset) -> Iterator[str]:
    """Yield in Dutch what whoever checks a ruleset must know: changes, what is off, and when."""
    for change in ruleset.changes:
        what = change.id if change.part in (Part.RULE, Part.PRIORITY) else f"{change.part.value} {change.id}"
        yield f"{'Vervangen' if change.is_whole else 'Aangepast'}: {what} (in {change.place})"
        yield from (f"  - {line}" for line in key_lines(change, DUTCH))
    for rule in turning_rules(ruleset):
        yield f"Niet altijd: {rule.id}: {validity_in_words(rule.validity, DUTCH)}."
    for off in ruleset.off.values():
        yield f"Uit: {off.rule} (in {off.place}). Waarom: {off.why}"
        missing = (rule.id for rule in ruleset.rules.values() if off.rule in rule.misses)
        yield from (f"  - {name} gebruikt deze regel, en rekent nu zonder" for name in missing)


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
