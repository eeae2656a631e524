"""All steps that a scenario may have: one list for the plugin, the mutation run and the documentation."""

from __future__ import annotations

import difflib
import functools
import re

from samenwerkadvies.scenarios.definition import LONGEST, TYPES, StepDefinition
from samenwerkadvies.scenarios.features import Step
from samenwerkadvies.scenarios.givens import GIVENS
from samenwerkadvies.scenarios.scene import Scene, StepFailure
from samenwerkadvies.scenarios.thens import THENS
from samenwerkadvies.scenarios.thinking import THINKING
from samenwerkadvies.scenarios.words import is_fact, rule_named, sign_lines
from samenwerkadvies.signs import sign_at

STEPS = (*GIVENS, *THINKING, *THENS)


@functools.lru_cache(maxsize=1024)  # pytest-bdd asks it again for each step that there is
def first_match(type_: str, text: str, language: str) -> StepDefinition | None:
    """Return the step that a text is; None when there is no such step."""
    fitting = (each for each in STEPS if each.type == type_ and each.words(text, language) is not None)
    return next(fitting, None)


def is_step(text: str, least: int) -> bool:
    """Say whether a text is a step in any language, with at least so many fixed words; with 0, nothing filled in."""
    return any(
        definition.words(text, language) is not None
        for definition in STEPS
        for language, pattern in definition.patterns.items()
        if (len(_fixed(pattern)) >= least if least else "{" not in pattern)
    )


def _fixed(pattern: str) -> list[str]:
    return re.sub(r"\{\w+\}", " ", pattern).split()


def find(step: Step, scene: Scene) -> StepDefinition:
    """Return the definition of a step.

    Raises:
        StepFailure: when there is no such step, with what was meant, or the steps that come nearest.
    """
    language = scene.scenario.language
    if definition := first_match(step.type, step.text, language):
        return definition
    plain = _with_plain_signs(step.text)
    same_type = [definition for definition in STEPS if definition.type == step.type]
    if written := next(filter(None, (definition.rewritten(plain, language) for definition in same_type)), ""):
        raise StepFailure("Deze stap staat er net iets anders.", f"Schrijf: {step.keyword} {written}")
    for definition in same_type:
        for word in definition.words_loosely(step.text, language):
            rule_named(word, scene)  # a sentence where a name belongs
    if other := next((each for each in STEPS if _is_of(each, step, scene)), None):
        raise StepFailure(f"Deze stap hoort bij {TYPES[other.type]}, en staat nu bij {TYPES[step.type]}.")
    patterns = [definition.patterns[language] for definition in same_type]
    near = sorted(patterns, key=lambda pattern: _likeness(step.text[:LONGEST], pattern), reverse=True)[:3]
    raise StepFailure(
        "Deze stap bestaat niet. Het dichtst in de buurt komen:",
        *(f"  {each}" for each in near),
        *sign_lines(step.text),
    )


_QUOTES = ("'", '"')


def _is_of(definition: StepDefinition, step: Step, scene: Scene) -> bool:
    """Say whether a step of another type was meant; nearly every sentence could give a fact, so that must be one."""
    words = definition.words(step.text, scene.scenario.language)
    if words is None or set(words) != {"feit", "waarde"}:
        return words is not None
    return is_fact(words["feit"], scene)


def _with_plain_signs(text: str) -> str:
    """Return a text with plain quotes at its ends, single spaces, and without signs that nobody sees."""
    visible = " ".join("".join(letter for letter in text if letter.isprintable()).split())
    quotes = [n for n, letter in enumerate(visible) if letter in _QUOTES or sign_at(visible, n).plain in _QUOTES]
    letters = [*visible]
    for place in (*quotes[:1], *quotes[-1:]):
        letters[place] = '"'
    return "".join(letters)


def _likeness(text: str, pattern: str) -> tuple[float, float]:
    """Return how much of the fixed words of a pattern stand in a text, and how alike the two look."""
    fixed = _fixed(pattern)
    shared = sum(word in text.split() for word in fixed) / max(1, len(fixed))
    return shared, difflib.SequenceMatcher(None, text, pattern).ratio()


def perform(step: Step, scene: Scene) -> None:
    """Do a step.

    Raises:
        StepFailure: when it does not hold, or cannot be understood.
    """
    language = scene.scenario.language
    definition = find(step, scene)
    words: dict[str, object] = {**(definition.words(step.text, language) or {})}
    if definition.has_table:
        if not step.table:
            raise StepFailure("Onder deze stap hoort een tabel.", f"Zoals: {definition.example}")
        words |= {"table": step.table}
    try:
        definition.run(scene, **words)
    except StepFailure as failure:
        if " #" in step.text and step.type != "then":
            failure.lines += ("Uitleg achter # staat op een eigen regel, niet achter een stap.",)
        raise


_HEAD = """\
# Stappen voor scenario's

Met deze stappen schrijf je scenario's in gewoon Nederlands. Een bestand begint met `# language: nl`.
Wat tussen { en } staat, vul je zelf in. Na een stap mag `En` of `Maar` komen: die doet mee met de stap erboven.
Begint je bestand met `# language: en`, dan gebruik je dezelfde stappen in het Engels.

Deze pagina komt uit `samenwerkadvies test --steps`.
"""


def steps_page() -> str:
    """Return the page that lists all steps, in markdown."""
    lines = [_HEAD]
    for type_, keyword in TYPES.items():
        lines.append(f"## {keyword}\n")
        for definition in STEPS:
            if definition.type == type_:
                lines += [f"### {definition.patterns['nl']}\n", f"{definition.explanation}\n"]
                lines += [f"```gherkin\n{definition.example}\n```\n"]
                lines += [f"In het Engels: `{definition.patterns['en']}`\n"]
    return "\n".join(lines)
