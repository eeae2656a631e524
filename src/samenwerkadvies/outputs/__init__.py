"""Show assessments, what changes between them, and rules to people: as text, markdown or HTML."""

from samenwerkadvies.outputs.changes import (
    comparison_to_html,
    comparison_to_markdown,
    comparison_to_text,
    course_to_html,
    course_to_markdown,
    course_to_text,
)
from samenwerkadvies.outputs.explain import explain_outcome, explain_rule, part_lines
from samenwerkadvies.outputs.extension import checked_lines, extension_to_dict, key_lines
from samenwerkadvies.outputs.guide import guide_to_html, guide_to_markdown
from samenwerkadvies.outputs.markdown import to_markdown
from samenwerkadvies.outputs.page import to_html
from samenwerkadvies.outputs.text import WIDTH, to_renderable, to_text
from samenwerkadvies.outputs.thresholds import thresholds_to_dict, thresholds_to_text

__all__ = [
    "WIDTH",
    "checked_lines",
    "comparison_to_html",
    "comparison_to_markdown",
    "comparison_to_text",
    "course_to_html",
    "course_to_markdown",
    "course_to_text",
    "explain_outcome",
    "explain_rule",
    "extension_to_dict",
    "guide_to_html",
    "guide_to_markdown",
    "key_lines",
    "part_lines",
    "thresholds_to_dict",
    "thresholds_to_text",
    "to_html",
    "to_markdown",
    "to_renderable",
    "to_text",
]
