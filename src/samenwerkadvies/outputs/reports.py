"""What every report says of an assessment, whatever it is written in: each thing once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from samenwerkadvies.advising import Advice, Assessment, Change, ConditionStatus, Evidence, OpenQuestion
from samenwerkadvies.bilingual import joined
from samenwerkadvies.known import PlainAnswer
from samenwerkadvies.outputs.words import capitalised, written_date
from samenwerkadvies.ruleset import Severity
from samenwerkadvies.wording.numbers import number_in
from samenwerkadvies.wording.words import words_in

QUESTIONS_FIRST = 5
"""Questions that a report shows."""


def heading(assessment: Assessment) -> list[str]:
    """Return the lines at the top of a report: for whom, at which date, by which rules."""
    words = words_in(assessment.language).report
    return [
        words["advice for"].format(assessment.partnership or words["a partnership"]),
        words["reference date"].format(written_date(assessment.reference_date, assessment.language)),
        words["rules"].format(assessment.ruleset.name, assessment.ruleset.version),
    ]


def warnings(assessment: Assessment) -> list[str]:
    """Return what a reader must know before the advice: that little is known, and whose answers are missing."""
    words, phrases, known = (
        words_in(assessment.language).report,
        words_in(assessment.language).phrases,
        assessment.known,
    )
    told = []
    if known.first_look:
        told.append(words["first look"])
    elif not known.enough:
        told.append(words["little known" if known.answered else "nothing known"])
    if told and known.answered and not known.enough:
        many = words["so many one" if known.answered == 1 else "so many"].format(known.asked, known.answered)
        told = [f"{told[0]} {many}"]
    if assessment.checks:
        told.append(words["provisional by checks"])
    if (assessment.provisional and not assessment.checks) or (known.first_look and known.missing_from):
        names = {party.id: party.full for party in assessment.parties}
        missing = joined([names[party] for party in known.missing_from], phrases["and"])
        told.append(words["provisional without"].format(missing) if missing else words["provisional"])
    return told


def check_lines(assessment: Assessment) -> list[tuple[str, str]]:
    """Return the answers that contradict each other: what contradicts what, and the answers on one line."""
    words = words_in(assessment.language).report
    return [
        (
            found.finding,
            " ".join(
                (
                    words["you answered"].format("; ".join(reason.text for reason in found.because)) + ".",
                    *(remark for reason in found.because for remark in remarks_on(reason, assessment)),
                )
            ),
        )
        for found in assessment.checks
    ]


WIDE_GAP = 2
"""Scores that lie this far apart are told; that is an own choice."""


def view_heads(assessment: Assessment) -> list[str]:
    """Return the heads of the columns with the first look of each party; empty where no party gave one."""
    parties = assessment.parties
    has_views = any(_views(found, party.id) for found in assessment.conditions for party in parties)
    return [headed(party.short) for party in parties] if has_views else []


def view_cells(found: ConditionStatus, assessment: Assessment) -> list[str]:
    """Return what each party says of a condition at first look; where they lie far apart, the last cell says so."""
    words = words_in(assessment.language).report
    said = [[_said(answer, assessment.language) for answer in _views(found, each.id)] for each in assessment.parties]
    cells = [", ".join(answers) or words["no view"] for answers in said]
    return [*cells[:-1], words["far apart"].format(cells[-1])] if _is_far_apart(found) else cells


def view_line(assessment: Assessment) -> str:
    """Return what the columns with the first look of each party are; empty where there are none."""
    words = words_in(assessment.language).report
    short = joined([party.short for party in assessment.parties], words_in(assessment.language).phrases["and"])
    told = [words["two views"].format(short)] if view_heads(assessment) else []
    return " ".join([*told, *[words["views far apart"]] * any(map(_is_far_apart, assessment.conditions))])


def _views(found: ConditionStatus, party: str) -> list[PlainAnswer]:
    return [given[party] for given in found.first_look.values() if isinstance(given, Mapping) and party in given]


def _said(answer: PlainAnswer, language: str) -> str:
    if isinstance(answer, bool):
        return words_in(language).report["yes" if answer else "no"]
    return number_in(language, str(answer)) if isinstance(answer, float) else str(answer)


def _is_far_apart(found: ConditionStatus) -> bool:
    """Say whether the parties give scores that lie far apart."""
    both = (given.values() for given in found.first_look.values() if isinstance(given, Mapping))
    scores = ([score for score in given if type(score) is int] for given in both)
    return any(max(each) - min(each) >= WIDE_GAP for each in scores if each)


def nothing_found_line(assessment: Assessment) -> str:
    """Return what can be said where no advice was found: what is unknown comes first, and may be all."""
    words = words_in(assessment.language).report
    if assessment.known.first_look and not assessment.known.missing_from:
        return words["all well at first look"]
    if not assessment.known.enough:
        return words["too little"]
    if assessment.undecided:
        return f"{undecided_line(assessment)} {words['nothing found yet']}"
    return words["nothing found"]


def parts(assessment: Assessment) -> tuple[list[Advice], list[Advice], list[Advice]]:
    """Return what to start with, what comes later, and the strengths."""
    to_do = [advice for advice in assessment.advice if advice.severity is not Severity.STRENGTH]
    strengths = [advice for advice in assessment.advice if advice.severity is Severity.STRENGTH]
    return to_do[: assessment.shown_first], to_do[assessment.shown_first :], strengths


def severity_word(severity: Severity, language: str) -> str:
    """Return how serious something is, in a word."""
    return words_in(language).severities[severity]


def reason_lines(advice: Advice, assessment: Assessment) -> list[tuple[int, str]]:
    """Return the reasons with what was written beside them, each with how deep it stands; nothing is said twice."""
    return [(depth, " ".join((text, *remarks_on(reason, assessment)))) for depth, text, reason in _reasons(advice)]


def _reasons(advice: Advice) -> list[tuple[int, str, Evidence]]:
    told = {capitalised(advice.finding)}

    def lines(because: tuple[Evidence, ...], depth: int) -> Iterator[tuple[int, str, Evidence]]:
        for reason in because:
            text = capitalised(reason.text)
            is_new = text not in told
            told.add(text)
            if is_new:
                yield depth, text, reason
            yield from lines(reason.because, depth + is_new)

    return list(lines(advice.because, 0))


def remarks_on(reason: Evidence, assessment: Assessment) -> list[str]:
    """Return what people wrote beside the answers of a reason, each as a sentence."""
    words, names = words_in(assessment.language).report, {party.id: party.full for party in assessment.parties}
    found = (assessment.remarks or {}).get(reason.fact or "")
    if not isinstance(found, Mapping):
        told = [words["remark"].format(found)] if found else []
    else:
        remarks = ((party, text) for party, text in found.items() if reason.party in (None, party))
        told = [words["remark of"].format(names[party], text) for party, text in remarks]
    asked = reason.text.partition(words_in(assessment.language).phrases["for question"].removesuffix("{}"))[2]
    for each in assessment.organisations:
        if each.fact == reason.fact and reason.party in (None, each.party):
            said = capitalised(_with_this_question(each.text, asked, assessment.language))
            told = [*[said] * each.is_divided, *told]
            told += (words["remark of"].format(name, text) for name, text in (each.remarks or {}).items())
    return told


def reason_line(advice: Advice, assessment: Assessment) -> str:
    """Return the reasons on one line, without those below them; empty where the finding says it all."""
    told = " ".join(text for depth, text in reason_lines(advice, assessment) if not depth)
    return f"{words_in(assessment.language).report['why']} {told}" if told else ""


WAYS_SHOWN = 3
"""Ways to make a finding go away that a report shows."""


def way_lines(advice: Advice, language: str) -> tuple[str, list[str], str]:
    """Return what would make a finding go away: a heading, the smallest changes, and what there is besides.

    All is empty where that goes without saying: one answer is no and has to be yes, or the other way round; and where
    it was not asked for.
    """
    words, changes = words_in(language).report, advice.resolved_when or ()
    if _is_a_no_to_turn(advice.because, changes):
        return "", [], ""
    if not changes:
        return advice.no_way_out or "", [], ""
    asked = _asked_once(advice, language)
    more = len(changes) - WAYS_SHOWN
    rest = "" if more <= 0 else words["more ways one" if more == 1 else "more ways"].format(more)
    shown = [
        capitalised(_with_this_question(words["and"].join(change.when), asked, language))
        for change in changes[:WAYS_SHOWN]
    ]
    heading = "noticed" if any(map(_has_scores, changes)) else "resolved"
    return words[f"{heading} one" if len(changes) == 1 else heading], shown, rest


def _has_scores(change: Change) -> bool:
    """Say whether a change is one of what people say: told as a sign, as nobody can aim for a score."""
    return any(isinstance(answer, Mapping) for answer in change.facts.values())


def _asked_once(advice: Advice, language: str) -> str:
    """Return the one question in a few reasons, as part of a sentence; empty where there is none, or more of either."""
    before, reasons = words_in(language).phrases["for question"].removesuffix("{}"), _reasons(advice)
    found = {text.partition(before)[2].removesuffix(".") for _, text, _ in reasons} - {""}
    return found.pop() if len(found) == 1 and len(reasons) <= _FEW else ""


_FEW = 2
"""Reasons after which a reader still knows which question 'this question' is."""


def _with_this_question(text: str, asked: str, language: str) -> str:
    """Return a clause that points at a question that the reader has just read."""
    if not asked:
        return text
    phrases = words_in(language).phrases
    for way in ("between", "for"):
        text = text.replace(phrases[f"{way} question"].format(asked), phrases[f"{way} this question"])
    return text


def _is_a_no_to_turn(because: Sequence[Evidence], changes: Sequence[Change]) -> bool:
    facts = {reason.fact: reason.value for reason in because}
    values = list(facts.values())
    return (
        len(because) == len(changes) == 1
        and isinstance(values[0], bool)
        and {name: not value for name, value in facts.items()} == changes[0].facts
    )


def way_line(advice: Advice, language: str) -> str:
    """Return the same on one line."""
    words = words_in(language).report
    heading, shown, rest = way_lines(advice, language)
    if not shown:
        return heading
    first, *others = map(lowered, shown)
    one = words["noticed one" if any(map(_has_scores, advice.resolved_when or ())) else "resolved one"]
    return " ".join(filter(None, (f"{one} {first}", *map(words["or"].format, others), rest)))


def headed(name: str) -> str:
    """Return a name as it stands above a column."""
    return name[:1].upper() + name[1:]


def lowered(sentence: str) -> str:
    """Return a sentence as it stands after a colon."""
    return sentence[:1].lower() + sentence[1:]


def respondent_lines(assessment: Assessment) -> list[str]:
    """Return where people of one party differ much, and of which parties too few people answered to show it."""
    words = words_in(assessment.language).report
    divided = [capitalised(spread.text) for spread in assessment.respondents if spread.text]
    named = {party.id: party.full for party in assessment.parties}
    few = [each for each in assessment.respondents if each.lowest is None]
    whose = {each.organisation or full: None for party, full in named.items() for each in few if each.party == party}
    apart = [capitalised(each.text) for each in assessment.organisations if each.is_divided or each.silent]
    return [*apart, *divided, *map(words["few"].format, whose)]


def asked_line(question: OpenQuestion, assessment: Assessment) -> str:
    """Return a question, with the organisations that still have to answer where several of a party take part."""
    if not question.organisations:
        return question.question
    words, every = words_in(assessment.language), {party.id: party.organisations for party in assessment.parties}
    if question.organisations == every[str(question.party)]:
        return words.report["not answered"].format(question.question, words.report["every organisation"])
    names = words.phrases["no answer of"].format(joined(question.organisations, words.phrases["and"]))
    return words.report["not answered"].format(question.question, names)


def left_out(assessment: Assessment) -> Iterator[tuple[str, list[str]]]:
    """Yield which rules take no part under a heading that says so: those that are off, and those not in force."""
    words = words_in(assessment.language).report
    if assessment.rules_off:
        yield words["off heading"], [words["rule off"].format(off.finding, off.why) for off in assessment.rules_off]
    if assessment.rules_not_in_force:
        lines = [f"{out.finding} {out.why}" for out in assessment.rules_not_in_force]
        yield words["not in force heading"], lines


def first_line(advice: Advice, assessment: Assessment) -> str:
    """Return the sentence that says which conditions come first; empty where none does."""
    titles = {found.number: found.short_title for found in assessment.conditions}
    named = "; ".join(f"{titles[number]} ({number})" for number in advice.first)
    return words_in(assessment.language).report["first"].format(named) if named else ""


def decision_line(advice: Advice, language: str) -> str:
    """Return which decision is asked of whom; empty where none is."""
    return words_in(language).report["decision"].format(lowered(advice.decision)) if advice.decision else ""


def questions(assessment: Assessment) -> Iterator[tuple[str, list[str]]]:
    """Yield headings that say whom to ask, and the questions to ask first."""
    words = words_in(assessment.language).report
    of_one: dict[str | None, str] = {None: words["ask together"]}
    of_one |= {party.id: words["ask party"].format(party.full) for party in assessment.parties}
    asked: dict[str, dict[str, str]] = {}
    for question in (first := _to_ask_first(assessment)):
        asked_of = {other.party for other in first if other.fact == question.fact}
        heading = words["ask each"] if len(asked_of) == len(assessment.parties) else of_one[question.party]
        known = asked.setdefault(heading, {}).get(question.fact, "")
        asked[heading][question.fact] = max(known, asked_line(question, assessment), key=len)
    for heading, found in asked.items():
        yield heading, list(found.values())


def _to_ask_first(assessment: Assessment) -> list[OpenQuestion]:
    """Return the first questions, of different conditions; what each party answers for itself is asked of both."""
    worth = assessment.open_questions or ()
    first_of = {question.condition: question for question in reversed(worth)}
    ranked = sorted(worth, key=lambda question: question is not first_of[question.condition])
    facts = list(dict.fromkeys(question.fact for question in ranked))[:QUESTIONS_FIRST]
    return [question for question in ranked if question.fact in facts]


def more_questions_line(assessment: Assessment) -> str:
    """Return the line that says how many questions there are besides those to ask first; empty where there are none."""
    words = words_in(assessment.language).report
    more = len(assessment.open_questions or ()) - len(_to_ask_first(assessment))
    if not more:
        return ""
    return words["more questions one" if more == 1 else "more questions"].format(more)


def undecided_line(assessment: Assessment) -> str:
    """Return the sentence that says how much is still open."""
    words, count = words_in(assessment.language).report, len(assessment.undecided)
    if not count:
        return words["all known"]
    known, asked = assessment.known, assessment.open_questions
    is_undefined = known.answered == known.asked if asked is None else not asked  # no answer can change it any more
    why = "undefined" if is_undefined else "undecided"
    return words[f"{why} one" if count == 1 else why].format(count)
