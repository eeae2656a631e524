"""While rules are written, those that did not change are not loaded again, and those that held last stay at hand."""

from pathlib import Path

import pytest

from samenwerkadvies import InvalidRulesetError, load_ruleset
from samenwerkadvies.editing import kept
from samenwerkadvies.editing.kept import KeptRules
from samenwerkadvies.scenarios.starting import start_files

TEXT = start_files(extends=False)["regels.yaml"]
FOLDER = Path("regels")


@pytest.fixture
def loaded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    found: list[Path] = []
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(kept, "load_ruleset", lambda *paths: found.extend(paths) or load_ruleset(*paths))
    FOLDER.mkdir()
    return found


def write(text: str) -> None:
    (FOLDER / "eigen.yaml").write_text(text, "utf-8")


def test_rules_that_did_not_change_are_loaded_once(loaded: list[Path]) -> None:
    rules = KeptRules(most=2)
    for versions in ("123", "3", "2", "1"):
        for version in versions:
            write(f"{TEXT}\n# {version}\n")
            assert rules.load(FOLDER.absolute()).name == "onze regels"
    assert loaded == [FOLDER] * 4
    (FOLDER / "vertalingen").mkdir()
    (FOLDER / "vertalingen" / "en.yaml").write_text("taal: en\n", "utf-8")
    with pytest.raises(InvalidRulesetError):
        rules.load(FOLDER)


def test_what_is_wrong_is_kept_too_and_told_by_the_name_that_the_writer_knows(loaded: list[Path]) -> None:
    rules = KeptRules(most=2)
    write(TEXT.replace("ernst:", "erns:", 1))
    for _ in range(2):
        with pytest.raises(InvalidRulesetError, match=r"^regels/eigen.yaml:\d+:\d+: VORM"):
            rules.load(FOLDER)
    assert loaded == [FOLDER]


def test_rules_as_they_held_last_stay_at_hand(loaded: list[Path]) -> None:
    rules = KeptRules(most=2)
    assert rules.good(FOLDER) is rules.good(None) is load_ruleset()
    write(TEXT)
    held = rules.load(FOLDER)
    write("regels: 3\n")
    with pytest.raises(InvalidRulesetError):
        rules.load(FOLDER)
    assert rules.good(FOLDER) is held
    assert rules.load(None) is load_ruleset()
