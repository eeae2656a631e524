"""Look through a workbook before it is read: whether it fits in memory, and what the library that reads it leaves out.

A workbook of a few kilobytes can ask for more cells than any machine has, and the library takes them all at once.
So the parts are walked through first, as a stream, by a parser that expands nothing.
"""

from __future__ import annotations

import itertools
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.parsers import expat

import attrs

MOST_UNPACKED = 1 << 30
"""Bytes of a workbook when unpacked."""
MOST_CELLS = 20_000_000
"""Cells between the corners of the filled part of its sheets."""
_MOST_PARTS = 10_000
_CHUNK = 1 << 20
_PER_CENT = (9, 10)
"""The formats of Excel's own that show a number as a percentage."""


class TooLargeError(Exception):
    """A workbook that would not fit in memory."""


class BrokenError(Exception):
    """A workbook that is not what it says it is."""


@attrs.define
class Look:
    """What was seen of a sheet; rows and columns count from 1."""

    rows: tuple[int, int] = (0, 0)
    """The first and the last row in which something stands; zeros for an empty sheet."""
    columns: tuple[int, int] = (0, 0)
    per_cent: list[tuple[int, int]] = attrs.field(factory=list)
    """The row and column of numbers that are shown as a percentage: what is stored is a hundredth of that."""
    odd: dict[tuple[int, int], str] = attrs.field(factory=dict)
    """What stands in cells that have no value: an error, or a formula that was never worked out."""

    @property
    def cells(self) -> int:
        """How many cells lie between the corners."""
        return (self.rows[1] - self.rows[0] + 1) * (self.columns[1] - self.columns[0] + 1)

    def add(self, row: int, column: int, times: tuple[int, int] = (1, 1)) -> None:
        """Take a filled cell in; ``times``: over how many rows and columns it is repeated."""
        last_row, last_column = row + times[0] - 1, column + times[1] - 1
        is_first = self.rows == (0, 0)
        self.rows = (row if is_first else min(row, self.rows[0]), max(last_row, self.rows[1]))
        self.columns = (column if is_first else min(column, self.columns[0]), max(last_column, self.columns[1]))


def inspect(path: Path) -> dict[str, Look]:
    """Return what is seen of the sheets of a workbook, by name; nothing of an old one (.xls), which has a fixed size.

    Raises:
        TooLargeError: when it would not fit in memory.
        BrokenError: when its parts cannot be walked through.
    """
    if not zipfile.is_zipfile(path):
        return {}
    try:
        with zipfile.ZipFile(path) as archive:
            parts = {part.filename: part for part in archive.infolist()}
            if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts.values()) > MOST_UNPACKED:
                raise TooLargeError
            for part in parts.values():
                part.file_size = MOST_UNPACKED + 2 * _CHUNK  # read to the real end: what is declared may be a lie
            looks = _inspect_ods(archive) if "content.xml" in parts else _inspect_xlsx(archive)
    except (
        zipfile.BadZipFile,
        expat.ExpatError,
        KeyError,
        ValueError,
        EOFError,
        NotImplementedError,
        OSError,
    ) as error:
        raise BrokenError from error
    if sum(look.cells for look in looks.values()) > MOST_CELLS:
        raise TooLargeError
    return looks


class _Walk:
    """Walks through the elements of a part; names come without the prefix of their namespace."""

    def __init__(self) -> None:
        self.parser = expat.ParserCreate()
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.StartDoctypeDeclHandler = self._refuse  # only there an entity can be declared

    def start(self, name: str, keys: dict[str, str]) -> None:
        """Be told that an element begins."""

    def done(self) -> None:
        """Be told that everything has been walked through."""

    def _start(self, name: str, keys: dict[str, str]) -> None:
        self.start(_plain(name) if ":" in name else name, keys)

    @staticmethod
    def _refuse(*_: object) -> None:
        raise BrokenError

    def through(self, archive: zipfile.ZipFile, part: str) -> None:
        """Walk through a part.

        Raises:
            TooLargeError: when it is larger than it says.
        """
        for chunk in _read(archive, part):
            self.parser.Parse(chunk)
        self.parser.Parse(b"", True)  # noqa: FBT003 - expat takes no name
        self.done()


def _read(archive: zipfile.ZipFile, part: str) -> Iterator[bytes]:
    """Yield a part, up to its real end.

    Raises:
        TooLargeError: when it is larger than it says.
    """
    left = MOST_UNPACKED
    with archive.open(part) as file:
        while chunk := file.read(_CHUNK):
            left -= len(chunk)
            if left < 0:
                raise TooLargeError
            yield chunk


def _plain(name: str) -> str:
    return name.rpartition(":")[2]


def _values(keys: dict[str, str]) -> dict[str, str]:
    return {_plain(key): value for key, value in keys.items()}


# --- Excel ---


class _Names(_Walk):
    """The elements of one name in a part, each as its attributes."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self.found: list[dict[str, str]] = []

    def start(self, name: str, keys: dict[str, str]) -> None:
        if name == self._name:
            self.found.append(keys)


def _elements(archive: zipfile.ZipFile, part: str, name: str) -> list[dict[str, str]]:
    if part not in archive.namelist():
        return []
    walk = _Names(name)
    walk.through(archive, part)
    return [_values(keys) if name == "sheet" else keys for keys in walk.found]


_TEXTS = "xl/sharedStrings.xml"


def _inspect_xlsx(archive: zipfile.ZipFile) -> dict[str, Look]:
    targets = {each["Id"]: each["Target"] for each in _elements(archive, "xl/_rels/workbook.xml.rels", "Relationship")}
    styles = _per_cent_styles(archive)
    looks = {}
    for sheet in _elements(archive, "xl/workbook.xml", "sheet"):
        target = targets[sheet["id"]]
        part = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
        walk = _ExcelSheet(styles)
        walk.through(archive, part)
        looks[sheet["name"]] = walk.look
    if _TEXTS in archive.namelist():
        for _ in _read(archive, _TEXTS):  # to the end: how large it is, is not what it says
            pass
    return looks


def _per_cent_styles(archive: zipfile.ZipFile) -> frozenset[str]:
    """Return the numbers of the styles that show a number as a percentage."""
    walk = _Styles()
    if "xl/styles.xml" in archive.namelist():
        walk.through(archive, "xl/styles.xml")
    return frozenset(str(number) for number, form in enumerate(walk.forms) if form in walk.per_cent)


class _Styles(_Walk):
    """The format of each style of cells, and which formats are percentages."""

    def __init__(self) -> None:
        super().__init__()
        self.per_cent = {str(number) for number in _PER_CENT}
        self.forms: list[str] = []
        self._is_inside = False

    def start(self, name: str, keys: dict[str, str]) -> None:
        if name == "numFmt" and "%" in re.sub(r'"[^"]*"|\\.', "", keys["formatCode"]):
            self.per_cent.add(keys["numFmtId"])
        elif name in ("cellXfs", "cellStyles", "dxfs"):
            self._is_inside = name == "cellXfs"
        elif name == "xf" and self._is_inside:
            self.forms.append(keys.get("numFmtId", "0"))


_PLACE = re.compile("([A-Z]{1,3})([0-9]{1,7})")
_NOT_WORKED_OUT = "een formule zonder uitkomst"


class _ExcelSheet(_Walk):
    """The cells of a sheet of Excel in which something stands."""

    def __init__(self, per_cent: frozenset[str]) -> None:
        super().__init__()
        self.look = Look()
        self._per_cent = per_cent
        self._row = self._column = 0
        self._cell: dict[str, str] = {}
        self._has_formula = self._has_value = False
        self._errors: dict[tuple[int, int], list[str]] = {}

    def start(self, name: str, keys: dict[str, str]) -> None:
        self.parser.CharacterDataHandler = None
        match name:
            case "c":
                self._begin(keys)
            case "v" | "is":
                self._fill()
            case "f":
                self._has_formula = True
            case "row":
                self._end()
                self._row, self._column = int(keys.get("r", self._row + 1)), 0

    def done(self) -> None:
        """Keep of a formula without a value that it is there, and of errors what they are."""
        self._end()
        self.look.odd |= {place: "".join(parts) for place, parts in self._errors.items()}

    def _end(self) -> None:
        if self._has_formula and not self._has_value:
            self.look.odd[self._row, self._column] = _NOT_WORKED_OUT
        self._has_formula = False

    def _begin(self, keys: dict[str, str]) -> None:
        self._end()
        self._cell, self._has_value = keys, False
        self._column += 1
        if "r" in keys:
            found = _PLACE.fullmatch(keys["r"])
            if found is None:
                raise BrokenError
            self._column, self._row = _number_of(found[1]), int(found[2])

    def _fill(self) -> None:
        self._has_value = True
        self.look.add(self._row, self._column)
        kind = self._cell.get("t", "n")
        if kind == "n" and self._cell.get("s") in self._per_cent:
            self.look.per_cent.append((self._row, self._column))
        if self._has_formula:
            self._has_value = False  # until it shows one
            self.parser.CharacterDataHandler = self._see
        if kind == "e":
            self.parser.CharacterDataHandler = self._errors.setdefault((self._row, self._column), []).append

    def _see(self, _: str) -> None:
        """Be told that there is a value."""
        self._has_value = True


def _number_of(letters: str) -> int:
    """Return the number of a column: A is 1, AA is 27."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


# --- LibreOffice ---


def _inspect_ods(archive: zipfile.ZipFile) -> dict[str, Look]:
    walk = _OdsSheets()
    walk.through(archive, "content.xml")
    return walk.looks


class _OdsSheets(_Walk):
    """The cells in which something stands, of all sheets: they are in one part."""

    def __init__(self) -> None:
        super().__init__()
        self.looks: dict[str, Look] = {}
        self._look = Look()
        self._row, self._rows, self._column = 1, 0, 0

    def start(self, name: str, keys: dict[str, str]) -> None:
        match name:
            case "table":
                self._look = self.looks[_values(keys)["name"]] = Look()
                self._row, self._rows = 1, 0
            case "table-row":
                self._row += self._rows
                self._rows = int(_values(keys).get("number-rows-repeated", "1"))
                self._column = 0
            case "table-cell" | "covered-table-cell":
                self._fill(_values(keys))

    def _fill(self, keys: dict[str, str]) -> None:
        times = int(keys.get("number-columns-repeated", "1"))
        if "value-type" in keys:
            self._look.add(self._row, self._column + 1, (self._rows, times))
            if keys["value-type"] == "percentage":
                rows = range(self._row, self._row + self._rows)
                columns = range(self._column + 1, self._column + times + 1)
                self._check(len(rows) * len(columns))
                self._look.per_cent += itertools.product(rows, columns)
        self._column += times

    def _check(self, cells: int) -> None:
        if cells + len(self._look.per_cent) > MOST_CELLS:
            raise TooLargeError
