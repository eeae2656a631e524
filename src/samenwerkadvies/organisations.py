"""Several organisations of one kind: what each of them says, and what is not known while one is silent."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Self, TypeVar

import attrs

from samenwerkadvies.answers import is_unknown
from samenwerkadvies.bilingual import both, either
from samenwerkadvies.errors import MOST_PROBLEMS, Problem, Text, location_of, nearest, quoted, shortened
from samenwerkadvies.frozen import FrozenDict
from samenwerkadvies.names import name_problem
from samenwerkadvies.remarks import PLACE as REMARKS
from samenwerkadvies.remarks import read_remark, read_remarks
from samenwerkadvies.respondents import People, together, unknown_organisation
from samenwerkadvies.vocabulary import Answer, FactType, Slot, Vocabulary

MOST = 20
"""Organisations of one kind that take part together."""
PLACE = "organisaties"
Names = Mapping[str, tuple[str, ...]]
"""Per party, in its own order, the organisations that take part; a party that is one organisation is not there."""

Said = dict[Slot, dict[str, Answer]]
"""Per question and organisation the answer; only what is known."""

T = TypeVar("T")
_EMPTY: FrozenDict[Any, Any] = FrozenDict()


@attrs.frozen
class Organisations:
    """The organisations of the parties of which several take part, and what each of them says."""

    names: Names = _EMPTY
    asked: Mapping[Slot, str] = _EMPTY
    """All that each of them is asked, with the party, in the order of the vocabulary."""
    said: Mapping[Slot, Mapping[str, Answer]] = _EMPTY
    """Per question and organisation the answer; only what is known."""
    people: Mapping[str, Mapping[str, tuple[Mapping[str, Answer], ...]]] = _EMPTY
    """Per party and organisation the original answers, where several people of it answered."""
    remarks: Mapping[Slot, Mapping[str, str]] = _EMPTY
    """Per question and organisation what was written beside the answer."""

    def silent(self, slot: Slot) -> tuple[str, ...]:
        """Return the organisations that have not answered a question that each of them is asked."""
        party = self.asked.get(slot)
        said = self.said.get(slot, {})
        return tuple(name for name in self.names[party] if name not in said) if party else ()

    def stated(self) -> dict[Slot, dict[str, Answer]]:
        """Return what each of them says as one, as it stands in a case: without the answers of its people."""
        found = {}
        for slot, given in self.said.items():
            people = self.people.get(self.asked[slot], {})
            own = {
                name: answer
                for name, answer in given.items()
                if slot[1] is None or not any(slot[0] in each for each in people.get(name, ()))
            }
            if own:
                found[slot] = own
        return found

    def changed(self, changes: Mapping[Slot, Answer | None]) -> Self:
        """Return them as they are when each of them says something else to some questions; None: nothing."""
        found = self
        for slot, answer in changes.items():
            for name in self.names.get(self.asked.get(slot, ""), ()):
                found = found.with_answer(slot, name, answer)
        return found

    def with_answer(self, slot: Slot, name: str, answer: Answer | None) -> Self:
        """Return them with another answer of one of them; None: it does not say.

        What its people answered to the same question, and a remark beside it, no longer counts.
        """
        (fact, _), party = slot, self.asked[slot]
        given = {**self.said.get(slot, {}), name: answer}
        every = ((each, given.get(each)) for each in self.names[party])
        said = {**self.said, slot: {each: known for each, known in every if known is not None}}
        of_party = self.people.get(party, {})
        rest = tuple({each: people[each] for each in people if each != fact} for people in of_party.get(name, ()))
        remarks = {
            **self.remarks,
            slot: {each: text for each, text in self.remarks.get(slot, {}).items() if each != name},
        }
        return attrs.evolve(
            self,
            said=_in_order(said, self.asked),
            people=FrozenDict({**self.people, party: {**of_party, name: rest}}) if rest else self.people,
            remarks=_in_order(remarks, self.asked),
        )

    def answers(self, vocabulary: Vocabulary) -> Iterator[tuple[Slot, Answer]]:
        """Yield what counts for each party: known only when it is so whatever the silent ones would say."""
        for slot, given in self.said.items():
            fact, party = vocabulary.facts[slot[0]], self.asked[slot]
            answer = together(fact, fact.between[party], [*given.values()], len(self.names[party]) - len(given))
            if answer is not None:
                yield slot, answer


NOBODY = Organisations()


def _in_order(found: Mapping[Slot, T], slots: Mapping[Slot, str]) -> FrozenDict[Slot, T]:
    """Return what there is of each question, in order."""
    return FrozenDict({slot: found[slot] for slot in slots if found.get(slot)})


def organisations_of(
    names: Names,
    said: Mapping[Slot, Mapping[str, Answer]],
    people: People,
    remarks: Mapping[Slot, Mapping[str, str]],
    vocabulary: Vocabulary,
) -> Organisations:
    """Return organisations with what each says, all in the order of the vocabulary and of their names."""
    asked = {
        slot: party
        for fact in vocabulary.facts.values()
        for slot in fact.slots
        for party in names
        if party == (slot[1] or fact.asked_of)
    }
    ordered = {
        slot: {name: given[name] for name in names[asked[slot]] if name in given} for slot, given in said.items()
    }
    of_party = {
        party: {name: people[party, name] for name in named if (party, name) in people}
        for party, named in names.items()
    }
    return Organisations(
        names=FrozenDict(names),
        asked=FrozenDict(asked),
        said=_in_order(ordered, asked),
        people=FrozenDict({party: found for party, found in of_party.items() if found}),
        remarks=_in_order(remarks, asked),
    )


def read_names(raw: object, vocabulary: Vocabulary, problems: list[Problem]) -> dict[str, tuple[str, ...]]:
    """Check ``organisaties`` of a case: per party the names of those that take part; add what is wrong.

    A party that cannot be several is told, and is in what is returned, so that its answers are not told as well.
    """
    several = vocabulary.several
    like = either(several) if several else both("geen partij van deze regels", "no party of these rules")
    expected = both("per partij een lijst van namen: {}", "for each party a list of names: {}", like)
    if not isinstance(raw, Mapping):
        message = both("{} is geen groep", "{} is no object", quoted(PLACE))
        problems.append(_problem("CASUS02", message, expected, raw, PLACE))
        return {}
    found: dict[str, tuple[str, ...]] = {}
    for party, names in raw.items():
        place = f"{PLACE}.{shortened(party)}"
        if len(problems) >= MOST_PROBLEMS:
            break
        if not (isinstance(party, str) and party in vocabulary.parties):
            message = both("onbekende partij {}", "unknown party {}", quoted(party))
            problem = _problem("FEIT06", message, expected, party, place)
            problems.append(attrs.evolve(problem, hint=nearest(shortened(party), several)))
            continue
        if party not in several:
            problems.append(_single(party, place))
        found[str.__str__(party)] = tuple(_names_in(names, party, place, problems))
    return {party: found[party] for party in vocabulary.parties if found.get(party)}


def _single(party: str, place: str) -> Problem:
    message = both("{} is één organisatie in deze regels", "{} is one organisation in these rules", quoted(party))
    expected = both(
        "in de regels bij deze partij 'meermaals: ja', of hier één organisatie met één antwoord",
        "'meermaals: ja' beside this party in the rules, or one organisation here with one answer",
    )
    return _problem("FEIT10", message, expected, party, place)


def _names_in(raw: object, party: str, place: str, problems: list[Problem]) -> Iterator[str]:
    if not isinstance(raw, list) or not raw:
        message = both("hier staan geen namen van organisaties", "here are no names of organisations")
        expected = both("een lijst van namen, zoals [{}]", "a list of names, such as [{}]", "Stichting A, Vereniging B")
        problems.append(_problem("CASUS02", message, expected, raw or party, place))
        return
    if len(raw) > MOST:
        message = both("hier staan {} organisaties", "here are {} organisations", str(len(raw)))
        expected = both("hoogstens {}", "{} at the most", str(MOST))
        problems.append(_problem("CASUS10", message, expected, party, place))
    seen: dict[str, object] = {}
    for name in raw[:MOST]:
        if wrong := name_problem(name, place, location_of(name)):
            problems.append(wrong)
        elif name is None or not name.strip():
            message = both("hier ontbreekt een naam", "here a name is missing")
            expected = both("de naam van een organisatie", "the name of an organisation")
            problems.append(_problem("CASUS10", message, expected, name, place))
        elif (known := " ".join(name.casefold().split())) in seen:
            message = both("{} staat er al", "{} is there already", quoted(name))
            expected = both("elke organisatie één keer", "each organisation once")
            problems.append(_problem("CASUS10", message, expected, name, place))
        else:
            seen[known] = name
            yield str.__str__(name)


@attrs.frozen
class Part:
    """What stands for one organisation."""

    fact: FactType
    party: str
    name: str
    stated: object

    @property
    def slot(self) -> Slot:
        """What it is an answer to."""
        return self.fact.id, self.party if self.fact.is_perception else None


def taken_apart(
    stated: Mapping[Any, object], names: Names, vocabulary: Vocabulary, place: str, problems: list[Problem]
) -> tuple[Mapping[Any, object], list[Part]]:
    """Return what stands for the parties that are one organisation, and what stands for each organisation of others.

    What is wrong with the names, or is one answer for all of them, is added to ``problems``.
    """
    if not names:
        return stated, []
    rest: dict[object, object] = {}
    found: list[Part | Problem] = []
    for key, raw in stated.items():
        fact = vocabulary.facts.get(key)
        if fact is not None and fact.asked_of in names:
            found += _parts(fact, str(fact.asked_of), raw, names, f"{place}.{fact.id}")
        elif fact is not None and fact.is_perception and isinstance(raw, Mapping):
            own = {str.__str__(party): each for party, each in raw.items() if party in names}
            for party, each in own.items():
                found += _parts(fact, party, each, names, f"{place}.{fact.id}.{party}")
            if len(own) < len(raw):
                rest[key] = {party: each for party, each in raw.items() if party not in own}
        else:
            rest[key] = raw
    problems += itertools.islice((each for each in found if isinstance(each, Problem)), MOST_PROBLEMS)
    return rest, [each for each in found if isinstance(each, Part)]


def _parts(fact: FactType, party: str, raw: object, names: Names, place: str) -> Iterator[Part | Problem]:
    known = names[party]
    if isinstance(raw, Mapping):
        for name, stated in raw.items():
            is_known = isinstance(name, str) and name in known
            yield Part(fact, party, name, stated) if is_known else unknown_organisation(name, known, place)
    elif not is_unknown(raw):
        shape = ", ".join(f"{name}: …" for name in known)
        message = both(
            "{} is één antwoord, maar elke organisatie antwoordt hier zelf",
            "{} is one answer, but here each organisation answers for itself",
            quoted(raw),
        )
        expected = both("een antwoord per organisatie: {}", "an answer for each organisation: {}", shape)
        yield _problem("FEIT05", message, expected, raw, place)


def read_said(
    parts: Sequence[Part], vocabulary: Vocabulary, place: str, reference_date: Any, problems: list[Problem]
) -> Said:
    """Check the answer of each organisation, and return those that are known; add what is wrong."""
    said = Said()
    for part in parts:
        if len(problems) >= MOST_PROBLEMS:
            break
        name, party = _key(part.fact.id, part.name), part.slot[1]
        raw = part.stated if party is None else {party: part.stated}
        answers, found = vocabulary.read_answers({name: raw}, f"{shortened(part.name)}: {place}", reference_date)
        problems += found
        answer = answers.get(part.fact.id)
        if isinstance(answer, Mapping):
            answer = answer[part.party]
        if answer is not None:
            said.setdefault(part.slot, {})[str.__str__(part.name)] = answer
    return said


def read_all_remarks(
    written: Mapping[object, object], names: Names, vocabulary: Vocabulary, problems: list[Problem]
) -> tuple[dict[Slot, str], dict[Slot, dict[str, str]]]:
    """Check remarks, and return those of the parties and those of organisations; add what is wrong."""
    rest, parts = taken_apart(written, names, vocabulary, REMARKS, problems)
    found: dict[Slot, dict[str, str]] = {}
    for part in parts:
        read = read_remark(part.stated, f"{shortened(part.name)}: {REMARKS}.{part.fact.id}")
        if isinstance(read, Problem):
            problems.append(read.at(part.stated))
        elif read:
            found.setdefault(part.slot, {})[str.__str__(part.name)] = read
    return read_remarks(rest, vocabulary, problems), found


def _key(name: str, key: object) -> str:
    """Return the name of a fact that stands where the name of the organisation stands."""
    at = location_of(key)
    return Text(name, at) if at else name


def _problem(code: str, message: str, expected: str, at: object, place: str) -> Problem:
    return Problem(code=code, message=message, location=location_of(at), place=place, expected=expected)
