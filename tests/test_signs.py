"""Signs that are invisible, look like others, or have no place in a text."""

import pytest

from samenwerkadvies.signs import forbidden_signs, odd_sign


@pytest.mark.parametrize(
    ("text", "position", "name", "way_out"),
    [
        ("a\u00a0b", 1, "een harde spatie (U+00A0)", "typ een gewone spatie"),
        ("ab\u00ad", 2, "een onzichtbaar afbreekstreepje (U+00AD)", "haal het weg"),
        ("\u200ba", 0, "een spatie zonder breedte (U+200B)", "haal het weg"),
        ("a\u200db", 1, "een onzichtbaar teken (U+200D)", "haal het weg"),
        ("a\u2003b", 1, "een bijzondere spatie (U+2003)", "typ een gewone spatie"),
        ("a\x85b", 1, "een bijzonder regeleinde (U+0085)", "druk op Enter"),
        ("a\x9bb", 1, "een stuurteken (U+009B)", "haal het weg"),
        ("“a”", 0, "een gekruld aanhalingsteken (U+201C)", 'typ "'),
        ("a’s", 1, "een gekruld aanhalingsteken (U+2019)", "typ '"),
        ("1–2", 1, "een lang streepje (U+2013)", "typ -"),
        ("a ≤ 1", 2, "een teken voor kleiner of gelijk (U+2264)", "typ <="),
        ("ｅ", 0, "een bijzonder teken (U+FF45)", "typ e"),
        ("\u0435rnst", 0, "een letter uit een ander alfabet (U+0435)", "typ e"),
    ],
)
def test_an_odd_sign_is_named_with_what_to_do(text: str, position: int, name: str, way_out: str) -> None:
    sign = odd_sign(text)
    assert sign is not None
    assert (sign.position, sign.name, sign.way_out) == (position, name, way_out)


@pytest.mark.parametrize("text", ["", "gewoon <= 1", "één café", "€ 5", "日本", "tab\ten\nregel", "\x01"])
def test_other_letters_are_not_odd(text: str) -> None:
    assert odd_sign(text) is None


def test_every_forbidden_sign_is_found_in_order() -> None:
    found = forbidden_signs("a\0b\x1bc\u202ed\ufffde\ud800f\uffff")
    assert [(sign.position, sign.name) for sign in found] == [
        (1, "een nulteken (U+0000)"),
        (3, "een stuurteken (U+001B)"),
        (5, "een onzichtbaar teken dat de leesrichting omkeert (U+202E)"),
        (7, "een letter die bij het opslaan verloren ging (U+FFFD)"),
        (9, "een half of onbekend teken (U+D800)"),
        (11, "een half of onbekend teken (U+FFFF)"),
    ]


@pytest.mark.parametrize("text", ["regel\nen\ttab", "zacht\u00adstreepje", "\u200f\u200d\u00a0“”"])
def test_what_readers_may_see_is_not_forbidden(text: str) -> None:
    assert list(forbidden_signs(text)) == []
