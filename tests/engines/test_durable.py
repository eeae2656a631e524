"""The adapter of durable-rules: nobody outside it meets the edges of the C module."""

import json
import os
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from textwrap import dedent

import pytest

from building import FACTS, RULE, ruleset_from, small_ruleset
from samenwerkadvies import Partnership, Ruleset
from samenwerkadvies.engines import durable, make_engine

pytestmark = pytest.mark.durable

DATE = "2026-01-01"
TESTS = Path(__file__).parents[1]


def partnership(ruleset: Ruleset, **facts: object) -> Partnership:
    return Partnership.from_facts(facts, ruleset.vocabulary, reference_date=DATE)


def agree(ruleset: Ruleset, *cases: Partnership) -> None:
    """Hold the durable engine to the reference on some partnerships."""
    reference, engine = make_engine("reference", ruleset), make_engine("durable", ruleset)
    for case in cases:
        assert engine.decide(case) == reference.decide(case)


def everything(ruleset: Ruleset) -> dict[str, object]:
    """Return one answer for every fact type of a ruleset."""
    answers = {"ja_nee": True, "aantal": 1, "schaal": 2, "datum": "2025-12-01"}
    facts: dict[str, object] = {}
    for fact in ruleset.vocabulary.facts.values():
        answer = fact.options[-1] if fact.options else answers[fact.kind.value]
        facts[fact.id] = dict.fromkeys(fact.parties, answer) if fact.is_perception else answer
    return facts


def rule(name: str, expression: str) -> str:
    return f"  {name}:\n    als: {expression}\n{RULE}"


def counts(number: int) -> str:
    """Return rule-file text with so many count facts."""
    facts = "".join(
        f'  f{n}: {{soort: aantal, wie: samen, label: feit {n}, vraag: V?, eenheid: x, zin: "{{aantal}} x"}}\n'
        for n in range(number)
    )
    return f"bronnen: {{eigen: Eigen}}\nfeiten:\n{facts}"


def run_python(script: str, **environment: str) -> list[float]:
    """Run a script in a Python of its own and return the JSON list that it prints."""
    result = subprocess.run(
        [sys.executable, "-c", dedent(script)],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(TESTS), **environment},
    )
    found: list[float] = json.loads(result.stdout)
    return found


MEASURED = """
    import json, pathlib, tempfile
    from building import small_ruleset
    from samenwerkadvies import Partnership
    from samenwerkadvies.engines import make_engine

    def resident():
        return int(pathlib.Path("/proc/self/statm").read_text().split()[1]) * 4096 / 1e6

    def small(**expressions):
        return small_ruleset(pathlib.Path(tempfile.mkdtemp()), **expressions)
"""


def test_it_starts_no_thread(tmp_path: Path) -> None:
    before = threading.active_count()
    engine = make_engine("durable", ruleset := small_ruleset(tmp_path, een="mensen <= 1"))
    engine.decide(partnership(ruleset, mensen=1))
    assert threading.active_count() == before


def test_memory_stays_flat_over_60_000_assessments_and_freed_memory_is_not_read() -> None:
    script = (
        MEASURED
        + """
    ruleset = small(een="mensen <= 1 of veilig = ja", twee="signaal(een) en laagste(steun) < 3")
    engine = make_engine("durable", ruleset)
    cases = [
        Partnership.from_facts(facts, ruleset.vocabulary, reference_date="2026-01-01")
        for facts in ({"mensen": 1}, {}, {"mensen": 2, "veilig": False}, {"veilig": True, "steun": {"gemeente": 1}})
    ]
    wanted = [dict(engine.decide(case)) for case in cases]
    wrong, sizes = 0, []
    for _ in range(6):
        for _ in range(2_500):
            wrong += sum(engine.decide(case) != outcome for case, outcome in zip(cases, wanted))
        sizes.append(resident())
    print(json.dumps([wrong, sizes[-1] - sizes[0]]))
    """
    )
    wrong, grown = run_python(script, MALLOC_PERTURB_="165")
    assert wrong == 0
    assert grown < 2, f"{grown} MB more"


def test_many_rulesets_can_be_made_and_dropped() -> None:
    script = (
        MEASURED
        + """
    ruleset = small(een="mensen <= 1 of veilig = ja", twee="signaal(een)")
    case = Partnership.from_facts({"mensen": 1}, ruleset.vocabulary, reference_date="2026-01-01")
    sizes = []
    for _ in range(4):
        for _ in range(300):
            assert make_engine("durable", ruleset).decide(case)["twee"]
        sizes.append(resident())
    print(json.dumps([sizes[-1] - sizes[0]]))
    """
    )
    (grown,) = run_python(script, MALLOC_PERTURB_="165")
    assert grown < 5, f"{grown} MB more"


def test_8_threads_at_once_get_right_answers(shipped: Ruleset) -> None:
    engine = make_engine("durable", shipped)
    cases = [partnership(shipped, dragers_mo=n % 3, erkenning={"gemeente": 1 + n % 5}) for n in range(15)]
    wanted = [engine.decide(case) for case in cases]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(engine.decide, cases * 60)) == wanted * 60


def test_more_threads_than_states_wait_for_their_turn(tmp_path: Path) -> None:
    ruleset = small_ruleset(tmp_path, een="mensen <= 1")
    engine = make_engine("durable", ruleset)
    case = partnership(ruleset, mensen=1)
    with ThreadPoolExecutor(40) as pool:
        assert all(found["een"] for found in pool.map(lambda _: engine.decide(case), range(2_000)))


def test_children_after_a_fork_get_right_answers_while_others_are_busy() -> None:
    script = (
        MEASURED
        + """
    import os, threading
    ruleset = small(een="mensen <= 1", twee="signaal(een) of veilig = ja")
    engine = make_engine("durable", ruleset)
    case = Partnership.from_facts({"mensen": 1}, ruleset.vocabulary, reference_date="2026-01-01")
    wanted = engine.decide(case)
    stop = threading.Event()

    def busy():
        while not stop.is_set():
            engine.decide(case)

    threads = [threading.Thread(target=busy) for _ in range(3)]
    for thread in threads:
        thread.start()
    codes = []
    for _ in range(20):
        child = os.fork()
        if child == 0:
            os._exit(int(any(engine.decide(case) != wanted for _ in range(50))))
        codes.append(os.waitpid(child, 0)[1])
    stop.set()
    for thread in threads:
        thread.join()
    print(json.dumps(codes))
    """
    )
    assert run_python(script, PYTHONWARNINGS="ignore::DeprecationWarning") == [0] * 20


def test_400_rules_fit(tmp_path: Path) -> None:
    names = [f"r{n}" for n in range(400)]
    ruleset = small_ruleset(tmp_path, **{name: f"mensen <= {n}" for n, name in enumerate(names)})
    agree(ruleset, partnership(ruleset, mensen=0), partnership(ruleset, mensen=200), partnership(ruleset))


def test_600_distinct_first_comparisons_fit(tmp_path: Path) -> None:
    text = counts(600) + "regels:\n" + "".join(rule(f"r{n}", f"f{n} = {n}") for n in range(600))
    ruleset = ruleset_from(tmp_path, text)
    agree(ruleset, partnership(ruleset, **{f"f{n}": n for n in range(600)}), partnership(ruleset, f3=3))


def test_rules_that_look_at_many_facts_together_go_to_several_programs(tmp_path: Path) -> None:
    lines = [" en ".join(f"f{number} >= 1" for number in range(first, first + 5)) for first in range(0, 300, 5)]
    ruleset = ruleset_from(
        tmp_path, counts(300) + "regels:\n" + "".join(rule(f"r{n}", line) for n, line in enumerate(lines))
    )
    engine = make_engine("durable", ruleset)
    assert len(engine._batches) == 2  # type: ignore[attr-defined]  # 60 matches fit in one, 300 properties do not
    agree(ruleset, partnership(ruleset, **everything(ruleset)), partnership(ruleset, **everything(ruleset) | {"f7": 0}))


def test_a_rule_comes_after_those_whose_outcome_it_uses_and_rules_fill_as_few_programs_as_they_can(
    tmp_path: Path,
) -> None:
    alone = {f"r{number}": f"mensen >= {number}" for number in range(1, 71)}
    ruleset = small_ruleset(
        tmp_path, **alone, boven="signaal(r2) en niet signaal(r5)", top="signaal(boven) of mensen = 9"
    )
    engine = make_engine("durable", ruleset)
    places = {found.id: place for place, batch in enumerate(engine._batches) for found in batch.rules}  # type: ignore[attr-defined]
    assert max(places["r2"], places["r5"]) < places["boven"] < places["top"]
    assert max(places.values()) == 2  # 72 rules would fit in two, but each of these waits for another
    agree(ruleset, *(partnership(ruleset, mensen=number) for number in (0, 2, 4, 5, 9)), partnership(ruleset))


def test_one_rule_may_use_as_many_facts_as_the_language_allows(tmp_path: Path) -> None:
    both = " en ".join(f"f{n} >= 1" for n in range(100))
    some = " of ".join(f"f{n} = 7" for n in range(100))
    text = counts(100) + "regels:\n" + rule("allemaal", both) + rule("een_ervan", some) + rule("nog_een", both)
    ruleset = ruleset_from(tmp_path, text)
    full = {f"f{n}": 7 for n in range(100)}
    agree(
        ruleset, partnership(ruleset, **full), partnership(ruleset, **{**full, "f50": 0}), partnership(ruleset, f99=7)
    )


@pytest.mark.parametrize("width", [2, 5, 20])
def test_an_of_inside_an_en_may_match_in_many_ways(tmp_path: Path, width: int) -> None:
    parts = [" of ".join(f"f{10 * part + n % 10} >= {1 + n // 10}" for n in range(width)) for part in range(5)]
    text = counts(50) + "regels:\n" + rule("veel", " en ".join(f"({part})" for part in parts))
    ruleset = ruleset_from(tmp_path, text)
    agree(ruleset, partnership(ruleset, **{f"f{n}": 9 for n in range(50)}), partnership(ruleset, f1=9, f11=9))


def test_many_lists_and_equalities_of_partly_known_answers_fit_in_one_rule(tmp_path: Path) -> None:
    partly = " en ".join(f"laagste(steun) != {1 + n % 4}" for n in range(30))
    listed = " en ".join("niet vorm in [geen, papier]" if n % 2 else "vorm in [geen, mondeling]" for n in range(30))
    ruleset = small_ruleset(tmp_path, partly=partly, listed=listed)
    agree(
        ruleset,
        partnership(ruleset, vorm="mondeling", steun={"gemeente": 2, "migrantenorganisatie": 4}),
        partnership(ruleset, steun={"gemeente": 2}),
    )


def test_every_shipped_fact_at_once(shipped: Ruleset) -> None:
    agree(shipped, partnership(shipped, **everything(shipped)))


@pytest.mark.parametrize("number", [0, 1, 10**15 - 1, 10**15])
def test_extreme_numbers(tmp_path: Path, number: int) -> None:
    ruleset = small_ruleset(
        tmp_path,
        groot="mensen >= 999999999999999",
        precies="mensen = 999999999999999",
        niet_nul="mensen != 0",
        ver="hoogste(jaren) > 999999999999998",
    )
    agree(ruleset, partnership(ruleset, mensen=number, jaren={"gemeente": number}))


def test_a_ruleset_without_rules_finds_nothing(tmp_path: Path) -> None:
    ruleset = ruleset_from(tmp_path, FACTS)
    assert make_engine("durable", ruleset).decide(partnership(ruleset, mensen=1)) == {}


def test_an_interrupted_assessment_leaves_the_engine_usable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ruleset = small_ruleset(tmp_path, een="mensen <= 1")
    engine = make_engine("durable", ruleset)
    case = partnership(ruleset, mensen=1)
    program = engine._batches[0].program  # type: ignore[attr-defined]
    module = program._module

    class Interrupted:
        def __getattr__(self, name: str) -> object:
            return getattr(module, name)

        def complete_and_start_action(self, *_: object) -> None:
            raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(program, "_module", Interrupted())
        for _ in range(40):
            with pytest.raises(KeyboardInterrupt):
                engine.decide(case)
    assert engine.decide(case) == {"een": True}


def test_without_dlopen_flags_the_module_is_loaded_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    durable.load_module.cache_clear()
    monkeypatch.delattr(sys, "getdlopenflags")
    assert durable.load_module().__name__ == "durable_rules_engine"


def test_an_assessment_waits_while_all_states_are_taken() -> None:
    states = durable._States()
    taken = [states.take() for _ in range(durable._STATES)]
    assert len(set(taken)) == durable._STATES
    with ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(states.take)
        assert not waiting.done()
        states.give_back(taken[0])
        assert waiting.result() == taken[0]


def test_a_child_process_begins_with_states_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    states = durable._States()
    taken = states.take()
    monkeypatch.setattr(os, "getpid", lambda: -1)
    assert states.take() not in {taken, *(f"s{number}" for number in range(durable._STATES))}
