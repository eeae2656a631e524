"""Why one advice stands above the next, in words."""

from __future__ import annotations

from collections.abc import Mapping

from samenwerkadvies.ruleset import AdviceKind, Criterion, Rule, Severity

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
        AdviceKind.DEADLINE: "hier loopt een termijn",
        AdviceKind.REPAIR: "hier valt iets te herstellen",
        AdviceKind.BUILD: "hier valt iets op te bouwen",
        AdviceKind.SECURE: "hier valt iets vast te houden",
    },
    "en": {
        AdviceKind.GATE: "this must be safe before you go on",
        AdviceKind.DEADLINE: "there is a deadline here",
        AdviceKind.REPAIR: "there is something to repair here",
        AdviceKind.BUILD: "there is something to build here",
        AdviceKind.SECURE: "there is something to secure here",
    },
}
_REASONS: Mapping[str, Mapping[Criterion | None, str]] = {
    "nl": {
        Criterion.GATE_FIRST: "Veiligheid gaat voor alles.",
        Criterion.SEVERITY: "Dit is ernstiger dan het volgende ({this} tegenover {that}).",
        Criterion.KIND: "Even ernstig als het volgende, maar {kind}.",
        Criterion.COMPOUND_FIRST: "Even ernstig als het volgende, maar hier komen meer punten samen.",
        Criterion.DEPTH: "Even ernstig als het volgende, maar dit hoort meer bij het fundament.",
        Criterion.SUPPORTS: "Even ernstig als het volgende, maar hier rusten meer voorwaarden op.",
        Criterion.CONDITION: "Even ernstig als het volgende; de voorwaarde komt eerder in de lijst.",
        None: "Even ernstig als het volgende; de regel komt eerder in de lijst.",
    },
    "en": {
        Criterion.GATE_FIRST: "Safety comes before everything.",
        Criterion.SEVERITY: "This is more serious than the next one ({this} against {that}).",
        Criterion.KIND: "As serious as the next one, but {kind}.",
        Criterion.COMPOUND_FIRST: "As serious as the next one, but several points come together here.",
        Criterion.DEPTH: "As serious as the next one, but closer to the foundations.",
        Criterion.SUPPORTS: "As serious as the next one, but more conditions rest on it.",
        Criterion.CONDITION: "As serious as the next one; its condition comes earlier in the list.",
        None: "As serious as the next one; its rule comes earlier in the list.",
    },
}


def above_next(criterion: Criterion | None, rule: Rule, following: Rule, language: str) -> str:
    """Return why a rule stands above the one that follows."""
    reason = _REASONS[language][criterion]
    severities = SEVERITIES[language]
    return reason.format(
        this=severities[rule.severity], that=severities[following.severity], kind=KIND_REASONS[language][rule.kind]
    )
