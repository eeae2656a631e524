"""Why one advice stands above the next."""

from __future__ import annotations

from samenwerkadvies.ruleset import Criterion, Rule
from samenwerkadvies.wording.words import words_in


def above_next(criterion: Criterion | None, rule: Rule, following: Rule, language: str) -> str:
    """Return why a rule stands above the one that follows, as a sentence."""
    words = words_in(language)
    reason = words.criteria[criterion].format(
        this=words.severities[rule.severity],
        that=words.severities[following.severity],
        kind=words.kind_reasons[rule.kind],
    )
    sentence = f"{words.as_serious if rule.severity is following.severity else ''}{reason}."
    return sentence[0].upper() + sentence[1:]
