"""The table with the answers that the SQL of the rules reads."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from typing import ClassVar

import attrs

from samenwerkadvies.known import column_name, never_column
from samenwerkadvies.ruleset import DUTCH, Language, Ruleset
from samenwerkadvies.sql.expressions import column, date_of, is_there, number, text
from samenwerkadvies.sql.layout import WIDTH, Dialect, Layout, comment, exp, heading, indented, listed
from samenwerkadvies.vocabulary import GREATEST_COUNT, SCALE, FactTexts, FactType, Kind, number_of
from samenwerkadvies.wording.words import words_in

_TYPES: Mapping[Kind, str] = {
    Kind.YES_NO: "boolean",
    Kind.COUNT: "bigint",
    Kind.SCALE: "smallint",
    Kind.CHOICE: "text",
    Kind.CHOICES: "boolean",
    Kind.DATE: "date",
}
_DIGITS = len(str(GREATEST_COUNT))
"""Of the greatest count, with all its decimals."""


@attrs.frozen
class AnswerTable:
    """A table with one row for each partnership, in the columns that ``assess_frame`` reads.

    ``name`` may have parts, as in ``schema.table``. ``reference_date`` is a column, or one date for all.
    """

    DATE: ClassVar = "peildatum"

    name: str = "samenwerkingen"
    partnership: str = "naam"
    reference_date: datetime.date | str = DATE

    @property
    def own_columns(self) -> tuple[tuple[str, exp.Condition], tuple[str, exp.Condition]]:
        """The name and the reference date, each with how it is made from the table."""
        date = self.reference_date
        dated = (date, column(date)) if isinstance(date, str) else (self.DATE, date_of(date))
        return (self.partnership, column(self.partnership)), dated


def table_to_sql(
    ruleset: Ruleset,
    dialect: Dialect,
    table: AnswerTable = AnswerTable(),
    *,
    language: Language = DUTCH,
) -> str:
    """Return the CREATE TABLE for the answers; what a column takes is checked, except in Spark, which has no CHECK.

    Raises:
        UsageError: for a name that the database does not take, or two columns of one name.
    """
    layout = Layout(dialect)
    own = [name for name, found in table.own_columns if isinstance(found, exp.Column)]
    columns = list(_columns(ruleset, layout, language, table.own_columns[1][1]))
    layout.check_columns([*own, *(name for name, _ in columns)])
    types = zip(own, ("text", "date"), strict=False)
    items = [[f"{layout.name(name)} {_type(kind, layout)} NOT NULL"] for name, kind in types]
    items += [lines for _, lines in columns]
    lines = [f"CREATE TABLE {layout.table_name(table.name)} (", *indented(listed(items)), ");"]
    return "\n".join([*heading(ruleset, language, [words_in(language).sql["table"]]), *lines]) + "\n"


def _columns(
    ruleset: Ruleset, layout: Layout, language: str, reference_date: exp.Condition
) -> Iterator[tuple[str, list[str]]]:
    """Yield the name and the lines of each column with answers."""
    number_before, vocabulary = None, ruleset.vocabulary
    for fact, party in ((vocabulary.facts[name], party) for name, party in vocabulary.slots):
        texts, name, lines = fact.texts[language], column_name((fact.id, party)), [""]
        if fact.condition not in (None, number_before):
            number_before = fact.condition
            title = ruleset.conditions[fact.condition].texts[language].title
            lines += [*comment(f"=== {fact.condition}. {title}"), ""]
        declared = ruleset.vocabulary.declared.get(party or fact.asked_of or "")
        lines += comment(texts.question + (f" ({declared.texts[language].full})" if declared else ""))
        if fact.kind is Kind.CHOICES:
            yield from _options(fact, party, lines, layout, texts)
            continue
        lines += comment(_in_words(fact, texts))
        yield name, [*lines, *_declared(name, _type_of(fact), _fits(fact, name, reference_date), layout)]
        if fact.may_be_never:
            never = never_column(fact.id)
            is_one = exp.not_(exp.and_(column(never), is_there(name)))
            yield never, ["", *comment(texts.never), *_declared(never, "boolean", is_one, layout)]


def _options(
    fact: FactType, party: str | None, about: list[str], layout: Layout, texts: FactTexts
) -> Iterator[tuple[str, list[str]]]:
    """Yield a column for each option that can be chosen; all of them are known, or none."""
    names = [column_name((part.id, party)) for part in fact.parts]
    for option, name in zip(fact.options, names, strict=True):
        lines = [*(about if name == names[0] else []), *comment(texts.options[option].label)]
        alike = exp.EQ(this=exp.paren(is_there(name)), expression=exp.paren(is_there(names[0])))
        yield name, [*lines, *_declared(name, "boolean", None if name == names[0] else alike, layout)]


def _type_of(fact: FactType) -> str:
    return f"decimal({_DIGITS}, {fact.decimals})" if fact.decimals else _TYPES[fact.kind]


def _type(kind: str, layout: Layout) -> str:
    return layout.sql(exp.DataType.build(kind))


def _declared(name: str, kind: str, fits: exp.Condition | None, layout: Layout) -> list[str]:
    declared = f"{layout.name(name)} {_type(kind, layout)}"
    if fits is None or layout.dialect is Dialect.SPARK:
        return [declared]
    check = f"CHECK ({layout.sql(fits)})"
    return [f"{declared} {check}"] if len(declared) + len(check) < WIDTH else [declared, f"  {check}"]


def _fits(fact: FactType, name: str, reference_date: exp.Condition) -> exp.Condition | None:
    """Return what holds for the answers that a fact type takes; None where the type of the column says it."""
    if fact.kind is Kind.CHOICE:
        return column(name).isin(*map(text, fact.options))
    if fact.is_past:
        return exp.LTE(this=column(name), expression=reference_date)
    if fact.kind not in (Kind.COUNT, Kind.SCALE):
        return None
    low, high = (number(number_of(fact, end)) for end in fact.range)
    if fact.maximum == GREATEST_COUNT and fact.kind is Kind.COUNT:
        return exp.GTE(this=column(name), expression=low)
    return exp.Between(this=column(name), low=low, high=high)


def _in_words(fact: FactType, texts: FactTexts) -> str:
    """Return what the answers mean, where that must be told; empty where it need not."""
    if fact.kind is Kind.SCALE and texts.lowest:
        return f"{SCALE[0]}: {texts.lowest}; {SCALE[1]}: {texts.highest}"
    return texts.unit or "; ".join(f"{option}: {texts.options[option].label}" for option in fact.options)
