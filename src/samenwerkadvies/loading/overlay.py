"""Lay the keys that a set of one's own writes over those of the set that it extends."""

from __future__ import annotations

from samenwerkadvies.loading.documents import Section


def overlaid(base: Section, own: Section) -> Section:
    """Return a section with the keys of both; where both have a key, one's own counts.

    The section stands where one's own does, and every key and value keeps its own place.
    """
    kept = {key: node for key, node in base.items() if key not in own}
    found = Section({**kept, **own})
    found.at = own.at
    return found
