"""What the documentation promises to hold."""

import re

import pytest

from golden import HERE, codes

CODES = codes()


@pytest.mark.parametrize("code", CODES)
def test_every_error_code_has_a_heading_in_the_documentation(code: str) -> None:
    text = (HERE.parent / "docs" / "foutcodes.md").read_text("utf-8")
    assert re.search(rf"^#+ .*\b{code}\b", text, re.MULTILINE)


def test_the_documentation_explains_no_code_that_is_gone() -> None:
    text = (HERE.parent / "docs" / "foutcodes.md").read_text("utf-8")
    headed = re.findall(r"^#+ .*?\b([A-Z]{3,5}[0-9]{2})\b", text, re.MULTILINE)
    assert sorted(set(headed) - set(CODES)) == []
