"""Which answer a column holds: its head is a name, or the question or label of a fact as survey programs write it."""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path

import attrs

from samenwerkadvies.bilingual import all_of
from samenwerkadvies.errors import MOST_PROBLEMS, InvalidFactsError, Problem, nearest, quoted
from samenwerkadvies.facts import part_of
from samenwerkadvies.frames.reading import column_names, option_columns
from samenwerkadvies.known import column_name, never_column
from samenwerkadvies.loading.documents import Section, read_document
from samenwerkadvies.loading.texts import read_text
from samenwerkadvies.ruleset import DUTCH
from samenwerkadvies.tables.opening import open_tables
from samenwerkadvies.tables.table import ROW, UNREAD, TextFile, pl
from samenwerkadvies.vocabulary import Kind, Vocabulary

_YAML = (".yaml", ".yml")


@attrs.frozen
class Heads:
    """What the heads of a table mean."""

    renamed: Mapping[str, str]
    """Heads with the name that we have for their column."""
    others: tuple[str, ...]
    """Heads of columns that hold no answer."""


def heads_of(columns: Sequence[str], vocabulary: Vocabulary, own: Collection[str], given: Mapping[str, str]) -> Heads:
    """Say what the heads of a table mean.

    Capitals, spaces, punctuation and a number in front do not count. A question that each party answers for itself
    needs the party in front of it or behind it.

    Args:
        columns: the heads.
        vocabulary: the facts that can be answered.
        own: the names of columns that hold no answer: those of the caller, and of names and dates.
        given: heads with the name of a column, by somebody who knows.

    Raises:
        InvalidFactsError: for a question without a party, for heads that mean the same, and for given heads that are
            not there.
    """
    names = known_columns(vocabulary)
    meanings = _meanings(vocabulary, [*names, *own])
    perceptions = {_normal(text): fact for text, fact, party in _texts(vocabulary) if party}
    renamed: dict[str, str] = {}
    others: list[str] = []
    problems = [
        Problem(
            code="TABEL07",
            message=f"kolom {quoted(head)} uit de lijst met kolommen staat niet in de tabel",
            expected="een kolom die in de tabel staat",
            hint=nearest(head, columns),
        )
        for head, column in given.items()
        if not {head, column} & set(columns)  # rows that were set aside come back with the names that we have
    ]
    for head in columns:
        column = given.get(head) or (head if head in names or head in own else _meant(head, meanings))
        if column is not None:
            renamed[head] = column
        elif fact := _meant(head, {text: {fact} for text, fact in perceptions.items()}):
            first = next(iter(vocabulary.declared.values())).texts[DUTCH].name
            expected = f"de partij erachter, zoals {quoted(f'{head} ({first})')}"
            message = f"kolom {quoted(head)} is een vraag aan elke partij ({fact})"
            problems.append(Problem(code="TABEL01", message=message, expected=expected))
        else:
            others.append(head)
    for column in dict.fromkeys(renamed.values()):
        heads = [quoted(head) for head, other in renamed.items() if other == column]
        if len(heads) > 1:
            message = f"kolommen {all_of(heads)} betekenen allebei {quoted(column)}"
            problems.append(Problem(code="TABEL01", message=message, expected="één kolom voor elk antwoord"))
    if problems:
        raise InvalidFactsError(problems[:MOST_PROBLEMS])
    return Heads({head: column for head, column in renamed.items() if head != column}, tuple(others))


def known_columns(vocabulary: Vocabulary) -> list[str]:
    """Return the names of all columns that hold an answer."""
    never = [never_column(fact.id) for fact in vocabulary.facts.values() if fact.may_be_never]
    options = (name for slot in vocabulary.slots for name in option_columns(vocabulary, slot))
    return [*column_names(vocabulary), *options, *never]


def _texts(vocabulary: Vocabulary) -> Iterator[tuple[str, str, str | None]]:
    """Yield the labels and questions of every answer, with its fact and party; with an option behind them its part."""
    for fact in vocabulary.facts.values():
        several = fact.options if fact.kind is Kind.CHOICES else ()
        for texts, party in itertools.product(fact.texts.values(), fact.parties):
            for said in (texts.label, texts.question):
                yield said, fact.id, party
                yield from ((f"{said} {texts.options[each].label}", part_of(fact.id, each), party) for each in several)
        for party in filter(None, fact.parties):
            yield fact.id, fact.id, party


def _meanings(vocabulary: Vocabulary, names: Sequence[str]) -> Mapping[str, set[str]]:
    found: dict[str, set[str]] = {}
    for name in names:
        found.setdefault(_normal(name), set()).add(name)
    called: dict[str, list[str]] = {}
    for word, named in vocabulary.party_words.items():
        called.setdefault(named, []).append(word)
    for text, fact, party in _texts(vocabulary):
        around = [f"{text} {word}" for word in called[party]] if party else [text]
        around += [f"{word} {text}" for word in called[party]] if party else []
        for written in around:
            found.setdefault(_normal(written), set()).add(column_name((fact, party)))
    return found


def _meant(head: str, meanings: Mapping[str, set[str]]) -> str | None:
    """Return the one thing that a head can mean; None where it is none or more."""
    text = _normal(head)
    found = meanings.get(text) or meanings.get(_NUMBER.sub("", text)) or ()
    return next(iter(found)) if len(found) == 1 else None


_NUMBER = re.compile("^(?:g[0-9]+)?(?:q|v|vraag)? ?[0-9]+ (?:sq[0-9]+ )?")
"""What stands in front of a question: a number, or a code of LimeSurvey (``G01Q02[SQ001].``)."""


def _normal(text: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", text.casefold()))


def read_columns(path: Path, vocabulary: Vocabulary, own: Collection[str]) -> Mapping[str, str]:
    """Read which column holds which answer: a table with a head and two columns, or YAML.

    Raises:
        InvalidFactsError: when it cannot be read, with every name that is no answer, and heads that stand there twice.
    """
    known = [*known_columns(vocabulary), *own]
    pairs = list(_from_yaml(path) if path.suffix.lower() in _YAML else _from_table(path, known))
    problems = []
    for head, column in pairs:
        place = f"{path}, kolom {quoted(head)}"
        if column not in known:
            message, hint = f"onbekend feit {quoted(column)}", nearest(column, known)
            problems.append(
                Problem(
                    code="TABEL07",
                    message=message,
                    place=place,
                    expected="een kolom zoals in een lege tabel",
                    hint=hint,
                )
            )
    heads = [head for head, _ in pairs]
    for head in dict.fromkeys(heads):
        if heads.count(head) > 1:
            message = f"kolom {quoted(head)} staat er twee keer"
            problems.append(Problem(code="TABEL07", message=message, place=str(path), expected="elke kolom één keer"))
    if problems:
        raise InvalidFactsError(problems[:MOST_PROBLEMS])
    return dict(pairs)


_EXPECTED = "twee kolommen: de naam in je tabel, en het feit; of in YAML 'naam in je tabel: feit'"


def _from_yaml(path: Path) -> Iterator[tuple[str, str]]:
    document = read_document(read_text(path, str(path)), str(path))
    if not isinstance(document, Section):
        raise InvalidFactsError(
            [Problem(code="TABEL07", message="dit is geen lijst met kolommen", place=str(path), expected=_EXPECTED)]
        )
    for head, column in document.items():
        yield str(head), column if isinstance(column, str) else ""


def _from_table(path: Path, known: Collection[str]) -> Iterator[tuple[str, str]]:
    table = next(iter(open_tables(path, TextFile()).values()))
    if len(table.columns) != len(("naam", "feit")):
        raise InvalidFactsError(
            [Problem(code="TABEL07", message="dit is geen lijst met kolommen", place=str(path), expected=_EXPECTED)]
        )
    if table.columns[1] in known:  # a list without a head
        yield table.columns[0], table.columns[1]
    for part in table.parts():
        rows = part.drop(ROW, UNREAD, strict=False)
        filled = rows.filter(pl.any_horizontal(pl.all().is_not_null())).fill_null("")
        yield from ((str(head), str(column)) for head, column in filled.iter_rows())
