"""Files of people as text: what is no file and no text is refused, with what it is and how to save it."""

import os
import socket
import zipfile
from pathlib import Path

import pytest

from samenwerkadvies import InvalidInputError, Problem
from samenwerkadvies.loading.texts import LARGEST, decode, read_text


def problems_of(content: bytes) -> tuple[Problem, ...]:
    with pytest.raises(InvalidInputError) as caught:
        decode(content, "f")
    assert all(problem.expected for problem in caught.value.problems)
    return caught.value.problems


def refused(path: Path) -> Problem:
    with pytest.raises(InvalidInputError) as caught:
        read_text(path, "f")
    (problem,) = caught.value.problems
    assert problem.expected
    return problem


@pytest.mark.parametrize(
    "content", [b"\xef\xbb\xbfa: b\r\nc: d\r\n", b"a: b\nc: d\n", b"a: b\rc: d\r"], ids=["windows", "plain", "old mac"]
)
def test_text_may_begin_with_a_byte_order_mark_and_end_its_lines_as_each_system_does(content: bytes) -> None:
    assert decode(content, "f") == "a: b\nc: d\n"


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    assert (refused(tmp_path).code, refused(tmp_path).message) == ("LEES01", "dit is een map")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with a name")
def test_a_pipe_is_refused_before_it_is_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pijp.yaml")  # opening it would wait for a writer for ever
    assert "geen gewoon bestand" in refused(tmp_path / "pijp.yaml").message


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="this system has no devices in files")
@pytest.mark.parametrize("path", ["/dev/zero", "/dev/null", "/dev/tty"])
def test_a_device_is_refused(path: str) -> None:
    assert refused(Path(path)).code == "LEES01"


@pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="this system has no sockets in files")
def test_a_socket_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # the name of a socket is short
    with socket.socket(socket.AF_UNIX) as opened:
        opened.bind("s.yaml")
        assert "geen gewoon bestand" in refused(Path("s.yaml")).message


def test_a_file_that_may_not_be_opened_is_a_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.yaml").write_text("a: b\n", "utf-8")

    def closed(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "open", closed)
    assert refused(tmp_path / "a.yaml").message == "dit bestand is niet te lezen"


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"%PDF-1.7\n", "een pdf"),
        (b"{\\rtf1\\ansi", "een tekst met opmaak (RTF)"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "een oud bestand van Word of Excel"),
        (b"\x89PNG\r\n\x1a\n\x00\xff", "een afbeelding"),
        (b"\xff\xd8\xff\xe0", "een afbeelding"),
        (b"\x1f\x8b\x08", "een ingepakt bestand"),
        (b"<!DOCTYPE html>\n<html>", "een webpagina"),
        (b"%PDF-1.7\n" + b"x" * LARGEST, "een pdf"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_file_of_another_kind_is_named(tmp_path: Path, content: bytes, what: str) -> None:
    (tmp_path / "regels.yaml").write_bytes(content)
    problem = refused(tmp_path / "regels.yaml")
    assert (problem.code, problem.message) == ("LEES03", f"dit is {what}")
    assert "Opslaan als" in problem.expected


@pytest.mark.parametrize(
    ("inside", "what"),
    [
        ("word/document.xml", "een bestand van Word"),
        ("xl/workbook.xml", "een bestand van Excel"),
        ("foto.jpg", "een ingepakt bestand (zip)"),
    ],
)
def test_a_packed_file_of_another_kind_is_named(tmp_path: Path, inside: str, what: str) -> None:
    with zipfile.ZipFile(tmp_path / "regels.yaml", "w") as packed:
        packed.writestr(inside, "x")
    assert refused(tmp_path / "regels.yaml").message == f"dit is {what}"


@pytest.mark.parametrize("kind", ["text", "spreadsheet"])
def test_an_open_document_is_named(tmp_path: Path, kind: str) -> None:
    with zipfile.ZipFile(tmp_path / "regels.yaml", "w") as packed:
        packed.writestr("mimetype", f"application/vnd.oasis.opendocument.{kind}")
    assert "LibreOffice" in refused(tmp_path / "regels.yaml").message


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", ["naam: x\n", "naam: één kok\n" * 1000], ids=["short", "long"])
def test_utf_16_is_named_with_and_without_its_mark(encoding: str, text: str) -> None:
    (problem,) = problems_of(text.encode(encoding))
    assert problem.code == "LEES03"
    assert "UTF-16" in problem.message
    assert "UTF-8" in problem.expected


def test_windows_1252_is_named_with_its_line_as_it_should_read() -> None:
    (problem,) = problems_of("goed\r\nZoek één kok.\r\n".encode("cp1252"))
    assert problem.message == "dit lijkt Windows-1252, geen UTF-8"
    assert (str(problem.location), problem.location.source) == ("f:2:6", "Zoek één kok.")
    assert "Codering: UTF-8" in problem.expected


def test_two_encodings_in_one_file_are_told_with_the_line_that_differs() -> None:
    (problem,) = problems_of("één\n".encode() + "twee\ncafé\n".encode("cp1252"))
    assert problem.message.startswith("hier staan twee coderingen door elkaar")
    assert (problem.location.line, problem.location.column) == (3, 4)


def test_bytes_that_are_no_text_are_told_with_their_line() -> None:
    (problem,) = problems_of(b"goed\nfout \xff\x01\n")
    assert (str(problem.location), problem.message) == ("f:2:1", "dit is geen tekst in UTF-8")


def test_every_forbidden_sign_is_told_with_its_line_and_column_up_to_a_bound() -> None:
    problems = problems_of("goed\nfout\u2028 \nb\0\n".encode())
    assert [str(problem.location) for problem in problems] == ["f:2:5", "f:3:2"]
    assert problems[0].message == "hier staat een bijzonder regeleinde (U+2028)"
    assert problems_of(b"\x01" * LARGEST)[-1].message == "en nog minstens 1 ander probleem"


def test_half_a_line_end_between_whole_ones_is_told() -> None:
    (problem,) = problems_of(b"a: b\nc: d\re: f\n")
    assert (str(problem.location), problem.message) == ("f:2:5", "hier staat een bijzonder regeleinde (U+000D)")


@pytest.mark.parametrize(
    "content",
    [
        "a: 1\n<<<<<<< HEAD\nb: 1\n=======\nb: 2\n>>>>>>> x\n",
        "a: 1\n||||||| oud\n",
        "a: 1\n=======\n",
        "a: 1\n>>>>>>>",
    ],
)
def test_two_versions_of_a_file_are_told_once(content: str) -> None:
    (problem,) = problems_of(content.encode())
    assert (problem.code, str(problem.location)) == ("LEES10", "f:2:1")


@pytest.mark.parametrize("content", ["a: b ======= c\n", "  =======\n", "========\n", "# <<<<<<< x\n"])
def test_other_rows_of_signs_are_text(content: str) -> None:
    assert decode(content.encode(), "f") == content
