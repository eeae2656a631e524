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
SMALL = "Bij ‘kleine groepen samen’ horen: "
REPORTS = ["uit.html", "uit.xlsx"]


def last_said(report: Path) -> list[str]:
    """Return the paragraphs at the foot of a page, or the lines of the guide of a workbook."""
    if report.suffix == ".html":
        return re.findall("<p>(.*?)</p>", report.read_text("utf-8").partition("<footer>")[2])
    guide = openpyxl.load_workbook(report).worksheets[0]
    return [cell.value or "" for cell in guide["A"]]


@pytest.mark.parametrize("target", REPORTS)
@pytest.mark.parametrize(("named", "last"), [(NAMED, [LIMITS, SAID]), ("", [LIMITS])])
def test_a_report_of_many_says_at_its_foot_what_readers_must_know(
    tmp_path: Path, target: str, named: str, last: list[str]
) -> None:
    ruleset = ruleset_from(tmp_path / "regels", named + FACTS + rules(een="veilig = nee"))
    source, made = tmp_path / "jaar.csv", tmp_path / target
    source.write_text("naam;peildatum;veilig\nNoord;2026-01-31;nee\nZuid;2026-01-31;ja\n", "utf-8")
    for written in ("groups", "small groups", "years"):
        if written == "years":
            compare_files(source, source, made, ruleset=ruleset)
        else:
            least = 1 if written == "groups" else 2
            assess_file(source, made, ruleset=ruleset, options=BatchOptions(by="naam", minimum=least))
        wanted = [*last, SMALL] if written == "small groups" and target == "uit.xlsx" else last
        told = last_said(made)[-len(wanted) :]
        assert all(map(str.startswith, told, wanted)), (written, told)


@pytest.mark.parametrize(("named", "last"), [(NAMED, SAID), ("", "Dit advies komt uit vaste regels.")])
def test_a_workbook_with_results_says_it_in_its_guide(tmp_path: Path, named: str, last: str) -> None:
    ruleset = ruleset_from(tmp_path / "regels", named + FACTS + rules(een="veilig = nee"))
    source, made = tmp_path / "jaar.csv", tmp_path / "uit.xlsx"
    source.write_text("naam;peildatum;veilig\nNoord;2026-01-31;nee\n", "utf-8")
    assess_file(source, made, ruleset=ruleset)
    assert last_said(made)[-1].startswith(last)
