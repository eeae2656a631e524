"""Which engine answers: durable where durable-rules can be loaded, else reference, which is said once and quietly."""

import logging
import sys
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from building import ENGINES
from samenwerkadvies import Adviser, MissingDependencyError, Ruleset, UsageError, engines
from samenwerkadvies.cli import app
from samenwerkadvies.engines import durable

CASE = Path(__file__).parents[2] / "examples" / "buurtvaders.yaml"
NOT_INSTALLED = (
    "the durable engine needs durable-rules: pip install 'samenwerkadvies[durable]'; "
    "docs/installing.md tells how to build it, also on Python 3.13"
)
UNDEFINED = "undefined symbol: PyEval_CallObject"
NOT_LOADED = (
    f"durable-rules is installed but cannot be loaded ({UNDEFINED}): "
    "docs/installing.md tells how to build it, also on Python 3.13"
)


@pytest.fixture
def anew() -> Iterator[None]:
    """Forget what was loaded and said."""
    durable.load_module.cache_clear()
    engines._say_once.cache_clear()
    yield
    durable.load_module.cache_clear()
    engines._say_once.cache_clear()


@pytest.fixture(params=[NOT_INSTALLED, NOT_LOADED], ids=["not installed", "not to be loaded"])
def reason(
    request: pytest.FixtureRequest,
    anew: None,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> str:
    """Take durable-rules away, or leave one that is built for another Python; return what is said of it."""
    if request.param == NOT_INSTALLED:
        monkeypatch.setitem(sys.modules, "durable_rules_engine", None)
    else:
        monkeypatch.delitem(sys.modules, "durable_rules_engine", raising=False)
        (tmp_path / "durable_rules_engine.py").write_text(f"raise ImportError({UNDEFINED!r})", "utf-8")
        monkeypatch.syspath_prepend(tmp_path)
    found: str = request.param
    return found


def test_without_the_module_auto_is_the_reference_engine_and_says_so_once(
    shipped: Ruleset, reason: str, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO, "samenwerkadvies"), warnings.catch_warnings():
        warnings.simplefilter("error")
        advisers = [Adviser(shipped) for _ in range(3)]
    assert [adviser.engine for adviser in advisers] == ["reference"] * 3
    assert advisers[0].assess({"dragers_mo": 1}, "2026-01-01").engine == "reference"
    assert [(record.levelname, record.message) for record in caplog.records] == [
        ("INFO", f"the reference engine answers, with the same outcomes: {reason}")
    ]


def test_without_the_module_durable_insists(shipped: Ruleset, reason: str) -> None:
    with pytest.raises(MissingDependencyError) as refused:
        Adviser(shipped, engine="durable")
    assert str(refused.value) == reason


def test_without_the_module_the_command_line_gives_the_same_advice_and_no_warning(reason: str) -> None:
    without = CliRunner().invoke(app, ["advise", str(CASE)])
    asked_for = CliRunner().invoke(app, ["advise", str(CASE), "--engine", "reference"])
    insisted = CliRunner().invoke(app, ["advise", str(CASE), "--engine", "durable"])
    assert (without.exit_code, without.stdout, without.stderr) == (0, asked_for.stdout, "")
    assert (insisted.exit_code, insisted.stdout, insisted.stderr) == (2, "", reason + "\n")


@pytest.mark.durable
def test_with_the_module_auto_is_the_durable_engine_and_says_nothing(
    anew: None, shipped: Ruleset, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO, "samenwerkadvies"):
        assert Adviser(shipped).engine == "durable"
    assert caplog.records == []


@pytest.mark.durable
def test_both_engines_give_the_same_text(shipped: Ruleset) -> None:
    texts = {CliRunner().invoke(app, ["advise", str(CASE), "--engine", name]).stdout for name in ENGINES}
    assert len(ENGINES) == 2
    assert len(texts) == 1


def test_an_unknown_engine_is_told(shipped: Ruleset) -> None:
    with pytest.raises(UsageError, match="choose one of auto, durable, reference"):
        Adviser(shipped, engine="stoom")
