"""Between the page and the library: JSON in, JSON out. It keeps nothing; every call brings the whole case.

What only reports need is loaded when the first is asked for, so that the first question comes soon.
"""
# ruff: noqa: PLC0415

import functools
import json
import tempfile
from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import attrs
from msgspec.structs import replace

from samenwerkadvies import Adviser, Agreement, Interview, InvalidInputError, Language, Question
from samenwerkadvies.advising.json_checks import DEEPEST
from samenwerkadvies.facts import Chosen
from samenwerkadvies.loading.keeping import CaseFile
from samenwerkadvies.loading.texts import require_shallow
from samenwerkadvies.vocabulary import UNKNOWN, Slot

Case = dict[str, Any]
Place = tuple[str, str | None, str]
"""What is asked: the fact, the party, and the organisation where several of the party take part."""
PLACE, PEOPLE, ORGANISATIONS = "toelichting", "respondenten", "organisaties"


@functools.cache
def adviser_in(language: Language) -> Adviser:
    """Return the adviser of a language; the rules are loaded once."""
    return Adviser(engine="reference", language=language)


def call(name: str, given: str, language: Language) -> str:
    """Answer one call of the page: its result, or what is wrong with what was given."""
    try:
        require_shallow(given, DEEPEST, "")
        found = CALLS[name](adviser_in(language), **json.loads(given))
    except InvalidInputError as error:
        told = error.in_language(language).problems
        return json.dumps({"problems": [_told(problem.to_dict()) for problem in told]})
    return json.dumps({"result": found}, default=_as_json)


def _as_json(value: object) -> object:
    return float(value) if isinstance(value, Decimal) else str(value)


def _told(problem: Mapping[str, Any]) -> dict[str, Any]:
    return {key: problem[key] for key in ("code", "message", "expected", "hint", "place", "line") if problem.get(key)}


def catalogue(adviser: Adviser) -> dict[str, Any]:
    """Return the parties, the conditions and every question there is, with all that a form needs."""
    language, vocabulary = adviser.language, adviser.ruleset.vocabulary
    asked = Interview.start(adviser, {"peildatum": "2026-01-01", "feiten": {}})
    parties = {party: one.texts[language] for party, one in vocabulary.declared.items()}
    conditions = adviser.ruleset.conditions
    return {
        "parties": [
            {"id": party, "name": texts.name, "full": texts.full, "several": party in vocabulary.several}
            for party, texts in parties.items()
        ],
        "conditions": [{"number": each.number, "title": each.texts[language].title} for each in conditions.values()],
        "questions": [_question(asked, slot) for slot in vocabulary.slots],
        "quick": len({fact for fact, _ in adviser.ruleset.quick_scan}),
        "rules": {name: rule.texts[language].title for name, rule in adviser.ruleset.rules.items()},
    }


def _question(interview: Interview, slot: Slot) -> dict[str, Any]:
    fact = interview.adviser.ruleset.vocabulary.facts[slot[0]]
    at: Any = slot
    question = attrs.asdict(attrs.evolve(interview, returned_to=at).next())  # type: ignore[arg-type] # there is one
    question |= {"kind": fact.kind.value, "condition": fact.condition, "past": fact.is_past, "own": fact.is_perception}
    question["decimals"] = fact.decimals
    return {key: value for key, value in question.items() if key not in ("could_decide", "organisation")}


def look(adviser: Adviser, case: Case, *, quick: bool = False) -> dict[str, Any]:
    """Return how far a case is: what is known, what nobody knows, and what is worth asking, the most telling first."""
    interview = Interview.start(adviser, case, quick=quick)
    return {
        "case": _case(interview),
        "known": [[fact, party, name, _plain(answer)] for fact, party, name, answer in _known(interview)],
        "unknown": sorted([fact, party, "".join(name)] for fact, party, *name in interview.not_known),
        "open": [
            [each.fact, each.party, "".join(each.organisations), list(each.could_decide)]
            for each in interview.open_questions
        ],
    }


def _known(interview: Interview) -> Iterator[tuple[str, str | None, str, object]]:
    """Yield every answer that may be shown, with the name of the organisation where several of a party take part."""
    partnership = interview.partnership
    organisations = partnership.organisations
    for fact, party in interview.adviser.ruleset.vocabulary.slots:
        if (fact, party) in organisations.asked:
            for name, said in organisations.said.get((fact, party), {}).items():
                yield fact, party, name, said
        elif (fact, party) not in partnership.hidden and (answer := partnership.answer(fact, party)) is not None:
            yield fact, party, "", answer


def _plain(answer: object) -> object:
    if isinstance(answer, Chosen):
        return list(answer.options)
    return answer if isinstance(answer, bool | int | str | Decimal) else str(answer)


def _case(interview: Interview) -> Case:
    case = interview.to_case()
    return json.loads(json.dumps(case, default=_as_json))  # type: ignore[no-any-return] # a case is JSON


def answer(  # noqa: PLR0913 - a question, its answer and a remark
    adviser: Adviser, case: Case, at: Place, value: object, *, remark: str | None = None, quick: bool = False
) -> dict[str, Any]:
    """Return how far a case is with one more answer (None: nobody knows), and with a remark where one is given."""
    fact, party, organisation = at
    kind = adviser.ruleset.vocabulary.facts[fact].kind
    asked = Question(fact=fact, party=party, text="", kind=kind, organisation=organisation)
    answered = Interview.start(adviser, case).answer(asked, value)
    return look(adviser, _with_remark(_case(answered), _path(adviser, at), remark), quick=quick)


def clear(adviser: Adviser, case: Case, at: Place, *, remark: str = "", quick: bool = False) -> dict[str, Any]:
    """Return how far a case is without the answer to a question, and with this remark beside it."""
    path = _path(adviser, at)
    facts = _without(case.get("feiten") or {}, path)
    return look(adviser, _with_remark(case, path, remark) | {"feiten": facts}, quick=quick)


def note(adviser: Adviser, case: Case, at: Place, *, remark: str, quick: bool = False) -> dict[str, Any]:
    """Return how far a case is with a remark beside a question, whether that has an answer or not."""
    return look(adviser, _with_remark(case, _path(adviser, at), remark), quick=quick)


def _path(adviser: Adviser, at: Place) -> list[str]:
    fact, party, organisation = at
    own = adviser.ruleset.vocabulary.facts[fact].is_perception
    return [name for name in (fact, party if own else None, organisation) if name]


def _without(found: Mapping[str, Any], path: list[str]) -> dict[str, Any]:
    name, *below = path
    left = {key: value for key, value in found.items() if key != name}
    inner = found.get(name)
    if below and isinstance(inner, dict) and (kept := _without(inner, below)):
        return found | {name: kept}  # type: ignore[operator, no-any-return] # a plain dict
    return left


def _with_remark(case: Case, path: list[str], remark: str | None) -> Case:
    remarks = case.get(PLACE) or {}
    if remark is None or not isinstance(remarks, dict):
        return case
    remarks = _without(remarks, path)
    if said := " ".join(remark.split()):
        *above, last = path
        within = remarks
        for name in above:
            within[name] = within = dict(within.get(name, {}))
        within[last] = said
    rest = {key: value for key, value in case.items() if key != PLACE}
    return rest | ({PLACE: remarks} if remarks else {})


def part(adviser: Adviser, case: Case, party: str) -> Case:
    """Return a case with only what one party says for itself, and what was written beside that."""
    vocabulary = adviser.ruleset.vocabulary
    made: Case = {key: case[key] for key in ("naam", "peildatum") if key in case}
    for key in (ORGANISATIONS, PEOPLE):
        if found := {name: value for name, value in (case.get(key) or {}).items() if name == party}:
            made[key] = found
    for key in ("feiten", PLACE):
        written = case.get(key)
        of_party: Case = {}
        for name, value in written.items() if isinstance(written, dict) else ():
            fact = vocabulary.facts[name]
            if fact.asked_of == party:
                of_party[name] = value
            elif fact.is_perception and isinstance(value, dict) and party in value:
                of_party[name] = {party: value[party]}
        if of_party or key == "feiten":
            made[key] = of_party
    return made


def read(adviser: Adviser, text: str, name: str, *, quick: bool = False) -> dict[str, Any]:
    """Return how far the case in a case file is, such as the command line reads and writes."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "casus.json" if name.lower().endswith(".json") else "casus.yaml")
        path.write_text(text, "utf-8")
        try:
            return look(adviser, dict(CaseFile.read(path).case), quick=quick)
        except InvalidInputError as error:
            shown = error.in_language(adviser.language).problems
            raise type(error)(attrs.evolve(each, **_renamed(each, str(path), name)) for each in shown) from None


def join(adviser: Adviser, case: Case, text: str, name: str, *, quick: bool = False) -> dict[str, Any]:
    """Return how far a case is with what another file of it says besides.

    Where both say something else, what stood in the case stays, and ``differs`` has the fact, the party and the
    organisation.
    """
    mine, theirs = look(adviser, case)["case"], read(adviser, text, name)["case"]
    differs: list[list[str]] = []
    joined = {**theirs, **mine, "feiten": _joined(mine["feiten"], theirs["feiten"], differs)}
    if people := _joined(mine.get(PEOPLE, {}), theirs.get(PEOPLE, {}), differs):
        joined[PEOPLE] = people
    if names := _both(mine.get(ORGANISATIONS, {}), theirs.get(ORGANISATIONS, {})):
        joined[ORGANISATIONS] = names
    said, other = mine.get(PLACE), theirs.get(PLACE)
    if isinstance(said, dict) and isinstance(other, dict):
        joined[PLACE] = _joined(said, other, [], both="{} {}")
    is_whole = not (said and other) or said == other or (isinstance(joined[PLACE], dict) and isinstance(other, dict))
    found = look(adviser, joined, quick=quick)
    return found | {"differs": differs, "remarks": is_whole, "name": theirs.get("naam", "")}


def _both(mine: dict[str, list[str]], theirs: dict[str, list[str]]) -> dict[str, list[str]]:
    """Return the organisations of which one of two speaks."""
    return {party: [*dict.fromkeys((*mine.get(party, ()), *theirs.get(party, ())))] for party in {**mine, **theirs}}


def _joined(mine: Case, theirs: Case, differs: list[list[str]], *below: str, both: str = "") -> Case:
    """Return what two say, with ``onbekend`` for nothing said; where they differ the first, or ``both``."""
    made = dict(mine)
    for key, value in theirs.items():
        own = mine.get(key, UNKNOWN)
        if isinstance(own, dict) and isinstance(value, dict):
            made[key] = _joined(own, value, differs, *below, key, both=both)
        elif own == UNKNOWN:
            made[key] = value
        elif value not in (own, UNKNOWN):
            made[key] = both.format(own, value) if both else own
            differs.append([*below, key])
    return made


def _renamed(problem: Any, path: str, name: str) -> dict[str, Any]:
    """Return where a problem stands, by the name that its reader gave the file."""
    at = problem.location
    return {
        "place": problem.place.replace(path, name),
        "location": at and replace(at, file=at.file.replace(path, name)),
    }


def write(adviser: Adviser, case: Case) -> str:
    """Return a case as the case file that the command line would write."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "casus.yaml")
        CaseFile.made(path, Interview.start(adviser, case).to_case())
        return path.read_text("utf-8")


def assess(adviser: Adviser, case: Case) -> dict[str, Any]:
    """Return the assessment of a case, thinking along."""
    return adviser.assess(case, thinking_along=True).to_dict()


def report(adviser: Adviser, case: Case) -> str:
    """Return the report about a case: talk sheet, plan and advice, as a part of a page."""
    from samenwerkadvies.outputs import to_html

    return to_html(adviser.assess(case, thinking_along=True), fragment=True)


def what_if(adviser: Adviser, case: Case, changes: Case) -> str:
    """Return what would change with other answers, as a part of a page."""
    from samenwerkadvies.outputs import comparison_to_html

    return comparison_to_html(adviser.what_if(case, changes), fragment=True)


def compare(adviser: Adviser, case: Case, text: str, name: str, plan: list[Case]) -> dict[str, Any]:
    """Return what changed between a case and that in a file, by their days, and what became of what was agreed."""
    from samenwerkadvies.outputs import comparison_to_html

    other = read(adviser, text, name)["case"]
    older, newer = sorted((other, case), key=lambda each: str(each["peildatum"]))
    comparison = adviser.compare(older, newer, plan=_agreed(adviser, plan))
    return {
        "html": comparison_to_html(comparison, fragment=True),
        "name": other.get("naam", ""),
        "days": [older["peildatum"], newer["peildatum"]],
    }


def plan_file(adviser: Adviser, case: Case, plan: list[Case]) -> str:
    """Return the action plan as a text file that spreadsheet programs open, and that ``compare --plan`` reads."""
    from samenwerkadvies.outputs.agreed import plan_to_csv

    return plan_to_csv(adviser.assess(case, thinking_along=True), _agreed(adviser, plan))


def read_plan(adviser: Adviser, text: str, name: str) -> list[Case]:
    """Return what was agreed on each step, by the place of the step in its advice; -1: of another set of rules."""
    from samenwerkadvies.outputs.agreed import plan_from_csv

    found = []
    for agreement in plan_from_csv(text, name):
        rule = adviser.ruleset.rules.get(agreement.rule)
        every = [texts.steps for texts in rule.texts.values()] if rule else []
        places = [steps.index(agreement.step) for steps in every if agreement.step in steps]
        title = rule.texts[adviser.language].title if rule else agreement.title
        found.append(attrs.asdict(agreement) | {"place": next(iter(places), -1), "title": title})
    return found


def _agreed(adviser: Adviser, plan: list[Case]) -> Iterator[Agreement]:
    """Yield what was agreed, with the words that a step has in the language of the adviser."""
    for each in plan:
        given = {key: value for key, value in each.items() if key != "place"}
        rule = adviser.ruleset.rules.get(each["rule"])
        texts = rule and rule.texts[adviser.language]
        if texts and 0 <= each["place"] < len(texts.steps):
            given |= {"step": texts.steps[each["place"]], "title": texts.title}
        yield Agreement(**given)


CALLS = {
    each.__name__: each
    for each in (
        *(catalogue, look, answer, clear, note, read, join, part, write),
        *(assess, report, what_if, compare, plan_file, read_plan),
    )
}
