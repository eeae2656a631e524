"""Several people of one party answer the same question: their answers put together, and how far they lie apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import attrs

from samenwerkadvies.bilingual import both, either
from samenwerkadvies.errors import MOST_PROBLEMS, Problem, location_of, quoted, shortened
from samenwerkadvies.vocabulary import Answer, Combination, FactType, Kind, Vocabulary, level

FEWEST_SHOWN = 3
"""Of fewer respondents than this no answer is ever shown: it would be known whose it is."""
_AGREED = 2 / 3
"""Where a smaller share gives the same answer, respondents are divided."""

Respondents = Mapping[str, tuple[Mapping[str, Answer], ...]]
"""Per party, for each respondent, fact types with the answer."""


@attrs.frozen
class Spread:
    """The answers of the respondents of one party to one question, as far as they may be shown."""

    fact: str
    party: str
    respondents: int
    """How many answered."""
    lowest: Answer | None
    """For a choice: the option that stands first in the list. None where there are too few respondents to show it."""
    highest: Answer | None
    is_divided: bool
    """Whether they lie far apart; False where there are too few respondents to say so."""

    @property
    def is_shown(self) -> bool:
        """Whether there are enough respondents to show their answers."""
        return self.respondents >= FEWEST_SHOWN


def answers_by_question(respondents: Respondents, vocabulary: Vocabulary) -> dict[tuple[str, str], list[Answer]]:
    """Return all answers to each question, by fact type and party, in the order of the vocabulary."""
    found: dict[tuple[str, str], list[Answer]] = {}
    for party, people in respondents.items():
        for given in people:
            for fact, answer in given.items():
                found.setdefault((fact, party), []).append(answer)
    questions = ((fact, party) for fact in vocabulary.perceptions for party in vocabulary.parties)
    return {question: found[question] for question in questions if question in found}


def combined(fact: FactType, answers: Sequence[Answer]) -> Answer:
    """Return the one answer that counts for the party, by the policy of the fact type."""
    ordered = sorted(answers, key=lambda answer: level(fact, answer))
    match fact.combination:
        case Combination.MEDIAN:
            return ordered[(len(ordered) - 1) // 2]
        case Combination.LOWEST | Combination.ALL:
            return ordered[0]
        case Combination.HIGHEST | Combination.ANY:
            return ordered[-1]


def spread(fact: FactType, party: str, answers: Sequence[Answer]) -> Spread:
    """Return how far the answers lie apart."""
    ordered = sorted(answers, key=lambda answer: level(fact, answer))
    if len(ordered) < FEWEST_SHOWN:
        return Spread(fact.id, party, len(ordered), None, None, is_divided=False)
    return Spread(fact.id, party, len(ordered), ordered[0], ordered[-1], is_divided=_is_divided(fact, ordered))


def _is_divided(fact: FactType, ordered: Sequence[Answer]) -> bool:
    if fact.kind in (Kind.SCALE, Kind.COUNT):
        apart = level(fact, ordered[-1]) - level(fact, ordered[0])
        return fact.divided_from is not None and apart >= fact.divided_from
    return max(Counter(ordered).values()) < _AGREED * len(ordered)


def read_respondents(raw: object, vocabulary: Vocabulary, problems: list[Problem]) -> Respondents:
    """Check ``respondenten`` of a case: per party a list of people, each with facts and their answers.

    What is wrong is added to ``problems``.
    """
    expected = both(
        "per partij een lijst van mensen met hun antwoorden: {}",
        "for each party a list of people with their answers: {}",
        either(vocabulary.parties),
    )
    if not isinstance(raw, Mapping):
        message = both("'respondenten' is geen groep", "'respondenten' is no object")
        problems.append(
            Problem(code="CASUS02", message=message, location=location_of(raw), place="respondenten", expected=expected)
        )
        return {}
    found: dict[str, tuple[Mapping[str, Answer], ...]] = {}
    for party, people in raw.items():
        if len(problems) >= MOST_PROBLEMS:
            break
        place = f"respondenten.{shortened(party)}"
        if not (isinstance(party, str) and party in vocabulary.parties):
            message = both("onbekende partij {}", "unknown party {}", quoted(party))
            problems.append(
                Problem(code="FEIT06", message=message, location=location_of(party), place=place, expected=expected)
            )
        elif not isinstance(people, list):
            message = both("{} is geen lijst van mensen", "{} is no list of people", quoted(party))
            problems.append(
                Problem(code="CASUS02", message=message, location=location_of(people), place=place, expected=expected)
            )
        else:
            read = [
                _read_one(each, str.__str__(party), f"{place}.{number}", vocabulary, problems)
                for number, each in enumerate(people, start=1)
                if len(problems) < MOST_PROBLEMS
            ]
            found[str.__str__(party)] = tuple(read)
    return {party: found[party] for party in vocabulary.parties if party in found}


def _read_one(
    raw: object, party: str, place: str, vocabulary: Vocabulary, problems: list[Problem]
) -> Mapping[str, Answer]:
    if not isinstance(raw, Mapping):
        expected = both("feiten met hun antwoord, zoals 'feit: 4'", "facts with their answer, such as 'feit: 4'")
        message = both("hier staan geen antwoorden", "here are no answers")
        problems.append(
            Problem(code="CASUS02", message=message, location=location_of(raw), place=place, expected=expected)
        )
        return {}
    fitting: dict[str, object] = {}
    for name, answer in raw.items():
        if len(problems) >= MOST_PROBLEMS:
            break
        fact = vocabulary.facts.get(name)
        if fact is None or fact.is_perception:
            fitting[name] = {party: answer}
        else:
            message = both("{} wordt niet aan elke partij gevraagd", "{} is not asked of each party", quoted(name))
            expected = both("dit feit onder 'feiten'", "this fact below 'feiten'")
            problems.append(
                Problem(
                    code="FEIT07",
                    message=message,
                    location=location_of(name),
                    place=f"{place}.{shortened(name)}",
                    expected=expected,
                )
            )
    answers, found = vocabulary.read_answers(fitting, place)
    problems += found
    return {fact: answer[party] for fact, answer in answers.items() if isinstance(answer, dict)}
