"""Several people of one party answer the same question: their answers put together, and how far they lie apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

import attrs

from samenwerkadvies.bilingual import both, either
from samenwerkadvies.errors import MOST_PROBLEMS, Problem, location_of, nearest, quoted, shortened
from samenwerkadvies.vocabulary import NEVER, Answer, Chosen, Combination, FactType, Kind, Vocabulary, level, number_of

FEWEST_SHOWN = 3
"""Of fewer respondents than this no answer is ever shown: it would be known whose it is."""
_AGREED = 2 / 3
"""Where a smaller share gives the same answer, respondents are divided."""

Respondents = Mapping[str, tuple[Mapping[str, Answer], ...]]
"""Per party, for each respondent, fact types with the answer."""
People = Mapping[tuple[str, str], tuple[Mapping[str, Answer], ...]]
"""The same per party and organisation; without a name where the party is one organisation."""


@attrs.frozen
class Spread:
    """The answers of the respondents of one party to one question, as far as they may be shown."""

    fact: str
    party: str
    respondents: int
    """How many answered."""
    lowest: Answer | None
    """For a choice: the option that stands first in the list; of several the options that all respondents chose.

    None where there are too few respondents to show it.
    """
    highest: Answer | None
    """Of several options those that at least one respondent chose."""
    is_divided: bool
    """Whether they lie far apart; False where there are too few respondents to say so."""
    organisation: str = ""
    """The organisation whose people they are; empty where the party is one organisation."""

    @property
    def is_shown(self) -> bool:
        """Whether there are enough respondents to show their answers."""
        return self.respondents >= FEWEST_SHOWN


def answers_by_question(people: People, vocabulary: Vocabulary) -> dict[tuple[str, str, str], list[Answer]]:
    """Return all answers to each question, by fact type, party and organisation, in the order of the vocabulary."""
    found: dict[tuple[str, str, str], list[Answer]] = {}
    for name in vocabulary.perceptions:
        for (party, organisation), respondents in people.items():
            if answers := [given[name] for given in respondents if name in given]:
                found[name, party, organisation] = answers
    return found


def together(fact: FactType, how: Combination, answers: Sequence[Answer], silent: int = 0) -> Answer | None:
    """Return the one answer that counts, by a policy; None while it depends on what the silent ones would say."""
    if fact.kind is Kind.CHOICES:
        number = len(answers) + silent
        needed = number - _place(how, number)
        certain, possible = (_chosen_by(fact, answers, least) for least in (needed, needed - silent))
        return certain if certain == possible else None
    ordered: list[Answer | None] = [*sorted(answers, key=lambda answer: level(fact, answer))]
    place = _place(how, len(ordered) + silent)
    least, most = _ends(fact)
    low, high = ([least] * silent + ordered)[place], (ordered + [most] * silent)[place]
    return low if low == high else None


def of_people(fact: FactType, answers: Sequence[Answer]) -> Answer:
    """Return the one answer that counts for the people who gave these."""
    if fact.kind is Kind.CHOICES:
        return _chosen_by(fact, answers, len(answers) - _place(fact.combination, len(answers)))
    ordered = sorted(answers, key=lambda answer: level(fact, answer))
    return ordered[_place(fact.combination, len(ordered))]


def _counts(fact: FactType, answers: Sequence[Answer]) -> dict[str, int]:
    """Return how many chose each option."""
    found = Counter(option for answer in answers if isinstance(answer, Chosen) for option in answer.options)
    return {option: found[option] for option in fact.options}


def _chosen_by(fact: FactType, answers: Sequence[Answer], least: int) -> Chosen:
    """Return the options that so many chose, or more."""
    counts = _counts(fact, answers)
    return Chosen(tuple(option for option in fact.options if counts[option] >= least), fact.options)


def _place(how: Combination, number: int) -> int:
    """Return which of so many answers in order counts."""
    match how:
        case Combination.MEDIAN | Combination.MOST:
            return (number - 1) // 2
        case Combination.LOWEST | Combination.ALL:
            return 0
        case Combination.HIGHEST | Combination.ANY:
            return number - 1


def _ends(fact: FactType) -> tuple[Answer | None, Answer | None]:
    """Return the least and the greatest answer; None where there is none."""
    match fact.kind:
        case Kind.YES_NO:
            return False, True
        case Kind.CHOICE | Kind.CHOICES:
            return fact.options[0], fact.options[-1]
        case Kind.DATE:
            never = NEVER if fact.may_be_never else None
            return (never, None) if fact.is_past else (None, never)
        case Kind.COUNT | Kind.SCALE:
            least, greatest = fact.range
            return number_of(fact, least), number_of(fact, greatest)


def spread(fact: FactType, party: str, answers: Sequence[Answer], organisation: str = "") -> Spread:
    """Return how far the answers lie apart."""
    number = len(answers)
    if number < FEWEST_SHOWN:
        return Spread(fact.id, party, number, None, None, False, organisation)  # noqa: FBT003 - a value
    if fact.kind is Kind.CHOICES:
        by_all, by_some = (_chosen_by(fact, answers, least) for least in (number, 1))
        alike = min(max(count, number - count) for count in _counts(fact, answers).values())
        return Spread(fact.id, party, number, by_all, by_some, alike < _AGREED * number, organisation)
    ordered = sorted(answers, key=lambda answer: level(fact, answer))
    is_divided = _is_divided(fact, ordered)
    return Spread(fact.id, party, number, ordered[0], ordered[-1], is_divided, organisation)


def _is_divided(fact: FactType, ordered: Sequence[Answer]) -> bool:
    if fact.kind in (Kind.SCALE, Kind.COUNT):
        apart = level(fact, ordered[-1]) - level(fact, ordered[0])
        return fact.divided_from is not None and apart >= fact.divided_from
    return max(Counter(ordered).values()) < _AGREED * len(ordered)


def read_respondents(
    raw: object, vocabulary: Vocabulary, names: Mapping[str, Sequence[str]], problems: list[Problem]
) -> People:
    """Check ``respondenten`` of a case: per party a list of people, each with facts and their answers.

    Of a party of which several organisations take part (``names``), there is such a list for each of them. What is
    wrong is added to ``problems``.
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
    found: dict[tuple[str, str], tuple[Mapping[str, Answer], ...]] = {}
    for party, people in raw.items():
        if len(problems) >= MOST_PROBLEMS:
            break
        place = f"respondenten.{shortened(party)}"
        if not (isinstance(party, str) and party in vocabulary.parties):
            message = both("onbekende partij {}", "unknown party {}", quoted(party))
            problems.append(
                Problem(code="FEIT06", message=message, location=location_of(party), place=place, expected=expected)
            )
            continue
        for organisation, own, at in _lists(party, people, names.get(party, ()), place, problems):
            if isinstance(own, list):
                read = [
                    _read_one(each, str.__str__(party), f"{at}.{number}", vocabulary, problems)
                    for number, each in enumerate(own, start=1)
                    if len(problems) < MOST_PROBLEMS
                ]
                found[str.__str__(party), organisation] = tuple(read)
            else:
                message = both("{} is geen lijst van mensen", "{} is no list of people", quoted(organisation or party))
                problems.append(
                    Problem(code="CASUS02", message=message, location=location_of(own), place=at, expected=expected)
                )
    every = ((party, name) for party in vocabulary.parties for name in ("", *names.get(party, ())))
    return {each: found[each] for each in every if each in found}


def _lists(
    party: str, stated: object, names: Sequence[str], place: str, problems: list[Problem]
) -> Iterator[tuple[str, object, str]]:
    """Yield the list of people of each organisation, with its place; of a party that is one, the one list."""
    if not names:
        yield "", stated, place
    elif not isinstance(stated, Mapping):
        shape = ", ".join(f"{name}: […]" for name in names)
        message = both("{} zijn hier meer organisaties", "{} are several organisations here", quoted(party))
        expected = both("een lijst van mensen per organisatie: {}", "a list of people for each: {}", shape)
        problems.append(
            Problem(code="FEIT05", message=message, location=location_of(stated), place=place, expected=expected)
        )
    else:
        for name, people in stated.items():
            if name in names:
                yield str.__str__(name), people, f"{place}.{shortened(name)}"
            else:
                problems.append(unknown_organisation(name, names, place))


def unknown_organisation(name: object, known: Sequence[str], place: str) -> Problem:
    """Return what is wrong with a name of no organisation that takes part."""
    return Problem(
        code="FEIT09",
        message=both("onbekende organisatie {}", "unknown organisation {}", quoted(name)),
        location=location_of(name),
        place=f"{place}.{shortened(name)}",
        expected=both("een naam die onder 'organisaties' staat: {}", "a name below 'organisaties': {}", either(known)),
        hint=nearest(shortened(name), known),
    )


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
