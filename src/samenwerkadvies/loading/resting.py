"""Loading without looking for garbage meanwhile."""

from __future__ import annotations

import contextlib
import gc
from collections.abc import Iterator


@contextlib.contextmanager
def collector_at_rest() -> Iterator[None]:
    """Let no garbage be looked for meanwhile: rules are many small values that stay, and looking takes a third.

    Nor at once afterwards: frozen and thawed again, all that is new counts as old, as if it had been looked at.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            if not gc.get_freeze_count():  # what somebody froze stays so
                gc.freeze()
                gc.unfreeze()
            gc.enable()
