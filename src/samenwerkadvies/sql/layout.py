"""How SQL is laid out for readers: names and expressions by sqlglot, lines and comments by hand."""

from __future__ import annotations

import enum
import textwrap
from collections.abc import Iterable, Mapping, Sequence

import attrs

from samenwerkadvies.errors import MissingDependencyError, UsageError
from samenwerkadvies.ruleset import Ruleset
from samenwerkadvies.wording.words import words_in

try:
    from sqlglot import exp
except ImportError as _error:  # pragma: no cover - tested in a Python of its own
    raise MissingDependencyError("SQL needs more: pip install 'samenwerkadvies[sql]'") from _error

__all__ = ["WIDTH", "Dialect", "Layout", "comment", "exp", "heading", "indented", "listed"]

WIDTH = 100
_LONGEST_NAME = 63
_JOINS: Mapping[type, str] = {exp.And: "AND ", exp.Or: "OR ", exp.Add: "+ "}


class Dialect(enum.StrEnum):
    """The databases whose SQL can be written: those in which the tests run it."""

    DUCKDB = "duckdb"
    POSTGRES = "postgres"
    SPARK = "spark"


@attrs.frozen
class Layout:
    """Writes the SQL of one dialect as lines."""

    dialect: Dialect

    def sql(self, found: exp.Expr) -> str:
        """Return an expression on one line."""
        return found.sql(dialect=self.dialect.value)

    def name(self, name: str) -> str:
        """Return a name in quotes."""
        return self.sql(exp.to_identifier(name, quoted=True))

    def table_name(self, name: str) -> str:
        """Return the name of a table or view, which may have parts with dots between them.

        Raises:
            UsageError: for a part that the database does not take.
        """
        return ".".join(self.name(part) for part in map(self._checked, name.split(".")))

    def check_columns(self, names: Iterable[str]) -> None:
        """Refuse names that the database does not take, or does not tell apart.

        Raises:
            UsageError: for the first of them.
        """
        known: set[str] = set()
        for name in map(self._checked, names):
            if name.casefold() in known:
                raise UsageError(f"two columns would have the name {name!r}: rename one of them")
            known.add(name.casefold())

    def _checked(self, name: str) -> str:
        if not (name and name.isprintable()):
            raise UsageError(f"{name!r} cannot be a name in a database")
        if self.dialect is Dialect.POSTGRES and len(name.encode()) > _LONGEST_NAME:
            raise UsageError(f"PostgreSQL cuts names after {_LONGEST_NAME} bytes: {name!r} is longer")
        return name

    def item(self, found: exp.Expr, name: str) -> list[str]:
        """Return a column of a SELECT."""
        *lines, last = self._laid_out(found)
        if isinstance(found, exp.Column) and found.name == name:
            return [last]
        alias = f"AS {self.name(name)}"
        is_short = len(last) + len(alias) <= WIDTH and (not lines or isinstance(found, exp.Case))
        return [*lines, f"{last} {alias}"] if is_short else [*lines, last, alias]

    def _laid_out(self, found: exp.Expr) -> list[str]:
        """Return an expression as lines, broken where it joins its parts."""
        flat = self.sql(found)
        if len(flat) <= WIDTH:
            return [flat]
        match found:
            case exp.And() | exp.Or() | exp.Add():
                first, *rest = map(self._laid_out, found.flatten(unnest=False))
                return [*first, *(line for part in rest for line in _after(_JOINS[type(found)], part))]
            case exp.Not():
                return _after("NOT ", self._laid_out(found.this))
            case exp.Paren():
                return ["(", *indented(self._laid_out(found.this)), ")"]
            case exp.Case():
                branches = [line for branch in found.args["ifs"] for line in indented(self._branch(branch))]
                return ["CASE", *branches, f"  ELSE {self.sql(found.args['default'])}", "END"]
            case _:
                return [flat]

    def _branch(self, branch: exp.If) -> list[str]:
        when, then = self._laid_out(branch.this), f"THEN {self.sql(branch.args['true'])}"
        return ["WHEN", *indented(when), then] if when[1:] else [f"WHEN {when[0]} {then}"]


def heading(ruleset: Ruleset, language: str, texts: Iterable[str]) -> list[str]:
    """Return which rules these are and what there is to say of them, as comments."""
    words = words_in(language).sql
    named = words["ruleset"].format(ruleset.name, ruleset.version)
    told = (named, words["fingerprint"].format(ruleset.fingerprint), *texts)
    return [line for text in told for line in comment(text)]


def comment(text: str) -> list[str]:
    """Return a text as lines of comment, which nothing in the text can end."""
    shown = "".join(letter if letter.isprintable() else " " for letter in text)
    # Spark reads on after a backslash at the end of a line, and fills in what stands in ${}
    shown = shown.replace("\\", "/").replace("${", "$ {")
    return [f"-- {line}" for line in textwrap.wrap(shown, WIDTH, break_on_hyphens=False)]


def indented(lines: Iterable[str]) -> list[str]:
    """Return lines two spaces to the right."""
    return [f"  {line}" if line else "" for line in lines]


def listed(items: Iterable[Sequence[str]], word: str = "") -> list[str]:
    """Return items below each other, with commas between them and a word before the first."""
    *others, last = items
    lines = [line for item in others for line in (*item[:-1], f"{item[-1]},")]
    return _after(word, [*lines, *last])


def _after(word: str, lines: Sequence[str]) -> list[str]:
    return [f"{word}{lines[0]}", *lines[1:]]
