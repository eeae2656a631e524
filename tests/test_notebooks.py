"""The notebooks in examples run, and show what they show."""

from pathlib import Path

import pytest

from notebooks import NOTEBOOKS, read, run, shown


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_shows_what_stands_in_it(path: Path) -> None:
    assert list(shown(run(path))) == list(
        shown(read(path))
    )  # else: python tests/notebooks.py, and look at what changed


def test_each_cell_of_a_notebook_was_run_and_nothing_went_wrong() -> None:
    assert len(NOTEBOOKS) == 2
    for path in NOTEBOOKS:
        cells = [cell for cell in read(path).cells if cell.cell_type == "code"]
        assert [cell.execution_count for cell in cells] == list(range(1, len(cells) + 1))
        outputs = [output for cell in cells for output in cell.outputs]
        assert {output.output_type for output in outputs} <= {"execute_result", "stream"}
        assert {output.get("name", "stdout") for output in outputs} == {"stdout"}
