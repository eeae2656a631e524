"""Without libyaml, as in a browser, the same is read: what PyYAML itself reads otherwise is put right."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from samenwerkadvies import InvalidInputError
from samenwerkadvies.loading import documents
from samenwerkadvies.loading.documents import Section, read_document
from samenwerkadvies.loading.yaml_reader import PlainLoader

SLASH = "een schuine streep in dubbele aanhalingstekens: gebruik enkele aanhalingstekens"


def read(text: str) -> object:
    """Return what a text says, with the place of every part that is not empty, or the codes of its problems."""
    try:
        return told(read_document(text, "f"))
    except InvalidInputError as error:
        return [problem.code for problem in error.problems]


def told(node: documents.Node) -> object:
    if isinstance(node, Section):
        return "section", node.at, [(told(key), told(value)) for key, value in node.items()]
    if isinstance(node, list):
        return "list", node.at, [told(each) for each in node]
    return node and (str(node), node.at, node.raw.rstrip(), node.raw_at)


def purely(text: str) -> object:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(documents, "LOADER", PlainLoader)
        return read(text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: {vraag: Is het veilig?, ja: b}\n", {"vraag": "Is het veilig?", "ja": "b"}),
        ("a: {vraag: Wat? Wie?}\n", {"vraag": "Wat? Wie?"}),
        ("a: [wat ? wie, x?]\n", ["wat ? wie", "x?"]),
        ("a: een\ttwee\n", "een\ttwee"),
        ("a: een\t\nb: c\n", "een"),
        ("a: een\t\n  twee\nb: c\n", "een twee"),
        ("a:\t'een'\t# twee\n", "een"),
        ("a: {b:\tc,\td: e}\n", {"b": "c", "d": "e"}),
        ("a: een\n  twee #drie\n", "een twee"),
        ("a: een\nb: c\n", "een"),
        ('a: "\\u00e9\\\\"\n', "é\\"),
    ],
)
def test_what_libyaml_reads_is_read_without_it(monkeypatch: pytest.MonkeyPatch, text: str, value: object) -> None:
    monkeypatch.setattr(documents, "LOADER", PlainLoader)
    assert read_document(text, "f")["a"] == value


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('a: "\\ud800"\n', "hier staat een half of onbekend teken"),
        ('a: "\\U00110000"\n', SLASH),
        ('a: "\\UFFFFFFFF"\n', SLASH),
        ("a: [b, c\n", "een haakje wordt niet gesloten, of er ontbreekt een komma"),
        ('a: "\\xz"\n', SLASH),
        ("x: {a:, b: c}\n", "dit is geen YAML"),
        ("a: een\n\tb: c\n", "hier staat een tab"),
    ],
)
def test_what_is_wrong_is_told_alike(monkeypatch: pytest.MonkeyPatch, text: str, message: str) -> None:
    monkeypatch.setattr(documents, "LOADER", PlainLoader)
    with pytest.raises(InvalidInputError) as caught:
        read_document(text, "f")
    assert [problem.message for problem in caught.value.problems] == [message]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("\tregels: {}\n", "LEES04"),
        ("regels: 'open\n", "LEES04"),
        ("a: b: c\n", "LEES04"),
        ("a: &a b\n", "LEES05"),
        ("regels: " + "[" * 900_000, "LEES06"),
        ("", "LEES07"),
        ("a: 1\na: 2\n", "LEES08"),
    ],
    ids=lambda value: repr(value[:20]),
)
def test_without_the_fast_reader_a_hostile_file_ends_in_the_same_problem(
    monkeypatch: pytest.MonkeyPatch, content: str, code: str
) -> None:
    monkeypatch.setattr(documents, "LOADER", PlainLoader)
    with pytest.raises(InvalidInputError) as caught:
        read_document(content, "f")
    assert [problem.code for problem in caught.value.problems] == [code]


PARTS = st.lists(
    st.sampled_from(
        [
            *"abé1,{}[]'\"#:%@\\-\n",
            *("b: ", "c: ", "- ", "\n  ", "\n    ", "wie?", "x? ", " #", ": ", ", ", "b:?", "\\u", "&x", "*x"),
            *("|\n  ", ">-\n  ", "\n- ", "''", "\n\n", "\n--- ", "\n..."),
        ]
    ),
    max_size=9,
).map("".join)


@example("a: geen\nb:\n  c: [x, 'y z']\n  d: >-\n    een\n    twee\ne: één\n  twee\nf:\n")
@given(
    PARTS.flatmap(lambda text: st.sampled_from([text, f"k: {{a: {text}, z: y}}\nq: x\n", f"k:\n  a: {text}\nq: x\n"]))
)
def test_with_and_without_libyaml_the_same_is_read_at_the_same_place(text: str) -> None:
    assert purely(text) == read(text)
