"""Show an assessment or a rule to people: as text for a terminal, as markdown for a report."""

from samenwerkadvies.outputs.explain import explain_rule
from samenwerkadvies.outputs.markdown import to_markdown
from samenwerkadvies.outputs.text import WIDTH, to_renderable, to_text

__all__ = ["WIDTH", "explain_rule", "to_markdown", "to_renderable", "to_text"]
