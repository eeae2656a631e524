"""The interview in the terminal: plain lines, so that it works in every terminal and with a screen reader."""

from __future__ import annotations

import datetime
import os
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Annotated, TypeVar

import attrs
import typer

from samenwerkadvies.advising import Adviser, Assessment, Interview, Question
from samenwerkadvies.bilingual import any_of, both
from samenwerkadvies.cli.options import (
    ChosenLanguage,
    Quick,
    ReferenceDate,
    Rules,
    app,
    check_quick_scan,
    day_of,
    problems_told,
    say,
    stop,
)
from samenwerkadvies.dates import read_day
from samenwerkadvies.errors import InvalidFactsError, Problem, nearest, quoted
from samenwerkadvies.loading.keeping import CaseFile
from samenwerkadvies.loading.prepared import load_ruleset
from samenwerkadvies.names import name_problem
from samenwerkadvies.outputs import to_text
from samenwerkadvies.outputs.interview import about_quick, expected, read_reply, shown
from samenwerkadvies.ruleset import DUTCH
from samenwerkadvies.vocabulary import TOGETHER, UNKNOWN, Answer, Kind
from samenwerkadvies.wording.answers import capitalised
from samenwerkadvies.wording.words import words_in

T = TypeVar("T")
_STOP, _BACK, _ADVICE, _UNKNOWN = "q", "<", "a", "?"


@app.command()
def ask(  # noqa: PLR0913 - one parameter for each option
    case: Annotated[
        Path, typer.Argument(metavar="CASUS", help="Hier staan je antwoorden (.yaml of .json).", show_default=False)
    ],
    party: Annotated[
        str | None,
        typer.Option(
            "--party", help=f"Met wie je nu praat: een partij, een organisatie of {TOGETHER}; anders met iedereen."
        ),
    ] = None,
    *,
    quick: Quick = False,
    language: ChosenLanguage = DUTCH,
    date: ReferenceDate = None,
    rules: Rules = None,
) -> None:
    """Stel de vragen die er nog toe doen, één voor één, en geef daarna advies.

    Elk antwoord wordt meteen bewaard. Stop wanneer je wilt: met hetzelfde bestand ga je later verder.

    Heb je weinig tijd? Met --quick krijgt elke partij eerst één vraag per voorwaarde. Dan zie je meteen een eerste
    indruk. Daarna komen alleen de vragen over de punten waar het wringt.

    Voorbeelden:

    - `samenwerkadvies ask casus.yaml`
    - `samenwerkadvies ask casus.yaml --quick`
    - `samenwerkadvies ask casus.yaml --party samen`
    """
    with problems_told(language):
        adviser = Adviser(load_ruleset(rules), language=language)
        if quick:
            check_quick_scan(adviser.ruleset)
        texts = words_in(adviser.language).interview
        is_new = not os.path.exists(case)  # noqa: PTH110 - Path.exists raises for some names
        kept = None if is_new else CaseFile.read(case)
        named = _organisations(kept.case if kept else {})
        parties = None if party is None else (_asked(named.get(party, party), adviser, named),)
        day = day_of(date)
        stated = kept.case if kept else _new_case(day, adviser.language)
        interview = Interview.start(
            adviser,
            stated,
            reference_date=day,
            parties=parties,
            organisation=party if party is not None and party in named else "",
            quick=quick,
        )
        kept = kept or CaseFile.made(case, interview.to_case())
        typer.echo("\n" * is_new + texts["help"])
        if quick:
            typer.echo("\n" + _about_quick(interview))
        try:
            interview, seen = _interview(interview, kept)
        except (typer.Abort, KeyboardInterrupt, EOFError):
            say("\n" + texts["kept"].format(case))
            raise typer.Exit(_INTERRUPTED) from None
        if seen is not interview:
            typer.echo("\n" + _advice_so_far(interview), nl=False)
        if quick and not interview.open_questions and attrs.evolve(interview, quick=False).open_questions:
            typer.echo("\n" + texts["quick done"])
        say("\n" + texts["kept"].format(case))


def _advice_so_far(interview: Interview) -> str:
    return to_text(interview.adviser.assess(interview.partnership, thinking_along=True), brief=True)


def _about_quick(interview: Interview) -> str:
    """Return what the quick scan is; of one that goes on where it was, what comes now."""
    language = interview.adviser.language
    if interview.first_looks:
        return about_quick(interview.adviser.ruleset, language)
    return words_in(language).interview["first looks done" if interview.open_questions else "nothing pinches"]


_INTERRUPTED = 130
"""The exit code of what is stopped with Ctrl-C."""


def _new_case(day: datetime.date | None, language: str) -> Mapping[str, object]:
    """Ask what a new case is called, and for which day it is where that was not said."""
    texts = words_in(language).interview
    today = datetime.date.today()  # noqa: DTZ011 - the day on the wall
    try:
        name = _typed("name", "", _read_name, language)
        stated = day or _typed("date", today.isoformat(), read_day, language)
    except (typer.Abort, KeyboardInterrupt):
        say("\n" + texts["nothing kept"])
        raise typer.Exit(_INTERRUPTED) from None
    return {"naam": name, "peildatum": stated, "feiten": {}}


def _typed(asked: str, default: str, read: Callable[[str], T | Problem], language: str) -> T:
    """Ask for something until it can be read; stop where somebody wants to."""
    texts = words_in(language).interview
    while True:
        reply = typer.prompt(texts[asked], default=default, show_default=bool(default)).strip() or default
        if reply.lower() == _STOP:
            say(texts["nothing kept"])
            raise typer.Exit
        found = read(reply)
        if not isinstance(found, Problem):
            return found
        wrong = found.in_language(language)
        _tell_misread(wrong.message, wrong.expected, wrong.hint, texts)


def _read_name(reply: str) -> str | Problem:
    if reply in (_BACK, _UNKNOWN, _ADVICE):  # what can be typed at a question, which means nothing here
        message = both("{} is geen naam", "{} is no name", quoted(reply))
        return Problem(code="CASUS08", message=message, expected=_NAME_OR_NOTHING)
    return name_problem(reply) or reply


_NAME_OR_NOTHING = both("een naam, of niets", "a name, or nothing")


def _tell_misread(why: str, expected: str, hint: str, texts: Mapping[str, str]) -> None:
    """Tell why a reply does not fit, and what was meant, or what to type by who does not know."""
    meant = texts["meant"].format(hint) if hint else ""
    if hint == UNKNOWN:
        meant = texts["not known"]
    say(" ".join(filter(None, (texts["misread"].format(capitalised(why), expected), meant))))


def _interview(interview: Interview, kept: CaseFile) -> tuple[Interview, Interview | None]:
    """Return how far the interview came, and where in it the advice was shown last."""
    texts = words_in(interview.adviser.language).interview
    spoken_to: object = ""
    seen = None
    while (question := interview.next()) is not None:
        if (with_whom := (question.party, question.organisation)) != spoken_to:
            spoken_to = with_whom
            typer.echo("\n" + _heading(question, interview.adviser))
        typer.echo(f"\n{shown(question, interview)}\n{texts['keys']}")
        typed = typer.prompt("", prompt_suffix="> ", default="", show_default=False).strip()
        reply = _as_key(typed, interview, question)
        if reply == _STOP:
            break
        if reply == _ADVICE:
            typer.echo("\n" + _advice_so_far(interview), nl=False)
            seen = interview
        elif not reply:
            typer.echo(texts["no answer"].format(texts["not known"]))
        elif reply == _BACK and not interview.asked:
            typer.echo(texts["no way back"])
        else:
            moved = _moved(interview, question, reply)
            if moved is not interview:
                kept = _with_last_answer(kept, moved)
            if interview.first_looks and not moved.first_looks and moved.open_questions:
                typer.echo(f"\n{_advice_so_far(moved)}\n{texts['pinches']}")
                seen, spoken_to = moved, ""
            interview = moved
    return interview, seen


def _as_key(reply: str, interview: Interview, question: Question) -> str:
    """Return a reply as the key that it is; a capital is one only where it does not answer the question."""
    if reply == reply.lower() or reply.lower() not in (_STOP, _ADVICE):
        return reply
    try:
        interview.answer(question, read_reply(question, reply, interview.adviser.language))
    except InvalidFactsError:
        return reply.lower()
    return reply


def _organisations(case: Mapping[str, object]) -> dict[str, str]:
    """Return the organisations that a case names, each with its party; what is wrong with them is told elsewhere."""
    stated = case.get("organisaties")
    lists = stated.items() if isinstance(stated, Mapping) else ()
    return {str(name): str(party) for party, names in lists if isinstance(names, list) for name in names}


def _asked(party: str, adviser: Adviser, organisations: Iterable[str]) -> str | None:
    """Return with whom the talk is; None: with the parties together."""
    parties = adviser.ruleset.vocabulary.parties
    if party not in (known := (*parties, *organisations, TOGETHER)):
        hint = nearest(party, known)
        told = f"bedoelde je: {hint}" if hint else f"verwacht: {any_of(known)}"
        stop(f"onbekende partij '{party}'\n   = {told}")
    return None if party == TOGETHER else party


def _heading(question: Question, adviser: Adviser) -> str:
    """Return the line above the questions to a party or one of its organisations, or to the parties together."""
    texts = words_in(adviser.language).interview
    if question.party is None:
        return texts["with together"]
    party = adviser.ruleset.vocabulary.declared[question.party].texts[adviser.language]
    return texts["with party"].format(question.organisation or party.full.upper())


def _with_last_answer(kept: CaseFile, interview: Interview) -> CaseFile:
    """Write the answer that was given or taken back last, and the date where another one was asked for."""
    date = interview.partnership.reference_date
    if read_day(kept.case.get("peildatum")) != date:
        kept = kept.with_answer(("peildatum",), date)
    fact, party, *organisation = asked = interview.returned_to or interview.asked[-1]
    partnership = interview.partnership
    if asked in interview.not_known:
        answer: Answer | None = UNKNOWN
    elif organisation:
        answer = partnership.organisations.said.get((fact, party), {}).get(str(*organisation))
    else:
        answer = partnership.answer(fact, party)
    return kept.with_answer(("feiten", *(name for name in asked if name)), answer)


def _moved(interview: Interview, question: Question, reply: str) -> Interview:
    """Return the interview after a reply; the same one where the reply changes nothing."""
    if reply == _BACK:
        return interview.back()
    return _answered(interview, question, reply)


def _answered(interview: Interview, question: Question, reply: str) -> Interview:
    language = interview.adviser.language
    texts = words_in(language).interview
    try:
        answered = interview.answer(question, None if reply == _UNKNOWN else read_reply(question, reply, language))
    except InvalidFactsError as error:
        (problem,) = error.problems
        why = problem.message if question.kind is Kind.DATE else texts["unfit"].format(quoted(reply))
        _tell_misread(why, expected(question, language), problem.hint, texts)
        return interview
    for line in _news(interview.assessment, answered.assessment):
        typer.echo(f"  {texts['news'].format(line)}")
    return answered


def _news(before: Assessment, after: Assessment) -> list[str]:
    """Return what an answer brought to light."""
    return [advice.finding for advice in after.advice if advice.rule not in before.findings]
