"""A sentence of clauses can be read in one way only."""

import re
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from building import small_ruleset
from samenwerkadvies import Ruleset
from samenwerkadvies.grammar.parser import parse
from samenwerkadvies.grammar.tree import And, Expression, Membership, Not, Or, push_negations_inward
from samenwerkadvies.wording.clauses import Clause, Group, grouped, sentence
from samenwerkadvies.wording.sentences import Sentences
from samenwerkadvies.wording.words import LANGUAGES as KNOWN
from samenwerkadvies.wording.words import words_in

LANGUAGES = pytest.mark.parametrize("language", KNOWN)


def readings(text: str, phrases: Mapping[str, str]) -> Clause:
    """Read a sentence of one-letter clauses back, by what is told to people: lists, then groups, then brackets."""
    for word in ("and", "or"):
        parts = split_outside_brackets(text, f", {phrases[f'{word} apart']} ")
        if len(parts) > 1:
            return Group(word, tuple(readings(part, phrases) for part in parts))  # type: ignore[arg-type]  # a word
    if text.startswith("("):
        return readings(text[1:-1], phrases)
    for word in ("and", "or"):
        before, joined, last = text.partition(f" {phrases[word]} ")
        if joined:
            return Group(word, (*before.split(", "), last))  # type: ignore[arg-type]  # a word
    return text


def split_outside_brackets(text: str, separator: str) -> list[str]:
    parts, depth, start = [], 0, 0
    for place, sign in enumerate(text):
        depth += (sign == "(") - (sign == ")")
        if depth == 0 and text.startswith(separator, place):
            parts.append(text[start:place])
            start = place + len(separator)
    return [*parts, text[start:]]


def groups(inner: st.SearchStrategy[Clause]) -> st.SearchStrategy[Clause]:
    word = st.sampled_from(["and", "or"])
    return st.builds(grouped, word, st.lists(inner, min_size=2, max_size=4))


CLAUSES: st.SearchStrategy[Clause] = st.recursive(st.sampled_from("abcdefgh"), groups, max_leaves=16)


@LANGUAGES
@given(clause=CLAUSES)
def test_what_is_said_can_be_read_back(language: str, clause: Clause) -> None:
    assert readings(sentence(clause, words_in(language).phrases), words_in(language).phrases) == clause


def test_one_clause_stays_what_it_is_and_equal_words_are_one_list() -> None:
    assert grouped("and", ["a"]) == "a"
    assert grouped("and", [grouped("and", ["a", "b"]), "c"]) == Group("and", ("a", "b", "c"))
    assert grouped("or", [grouped("and", ["a", "b"]), "c"]) == Group("or", (Group("and", ("a", "b")), "c"))


SAID = (
    "veilig = ja",
    "mensen = 3",
    "vorm in [mondeling, papier]",
    "een_van_beide(pijn) = ja",
    "maanden_sinds(start) > 2",
)


def nested(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    parts = st.lists(inner.map("({})".format), min_size=2, max_size=3)
    return st.one_of(inner.map("niet ({})".format), parts.map(" en ".join), parts.map(" of ".join))


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Ruleset:
    return small_ruleset(tmp_path_factory.mktemp("regels"), een="mensen <= 1", twee="mensen <= 2")


@LANGUAGES
@given(text=st.recursive(st.sampled_from(SAID), nested, max_leaves=8))
def test_a_rule_says_its_tree_and_no_other(small: Ruleset, language: str, text: str) -> None:
    sentences = Sentences(small, "nl")
    letters: dict[str, str] = {}

    def lettered(clause: str) -> str:
        return letters.setdefault(clause, f"clause{len(letters)}")

    def meant(tree: Expression) -> Clause:
        """Return the tree as clauses, each leaf said alone; a membership is the choice between its options."""
        match tree:
            case And(parts) | Or(parts):
                return grouped("and" if isinstance(tree, And) else "or", map(meant, parts))
            case Membership(quantity, options):
                return grouped("or", (lettered(sentences.condition(Membership(quantity, (each,)))) for each in options))
            case Not(Membership()):
                return lettered(sentences.condition(tree))
            case _:
                return lettered(sentences.condition(tree))

    tree = push_negations_inward(parse(text))
    clauses, said = meant(tree), sentences.condition(parse(text))
    for clause in sorted(letters, key=len, reverse=True):
        said = said.replace(clause, letters[clause])
    assert readings(said, words_in("nl").phrases) == clauses


def test_different_trees_over_the_same_facts_never_say_the_same(small: Ruleset) -> None:
    leaves = ("veilig = ja", "mensen = 3", "vorm in [mondeling, papier]")
    trees = {
        f"{left} {first} {right}"
        for first in ("en", "of")
        for second in ("en", "of")
        for one in leaves
        for two in leaves
        for three in leaves
        if len({one, two, three}) == len(leaves)
        for left, right in ((one, f"({two} {second} {three})"), (f"({one} {second} {two})", three))
    }
    by_sentence: dict[str, set[Clause]] = {}
    for text in trees:
        said = Sentences(small, "nl").condition(parse(text))
        by_sentence.setdefault(said, set()).add(flat(parse(text)))
    assert [found for found in by_sentence.values() if len(found) > 1] == []


def flat(tree: Expression) -> Clause:
    match tree:
        case And(parts) | Or(parts):
            return grouped("and" if isinstance(tree, And) else "or", map(flat, parts))
        case Membership(_, options):
            return grouped("or", options)
        case _:
            return re.sub(r"span=\S+", "", str(tree))
