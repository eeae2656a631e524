"""Read case files: one partnership or a list of them, in YAML or JSON."""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping
from pathlib import Path

import attrs

from samenwerkadvies.errors import (
    MOST_PROBLEMS,
    InvalidFactsError,
    InvalidInputError,
    Location,
    Problem,
    UsageError,
    location_of,
    quoted,
)
from samenwerkadvies.loading.documents import read_document
from samenwerkadvies.loading.texts import LARGEST, decode, line_and_column, read_text
from samenwerkadvies.loading.yaml_problems import DEEPEST
from samenwerkadvies.partnership import Partnership
from samenwerkadvies.vocabulary import Vocabulary


def load_cases(
    path: str | Path, vocabulary: Vocabulary, *, reference_date: datetime.date | str | None = None
) -> tuple[Partnership, ...]:
    """Read the partnerships in a file whose name ends in .json, .yaml or .yml.

    A ``reference_date`` that is given comes before the ``peildatum`` of each case.

    Raises:
        InvalidFactsError: with every problem in the file, a missing reference date too.
    """
    shown = str(path)
    problems: list[Problem] = []
    partnerships: list[Partnership] = []
    document = _document(Path(path))
    cases = document if isinstance(document, list) else [document]
    if not cases:
        problems.append(
            Problem("CASUS03", "in dit bestand staat geen casus", place=shown, expected="minstens één casus")
        )
    for index, case in enumerate(cases, start=1):
        if len(problems) >= MOST_PROBLEMS:
            break
        place = shown if case is document else f"{shown}, casus {index}"
        if not isinstance(case, Mapping):
            expected = "een casus met naam, peildatum en feiten"
            problems.append(Problem("CASUS03", "hier staat geen casus", location_of(case), place, expected))
            continue
        try:
            partnerships.append(Partnership.from_case(case, vocabulary, reference_date=reference_date))
        except InvalidFactsError as error:
            problems += [_placed(problem, place) for problem in error.problems]
    if problems:
        raise InvalidFactsError(problems)
    return tuple(partnerships)


def case_in(content: bytes, path: Path) -> Mapping[str, object]:
    """Return the one case in the content of a file as it stands there; ``Partnership.from_case`` checks what it says.

    Raises:
        InvalidInputError: when it cannot be read, or is no single case.
    """
    document = document_in(decode(content, str(path)), path)
    if isinstance(document, Mapping):
        return document
    raise InvalidInputError([_no_single_case(document, str(path))])


def load_case_json(
    text: str | bytes, vocabulary: Vocabulary, *, reference_date: datetime.date | str | None = None
) -> Partnership:
    """Read the one case in a text of JSON, such as the body of a request; it is checked as case files are.

    A ``reference_date`` that is given comes before the ``peildatum`` of the case.

    Raises:
        InvalidFactsError: with every problem in the text, a missing reference date too, whatever the text is.
        UsageError: when it is no text at all.
    """
    if not isinstance(text, str | bytes):
        raise UsageError(f"JSON must be a str or bytes, not {type(text).__name__}")
    content = text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
    if len(content) > LARGEST:
        expected = f"hoogstens {LARGEST // 1_000_000} MB"
        raise InvalidFactsError([Problem("LEES02", "deze tekst is te groot", place=_JSON, expected=expected)])
    try:
        case = _read_json(decode(content, _JSON), _JSON)
    except InvalidInputError as error:
        raise InvalidFactsError(error.problems) from None
    if not isinstance(case, dict):
        raise InvalidFactsError([_no_single_case(case, _JSON)])
    return Partnership.from_case(case, vocabulary, reference_date=reference_date)


_JSON = "JSON"
"""What stands where else the name of a file stands."""


def _no_single_case(found: object, shown: str) -> Problem:
    expected = "één casus met naam, peildatum en feiten"
    return Problem("CASUS03", "hier staat niet één casus", location_of(found), shown, expected)


def document_in(text: str, path: Path) -> object:
    """Return what a text says in JSON or YAML, as the name of its file tells.

    Raises:
        InvalidInputError: when it is not that.
    """
    return _read_json(text, str(path)) if is_json(path) else read_document(text, str(path))


def is_json(path: Path) -> bool:
    """Say whether a case file is JSON, by its name."""
    return path.suffix.lower() == ".json"


def _document(path: Path) -> object:
    try:
        return document_in(read_text(path, str(path)), path)
    except InvalidInputError as error:
        raise InvalidFactsError(error.problems) from None


def _placed(problem: Problem, file: str) -> Problem:
    """Name the file in a problem that knows only its place in a case."""
    if problem.location or problem.others:
        return problem
    return attrs.evolve(problem, place=f"{file}: {problem.place}" if problem.place else file)


class _RefusedError(Exception):
    def __init__(self, message: str, expected: str) -> None:
        super().__init__(message)
        self.expected = expected


def _read_json(text: str, shown: str) -> object:
    """Read JSON, without the liberties that Python takes: a key stands once, NaN and Infinity are no numbers."""

    def pairs(found: list[tuple[str, object]]) -> dict[str, object]:
        made: dict[str, object] = {}
        for name, value in found:
            if name in made:
                raise _RefusedError(f"{quoted(name)} staat twee keer in één groep", "elke naam één keer")
            made[name] = value
        return made

    def constant(name: str) -> object:
        raise _RefusedError(f"{name} is geen getal", "een getal, of niets")

    try:
        return json.loads(text, object_pairs_hook=pairs, parse_constant=constant)
    except json.JSONDecodeError as error:
        problem = Problem("LEES09", "dit is geen JSON", _place(text, error.pos, shown), expected="geldige JSON")
    except _RefusedError as error:
        problem = Problem("LEES09", str(error), place=shown, expected=error.expected)
    except RecursionError:
        problem = Problem("LEES06", "te veel niveaus in elkaar", place=shown, expected=f"hoogstens {DEEPEST} diep")
    except ValueError:
        problem = Problem("LEES09", "hier staat een getal dat te groot is", place=shown, expected="een kleiner getal")
    raise InvalidInputError([problem])


def _place(text: str, position: int, shown: str) -> Location:
    """Return where JSON goes wrong; a comma too many is pointed at itself, on every Python."""
    before = text[:position].rstrip()
    if text[position : position + 1] in ("}", "]") and before.endswith(","):
        position = len(before) - 1
    line, column = line_and_column(text, position)
    return Location(shown, line, column, text.split("\n")[line - 1])
