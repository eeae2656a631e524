"""Rules of one's own begin with a folder that holds."""

import errno
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from samenwerkadvies import Ruleset, load_ruleset
from samenwerkadvies.cli import app
from samenwerkadvies.vocabulary import Kind

PAGE = Path(__file__).parents[2] / "docs" / "eigen-regels.md"
STARTS = [(), ("--extends",)]


def run(*words: str) -> Result:
    return CliRunner().invoke(app, list(words))


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("options", STARTS)
def test_a_start_holds_without_a_warning(options: tuple[str, ...]) -> None:
    made = run("new", "mijn-regels", *options)
    assert (made.exit_code, made.stderr) == (0, "")
    checked = run("check", "mijn-regels")
    assert (checked.exit_code, checked.stderr) == (0, "")


@pytest.mark.parametrize("options", STARTS)
def test_the_scenarios_of_a_start_pass_and_cover_it(options: tuple[str, ...]) -> None:
    run("new", "mijn-regels", *options)
    played = run("test", "mijn-regels", "--coverage")
    assert played.exit_code == 0, played.output
    assert "Regels: mijn-regels (onze regels 1)" in played.stdout
    assert re.search(r"Dekking: (\d+) van \1 regels? helemaal\.", played.stdout)


@pytest.mark.parametrize("options", STARTS)
def test_the_scenarios_of_a_start_notice_every_small_change_to_it(options: tuple[str, ...]) -> None:
    run("new", "mijn-regels", *options)
    tried = run("test", "mijn-regels", "--mutate")
    assert re.search(r"Vergissingen: [1-9]\d* kleine wijzigingen geprobeerd, [1-9]\d* opgemerkt, 0 niet", tried.stdout)
    assert (tried.exit_code, "merkte geen scenario" in tried.stdout) == (0, False)


def test_a_rule_of_an_extending_start_says_whose_it_is(tmp_path: Path) -> None:
    run("new", "mijn-regels", "--extends")
    made = load_ruleset(tmp_path / "mijn-regels")
    assert made.rules["ver_van_elkaar"].origin == {"nl": "Eigen aanvulling"}


def test_a_whole_start_shows_every_kind_of_fact_a_compound_rule_and_thresholds(tmp_path: Path) -> None:
    run("new", "mijn-regels")
    made = load_ruleset(tmp_path / "mijn-regels")
    assert {fact.kind for fact in made.vocabulary.facts.values()} == set(Kind)
    assert any("signaal(" in rule.written for rule in made.rules.values())
    assert {name for rule in made.rules.values() for name in rule.thresholds} == set(made.thresholds)


def test_a_whole_start_names_no_party(tmp_path: Path) -> None:
    run("new", "mijn-regels")
    texts = [file.read_text("utf-8") for file in (tmp_path / "mijn-regels").iterdir()]
    assert not any(party in text for text in texts for party in ("gemeente", "migrantenorganisatie"))


def test_an_extending_start_changes_one_shipped_threshold_and_adds_a_rule(tmp_path: Path, shipped: Ruleset) -> None:
    run("new", "mijn-regels", "--extends")
    made = load_ruleset(tmp_path / "mijn-regels")
    changed = [each for each in made.thresholds.values() if each.changed_by]
    assert [(each.was, each.value) for each in changed] == [(shipped.thresholds[changed[0].id].value, 12)]
    assert len(made.rules) == len(shipped.rules) + 1
    assert len(made.vocabulary.facts) == len(shipped.vocabulary.facts) + 1


def test_what_to_do_next_can_be_pasted_for_a_name_with_a_space() -> None:
    made = run("new", "onze regels")
    assert 'samenwerkadvies check "onze regels"\n' in made.stdout


def test_an_empty_folder_is_filled(tmp_path: Path) -> None:
    (tmp_path / "leeg").mkdir()
    assert run("new", "leeg").exit_code == 0
    assert sorted(file.name for file in (tmp_path / "leeg").iterdir()) == ["regels.feature", "regels.yaml"]


@pytest.mark.parametrize("name", ["vol", "vol/brief.txt"])
def test_what_is_there_is_not_written_over(tmp_path: Path, name: str) -> None:
    (tmp_path / "vol").mkdir()
    (tmp_path / "vol" / "brief.txt").write_text("Beste buren", "utf-8")
    refused = run("new", name)
    assert refused.exit_code == 2
    assert refused.stderr == f"{name}: hier staat al iets\n   = kies: een nieuwe naam, of een lege map\n"
    assert [file.name for file in (tmp_path / "vol").iterdir()] == ["brief.txt"]
    assert (tmp_path / "vol" / "brief.txt").read_text("utf-8") == "Beste buren"


def test_a_folder_in_a_folder_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    refused = run("new", "er/niet")
    assert refused.exit_code == 2
    assert refused.stderr == "er/niet: deze map kan niet worden gemaakt: dat is er niet\n"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("is_there", [False, True])
def test_a_start_that_does_not_fit_on_the_disk_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, is_there: bool
) -> None:
    if is_there:
        (tmp_path / "map").mkdir()
    moved, move = [], Path.replace

    def fail_at_the_second(path: Path, target: Path) -> Path:
        moved.append(target)
        if len(moved) > 1:
            raise OSError(errno.ENOSPC, "full")
        return move(path, target)

    monkeypatch.setattr(Path, "replace", fail_at_the_second)
    refused = run("new", "map")
    assert (refused.exit_code, refused.stderr) == (2, "map: deze map kan niet worden gemaakt: de schijf is vol\n")
    assert [path.name for path in tmp_path.rglob("*")] == ["map"] * is_there


STEP = re.compile(
    r"```sh\n(?P<command>samenwerkadvies .*?)\n```(?:\n\n```text\n(?P<shown>.*?)```)?"
    r"|```yaml was\n(?P<was>.*?)```.*?```yaml wordt\n(?P<becomes>.*?)```"
    r"|```gherkin was\n(?P<was_told>.*?)```.*?```gherkin wordt\n(?P<becomes_told>.*?)```",
    re.DOTALL,
)


def test_the_page_about_own_rules_is_true_step_by_step(tmp_path: Path) -> None:
    codes = []
    for step in STEP.finditer(PAGE.read_text("utf-8")):
        if step["command"]:
            result = run(*step["command"].split()[1:])
            codes.append(result.exit_code)
            assert result.output.lstrip().startswith(step["shown"] or ""), step["command"]
        else:
            file = tmp_path / "mijn-regels" / ("regels.yaml" if step["was"] else "regels.feature")
            was, becomes = step["was"] or step["was_told"], step["becomes"] or step["becomes_told"]
            text = file.read_text("utf-8")
            assert text.count(was) == 1, was
            file.write_text(text.replace(was, becomes), "utf-8")
    assert codes == [0, 0, 0, 0, 1, 0, 0, 0]
