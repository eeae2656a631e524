"""From which day to which a rule is in force."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

import attrs


@attrs.frozen(cache_hash=True)
class Validity:
    """The days on which a rule is in force; without a date there is no end on that side."""

    since: datetime.date | None = None
    """The first day on which it is in force."""
    before: datetime.date | None = None
    """The first day on which it is in force no more."""

    def includes(self, day: datetime.date) -> bool:
        """Say whether the rule is in force on a day."""
        return (self.since is None or self.since <= day) and (self.before is None or day < self.before)

    @property
    def first(self) -> datetime.date:
        """The first day on which it is in force, or the first of all days."""
        return self.since or datetime.date.min

    @property
    def turns(self) -> Iterator[datetime.date]:
        """The days on which it begins or ends to be in force."""
        return (day for day in (self.since, self.before) if day)

    @property
    def last_day(self) -> datetime.date | None:
        """The last day on which it is in force."""
        return self.before and self.before - datetime.timedelta(days=1)


ALWAYS = Validity()
