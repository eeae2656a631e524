"""Random typed rulesets over the invented facts of `building`, and random partnerships with unknowns."""

import datetime
import functools
import tempfile
from pathlib import Path
from typing import Any

import attrs
from hypothesis import strategies as st

from building import PARTIES, SEVERAL, facts_of_parties, rules, ruleset_from, small_ruleset
from samenwerkadvies import FactType, Ruleset, Vocabulary
from samenwerkadvies.grammar.beside import with_facts
from samenwerkadvies.grammar.parser import ExpressionError, parse
from samenwerkadvies.grammar.tree import Expression
from samenwerkadvies.grammar.typecheck import type_problems
from samenwerkadvies.in_force import holding_always
from samenwerkadvies.inquiry.contradictions import contradictions
from samenwerkadvies.validity import ALWAYS, Validity
from samenwerkadvies.vocabulary import number_of

MORE = """\
  begin:
    {soort: datum, wie: samen, toekomst: nee, label: het begin, vraag: Wanneer?, nooit: het is nooit begonnen}
  uren:
    soort: aantal
    wie: samen
    beter: meer
    decimalen: 1
    hoogstens: 7,5
    label: de uren
    vraag: Hoeveel uur?
    eenheid: uur
    zin: "er is {aantal} uur"
  tijd:
    soort: aantal
    wie: ieder
    beter: meer
    decimalen: 2
    hoogstens: 9
    label: de tijd
    vraag: Hoeveel tijd?
    eenheid: uur
    zin: "er is {aantal} uur tijd"
  koks:
    soort: aantal
    wie: ieder
    beter: meer
    hoogstens: 9
    label: het aantal koks
    vraag: Hoeveel koks?
    eenheid: mensen
    zin: "er zijn {aantal} koks"
"""
"""Facts of a kind and unit that there is one of already."""
OPERATORS = st.sampled_from(["=", "!=", "<", "<=", ">", ">="])
EQUALITIES = st.sampled_from(["=", "!="])
YES_NO = st.sampled_from(["ja", "nee"])
OPTIONS = ["geen", "mondeling", "papier"]
DATES = ["2026-01-31", "2026-02-28", "2024-02-29", "2026-03-15"]


def _said(*parts: Any) -> st.SearchStrategy[str]:
    """Join texts and strategies of texts or numbers into a strategy of lines."""
    strategies = [st.just(part) if isinstance(part, str) else part.map(str) for part in parts]
    return st.tuples(*strategies).map("".join)


def _view(*names: str) -> st.SearchStrategy[str]:
    return st.sampled_from(names)


@functools.cache
def _comparisons(parties: tuple[str, ...]) -> st.SearchStrategy[str]:
    """Return comparisons in a ruleset of these parties."""
    either = ("een_van_beide",) if len(parties) == 2 else ()
    return st.one_of(
        _said("veilig ", EQUALITIES, " ", YES_NO),
        _said("mensen ", OPERATORS, " ", st.integers(0, 4)),
        _said("procent ", OPERATORS, " ", st.sampled_from([1, 50, 80, 99])),
        _said("cijfer ", OPERATORS, " ", st.integers(1, 5)),
        _said("uren ", OPERATORS, " ", _view("0,1", "1,5", "2", "7,4")),
        _said(_view("laagste", "hoogste", "verschil", *parties), "(tijd) ", OPERATORS, " ", _view("0,25", "1,5", "3")),
        _said(
            _view("laagste", "hoogste", *parties),
            "(",
            _view("steun", "moed", "jaren"),
            ") ",
            OPERATORS,
            " ",
            st.integers(1, 5),
        ),
        _said("verschil(", _view("steun", "jaren"), ") ", OPERATORS, " ", st.integers(0, 4)),
        _said(_view(*either, "minstens_een", "iedereen", *parties), "(pijn) ", EQUALITIES, " ", YES_NO),
        _said("vorm in [", st.lists(st.sampled_from(OPTIONS), min_size=1, max_size=2, unique=True).map(", ".join), "]"),
        _said("bevat(hulp, ", _view("taal", "geld", "ruimte"), ")"),
        _said("aantal(hulp) ", OPERATORS, " ", st.integers(0, 3)),
        _said(
            "bevat(", _view(*either, "minstens_een", "iedereen", *parties), "(taken), ", _view("koken", "bellen"), ")"
        ),
        _said("aantal(", _view(*parties), "(taken)) ", OPERATORS, " ", st.integers(0, 2)),
        _said("vorm ", EQUALITIES, " ", st.sampled_from(OPTIONS)),
        _said(
            _view("maanden_sinds", "maanden_tot"),
            "(",
            _view("start", "evaluatie"),
            ") ",
            OPERATORS,
            " ",
            st.integers(0, 8),
        ),
        _said("evaluatie ", EQUALITIES, " nooit"),
        _said(
            _view("laagste", "hoogste", "verschil", parties[0]),
            "(band) ",
            OPERATORS,
            " ",
            _view("1,5", "2", "2,5", "3", "3,3"),
        ),
    )


@functools.cache
def _looks_at_what_is_known(parties: tuple[str, ...]) -> st.SearchStrategy[str]:
    return st.one_of(
        _said(
            "bekend(",
            _view("start", "veilig", "hulp", *(f"{parties[0]}({name})" for name in ("taken", "steun", "band"))),
            ")",
        ),
        _said("aandeel_beantwoord(", _view(*parties), ") ", OPERATORS, " 0,", st.integers(1, 9)),
    )


@functools.cache
def _beside(parties: tuple[str, ...]) -> st.SearchStrategy[str]:
    """Return comparisons of two facts with each other."""
    words = _view("laagste", "hoogste", *parties)
    score = _said(words, "(", _view("steun", "moed"), ")")
    people = st.one_of(st.just("mensen"), _said(words, "(koks)"))
    day = _view("start", "evaluatie", "begin")
    hours = st.one_of(st.just("uren"), _said(words, "(tijd)"))
    return st.one_of(
        _said(hours, " ", OPERATORS, " ", hours),
        _said(score, " ", OPERATORS, " ", st.one_of(score, st.just("cijfer"))),
        _said(people, " ", OPERATORS, " ", people),
        _said(day, " ", OPERATORS, " ", day),
        _said(f"{parties[0]}(band) ", OPERATORS, f" {parties[-1]}(band)"),
    )


@functools.cache
def _quotients(parties: tuple[str, ...]) -> st.SearchStrategy[str]:
    """Return comparisons of one number divided by another."""
    words = _view("laagste", "hoogste", *parties)
    number = st.one_of(_view("mensen", "uren", "procent"), _said(words, "(", _view("koks", "tijd"), ")"))
    return _said("per(", number, ", ", number, ") ", OPERATORS, " ", _view("0,25", "0,5", "1", "1,5", "2", "3,333"))


def _counted(parts: list[str]) -> st.SearchStrategy[str]:
    """Return lines that count parts; where one stands there twice, the line can be wrong."""
    return _said("minstens ", st.integers(2, len(parts) - 1), f" van ({', '.join(parts)})")


def tree_of(line: str, vocabulary: Vocabulary) -> Expression:
    """Return the tree of a line, in which a name can be a fact."""
    return with_facts(parse(line), vocabulary)


def is_line(line: str) -> bool:
    """Say whether a line can be parsed: not where it counts too deep, or something twice."""
    try:
        parse(line)
    except ExpressionError:
        return False
    return True


@functools.cache
def expressions(leaves: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Return lines of the language over some leaves."""

    def wrap(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
        parts = st.lists(inner.map("({})".format), min_size=2, max_size=4)
        counted = st.lists(inner, min_size=3, max_size=5).flatmap(_counted)
        return st.one_of(inner.map("niet ({})".format), parts.map(" en ".join), parts.map(" of ".join), counted)

    return st.recursive(leaves, wrap, max_leaves=12).filter(is_line)


def _is_contradicted(made: dict[str, str], vocabulary: Vocabulary) -> bool:
    trees = {name: tree_of(line, vocabulary) for name, line in made.items()}
    found = contradictions(trees, vocabulary)
    return any(fault.code == "SET08" for _, fault in found)


@functools.cache
def _leaves(rules: tuple[str, ...], parties: tuple[str, ...], *, is_monotone: bool) -> st.SearchStrategy[str]:
    """Return comparisons, and outcomes of rules: kept, for hypothesis looks at each new strategy anew."""
    comparisons = _comparisons(parties)
    found = st.one_of(comparisons, comparisons, _beside(parties), _quotients(parties))
    leaves = found if is_monotone else st.one_of(found, found, _looks_at_what_is_known(parties))
    return st.one_of(leaves, st.sampled_from(rules).map("signaal({})".format)) if rules else leaves


@st.composite
def expression_sets(
    draw: st.DrawFn, vocabulary: Vocabulary, *, is_monotone: bool = False, is_sound: bool = True
) -> dict[str, str]:
    """Draw the expressions of a ruleset; each may use the outcome of earlier ones.

    What is sound has no rules that are refused because they can never hold, or always do.
    """
    made: dict[str, str] = {}
    for number in range(draw(st.integers(1, 8))):
        line = draw(expressions(_leaves(tuple(made), vocabulary.parties, is_monotone=is_monotone)))
        if not list(type_problems(tree_of(line, vocabulary), vocabulary)):
            made[f"r{number}"] = line
            if is_sound and _is_contradicted(made, vocabulary):
                del made[f"r{number}"]
    return made or {"r0": "mensen = 1"}


def _answers(fact: FactType) -> st.SearchStrategy[object]:
    match fact.kind.value:
        case "ja_nee":
            return st.booleans()
        case "aantal" if fact.decimals:
            units = st.sampled_from([0, 1, 15, 20, 25, 74, 75, 150, 300, 750, fact.maximum])
            return units.filter(lambda number: number <= fact.maximum).map(lambda number: number_of(fact, number))
        case "aantal":
            numbers = (0, 1, 2, 3, 4, 5, 50, 80, 99)
            return st.sampled_from([*(number for number in numbers if number < fact.maximum), fact.maximum])
        case "schaal":
            return st.integers(1, 5)
        case "keuze":
            return st.sampled_from(fact.options)
        case "meerkeuze":
            return st.lists(st.sampled_from(fact.options), unique=True)
        case _:
            shifts = [0, 1, -1, 28, -28, 31, -31, 59, -59, 90, -90, 150, -200, 245]
            days = st.sampled_from([shift for shift in shifts if shift <= 0 or not fact.is_past])
            middle = datetime.date.fromisoformat(min(DATES) if fact.is_past else DATES[0])
            dates = days.map(lambda shift: middle + datetime.timedelta(days=shift))
            return st.one_of(dates, st.just("nooit")) if fact.may_be_never else dates


@functools.cache
def facts_of(vocabulary: Vocabulary) -> st.SearchStrategy[dict[str, object]]:
    """Return the facts of a partnership; each may be missing, and of a perception the answer of any party."""
    each: dict[str, st.SearchStrategy[object]] = {
        fact.id: st.fixed_dictionaries(dict.fromkeys(map(str, fact.parties), st.none() | _answers(fact))).map(_known)
        if fact.is_perception
        else st.none() | _answers(fact)
        for fact in vocabulary.facts.values()
    }
    return st.fixed_dictionaries(each).map(_known)


def _known(found: dict[str, Any]) -> dict[str, object]:
    return {name: answer for name, answer in found.items() if answer not in (None, {})}


def ruleset_of(folder: Path, expressions_by_rule: dict[str, str], vocabulary: Vocabulary | None = None) -> Ruleset:
    """Load a ruleset with the invented facts and more of them, of as many parties as a vocabulary has."""
    number = len(vocabulary.parties) if vocabulary else len(PARTIES)
    facts = facts_of_parties(number).replace("gemiddelden:", f"{MORE}{SEVERAL}gemiddelden:", 1)
    return ruleset_from(folder, facts + rules(**expressions_by_rule))


@functools.cache
def vocabularies() -> tuple[Vocabulary, ...]:
    """Return the invented facts of two parties, of three and of four."""
    with tempfile.TemporaryDirectory() as folder:
        made = (small_ruleset(Path(folder), number, een="mensen = 1").vocabulary for number in (2, 3, 4))
        return tuple(ruleset_of(Path(folder), {"een": "mensen = 1"}, each).vocabulary for each in made)


_TURNS = [datetime.date.fromisoformat(day) + datetime.timedelta(days=shift) for day in DATES for shift in (0, 1)]
VALIDITIES = st.lists(
    st.one_of(
        st.just(ALWAYS),
        st.builds(lambda since: Validity(since=since), st.sampled_from(_TURNS)),
        st.builds(lambda before: Validity(before=before), st.sampled_from(_TURNS)),
        st.lists(st.sampled_from(_TURNS), min_size=2, max_size=2, unique=True).map(
            lambda each: Validity(*sorted(each))
        ),
    ),
    min_size=1,
    max_size=8,
)
"""When rules are in force: for one after the other, and again from the first."""


def turning(ruleset: Ruleset, validities: list[Validity]) -> Ruleset:
    """Return rules that are in force on some days; but all always, where one would always hold without another."""
    rules = {
        name: attrs.evolve(rule, validity=validities[place % len(validities)])
        for place, (name, rule) in enumerate(ruleset.rules.items())
    }
    found = attrs.evolve(ruleset, rules=rules)
    return ruleset if any(holding_always(found)) else found
