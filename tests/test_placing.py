"""A file stands in its place whole, the old or the new, whatever happens; nothing stays beside it."""

import errno
import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from samenwerkadvies.placing import put_in_place, said_by_system

NEW = b"van vandaag"


def put(target: Path) -> None:
    put_in_place({target: io.BytesIO(NEW)})


@pytest.fixture
def target(tmp_path: Path) -> Path:
    path = tmp_path / "advies.csv"
    path.write_bytes(b"van gisteren")
    return path


def test_what_stood_there_is_replaced(target: Path) -> None:
    other = target.with_name("advies-apart.csv")
    put_in_place({target: io.BytesIO(NEW), other: io.BytesIO(b"apart")})
    assert (target.read_bytes(), other.read_bytes()) == (NEW, b"apart")
    assert sorted(target.parent.iterdir()) == [other, target]


@pytest.mark.parametrize("call", ["pathlib.Path.replace", "shutil.copyfileobj", "os.fsync"])
def test_when_it_does_not_succeed_all_stays_as_it_was(target: Path, monkeypatch: pytest.MonkeyPatch, call: str) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", "a name that nobody chose")

    monkeypatch.setattr(call, full)
    with pytest.raises(OSError, match="No space") as raised:
        put(target)
    assert (raised.value.filename, said_by_system(raised.value)) == (str(target), "de schijf is vol")
    assert target.read_bytes() == b"van gisteren"
    assert list(target.parent.iterdir()) == [target]


def test_so_it_is_when_somebody_stops_it(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("shutil.copyfileobj", stop)
    with pytest.raises(KeyboardInterrupt):
        put(target)
    assert list(target.parent.iterdir()) == [target]


KILLED = """
import io, os, pathlib, shutil, sys
from samenwerkadvies.placing import put_in_place
copy = shutil.copyfileobj
shutil.copyfileobj = lambda *files: (copy(*files), files[1].flush(), os.abort())
put_in_place({pathlib.Path(sys.argv[1]): io.BytesIO(b"half")})
"""


def test_what_a_killed_process_left_is_taken_away_by_the_next(target: Path) -> None:
    mine = [target.with_name(name) for name in (".advies.csv-mijn.nieuw", "advies.csv.nieuw")]
    for path in mine:
        path.touch()
    ended = subprocess.run([sys.executable, "-c", KILLED, target], check=False, capture_output=True)
    assert ended.returncode != 0
    left = set(target.parent.iterdir()) - {target, *mine}
    assert [path.read_bytes() for path in left] == [b"half"]
    assert target.read_bytes() == b"van gisteren"
    put(target)
    assert target.read_bytes() == NEW
    assert set(target.parent.iterdir()) == {target, *mine}


@pytest.mark.parametrize("times", [1, 2, 3])
def test_a_copy_that_another_process_takes_away_is_made_again(
    target: Path, monkeypatch: pytest.MonkeyPatch, times: int
) -> None:
    replace, left = Path.replace, iter(range(times))

    def swept(self: Path, other: Path) -> Path:
        if next(left, None) is not None:
            self.unlink()
        return replace(self, other)

    monkeypatch.setattr(Path, "replace", swept)
    if times < 3:
        put(target)
        assert target.read_bytes() == NEW
    else:
        with pytest.raises(FileNotFoundError):
            put(target)
    assert list(target.parent.iterdir()) == [target]


def test_a_copy_that_the_system_does_not_let_go_stays(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    held = target.with_name(f".advies.csv-{'0' * 32}.nieuw")
    held.mkdir()  # as good as a file that another process has open on Windows
    put(target)
    assert target.read_bytes() == NEW
    assert held.exists()


def test_a_long_name_fits(tmp_path: Path) -> None:
    target = tmp_path / ("é" * 120 + ".csv")
    put(target)
    assert target.read_bytes() == NEW


def test_a_link_stays_a_link_and_who_may_read_stays_the_same(target: Path) -> None:
    target.chmod(0o600)
    link = target.with_name("link.csv")
    link.symlink_to(target.name)
    put(link)
    assert link.is_symlink()
    assert target.read_bytes() == NEW
    assert target.stat().st_mode & 0o777 == 0o600


def test_what_the_system_says_is_told_in_dutch() -> None:
    assert said_by_system(OSError(errno.EACCES, os.strerror(errno.EACCES))) == "dat mag niet"
    assert said_by_system(OSError(errno.EIO, os.strerror(errno.EIO))) == f"fout {errno.EIO} van het systeem"
    assert said_by_system(OSError("something")) == "fout onbekend van het systeem"
