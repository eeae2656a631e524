"""What may stand in a rule file and in a translation: one class for each group of keys, in Dutch as in the file."""

from __future__ import annotations

import enum

import attrs

from samenwerkadvies.errors import Text
from samenwerkadvies.loading.documents import Node, Section
from samenwerkadvies.ruleset import Criterion
from samenwerkadvies.vocabulary import Combination, Kind


class SeverityWord(enum.Enum):
    """How serious a finding is, in the words of a rule file."""

    CRITICAL = "kritiek"
    HIGH = "hoog"
    MEDIUM = "midden"
    LOW = "laag"
    STRENGTH = "sterk"


class AdviceKindWord(enum.Enum):
    """What sort of step an advice asks for, in the words of a rule file."""

    GATE = "poort"
    DEADLINE = "termijn"
    REPAIR = "herstel"
    BUILD = "opbouw"
    SECURE = "borging"


class GivesWayWord(enum.Enum):
    """For what a rule makes room, in the words of a rule file."""

    CONDITION = "voorwaarde"


@attrs.frozen
class IdentityEntry:
    """``regelset``: what the whole set is called."""

    naam: Text
    versie: Text
    herkomst: Text | None = None
    let_op: Text | None = None
    """What whoever reads the outcome must know of these rules."""


class BetweenWord(enum.Enum):
    """How the answers of several organisations become one, in the words of a rule file."""

    WORST = "slechtste"
    LOWEST = "laagste"
    MEDIAN = "mediaan"
    HIGHEST = "hoogste"


@attrs.frozen
class SourceEntry:
    """A source of which more is known than how it is called."""

    titel: Text
    wat: Text | None = None
    link: Text | None = None


@attrs.frozen
class SourceTranslation:
    """The words of a source in another language."""

    titel: Text
    wat: Text | None = None


@attrs.frozen
class PartyEntry:
    """A party."""

    naam: Text
    met_lidwoord: Text
    kort: Text | None = None
    meermaals: bool = False
    samenvoegen: BetweenWord | None = None


@attrs.frozen
class ConditionEntry:
    """``voorwaarde``."""

    nummer: int
    id: Text
    titel: Text
    uitleg: Text
    kort: Text | None = None
    rust_op: tuple[int, ...] = ()


@attrs.frozen
class OptionEntry:
    """An option of a choice."""

    label: Text
    zin: Text
    niet: Text


@attrs.frozen(kw_only=True)
class FactEntry:
    """A fact type."""

    soort: Kind
    wie: Text
    label: Text
    vraag: Text
    bron: tuple[Text, ...] = ()
    vast: bool | None = None
    toekomst: bool | None = None
    beter: Text | None = None
    samenvoegen: Combination | None = None
    verdeeld_vanaf: int | None = None
    eenheid: Text | None = None
    decimalen: int | None = None
    hoogstens: Text | None = None
    zin: Text | None = None
    zin_een: Text | None = None
    zin_geen: Text | None = None
    zin_voorbij: Text | None = None
    bij_de_vraag: Text | None = None
    ja: Text | None = None
    nee: Text | None = None
    nooit: Text | None = None
    schaal_1: Text | None = None
    schaal_5: Text | None = None
    opties: dict[Text, OptionEntry] | None = None


@attrs.frozen
class AverageEntry:
    """A declared average."""

    als: Text
    label: Text


@attrs.frozen
class ThresholdEntry:
    """A threshold."""

    waarde: Text
    eenheid: Text
    uitleg: Text
    bron: tuple[Text, ...]


@attrs.frozen(kw_only=True)
class ValidityEntry:
    """``geldig``: from which day to which a rule is in force."""

    vanaf: Text | None = None
    tot: Text | None = None


@attrs.frozen(kw_only=True)
class RuleEntry:
    """A rule."""

    als: Text
    ernst: SeverityWord
    soort: AdviceKindWord
    bevinding: Text
    advies: Text
    stappen: tuple[Text, ...]
    bron: tuple[Text, ...]
    voorwaarden: tuple[int, ...] | None = None
    vervangt: tuple[Text, ...] = ()
    wijkt_voor: GivesWayWord | None = None
    maakt_voorlopig: bool = False
    beslissing: Text | None = None
    geen_uitweg: Text | None = None
    toelichting: Text | None = None
    eigenaar: Text | None = None
    geldig: ValidityEntry | None = None


class CheckWord(enum.Enum):
    """That a rule asks whether answers are right, in the word of a rule file."""

    CHECK = "controle"


@attrs.frozen(kw_only=True)
class CheckEntry:
    """A rule that asks whether answers that contradict each other are right."""

    als: Text
    soort: CheckWord
    bevinding: Text
    bron: tuple[Text, ...]
    toelichting: Text | None = None
    eigenaar: Text | None = None
    geldig: ValidityEntry | None = None


def rule_entry(node: Node) -> type[RuleEntry | CheckEntry]:
    """Return the class of a rule, by its ``soort``."""
    is_check = isinstance(node, Section) and any(key == "soort" and word == "controle" for key, word in node.items())
    return CheckEntry if is_check else RuleEntry


class OffWord(enum.Enum):
    """That a rule is switched off, in the words of a rule file."""

    OFF = "ja"


@attrs.frozen
class OffEntry:
    """A rule of the extended set that does not take part."""

    uit: OffWord
    waarom: Text


@attrs.frozen
class PriorityEntry:
    """``prioriteit``: the policy that ranks findings."""

    volgorde: tuple[Criterion, ...]
    ernst: tuple[SeverityWord, ...]
    soort: tuple[AdviceKindWord, ...]
    eerst_tonen: int
    genoeg_bekend: int | None = None
    """In per cent; None: half."""


@attrs.frozen(kw_only=True)
class RuleFile:
    """A whole rule file; its entries are given their shape one by one, so that a bad one hides no other."""

    regelset: IdentityEntry | None = None
    breidt_uit: Text | None = None
    partijen: dict[Text, Node] = attrs.field(factory=dict)
    bronnen: dict[Text, Node] = attrs.field(factory=dict)
    voorwaarde: Node | None = None
    feiten: dict[Text, Node] = attrs.field(factory=dict)
    gemiddelden: dict[Text, Node] = attrs.field(factory=dict)
    grenzen: dict[Text, Node] = attrs.field(factory=dict)
    regels: dict[Text, Node] = attrs.field(factory=dict)
    prioriteit: Node | None = None


@attrs.frozen
class PartyTranslation:
    """The words of a party in another language."""

    naam: Text
    met_lidwoord: Text
    kort: Text | None = None


@attrs.frozen
class ConditionTranslation:
    """The words of a condition in another language."""

    titel: Text
    uitleg: Text
    kort: Text | None = None


@attrs.frozen(kw_only=True)
class FactTranslation:
    """The words of a fact type in another language."""

    label: Text
    vraag: Text
    eenheid: Text | None = None
    zin: Text | None = None
    zin_een: Text | None = None
    zin_geen: Text | None = None
    zin_voorbij: Text | None = None
    bij_de_vraag: Text | None = None
    ja: Text | None = None
    nee: Text | None = None
    nooit: Text | None = None
    schaal_1: Text | None = None
    schaal_5: Text | None = None
    opties: dict[Text, OptionEntry] | None = None


@attrs.frozen
class AverageTranslation:
    """The words of an average in another language."""

    label: Text


@attrs.frozen
class ThresholdTranslation:
    """The words of a threshold in another language."""

    eenheid: Text
    uitleg: Text


@attrs.frozen
class RuleTranslation:
    """The words of a rule in another language."""

    bevinding: Text
    advies: Text
    stappen: tuple[Text, ...]
    beslissing: Text | None = None
    geen_uitweg: Text | None = None
    toelichting: Text | None = None


@attrs.frozen
class CheckTranslation:
    """The words of a check in another language."""

    bevinding: Text
    toelichting: Text | None = None


@attrs.frozen(kw_only=True)
class TranslationFile:
    """A whole translation."""

    taal: Text
    herkomst: Text | None = None
    let_op: Text | None = None
    partijen: dict[Text, Node] = attrs.field(factory=dict)
    bronnen: dict[Text, Node] = attrs.field(factory=dict)
    voorwaarden: dict[Text, Node] = attrs.field(factory=dict)
    feiten: dict[Text, Node] = attrs.field(factory=dict)
    gemiddelden: dict[Text, Node] = attrs.field(factory=dict)
    grenzen: dict[Text, Node] = attrs.field(factory=dict)
    regels: dict[Text, Node] = attrs.field(factory=dict)
