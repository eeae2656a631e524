"""The mechanism knows no rule, fact, option, average or condition by name: those are data."""

import re
from collections.abc import Iterator

from golden import SOURCE
from samenwerkadvies import Ruleset

WORDS_OF_THE_MECHANISM = {
    "onbekend",
    "midden",
    "kritiek",
    "advies",
    "ontbreekt",
}
"""Options and names that are words of the mechanism too."""
SHORTEST_OPTION = 6
"""Shorter options are everyday words."""


def names(shipped: Ruleset) -> Iterator[str]:
    yield from shipped.rules
    yield from shipped.vocabulary.facts
    yield from shipped.vocabulary.averages
    yield from shipped.vocabulary.parties
    yield from shipped.thresholds
    yield from (condition.id for condition in shipped.conditions.values())
    for fact in shipped.vocabulary.facts.values():
        yield from (option for option in fact.options if len(option) >= SHORTEST_OPTION)


def code_and_grammar() -> Iterator[tuple[str, str]]:
    for path in sorted([*SOURCE.rglob("*.py"), *SOURCE.rglob("*.lark")]):
        text = path.read_text("utf-8")
        if path == SOURCE / "__init__.py":
            text = text.split('"""', 2)[2]  # its docstring shows the shipped rules at work
        if path.parent == SOURCE / "scenarios":  # an example of a step says whose answer it is
            text = re.sub(r'^    "(?:En|Als|Dan) .*",$', "", text, flags=re.MULTILINE)
        yield str(path.relative_to(SOURCE)), text


def test_no_name_of_the_shipped_rules_stands_in_the_code(shipped: Ruleset) -> None:
    wanted = sorted({*map(str, names(shipped))} - WORDS_OF_THE_MECHANISM)
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, wanted))})\b")
    found = {(path, word) for path, text in code_and_grammar() for word in pattern.findall(text)}
    assert len(wanted) > 150
    assert found == set()
