"""The files of a writer as one zip, and back: bounded, and never outside their folder."""

from __future__ import annotations

import base64
import io
import stat
import zipfile
import zlib
from collections.abc import Collection, Mapping
from pathlib import Path, PurePosixPath

from samenwerkadvies.errors import InvalidInputError, Problem
from samenwerkadvies.loading.sources import MOST_BYTES, MOST_FILES
from samenwerkadvies.loading.texts import LARGEST

KEPT = frozenset({".yaml", ".yml", ".feature", ".md", ".txt", ".json", ".csv"})
"""What the names of the files end in that a writer has: rules, scenarios, cases, and texts beside them."""
LARGEST_ZIP = 10_000_000
"""Bytes of a zip before it is opened."""
MOST_ENTRIES = 10_000
"""Of everything in a zip: what is ours may lie in a larger whole."""
LONGEST_NAME = 200
_PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ENCRYPTED = 0x1
_DAY = (1980, 1, 1, 0, 0, 0)
"""The first that a zip knows: when files were packed is not said, so that equal files give equal bytes."""


def packed(files: Mapping[str, str]) -> str:
    """Return a zip with files, as base64; the same for the same files.

    Raises:
        InvalidInputError: when a file cannot be called what it is called.
    """
    require_paths(files)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as found:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, _DAY)
            entry.compress_type, entry.external_attr, entry.create_system = zipfile.ZIP_DEFLATED, 0o644 << 16, 3
            found.writestr(entry, files[name].encode("utf-8", "replace"))
    return base64.b64encode(made.getvalue()).decode("ascii")


def unpacked(zipped: str) -> tuple[dict[str, str], tuple[str, ...]]:
    """Return the files of a writer in a zip (base64), and what else was in it: names that are not theirs, or no text.

    Raises:
        InvalidInputError: when it is no zip, or holds more than one person can mean.
    """
    if len(zipped) * 3 // 4 > LARGEST_ZIP:
        raise _too_much("deze zip", f"hoogstens {LARGEST_ZIP // 1_000_000} MB")
    try:
        found = zipfile.ZipFile(io.BytesIO(base64.b64decode(zipped, validate=True)))
    except (ValueError, zipfile.BadZipFile, NotImplementedError, OSError):
        expected = "een zip met regels en scenario's, van hier of van je eigen computer"
        raise InvalidInputError([Problem(code="LEES03", message="dit is geen zip", expected=expected)]) from None
    entries = [entry for entry in found.infolist() if not entry.is_dir()]
    if len(entries) > MOST_ENTRIES:
        raise _too_much("deze zip", f"hoogstens {MOST_ENTRIES} bestanden")
    files: dict[str, str] = {}
    left = []
    for entry in entries:
        name = entry.filename.replace("\\", "/")
        text = _text_of(found, entry) if _is_ours(name, entry) and not _is_taken(name, files) else None
        if text is None:
            left.append(name)
            continue
        files[name] = text
        _require_few(files, "deze zip")
    return files, tuple(left)


def _too_much(where: str, expected: str) -> InvalidInputError:
    return InvalidInputError([Problem(code="LEES02", message=f"in {where} zit te veel", expected=expected)])


def _require_few(files: Mapping[str, str], where: str) -> None:
    if len(files) > MOST_FILES or sum(map(len, files.values())) > MOST_BYTES:
        raise _too_much(where, f"hoogstens {MOST_FILES} bestanden en {MOST_BYTES // 1_000_000} MB")


def _is_ours(name: str, entry: zipfile.ZipInfo) -> bool:
    return (
        is_path(name)
        and PurePosixPath(name).suffix.lower() in KEPT
        and not any(part.startswith((".", "__MACOSX")) for part in name.split("/"))
        and not stat.S_ISLNK(entry.external_attr >> 16)
        and not entry.flag_bits & _ENCRYPTED
        and entry.compress_type in _PACKED
    )


def _text_of(found: zipfile.ZipFile, entry: zipfile.ZipInfo) -> str | None:
    """Return the text of an entry; None where it is none, or is larger than it may be, whatever size the zip tells."""
    try:
        with found.open(entry) as file:
            content = file.read(LARGEST + 1)
        return content.decode("utf-8-sig") if len(content) <= LARGEST and b"\0" not in content else None
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, UnicodeDecodeError):
        return None


def require_paths(files: Mapping[str, str]) -> None:
    """Refuse files that cannot stand in one folder.

    Raises:
        InvalidInputError: when they are too many, or with every name that no file below a folder can have.
    """
    _require_few(files, "deze map")
    expected = f"een naam zoals regels/eigen.yaml, van hoogstens {LONGEST_NAME} tekens"
    wrong = [name for name in files if not is_path(name) or _is_taken(name, files.keys() - {name})]
    if wrong:
        raise InvalidInputError(
            Problem(code="LEES01", message="zo kan een bestand niet heten", place=name, expected=expected)
            for name in wrong
        )


def is_path(name: str) -> bool:
    """Say whether a name can be that of a file below a folder, on any system."""
    parts = name.split("/")
    return (
        len(name) <= LONGEST_NAME
        and name.isprintable()
        and not any(sign in name for sign in '\\:*?"<>|')
        and all(part.strip(" ") == part and part.strip(".") and not part.endswith(".") for part in parts)
    )


def _is_taken(name: str, others: Collection[str]) -> bool:
    """Say whether another file has a name, or one of two would be a folder for the other."""
    return name in others or any(each.startswith(f"{name}/") or name.startswith(f"{each}/") for each in others)


def write_files(files: Mapping[str, str], folder: Path) -> None:
    """Write files below a folder.

    Raises:
        InvalidInputError: when they cannot stand there; then nothing is written.
    """
    require_paths(files)
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("utf-8", "surrogatepass"))  # half a character is told when it is read
