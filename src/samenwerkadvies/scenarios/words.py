"""The words in steps: facts by label or name, answers, dates, parties and rules; what is unknown gets a suggestion."""

from __future__ import annotations

import datetime
import functools
import re
from collections.abc import Iterable, Mapping
from typing import TypeVar

from samenwerkadvies.answers import read_answer
from samenwerkadvies.bilingual import all_of
from samenwerkadvies.dates import read_day
from samenwerkadvies.errors import Problem, nearest, quoted
from samenwerkadvies.ruleset import DUTCH, Rule
from samenwerkadvies.scenarios.scene import Scene, Stage, StepFailure
from samenwerkadvies.signs import odd_sign
from samenwerkadvies.vocabulary import Answer, FactType
from samenwerkadvies.wording.replies import spoken

T = TypeVar("T")


def normal(text: str) -> str:
    """Return a text without capitals and needless spaces, as words are compared."""
    return " ".join(text.casefold().split())


def one_of(word: str, known: Mapping[str, T], what: str) -> T:
    """Return what a word names; fail with a suggestion when nothing has that name."""
    by_name = {normal(name): value for name, value in known.items()}
    if normal(word) in by_name:
        return by_name[normal(word)]
    hint = nearest(word, known)
    few = [f"Bekend: {all_of(list(known))}"] if len(known) <= _FEW and not hint else []
    hints = [f"Bedoelde je: {hint}"] if hint else []
    raise StepFailure(f"Onbekend: {what} {quoted(word)}.", *sign_lines(word), *hints, *few)


def sign_lines(text: str) -> list[str]:
    """Return a line on a sign that nobody sees, or that looks like another one; none where all are plain."""
    sign = odd_sign(text)
    return [f"Er staat {sign.name} in: {sign.way_out}."] if sign else []


_FEW = 20


def rule_named(word: str, scene: Scene) -> str:
    """Return a rule by its name; fail with the name when a text of the rule stands there."""
    rules = scene.ruleset.with_checks.rules
    if word not in rules:
        texts = {_sentence(text): name for name, rule in rules.items() for text in _texts(rule, scene.language)}
        if hint := texts.get(_sentence(word)) or texts.get(nearest(_sentence(word), texts) if " " in word else ""):
            raise StepFailure(f"Onbekend: regel {quoted(word)}.", f"Bedoelde je: {hint}")
    return one_of(word, {name: name for name in rules}, "regel")


def _texts(rule: Rule, language: str) -> tuple[str, str]:
    texts = rule.texts[language]
    return texts.finding, texts.title or texts.finding


def _sentence(text: str) -> str:
    return normal(text).strip('.!?"“”')


def party_named(word: str, scene: Scene) -> str:
    """Return a party by its name, with or without its article."""
    return one_of(_without_article(word), _parties(scene), "partij")


def is_party(word: str, scene: Scene) -> bool:
    """Say whether a party has this name."""
    return _without_article(word) in map(normal, _parties(scene))


def party_and_rest(party: str, rest: str, scene: Scene) -> tuple[str, str]:
    """Return the party that words begin with, and what stands behind it: its name may be more than the first word."""
    words = f"{party} {rest}".split()
    for count in range(len(words) - 1, 0, -1):
        if is_party(" ".join(words[:count]), scene):
            return party_named(" ".join(words[:count]), scene), " ".join(words[count:])
    return party_named(party, scene), rest


_BETWEEN = ("van de", "van het", "of the", "from the")


def fact_of_party(fact: str, party: str, scene: Scene) -> tuple[str, str | None]:
    """Return the words of a fact and the party that it is asked of; a label may itself say of whom something is."""
    if not is_party(party, scene):
        for said in (f"{fact} {between} {party}" for between in _BETWEEN):
            if is_fact(said, scene):
                return said, None
            for whole, _, last in (said.rpartition(f" {between} ") for between in _BETWEEN):
                if is_party(last, scene) and is_fact(whole, scene):
                    return whole, party_named(last, scene)
    return fact, party_named(party, scene)


def party_word(party: str, scene: Scene) -> str:
    """Return how a party is called in the language of the scenario."""
    return next(word for word, named in _parties(scene).items() if named == party)


def _without_article(word: str) -> str:
    return re.sub(r"^(?:de|het|the) ", "", normal(word))


def _parties(scene: Scene) -> dict[str, str]:
    """Return the parties by what they are called in the language of the scenario, and by their ids."""
    declared = scene.ruleset.vocabulary.declared
    return {party.texts[scene.language].name: name for name, party in declared.items()} | {
        name: name for name in declared
    }


def fact_named(word: str, scene: Scene) -> FactType:
    """Return a fact type by its label or its id."""
    vocabulary, spoken = scene.ruleset.vocabulary, scene.language
    if found := _facts(scene.stage, spoken).get(normal(word)):
        return found
    named = {fact.texts[spoken].label: fact for fact in vocabulary.facts.values()} | dict(vocabulary.facts)
    averages = vocabulary.averages.values()
    if normal(word) in {normal(name) for average in averages for name in (average.id, average.labels[spoken])}:
        raise StepFailure(f"{quoted(word)} wordt berekend: geef de antwoorden waar het uit bestaat.")
    return one_of(word, named, "feit")


@functools.lru_cache(maxsize=4)
def _facts(stage: Stage, language: str) -> Mapping[str, FactType]:
    """Return the facts by label and by id, as they are compared: every step of every scenario asks for one."""
    facts = stage.ruleset.vocabulary.facts
    return {normal(fact.texts[language].label): fact for fact in facts.values()} | {
        normal(name): fact for name, fact in facts.items()
    }


def is_fact(word: str, scene: Scene) -> bool:
    """Say whether a fact has this label or name."""
    return normal(word) in _facts(scene.stage, scene.language)


def fact_and_answer(sentence: str, scene: Scene) -> tuple[FactType, str]:
    """Split a sentence at the ``is`` that follows a fact, and return the fact and the words of the answer."""
    splits = [found.span() for found in re.finditer(r" is ", sentence)]
    start, end = next((span for span in splits if is_fact(sentence[: span[0]], scene)), splits[-1])
    return fact_named(sentence[:start], scene), sentence[end:]


def answer(fact: FactType, words: str, scene: Scene) -> Answer | None:
    """Return the answer that words give to a fact (of one party); None for ``onbekend``."""
    read = read_answer(fact, spoken(words, scene.scenario.language))
    if not isinstance(read, Problem):
        return read
    hint = [f"Bedoelde je: {read.hint}"] if read.hint else []
    label = quoted(fact.texts[DUTCH].label)
    raise StepFailure(f"Bij {label}: {read.message}.", *sign_lines(words), f"Verwacht: {read.expected}", *hint)


def date(words: str) -> datetime.date:
    """Return a date, written in words or as an ISO date."""
    day = read_day(words)
    if not isinstance(day, Problem):
        return day
    hint = [f"Bedoelde je: {day.hint}"] if day.hint else []
    raise StepFailure(f"{day.message}.", "Verwacht: een datum zoals 1 maart 2026 of 2026-03-01", *hint)


def number_of(words: str, known: Iterable[int], what: str) -> int:
    """Return a number that is among those known."""
    return one_of(words, {str(number): number for number in known}, what)
