"""What feature files may hold, whatever made them: nothing is played in silence, nothing takes longer than the file."""

from pathlib import Path

import pytest
from playing import call, scenario, write

ASK = "Als om advies wordt gevraagd"
FAILS = scenario("En mensen is 2", ASK, "Dan geldt regel weinig_mensen", name="Een fout")
TOLD = "1 scenario: 0 goed, 1 fout."


def last(folder: Path) -> str:
    """Play a folder and return the last line of what is printed."""
    result = call(folder)
    assert result.exit_code == 1, result.output
    return result.stdout.splitlines()[-1]


@pytest.mark.parametrize("tag", ["xfail", "skip", "parametrize", "_x", "not", "a.b", "1", "vóór", "pytest"])
def test_no_tag_changes_what_is_played(tmp_path: Path, tag: str) -> None:
    assert last(write(tmp_path, f"@{tag}\n{FAILS}").parent) == TOLD


@pytest.mark.parametrize("name", ["map[oud]", "a::b", "-x", "een map", "map*"])
def test_a_folder_may_have_any_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    (tmp_path / name).mkdir()
    write(tmp_path / name, FAILS)
    assert last(tmp_path / name) == TOLD
    monkeypatch.chdir(tmp_path / name)
    assert last(Path()) == TOLD


@pytest.mark.parametrize(
    ("was", "became"),
    [("\n", "\r\n"), ("\n", "\r"), ("\n  ", "\n\t"), ("Gegeven ", "Gegeven\u00a0 "), (" is ", "\u202fis\u00a0")],
)
def test_signs_of_other_programs_are_read_as_plain_ones(tmp_path: Path, was: str, became: str) -> None:
    file = write(tmp_path, FAILS)
    file.write_bytes(("\ufeff" + file.read_text("utf-8").replace(was, became)).encode())
    assert last(tmp_path) == TOLD


def test_a_description_is_passed_over(tmp_path: Path) -> None:
    text = FAILS.replace(
        "  Gegeven", "  Dit is uitleg \n  over twee regels\n\n  # en nog iets\n  en meer \n  Gegeven", 1
    )
    assert last(write(tmp_path, text).parent) == TOLD
