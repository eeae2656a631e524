"""What JSON must be besides well formed to be an assessment that can be shown: what its fields say of each other."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from samenwerkadvies.advising.contents import (
    Advice,
    Change,
    Completeness,
    ConditionStatus,
    Evidence,
    OpenQuestion,
    OrganisationAnswers,
    PartyNames,
    PlainFacts,
    RespondentsSpread,
    RuleNotInForce,
    RulesetIdentity,
    Views,
)
from samenwerkadvies.amounts import MOST_DECIMALS
from samenwerkadvies.citations import Citation, is_link
from samenwerkadvies.dates import read_date
from samenwerkadvies.errors import Problem
from samenwerkadvies.names import LONGEST, is_fit, name_problem
from samenwerkadvies.remarks import read_remark
from samenwerkadvies.signs import FORBIDDEN
from samenwerkadvies.vocabulary import GREATEST_COUNT
from samenwerkadvies.wording.words import LANGUAGES

DEEPEST = 60
"""Lists and objects in each other: twice as many as rules build on each other, and some."""
_NAME_LIKE = f"a name on one line, of {LONGEST} signs at the most"
_ENGINES = ("durable", "reference")
_ID = re.compile("[a-z][a-z0-9_]*")
_FINGERPRINT = re.compile("sha256:[0-9a-f]{64}")


def unfit_parts(source: object) -> Iterator[str]:
    """Yield what no JSON of an assessment holds, whatever it stands for: signs that no text has, and great depth."""
    waiting: list[tuple[str, int, object]] = [("", 0, source)]
    while waiting:
        place, depth, part = waiting.pop()
        if depth > DEEPEST:
            yield f"{place[:100]}: nested too deep"
        elif isinstance(part, str):
            if FORBIDDEN.search(part):
                yield f"{place}: a sign that no text has"
        elif isinstance(part, Mapping):
            if any(not isinstance(key, str) or FORBIDDEN.search(key) for key in part):
                yield f"{place}: a key that no object has"
            waiting += [(f"{place}.{key}", depth + 1, value) for key, value in part.items()]
        elif isinstance(part, list):
            waiting += [(f"{place}[{index}]", depth + 1, value) for index, value in enumerate(part)]


def check_heading(
    language: str, engine: str, reference_date: str, partnership: str, ruleset: RulesetIdentity
) -> Iterator[str]:
    """Yield what is wrong with what stands at the head of an assessment."""
    if language not in LANGUAGES:
        yield f"language: expected one of {', '.join(LANGUAGES)}"
    if engine not in _ENGINES:
        yield f"engine: expected one of {', '.join(_ENGINES)}"
    if read_date(reference_date) is None:
        yield "reference_date: expected an ISO date"
    if name_problem(partnership):
        yield f"partnership: expected {_NAME_LIKE}"
    if not _FINGERPRINT.fullmatch(ruleset.fingerprint):
        yield "ruleset.fingerprint: expected sha256: and 64 digits"


def check_parties(parties: Sequence[PartyNames]) -> Iterator[str]:
    """Yield what is wrong with the parties, of which the rest speaks."""
    yield from check_names("parties", [party.id for party in parties])
    if not all(is_fit(said) for party in parties for said in (party.name, party.full, party.short)):
        yield "parties: expected names on one line"
    if any(name_problem(name) for party in parties for name in party.organisations):
        yield f"parties: expected as each organisation {_NAME_LIKE}"
    if any(len({*party.organisations}) < len(party.organisations) for party in parties):
        yield "parties: expected each organisation once"


def check_completeness(known: Completeness, parties: Collection[str], *, has_answers: bool) -> Iterator[str]:
    """Yield what is wrong with how much is known."""
    yield from check_counts("known", answered=known.answered, asked=known.asked)
    if known.answered > known.asked:
        yield "known.answered: expected no more than asked"
    yield from _parties("known.missing_from", known.missing_from, parties)
    if known.first_look and not has_answers:
        yield "known.first_look: expected answers"


def check_not_in_force(rules: Sequence[RuleNotInForce], others: Collection[str]) -> Iterator[str]:
    """Yield what is wrong with the rules that take no part because of the reference date."""
    yield from check_names("rules_not_in_force", [out.rule for out in rules])
    for index, out in enumerate(rules):
        place = f"rules_not_in_force[{index}]"
        if out.rule in others:
            yield f"{place}.rule: expected neither a finding nor undecided"
        yield from check_names(f"{place}.without", out.without)
        for name, day in (("since", out.since), ("before", out.before)):
            if day is not None and read_date(day) is None:
                yield f"{place}.{name}: expected an ISO date"


def check_links(sources: Sequence[Citation]) -> Iterator[str]:
    """Yield what is wrong with the links of sources: a page makes them something to follow."""
    for index, cited in enumerate(sources):
        if cited.link and not is_link(cited.link):
            yield f"sources[{index}].link: expected a link that begins with https://"


def check_respondents(respondents: Sequence[RespondentsSpread], parties: Sequence[PartyNames]) -> Iterator[str]:
    """Yield what is wrong with how far the people of a party lie apart."""
    for index, spread in enumerate(respondents):
        place = f"respondents[{index}]"
        yield from check_names(f"{place}.fact", (spread.fact,))
        yield from _of_party(place, spread.party, [spread.organisation] if spread.organisation else [], parties)
        yield from check_counts(place, respondents=spread.respondents)
        if not all(map(_is_answer, (spread.lowest, spread.highest))):
            yield f"{place}: expected an answer as lowest and highest"
        if (spread.lowest is None) is not (spread.highest is None):
            yield f"{place}: expected both lowest and highest, or none"


def check_organisations(organisations: Sequence[OrganisationAnswers], parties: Sequence[PartyNames]) -> Iterator[str]:
    """Yield what is wrong with what the organisations of a party say."""
    for index, found in enumerate(organisations):
        place = f"organisations[{index}]"
        yield from check_names(f"{place}.fact", (found.fact,))
        yield from _of_party(place, found.party, [*found.answers, *found.silent], parties)
        yield from _of_party(f"{place}.remarks", found.party, [*(found.remarks or ())], parties)
        for text in (found.remarks or {}).values():
            yield from _remark(f"{place}.remarks", text)


def _of_party(place: str, party: str, names: Sequence[str], parties: Sequence[PartyNames]) -> Iterator[str]:
    """Yield what is wrong with a party, and the names of its organisations."""
    known = {found.id: found.organisations for found in parties}
    yield from _parties(f"{place}.party", (party,), known)
    if len({*names}) < len(names) or not {*names}.issubset(known.get(party, ())):
        yield f"{place}: expected organisations of this party, each once"


def check_questions(
    questions: Sequence[OpenQuestion], undecided: Sequence[str], parties: Sequence[PartyNames]
) -> Iterator[str]:
    """Yield what is wrong with open questions, beside the rules that are open."""
    for index, question in enumerate(questions):
        place = f"open_questions[{index}]"
        yield from check_names(f"{place}.fact", (question.fact,))
        yield from _parties(f"{place}.party", _stated(question.party), [party.id for party in parties])
        if question.party is not None and question.organisations:
            yield from _of_party(place, question.party, question.organisations, parties)
        yield from _among(f"{place}.could_decide", question.could_decide, undecided)


def check_views(views: Sequence[Views], facts: PlainFacts) -> Iterator[str]:
    """Yield what is wrong with the views of the parties, beside what is known."""
    yield from check_names("views", [found.fact for found in views])
    for index, found in enumerate(views):
        if found.answers != facts.get(found.fact):
            yield f"views[{index}].answers: expected answers that are among the facts"
        if not all(type(score) is int for score in found.answers.values()):
            yield f"views[{index}].answers: expected scores"


def check_conditions(
    conditions: Sequence[ConditionStatus], findings: Sequence[str], facts: PlainFacts, parties: Collection[str]
) -> Iterator[str]:
    """Yield what is wrong with how conditions stand, beside what was found and known."""
    if not _is_ascending([found.number for found in conditions]):
        yield "conditions: expected each once, in order of number, from 1"
    for index, found in enumerate(conditions):
        place = f"conditions[{index}]"
        yield from _among(f"{place}.findings", found.findings, findings)
        yield from check_counts(place, answered=found.answered, asked=found.asked)
        if found.answered > found.asked:
            yield f"{place}.answered: expected no more than asked"
        yield from check_facts(f"{place}.first_look", found.first_look, parties)
        if any(facts.get(fact) != answer for fact, answer in found.first_look.items()):
            yield f"{place}.first_look: expected answers that are among the facts"
        ways = found.in_order_when or ()
        if len(ways) > 1:
            yield f"{place}.in_order_when: expected one change at the most"
        yield from _changes(f"{place}.in_order_when", ways, parties)


def check_advice(
    advice: Sequence[Advice], findings: Sequence[str], numbers: set[int], parties: Collection[str]
) -> Iterator[str]:
    """Yield what is wrong with advice, beside what was found and the numbers of the conditions."""
    if [one.rank for one in advice] != list(range(1, len(advice) + 1)):
        yield "advice: expected ranks 1, 2, 3 and so on, in this order"
    yield from _among("advice", [one.rule for one in advice], findings)
    for index, one in enumerate(advice):
        yield from _one_advice(f"advice[{index}]", one, findings, numbers, parties)


def _one_advice(
    place: str, advice: Advice, findings: Sequence[str], numbers: set[int], parties: Collection[str]
) -> Iterator[str]:
    if not numbers.issuperset((*advice.conditions, *advice.first)):
        yield f"{place}: expected conditions that are listed"
    if not advice.steps:
        yield f"{place}.steps: expected at least one"
    yield from _among(f"{place}.absorbs", advice.absorbs, findings)
    yield from _changes(f"{place}.resolved_when", advice.resolved_when or (), parties)
    if advice.resolved_when and advice.no_way_out:
        yield f"{place}.no_way_out: expected nothing, as there are changes in resolved_when"
    waiting: list[Evidence] = [*advice.because]
    while waiting:
        reason = waiting.pop()
        waiting += reason.because
        yield from check_names(f"{place}.because", [name for name in (reason.fact, reason.rule) if name is not None])
        told = (*_stated(reason.party), *(reason.value if isinstance(reason.value, Mapping) else ()))
        yield from _parties(f"{place}.because", told, parties)
        if reason.because if reason.rule is None else reason.fact is not None:
            yield f"{place}.because: expected a fact, or a rule with its reasons"


def _changes(place: str, changes: Sequence[Change], parties: Collection[str]) -> Iterator[str]:
    for index, change in enumerate(changes):
        if not change.when:
            yield f"{place}[{index}].when: expected at least one clause"
        yield from check_facts(f"{place}[{index}].facts", change.facts, parties)


def check_facts(place: str, facts: Mapping[str, object], parties: Collection[str]) -> Iterator[str]:
    """Yield what is wrong with fact types and their answers."""
    yield from check_names(place, facts)
    for name, found in facts.items():
        answers = found.values() if isinstance(found, dict) else (found,)
        yield from _parties(f"{place}.{name}", [*found] if isinstance(found, dict) else (), parties)
        if any(answer is None or not _is_answer(answer) for answer in answers):
            yield f"{place}.{name}: expected an answer"
        for chosen in answers:
            if isinstance(chosen, tuple):
                yield from check_names(f"{place}.{name}", chosen)


def _is_answer(value: object) -> bool:
    """Say whether a value can be one answer: a number has so many decimals as a count can have."""
    if isinstance(value, float):
        return round(value, MOST_DECIMALS) == value and abs(value) <= GREATEST_COUNT
    return not isinstance(value, dict)


def check_remarks(remarks: Mapping[str, object] | None, parties: Collection[str]) -> Iterator[str]:
    """Yield what is wrong with what was written beside answers."""
    if remarks is None:
        return
    yield from check_names("remarks", remarks)
    for name, found in remarks.items():
        yield from _parties(f"remarks.{name}", [*found] if isinstance(found, Mapping) else (), parties)
        for text in found.values() if isinstance(found, Mapping) else (found,):
            yield from _remark(f"remarks.{name}", text)


def _remark(place: str, text: object) -> Iterator[str]:
    if isinstance(read := read_remark(text), Problem) or read != text or not read:
        yield f"{place}: expected a remark on one line"


def check_counts(place: str, **counts: int) -> Iterator[str]:
    """Yield what is wrong with whole numbers that count something."""
    for name, count in counts.items():
        if not 0 <= count <= GREATEST_COUNT:
            yield f"{place}.{name}: expected a count".lstrip(".")


def check_names(place: str, names: Iterable[str]) -> Iterator[str]:
    """Yield what is wrong with ids."""
    found = list(names)
    if not all(map(_ID.fullmatch, found)) or len(set(found)) < len(found):
        yield f"{place}: expected ids, each once"


def _among(place: str, names: Sequence[str], known: Sequence[str]) -> Iterator[str]:
    """Yield what is wrong with names that must be some of others, in their order."""
    places = {name: index for index, name in enumerate(known)}
    if not _is_ascending([places.get(name, -1) + 1 for name in names]):
        yield f"{place}: expected rules that are listed, in the same order"


def _stated(party: str | None) -> tuple[str, ...]:
    return () if party is None else (party,)


def _parties(place: str, parties: Sequence[str], known: Collection[str]) -> Iterator[str]:
    if not set(known).issuperset(parties) or len(set(parties)) < len(parties):
        yield f"{place}: expected {' or '.join(known)}"


def _is_ascending(numbers: Sequence[int]) -> bool:
    """Say whether numbers rise, from 1 or more."""
    return all(low < high for low, high in zip([0, *numbers], numbers, strict=False))
