"""Say where each rule comes from, by the file in which it was written, and who changed it since."""

from __future__ import annotations

from collections.abc import Collection, Iterator

import attrs

from samenwerkadvies.extension import Part
from samenwerkadvies.ruleset import Rule, Ruleset
from samenwerkadvies.wording.numbers import number_in
from samenwerkadvies.wording.words import LANGUAGES, words_in

_NUMBER = "{nummer}"


@attrs.frozen
class Lines:
    """What the extended set says and what one's own says, in one language; empty where that is nothing."""

    shipped: str = ""
    own: str = ""

    @property
    def nearest(self) -> str:
        """What one's own set says, and else the one that it extends."""
        return self.own or self.shipped

    def lacks(self, dutch: Lines) -> bool:
        """Say whether something is not said that is said in Dutch."""
        return bool((dutch.shipped and not self.shipped) or (dutch.own and not self.own))


@attrs.frozen
class Shipped:
    """What was written in the files of the extended set; a rule that was written anew as a whole was not."""

    rules: Collection[str]
    conditions: Collection[int]


def with_origins(ruleset: Ruleset, lines: Lines, language: str, shipped: Shipped) -> Ruleset:
    """Return the ruleset with for each rule where it comes from, in a language."""
    if language not in LANGUAGES:  # what is refused elsewhere
        return ruleset
    rules = {name: _with_origin(rule, ruleset, lines, language, shipped) for name, rule in ruleset.rules.items()}
    return attrs.evolve(ruleset, rules=rules)


def _with_origin(rule: Rule, ruleset: Ruleset, lines: Lines, language: str, shipped: Shipped) -> Rule:
    changes = {change.id: change for change in ruleset.changes if change.part is Part.RULE}
    change = changes.get(rule.id)
    is_shipped = rule.id in shipped.rules
    line = lines.shipped if is_shipped else lines.own
    if _NUMBER in line:  # it speaks of the condition, which may be of the other set
        fits = rule.condition is not None and (rule.condition in shipped.conditions) is is_shipped
        line = line.replace(_NUMBER, str(rule.condition)) if fits else ""
    words = words_in(language).rule
    told = [line] if line else []
    if change is not None:
        told.append(words["replaced by" if change.is_whole else "changed by"].format(ruleset.name))
    told += _changed_thresholds(rule, ruleset, language)
    origin = "; ".join(told)
    return attrs.evolve(rule, origin={**rule.origin, language: origin[:1].upper() + origin[1:]})


def _changed_thresholds(rule: Rule, ruleset: Ruleset, language: str) -> Iterator[str]:
    phrase = words_in(language).rule["limit changed by"]
    for threshold in (ruleset.thresholds[name] for name in rule.thresholds):
        if threshold.was is not None:
            now, before = (number_in(language, value) for value in (threshold.value, threshold.was))
            unit = (threshold.texts.get(language) or threshold.texts["nl"]).unit
            yield phrase.format(threshold.changed_by, now, unit, before)
