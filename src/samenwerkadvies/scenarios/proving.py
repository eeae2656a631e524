"""What would pass without proving anything, refused: lines that nobody plays, examples that fit nothing, and so on."""

from __future__ import annotations

import collections
import itertools
import re
from collections.abc import Iterable, Iterator

from samenwerkadvies.bilingual import all_of, any_of
from samenwerkadvies.errors import Problem, nearest, quoted
from samenwerkadvies.grammar.parser import is_name
from samenwerkadvies.ruleset import Ruleset
from samenwerkadvies.scenarios.features import PARAMETER, Scenario, Step
from samenwerkadvies.scenarios.gherkin import (
    ALL_SECTIONS,
    SECTIONS,
    STEPS,
    Found,
    Node,
    columns,
    line_of,
    location,
    meant,
    scenarios,
    section_meant,
)
from samenwerkadvies.scenarios.scene import GivenTwice, Scene, Stage, StepFailure
from samenwerkadvies.scenarios.steps import first_match, is_step, perform
from samenwerkadvies.signs import odd_sign

_OUTLINES = ("Abstract Scenario", "Scenario Outline", "Scenario Template")


class Proof:
    """Looks at a feature that Gherkin takes."""

    def __init__(self, feature: Node, shown: str, lines: list[str]) -> None:
        """Take a document, with the lines of its file and how that is called."""
        self._found = list(scenarios(feature))
        self._feature = feature
        self._language = "nl" if feature["language"] == "nl" else "en"
        self._shown = shown
        self._lines = lines

    def _problem(self, code: str, message: str, line: int, expected: str, hint: str = "") -> Problem:
        return Problem(
            code=code, message=message, location=location(self._shown, self._lines, line), expected=expected, hint=hint
        )

    # --- lines that Gherkin takes for a description ---

    def strays(self) -> Iterator[Problem]:
        """Yield, for each description, the first line in it that was meant to be played."""
        for node in _described(self._feature):
            stray = next((each for each in self._description(node) if self._is_stray(each[1], "steps" in node)), None)
            if stray is None:
                continue
            line, written = stray
            expected, keyword = any_of(STEPS[self._language]), node["keyword"]
            if written.startswith("|") and keyword in ("Voorbeeld", "Example"):
                message = f"{quoted(f'{keyword}:')} begint een scenario, en daar staat geen tabel onder"
                yield self._problem("SCEN01", message, line_of(node), "stappen", SECTIONS[self._language][-1])
            elif written.startswith("|"):
                expected = f"een tabel onder een stap of onder {SECTIONS[self._language][-1]}"
                yield self._problem("SCEN01", "deze tabel hoort nergens bij", line, expected)
            elif sign := odd_sign(written.partition(" ")[0]):
                yield self._problem("SCEN01", f"hier staat {sign.name}", line, sign.way_out)
            elif written.partition(" ")[0] in STEPS[self._language]:
                expected = f"{any_of(SECTIONS[self._language][1:4:2])} erboven"
                yield self._problem("SCEN01", "deze stap staat nergens onder", line, expected)
            elif self._is_heading(written):
                hint, expected = meant(written, self._lines), any_of(SECTIONS[self._language])
                yield self._problem("SCEN01", f"{quoted(written)} is geen kop", line, expected, hint)
            else:
                hint = meant(_BULLET.sub("", written), self._lines)
                yield self._problem("SCEN01", f"{quoted(written)} is geen stap", line, expected, hint)

    def _description(self, node: Node) -> Iterator[tuple[int, str]]:
        """Yield the lines of a description, each with its number."""
        number = line_of(node)
        for written in filter(None, map(str.strip, node["description"].split("\n"))):
            while self._lines[number].strip() != written:
                number += 1
            number += 1
            yield number, written

    def _is_stray(self, written: str, takes_steps: bool) -> bool:  # noqa: FBT001 - of two kinds of places
        """Say whether a line was meant to be played; where no steps stand, a sentence may begin as a step does."""
        first, _, rest = _BULLET.sub("", written).partition(" ")
        is_like_a_step = nearest(first, _KEYWORDS) != "" or odd_sign(first) is not None
        return (
            self._is_heading(written)
            or written.startswith(_BELOW_A_STEP)
            or (is_like_a_step and is_step(rest, least=1 if takes_steps else 2))
            or is_step(written, least=0)
        )

    def _is_heading(self, written: str) -> bool:
        head, colon, _ = written.partition(":")
        is_one = bool(colon) and (f"{head}:" in ALL_SECTIONS or section_meant(head, self._language) != "")
        return is_one or f"{written}:" in ALL_SECTIONS or written.startswith(_WITHOUT_COLON)

    # --- the document ---

    def problems(self, ruleset: Ruleset) -> Iterator[Problem]:
        """Yield what proves nothing; a ``Regel`` that looks like the name of a rule must be one."""
        yield from self._double_names()
        yield from self._first_steps()
        yield from self._rules(ruleset)
        for each in self._found:
            yield from self._without_check(each)
            yield from self._open_rows(each)
            yield from self._examples(each)
        if not self._found:
            expected = "minstens één regel 'Scenario: …' met stappen"
            yield self._problem("SCEN02", "hier staan geen scenario's", line_of(self._feature), expected)

    def _double_names(self) -> Iterator[Problem]:
        first: dict[str, int] = {}
        for scenario, _, _ in self._found:
            name, line = scenario["name"], line_of(scenario)
            if name in first:  # a report would take them for one
                message = f"scenario {quoted(name)} staat er al (regel {first[name]})"
                yield self._problem("SCEN03", message, line, "voor elk scenario een eigen naam")
            first.setdefault(name, line)

    def _first_steps(self) -> Iterator[Problem]:
        for node in _described(self._feature):
            first = next(iter(node.get("steps", [])), None)
            if first and first["keywordType"] not in ("Context", "Action", "Outcome"):
                message = f"de eerste stap begint met {first['keyword'].strip()}"
                yield self._problem("SCEN07", message, line_of(first), any_of(STEPS[self._language][:3]))

    def _rules(self, ruleset: Ruleset) -> Iterator[Problem]:
        for child in self._feature["children"]:
            name = child.get("rule", {}).get("name", "")
            known = ruleset.with_checks.rules
            if is_name(name) and name not in known:
                hint, line = nearest(name, known), line_of(child["rule"])
                yield self._problem(
                    "SCEN06", f"onbekende regel {quoted(name)}", line, "een regel uit de regelset", hint
                )

    def _without_check(self, found: Found) -> Iterator[Problem]:
        if not any(step["keywordType"] == "Outcome" for step in found.steps):
            message = f"scenario {quoted(found.scenario['name'])} controleert niets"
            yield self._problem("SCEN04", message, line_of(found.scenario), "minstens één stap die begint met Dan")

    def _open_rows(self, found: Found) -> Iterator[Problem]:
        """Yield the rows without a bar at their end: Gherkin leaves out what stands behind the last one."""
        tables = [step["dataTable"]["rows"] for step in found.scenario["steps"] if "dataTable" in step]
        tables += [
            [each["tableHeader"], *each["tableBody"]] for each in found.scenario["examples"] if "tableHeader" in each
        ]
        for row in itertools.chain.from_iterable(tables):
            if not _CLOSED.search(self._lines[line_of(row) - 1]):
                yield self._problem(
                    "SCEN01", "achter deze rij ontbreekt een |", line_of(row), "| voor, tussen en achter elk vakje"
                )

    def _examples(self, found: Found) -> Iterator[Problem]:
        scenario = found.scenario
        used = {name: step for step in found.steps for name in PARAMETER.findall(_whole_text(step))}
        if not scenario["examples"] and (used or scenario["keyword"] in _OUTLINES):
            message = f"bij {quoted(scenario['name'])} staan geen voorbeelden"
            expected = (
                f"{SECTIONS[self._language][-1]!r} met een tabel: een rij met namen, en daaronder minstens één rij"
            )
            yield self._problem("SCEN05", message, line_of(scenario), expected)
        for examples in scenario["examples"]:
            names, line = columns(examples), line_of(examples)
            if not examples.get("tableBody"):
                expected = "een tabel: een rij met namen, en daaronder minstens één rij"
                yield self._problem("SCEN05", "hier staan geen voorbeelden", line, expected)
                continue
            for name, step in used.items():
                if name not in names:
                    message = f"{quoted(f'<{name}>')} staat niet boven een kolom van de voorbeelden"
                    yield self._problem("SCEN05", message, line_of(step), all_of(names), nearest(name, names))
            for row in examples["tableBody"]:
                if empty := [name for name, cell in zip(names, row["cells"], strict=True) if not cell["value"]]:
                    message = f"hier is een vakje leeg, onder {all_of([quoted(name) for name in empty])}"
                    yield self._problem("SCEN05", message, line_of(row), "een waarde, zoals onbekend")
            for name, count in collections.Counter(names).items():
                if count > 1:
                    message = f"kolom {quoted(name)} staat er {count} keer"
                    yield self._problem("SCEN05", message, line, "voor elke kolom een eigen naam")
                if name not in used:
                    message = f"kolom {quoted(name)} wordt in geen stap gebruikt"
                    yield self._problem("SCEN05", message, line, f"een stap met <{name}>", nearest(name, used))

    # --- the steps ---

    def step_problems(self, read: Iterable[Scenario], ruleset: Ruleset) -> Iterator[Problem]:
        """Yield what stands under a step that takes nothing, and what is given twice before advice is asked."""
        stage, seen, told = Stage(ruleset, "reference"), set[int](), set[Problem]()
        for scenario in read:
            scene = Scene(stage, scenario)
            yield from self._below([step for step in scene.steps if step.line not in seen], scenario.language)
            seen.update(step.line for step in scene.steps)
            for problem in self._given_twice(scene):
                if problem not in told:  # what is wrong with a background is wrong in each scenario
                    told.add(problem)
                    yield problem

    def _below(self, steps: Iterable[Step], language: str) -> Iterator[Problem]:
        for step in steps:
            definition = first_match(step.type, step.text, language) if step.table or step.below is not None else None
            if definition and step.below is not None:
                message = "onder deze stap staat een tekst, en die doet niets"
                yield self._problem("SCEN09", message, step.line, "de stap zonder tekst eronder, of twee stappen")
            if definition and step.table and not definition.has_table:
                message = "onder deze stap staat een tabel, en die doet niets"
                yield self._problem("SCEN09", message, step.line, "de stap zonder tabel eronder")

    def _given_twice(self, scene: Scene) -> Iterator[Problem]:
        for number, step in enumerate(scene.steps):
            scene.done = number
            if step.type != "given":
                scene.given.clear()
                continue
            try:
                perform(step, scene)
            except GivenTwice as failure:
                expected = "één antwoord; haal een van de twee weg"
                yield self._problem("SCEN11", failure.lines[0], step.line, expected)
            except StepFailure:
                return  # told when the scenario is played


_BELOW_A_STEP = ("|", '"""', "```")
_WITHOUT_COLON = ("Scenario ", *(f"{outline} " for outline in _OUTLINES))
_BULLET = re.compile(r"^[\d.)*•–—-]+ ")
"""What stands before a step in a list."""
_CLOSED = re.compile(r"(?<!\\)\|\s*(?:#.*)?$")
_KEYWORDS = tuple(word for words in STEPS.values() for word in words)


def _described(feature: Node) -> Iterator[Node]:
    """Yield every part of a feature that can have a description."""
    yield feature
    for child in feature["children"]:
        if "rule" in child:
            yield from _described(child["rule"])
        else:
            node = child.get("background") or child["scenario"]
            yield from (node, *node.get("examples", []))


def _whole_text(step: Node) -> str:
    cells = [cell["value"] for row in step.get("dataTable", {}).get("rows", []) for cell in row["cells"]]
    return " ".join([step["text"], *cells])
