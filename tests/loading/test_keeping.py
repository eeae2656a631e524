"""Case files that answers are added to: all that is no answer stays as it was written."""

import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenwerkadvies import InvalidFactsError, InvalidInputError, Partnership, Ruleset, load_cases
from samenwerkadvies.loading.keeping import CaseFile
from samenwerkadvies.vocabulary import Answer

Step = tuple[str, Answer | None]


def answered(path: Path, text: str, *steps: Step) -> str:
    """Return what a file says after answers, each under a path with dots."""
    path.write_bytes(text.encode())
    file = CaseFile.read(path)
    for place, answer in steps:
        file = file.with_answer(tuple(place.split(".")), answer)
    assert file.content == path.read_bytes()
    return file.content.decode()


REMARKS = """# Van Fatima, 3 maart
naam:   'Samen koken'   # werktitel
peildatum: 2026-03-01

feiten:
    # Wie dragen het?
    dragers: 1   # Fatima stopt in mei

    erkenning: {gemeente: 4, organisatie: 2}  # nog eens vragen
    duur:
        gemeente: 3   # jaren

    # Hierna nog vragen: het geld
toelichting: >
    Een lange tekst
    over meer regels.


"""


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_only_answers_change_in_a_file_with_remarks(tmp_path: Path, newline: str, mark: str) -> None:
    steps = [("feiten.dragers", 2), ("feiten.erkenning.gemeente", None), ("feiten.erkenning.gemeente", 5)]
    steps += [("feiten.duur.organisatie", 4), ("feiten.veilig", True), ("feiten.steun.gemeente", 2)]
    changed = (
        REMARKS.replace("dragers: 1 ", "dragers: 2 ")
        .replace("{gemeente: 4", "{gemeente: 5")
        .replace("3   # jaren\n", "3   # jaren\n        organisatie: 4\n    veilig: ja\n    steun: {gemeente: 2}\n")
    )
    written = answered(tmp_path / "casus.yaml", mark + REMARKS.replace("\n", newline), *steps)
    assert written == mark + changed.replace("\n", newline)


@pytest.mark.parametrize(
    ("text", "steps", "changed"),
    [
        ("feiten: {}  # leeg", [("feiten.a", 1), ("feiten.b", 2)], "feiten:  # leeg\n  a: 1\n  b: 2"),
        ("feiten:\n  {}\n", [("feiten.a", 1)], "feiten:\n  a: 1\n"),
        ("feiten: {\n  # niets\n}\n", [("feiten.a", 1), ("feiten.b", 2)], "feiten: {a: 1, b: 2\n  # niets\n}\n"),
        ("{feiten: {}}", [("feiten.a.b", 1), ("feiten.a.c", 2)], "{feiten: {a: {b: 1, c: 2}}}"),
        ("feiten: {a: {b: , c: 1}}", [("feiten.a.b", 2), ("feiten.d", 3)], "feiten: {a: {b: 2, c: 1}, d: 3}"),
        (
            "feiten:\n  a: # nog vragen\n  b:\n",
            [("feiten.a", 1), ("feiten.b", 2)],
            "feiten:\n  a: 1 # nog vragen\n  b: 2\n",
        ),
        ("feiten:\n  a: onbekend\n", [("feiten.a.b", 1)], "feiten:\n  a: {b: 1}\n"),
        (
            "feiten:\n  a: |\n    x\n\n  b: 'y'\n",
            [("feiten.a", 1), ("feiten.b", False)],
            "feiten:\n  a: 1\n\n  b: nee\n",
        ),
        ("feiten:\n- {}\n", [], "feiten:\n- {}\n"),
        (
            "feiten:\n  a: 1\nrespondenten:\n  g:\n  - a: 1\n  - a: 2 # laatste\n",
            [("peildatum", "2026-01-01")],
            "feiten:\n  a: 1\nrespondenten:\n  g:\n  - a: 1\n  - a: 2 # laatste\npeildatum: 2026-01-01\n",
        ),
    ],
)
def test_an_answer_stands_where_it_belongs(tmp_path: Path, text: str, steps: list[Step], changed: str) -> None:
    assert answered(tmp_path / "casus.yml", text, *steps) == changed


@pytest.mark.parametrize("text", ['feiten: {"a", b: 1}\n', "feiten:\n  ? a\n  ? b\n"])
def test_where_an_answer_does_not_fit_the_file_stays_as_it_is(tmp_path: Path, text: str) -> None:
    path = tmp_path / "casus.yaml"
    with pytest.raises(InvalidFactsError) as refused:
        answered(path, text, ("feiten.a", 1))
    assert str(refused.value) == (
        f"{path}: LEES01 zoals dit bestand is geschreven, past het antwoord er niet in\n"
        "   = verwacht: elk feit op een eigen regel, met een dubbele punt en het antwoord"
    )
    assert path.read_text("utf-8") == text


JSON = '\ufeff{\r\n\t"toelichting": "\\u00e9",\r\n\t"feiten": {}\r\n}\r\n\r\n'
JSON_AFTER = JSON.replace("{}", '{\r\n\t\t"a": {\r\n\t\t\t"g": true\r\n\t\t}\r\n\t}')
ON_ONE_LINE = '{"feiten": {"b": 1.5}, "toelichting": "é"}'


@pytest.mark.parametrize(
    ("text", "changed"), [(ON_ONE_LINE, ON_ONE_LINE.replace("1.5", '1.5, "a": {"g": true}')), (JSON, JSON_AFTER)]
)
def test_json_stays_json(tmp_path: Path, text: str, changed: str) -> None:
    assert answered(tmp_path / "casus.json", text, ("feiten.a.g", True)) == changed


def test_a_day_in_json_is_a_text(tmp_path: Path) -> None:
    day = datetime.date(2026, 3, 1)
    assert (
        answered(tmp_path / "a.json", '{"feiten": {}}', ("peildatum", day))
        == '{"feiten": {}, "peildatum": "2026-03-01"}'
    )


@pytest.mark.parametrize("change", ["veranderd", "weg"])
def test_a_file_that_was_changed_meanwhile_is_not_written_over(tmp_path: Path, change: str) -> None:
    path = tmp_path / "casus.yaml"
    path.write_text("feiten: {}\n", "utf-8")
    file = CaseFile.read(path)
    path.write_text("feiten: {a: 2}\n", "utf-8") if change == "veranderd" else path.unlink()
    with pytest.raises(InvalidFactsError) as refused:
        file.with_answer(("feiten", "a"), 1)
    assert str(refused.value) == (
        f"{path}: LEES01 dit bestand is intussen ergens anders veranderd\n"
        "   = verwacht: begin opnieuw met ask: dan ga je verder met wat er nu staat"
    )
    assert not path.exists() or path.read_text("utf-8") == "feiten: {a: 2}\n"


@pytest.mark.parametrize("name", ["casus.yaml", "casus.json"])
def test_a_case_that_is_made_is_read_as_the_same(tmp_path: Path, name: str, shipped: Ruleset) -> None:
    case = {
        "naam": "Huis & tuin: 'nee'",
        "peildatum": "2026-01-01",
        "feiten": {
            "thema_gevoelig": True,
            "dragers_mo": 0,
            "basis_op_orde": "nee",
            "oud_zeer": {"gemeente": False},
            "datum_evaluatie": "nooit",
        },
        "respondenten": {"gemeente": [{"erkenning": 3, "gelijkwaardigheid": 2}]},
        "toelichting": "Regel één.\nRegel twee.",
    }
    path = tmp_path / name
    made = CaseFile.made(path, case)
    (partnership,) = load_cases(path, shipped.vocabulary)
    assert partnership == Partnership.from_case(case, shipped.vocabulary)
    assert made.case["toelichting"] == case["toelichting"]
    assert [found.name for found in tmp_path.iterdir()] == [name]


def test_a_case_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(InvalidFactsError, match="kan niet worden geschreven"):
        CaseFile.made(tmp_path / "geen" / "map.yaml", {"feiten": {}})


def test_a_file_with_more_cases_is_no_single_case(tmp_path: Path) -> None:
    path = tmp_path / "twee.yaml"
    path.write_text("- {feiten: {}}\n- {feiten: {}}\n", "utf-8")
    with pytest.raises(InvalidInputError, match="CASUS03"):
        _ = CaseFile.read(path).case


words = st.sampled_from(["", "ja", "'x'", '"y"', "{}", "{p: 1}", "{p: , q: 2}", "\n      p: 3", "\n      p:"])
remarks = st.sampled_from(["", " # zo", "   # en zo", "\n", "\n    # los"])


@given(
    entries=st.lists(st.tuples(words, remarks), max_size=4),
    steps=st.lists(st.tuples(st.integers(0, 5), st.booleans()), max_size=6),
)
def test_what_is_answered_is_read_and_no_remark_is_lost(
    entries: list[tuple[str, str]], steps: list[tuple[int, bool]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    lines = [f"    f{place}: {value}{remark}" for place, (value, remark) in enumerate(entries)]
    text = "\n".join(["# kop", "feiten:" if lines else "feiten: {}", *lines, "# slot", "toelichting: x", ""])
    path = tmp_path_factory.mktemp("casus") / "casus.yaml"
    path.write_text(text, "utf-8")
    file = CaseFile.read(path)
    for number, (fact, is_party) in enumerate(steps):
        stated = file.case["feiten"].get(f"f{fact}", "")
        place = ("feiten", f"f{fact}", "q") if is_party or isinstance(stated, dict) else ("feiten", f"f{fact}")
        file = file.with_answer(place, number)
        found = file.case["feiten"][f"f{fact}"]
        assert (found["q"] if len(place) == 3 else found) == str(number)
    left = file.content.decode()
    assert [left.count(sign) for sign in ("# kop", "# slot", "# zo", "# en zo", "# los")] == [
        text.count(sign) for sign in ("# kop", "# slot", "# zo", "# en zo", "# los")
    ]
