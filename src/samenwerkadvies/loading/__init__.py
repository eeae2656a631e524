"""Read rule files and case files: the only package that reads YAML, and the bounds of every file."""

from samenwerkadvies.loading.cases import load_case_json, load_cases
from samenwerkadvies.loading.entries import AdviceKindWord, SeverityWord
from samenwerkadvies.loading.keeping import CaseFile
from samenwerkadvies.loading.rulesets import load_ruleset
from samenwerkadvies.loading.settings import read_settings
from samenwerkadvies.loading.texts import LARGEST, read_text, require_file

__all__ = [
    "LARGEST",
    "AdviceKindWord",
    "CaseFile",
    "SeverityWord",
    "load_case_json",
    "load_cases",
    "load_ruleset",
    "read_settings",
    "read_text",
    "require_file",
]
