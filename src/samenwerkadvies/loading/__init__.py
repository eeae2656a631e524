"""Read rule files and case files: the only package that reads YAML, and the bounds of every file."""

from samenwerkadvies.loading.cases import load_cases
from samenwerkadvies.loading.documents import read_text
from samenwerkadvies.loading.files import AdviceKindWord, SeverityWord
from samenwerkadvies.loading.rulesets import load_ruleset

__all__ = ["AdviceKindWord", "SeverityWord", "load_cases", "load_ruleset", "read_text"]
