"""An empty questionnaire: the questions of a ruleset, in a workbook with a sheet for each party, or in text."""

from __future__ import annotations

import csv
import datetime
import io
import math
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, BinaryIO

import attrs

from samenwerkadvies.errors import listed, quoted
from samenwerkadvies.files.questionnaires import COLUMNS, OWN_ROWS
from samenwerkadvies.files.tables import SPREADSHEET_TEXT, told_of, wrong_file
from samenwerkadvies.files.writing import A4, open_workbook
from samenwerkadvies.outputs.interview import how_long
from samenwerkadvies.placing import put_in_place
from samenwerkadvies.ruleset import DUTCH, Ruleset
from samenwerkadvies.vocabulary import GREATEST_COUNT, NEVER, PARTIES, SCALE, UNKNOWN, FactType, Kind, Respondent

FORMATS = (".xlsx", ".csv")
_TOGETHER = Respondent.TOGETHER.value
_HEAD = ("vraag", COLUMNS.answer, "mogelijke antwoorden", COLUMNS.party, COLUMNS.fact)
_YES_NO = ("ja", "nee")
_ABOUT = "Over de samenwerking"
_FIRST_LOOK = "Eerste indruk"
"""The sheet with the quick scan."""
_BLOCKS = {party: f"Vragen voor de {party}" for party in PARTIES} | {_TOGETHER: "Bespreek dit samen"}
"""Its headings."""


@attrs.frozen
class _Line:
    """One question as it stands on a sheet."""

    party: str
    fact: str
    question: str
    possible: str
    """What can be answered, in words."""
    options: tuple[str, ...] = ()
    """The answers to pick from; empty where something is filled in."""
    kind: Kind | None = None
    """None for the name."""
    maximum: int = 0
    may_be_never: bool = False
    answer: str = ""


def write_template(
    target: Path,
    ruleset: Ruleset | None = None,
    *,
    partnership: str = "",
    reference_date: datetime.date | None = None,
    quick: bool = False,
) -> None:
    """Write an empty questionnaire; filled in, ``assess_file`` reads it as it is.

    Args:
        target: .xlsx for a workbook with explanation, a sheet for each party, and answers to pick; .csv for text.
        ruleset: the rules whose questions are asked; None for the shipped ones.
        partnership: its name, filled in already.
        reference_date: the same; one for all who answer.
        quick: only the quick scan: the first looks at the conditions.

    Raises:
        UsageError: for a quick one by rules without first looks.
        InvalidFactsError: for another kind of file, when a file is there already, or when it cannot be written.
        MissingDependencyError: for a workbook without the extra for Excel.
    """
    if target.suffix.lower() not in FORMATS:
        raise wrong_file("TABEL05", target, "zo'n vragenlijst kan ik niet maken", f"een bestand op {listed(FORMATS)}")
    ruleset = Ruleset.load() if ruleset is None else ruleset
    if quick:
        ruleset.check_quick_scan()
    sheets = _sheets(ruleset, _own_lines(partnership, reference_date.isoformat() if reference_date else ""))
    if quick:
        sheets = {_FIRST_LOOK: sheets[_FIRST_LOOK]}
    with told_of(target):
        if not target.parent.is_dir():
            raise wrong_file("TABEL05", target.parent, "deze map is er niet", "een map die er al is")
        if target.exists():
            message = "dit bestand is er al, en misschien is het ingevuld"
            raise wrong_file("TABEL06", target, message, "een nieuwe naam")
        made = io.BytesIO()
        if target.suffix.lower() == ".csv":
            _write_text(made, sheets)
        else:
            _write_workbook(made, sheets, _quick_explanation(ruleset) if quick else _explanation(ruleset))
        put_in_place({target: made})


Sheets = Mapping[str, Mapping[str, Sequence[_Line]]]
"""For each sheet, the questions under each heading."""


def _sheets(ruleset: Ruleset, own: list[_Line]) -> Sheets:
    """Return all questions; what is asked about the partnership itself stands on the first sheet."""
    sheets = {_FIRST_LOOK: _first_looks(ruleset)} if ruleset.quick_scan else {}
    sheets |= {party.capitalize(): dict(_parts(ruleset, party)) for party in (_TOGETHER, *PARTIES)}
    name, first = next(iter(sheets.items()))
    return sheets | {name: {_ABOUT: [*own, *first.pop(_ABOUT, ())]} | first}


def _first_looks(ruleset: Ruleset) -> dict[str, Sequence[_Line]]:
    """Return the quick scan, with a block for each party."""
    blocks: dict[str, list[_Line]] = {party: [] for party in (*PARTIES, _TOGETHER)}
    for name, party in ruleset.quick_scan:
        fact = ruleset.vocabulary.facts[name]
        asked = party or fact.respondent.value
        blocks[asked].append(_line(fact, asked))
    return {_BLOCKS[party]: lines for party, lines in blocks.items() if lines}


def _own_lines(partnership: str, date: str) -> list[_Line]:
    name, day = OWN_ROWS
    return [
        _Line(
            _TOGETHER,
            name,
            "Hoe heet de samenwerking?",
            "in elke vragenlijst precies dezelfde naam",
            answer=partnership,
        ),
        _Line(
            _TOGETHER,
            day,
            "Voor welke dag gelden de antwoorden?",
            "een datum zoals 1-3-2026, in elke vragenlijst dezelfde; meestal de dag waarop je dit invult",
            kind=Kind.DATE,
            answer=date,
        ),
    ]


def _parts(ruleset: Ruleset, party: str) -> Iterator[tuple[str, Sequence[_Line]]]:
    """Yield the questions for a party (or both together) but first looks, under the heading of each condition."""
    looks = {fact for fact, _ in ruleset.quick_scan}
    headings = {None: _ABOUT} | {
        number: condition.texts[DUTCH].short_title for number, condition in ruleset.conditions.items()
    }
    for number, heading in headings.items():
        facts = [fact for fact in ruleset.vocabulary.facts.values() if fact.condition == number]
        lines = [_line(fact, party) for fact in facts if party in _asked(fact) and fact.id not in looks]
        if lines:
            yield heading, lines


def _asked(fact: FactType) -> tuple[str, ...]:
    return PARTIES if fact.is_perception else (fact.respondent.value,)


def _line(fact: FactType, party: str) -> _Line:
    texts = fact.texts[DUTCH]
    options: tuple[str, ...] = ()
    match fact.kind:
        case Kind.YES_NO:
            options, possible = _YES_NO, listed(_YES_NO)
        case Kind.CHOICE:
            options = tuple(texts.options[option].label for option in fact.options)
            possible = " / ".join(options)
        case Kind.SCALE:
            low, high = SCALE
            options = tuple(map(str, range(low, high + 1)))
            ends = f": {low} is {texts.lowest}, {high} is {texts.highest}" if texts.lowest and texts.highest else ""
            possible = f"een cijfer van {low} tot en met {high}{ends}"
        case Kind.COUNT:
            most = f" tot en met {fact.maximum}" if fact.maximum < GREATEST_COUNT else ""
            possible = f"een heel getal van 0{most or ' of hoger'} ({texts.unit})"
        case Kind.DATE:
            possible = "een datum zoals 1-3-2026" + f", of {NEVER}" * fact.may_be_never
    if fact.is_perception:
        possible = f"jouw mening: {possible}"
    return _Line(party, fact.id, texts.question, possible, options, fact.kind, fact.maximum, fact.may_be_never)


def _write_text(made: BinaryIO, sheets: Sheets) -> None:
    text = io.StringIO(newline="")
    written = csv.writer(text, delimiter=str(SPREADSHEET_TEXT.separator))
    written.writerow(_HEAD)
    for parts in sheets.values():
        for lines in parts.values():
            written.writerows((line.question, line.answer, line.possible, line.party, line.fact) for line in lines)
    made.write(text.getvalue().encode(str(SPREADSHEET_TEXT.encoding)))


# --- the workbook ---

_HOW_TO_ANSWER = (
    f"Staat er {quoted('jouw mening')} bij? Antwoord dan voor jezelf. Overleggen hoeft niet.",
    "Klik op een geel vak. Zie je een pijltje? Kies dan een antwoord. Anders typ je een getal of een datum.",
    "Rond halve getallen af. Twijfel je tussen twee antwoorden? Kies wat het vaakst klopt.",
    f"Weet je iets niet? Laat het vak dan leeg, of vul {quoted(UNKNOWN)} in. Raad niet.",
)
_MORE_PEOPLE = (
    ("kop", "Vullen meer mensen de lijst in?"),
    ("tekst", "Geef iedereen een eigen bestand. Zet in elk bestand precies dezelfde naam en dezelfde datum."),
    ("tekst", f"Bij {quoted('jouw mening')} mag iedereen iets anders antwoorden. Alle antwoorden tellen mee."),
)
_ONE_ANSWER = (
    "tekst",
    "Bij de andere vragen hoort één antwoord. Laat één persoon die invullen. De anderen laten die vakken leeg.",
)
_AFTERWARDS = (
    ("tekst", "Zet alle ingevulde bestanden samen in één map."),
    ("kop", "Wat gebeurt er met de antwoorden?"),
    ("tekst", "Jullie hoeven het niet eens te zijn. Juist bij een verschil geeft het advies uitleg."),
    (
        "tekst",
        "Wie dit bestand krijgt, kan lezen wat je hebt ingevuld. Spreek dus eerst af wie de bestanden verzamelt.",
    ),
    ("tekst", "Kies het liefst iemand bij wie jullie je allebei veilig voelen."),
)


def _explanation(ruleset: Ruleset) -> list[tuple[str, str]]:
    """Return what stands on the first sheet of a whole questionnaire: each line with its style."""
    own = "Vul daarna het blad van je eigen organisatie in. Laat het blad van de andere organisatie leeg."
    steps = [
        f"Begin op het blad {quoted('Samen')}. Vul de naam van de samenwerking in, en de datum.",
        "Bespreek de andere vragen op dat blad met elkaar. Eén van jullie vult de antwoorden in.",
        own,
    ]
    if ruleset.quick_scan:
        minutes = how_long(ruleset, DUTCH)[1]
        steps = [
            f"Begin op het blad {quoted(_FIRST_LOOK)}. Vul de naam van de samenwerking in, en de datum.",
            f"Beantwoord op dat blad de vragen voor je eigen organisatie (ongeveer {minutes}). Laat de andere leeg.",
            f"Bespreek de vragen op het blad {quoted('Samen')} met elkaar. Eén van jullie vult de antwoorden in.",
            own,
        ]
    return [
        ("titel", "Vragenlijst over jullie samenwerking"),
        ("tekst", "Vul in hoe jullie samenwerken. Daarna krijg je advies om het nog beter te maken."),
        *_numbered(steps),
        *_MORE_PEOPLE,
        _ONE_ANSWER,
        *_AFTERWARDS,
    ]


def _quick_explanation(ruleset: Ruleset) -> list[tuple[str, str]]:
    """Return the same for a questionnaire with the quick scan alone."""
    questions, minutes = how_long(ruleset, DUTCH)
    steps = [
        f"Ga naar het blad {quoted(_FIRST_LOOK)}. Vul de naam van de samenwerking in, en de datum.",
        "Beantwoord daarna de vragen voor je eigen organisatie. Laat de vragen van de andere organisatie leeg.",
    ]
    return [
        ("titel", "Snelle scan van jullie samenwerking"),
        ("tekst", f"Je krijgt {questions}. Dat duurt ongeveer {minutes}."),
        (
            "tekst",
            "Daarna krijg je advies. Het is een eerste indruk: je ziet waar het wringt, en waar je over doorpraat.",
        ),
        *_numbered(steps),
        *_MORE_PEOPLE,
        *[_ONE_ANSWER] * any(party is None for _, party in ruleset.quick_scan),
        *_AFTERWARDS,
    ]


def _numbered(steps: Sequence[str]) -> Iterator[tuple[str, str]]:
    yield "kop", "Zo vul je de lijst in"
    for number, step in enumerate((*steps, *_HOW_TO_ANSWER), start=1):
        yield "tekst", f"{number}. {step}"


_WIDTHS = (60, 32, 52, 0, 0)
"""Of the columns, in characters; without a width they are hidden."""
_FULL = 1.1
"""How many letters stand where the width counts one: most are narrower than a figure."""
_LINE = 16
"""The height of a line of text, in points."""
_HIDDEN = "Keuzes"
_WRONG = "Dit past niet bij deze vraag"
_LONGEST = 210
"""So much of what can be answered fits in a message of a spreadsheet."""


def _write_workbook(made: BinaryIO, sheets: Sheets, explanation: Sequence[tuple[str, str]]) -> None:
    with open_workbook(made) as book:
        wrapped = {"text_wrap": True, "valign": "top"}
        boxed = {"bg_color": "#FFF8DC", "border": 1, "border_color": "#8A8A8A"}
        answered = {"locked": False, "align": "left", **boxed, **wrapped}
        styles = {
            "hoofd": book.add_format({"bold": True, "font_size": 12, "bg_color": "#9FC5CF", **wrapped}),
            "titel": book.add_format({"bold": True, "font_size": 18, **wrapped}),
            "kop": book.add_format({"bold": True, "font_size": 12, "bg_color": "#DDEBF0", **wrapped}),
            "tekst": book.add_format({"indent": 1, "align": "left", **wrapped}),
            "antwoord": book.add_format(answered),
            "datum": book.add_format({"num_format": "d-m-yyyy", **answered}),
        }
        _write_explanation(book.add_worksheet("Uitleg"), explanation, styles)
        written = {name: book.add_worksheet(name) for name in sheets}
        choices = _Choices(book.add_worksheet(_HIDDEN))
        for name, sheet in written.items():
            _write_sheet(sheet, sheets[name], styles, choices)


def _write_explanation(sheet: Any, explanation: Sequence[tuple[str, str]], styles: Mapping[str, Any]) -> None:
    sheet.set_column(0, 0, 100)
    sheet.hide_gridlines(2)
    _fit_for_print(sheet)
    sheet.protect()
    for row, (style, text) in enumerate(explanation):
        sheet.set_row(row, _LINE * (2 if style == "titel" else 1))
        sheet.write_string(row, 0, text, styles[style])


def _fit_for_print(sheet: Any) -> None:
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_footer("&L&A&RBladzijde &P van &N")


class _Choices:
    """A hidden sheet with the answers to pick from: a list in a cell itself may not be long, nor have commas."""

    def __init__(self, sheet: Any) -> None:
        self._sheet = sheet
        self._ranges: dict[tuple[str, ...], str] = {}
        sheet.hide()

    def range_of(self, options: tuple[str, ...]) -> str:
        """Return where these answers stand, and write them there when they are new."""
        if options not in self._ranges:
            row = len(self._ranges)
            for column, option in enumerate(options):
                if option.isdigit():  # what somebody types is a number as well
                    self._sheet.write_number(row, column, int(option))
                else:
                    self._sheet.write_string(row, column, option)
            last = _column_name(len(options) - 1)
            self._ranges[options] = f"={_HIDDEN}!$A${row + 1}:${last}${row + 1}"
        return self._ranges[options]


def _column_name(index: int) -> str:
    """Return the letters of a column of a spreadsheet, from 0.

    >>> _column_name(0), _column_name(27)
    ('A', 'AB')
    """
    before, letter = divmod(index, 26)
    return (_column_name(before - 1) if before else "") + chr(ord("A") + letter)


def _write_sheet(
    sheet: Any, parts: Mapping[str, Sequence[_Line]], styles: Mapping[str, Any], choices: _Choices
) -> None:
    for column, (name, width) in enumerate(zip(_HEAD, _WIDTHS, strict=True)):
        sheet.set_column(column, column, width or None, None, {"hidden": not width})
        sheet.write_string(0, column, name.capitalize(), styles["hoofd"])
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)
    _fit_for_print(sheet)
    sheet.protect("", {"format_columns": True, "format_rows": True})
    row = 1
    for heading, lines in parts.items():
        for column, text in enumerate((heading, "", "")):
            sheet.write_string(row, column, text, styles["kop"])
        for row, line in enumerate(lines, start=row + 1):  # noqa: B020 - goes on where it was
            sheet.set_row(row, _height(line))
            sheet.write_string(row, 0, line.question, styles["tekst"])
            _write_answer(sheet, row, line, styles)
            sheet.write_string(row, 2, line.possible, styles["tekst"])
            sheet.write_string(row, 3, line.party)
            sheet.write_string(row, 4, line.fact)
            if line.kind is not None:
                sheet.data_validation(row, 1, row, 1, _validation(line, f"B{row + 1}", choices))
        row += 1


def _write_answer(sheet: Any, row: int, line: _Line, styles: Mapping[str, Any]) -> None:
    if line.kind is not Kind.DATE:
        sheet.write_string(row, 1, line.answer, styles["antwoord"])
    elif line.answer:
        sheet.write_datetime(row, 1, datetime.date.fromisoformat(line.answer), styles["datum"])
    else:
        sheet.write_blank(row, 1, None, styles["datum"])


def _height(line: _Line) -> int:
    """Return how high a row must be: not every program looks at what it holds."""
    lines = [
        math.ceil(len(text) / width / _FULL)
        for text, width in zip((line.question, "", line.possible), _WIDTHS, strict=False)
    ]
    return _LINE * max(1, *lines)


def _validation(line: _Line, cell: str, choices: _Choices) -> dict[str, Any]:
    """Return what a spreadsheet checks when a cell is filled in."""
    verb = "Kies" if line.options else "Typ"
    told = f"{verb}: {line.possible}."
    empty = "" if line.fact in OWN_ROWS else " Weet je het niet? Laat het vak leeg."
    message = {"error_title": _WRONG, "error_message": f"{told[:_LONGEST]}{empty}"}
    if line.options:
        return {"validate": "list", "source": choices.range_of((*line.options, UNKNOWN)), **message}
    words = [f'{cell}="{word}"' for word in (UNKNOWN, *[NEVER] * line.may_be_never)]
    is_number = f"ISNUMBER({cell})"
    if line.kind is Kind.COUNT:
        is_number = f"IF(ISNUMBER({cell}),AND({cell}>=0,{cell}<={line.maximum},INT({cell})={cell}))"
    return {"validate": "custom", "value": f"=OR({is_number},{','.join(words)})", **message}
