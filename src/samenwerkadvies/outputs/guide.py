"""The guide for who leads the conversation: a page that prints, or markdown; with a case, with its own questions."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterator

from samenwerkadvies.advising import Assessment
from samenwerkadvies.outputs.page import QUESTIONS_SHOWN, VIEWS_SHOWN, party_names, scales
from samenwerkadvies.outputs.reports import headed, questions
from samenwerkadvies.outputs.templating import templates
from samenwerkadvies.outputs.words import capitalised, escaped
from samenwerkadvies.wording.words import Part, words_in

_WIDTH = 120


def guide_to_html(language: str, assessment: Assessment | None = None) -> str:
    """Return the guide as a page in HTML; it needs no script and nothing from a network."""
    title, parts = _guide(language, assessment, str)
    return (
        templates()
        .get_template("guide.html")
        .render(title=title, parts=parts, language=language, words=words_in(language))
    )


def guide_to_markdown(language: str, assessment: Assessment | None = None) -> str:
    """Return the guide as markdown, ending in a line end."""
    title, parts = _guide(language, assessment, escaped)
    return "\n".join([f"# {title}", *(line for part in parts for line in _lines(part))]) + "\n"


def _guide(language: str, assessment: Assessment | None, shown: Callable[[str], str]) -> tuple[str, list[Part]]:
    words = words_in(language)
    opening, *parts = words.guide
    if assessment is None:
        return words.page["guide"], [opening, *parts]
    title = f"{words.page['guide']}: {shown(assessment.partnership)}" if assessment.partnership else words.page["guide"]
    return title, [opening, *_of_case(assessment, shown), *parts]


def _of_case(assessment: Assessment, shown: Callable[[str], str]) -> Iterator[Part]:
    """Yield what this conversation is about: where the parties differ most, and what to ask next."""
    words, names = words_in(assessment.language).page, party_names(assessment)
    apart = [scale for scale in scales(assessment) if scale.gap > 0][:VIEWS_SHOWN]
    within = tuple(shown(capitalised(each.text)) for each in assessment.organisations if each.is_divided)
    if apart:
        rows = [
            (
                shown(scale.views.question),
                *(str(scale.views.answers[party]) if party in scale.views.answers else "–" for party in names),
            )
            for scale in apart
        ]
        heads = (words["question"], *(headed(shown(name)) for name in names.values()))
        yield Part(words["differ most"], text=(words["differ most for"],), table=(heads, *rows), after=within)
    else:
        yield Part(words["differ most"], text=(words["differ nowhere"], *within))
    asked = [question for _, listed in questions(assessment) for question in listed][:QUESTIONS_SHOWN]
    if asked:
        yield Part(words["next meeting"], steps=tuple(map(shown, asked)))


def _lines(part: Part) -> Iterator[str]:
    if part.title:
        yield from ("", f"## {part.title}")
    for text in part.text:
        yield from ("", *_wrapped(text))
    if part.steps or part.points:
        yield ""
    for number, text in enumerate(part.steps, start=1):
        yield from _wrapped(text, f"{number}. ")
    for text in part.points:
        yield from _wrapped(text, "- ")
    if part.table:
        heads, *rows = part.table
        yield from ("", f"| {' | '.join(heads)} |", f"|{' --- |' * len(heads)}")
        yield from (f"| {' | '.join(row)} |" for row in rows)
    for text in part.after:
        yield from ("", *_wrapped(text))


def _wrapped(text: str, mark: str = "") -> list[str]:
    return textwrap.wrap(
        text,
        _WIDTH,
        initial_indent=mark,
        subsequent_indent=" " * len(mark),
        break_long_words=False,
        break_on_hyphens=False,
    )
