"""Between the page and the library: JSON in, JSON out. It keeps nothing; every call brings the whole case.

What only reports need is loaded when the first is asked for, so that the first question comes soon.
"""
# ruff: noqa: PLC0415

import functools
import json
import pickle
import tempfile
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import attrs

from samenwerkadvies import Adviser, Interview, InvalidInputError, Language, Question, Ruleset, load_ruleset
from samenwerkadvies.facts import Chosen
from samenwerkadvies.loading import CaseFile
from samenwerkadvies.vocabulary import UNKNOWN, Slot

Case = dict[str, Any]
PLACE = "toelichting"
LOADED = Path(__file__).with_name("samenwerkadvies_ruleset.pickle")
"""The shipped rules as the build loaded them: reading them again would take seconds in a browser."""


@functools.cache
def adviser_in(language: Language) -> Adviser:
    """Return the adviser of a language; the rules are loaded once."""
    return Adviser(_ruleset(), engine="reference", language=language)


@functools.cache
def _ruleset() -> Ruleset:
    if LOADED.exists():
        found: Ruleset = pickle.loads(LOADED.read_bytes())  # noqa: S301 - written by the build, hashed as every file
        return found
    return load_ruleset()


def call(name: str, given: str, language: Language) -> str:
    """Answer one call of the page: its result, or what is wrong with what was given."""
    try:
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
        "parties": [{"id": party, "name": texts.name, "full": texts.full} for party, texts in parties.items()],
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
    partnership = interview.partnership
    known = [
        [fact, party, _plain(answer)]
        for fact, party in adviser.ruleset.vocabulary.slots
        if (answer := partnership.answer(fact, party)) is not None and (fact, party) not in partnership.hidden
    ]
    return {
        "case": _case(interview),
        "known": known,
        "unknown": [[fact, party] for fact, party, *_ in sorted(interview.not_known, key=str)],
        "open": [[each.fact, each.party, list(each.could_decide)] for each in interview.open_questions],
    }


def _plain(answer: object) -> object:
    if isinstance(answer, Chosen):
        return list(answer.options)
    return answer if isinstance(answer, bool | int | str | Decimal) else str(answer)


def _case(interview: Interview) -> Case:
    case = interview.to_case()
    return json.loads(json.dumps(case, default=_as_json))  # type: ignore[no-any-return] # a case is JSON


def answer(  # noqa: PLR0913 - a question, its answer and a remark
    adviser: Adviser,
    case: Case,
    fact: str,
    party: str | None,
    *,
    value: object,
    remark: str | None = None,
    quick: bool = False,
) -> dict[str, Any]:
    """Return how far a case is with one more answer (None: nobody knows), and with a remark where one is given."""
    interview = Interview.start(adviser, case)
    kind = adviser.ruleset.vocabulary.facts[fact].kind
    answered = interview.answer(Question(fact=fact, party=party, text="", kind=kind), value)
    return look(adviser, _with_remark(_case(answered), adviser, fact, party, remark), quick=quick)


def clear(adviser: Adviser, case: Case, fact: str, party: str | None, *, quick: bool = False) -> dict[str, Any]:
    """Return how far a case is without the answer to a question, and without the remark beside it."""
    bare = _with_remark(case, adviser, fact, party, "")
    facts = _without(bare.get("feiten") or {}, _path(adviser, fact, party))
    return look(adviser, bare | {"feiten": facts}, quick=quick)


def _path(adviser: Adviser, fact: str, party: str | None) -> list[str]:
    own = adviser.ruleset.vocabulary.facts[fact].is_perception
    return [fact, party] if own and party else [fact]


def _without(found: Mapping[str, Any], path: list[str]) -> dict[str, Any]:
    name, *below = path
    left = {key: value for key, value in found.items() if key != name}
    inner = found.get(name)
    if below and isinstance(inner, dict) and (kept := _without(inner, below)):
        return found | {name: kept}  # type: ignore[operator, no-any-return] # a plain dict
    return left


def _with_remark(case: Case, adviser: Adviser, fact: str, party: str | None, remark: str | None) -> Case:
    remarks = case.get(PLACE) or {}
    if remark is None or not isinstance(remarks, dict):
        return case
    name, *below = _path(adviser, fact, party)
    remarks = _without(remarks, [name, *below])
    if said := " ".join(remark.split()):
        remarks[name] = {**remarks.get(name, {}), below[0]: said} if below else said
    rest = {key: value for key, value in case.items() if key != PLACE}
    return rest | ({PLACE: remarks} if remarks else {})


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

    Where both say something else, what stood in the case stays, and ``differs`` has the fact and the party.
    """
    mine, theirs = look(adviser, case)["case"], read(adviser, text, name)["case"]
    differs: list[list[str]] = []
    joined = {**theirs, **mine, "feiten": _joined(mine["feiten"], theirs["feiten"], differs)}
    said, other = mine.get(PLACE), theirs.get(PLACE)
    if isinstance(said, dict) and isinstance(other, dict):
        joined[PLACE] = _joined(said, other, [], both="{} {}")
    is_whole = not (said and other) or said == other or (isinstance(joined[PLACE], dict) and isinstance(other, dict))
    found = look(adviser, joined, quick=quick)
    return found | {"differs": differs, "remarks": is_whole, "name": theirs.get("naam", "")}


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
        "location": at and attrs.evolve(at, file=at.file.replace(path, name)),
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


CALLS = {each.__name__: each for each in (catalogue, look, answer, clear, read, join, write, assess, report, what_if)}
