"""What stands behind the one answer of a party: the spread of its people, and what each of its organisations says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import attrs
from msgspec.structs import replace

from samenwerkadvies.advising.assessment import Assessment
from samenwerkadvies.advising.contents import OrganisationAnswers, PartyNames, RespondentsSpread
from samenwerkadvies.frozen import FrozenDict
from samenwerkadvies.known import plain_answer, plain_answers
from samenwerkadvies.partnership import Partnership
from samenwerkadvies.remarks import plain_remarks
from samenwerkadvies.vocabulary import Vocabulary
from samenwerkadvies.wording.organisations import said_by_organisations
from samenwerkadvies.wording.sentences import Sentences


def respondents_of(partnership: Partnership, sentences: Sentences) -> Iterator[RespondentsSpread]:
    """Yield how far the people of one party or organisation lie apart."""
    for spread in partnership.spreads:
        text = sentences.divided(spread) if spread.is_divided else ""
        ends = {name: plain_answer(getattr(spread, name)) for name in ("lowest", "highest")}
        yield RespondentsSpread(**attrs.asdict(spread, recurse=False) | ends, text=text)


def organisations_of(partnership: Partnership, sentences: Sentences) -> Iterator[OrganisationAnswers]:
    """Yield what the organisations of one party answer to each question that one of them answered."""
    found = partnership.organisations
    for slot in (slot for slot in found.asked if slot in found.said or slot in found.remarks):
        (fact, _), given = slot, found.said.get(slot, {})
        few = [each.organisation for each in partnership.spreads if each.fact == fact and not each.is_shown]
        hidden = [name for name in given if name in few]
        shown: Any = plain_answers({fact: {name: given[name] for name in given if name not in hidden}})[fact]
        remarks = ((name, text) for name, text in found.remarks.get(slot, {}).items() if name not in hidden)
        yield OrganisationAnswers(
            fact=fact,
            party=found.asked[slot],
            answers=FrozenDict.of_frozen(shown),
            silent=found.silent(slot),
            is_divided=len({*shown.values()}) > 1,
            remarks=FrozenDict(remarks) or None,
            text=said_by_organisations(slot, hidden, partnership, sentences),
        )


def with_names(parties: tuple[PartyNames, ...], partnership: Partnership) -> tuple[PartyNames, ...]:
    """Return the parties with the names of their organisations, where several take part."""
    names = partnership.organisations.names
    return tuple(replace(party, organisations=names.get(party.id, ())) for party in parties) if names else parties


def shown_remarks(partnership: Partnership) -> FrozenDict[str, Any] | None:
    """Return what people wrote beside answers, but those that may not be shown; None where nothing is left."""
    if not partnership.remarks:
        return None
    shown = {slot: text for slot, text in partnership.remarks.items() if slot not in partnership.hidden}
    return FrozenDict(plain_remarks(shown)) or None


def case_of(assessment: Assessment, vocabulary: Vocabulary) -> dict[str, object]:
    """Return the case of which an assessment tells; all its answers are there when none is hidden."""
    names = {party.id: [*party.organisations] for party in assessment.parties if party.organisations}
    facts: dict[str, Any] = {}
    remarks: dict[str, Any] = {**(assessment.remarks or {})}
    for name, found in assessment.facts.items():
        if isinstance(found, Mapping):
            facts[name] = {party: answer for party, answer in found.items() if party not in names}
        else:
            facts[name] = found
    for each in assessment.organisations:
        fact = vocabulary.facts.get(each.fact)
        for told, said in ((facts, each.answers), (remarks, each.remarks)):
            if said and fact is not None and fact.asked_of:
                told[each.fact] = said
            elif said:
                told[each.fact] = {**told.get(each.fact, {}), each.party: said}
    case = {"naam": assessment.partnership, "peildatum": assessment.reference_date}
    return {**case, "feiten": facts, "toelichting": remarks, **({"organisaties": names} if names else {})}
