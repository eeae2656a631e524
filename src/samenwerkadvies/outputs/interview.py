"""Questions as text for a terminal, and the replies that are typed there."""

from __future__ import annotations

import math
from collections.abc import Mapping

from samenwerkadvies.advising import Inquiry, Question
from samenwerkadvies.answers import spoken
from samenwerkadvies.ruleset import Ruleset
from samenwerkadvies.vocabulary import Kind

TEXTS: Mapping[str, Mapping[str, str]] = {
    "nl": {
        "help": "Typ je antwoord en druk op Enter. Je kunt ook typen:\n"
        "  ?  weet ik niet\n  <  terug naar de vorige vraag\n"
        "  a  het advies tot nu toe\n  q  later verder; alles is bewaard",
        "name": "Hoe heet de samenwerking? (mag leeg blijven)",
        "date": "Voor welke dag gelden de antwoorden?",
        "with gemeente": "VRAGEN AAN DE GEMEENTE",
        "with migrantenorganisatie": "VRAGEN AAN DE MIGRANTENORGANISATIE",
        "with samen": "VRAGEN OM SAMEN TE BESPREKEN",
        "progress": "Vraag {}. Hierna nog hoogstens {}.",
        "last": "Vraag {}. Dit is de laatste.",
        "first look": "Vraag {} van {}.",
        "progress quick": "Na deze vraag nog ongeveer {}.",
        "last quick": "Misschien is dit de laatste vraag.",
        "quick": "Dit is de snelle scan. Elke partij krijgt {}. Dat kost elke partij ongeveer {}.\n"
        "Daarna krijg je meteen advies: een eerste indruk. Dan volgen vragen over de punten waar het wringt.",
        "question": "1 vraag",
        "questions": "{} vragen",
        "minute": "1 minuut",
        "minutes": "{} minuten",
        "first looks done": "De eerste vragen voor dit gesprek zijn klaar. Nu komen de punten waar het wringt.",
        "nothing pinches": "De vragen van de snelle scan zijn klaar. Er zijn nu geen punten waar het wringt.",
        "pinches": "Dit was de eerste indruk. Nu komen de vragen over de punten waar het wringt.\n"
        "Heb je nu geen tijd? Typ q. Alles is bewaard.",
        "quick done": "Dit waren de vragen van de snelle scan. Zonder --quick krijg je ook de andere vragen.",
        "yes or no": "ja of nee",
        "number": "een getal van {} tot en met {}",
        "count": "een getal, in {}",
        "date answer": "een datum, zoals 2026-03-01",
        "never": ", of nooit",
        "news": "Dit komt nu naar voren: {}",
        "misread": "'{}' past niet bij deze vraag. Verwacht: {}.",
        "meant": "Bedoelde je: {}?",
        "kept": "Je antwoorden staan in {}. Met hetzelfde bestand ga je later verder.",
    },
    "en": {
        "help": "Type your answer and press Enter. You can also type:\n"
        "  ?  I don't know\n  <  back to the previous question\n"
        "  a  the advice so far\n  q  go on later; everything is kept",
        "name": "What is the partnership called? (may be left empty)",
        "date": "For which day do the answers hold?",
        "with gemeente": "QUESTIONS FOR THE MUNICIPALITY",
        "with migrantenorganisatie": "QUESTIONS FOR THE MIGRANT ORGANISATION",
        "with samen": "QUESTIONS TO DISCUSS TOGETHER",
        "progress": "Question {}. At most {} more after this.",
        "last": "Question {}. This is the last one.",
        "first look": "Question {} of {}.",
        "progress quick": "About {} more after this question.",
        "last quick": "This may be the last question.",
        "quick": "This is the quick scan. Each party gets {}. That takes each party about {}.\n"
        "Then you get advice at once: a first look. After that come questions about the points where it pinches.",
        "question": "1 question",
        "questions": "{} questions",
        "minute": "1 minute",
        "minutes": "{} minutes",
        "first looks done": "The first questions of this conversation are done. Now come the points where it pinches.",
        "nothing pinches": "The questions of the quick scan are done. There are no points where it pinches now.",
        "pinches": "This was the first look. Now come the questions about the points where it pinches.\n"
        "No time now? Type q. Everything is kept.",
        "quick done": "These were the questions of the quick scan. Without --quick you get the other questions too.",
        "yes or no": "yes or no",
        "number": "a number from {} to {}",
        "count": "a number, in {}",
        "date answer": "a date, such as 2026-03-01",
        "never": ", or never",
        "news": "This comes to light now: {}",
        "misread": "'{}' does not fit this question. Expected: {}.",
        "meant": "Did you mean: {}?",
        "kept": "Your answers are in {}. Use the same file to go on later.",
    },
}
_KEYS: Mapping[str, bool] = {"j": True, "y": True, "n": False}
"""What is enough to type for yes and no, besides the words."""


QUESTIONS_A_MINUTE = 3
"""How many first looks people answer in a minute."""


def how_long(ruleset: Ruleset, language: str) -> tuple[str, str]:
    """Return how many questions the quick scan has for a party, and how many minutes they take."""
    texts, count = TEXTS[language], len({fact for fact, _ in ruleset.quick_scan})
    minutes = math.ceil(count / QUESTIONS_A_MINUTE)
    return (
        texts["question" if count == 1 else "questions"].format(count),
        texts["minute" if minutes == 1 else "minutes"].format(minutes),
    )


def about_quick(ruleset: Ruleset, language: str) -> str:
    """Return what the quick scan is, and how long it takes."""
    return TEXTS[language]["quick"].format(*how_long(ruleset, language))


def shown(question: Question, inquiry: Inquiry) -> str:
    """Return a question with its possible answers, and how far the interview is."""
    lines = (f"  {line}" for line in _possible(question, TEXTS[inquiry.adviser.language]))
    return "\n".join([_progress(question, inquiry), question.text, *lines])


def _progress(question: Question, inquiry: Inquiry) -> str:
    texts, ruleset = TEXTS[inquiry.adviser.language], inquiry.adviser.ruleset
    if inquiry.first_looks:
        facts = ruleset.vocabulary.facts
        every = sum((party or facts[fact].asked_of) == question.party for fact, party in ruleset.quick_scan)
        left = sum(found.party == question.party for found in inquiry.first_looks)
        return texts["first look"].format(every - left + 1, every)
    number, more = len(inquiry.asked) + 1, len(inquiry.open_questions) - 1
    if inquiry.quick:
        return texts["progress quick"].format(more) if more > 0 else texts["last quick"]
    return texts["progress"].format(number, more) if more > 0 else texts["last"].format(number)


def _possible(question: Question, texts: Mapping[str, str]) -> list[str]:
    match question.kind:
        case Kind.YES_NO:
            return [texts["yes or no"]]
        case Kind.CHOICE:
            return [f"{number}  {label}" for number, (_, label) in enumerate(question.options, start=1)]
        case Kind.SCALE:
            ends = ((question.lowest, question.lowest_label), (question.highest, question.highest_label))
            return [texts["number"].format(question.lowest, question.highest), *(f"{n} = {t}" for n, t in ends if t)]
        case Kind.COUNT:
            return [texts["count"].format(question.unit)]
        case Kind.DATE:
            return [texts["date answer"] + texts["never"] * question.may_be_never]


def expected(question: Question, language: str) -> str:
    """Return which replies fit a question, in a few words."""
    texts = TEXTS[language]
    if question.kind is Kind.CHOICE:
        return texts["number"].format(1, len(question.options))
    return _possible(question, texts)[0]


def read_reply(question: Question, reply: str, language: str) -> object:
    """Return a typed reply as an answer: the number of an option, one letter for yes or no, or a text as in a case."""
    if question.kind is Kind.CHOICE and reply in (numbers := [str(n) for n, _ in enumerate(question.options, start=1)]):
        return question.options[numbers.index(reply)][0]
    if question.kind is Kind.YES_NO and reply.lower() in _KEYS:
        return _KEYS[reply.lower()]
    return spoken(reply, language)
