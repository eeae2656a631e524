"""Read case files: one partnership or a list of them, in YAML or JSON."""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping
from pathlib import Path

from samenwerkadvies.errors import InvalidFactsError, InvalidInputError, Location, Problem, quoted
from samenwerkadvies.loading.documents import read_document
from samenwerkadvies.loading.texts import decode, line_and_column, read_text
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
        place = shown if case is document else f"{shown}, casus {index}"
        if not isinstance(case, Mapping):
            expected = "een casus met naam, peildatum en feiten"
            at = getattr(case, "at", None)
            problems.append(Problem("CASUS03", "hier staat geen casus", at, place, expected))
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
    at = getattr(document, "at", None)
    expected = "één casus met naam, peildatum en feiten"
    raise InvalidInputError([Problem("CASUS03", "in dit bestand staat niet één casus", at, str(path), expected)])


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
    if problem.location:
        return problem
    place = f"{file}: {problem.place}" if problem.place else file
    return Problem(problem.code, problem.message, None, place, problem.expected, problem.hint)


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
