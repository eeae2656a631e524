"""The headings and fixed words of reports, per language, and what every report says in the same way."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterator, Mapping

from samenwerkadvies.advising import Advice, Assessment, Evidence, Status
from samenwerkadvies.advising.wording import SEVERITIES
from samenwerkadvies.language.phrases import PHRASES
from samenwerkadvies.ruleset import Severity
from samenwerkadvies.vocabulary import PARTIES

WORDS: Mapping[str, Mapping[str, str]] = {
    "nl": {
        "advice for": "Advies voor {}",
        "a partnership": "een samenwerking",
        "reference date": "Peildatum: {}",
        "rules": "Regels: {} {}",
        "provisional": "Let op: dit beeld is voorlopig, want belangrijke antwoorden ontbreken nog.",
        "start here": "Begin hiermee",
        "later": "Later",
        "keep": "Dit gaat goed",
        "nothing found": "Er is nu niets gevonden dat advies nodig heeft.",
        "why": "Waarom:",
        "because": "omdat",
        "steps": "Zo pak je het aan:",
        "first": "Werk eerst aan: {}.",
        "above next": "Waarom dit vóór het volgende komt:",
        "sources": "Bron:",
        "conditions": "De voorwaarden in één oogopslag",
        "condition": "Voorwaarde",
        "status": "Stand",
        "answers": "Antwoorden",
        "of": "{} van {}",
        "unknown heading": "Wat nog niet bekend is",
        "all known": "Alles wat de regels vragen, is bekend.",
        "undecided one": "Over 1 punt is nog niets te zeggen, omdat er antwoorden ontbreken.",
        "undecided": "Over {} punten is nog niets te zeggen, omdat er antwoorden ontbreken.",
        "ask gemeente": "Vraag aan de gemeente:",
        "ask migrantenorganisatie": "Vraag aan de migrantenorganisatie:",
        "ask together": "Bespreek samen:",
        "more questions one": "en nog 1 vraag",
        "more questions": "en nog {} vragen",
        "risk": "risico",
        "attention": "aandacht",
        "in_order": "in orde",
        "unknown": "nog onbekend",
    },
    "en": {
        "advice for": "Advice for {}",
        "a partnership": "a partnership",
        "reference date": "Reference date: {}",
        "rules": "Rules: {} {}",
        "provisional": "Please note: this picture is provisional, as important answers are still missing.",
        "start here": "Start here",
        "later": "Later",
        "keep": "This goes well",
        "nothing found": "Nothing was found that needs advice now.",
        "why": "Why:",
        "because": "because",
        "steps": "How to go about it:",
        "first": "Work on this first: {}.",
        "above next": "Why this comes before the next one:",
        "sources": "Source:",
        "conditions": "The conditions at a glance",
        "condition": "Condition",
        "status": "Status",
        "answers": "Answers",
        "of": "{} of {}",
        "unknown heading": "What is not known yet",
        "all known": "Everything that the rules ask is known.",
        "undecided one": "Nothing can be said yet about 1 point, because answers are missing.",
        "undecided": "Nothing can be said yet about {} points, because answers are missing.",
        "ask gemeente": "Ask the municipality:",
        "ask migrantenorganisatie": "Ask the migrant organisation:",
        "ask together": "Discuss together:",
        "more questions one": "and 1 more question",
        "more questions": "and {} more questions",
        "risk": "risk",
        "attention": "attention",
        "in_order": "in order",
        "unknown": "not known yet",
    },
}

SIGNS = {Status.RISK: "!!", Status.ATTENTION: "! ", Status.IN_ORDER: "ok", Status.UNKNOWN: "? "}
_QUESTIONS_PER_PARTY = 5


def heading(assessment: Assessment) -> list[str]:
    """Return the lines at the top of a report: for whom, at which date, by which rules."""
    words = WORDS[assessment.language]
    lines = [
        words["advice for"].format(assessment.partnership or words["a partnership"]),
        words["reference date"].format(written_date(assessment.reference_date, assessment.language)),
        words["rules"].format(assessment.ruleset.name, assessment.ruleset.version),
    ]
    return [*lines, words["provisional"]] if assessment.provisional else lines


def written_date(iso: str, language: str) -> str:
    """Return an ISO date as people write it."""
    date = datetime.date.fromisoformat(iso)
    return f"{date.day} {PHRASES[language]['month names'].split()[date.month - 1]} {date.year}"


def parts(assessment: Assessment) -> tuple[list[Advice], list[Advice], list[Advice]]:
    """Return what to start with, what comes later, and the strengths."""
    to_do = [advice for advice in assessment.advice if advice.severity is not Severity.STRENGTH]
    strengths = [advice for advice in assessment.advice if advice.severity is Severity.STRENGTH]
    return to_do[: assessment.shown_first], to_do[assessment.shown_first :], strengths


def severity_word(severity: Severity, language: str) -> str:
    """Return how serious something is, in a word."""
    return SEVERITIES[language][severity]


def reason_lines(because: tuple[Evidence, ...], depth: int = 0) -> Iterator[tuple[int, str]]:
    """Yield the reasons with how deep they stand below others."""
    for reason in because:
        yield depth, capitalised(reason.text)
        yield from reason_lines(reason.because, depth + 1)


def capitalised(text: str) -> str:
    """Return a clause as a sentence."""
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "!", "?")) else ".")


def first_line(advice: Advice, assessment: Assessment) -> str:
    """Return the sentence that says which conditions come first; empty where none does."""
    titles = {found.number: found.short_title for found in assessment.conditions}
    named = "; ".join(f"{titles[number]} ({number})" for number in advice.first)
    return WORDS[assessment.language]["first"].format(named) if named else ""


def questions(assessment: Assessment) -> Iterator[tuple[str, list[str]]]:
    """Yield, for each party and for both together, a heading and the questions that most rules wait for."""
    words = WORDS[assessment.language]
    waiting = Counter((fact.party, fact.question) for waiting in assessment.waiting_for for fact in waiting.facts)
    for party in (*PARTIES, None):
        asked = [question for (asked_of, question), _ in waiting.most_common() if asked_of == party]
        if asked:
            more = len(asked) - _QUESTIONS_PER_PARTY
            rest = [words["more questions one" if more == 1 else "more questions"].format(more)] if more > 0 else []
            yield words[f"ask {party or 'together'}"], asked[:_QUESTIONS_PER_PARTY] + rest


def undecided_line(assessment: Assessment) -> str:
    """Return the sentence that says how much is still open."""
    words, count = WORDS[assessment.language], len(assessment.undecided)
    if not count:
        return words["all known"]
    return words["undecided one" if count == 1 else "undecided"].format(count)
