"""The words of a language: all that this library says by itself, in a file for each language."""

from __future__ import annotations

import functools
import importlib
import pkgutil
from collections.abc import Mapping

import attrs

from samenwerkadvies.policy import AdviceKind, Criterion, Severity
from samenwerkadvies.ruleset import DUTCH
from samenwerkadvies.wording import languages


@attrs.frozen
class Part:
    """A part of the guide for a conversation, in this order; what stands between backticks is typed."""

    title: str
    """Empty for what comes first."""
    text: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()
    points: tuple[str, ...] = ()
    table: tuple[tuple[str, ...], ...] = ()
    """The heads, and then the rows; the first cell of a row says what it is about."""
    after: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Words:
    """All that is said in one language; ``{}`` is filled in. Each has the same keys, which a test compares."""

    months: tuple[str, ...]
    """January to December."""
    answers: Mapping[str, str]
    """The words for yes, no, unknown and never in rule and case files, with what people type for them."""
    phrases: Mapping[str, str]
    """With what conditions and facts are said; ``wording.sentences`` puts them together."""
    severities: Mapping[Severity, str]
    kinds: Mapping[AdviceKind, str]
    kind_reasons: Mapping[AdviceKind, str]
    """Why advice of a kind stands above what is as serious."""
    criteria: Mapping[Criterion | None, str]
    """Why an advice stands above the next, by the criterion that decides it; None: the order of the files alone."""
    as_serious: str
    report: Mapping[str, str]
    """Headings and fixed sentences of advice, comparisons and explained outcomes."""
    page: Mapping[str, str]
    """What a page says besides."""
    guide: tuple[Part, ...]
    """How to lead the conversation."""
    groups: Mapping[str, str]
    """What is said of groups of partnerships beside each other."""
    beside: Mapping[str, str]
    """What is said of one partnership beside others."""
    years: Mapping[str, str]
    """What is said of two tables of the same partnerships beside each other."""
    rule: Mapping[str, str]
    """Headings of an explained rule."""
    interview: Mapping[str, str]
    book: Mapping[str, str]
    """What a workbook with results says before them."""
    heads: Mapping[str, str]
    """The columns of tables of advice, as heads that people read."""
    codebook: Mapping[str, str]
    """The columns of tables of answers and results, as who works on with them reads them."""
    notebook: Mapping[str, str]
    """What notebooks say of many partnerships and of rules."""
    pictures: Mapping[str, str]
    """Titles, axes and legends of pictures, and what they show in words."""
    sql: Mapping[str, str]
    """Comments in SQL."""


@functools.cache
def words_in(language: str) -> Words:
    """Return the words of one of ``LANGUAGES``."""
    found: Words = importlib.import_module(f"{languages.__name__}.{language}").WORDS
    return found


_FOUND = (found.name for found in pkgutil.iter_modules(languages.__path__))
LANGUAGES = tuple(sorted(_FOUND, key=lambda name: (name != DUTCH, name)))
"""The languages that there are words in, Dutch first."""
