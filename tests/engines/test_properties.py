"""Numbers reach the C module only where it can have them."""

import pytest

from samenwerkadvies.engines.properties import _FARTHEST, _within_reach


@pytest.mark.parametrize(
    ("number", "told"),
    [
        (None, None),
        (0, 0),
        (_FARTHEST, _FARTHEST),
        (-_FARTHEST, -_FARTHEST),
        (_FARTHEST + 1, _FARTHEST),
        (-_FARTHEST - 1, -_FARTHEST),
    ],
)
def test_a_number_that_lies_too_far_is_told_as_the_farthest(number: int | None, told: int | None) -> None:
    assert _within_reach(number) == told
