"""How often a law is tried. The profiles of hypothesis stand in `conftest.py`."""

from hypothesis import settings


def tried(times: float) -> settings:
    """Return the settings of a law that is tried this many times as often as the profile says."""
    return settings(max_examples=round(times * settings.default.max_examples))
