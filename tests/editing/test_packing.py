"""The files of a writer go into a zip and come back; whatever else a zip holds does no harm and is told."""

import base64
import io
import warnings
import zipfile
from pathlib import Path

import pytest

from samenwerkadvies import InvalidInputError
from samenwerkadvies.editing import packing
from samenwerkadvies.editing.packing import LARGEST_ZIP, packed, unpacked, write_files
from samenwerkadvies.loading.sources import MOST_BYTES, MOST_FILES
from samenwerkadvies.loading.texts import LARGEST

FILES = {"regels/eigen.yaml": "regels: {}\n", "scenarios/één.feature": "# language: nl\r\n"}


def zipped(*entries: tuple[zipfile.ZipInfo | str, bytes], method: int = zipfile.ZIP_DEFLATED) -> str:
    made = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(made, "w", method) as found:
        warnings.simplefilter("ignore", UserWarning)  # of two with one name
        for entry, content in entries:
            found.writestr(entry, content)
    return base64.b64encode(made.getvalue()).decode()


def code_of(data: str) -> str:
    with pytest.raises(InvalidInputError) as caught:
        unpacked(data)
    (problem,) = caught.value.problems
    return problem.code


def test_files_come_back_as_they_went_and_equal_files_give_equal_bytes() -> None:
    assert unpacked(packed(FILES)) == (FILES, ())
    assert packed(dict(reversed(FILES.items()))) == packed(FILES)
    assert unpacked(packed({})) == ({}, ())


@pytest.mark.parametrize(
    "name",
    [
        "../buiten.yaml",
        "/etc/regels.yaml",
        "C:/regels.yaml",
        "a//b.yaml",
        "a/../../b.yaml",
        "a/./b.yaml",
        "regels.exe",
        "zonder",
        ".git/config.yaml",
        "__MACOSX/regels.yaml",
        "a\u202eb.yaml",
        "x" * 200 + ".yaml",
        "regels.yaml /b.yaml",
        "goed.yaml",
        "goed.yaml/erin.yaml",
    ],
)
def test_a_name_that_is_not_a_writers_is_left_and_told(name: str) -> None:
    files, left = unpacked(zipped(("goed.yaml", b"a: 1"), (name, b"b: 2")))
    assert (files, left) == ({"goed.yaml": "a: 1"}, (name,))


def test_what_is_no_text_of_ours_is_left_and_told() -> None:
    link = zipfile.ZipInfo("verwijzing.yaml")
    link.external_attr = 0o120777 << 16
    files, left = unpacked(
        zipped(
            ("map/", b""),
            ("map\\windows.yaml", b"a: 1"),
            ("oud.yaml", "é".encode("cp1252")),
            ("nul.yaml", b"a\0b"),
            ("groot.yaml", b"#" * (LARGEST + 1)),
            (link, b"/etc/passwd"),
            ("bom.yaml", b"\xef\xbb\xbfa: 1"),
        )
    )
    assert files == {"map/windows.yaml": "a: 1", "bom.yaml": "a: 1"}
    assert left == ("oud.yaml", "nul.yaml", "groot.yaml", "verwijzing.yaml")


def test_an_entry_that_cannot_be_read_is_left_and_told() -> None:
    assert unpacked(zipped(("a.yaml", b"a: 1"), method=zipfile.ZIP_LZMA)) == ({}, ("a.yaml",))
    content = bytearray(base64.b64decode(zipped(("a.yaml", b"a: 1"), method=zipfile.ZIP_STORED)))
    content[content.index(b"a: 1")] ^= 1
    assert unpacked(base64.b64encode(content).decode()) == ({}, ("a.yaml",))
    secret = bytearray(base64.b64decode(zipped(("a.yaml", b"a: 1"))))
    secret[secret.index(b"PK\x01\x02") + 8] |= 1
    assert unpacked(base64.b64encode(secret).decode()) == ({}, ("a.yaml",))


@pytest.mark.parametrize("data", ["geen base64!", "é", base64.b64encode(b"Beste Noor,").decode(), ""])
def test_what_is_no_zip_is_refused(data: str) -> None:
    assert code_of(data) == "LEES03"


def test_more_than_one_person_can_mean_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    assert code_of("A" * (LARGEST_ZIP * 4 // 3 + 2)) == "LEES02"
    assert code_of(zipped(*((f"{n}.yaml", b"") for n in range(MOST_FILES + 1)))) == "LEES02"
    bomb = [(f"{n}.yaml", b" " * LARGEST) for n in range(MOST_BYTES // LARGEST + 1)]
    assert len(zipped(*bomb)) < 10_000
    assert code_of(zipped(*bomb)) == "LEES02"
    monkeypatch.setattr(packing, "MOST_ENTRIES", 2)
    assert code_of(zipped(*((f"{n}.png", b"") for n in range(3)))) == "LEES02"


def test_files_are_written_below_a_folder_and_nowhere_else(tmp_path: Path) -> None:
    write_files(FILES, tmp_path)
    assert {str(path.relative_to(tmp_path)): path.read_bytes().decode() for path in tmp_path.rglob("*.*")} == FILES
    for wrong in ({"../a.yaml": ""}, {"a.yaml": "", "a.yaml/b.yaml": ""}, {"": ""}):
        with pytest.raises(InvalidInputError, match="zo kan een bestand niet heten"):
            write_files({**FILES, **wrong}, tmp_path / "andere")
    with pytest.raises(InvalidInputError, match="in deze map zit te veel"):
        packed({f"{n}.yaml": "" for n in range(MOST_FILES + 1)})
    assert not (tmp_path / "andere").exists()
