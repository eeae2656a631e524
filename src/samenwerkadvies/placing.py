"""Files put in place at once: nothing half made ever stands under the name that somebody chose."""

from __future__ import annotations

import contextlib
import errno
import io
import os
import re
import shutil
import uuid
from collections.abc import Mapping
from pathlib import Path
from typing import IO

_TRIES = 3
_KEPT = 40
"""So much of a name stands in that of a copy: longer ones may not fit."""
_SAID = {
    errno.ENOSPC: "de schijf is vol",
    errno.EDQUOT: "de schijf is vol",
    errno.EACCES: "dat mag niet",
    errno.EPERM: "dat mag niet",
    errno.EROFS: "daar kan niets worden bewaard",
    errno.ENAMETOOLONG: "de naam is te lang",
    errno.ENOENT: "dat is er niet",
    errno.EISDIR: "dat is een map",
    errno.ENOTDIR: "dat is geen map",
}


def said_by_system(error: OSError) -> str:
    """Return in Dutch why the operating system does not do something."""
    return _SAID.get(error.errno or 0, f"fout {error.errno or 'onbekend'} van het systeem")


def put_in_place(made: Mapping[Path, IO[bytes]]) -> None:
    """Put files that were made elsewhere in their places, each at once; what stood there is replaced.

    Each is copied beside its place and then renamed, so that a name holds a whole file, the old or the new, whatever
    happens. What is made is best kept in a file without a name (``tempfile.TemporaryFile``): of that nothing stays
    behind, even of a process that is killed. A copy that a killed process left is taken away by the next one that
    writes there. Works on Windows too, where a file that somebody has open is not replaced.

    Raises:
        OSError: when one of them cannot be written; no place has changed then, unless moving itself fails halfway.
    """
    places = {Path(os.path.realpath(target)): file for target, file in made.items()}  # a link stays a link
    copies: dict[Path, Path] = {}
    try:
        for place, file in places.items():
            sweep(place)
            copies[place] = _name_beside(place)
            _copy(file, copies[place])
            if place.exists():
                shutil.copymode(place, copies[place])  # who may not read the old one, may not read this one
        for place, file in places.items():
            _move(file, copies[place], place)
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(place)) from None  # people know the place, not the copy
    finally:
        for copy in copies.values():
            with contextlib.suppress(OSError):
                copy.unlink(missing_ok=True)


def put_folder_in_place(folder: Path, files: Mapping[str, bytes]) -> None:
    """Make a folder with files in it, by their names; when that does not succeed, nothing of it stays behind.

    Raises:
        FileExistsError: when a file, or a folder with something in it, stands there; it stays as it is.
        OSError: when the folder cannot be made; the folder around it must be there.
    """
    is_there = folder.is_dir()
    if is_there and any(folder.iterdir()):
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(folder))
    if not is_there:
        folder.mkdir()
    is_made = False
    try:
        put_in_place({folder / name: io.BytesIO(content) for name, content in files.items()})
        is_made = True
    finally:
        if not is_made:
            for name in files:
                (folder / name).unlink(missing_ok=True)
            if not is_there:
                folder.rmdir()


def sweep(place: Path) -> None:
    """Take away the copies that killed processes left beside a place.

    A copy of a process that still runs may be among them: where the system lets it go, that process makes it again.
    """
    is_copy = re.compile(rf"\.{re.escape(place.name[:_KEPT])}-[0-9a-f]{{32}}\.nieuw")
    for path in place.parent.iterdir():
        if is_copy.fullmatch(path.name):
            with contextlib.suppress(OSError):
                path.unlink()


def _name_beside(place: Path) -> Path:
    return place.with_name(f".{place.name[:_KEPT]}-{uuid.uuid4().hex}.nieuw")


def _copy(file: IO[bytes], path: Path) -> None:
    file.seek(0)
    with path.open("xb") as copy:
        shutil.copyfileobj(file, copy)
        copy.flush()
        os.fsync(copy.fileno())


def _move(file: IO[bytes], copy: Path, place: Path) -> None:
    for _ in range(_TRIES - 1):
        with contextlib.suppress(FileNotFoundError):  # swept away by another process
            copy.replace(place)
            return
        _copy(file, copy)
    copy.replace(place)
