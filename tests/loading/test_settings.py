"""Changes on the command line."""

import pytest

from samenwerkadvies import InvalidFactsError
from samenwerkadvies.loading.settings import read_settings


def test_settings_become_changes() -> None:
    assert read_settings(["a=2", "b.gemeente=4", "b.migrantenorganisatie = onbekend", "c="]) == {
        "a": "2",
        "b": {"gemeente": "4", "migrantenorganisatie": "onbekend"},
        "c": "",
    }


@pytest.mark.parametrize("settings", [["a"], ["=3"], ["a=1", "a=2"], ["a=1", "a.gemeente=2"], ["a.gemeente=1"] * 2])
def test_what_is_no_change_is_told(settings: list[str]) -> None:
    with pytest.raises(InvalidFactsError, match="CASUS07"):
        read_settings(settings)
