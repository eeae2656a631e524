"""What each column of answers and of results holds, for who works on with them elsewhere."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from typing import get_args

import attrs

from samenwerkadvies.advising import Status
from samenwerkadvies.advising.contents import parties_of
from samenwerkadvies.frames.completeness import TOGETHER, by_party
from samenwerkadvies.frames.reading import column_names, option_columns
from samenwerkadvies.known import never_column
from samenwerkadvies.ruleset import DUTCH, Ruleset
from samenwerkadvies.tables.choices import ResultTable
from samenwerkadvies.vocabulary import SCALE, FactType, Kind
from samenwerkadvies.wording.numbers import number_in
from samenwerkadvies.wording.words import words_in

FACTS = "facts"
"""What stands in the codebook as the table of the answers, beside those with results."""
_COUNT, _TEXT, _YES_NO, _CHOICE = Kind.COUNT.value, "tekst", Kind.YES_NO.value, Kind.CHOICE.value


@attrs.frozen
class Variable:
    """A column: what it holds, in one language."""

    table: str
    column: str
    label: str
    kind: str
    """As in a rule file; ``tekst`` for text."""
    unit: str = ""
    values: Mapping[str, str] = attrs.field(factory=dict)
    """What may stand in it, in order, with what that means; empty where it is a number, a day or any text."""
    missing: str = ""
    """What an empty cell means; empty where none is."""
    who: str = ""
    """Who answers."""
    source: str = ""


def codebook(ruleset: Ruleset, language: str = DUTCH) -> tuple[Variable, ...]:
    """Return every column of answers, and of each table of results."""
    results = (found for table in get_args(ResultTable) for found in result_variables(table, ruleset, language))
    return (*_of_facts(ruleset, language), *results)


def _of_facts(ruleset: Ruleset, language: str) -> Iterator[Variable]:
    words, names = words_in(language).codebook, {party.id: party.name for party in parties_of(ruleset, language)}
    for column, (name, party) in column_names(ruleset.vocabulary).items():
        fact = ruleset.vocabulary.facts[name]
        texts, asked = fact.texts[language], party or fact.asked_of
        made = Variable(
            FACTS,
            column,
            texts.question,
            fact.kind.value,
            unit=_unit(fact, language),
            values=_answers(fact, language),
            missing=words["no answer"],
            who=names[asked] if asked else words["together"],
            source="; ".join(ruleset.sources[language][source].title for source in fact.sources),
        )
        yield made
        for each, option in zip(option_columns(ruleset.vocabulary, (name, party)), fact.options, strict=False):
            label = f"{texts.question} {texts.options[option].label}"
            yield attrs.evolve(made, column=each, label=label, kind=_YES_NO, values=_yes_no(language))
        if fact.may_be_never:
            yes_no = _yes_no(language)
            yield attrs.evolve(made, column=never_column(name), label=texts.never, kind=_YES_NO, values=yes_no)


def _unit(fact: FactType, language: str) -> str:
    unit = fact.texts[language].unit
    if not fact.decimals:
        return unit
    step = number_in(language, Decimal(1).scaleb(-fact.decimals))
    return words_in(language).codebook["steps of"].format(unit, step)


def _yes_no(language: str) -> dict[str, str]:
    words = words_in(language).report
    return {"ja": words["yes"], "nee": words["no"]}


def _answers(fact: FactType, language: str) -> dict[str, str]:
    texts, (least, most) = fact.texts[language], SCALE
    if fact.kind is Kind.YES_NO:
        return _yes_no(language)
    if fact.kind is Kind.SCALE:
        ends = {least: texts.lowest, most: texts.highest}
        return {str(score): ends.get(score, "") for score in range(least, most + 1)}
    return {option: texts.options[option].label for option in fact.options}


def result_variables(table: ResultTable, ruleset: Ruleset, language: str) -> tuple[Variable, ...]:
    """Return the columns of a table of results, in order, without those that a caller keeps."""
    words = words_in(language)
    said = words.codebook

    def column(name: str, kind: str = _TEXT, *, missing: str = "", values: Mapping[str, str] | None = None) -> Variable:
        return Variable(table, name, said[name], kind, values=values or {}, missing=said[missing] if missing else "")

    statuses = {status.value: words.report[status.value] for status in Status}
    severities = {severity.value: word for severity, word in words.severities.items()}
    kinds = {kind.value: word for kind, word in words.kinds.items()}
    yes_no = {"true": words.report["yes"], "false": words.report["no"]}
    status = functools.partial(Variable, table, kind=_CHOICE, values=statuses)
    of_conditions = [
        status(f"condition_{number}", said["status of"].format(number, found.texts[language].short_title))
        for number, found in ruleset.conditions.items()
    ]
    short = {party.id: party.texts[language].short for party in ruleset.vocabulary.declared.values()}
    of_parties = [
        Variable(
            table, f"{what}_{party or TOGETHER}", said[f"{what} by"].format(short.get(party, said["together"])), _COUNT
        )
        for party in by_party(ruleset)
        for what in ("answered", "asked")
    ]
    shown = [
        Variable(table, f"advice_{nth}", said["advice"].format(nth), _TEXT, missing=said["no advice"])
        for nth in range(1, 1 + ruleset.policy.shown_first)
    ]
    outcomes = [
        Variable(
            table,
            rule.id,
            said["outcome"].format(rule.texts[language].finding),
            _YES_NO,
            values=yes_no,
            missing=said["no outcome"],
            source="; ".join(ruleset.sources[language][source].title for source in rule.sources),
        )
        for rule in ruleset.rules.values()
    ]
    texts = [column("finding"), column("steps")]
    columns: dict[str, Callable[[], list[Variable]]] = {
        "partnerships": lambda: [
            *(column(name, _YES_NO, values=yes_no) for name in ("provisional", "first_look")),
            *(column(name, _COUNT) for name in ("checks", "findings", "undecided", "answered", "asked")),
            *of_parties,
            *shown,
            *of_conditions,
        ],
        "advice": lambda: [
            column("rank", _COUNT),
            column("rule"),
            column("conditions"),
            column("severity", _CHOICE, values=severities),
            column("kind", _CHOICE, values=kinds),
            column("title"),
            column("absorbed_by", missing="not absorbed"),
            *texts,
        ],
        "conditions": lambda: [
            column("condition", _COUNT),
            column("title"),
            status("status", said["status"]),
            *(column(name, _COUNT) for name in ("findings", "answered", "asked")),
        ],
        "statuses": lambda: of_conditions,
        "undecided": lambda: [column("rule"), *texts],
        "checks": lambda: [column("rule"), column("finding")],
        "not_in_force": lambda: [column("rule")],
        "remarks": lambda: [column("fact"), column("party", missing="no party"), column("remark")],
        "outcomes": lambda: outcomes,
    }
    return (column("partnership"), *columns[table]())
