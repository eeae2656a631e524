"""What people write from habit where the language has another way: each slip with what to write instead."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Callable
from decimal import Decimal

from samenwerkadvies.amounts import NUMBER_WORDS
from samenwerkadvies.errors import Problem
from samenwerkadvies.grammar.tree import View


def slip_at(text: str, position: int) -> Problem | None:
    """Return the known slip at the place where parsing stopped; None when it is none of these."""
    for pattern, message, expected, meant in _SLIPS:
        for found in _compiled(pattern).finditer(text, max(0, position - _AROUND), position + _AROUND):
            if found.start() <= position <= found.end():
                end = found.start() + len(found.group().rstrip())
                span = (found.start(), end)
                return Problem(code="TAAL01", message=message, span=span, expected=expected, hint=meant(found))
    return None


@functools.cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Compile a pattern when a slip is looked for: most who load rules never make one."""
    return re.compile(pattern)


_AROUND = 200
"""Characters before and after that place in which a slip is looked for: so that a long line costs little."""

_FLIPPED = {"<": ">", ">": "<", "<=": ">=", ">=": "<=", "=<": ">=", "=>": "<=", "=": "=", "==": "=", "!=": "!="}
_PHRASES = {
    "groter dan of gelijk aan": ">=", "groter of gelijk aan": ">=", "meer dan of gelijk aan": ">=",
    "hoger dan of gelijk aan": ">=", "kleiner dan of gelijk aan": "<=", "kleiner of gelijk aan": "<=",
    "minder dan of gelijk aan": "<=", "lager dan of gelijk aan": "<=",
    "niet gelijk aan": "!=", "ongelijk aan": "!=", "gelijk aan": "=", "niet meer dan": "<=", "niet minder dan": ">=",
    "groter dan": ">", "meer dan": ">", "hoger dan": ">", "kleiner dan": "<", "minder dan": "<", "lager dan": "<",
    "ten minste": ">=", "tenminste": ">=", "minstens": ">=", "minimaal": ">=", "minimum": ">=", "min": ">=",
    "vanaf": ">=", "ten hoogste": "<=", "tenhoogste": "<=", "hoogstens": "<=", "maximaal": "<=", "maximum": "<=",
    "max": "<=", "tot en met": "<=", "is niet": "!=", "is geen": "!=", "is": "=",
}  # fmt: skip
"""How people say a comparison; longer before shorter."""

_NAME = r"(?:\bper\s*\([\w\s,]*(?:\(\w+\)[\w\s,]*){0,2}\)|\b[a-z]\w*(?:\([a-z]\w*\))?)"
_NUMBER = r"\d+(?:[.,]\d+)?"
_OPERATOR = r"(?:[<>=!]=|=[<>]|<>|[<>=])"
_QUOTES = "\"'`“”„‟‘’‚′″´"
_VIEW = "|".join(view.value for view in View if view not in (View.ITSELF, View.CHOSEN))
_MONTH = r"(?:jan|feb|mrt|maart|apr|mei|jun|jul|aug|sep|okt|nov|dec)[a-z]*\.?"


def _chained(found: re.Match[str]) -> str:
    low, first, name, second, high = found.groups()
    return f"{name} {_FLIPPED[first]} {low} en {name} {second} {high}"


def _between(found: re.Match[str]) -> str:
    return found.expand(r"\1 >= \2 en \1 <= \3")


def _repeated(found: re.Match[str]) -> str:
    name, first, low, link, second, high = found.groups()
    return f"{name} {first} {low} {link or 'en'} {name} {second} {high}"


def _alternatives(found: re.Match[str]) -> str:
    name, first, rest = found.groups()
    words = [first, *re.split(r"\s+of\s+", rest)[1:]]
    if any(word[0].isdigit() for word in words):
        return " of ".join(f"{name} = {word}" for word in words)
    return f"{name} in [{', '.join(words)}]"


def _numbers(found: re.Match[str]) -> str:
    name, numbers = found.groups()
    return " of ".join(f"{name} = {number.strip()}" for number in numbers.split(","))


def _options(found: re.Match[str]) -> str:
    name, options = found.groups()
    return " of ".join(f"bevat({name}, {option})" for option in re.split(r"\s*,\s*", options))


def _share(found: re.Match[str]) -> str:
    number = Decimal(found["number"].replace(",", "."))
    shown = number / 100 if found["share"] else number
    return f"{shown.normalize():f}".replace(".", ",")


def _phrase(found: re.Match[str]) -> str:
    words = re.sub(r"\s+", " ", found.group().strip())
    return next(sign for phrase, sign in _PHRASES.items() if words.endswith(phrase))


def _unknown(found: re.Match[str]) -> str:
    name, word = found.groups()
    return f"bekend({name})" if word in ("bekend", "ingevuld") else f"niet bekend({name})"


def _plain_letters(found: re.Match[str]) -> str:
    letters = unicodedata.normalize("NFKD", found.group())
    return "".join(letter for letter in letters if letter.isascii())


def _sign_first(found: re.Match[str]) -> str:
    sign = next(sign for phrase, sign in _PHRASES.items() if found[1].split() == phrase.split())
    return f"{found[3]} {sign} {found[2]}"


def _as(template: str) -> Callable[[re.Match[str]], str]:
    return lambda found: found.expand(template)


_ANY_PHRASE = "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in _PHRASES)


_COUNTING = r"minstens\s+\d+\s+van\s*\("
_SOME = rf"\d{{1,3}}|{'|'.join(NUMBER_WORDS)}"
_LEAST = {">": 1, "<=": 1}
"""How many more than the number must hold, or must not, where that is what people say."""


def _counting(found: re.Match[str]) -> str:
    words, number = found[1] or "", NUMBER_WORDS.get(found[2], found[2])
    if words == "precies":
        return f"minstens {number} van (…, …, …) en niet minstens {int(number) + 1} van (…, …, …)"
    sign = next((sign for phrase, sign in _PHRASES.items() if words.split() == phrase.split()), ">=")
    return f"{'niet ' if sign.startswith('<') else ''}minstens {int(number) + _LEAST.get(sign, 0)} van (…, …, …)"


_SLIPS: tuple[tuple[str, str, str, Callable[[re.Match[str]], str]], ...] = (
    (
        rf"(?<!\w)(?!{_COUNTING})(?:({_ANY_PHRASE}|precies)\s+|(?<!minstens ))({_SOME})\s+(?:van|uit)\b\s*[:([]?",
        "zo telt de taal niet",
        "'minstens', een getal, 'van', en de delen tussen haakjes",
        _counting,
    ),
    (
        rf"({_NUMBER})\s*([<>]=?|=[<>])\s*({_NAME})\s*({_OPERATOR})\s*({_NUMBER})",
        "twee grenzen passen niet in één vergelijking",
        "voor elke grens een vergelijking",
        _chained,
    ),
    (
        rf"({_NUMBER})\s*({_OPERATOR})\s*({_NAME})",
        "het getal staat voorop",
        "eerst het feit, dan het getal",
        lambda found: f"{found[3]} {_FLIPPED.get(found[2], '!=')} {found[1]}",
    ),
    (
        rf"({_NAME})\s+(?:(?:is|ligt)\s+)?tussen\s+({_NUMBER})\s+en\s+({_NUMBER})",
        "'tussen' kent de taal niet",
        "voor elke grens een vergelijking",
        _between,
    ),
    (
        rf"({_NAME})\s*=?\s*(\d+)\s*(?:t/m|tot en met|\.\.\.?|[-–])\s*(\d+)(?!\d|\s*[-–/]\s*\d)",
        "een reeks getallen kent de taal niet",
        "voor elke grens een vergelijking",
        _between,
    ),
    (
        rf"({_NAME})\s*{_OPERATOR}\s*(?:\d{{1,4}}[-/.]\d{{1,2}}[-/.]\d{{1,4}}|(?:\d{{1,2}}\s+)?{_MONTH}(?:\s+\d+)?)",
        "een vaste datum kan hier niet: de tijd telt in maanden vanaf de peildatum",
        "hoeveel maanden geleden, of over hoeveel maanden",
        _as(r"maanden_sinds(\1) > 12, of maanden_tot(\1) < 3"),
    ),
    (
        rf"\b({_ANY_PHRASE})\s+({_NUMBER})\s+([a-z]\w*)",
        "de vergelijking staat voorop",
        "eerst het feit, dan de vergelijking en het getal",
        _sign_first,
    ),
    (
        r"([<>])\s*of\s+gelijk(?:\s+aan)?",
        "deze woorden kent de taal niet",
        "een vergelijking (=, !=, <, <=, > of >=)",
        _as(r"\1="),
    ),
    (
        rf"({_NAME})\s*==?\s*(?:niet|geen)\s+(?!niet\b)(\w+)",
        "'niet' past niet achter een vergelijking",
        "!=, of 'niet' vóór het feit",
        _as(r"\1 != \2"),
    ),
    (
        rf"\b(?:({_VIEW}|bekend|signaal)\s+(?:van\s+)?|([a-z]\w*)\s+van\s+)([a-z]\w*)",
        "hier horen haakjes",
        "haakjes om de naam",
        lambda found: f"{found[1] or found[2]}({found[3]})",
    ),
    (
        rf"\b({_VIEW})\.([a-z]\w*)|\b([a-z]\w*)\.([a-z]\w*)\b",
        "een punt tussen twee namen kent de taal niet",
        "haakjes om de naam van het feit",
        lambda found: f"{found[1]}({found[2]})" if found[1] else f"{found[4]}({found[3]})",
    ),
    (
        rf"(?P<share>aandeel_beantwoord\(\w+\)\s*{_OPERATOR}\s*)?(?P<number>{_NUMBER})\s*(?:%|procent\b)",
        "een procentteken kent de taal niet",
        "een getal zonder %",
        _share,
    ),
    (
        r"€\s*(\d{1,3})(?:\.(\d{3}))?(?:\.(\d{3}))?(?:,-|,00)?|(\d+)\s*euro\b",
        "een bedrag is hier een gewoon getal",
        "een getal zonder punten en zonder €",
        lambda found: "".join(part or "" for part in found.groups()),
    ),
    (
        r"(\d+)\s*(?:maand|maanden|dag|dagen|week|weken|jaar|jaren|uur|uren|mensen|personen|keer)\b",
        "achter een getal staat geen woord",
        "alleen het getal; tijd telt in maanden",
        _as(r"\1"),
    ),
    (
        r"\ben\s*/\s*of\b",
        "'en/of' kan twee dingen betekenen",
        "'of' als één van de twee genoeg is, 'en' als beide nodig zijn",
        _as("of"),
    ),
    (
        r"(?://|--).*",
        "hierachter past zo geen opmerking",
        "een opmerking op een eigen regel, die met # begint",
        _as(""),
    ),
    (
        rf"({_NAME})\s*(?:/|:|÷|\bper\b|\bgedeeld\s+door\b)\s*(?!(?:ja|nee|nooit)\b)({_NAME})(?=\s*{_OPERATOR}\s*{_NUMBER})",
        "delen kent de taal hier niet",
        "per(…, …), en dat vergelijk je met een getal",
        _as(r"per(\1, \2)"),
    ),
    (
        rf"(?:{_NAME}|{_NUMBER})\s*(?:[+*/×]|\s[-–]\s)\s*(?:{_NAME}|{_NUMBER})",
        "rekenen kan hier niet",
        "een vergelijking per feit, verbonden met 'en' of 'of'; of een eigen feit voor het totaal",
        _as(""),
    ),
    (
        r"[a-z]\w*(?:-[a-z]\w*)+",
        "in een naam staat geen streepje",
        "een naam met kleine letters, cijfers en _",
        lambda found: found.group().replace("-", "_"),
    ),
    (rf"[-–−]\s*{_NUMBER}", "getallen onder nul zijn er niet", "een getal vanaf 0", _as("")),
    (
        rf"[{_QUOTES}]([^{_QUOTES}]*)[{_QUOTES}]?",
        "aanhalingstekens horen hier niet",
        "een naam of een getal, zonder aanhalingstekens",
        lambda found: found[1].strip(),
    ),
    (
        rf"({_NAME})\s*({_OPERATOR})\s*({_NUMBER})\s*(?:\b(en|of)\s+)?({_OPERATOR})\s*({_NUMBER})",
        "een vergelijking zonder feit",
        "in elke vergelijking het feit opnieuw",
        _repeated,
    ),
    (
        rf"({_NAME})\s*==?\s*(?!ja\b|nee\b)(\w+)((?:\s+of\s+(?!niet\b)\w+(?!\w|\s*[<>=!(]|\s+in\b))+)",
        "een antwoord zonder feit",
        "in elke vergelijking het feit opnieuw, of een lijst met 'in'",
        _alternatives,
    ),
    (
        rf"({_NAME})\s+in\s*[\[(]\s*(\d+(?:\s*,\s*\d+)*)\s*[\])]",
        "'in' is voor antwoorden met een naam",
        "voor elk getal een vergelijking",
        _numbers,
    ),
    (
        r"\bgemiddelde\s*\([^()]*\)",
        "een gemiddelde krijgt eerst een naam",
        "een gemiddelde onder 'gemiddelden:', en hier die naam",
        _as(""),
    ),
    (r"\bin\s*\(([^()]*)\)", "een lijst staat tussen [ en ]", "een lijst zoals [a, b]", _as(r"in [\1]")),
    (rf"({_NAME})\s+niet\s+in\b", "'niet' staat voorop", "eerst 'niet', dan het feit", _as(r"niet \1 in")),
    (
        rf"\b(?!(?:en|of|niet)\b)({_NAME})\s+bevat\s+([a-z]\w*)",
        "'bevat' staat voorop",
        "bevat(feit, keuze)",
        _as(r"bevat(\1, \2)"),
    ),
    (
        rf"\bbevat\s*\(\s*({_NAME})\s*,\s*\[?\s*(\w+(?:\s*,\s*\w+)*)\s*\]?\s*\)?",
        "'bevat' vraagt naar één keuze",
        "voor elke keuze een eigen bevat(…), met 'of' of 'en' ertussen",
        _options,
    ),
    (
        rf"({_NAME})\s+(?:is\s+)?(leeg|onbekend|niet\s+ingevuld|niet\s+bekend|ontbreekt|bekend|ingevuld)\b",
        "of iets bekend is, vraag je met bekend(…)",
        "bekend(…) of niet bekend(…)",
        _unknown,
    ),
    (
        rf"\b(?:(?:is|zijn)\s+)?(?:{_ANY_PHRASE})\b",
        "deze woorden kent de taal niet",
        "een vergelijking (=, !=, <, <=, > of >=)",
        _phrase,
    ),
    (r"\b(?:not|geen)\s+(?=[a-z(])", "dit woord kent de taal niet", "'niet'", _as("niet")),
    (
        r"^\s*(?:alleen\s+)?(?:als|indien|wanneer|zodra)\s+",
        "'als' staat al voor de dubbele punt",
        "alleen wat er na 'als' komt",
        _as(""),
    ),
    (r"^\s*(?:en|of)\b", "vooraan staat geen verbindingswoord", "alleen wat erna komt", _as("")),
    (
        r"\b(?:en|of)\s+(?:en|of)\b",
        "hier staan twee verbindingswoorden achter elkaar",
        "één: 'en' of 'of'",
        _as(""),
    ),
    (r"\bdan\s*$", "'dan' hoort er niet bij", "niets achter de laatste vergelijking", _as("")),
    (r"\bzowel\s+(.+?)\s+als\b", "'zowel … als' kent de taal niet", "'en' tussen de twee", _as(r"\1 en")),
    (
        rf"[;,](?=\s*{_NAME}\s*(?:{_OPERATOR}|in\b|is\b))|\b(?:plus|alsook|tevens|maar)\b",
        "twee vergelijkingen verbind je met een woord",
        "'en' of 'of'",
        _as("en"),
    ),
    (r"\bzonder\b", "dit woord kent de taal niet", "'en niet'", _as("en niet")),
    (
        r"\s\.(?=\s*$)|(?<=[\w)])\.(?=\s*$)",
        "hierachter staat geen punt",
        "niets achter de laatste vergelijking",
        _as(""),
    ),
    (rf"({_NAME})\s*:\s*(\w+)", "een dubbele punt kent de taal hier niet", "een vergelijking", _as(r"\1 = \2")),
    (r"\w*[^\W\x00-\x7f]\w*", "in een naam staat geen accent", "een naam zonder accenten", _plain_letters),
)
