"""A partnership: what is known about one case at a reference date; what is not known stays unknown."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from fractions import Fraction
from typing import Self

import attrs

from samenwerkadvies.errors import InvalidFactsError, Location, Problem, Text, listed, nearest, quoted, shortened
from samenwerkadvies.vocabulary import Answer, Vocabulary, read_date

Slot = tuple[str, str | None]
"""A fact type and the party that answers it; None: one shared answer."""
_SHARED = (None,)

CASE_KEYS = ("naam", "peildatum", "feiten", "toelichting")


@attrs.frozen
class Partnership:
    """The facts of one case.

    ``answers`` maps the id of a fact type to its answer, or, for a perception, to a mapping of party to
    answer. Only known answers stand in it. Make one with ``from_facts`` or ``from_case``, which check.
    """

    reference_date: datetime.date
    answers: Mapping[str, Answer | dict[str, Answer]] = attrs.field(factory=dict)
    name: str = ""

    def answer(self, fact: str, party: str | None = None) -> Answer | None:
        """Return the answer of a party (or, with None, the shared answer); None when it is unknown."""
        found = self.answers.get(fact)
        if isinstance(found, dict):
            return found.get(party) if party is not None else None
        return found

    def slots(self) -> frozenset[Slot]:
        """Return which answers are known: fact type and party (None for a shared answer)."""
        return frozenset(
            (fact, party)
            for fact, answer in self.answers.items()
            for party in (answer if isinstance(answer, dict) else _SHARED)
        )

    @classmethod
    def from_facts(
        cls,
        facts: Mapping[str, object],
        vocabulary: Vocabulary,
        *,
        reference_date: datetime.date | str,
        name: str = "",
    ) -> Self:
        """Check a mapping of fact ids to answers.

        Raises:
            InvalidFactsError: with every unknown fact and every answer that does not fit.
        """
        answers, problems = vocabulary.read_answers(facts)
        date = read_date(reference_date)
        if date is None:
            problems.append(_bad_date(reference_date, None))
        if problems or date is None:
            raise InvalidFactsError(problems)
        return cls(reference_date=date, answers=answers, name=name)

    @classmethod
    def from_case(
        cls,
        case: Mapping[str, object],
        vocabulary: Vocabulary,
        *,
        reference_date: datetime.date | str | None = None,
    ) -> Self:
        """Check a case: a mapping with ``naam``, ``peildatum``, ``feiten`` and, if wanted, ``toelichting``.

        A ``reference_date`` that is given comes before the ``peildatum`` of the case.

        Raises:
            InvalidFactsError: with everything that is wrong with the case, a missing reference date too.
        """
        problems = [_unknown_key(key) for key in case if key not in CASE_KEYS]
        facts = case.get("feiten", {})
        answers: dict[str, Answer | dict[str, Answer]] = {}
        if isinstance(facts, Mapping):
            answers, found = vocabulary.read_answers(facts)
            problems += found
        elif facts is not None:
            expected = "feiten met hun antwoord, zoals 'feit: 2'"
            problems.append(Problem("CASUS02", "'feiten' is geen lijst van feiten", _at(facts), "feiten", expected))
        if "feiten" not in case:
            expected = f"een casus met {listed(CASE_KEYS[:3], 'en')}"
            problems.append(Problem("CASUS03", "deze casus heeft geen 'feiten'", _at(case), "", expected))
        name = case.get("naam")
        if not (name is None or isinstance(name, str)):
            problems.append(
                Problem("CASUS02", "'naam' is geen tekst", _at(name), "naam", "een naam tussen aanhalingstekens")
            )
        stated = case.get("peildatum") if reference_date is None else reference_date
        date = read_date(stated)
        if date is None and stated not in (None, ""):
            problems.append(_bad_date(stated, stated))
        if stated in (None, ""):
            expected = "'peildatum: 2026-03-01' in de casus (of --date, of reference_date)"
            problems.append(Problem("CASUS05", "er is geen peildatum", _at(case), "peildatum", expected))
        if problems or date is None:
            raise InvalidFactsError(problems)
        return cls(reference_date=date, answers=answers, name=str(name or ""))


def perceived(name: str, party: str, partnership: Partnership, vocabulary: Vocabulary) -> Answer | Fraction | None:
    """Return what a party answers on a perception, or its average."""
    average = vocabulary.averages.get(name)
    if average is None:
        return partnership.answer(name, party)
    scores = [partnership.answer(part, party) for part in average.parts]
    known = [score for score in scores if isinstance(score, int)]
    return Fraction(sum(known), len(scores)) if len(known) == len(scores) else None


def _at(value: object) -> Location | None:
    return getattr(value, "at", None)


def _unknown_key(key: object) -> Problem:
    return Problem(
        "CASUS01",
        f"onbekend onderdeel {quoted(key)} in een casus",
        location=key.at if isinstance(key, Text) else None,
        place=shortened(key),
        expected=listed(CASE_KEYS),
        hint=nearest(shortened(key), CASE_KEYS),
    )


def _bad_date(stated: object, raw: object) -> Problem:
    return Problem("CASUS04", f"{quoted(stated)} is geen datum", _at(raw), "peildatum", "een datum zoals 2026-03-01")
