"""Check a ruleset as a whole: what no single rule can tell is wrong."""

from __future__ import annotations

import graphlib
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import TypeVar

from samenwerkadvies.amounts import NUMBER_WORDS
from samenwerkadvies.bilingual import any_of
from samenwerkadvies.case_form import RESERVED
from samenwerkadvies.errors import Problem, location_of, nearest, quoted, sign_problem
from samenwerkadvies.grammar.tree import Leaf, Limited, Signal, leaves, signals
from samenwerkadvies.grammar.typecheck import type_problems
from samenwerkadvies.ruleset import Rule, Ruleset, layers
from samenwerkadvies.thresholds import Threshold
from samenwerkadvies.vocabulary import Kind, Vocabulary

T = TypeVar("T")

MOST_LAYERS = 20
"""Rules that build on each other, one on top of the other."""


def check(ruleset: Ruleset, broken: AbstractSet[str] = frozenset()) -> Iterator[Problem]:
    """Yield everything that is wrong; ``broken`` names what is declared, but was refused before."""
    titles = {name: cited.title for name, cited in ruleset.sources["nl"].items()}
    yield from _threshold_problems(ruleset, titles)
    yield from _average_problems(ruleset.vocabulary, broken)
    findings = {name: rule.texts["nl"].finding for name, rule in ruleset.rules.items()}
    for rule in ruleset.rules.values():
        yield from _rule_problems(rule, ruleset, findings, titles, broken)
    yield from _fact_problems(ruleset, titles)
    yield from _condition_problems(ruleset)
    yield from _cycle_problems(ruleset)


_WORDS = frozenset({"ja", "nee", "onbekend", "nooit", "leeg", "niets", "aantal", "wanneer", "nummer", *NUMBER_WORDS})
"""What has a meaning of its own where a threshold can stand: behind a comparison, or between braces in a text."""


def _threshold_problems(ruleset: Ruleset, titles: Mapping[str, str]) -> Iterator[Problem]:
    for threshold in ruleset.thresholds.values():
        yield from _unknown_names(threshold.sources, titles, set(), "SET03", "onbekende bron")
        if found := _namesake(threshold.id, ruleset.vocabulary):
            other, at = found
            yield Problem(
                code="SET11",
                message=f"{quoted(str(threshold.id))} is een grens, maar ook {other}",
                location=location_of(at if threshold.is_inherited else threshold.id),
                expected="een andere naam",
            )
        yield from _misfits(threshold, ruleset)


def _namesake(name: str, vocabulary: Vocabulary) -> tuple[str, str] | None:
    """Return what else has a name, and the name of that as it is written."""
    if name in _WORDS:
        return "een woord van de taal", name
    if name in vocabulary.facts:
        return "een feit", vocabulary.facts[name].id
    if name in vocabulary.averages:
        return "een gemiddelde", vocabulary.averages[name].id
    choice = next((fact.id for fact in vocabulary.facts.values() if name in fact.options), None)
    return (f"een antwoord op {quoted(str(choice))}", choice) if choice else None


def _average_problems(vocabulary: Vocabulary, broken: AbstractSet[str]) -> Iterator[Problem]:
    for average in vocabulary.averages.values():
        for index, (part, span) in enumerate(zip(average.parts, average.spans, strict=True)):
            fact = vocabulary.facts.get(part)
            if part in broken:
                continue
            if fact is None:
                problem = Problem(
                    code="TAAL02",
                    message=f"onbekend feit {quoted(part)}",
                    span=span,
                    expected="een feit",
                    hint=nearest(part, vocabulary.facts),
                )
            elif fact.kind is not Kind.SCALE or not fact.is_perception:
                message = f"van {quoted(part)} is geen gemiddelde te nemen"
                problem = Problem(
                    code="TAAL05", message=message, span=span, expected="feiten met soort: schaal en wie: ieder"
                )
            elif part in average.parts[:index]:
                problem = Problem(
                    code="TAAL05",
                    message=f"{quoted(part)} staat hier twee keer",
                    span=span,
                    expected="elk feit één keer",
                )
            else:
                continue
            yield problem.at(average.written)


def _rule_problems(
    rule: Rule,
    ruleset: Ruleset,
    findings: Mapping[str, str],
    titles: Mapping[str, str],
    broken: AbstractSet[str],
) -> Iterator[Problem]:
    for leaf in leaves(rule.expression):
        for problem in type_problems(leaf, ruleset.vocabulary, broken, ruleset.thresholds):
            if problem.code != "TAAL12" or _is_wrong_itself(rule, leaf, ruleset):
                yield problem.at(rule.written)
    yield from _check_problems(rule, ruleset)
    for leaf in leaves(rule.expression):
        if isinstance(leaf, Signal) and leaf.rule not in ruleset.rules and leaf.rule not in broken:
            hint = nearest(leaf.rule, ruleset.rules)
            problem = Problem(
                code="TAAL04",
                message=f"onbekende regel {quoted(leaf.rule)}",
                span=leaf.span,
                expected="een regel uit de regelset",
                hint=hint,
            )
            yield problem.at(rule.written)
    yield from _unknown_names(rule.replaces, findings, broken, "TAAL04", "onbekende regel")
    yield from _unknown_names(rule.sources, titles, broken, "SET03", "onbekende bron")
    for number in rule.conditions:
        if number not in ruleset.conditions:
            expected = any_of([str(known) for known in ruleset.conditions]) or "een voorwaarde uit de regelset"
            yield Problem(
                code="SET04", message=f"onbekende voorwaarde {number}", location=location_of(rule.id), expected=expected
            )
    if rule.gives_way and not rule.conditions:
        message = f"{quoted(str(rule.id))} wijkt voor zijn voorwaarde, maar hoort bij geen voorwaarde"
        yield Problem(
            code="SET10",
            message=message,
            location=location_of(rule.id),
            expected="'voorwaarden', zoals [3], of geen 'wijkt_voor'",
        )
    for name in rule.replaces:
        replaced = ruleset.rules.get(name)
        if replaced and replaced.severity.rank < rule.severity.rank:
            message = f"{quoted(name)} is ernstiger dan deze regel, en mag niet verdwijnen"
            yield Problem(
                code="SET05",
                message=message,
                location=location_of(name),
                expected="een regel die even ernstig is of minder",
            )


def _check_problems(rule: Rule, ruleset: Ruleset) -> Iterator[Problem]:
    """Yield where a check builds on a rule, or a rule on a check: it looks at answers alone, and stands apart."""
    for leaf in leaves(rule.expression):
        if isinstance(leaf, Signal) and leaf.rule in ruleset.rules:
            if rule.is_check:
                message, expected = "een controle bouwt niet voort op een andere regel", "de antwoorden zelf"
            elif ruleset.rules[leaf.rule].is_check:
                message, expected = (
                    f"{quoted(leaf.rule)} is een controle, en staat los van het advies",
                    "een andere regel",
                )
            else:
                continue
            yield Problem(code="SET16", message=message, span=leaf.span, expected=expected).at(rule.written)
    for name in rule.replaces:
        if name in ruleset.rules and ruleset.rules[name].is_check:
            message = f"{quoted(str(name))} is een controle, en staat los van het advies"
            yield Problem(code="SET16", message=message, location=location_of(name), expected="een andere regel")


def _is_wrong_itself(rule: Rule, leaf: Leaf, ruleset: Ruleset) -> bool:
    """Say whether a misfit is told of the rule: not where a changed number or the name of the threshold is wrong."""
    is_named_well = isinstance(leaf, Limited) and not _namesake(leaf.threshold, ruleset.vocabulary)
    return is_named_well and rule.id not in ruleset.inherited


def _misfits(threshold: Threshold, ruleset: Ruleset) -> Iterator[Problem]:
    """Yield what is wrong with the changed number of a threshold in the rules that were taken over, each thing once."""
    found: dict[tuple[str, str], list[str]] = {}
    for rule in ruleset.comparing_with[threshold.id]:
        for leaf in leaves(rule.expression) if rule.id in ruleset.inherited else ():
            if isinstance(leaf, Limited) and leaf.threshold == threshold.id:
                for problem in type_problems(leaf, ruleset.vocabulary):
                    found.setdefault((problem.message, problem.expected), []).append(quoted(str(rule.id)))
    for (message, expected), rules in found.items():
        others = len(dict.fromkeys(rules)) - 1
        where = f"in regel {rules[0]}" + (f" en nog {others} andere" if others else "")
        told = Problem(code="TAAL12", message=f"{message} ({where})", expected=expected)
        yield told.at(threshold.written)


def _unknown_names(
    names: Iterable[str], known: Mapping[str, str], broken: AbstractSet[str], code: str, message: str
) -> Iterator[Problem]:
    """Yield the names that are not known; one that is what people read in its place (``known``) gets the name."""
    for name in names:
        if name not in known and name not in broken:
            yield sign_problem(name) or Problem(
                code=code,
                message=f"{message} {quoted(str(name))}",
                location=location_of(name),
                expected="een bekende naam",
                hint=_named(name, known) or nearest(name, known),
            )


def _named(text: str, known: Mapping[str, str]) -> str:
    alike = (name for name, shown in known.items() if shown.lower().rstrip(". ") == text.lower().rstrip(". "))
    return next(alike, "")


def _fact_problems(ruleset: Ruleset, titles: Mapping[str, str]) -> Iterator[Problem]:
    labels: dict[str, str] = {}
    for fact in ruleset.vocabulary.facts.values():
        yield from _unknown_names(fact.sources, titles, set(), "SET03", "onbekende bron")
        if fact.id in RESERVED:
            message = f"een feit kan niet {quoted(fact.id)} heten: zo heet een onderdeel van een casus of een tabel"
            yield Problem(
                code="SET09", message=message, location=location_of(fact.id), expected="een andere naam voor dit feit"
            )
        label = fact.texts["nl"].label
        if label in labels:
            message = f"label {quoted(label)} hoort ook bij {quoted(labels[label])}"
            yield Problem(
                code="SET06", message=message, location=location_of(fact.id), expected="voor elk feit een ander label"
            )
        labels.setdefault(label, str(fact.id))


def _condition_problems(ruleset: Ruleset) -> Iterator[Problem]:
    for condition in ruleset.conditions.values():
        for number in condition.rests_on:
            if number not in ruleset.conditions:
                expected = "een voorwaarde uit de regelset"
                yield Problem(
                    code="SET04",
                    message=f"onbekende voorwaarde {number} in 'rust_op'",
                    location=location_of(condition.id),
                    expected=expected,
                )


def _cycle_problems(ruleset: Ruleset) -> Iterator[Problem]:
    rules, conditions = ruleset.rules, ruleset.conditions
    uses = {name: signals(rule.expression) for name, rule in rules.items()}
    signal_cycle = _cycle(uses)
    if signal_cycle:
        shown = " → ".join([*signal_cycle, signal_cycle[0]])
        yield Problem(
            code="SET01",
            message=f"deze regels wachten op elkaar: {shown}",
            location=location_of(rules[signal_cycle[0]].id),
            expected="signalen zonder kring",
        )
    elif len(found := layers(uses)) > MOST_LAYERS:
        name = found[MOST_LAYERS][0]
        message = f"{quoted(str(name))} bouwt via 'signaal' voort op te veel regels achter elkaar"
        yield Problem(
            code="SET07",
            message=message,
            location=location_of(rules[name].id),
            expected=f"hoogstens {MOST_LAYERS} lagen",
        )
    absorbs = {name: (*uses[name], *rule.replaces, *ruleset.giving_way_to(rule)) for name, rule in rules.items()}
    if not signal_cycle and (cycle := _cycle(absorbs)):
        shown = " → ".join([*cycle, cycle[0]])
        yield Problem(
            code="SET02",
            message=f"deze regels vervangen elkaar: {shown}",
            location=location_of(rules[cycle[0]].id),
            expected="'vervangt' en 'wijkt_voor' zonder kring",
        )
    rests = {number: condition.rests_on for number, condition in conditions.items()}
    if cycle_of_conditions := _cycle(rests):
        shown = " → ".join(map(str, [*cycle_of_conditions, cycle_of_conditions[0]]))
        at = location_of(conditions[cycle_of_conditions[0]].id)
        yield Problem(
            code="SET02",
            message=f"deze voorwaarden rusten op elkaar: {shown}",
            location=at,
            expected="'rust_op' zonder kring",
        )


def _cycle(edges: Mapping[T, Iterable[T]]) -> list[T]:
    """Return one cycle of a graph, or nothing."""
    known = {node: [target for target in targets if target in edges] for node, targets in edges.items()}
    try:
        graphlib.TopologicalSorter(known).prepare()
    except graphlib.CycleError as error:
        cycle: list[T] = error.args[1]
        return cycle[:0:-1]
    return []
