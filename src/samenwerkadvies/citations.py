"""What rules rest on: each source with its title, what it is, and where it can be read."""

from __future__ import annotations

import re

import msgspec

LONGEST_LINK = 500
_LINK = re.compile(
    r"https://(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}(?:[/?#][A-Za-z0-9._~:/?#@!$&()*+,;=%-]*)?"
)


class Citation(msgspec.Struct, frozen=True, omit_defaults=True):
    """A source in one language."""

    title: str
    about: str = ""
    """What it is, such as a study or a choice of one's own; may be empty."""
    link: str = ""
    """Where it can be read, safe to follow; empty where no link is known."""

    @property
    def line(self) -> str:
        """All of it on one line."""
        named = f"{self.title} ({self.about})" if self.about else self.title
        return f"{named}: {self.link}" if self.link else named


def is_link(text: str) -> bool:
    """Say whether a text is a link that is safe to show and to follow: https, a whole host, plain signs."""
    return len(text) <= LONGEST_LINK and bool(_LINK.fullmatch(text))
