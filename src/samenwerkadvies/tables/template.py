"""An empty questionnaire: the questions of a ruleset, in a workbook with a sheet for each party, or in text."""

from __future__ import annotations

import csv
import datetime
import io
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import BinaryIO

from samenwerkadvies.amounts import expected_number
from samenwerkadvies.answers import NONE_CHOSEN, SEPARATOR
from samenwerkadvies.bilingual import any_of
from samenwerkadvies.errors import InvalidFactsError, UsageError, quoted
from samenwerkadvies.loading.prepared import load_ruleset
from samenwerkadvies.names import name_problem
from samenwerkadvies.outputs.interview import how_long
from samenwerkadvies.placing import put_in_place
from samenwerkadvies.ruleset import DUTCH, Ruleset
from samenwerkadvies.tables.question_book import HEAD, Line, Sheets, write_workbook
from samenwerkadvies.tables.questionnaires import COLUMNS, OWN_ROWS
from samenwerkadvies.tables.table import SPREADSHEET_TEXT, told_of, wrong_file
from samenwerkadvies.vocabulary import NEVER, SCALE, TOGETHER, UNKNOWN, FactType, Kind, number_of

FORMATS = (".xlsx", ".csv")
_YES_NO = ("ja", "nee")
_ABOUT = "Over de samenwerking"
_ABOUT_YOU = "Over jullie organisatie"
_NAME = "Hoe heet jullie organisatie?"
_FIRST_LOOK = "Eerste indruk"
"""The sheet with the quick scan."""


def write_template(  # noqa: PLR0913 - one parameter for each choice
    target: Path,
    ruleset: Ruleset | None = None,
    *,
    partnership: str = "",
    reference_date: datetime.date | None = None,
    organisation: str = "",
    quick: bool = False,
) -> None:
    """Write an empty questionnaire; filled in, ``assess_file`` reads it as it is.

    Args:
        target: .xlsx for a workbook with explanation, a sheet for each party, and answers to pick; .csv for text.
        ruleset: the rules whose questions are asked; None for the shipped ones.
        partnership: its name, filled in already.
        reference_date: the same; one for all who answer.
        organisation: the same, of the party of which several organisations may take part; each has a file of its own.
        quick: only the quick scan: the first looks at the conditions.

    Raises:
        UsageError: for a quick one by rules without first looks, or an organisation by rules in which not just one
            party can be several.
        InvalidFactsError: for a name that is none, another kind of file, when a file is there already, or when it
            cannot be written.
        MissingDependencyError: for a workbook without the extra for Excel.
    """
    if target.suffix.lower() not in FORMATS:
        raise wrong_file("TABEL05", target, "zo'n vragenlijst kan ik niet maken", f"een bestand op {any_of(FORMATS)}")
    ruleset = load_ruleset() if ruleset is None else ruleset
    if quick:
        ruleset.check_quick_scan()
    filled_in = {COLUMNS.partnership: partnership, COLUMNS.organisation: organisation}
    if unfit := [wrong for place, name in filled_in.items() if (wrong := name_problem(name, place))]:
        raise InvalidFactsError(unfit)
    several = ruleset.vocabulary.several
    if organisation and len(several) != 1:
        raise UsageError(f"of {len(several)} parties several organisations may take part: no name can be filled in")
    own = _own_lines(partnership, reference_date.isoformat() if reference_date else "")
    sheets = _sheets(ruleset, own, {party: _name_line(party, organisation) for party in several})
    if quick:
        sheets = {_FIRST_LOOK: sheets[_FIRST_LOOK]}
    with told_of(target):
        if not target.parent.is_dir():
            raise wrong_file("TABEL05", target.parent, "deze map is er niet", "een map die er al is")
        if target.exists():
            message = "dit bestand is er al, en misschien is het ingevuld"
            raise wrong_file("TABEL06", target, message, "een nieuwe naam")
        made = io.BytesIO()
        if target.suffix.lower() == ".csv":
            _write_text(made, sheets)
        else:
            write_workbook(made, sheets, _quick_explanation(ruleset) if quick else _explanation(ruleset))
        put_in_place({target: made})


def _sheets(ruleset: Ruleset, own: list[Line], names: Mapping[str, Line]) -> Sheets:
    """Return all questions; what is asked about the partnership itself stands on the first sheet.

    Where an organisation says what it is called, is above the first questions to its party.
    """
    sheets = {_FIRST_LOOK: _first_looks(ruleset, names)} if ruleset.quick_scan else {}
    early = {party for _, party in ruleset.quick_scan}
    for party in (TOGETHER, *ruleset.vocabulary.parties):
        above = {_ABOUT_YOU: [names[party]]} if party in names and party not in early else {}
        sheets[party.replace("_", " ").capitalize()] = {**above, **dict(_parts(ruleset, party))}
    name, first = next(iter(sheets.items()))
    return sheets | {name: {_ABOUT: [*own, *first.pop(_ABOUT, ())]} | first}


def _first_looks(ruleset: Ruleset, names: Mapping[str, Line]) -> dict[str, Sequence[Line]]:
    """Return the quick scan, with a block for each party."""
    blocks: dict[str, list[Line]] = {party: [] for party in (*ruleset.vocabulary.parties, TOGETHER)}
    for name, party in ruleset.quick_scan:
        fact = ruleset.vocabulary.facts[name]
        asked = party or fact.answered_by
        blocks[asked].append(_line(fact, asked))
    named = ruleset.vocabulary.declared
    return {
        f"Vragen voor {named[party].texts[DUTCH].full}" if party in named else "Bespreek dit samen": (
            [names[party], *lines] if party in names else lines
        )
        for party, lines in blocks.items()
        if lines
    }


def _own_lines(partnership: str, date: str) -> list[Line]:
    name, day, _ = OWN_ROWS
    return [
        Line(
            TOGETHER,
            name,
            "Hoe heet de samenwerking?",
            "in elke vragenlijst precies dezelfde naam",
            answer=partnership,
        ),
        Line(
            TOGETHER,
            day,
            "Voor welke dag gelden de antwoorden?",
            "een datum zoals 1-3-2026, in elke vragenlijst dezelfde; meestal de dag waarop je dit invult",
            kind=Kind.DATE,
            answer=date,
        ),
    ]


def _name_line(party: str, organisation: str) -> Line:
    possible = "de naam van je organisatie, in elke vragenlijst van jullie precies dezelfde"
    return Line(party, COLUMNS.organisation, _NAME, possible, answer=organisation)


def _parts(ruleset: Ruleset, party: str) -> Iterator[tuple[str, Sequence[Line]]]:
    """Yield the questions for a party (or both together) but first looks, under the heading of each condition."""
    looks = {fact for fact, _ in ruleset.quick_scan}
    headings = {None: _ABOUT} | {
        number: condition.texts[DUTCH].short_title for number, condition in ruleset.conditions.items()
    }
    for number, heading in headings.items():
        facts = [fact for fact in ruleset.vocabulary.facts.values() if fact.condition == number]
        lines = [_line(fact, party) for fact in facts if party in _asked(fact) and fact.id not in looks]
        if lines:
            yield heading, lines


def _asked(fact: FactType) -> tuple[str, ...]:
    return tuple(map(str, fact.parties)) if fact.is_perception else (fact.answered_by,)


def _line(fact: FactType, party: str) -> Line:
    texts = fact.texts[DUTCH]
    options: tuple[str, ...] = ()
    match fact.kind:
        case Kind.YES_NO:
            options, possible = _YES_NO, any_of(_YES_NO)
        case Kind.CHOICE:
            options = tuple(texts.options[option].label for option in fact.options)
            possible = " / ".join(options)
        case Kind.CHOICES:
            labels = f"{SEPARATOR} ".join(texts.options[option].label for option in fact.options)
            possible = f"zoveel als je wilt, met een puntkomma ertussen: {labels}; of het woord {NONE_CHOSEN}"
        case Kind.SCALE:
            low, high = SCALE
            options = tuple(map(str, range(low, high + 1)))
            ends = f": {low} is {texts.lowest}, {high} is {texts.highest}" if texts.lowest and texts.highest else ""
            possible = f"een cijfer van {low} tot en met {high}{ends}"
        case Kind.COUNT:
            possible = f"{expected_number(fact)} ({texts.unit})"
        case Kind.DATE:
            possible = "een datum zoals 1-3-2026" + f", of {NEVER}" * fact.may_be_never
    if fact.is_perception:
        possible = f"jouw mening: {possible}"
    most = str(number_of(fact, fact.maximum))
    return Line(party, fact.id, texts.question, possible, options, fact.kind, most, fact.decimals, fact.may_be_never)


def _write_text(made: BinaryIO, sheets: Sheets) -> None:
    text = io.StringIO(newline="")
    written = csv.writer(text, delimiter=str(SPREADSHEET_TEXT.separator))
    written.writerow(HEAD)
    for parts in sheets.values():
        for lines in parts.values():
            written.writerows((line.question, line.answer, line.possible, line.party, line.fact, "") for line in lines)
    made.write(text.getvalue().encode(str(SPREADSHEET_TEXT.encoding)))


# --- what stands on the first sheet of a workbook ---

_HOW_TO_ANSWER = (
    f"Staat er {quoted('jouw mening')} bij? Antwoord dan voor jezelf. Overleggen hoeft niet.",
    "Klik op een geel vak. Zie je een pijltje? Kies dan een antwoord. Anders typ je een getal of een datum.",
    "Rond halve getallen af. Twijfel je tussen twee antwoorden? Kies wat het vaakst klopt.",
    f"Weet je iets niet? Laat het vak dan leeg, of vul {quoted(UNKNOWN)} in. Raad niet.",
    f"Wil je iets uitleggen? Schrijf het kort bij {quoted(COLUMNS.remark)}, zonder namen van mensen.",
)
_MORE_PEOPLE = (
    ("kop", "Vullen meer mensen de lijst in?"),
    ("tekst", "Geef iedereen een eigen bestand. Zet in elk bestand precies dezelfde naam en dezelfde datum."),
    ("tekst", f"Bij {quoted('jouw mening')} mag iedereen iets anders antwoorden. Alle antwoorden tellen mee."),
)
_MORE_ORGANISATIONS = (
    "tekst",
    f"Elke organisatie krijgt een eigen bestand. Vul de naam in bij {quoted(_NAME)}, overal precies hetzelfde.",
)
_ONE_ANSWER = (
    "tekst",
    "Bij de andere vragen hoort één antwoord. Laat één persoon die invullen. De anderen laten die vakken leeg.",
)
_AFTERWARDS = (
    ("tekst", "Zet alle ingevulde bestanden samen in één map."),
    ("kop", "Wat gebeurt er met de antwoorden?"),
    ("tekst", "Jullie hoeven het niet eens te zijn. Juist bij een verschil geeft het advies uitleg."),
    (
        "tekst",
        "Wie dit bestand krijgt, kan lezen wat je hebt ingevuld. Spreek dus eerst af wie de bestanden verzamelt.",
    ),
    ("tekst", "Kies het liefst iemand bij wie jullie je allebei veilig voelen."),
)


def _explanation(ruleset: Ruleset) -> list[tuple[str, str]]:
    """Return what stands on the first sheet of a whole questionnaire: each line with its style."""
    own = "Vul daarna het blad van je eigen organisatie in. Laat het blad van de andere organisatie leeg."
    steps = [
        f"Begin op het blad {quoted('Samen')}. Vul de naam van de samenwerking in, en de datum.",
        "Bespreek de andere vragen op dat blad met elkaar. Eén van jullie vult de antwoorden in.",
        own,
    ]
    if ruleset.quick_scan:
        minutes = how_long(ruleset, DUTCH)[1]
        steps = [
            f"Begin op het blad {quoted(_FIRST_LOOK)}. Vul de naam van de samenwerking in, en de datum.",
            f"Beantwoord op dat blad de vragen voor je eigen organisatie (ongeveer {minutes}). Laat de andere leeg.",
            f"Bespreek de vragen op het blad {quoted('Samen')} met elkaar. Eén van jullie vult de antwoorden in.",
            own,
        ]
    return [
        ("titel", "Vragenlijst over jullie samenwerking"),
        ("tekst", "Vul in hoe jullie samenwerken. Daarna krijg je advies om het nog beter te maken."),
        *_numbered(steps),
        *_MORE_PEOPLE,
        *[_MORE_ORGANISATIONS] * bool(ruleset.vocabulary.several),
        _ONE_ANSWER,
        *_AFTERWARDS,
    ]


def _quick_explanation(ruleset: Ruleset) -> list[tuple[str, str]]:
    """Return the same for a questionnaire with the quick scan alone."""
    questions, minutes = how_long(ruleset, DUTCH)
    steps = [
        f"Ga naar het blad {quoted(_FIRST_LOOK)}. Vul de naam van de samenwerking in, en de datum.",
        "Beantwoord daarna de vragen voor je eigen organisatie. Laat de vragen van de andere organisatie leeg.",
    ]
    return [
        ("titel", "Snelle scan van jullie samenwerking"),
        ("tekst", f"Je krijgt {questions}. Dat duurt ongeveer {minutes}."),
        (
            "tekst",
            "Daarna krijg je advies. Het is een eerste indruk: je ziet waar het wringt, en waar je over doorpraat.",
        ),
        *_numbered(steps),
        *_MORE_PEOPLE,
        *[_MORE_ORGANISATIONS] * bool(ruleset.vocabulary.several),
        *[_ONE_ANSWER] * any(party is None for _, party in ruleset.quick_scan),
        *_AFTERWARDS,
    ]


def _numbered(steps: Sequence[str]) -> Iterator[tuple[str, str]]:
    yield "kop", "Zo vul je de lijst in"
    for number, step in enumerate((*steps, *_HOW_TO_ANSWER), start=1):
        yield "tekst", f"{number}. {step}"
