"""Read the parties of rule files; a set that extends another has those of the other, and may write other texts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from samenwerkadvies.errors import InvalidInputError, Location, Problem, Text, quoted
from samenwerkadvies.grammar.parser import as_name, is_name
from samenwerkadvies.grammar.tree import View
from samenwerkadvies.loading.entries import BetweenWord, PartyEntry, RuleFile
from samenwerkadvies.loading.extending import Entry
from samenwerkadvies.loading.shapes import shape
from samenwerkadvies.loading.words import party_texts
from samenwerkadvies.ruleset import DUTCH
from samenwerkadvies.vocabulary import EACH, NEVER, TOGETHER, UNKNOWN, Combination, Party

FEWEST, MOST = 2, 8
LONGEST = 30
"""Letters in the name of a party, so that it fits on the tab of a sheet."""
_TAKEN = frozenset({EACH, NEVER, TOGETHER, UNKNOWN, *(view.value for view in View)})
"""Words of the language that are no names of parties."""
_COMBINATIONS = {
    **dict.fromkeys((None, BetweenWord.WORST)),
    BetweenWord.LOWEST: Combination.LOWEST,
    BetweenWord.MEDIAN: Combination.MEDIAN,
    BetweenWord.HIGHEST: Combination.HIGHEST,
}
_LIKE = "partijen: {school: {naam: school, met_lidwoord: de school}, …}"


def read_parties(
    shipped: Sequence[RuleFile],
    own: Sequence[RuleFile],
    changed: Mapping[str, Entry],
    problems: list[Problem],
    start: Location | None,
) -> dict[str, Party]:
    """Return the parties, those of the extended set with what one's own set writes.

    Empty where they could not be read: then nothing can be said of the rest. What is wrong is added to ``problems``;
    ``start`` is where to write them where there are none; None: they may stand in what could not be read.
    """
    files = shipped or own
    found: dict[str, Party] = {}
    before = len(problems)
    for key, node in ((key, node) for file in files for key, node in file.partijen.items()):
        entry = changed.get(key)
        try:
            read = shape(entry.node if entry else node, PartyEntry)
        except InvalidInputError as error:
            problems += error.problems
            continue
        problems += (*_wrong_name(key, found), *_wrong_combination(key, read))
        found[str(key)] = Party(key, {DUTCH: party_texts(read)}, read.meermaals, _COMBINATIONS[read.samenvoegen])
    if len(problems) == before:
        problems += _wrong_number(files, found, start)
        problems += _called_alike(found)
    return found if len(problems) == before else {}


def _wrong_name(key: Text, known: Mapping[str, Party]) -> Iterator[Problem]:
    if not is_name(key) or key in _TAKEN or len(key) > LONGEST:
        expected = f"een naam van hoogstens {LONGEST} kleine letters, cijfers en _, die geen woord van de taal is"
        message = f"{quoted(str(key))} is geen naam"
        yield Problem(code="VORM06", message=message, location=key.at, expected=expected, hint=as_name(key))
    if key in known:
        first = known[key].id
        where = f" (in {first.at.file}, regel {first.at.line})" if isinstance(first, Text) else ""
        message = f"{quoted(str(key))} staat er al{where}"
        yield Problem(code="VORM05", message=message, location=key.at, expected="elke naam één keer")


def _wrong_combination(key: Text, entry: PartyEntry) -> Iterator[Problem]:
    if entry.samenvoegen and not entry.meermaals:
        message = "'samenvoegen' past alleen bij een partij met 'meermaals: ja'"
        expected = "een partij zonder 'samenvoegen', of met 'meermaals: ja'"
        yield Problem(code="VORM01", message=message, location=key.at, expected=expected)


def _wrong_number(files: Sequence[RuleFile], found: Mapping[str, Party], start: Location | None) -> Iterator[Problem]:
    stated = next((key.at for file in files for key in file.partijen), start)
    if FEWEST <= len(found) <= MOST or stated is None:
        return
    message = f"hier staan {len(found)} partijen" if len(found) > 1 else "hier staat 1 partij"
    yield Problem(
        code="SET17",
        message=message if found else "deze regels zeggen niet wie er samenwerken",
        location=stated,
        expected=f"twee tot acht partijen, zoals: {_LIKE}",
    )


def _called_alike(found: Mapping[str, Party]) -> Iterator[Problem]:
    """Yield the parties that a reader could not tell apart."""
    seen: dict[str, str] = {}
    for name, party in found.items():
        texts = party.texts[DUTCH]
        for said in dict.fromkeys(each.casefold() for each in (texts.name, texts.full, texts.short)):
            if seen.setdefault(said, name) != name:
                yield Problem(
                    code="SET06",
                    message=f"partij {quoted(name)} heet net als {quoted(seen[said])}: {quoted(said)}",
                    location=party.id.at if isinstance(party.id, Text) else None,
                    expected="voor elke partij een andere naam",
                )
                break
