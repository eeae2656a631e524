"""The reader of YAML: libyaml where PyYAML has it, else PyYAML's own, made to read the same."""

from __future__ import annotations

import re

import yaml
from yaml.scanner import ScannerError

_BREAKS = "\r\n\x85\u2028\u2029"
_BLANKS = f"\0 \t{_BREAKS}"
_WORD = re.compile(rf"(?:[^{_BLANKS}:]|:(?![{_BLANKS}]))*")
_WORD_IN_BRACKETS = re.compile(rf"(?:[^{_BLANKS}:,\[\]{{}}]|:(?![{_BLANKS},?\[\]{{}}]))*")


class PlainLoader(yaml.SafeLoader):
    """PyYAML in Python alone, as where nothing compiled can be loaded: in a browser, for example.

    By itself it ends a text between brackets at a question mark, and refuses a tab behind or between words.
    """

    def scan_to_next_token(self) -> None:
        """Go to what comes next."""
        super().scan_to_next_token()
        while self.peek() == "\t" and (self.flow_level or not self.allow_simple_key):
            self.forward()
            super().scan_to_next_token()

    def scan_plain(self) -> yaml.ScalarToken:
        """Return a text without quotation marks."""
        parts: list[str] = []
        start = end = self.get_mark()
        indent = self.indent + 1
        blanks: list[str] | None = []
        word = _WORD_IN_BRACKETS if self.flow_level else _WORD
        while self.peek() != "#":
            found = word.match(self.buffer, self.pointer)
            length = found.end() - self.pointer if found else 0
            if self.peek(length) == ":" and self.peek(length + 1) not in _BLANKS:
                why = "found unexpected ':'"
                raise ScannerError("while scanning a plain scalar", start, why, self.get_mark())
            if not length:
                break
            self.allow_simple_key = False
            parts += [*(blanks or ()), self.prefix(length)]
            self.forward(length)
            end = self.get_mark()
            blanks = self.scan_plain_spaces(indent, start)
            if not blanks or (not self.flow_level and self.column < indent):
                break
        return yaml.ScalarToken("".join(parts), plain=True, start_mark=start, end_mark=end)

    def scan_flow_scalar(self, style: str) -> yaml.ScalarToken:
        """Return a text between quotation marks; a half or unknown character in it is no reason to crash."""
        start = self.get_mark()
        try:
            found = super().scan_flow_scalar(style)
            found.value.encode()
        except (OverflowError, ValueError):
            what, why = "while scanning a quoted scalar", "found invalid Unicode character escape code"
            raise ScannerError(what, start, why, self.get_mark()) from None
        return found

    def scan_plain_spaces(self, indent: int, start_mark: yaml.Mark) -> list[str] | None:
        """Return what stands between two words, with lines folded; None where the document ends."""
        length = 0
        while self.peek(length) in " \t":
            length += 1
        between = self.prefix(length)
        if "\t" not in between:
            return super().scan_plain_spaces(indent, start_mark)
        self.forward(length)
        return super().scan_plain_spaces(indent, start_mark) if self.peek() in _BREAKS else [between]


LOADER = getattr(yaml, "CSafeLoader", PlainLoader)
