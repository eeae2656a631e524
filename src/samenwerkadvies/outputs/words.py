"""The headings and fixed words of reports, per language, and what every report says in the same way."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping, Sequence

from samenwerkadvies.advising import Advice, Assessment, Change, Evidence, Status
from samenwerkadvies.advising.wording import SEVERITIES
from samenwerkadvies.dates import in_words
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
        "provisional without": "Let op: dit beeld is voorlopig, want veel antwoorden van {} ontbreken nog.",
        "nothing known": "Let op: er is nog niets bekend. Er is nog geen enkel antwoord.",
        "little known": "Let op: er is nog te weinig bekend. Van de {} antwoorden zijn er nog maar {}.",
        "little known one": "Let op: er is nog te weinig bekend. Van de {} antwoorden is er nog maar {}.",
        "start here": "Begin hiermee",
        "later": "Later",
        "keep": "Dit gaat goed",
        "nothing found": "Er is nu niets gevonden dat advies nodig heeft.",
        "nothing found yet": "In de antwoorden die er zijn, is niets gevonden dat advies nodig heeft.",
        "too little": "Of er iets aan de hand is, kun je nu nog niet zeggen. Stel eerst deze vragen.",
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
        "more questions one": "Daarna is er nog 1 vraag die iets kan veranderen.",
        "more questions": "Daarna zijn er nog {} vragen die iets kunnen veranderen.",
        "risk": "risico",
        "attention": "aandacht",
        "in_order": "in orde",
        "unknown": "nog onbekend",
        "resolved one": "Dit punt verdwijnt zodra dit waar is:",
        "resolved": "Dit punt verdwijnt zodra één van deze dingen waar is:",
        "resolved short": "Verdwijnt zodra dit waar is: {}",
        "or": "Of: {}",
        "and": ", en ",
        "more ways one": "Er is nog 1 andere manier.",
        "more ways": "Er zijn nog {} andere manieren.",
        "no way": "Dit punt kun je niet snel laten verdwijnen. De stappen helpen je om er goed mee om te gaan.",
        "respondents heading": "Binnen één partij",
        "few": "Van {} gaven minder dan 3 mensen antwoord. Daarom zie je niet wat zij zeiden.",
        "compared": "Wat er is veranderd voor {}",
        "what if": "Wat er verandert voor {}",
        "from to": "Van {} naar {}",
        "nothing changed": "Er is niets veranderd.",
        "new": "Nieuw",
        "worse": "Slechter",
        "better": "Beter",
        "resolved heading": "Opgelost",
        "no longer known": "Niet meer bekend",
        "not known now one": "Over 1 punt is nu niet meer bekend of het speelt.",
        "not known now": "Over {} punten is nu niet meer bekend of ze spelen.",
        "was not known": "(was nog niet bekend)",
        "no longer so": "Dit is niet meer zo: {}",
        "unchanged one": "1 punt is hetzelfde gebleven.",
        "unchanged": "{} punten zijn hetzelfde gebleven.",
        "moved conditions": "Voorwaarden die anders staan",
        "course of": "Het verloop van {}",
        "yes": "ja",
        "no": "nee",
        "maybe": "?",
        "outcome true": "deze regel geldt.",
        "outcome false": "deze regel geldt niet.",
        "outcome none": "nog niet bekend of deze regel geldt.",
        "part by part": "Deel voor deel:",
        "all of": "al deze dingen:",
        "one of": "één van deze dingen:",
        "kept by": "Dit is genoeg om de regel niet te laten gelden:",
        "waits for": "Deze antwoorden zijn nodig:",
        "case": "In {}",
        "gemeente": "gemeente",
        "migrantenorganisatie": "migrantenorganisatie",
        "together": "samen",
        "in order when": "Deze voorwaarde komt in orde zodra dit allemaal waar is:",
    },
    "en": {
        "advice for": "Advice for {}",
        "a partnership": "a partnership",
        "reference date": "Reference date: {}",
        "rules": "Rules: {} {}",
        "provisional": "Please note: this picture is provisional, as important answers are still missing.",
        "provisional without": "Please note: this picture is provisional, as many answers of {} are still missing.",
        "nothing known": "Please note: nothing is known yet. There is not a single answer.",
        "little known": "Please note: too little is known yet. Of {} answers only {} are there.",
        "little known one": "Please note: too little is known yet. Of {} answers only {} is there.",
        "start here": "Start here",
        "later": "Later",
        "keep": "This goes well",
        "nothing found": "Nothing was found that needs advice now.",
        "nothing found yet": "In the answers that are there, nothing was found that needs advice.",
        "too little": "Whether something is going on cannot be said yet. Ask these questions first.",
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
        "more questions one": "After that there is 1 more question that can change something.",
        "more questions": "After that there are {} more questions that can change something.",
        "risk": "risk",
        "attention": "attention",
        "in_order": "in order",
        "unknown": "not known yet",
        "resolved one": "This goes away as soon as this is so:",
        "resolved": "This goes away as soon as one of these is so:",
        "resolved short": "Goes away as soon as this is so: {}",
        "or": "Or: {}",
        "and": ", and ",
        "more ways one": "There is 1 other way.",
        "more ways": "There are {} other ways.",
        "no way": "This cannot be made to go away quickly. The steps help you to deal with it.",
        "respondents heading": "Within one party",
        "few": "Fewer than 3 people of {} answered. That is why you do not see what they said.",
        "compared": "What has changed for {}",
        "what if": "What changes for {}",
        "from to": "From {} to {}",
        "nothing changed": "Nothing has changed.",
        "new": "New",
        "worse": "Worse",
        "better": "Better",
        "resolved heading": "Resolved",
        "no longer known": "No longer known",
        "not known now one": "About 1 point it is no longer known whether it is so.",
        "not known now": "About {} points it is no longer known whether they are so.",
        "was not known": "(was not known before)",
        "no longer so": "This is no longer so: {}",
        "unchanged one": "1 point has stayed the same.",
        "unchanged": "{} points have stayed the same.",
        "moved conditions": "Conditions that stand otherwise",
        "course of": "The course of {}",
        "yes": "yes",
        "no": "no",
        "maybe": "?",
        "outcome true": "this rule holds.",
        "outcome false": "this rule does not hold.",
        "outcome none": "not known yet whether this rule holds.",
        "part by part": "Part by part:",
        "all of": "all of these:",
        "one of": "one of these:",
        "kept by": "This is enough to keep the rule from holding:",
        "waits for": "These answers are needed:",
        "case": "In {}",
        "gemeente": "municipality",
        "migrantenorganisatie": "migrant organisation",
        "together": "together",
        "in order when": "This condition is in order as soon as all of this is so:",
    },
}

SIGNS = {Status.RISK: "!!", Status.ATTENTION: "! ", Status.IN_ORDER: "ok", Status.UNKNOWN: "? "}
QUESTIONS_FIRST = 5
"""Questions that a report shows."""


def heading(assessment: Assessment) -> list[str]:
    """Return the lines at the top of a report: for whom, at which date, by which rules."""
    words = WORDS[assessment.language]
    return [
        words["advice for"].format(assessment.partnership or words["a partnership"]),
        words["reference date"].format(written_date(assessment.reference_date, assessment.language)),
        words["rules"].format(assessment.ruleset.name, assessment.ruleset.version),
    ]


def warnings(assessment: Assessment) -> list[str]:
    """Return what a reader must know before the advice: that little is known, and whose answers are missing."""
    words, phrases, known = WORDS[assessment.language], PHRASES[assessment.language], assessment.known
    told = []
    if not known.enough:
        little = {0: "nothing known", 1: "little known one"}.get(known.answered, "little known")
        told.append(words[little].format(known.asked, known.answered))
    if assessment.provisional:
        missing = f" {phrases['and']} ".join(phrases[party] for party in known.missing_from)
        told.append(words["provisional without"].format(missing) if missing else words["provisional"])
    return told


def nothing_found_line(assessment: Assessment) -> str:
    """Return what can be said where no advice was found: it depends on how much is known."""
    words = WORDS[assessment.language]
    if not assessment.known.enough:
        return words["too little"]
    if assessment.undecided:
        return f"{words['nothing found yet']} {undecided_line(assessment)}"
    return words["nothing found"]


def written_date(iso: str, language: str) -> str:
    """Return an ISO date as people write it."""
    return in_words(datetime.date.fromisoformat(iso), language)


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


WAYS_SHOWN = 3
"""Ways to make a finding go away that a report shows."""


def way_lines(changes: Sequence[Change], language: str) -> tuple[str, list[str], str]:
    """Return what would make a finding go away: a heading, the smallest changes, and what there is besides."""
    words = WORDS[language]
    if not changes:
        return words["no way"], [], ""
    more = len(changes) - WAYS_SHOWN
    rest = "" if more <= 0 else words["more ways one" if more == 1 else "more ways"].format(more)
    shown = [capitalised(words["and"].join(change.when)) for change in changes[:WAYS_SHOWN]]
    return words["resolved one" if len(changes) == 1 else "resolved"], shown, rest


def way_line(changes: Sequence[Change], language: str) -> str:
    """Return the same on one line."""
    words = WORDS[language]
    heading, shown, rest = way_lines(changes, language)
    if not shown:
        return heading
    first, *others = map(_lowered, shown)
    return " ".join(filter(None, (words["resolved short"].format(first), *map(words["or"].format, others), rest)))


def _lowered(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]


def respondent_lines(assessment: Assessment) -> list[str]:
    """Return where people of one party differ much, and of which parties too few people answered to show it."""
    words = WORDS[assessment.language]
    divided = [capitalised(spread.text) for spread in assessment.respondents if spread.text]
    few = [
        party
        for party in PARTIES
        if any(each.party == party and each.lowest is None for each in assessment.respondents)
    ]
    return [*divided, *(words["few"].format(PHRASES[assessment.language][party]) for party in few)]


def first_line(advice: Advice, assessment: Assessment) -> str:
    """Return the sentence that says which conditions come first; empty where none does."""
    titles = {found.number: found.short_title for found in assessment.conditions}
    named = "; ".join(f"{titles[number]} ({number})" for number in advice.first)
    return WORDS[assessment.language]["first"].format(named) if named else ""


def questions(assessment: Assessment) -> Iterator[tuple[str, list[str]]]:
    """Yield, for each party and for both together, a heading and the questions to ask first."""
    words = WORDS[assessment.language]
    first = assessment.open_questions[:QUESTIONS_FIRST]
    for party in dict.fromkeys(question.party for question in first):
        yield words[f"ask {party or 'together'}"], [each.question for each in first if each.party == party]


def more_questions_line(assessment: Assessment) -> str:
    """Return the line that says how many questions there are besides those to ask first; empty where there are none."""
    words, more = WORDS[assessment.language], len(assessment.open_questions) - QUESTIONS_FIRST
    if more <= 0:
        return ""
    return words["more questions one" if more == 1 else "more questions"].format(more)


def undecided_line(assessment: Assessment) -> str:
    """Return the sentence that says how much is still open."""
    words, count = WORDS[assessment.language], len(assessment.undecided)
    if not count:
        return words["all known"]
    return words["undecided one" if count == 1 else "undecided"].format(count)


_SPECIAL = re.compile(r"([\\`*_\[\]<>|#])")


def escaped(text: str) -> str:
    """Return text in which nothing is read as markdown, on one line."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))
