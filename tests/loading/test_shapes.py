"""Documents get their shape strictly: every misfit is told, at its place, with what was expected."""

import enum

import attrs
import pytest

from samenwerkadvies import InvalidInputError, Problem
from samenwerkadvies.errors import Text
from samenwerkadvies.loading.documents import Node, read_document
from samenwerkadvies.loading.shapes import shape


class Colour(enum.Enum):
    RED = "rood"
    BLUE = "blauw"


@attrs.frozen
class Part:
    naam: Text
    maten: tuple[int, ...] = ()


@attrs.frozen(kw_only=True)
class Whole:
    titel: Text
    aantal: int = 0
    is_klaar: bool = False
    kleur: Colour | None = None
    delen: dict[Text, Part] = attrs.field(factory=dict)
    rest: Node | None = None


def problems(written: str) -> list[Problem]:
    with pytest.raises(InvalidInputError) as caught:
        shape(read_document(written, "f"), Whole)
    return list(caught.value.problems)


def test_a_document_that_fits_becomes_its_class() -> None:
    written = (
        "titel: x\naantal: 3\nis_klaar: ja\nkleur: blauw\ndelen:\n  een: {naam: a, maten: [1, 2]}\nrest: {vrij: [1]}\n"
    )
    made = shape(read_document(written, "f"), Whole)
    assert made == Whole(
        titel="x",
        aantal=3,
        is_klaar=True,
        kleur=Colour.BLUE,
        delen={"een": Part("a", (1, 2))},
        rest={"vrij": ["1"]},
    )
    assert isinstance(made.titel, Text)
    assert isinstance(made.delen["een"].naam, Text)


def test_what_may_be_left_out_gets_its_default() -> None:
    assert shape(read_document("titel: x\n", "f"), Whole) == Whole(titel="x")


@pytest.mark.parametrize(
    ("written", "code", "place", "message"),
    [
        ("titel: [x]\n", "VORM03", "f:1:8", "hier staat een lijst"),
        ("titel: {x: y}\n", "VORM03", "f:1:8", "hier staat een groep regels"),
        ("titel: ' '\n", "VORM03", "f:1:8", "hier ontbreekt tekst"),
        ("titel:\n", "VORM03", "f:1:7", "hier ontbreekt tekst"),
        ("titel: x\naantal: drie\n", "VORM03", "f:2:9", "'drie' is geen heel getal"),
        ("titel: x\naantal: 1.0\n", "VORM03", "f:2:9", "'1.0' is geen heel getal"),
        ("titel: x\naantal: -1\n", "VORM03", "f:2:9", "'-1' is geen heel getal"),
        ("titel: x\naantal: 1234567890123456\n", "VORM03", "f:2:9", "'1234567890123456' is geen heel getal"),
        ("titel: x\naantal: [1]\n", "VORM03", "f:2:9", "een lijst is geen heel getal"),
        ("titel: x\nis_klaar: yes\n", "VORM04", "f:2:11", "'yes' is geen ja of nee"),
        ("titel: x\nis_klaar: true\n", "VORM04", "f:2:11", "'true' is geen ja of nee"),
        ("titel: x\nis_klaar: [ja]\n", "VORM04", "f:2:11", "een lijst is geen ja of nee"),
        ("titel: x\nkleur: geel\n", "VORM04", "f:2:8", "onbekend woord 'geel'"),
        ("titel: x\nkleur: [rood]\n", "VORM04", "f:2:8", "onbekend woord een lijst"),
        ("titel: x\ndelen: [a]\n", "VORM03", "f:2:8", "hier staat een lijst"),
        ("titel: x\ndelen: tekst\n", "VORM03", "f:2:8", "hier staat tekst"),
        ("titel: x\ndelen: {een: tekst}\n", "VORM03", "f:2:14", "hier staat tekst"),
        ("titel: x\ndelen: {Een: {naam: a}}\n", "VORM06", "f:2:9", "'Een' is geen naam"),
        ("titel: x\ndelen: {een: {naam: a, maten: 3}}\n", "VORM03", "f:2:31", "hier staat tekst"),
        ("titel: x\ndelen: {een: {naam: a, maten: [1, x]}}\n", "VORM03", "f:2:35", "'x' is geen heel getal"),
        ("titel: x\ntitle: y\n", "VORM01", "f:2:1", "onbekende sleutel 'title'"),
        ("aantal: 3\n", "VORM02", "f:1:1", "hier ontbreekt 'titel'"),
        ("tekst", "VORM03", "f:1:1", "hier staat tekst"),
    ],
)
def test_a_misfit_is_told_at_its_place(written: str, code: str, place: str, message: str) -> None:
    assert [(found.code, str(found.location), found.message) for found in problems(written)] == [(code, place, message)]
    assert all(found.expected for found in problems(written))


def test_a_name_may_not_be_too_long() -> None:
    assert [found.code for found in problems(f"titel: x\ndelen: {{{'a' * 81}: {{naam: a}}}}\n")] == ["VORM06"]


def test_every_misfit_of_a_document_is_told_at_once() -> None:
    written = (
        "tittel: x\naantal: drie\nis_klaar: misschien\nkleur: geel\n"
        "delen:\n  een: {nam: a}\n  twee: {naam: [b], maten: [x, 2, y]}\n"
    )
    assert [(found.code, found.location.line) for found in problems(written)] == [
        ("VORM01", 1), ("VORM03", 2), ("VORM04", 3), ("VORM04", 4),
        ("VORM01", 6), ("VORM03", 7), ("VORM03", 7), ("VORM03", 7),
    ]  # fmt: skip


def test_an_unknown_key_gets_a_suggestion() -> None:
    assert [(found.code, found.hint) for found in problems("tittel: x\n")] == [("VORM01", "titel")]


def test_what_a_misspelled_key_is_meant_for_is_not_missing_as_well() -> None:
    assert [found.code for found in problems("title: x\nzzz: y\n")] == ["VORM01", "VORM01"]
    assert [found.code for found in problems("zzz: x\n")] == ["VORM01", "VORM02"]


def test_a_list_without_a_space_after_its_dash_is_told_so() -> None:
    (found,) = problems("titel: x\ndelen:\n  een:\n    naam: a\n    maten:\n      -1\n      -2\n")[:1]
    assert (found.message, found.hint) == ("achter het streepje ontbreekt een spatie", "- 1")


def test_a_mistake_of_ours_is_not_told_as_a_mistake_of_theirs() -> None:
    @attrs.frozen
    class Broken:
        titel: Text = attrs.field(validator=attrs.validators.instance_of(int))

    with pytest.raises(TypeError):
        shape(read_document("titel: x\n", "f"), Broken)
