"""What readers must know of rules stands at the foot of what is told of many partnerships too."""

import re
from pathlib import Path

import openpyxl
import pytest

from building import FACTS, rules, ruleset_from
from samenwerkadvies.tables import BatchOptions, assess_file, compare_files

SAID = "We proberen deze regels uit."
NAMED = f"regelset: {{naam: proef, versie: '1', let_op: {SAID}}}\n"
LIMITS = "Dit overzicht telt wat vaste regels vinden"
REPORTS = ["uit.html", "uit.xlsx"]


def last_said(report: Path) -> list[str]:
    """Return the paragraphs at the foot of a page, or the lines of the guide of a workbook."""
    if report.suffix == ".html":
        return re.findall("<p>(.*?)</p>", report.read_text("utf-8").partition("<footer>")[2])
    guide = openpyxl.load_workbook(report).worksheets[0]
    return [cell.value for cell in guide["A"] if cell.value]


@pytest.mark.parametrize("target", REPORTS)
@pytest.mark.parametrize(("named", "last"), [(NAMED, (LIMITS, SAID)), ("", ("", LIMITS))])
def test_a_report_of_many_says_at_its_foot_what_readers_must_know(
    tmp_path: Path, target: str, named: str, last: tuple[str, str]
) -> None:
    ruleset = ruleset_from(tmp_path / "regels", named + FACTS + rules(een="veilig = nee"))
    source, made = tmp_path / "jaar.csv", tmp_path / target
    source.write_text("naam;peildatum;veilig\nNoord;2026-01-31;nee\nZuid;2026-01-31;ja\n", "utf-8")
    for written in ("groups", "years"):
        if written == "groups":
            assess_file(source, made, ruleset=ruleset, options=BatchOptions(by="naam", minimum=1))
        else:
            compare_files(source, source, made, ruleset=ruleset)
        *_, before, after = ["", *last_said(made)]
        assert before.startswith(last[0]), written
        assert after.startswith(last[1]), written


@pytest.mark.parametrize(("named", "last"), [(NAMED, SAID), ("", "Dit advies komt uit vaste regels.")])
def test_a_workbook_with_results_says_it_in_its_guide(tmp_path: Path, named: str, last: str) -> None:
    ruleset = ruleset_from(tmp_path / "regels", named + FACTS + rules(een="veilig = nee"))
    source, made = tmp_path / "jaar.csv", tmp_path / "uit.xlsx"
    source.write_text("naam;peildatum;veilig\nNoord;2026-01-31;nee\n", "utf-8")
    assess_file(source, made, ruleset=ruleset)
    assert last_said(made)[-1].startswith(last)
