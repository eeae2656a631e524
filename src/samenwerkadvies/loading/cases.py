"""Read case files: one partnership or a list of them, in YAML or JSON."""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping
from pathlib import Path

from samenwerkadvies.bilingual import Said, both
from samenwerkadvies.case_form import CASE_LIKE
from samenwerkadvies.errors import (
    MOST_PROBLEMS,
    InvalidFactsError,
    InvalidInputError,
    Location,
    Problem,
    UsageError,
    location_of,
    quoted,
    told_in,
)
from samenwerkadvies.loading.documents import read_document
from samenwerkadvies.loading.texts import LARGEST, decode, line_and_column, read_text, require_shallow
from samenwerkadvies.loading.yaml_problems import DEEPEST, or_rest, with_cut
from samenwerkadvies.partnership import Partnership
from samenwerkadvies.ruleset import DUTCH, Language
from samenwerkadvies.vocabulary import Vocabulary


def load_cases(
    path: str | Path,
    vocabulary: Vocabulary,
    *,
    reference_date: datetime.date | str | None = None,
    language: Language = DUTCH,
) -> tuple[Partnership, ...]:
    """Read the partnerships in a file whose name ends in .json, .yaml or .yml.

    A ``reference_date`` that is given comes before the ``peildatum`` of each case. What is wrong with cases is told in
    the language; what is wrong with the file itself in Dutch.

    Raises:
        InvalidFactsError: with every problem in the file, a missing reference date too.
    """
    with told_in(language):
        return _partnerships(path, vocabulary, reference_date)


def _partnerships(
    path: str | Path, vocabulary: Vocabulary, reference_date: datetime.date | str | None
) -> tuple[Partnership, ...]:
    shown = str(path)
    problems: list[Problem] = []
    cut: list[Problem] = []
    partnerships: list[Partnership] = []
    document = _document(Path(path), cut)
    cases = document if isinstance(document, list) else [document]
    if not cases:
        message = both("in dit bestand staat geen casus", "there is no case in this file")
        problems.append(
            Problem(
                code="CASUS03", message=message, place=shown, expected=both("minstens één casus", "at least one case")
            )
        )
    for index, case in enumerate(cases, start=1):
        if len(problems) >= MOST_PROBLEMS:
            break
        place = shown if case is document else f"{shown}, casus {index}"
        if not isinstance(case, Mapping):
            message = both("hier staat geen casus", "here is no case")
            problems.append(
                Problem(code="CASUS03", message=message, location=location_of(case), place=place, expected=CASE_LIKE)
            )
            continue
        try:
            partnerships.append(Partnership.from_case(case, vocabulary, reference_date=reference_date))
        except InvalidFactsError as error:
            problems += [_placed(problem, place) for problem in error.problems]
    problems = [or_rest(problem) if problem.code in _UNKNOWN_NAMES else problem for problem in problems]
    if problems := with_cut(problems, cut):
        raise InvalidFactsError(problems)
    return tuple(partnerships)


_UNKNOWN_NAMES = ("FEIT01", "FEIT06")


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
    text: str | bytes,
    vocabulary: Vocabulary,
    *,
    reference_date: datetime.date | str | None = None,
    language: Language = DUTCH,
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
    with told_in(language):
        return Partnership.from_case(_case_in_json(content), vocabulary, reference_date=reference_date)


def _case_in_json(content: bytes) -> Mapping[str, object]:
    if len(content) > LARGEST:
        expected = both("hoogstens {} MB", "{} MB at the most", str(LARGEST // 1_000_000))
        message = both("deze tekst is te groot", "this text is too large")
        raise InvalidFactsError([Problem(code="LEES02", message=message, place=_JSON, expected=expected)])
    try:
        case = _read_json(decode(content, _JSON), _JSON)
    except InvalidInputError as error:
        raise InvalidFactsError(error.problems) from None
    if not isinstance(case, dict):
        raise InvalidFactsError([_no_single_case(case, _JSON)])
    return case


_JSON = "JSON"
"""What stands where else the name of a file stands."""


def _no_single_case(found: object, shown: str) -> Problem:
    message = both("hier staat niet één casus", "here is not one case")
    expected = both("één casus met naam, peildatum en feiten", "one case with naam, peildatum and feiten")
    return Problem(code="CASUS03", message=message, location=location_of(found), place=shown, expected=expected)


def document_in(text: str, path: Path, cut: list[Problem] | None = None) -> object:
    """Return what a text says in JSON or YAML, as the name of its file tells; ``cut`` is that of ``read_document``.

    Raises:
        InvalidInputError: when it is not that.
    """
    return _read_json(text, str(path)) if is_json(path) else read_document(text, str(path), cut)


def is_json(path: Path) -> bool:
    """Say whether a case file is JSON, by its name."""
    return path.suffix.lower() == ".json"


def _document(path: Path, cut: list[Problem]) -> object:
    try:
        return document_in(read_text(path, str(path)), path, cut)
    except InvalidInputError as error:
        raise InvalidFactsError(error.problems) from None


def _placed(problem: Problem, file: str) -> Problem:
    """Name the file in a problem that knows only its place in a case."""
    if problem.location or problem.others:
        return problem
    return problem.at(None, f"{file}: {problem.place}" if problem.place else file)


class _RefusedError(Exception):
    def __init__(self, message: Said, expected: Said) -> None:
        super().__init__(message)
        self.message, self.expected = message, expected


def _read_json(text: str, shown: str) -> object:
    """Read JSON, without the liberties that Python takes: a key stands once, NaN and Infinity are no numbers."""

    def pairs(found: list[tuple[str, object]]) -> dict[str, object]:
        made: dict[str, object] = {}
        for name, value in found:
            if name in made:
                message = both("{} staat twee keer in één groep", "{} stands twice in one object", quoted(name))
                raise _RefusedError(message, both("elke naam één keer", "each name once"))
            made[name] = value
        return made

    def constant(name: str) -> object:
        raise _RefusedError(
            both("{} is geen getal", "{} is no number", name), both("een getal, of niets", "a number, or nothing")
        )

    require_shallow(text, DEEPEST, shown)
    try:
        return json.loads(text, object_pairs_hook=pairs, parse_constant=constant)
    except json.JSONDecodeError as error:
        problem = Problem(
            code="LEES09",
            message=both("dit is geen JSON", "this is no JSON"),
            location=_place(text, error.pos, shown),
            expected=both("geldige JSON", "valid JSON"),
        )
    except _RefusedError as error:
        problem = Problem(code="LEES09", message=error.message, place=shown, expected=error.expected)
    except ValueError:
        message = both("hier staat een getal dat te groot is", "here is a number that is too large")
        problem = Problem(
            code="LEES09", message=message, place=shown, expected=both("een kleiner getal", "a smaller number")
        )
    raise InvalidInputError([problem])


def _place(text: str, position: int, shown: str) -> Location:
    """Return where JSON goes wrong; a comma too many is pointed at itself, on every Python."""
    before = text[:position].rstrip()
    if text[position : position + 1] in ("}", "]") and before.endswith(","):
        position = len(before) - 1
    line, column = line_and_column(text, position)
    return Location(shown, line, column, text.split("\n")[line - 1])
