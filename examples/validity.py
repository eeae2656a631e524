"""Published cases beside the advice: does it say what the authors of a text concluded?

    python examples/validity.py                              # the six cases in examples/gepubliceerd
    python examples/validity.py my-cases --rules my-rules    # cases and conclusions of your own, by rules of your own
    python examples/validity.py my-cases --other her-cases   # where two people filled in the same cases differently

A folder holds cases (casus-a.yaml: its conclusions are A1, A2 ...) and conclusies.yaml. Nothing of the outcome is
written there: it is computed from the assessment. Prints Markdown.
"""

from __future__ import annotations

import argparse
import enum
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import attrs

from samenwerkadvies import Adviser, Assessment, InvalidInputError, Part, Partnership, Ruleset, load_cases, load_ruleset
from samenwerkadvies.errors import Problem, Text, nearest
from samenwerkadvies.loading.documents import Section, read_document
from samenwerkadvies.loading.shapes import shape
from samenwerkadvies.loading.texts import read_text

CASES = Path(__file__).with_name("gepubliceerd")
CONCLUSIONS = "conclusies.yaml"

SAID, UNTOLD, NOT_ASKED, WAITS, OTHER = "gezegd", "niet in de tekst", "niet gevraagd", "wacht", "anders"
TRUE = "klopt"
"""Of what goes well: no rule says the opposite."""
OUTCOMES = (SAID, WAITS, UNTOLD, NOT_ASKED, OTHER)
STATUSES = {"risk": "risico", "attention": "aandacht", "in_order": "in orde", "unknown": "nog onbekend"}
CLOSE = 1
"""Two scores that lie so near are told as agreement."""


@attrs.frozen
class Conclusion:
    """What the authors of a text concluded about one case, and which rules would say it."""

    id: str
    conditions: tuple[int, ...]
    kind: str
    """knelpunt (a problem), aanbeveling (a recommendation) or goed (what goes well)."""
    weight: str
    text: str
    rules: tuple[str, ...]
    """For what goes well: the rules that would say the opposite."""
    why: str
    """Why there is no rule, or how far the rules say it."""

    @property
    def is_good(self) -> bool:
        return self.kind == "goed"


@attrs.frozen
class Verdict:
    """How a conclusion comes out for its case."""

    conclusion: Conclusion
    outcome: str
    reason: str
    statuses: str
    """How its conditions stand."""


class KindWord(enum.Enum):
    """What sort of conclusion it is, in the words of the file."""

    PROBLEM = "knelpunt"
    RECOMMENDATION = "aanbeveling"
    GOOD = "goed"


class WeightWord(enum.Enum):
    """How much it weighs for the authors."""

    HIGH = "hoog"
    MEDIUM = "midden"
    LOW = "laag"


@attrs.frozen(kw_only=True)
class Entry:
    """What may stand in the file of conclusions under each number."""

    voorwaarden: tuple[int, ...]
    soort: KindWord
    gewicht: WeightWord | None = None
    conclusie: Text
    regels: tuple[Text, ...]
    waarom: Text | None = None


def conclusions_of(folder: Path, letters: Iterable[str], ruleset: Ruleset) -> list[Conclusion]:
    """Read the conclusions in a folder, about cases with some letters, and tell all that is wrong with them at once."""
    path = folder / CONCLUSIONS
    document = read_document(read_text(path, str(path)), str(path))
    if not isinstance(document, Section):
        expected = "nummers zoals A1, met onder elk een conclusie"
        raise InvalidInputError(
            [Problem(code="VORM03", message="dit zijn geen conclusies", place=str(path), expected=expected)]
        )
    entries: dict[Text, Entry] = {}
    problems: list[Problem] = []
    for name, node in document.items():
        try:
            each = entries[name] = shape(node, Entry)
        except InvalidInputError as error:
            problems += error.problems
            continue
        if letter_of(name, letters) is None:
            expected = f"een letter van {', '.join(letters)}, en een nummer"
            problems.append(
                Problem(code="VORM04", message=f"bij '{name}' is er geen casus", location=name.at, expected=expected)
            )
        for rule in each.regels:
            if rule not in ruleset.rules:
                hint = nearest(rule, ruleset.rules)
                message = f"er is geen regel '{rule}'"
                problems.append(
                    Problem(
                        code="VORM04",
                        message=message,
                        location=rule.at,
                        expected="een regel van deze regels",
                        hint=hint,
                    )
                )
        for number in each.voorwaarden:
            if number not in ruleset.conditions:
                message = f"er is geen voorwaarde {number} (bij {name})"
                problems.append(
                    Problem(code="VORM04", message=message, location=name.at, expected="een nummer van een voorwaarde")
                )
    if problems:
        raise InvalidInputError(problems)
    return [
        Conclusion(
            id=name,
            conditions=each.voorwaarden,
            kind=each.soort.value,
            weight=each.gewicht.value if each.gewicht else "",
            text=" ".join(each.conclusie.replace("|", "/").split()),
            rules=tuple(map(str, each.regels)),
            why=each.waarom or "",
        )
        for name, each in entries.items()
    ]


def letter_of(conclusion: str, letters: Iterable[str]) -> str | None:
    """Return the letter of the case that a conclusion is about: what stands before its number."""
    numbered = (letter for letter in letters if conclusion.removeprefix(letter).isdigit())
    return next((letter for letter in numbered if conclusion.startswith(letter)), None)


def cases_of(folder: Path, ruleset: Ruleset) -> dict[str, Partnership]:
    """Return the cases in a folder by their letter, in alphabetical order."""
    found = {
        path.stem.removeprefix("casus-").upper(): case
        for path in sorted(folder.glob("casus-*.yaml"))
        for case in load_cases(path, ruleset.vocabulary)
    }
    if not found:
        expected = "bestanden zoals casus-a.yaml"
        raise InvalidInputError(
            [Problem(code="LEES01", message="in deze map staat geen casus", place=str(folder), expected=expected)]
        )
    return found


# --- from an assessment to a verdict ---


def verdicts(folder: Path, adviser: Adviser) -> tuple[list[Verdict], dict[str, Assessment]]:
    """Return how every conclusion in a folder comes out, and the assessment of each case by its letter."""
    cases = cases_of(folder, adviser.ruleset)
    assessed = {letter: adviser.assess(case) for letter, case in cases.items()}
    found = []
    for conclusion in conclusions_of(folder, cases, adviser.ruleset):
        letter = letter_of(conclusion.id, cases) or ""
        found.append(verdict(conclusion, cases[letter], assessed[letter], adviser))
    return found, assessed


def verdict(conclusion: Conclusion, case: Partnership, assessment: Assessment, adviser: Adviser) -> Verdict:
    """Return how one conclusion comes out, from what the rules say of its case."""
    holding = [name for name in conclusion.rules if name in assessment.findings]
    undecided = [name for name in conclusion.rules if name in assessment.undecided]
    begun = [name for name in undecided if told(name, case, adviser)]
    if not conclusion.rules:
        outcome, reason = NOT_ASKED, conclusion.why
    elif holding:
        outcome, reason = OTHER if conclusion.is_good else SAID, " · ".join(place(name, assessment) for name in holding)
    elif begun:
        outcome, reason = WAITS, waits_for(begun, case, adviser)
    elif undecided:
        outcome, reason = UNTOLD, untold(undecided, case, adviser)
    elif conclusion.is_good:
        outcome, reason = TRUE, f"{listed(conclusion.rules)}: geldt niet"
    else:
        outcome, reason = OTHER, " · ".join(kept_by(name, case, adviser) for name in conclusion.rules)
    standing = {each.number: STATUSES[each.status.value] for each in assessment.conditions}
    if conclusion.rules and conclusion.why:
        reason += f". {conclusion.why}"
    return Verdict(
        conclusion, outcome, reason, ", ".join(f"{number}: {standing[number]}" for number in conclusion.conditions)
    )


def place(rule: str, assessment: Assessment) -> str:
    """Say where a finding stands in the advice."""
    for advice in assessment.advice:
        if advice.rule == rule:
            return f"`{rule}` (advies {advice.rank})"
        if rule in advice.absorbs:
            return f"`{rule}` (deel van advies {advice.rank})"
    raise AssertionError(rule)  # a finding is advice, or part of one


def told(rule: str, case: Partnership, adviser: Adviser) -> bool:
    """Say whether a text tells something at which a rule looks, apart from what is asked of every partnership."""
    return any(name in case.answers for name in facts_in(adviser.why(case, rule), adviser.ruleset))


def facts_in(part: Part, ruleset: Ruleset) -> Iterator[str]:
    """Yield the facts at which a rule looks, apart from what is asked of every partnership."""
    if part.known is not None and part.known.fact is not None:
        average = ruleset.vocabulary.averages.get(part.known.fact)
        names = average.parts if average else (part.known.fact,)
        yield from (name for name in names if ruleset.vocabulary.facts[name].condition is not None)
    for inner in part.parts:
        yield from facts_in(inner, ruleset)


def waits_for(rules: list[str], case: Partnership, adviser: Adviser) -> str:
    """Say for what the rule waits that needs the fewest answers."""
    rule, missing = min(
        ((name, adviser.why_not(case, name).waits_for) for name in rules), key=lambda found: len(found[1])
    )
    return f"`{rule}` wacht op {labels((each.fact for each in missing), adviser.ruleset)}"


def untold(rules: list[str], case: Partnership, adviser: Adviser) -> str:
    """Say at which facts some rules look, of which the text tells none."""
    looked = (name for rule in rules for name in facts_in(adviser.why(case, rule), adviser.ruleset))
    return f"{listed(rules)}: niet verteld is {labels(looked, adviser.ruleset)}"


def labels(facts: Iterable[str], ruleset: Ruleset) -> str:
    """Return facts in words, each once."""
    return ", ".join(dict.fromkeys(ruleset.vocabulary.facts[name].texts["nl"].label for name in facts))


def kept_by(rule: str, case: Partnership, adviser: Adviser) -> str:
    """Say why a rule does not hold."""
    reasons = adviser.why_not(case, rule).kept_by[0]
    return f"`{rule}` geldt niet: {', '.join(reason.text for reason in reasons)}"


def listed(rules: tuple[str, ...] | list[str]) -> str:
    return ", ".join(f"`{name}`" for name in rules)


# --- the report ---


def report(found: list[Verdict], assessed: dict[str, Assessment]) -> str:
    """Write the tables and the totals."""
    problems = [each for each in found if not each.conclusion.is_good]
    good = [each for each in found if each.conclusion.is_good]
    lines = ["| nr | wat de auteurs vonden | gewicht | uitkomst | waardoor | voorwaarden |", "| --- " * 6 + "|"]
    for each in problems:
        one = each.conclusion
        about = f"{one.kind}, {one.weight}"
        lines.append(f"| {one.id} | {one.text} | {about} | **{each.outcome}** | {each.reason} | {each.statuses} |")
    if good:
        lines += ["", "Wat volgens de auteurs goed gaat:", ""]
        lines += ["| nr | wat de auteurs vonden | uitkomst | waardoor |", "| --- " * 4 + "|"]
        lines += [
            f"| {each.conclusion.id} | {each.conclusion.text} | **{each.outcome}** | {each.reason} |" for each in good
        ]
    lines += ["", "Alles bij elkaar:", "", f"| | {' | '.join(OUTCOMES)} | samen |", "| --- " * 7 + "|"]
    for name, those in (
        ("knelpunten en aanbevelingen", problems),
        ("waarvan met gewicht hoog", [each for each in problems if each.conclusion.weight == "hoog"]),
    ):
        counted = Counter(each.outcome for each in those)
        lines.append(f"| {name} | {' | '.join(str(counted[outcome]) for outcome in OUTCOMES)} | {len(those)} |")
    said = sum(each.outcome == SAID for each in problems)
    lines += ["", f"Gezegd: {said} van de {len(problems)} ({_percent(said, len(problems))})."]
    lines += ["", *first_advice(problems, assessed)]
    return "\n".join(lines)


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.0f} procent" if whole else "geen knelpunten"


def first_advice(problems: list[Verdict], assessed: dict[str, Assessment]) -> list[str]:
    """Write of each case what stands first, and whether its authors say so too."""
    lines = ["Wat er eerst staat:", "", "| casus | eerste advies | punt van de auteurs |", "| --- " * 3 + "|"]
    for letter, assessment in assessed.items():
        first = assessment.advice[0] if assessment.advice else None
        same = [
            each.conclusion.id
            for each in problems
            if first is not None
            and letter_of(each.conclusion.id, assessed) == letter
            and first.rule in each.conclusion.rules
        ]
        lines.append(f"| {letter} | {first.title if first else 'geen'} | {', '.join(same) or 'geen'} |")
    return lines


def agreement(one: Path, other: Path, ruleset: Ruleset) -> str:
    """Write where two people who filled in the same cases agree and differ."""
    ours, theirs = cases_of(one, ruleset), cases_of(other, ruleset)
    both = equal = 0
    differing = []
    for letter in (letter for letter in ours if letter in theirs):
        mine, hers = ours[letter], theirs[letter]
        for name, party in sorted(mine.slots() & hers.slots(), key=str):
            fact, first, second = ruleset.vocabulary.facts[name], mine.answer(name, party), hers.answer(name, party)
            both += 1
            is_near = fact.kind.value == "schaal" and abs(first - second) <= CLOSE  # type: ignore[operator]  # scores
            if first == second or is_near:
                equal += 1
            else:
                who = f" ({party})" if party else ""
                differing.append(f"- {letter}: {fact.texts['nl'].label}{who}: {shown(first)} en {shown(second)}")
    many = "1 vraag" if both == 1 else f"{both} vragen"
    head = f"Op {many} gaven beide mensen antwoord. Gelijk: {equal}."
    near = f"Een verschil van {CLOSE} punt op een schaal telt als eens."
    return "\n".join([head, near, *(["", "Bespreek samen:", *differing] if differing else [])])


def shown(answer: object) -> str:
    return {True: "ja", False: "nee"}.get(answer, str(answer)) if isinstance(answer, bool) else str(answer)


def main() -> int:
    """Print how the conclusions come out, or where two people differ."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter, allow_abbrev=False
    )
    parser.add_argument("folder", type=Path, nargs="?", default=CASES, help="cases, and what their authors concluded")
    parser.add_argument("--rules", type=Path, help="rule files of your own, in place of the shipped ones")
    parser.add_argument("--other", type=Path, help="the same cases, filled in by another person")
    chosen = parser.parse_args()
    try:
        ruleset = load_ruleset(chosen.rules)
        if chosen.other:
            print(agreement(chosen.folder, chosen.other, ruleset))
        else:
            print(report(*verdicts(chosen.folder, Adviser(ruleset))))
    except InvalidInputError as error:
        parser.exit(2, f"{error}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
