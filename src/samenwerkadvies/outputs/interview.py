"""Questions as text for a terminal, and the replies that are typed there."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping

from samenwerkadvies.advising import Interview, Question
from samenwerkadvies.ruleset import Ruleset
from samenwerkadvies.vocabulary import Kind
from samenwerkadvies.wording.replies import spoken
from samenwerkadvies.wording.words import words_in

NONE = "0"
"""What is typed where no option is chosen."""
_KEYS: Mapping[str, bool] = {"j": True, "y": True, "n": False}
"""What is enough to type for yes and no, besides the words."""


QUESTIONS_A_MINUTE = 3
"""How many first looks people answer in a minute."""


def how_long(ruleset: Ruleset, language: str) -> tuple[str, str]:
    """Return how many questions the quick scan has for a party, and how many minutes they take."""
    texts, count = words_in(language).interview, len({fact for fact, _ in ruleset.quick_scan})
    minutes = math.ceil(count / QUESTIONS_A_MINUTE)
    return (
        texts["question" if count == 1 else "questions"].format(count),
        texts["minute" if minutes == 1 else "minutes"].format(minutes),
    )


def about_quick(ruleset: Ruleset, language: str) -> str:
    """Return what the quick scan is, and how long it takes."""
    return words_in(language).interview["quick"].format(*how_long(ruleset, language))


def shown(question: Question, interview: Interview) -> str:
    """Return a question with its possible answers, and how far the interview is."""
    lines = (f"  {line}" for line in _possible(question, words_in(interview.adviser.language).interview))
    return "\n".join([_progress(question, interview), question.text, *lines])


def _progress(question: Question, interview: Interview) -> str:
    texts, ruleset = words_in(interview.adviser.language).interview, interview.adviser.ruleset
    if interview.first_looks:
        facts = ruleset.vocabulary.facts
        every = sum((party or facts[fact].asked_of) == question.party for fact, party in ruleset.quick_scan)
        asked = (question.party, question.organisation)
        left = sum((found.party, "".join(found.organisations)) == asked for found in interview.first_looks)
        return texts["first look"].format(every - left + 1, every)
    number, more = len(interview.asked) + 1, len(interview.open_questions) - 1
    if interview.quick:
        return texts["progress quick"].format(more) if more > 0 else texts["last quick"]
    return texts["progress"].format(number, more) if more > 0 else texts["last"].format(number)


def _possible(question: Question, texts: Mapping[str, str]) -> list[str]:
    match question.kind:
        case Kind.YES_NO:
            return [texts["yes or no"]]
        case Kind.CHOICE | Kind.CHOICES:
            several = [texts["several"].format(NONE)] if question.kind is Kind.CHOICES else []
            return several + [f"{number}  {label}" for number, (_, label) in enumerate(question.options, start=1)]
        case Kind.SCALE:
            ends = ((question.lowest, question.lowest_label), (question.highest, question.highest_label))
            return [texts["number"].format(question.lowest, question.highest), *(f"{n} = {t}" for n, t in ends if t)]
        case Kind.COUNT:
            return [texts["count"].format(question.unit)]
        case Kind.DATE:
            return [texts["date answer"] + texts["never"] * question.may_be_never]


def expected(question: Question, language: str) -> str:
    """Return which replies fit a question, in a few words."""
    texts = words_in(language).interview
    if question.kind is Kind.CHOICE:
        return texts["number"].format(1, len(question.options))
    if question.kind is Kind.CHOICES:
        return texts["numbers"].format(1, len(question.options), NONE)
    return _possible(question, texts)[0]


def read_reply(question: Question, reply: str, language: str) -> object:
    """Return a typed reply as an answer: numbers of options, one letter for yes or no, or a text as in a case."""
    options = {str(number): option for number, (option, _) in enumerate(question.options, start=1)}
    if question.kind is Kind.CHOICE and reply in options:
        return options[reply]
    if question.kind is Kind.CHOICES:
        numbers = re.findall(r"[^\s,;]+", reply)
        if set(numbers) <= options.keys() or reply == NONE:
            return [options[number] for number in numbers if number != NONE]
    if question.kind is Kind.YES_NO and reply.lower() in _KEYS:
        return _KEYS[reply.lower()]
    return spoken(reply, language)
