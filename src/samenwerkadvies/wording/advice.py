"""The words of advice: severities and kinds, and why one advice stands above the next."""

from __future__ import annotations

from collections.abc import Mapping

from samenwerkadvies.ruleset import AdviceKind, Criterion, Rule, Ruleset, Severity
from samenwerkadvies.wording.sentences import Sentences

SEVERITIES: Mapping[str, Mapping[Severity, str]] = {
    "nl": {
        Severity.CRITICAL: "kritiek",
        Severity.HIGH: "hoog",
        Severity.MEDIUM: "midden",
        Severity.LOW: "laag",
        Severity.STRENGTH: "sterk punt",
    },
    "en": {
        Severity.CRITICAL: "critical",
        Severity.HIGH: "high",
        Severity.MEDIUM: "medium",
        Severity.LOW: "low",
        Severity.STRENGTH: "strength",
    },
}
KINDS: Mapping[str, Mapping[AdviceKind, str]] = {
    "nl": {
        AdviceKind.GATE: "eerst veilig",
        AdviceKind.DEADLINE: "op tijd",
        AdviceKind.REPAIR: "herstellen",
        AdviceKind.BUILD: "opbouwen",
        AdviceKind.SECURE: "vasthouden",
    },
    "en": {
        AdviceKind.GATE: "safety first",
        AdviceKind.DEADLINE: "in time",
        AdviceKind.REPAIR: "repair",
        AdviceKind.BUILD: "build",
        AdviceKind.SECURE: "secure",
    },
}
KIND_REASONS: Mapping[str, Mapping[AdviceKind, str]] = {
    "nl": {
        AdviceKind.GATE: "dit moet veilig zijn voordat je verdergaat",
        AdviceKind.DEADLINE: "hier is haast bij",
        AdviceKind.REPAIR: "hier valt iets te herstellen",
        AdviceKind.BUILD: "hier valt iets op te bouwen",
        AdviceKind.SECURE: "hier valt iets vast te houden",
    },
    "en": {
        AdviceKind.GATE: "this must be safe before you go on",
        AdviceKind.DEADLINE: "this cannot wait",
        AdviceKind.REPAIR: "there is something to repair here",
        AdviceKind.BUILD: "there is something to build here",
        AdviceKind.SECURE: "there is something to secure here",
    },
}
_REASONS: Mapping[str, Mapping[Criterion | None, str]] = {
    "nl": {
        Criterion.GATE_FIRST: "veiligheid gaat voor alles",
        Criterion.SEVERITY: "dit is ernstiger ({this}) dan het volgende ({that})",
        Criterion.KIND: "{kind}",
        Criterion.COMPOUND_FIRST: "hier komen meer punten samen",
        Criterion.DEPTH: "dit hoort meer bij de basis",
        Criterion.SUPPORTS: "hier rusten meer voorwaarden op",
        Criterion.CONDITION: "de voorwaarde komt eerder in de lijst",
        None: "de regel komt eerder in de lijst",
    },
    "en": {
        Criterion.GATE_FIRST: "safety comes before everything",
        Criterion.SEVERITY: "this is more serious ({this}) than the next one ({that})",
        Criterion.KIND: "{kind}",
        Criterion.COMPOUND_FIRST: "several points come together here",
        Criterion.DEPTH: "this is closer to the foundations",
        Criterion.SUPPORTS: "more conditions rest on it",
        Criterion.CONDITION: "its condition comes earlier in the list",
        None: "its rule comes earlier in the list",
    },
}
_AS_SERIOUS = {"nl": "even ernstig als het volgende, maar ", "en": "as serious as the next one, but "}


def above_next(criterion: Criterion | None, rule: Rule, following: Rule, language: str) -> str:
    """Return why a rule stands above the one that follows, as a sentence."""
    severities = SEVERITIES[language]
    reason = _REASONS[language][criterion].format(
        this=severities[rule.severity], that=severities[following.severity], kind=KIND_REASONS[language][rule.kind]
    )
    sentence = f"{_AS_SERIOUS[language] if rule.severity is following.severity else ''}{reason}."
    return sentence[0].upper() + sentence[1:]


def sentences_of(ruleset: Ruleset, language: str) -> Sentences:
    """Return what says the conditions and facts of a ruleset in one of its languages."""
    return Sentences(ruleset.vocabulary, language, lambda rule: ruleset.rules[rule].texts[language].finding)
