"""Read the thresholds of rule files; a set that extends another may change a number of it in one line."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

import attrs

from samenwerkadvies.errors import InvalidInputError, Problem, Text, location_of, quoted
from samenwerkadvies.grammar.parser import as_name, is_name
from samenwerkadvies.grammar.tree import thresholds
from samenwerkadvies.loading.documents import Node, Section
from samenwerkadvies.loading.entries import RuleFile, ThresholdEntry
from samenwerkadvies.loading.extending import section, unknown
from samenwerkadvies.loading.numbers import read_number
from samenwerkadvies.loading.overlay import overlaid
from samenwerkadvies.loading.shapes import shape
from samenwerkadvies.loading.sources import SHIPPED
from samenwerkadvies.ruleset import DUTCH, Ruleset
from samenwerkadvies.thresholds import Threshold, ThresholdTexts


def read_thresholds(
    shipped: Sequence[RuleFile], own: Sequence[RuleFile], name: str, problems: list[Problem], broken: set[str]
) -> dict[str, Threshold]:
    """Return the thresholds of the shipped files and those of one's own, which may change a shipped one.

    ``name`` is that of one's own set. What is wrong is added to ``problems``, and the names that are declared but
    could not be read to ``broken``.
    """
    base, mine = _collected(shipped, problems), _collected(own, problems)
    found: dict[str, Threshold] = {}
    for key, node in (*base.items(), *mine.items()):
        before = found.get(key)
        try:
            read = _threshold(key, shape(_whole(key, node, base), ThresholdEntry))
        except InvalidInputError as error:
            problems += error.problems
            broken.add(key)
            continue
        if before is not None:
            found[key] = attrs.evolve(read, declared_by=SHIPPED, changed_by=name, was=before.value)
        elif key in base:
            found[key] = attrs.evolve(read, declared_by=SHIPPED, is_inherited=bool(own))
        else:
            found[key] = attrs.evolve(read, declared_by=name)
    return found


def _collected(files: Iterable[RuleFile], problems: list[Problem]) -> dict[Text, Node]:
    """Return the entries of all files; a name counts once."""
    found: dict[Text, Node] = {}
    for file in files:
        for key, node in file.grenzen.items():
            if first := next((other for other in found if other == key), None):
                message = f"{quoted(str(key))} staat er al (in {first.at.file}, regel {first.at.line})"
                problems.append(Problem(code="VORM05", message=message, location=key.at, expected="elke naam één keer"))
            else:
                found[key] = node
    return found


def _whole(key: Text, node: Node, base: Mapping[Text, Node]) -> Node:
    """Return an entry with what it does not say itself, which it has from the set that it extends.

    Raises:
        InvalidInputError: when it says only a part of something that is not there.
    """
    before = base.get(key)
    if before is node or not base:
        return node
    said = node if isinstance(node, Section) else section(key, "waarde", node)
    if isinstance(before, Section):
        return overlaid(before, said)
    if problem := unknown("grens", key, node, ThresholdEntry, base):
        raise InvalidInputError([problem])
    return node


def _threshold(key: Text, entry: ThresholdEntry) -> Threshold:
    """Return a threshold.

    Raises:
        InvalidInputError: when its name is none, or its value is no number.
    """
    number = read_number(entry.waarde)
    problems = [number.at(entry.waarde)] if isinstance(number, Problem) else []
    if not is_name(key):
        expected = "een naam met kleine letters, cijfers en _, die geen woord van de taal is"
        message = f"{quoted(str(key))} is geen naam"
        problems.append(Problem(code="VORM06", message=message, location=key.at, expected=expected, hint=as_name(key)))
    if problems or isinstance(number, Problem):
        raise InvalidInputError(problems)
    texts = ThresholdTexts(str(entry.eenheid), str(entry.uitleg))
    return Threshold(id=key, value=number, texts={DUTCH: texts}, sources=entry.bron, written=entry.waarde)


def unused(ruleset: Ruleset, in_texts: Collection[str]) -> Iterator[Problem]:
    """Yield a problem for each threshold of one's own that no rule compares with and no text quotes."""
    used = {*thresholds(rule.expression for rule in ruleset.rules.values()), *in_texts}
    for name, threshold in ruleset.thresholds.items():
        if name not in used and not threshold.is_inherited:
            yield Problem(
                code="SET12",
                message=f"geen enkele regel gebruikt de grens {quoted(str(name))}",
                location=location_of(threshold.id),
                expected="een regel die ermee vergelijkt, of geen grens",
            )
