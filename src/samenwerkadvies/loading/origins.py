"""Say where each rule comes from, by the file in which it was written, and who changed it since."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

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


def origins_of(ruleset: Ruleset, lines: Mapping[str, Lines], shipped: Shipped) -> dict[str, dict[str, str]]:
    """Return for each rule where it comes from, in each language in which that is said."""
    changes = {change.id: change for change in ruleset.changes if change.part is Part.RULE}
    known = [each for each in lines.items() if each[0] in LANGUAGES]  # others are refused elsewhere

    def origin(rule: Rule, language: str, said: Lines) -> str:
        is_shipped = rule.id in shipped.rules
        line = said.shipped if is_shipped else said.own
        if _NUMBER in line:  # it speaks of the condition, which may be of the other set
            fits = rule.condition is not None and (rule.condition in shipped.conditions) is is_shipped
            line = line.replace(_NUMBER, str(rule.condition)) if fits else ""
        told = [line] if line else []
        if change := changes.get(rule.id):
            words = words_in(language).rule
            told.append(words["replaced by" if change.is_whole else "changed by"].format(ruleset.name))
        told += _changed_thresholds(rule, ruleset, language)
        found = "; ".join(told)
        return found[:1].upper() + found[1:]

    return {
        name: {language: origin(rule, language, said) for language, said in known}
        for name, rule in ruleset.rules.items()
    }


def _changed_thresholds(rule: Rule, ruleset: Ruleset, language: str) -> Iterator[str]:
    phrase = words_in(language).rule["limit changed by"]
    for threshold in (ruleset.thresholds[name] for name in rule.thresholds):
        if threshold.was is not None:
            now, before = (number_in(language, value) for value in (threshold.value, threshold.was))
            unit = (threshold.texts.get(language) or threshold.texts["nl"]).unit
            yield phrase.format(threshold.changed_by, now, unit, before)
