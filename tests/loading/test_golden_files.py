"""What people are told about wrong files, and how rules are said: word for word, with `verwacht.txt` beside them."""

import pytest

from golden import BAD, EXPECTED, GOOD, codes, error_of, right_folders, said_about, told_about, wrong_folders

CODES = codes()
MADE_IN_A_TEST = {
    "LEES01": "test_documents.py: a file that is not there",
    "LEES02": "test_documents.py: a file that is too large",
    "LEES03": "test_documents.py: bytes that are no text",
    "CASUS07": "test_settings.py: a change on the command line",
    "TABEL01": "test_reading.py: a column that nobody asks for",
    "TABEL02": "test_reading.py: a column that is not there",
    "TABEL03": "test_reading.py: a value in a frame",
    "TABEL04": "test_batch.py: a table that cannot be read",
    "TABEL05": "test_batch.py: a file that cannot be read or made",
    "TABEL07": "test_heads.py: a list of columns",
    "TABEL08": "test_beside_others.py: a partnership that is not in a table, or is there twice",
    "TABEL06": "test_questionnaires.py: a questionnaire that would replace a file",
}
"""Codes whose files cannot be stored, are not worth a megabyte, or that are no files."""


@pytest.mark.parametrize("name", wrong_folders())
def test_a_wrong_file_is_told_word_for_word(name: str) -> None:
    assert told_about(name) == (BAD / name / EXPECTED).read_text("utf-8")


@pytest.mark.parametrize("name", right_folders())
def test_a_rule_is_said_word_for_word(name: str) -> None:
    assert said_about(name) == (GOOD / name / EXPECTED).read_text("utf-8")


@pytest.mark.parametrize("name", wrong_folders())
def test_a_wrong_folder_is_named_after_the_code_that_it_shows(name: str) -> None:
    assert name.partition("-")[0] in {problem.code for problem in error_of(name).problems}


@pytest.mark.parametrize("name", wrong_folders())
def test_every_problem_tells_the_way_out(name: str) -> None:
    assert [str(problem) for problem in error_of(name).problems if not problem.expected] == []


@pytest.mark.parametrize("code", CODES)
def test_every_code_has_a_wrong_file(code: str) -> None:
    assert code in MADE_IN_A_TEST or any(name.startswith(f"{code}-") for name in wrong_folders())


def test_there_are_codes() -> None:
    assert len(CODES) > 40
    assert set(MADE_IN_A_TEST) < set(CODES)
