"""Questions as text for a terminal, and the replies that are typed there."""

from __future__ import annotations

from collections.abc import Mapping

from samenwerkadvies.advising import Question
from samenwerkadvies.answers import spoken
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


def shown(question: Question, answered: int, remaining: int, language: str) -> str:
    """Return a question with its possible answers, and how far the interview is."""
    texts = TEXTS[language]
    more = remaining - 1
    progress = texts["progress"].format(answered + 1, more) if more > 0 else texts["last"].format(answered + 1)
    return "\n".join([progress, question.text, *(f"  {line}" for line in _possible(question, texts))])


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
