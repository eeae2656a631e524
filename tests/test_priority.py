"""The ranking: what each finding absorbs."""

from collections import UserDict
from pathlib import Path

from building import small_ruleset
from samenwerkadvies.priority import Ranking


class _Places(UserDict[str, int]):
    """Places of findings, which remember for which of them they were asked."""

    asked: tuple[str, ...] = ()

    def __contains__(self, name: object) -> bool:
        self.asked = (*self.asked, str(name))
        return super().__contains__(name)


def test_what_a_finding_absorbs_is_found_without_looking_at_the_others(tmp_path: Path) -> None:
    many = {f"los_{number}": f"mensen = {number}" for number in range(50)}
    ruleset = small_ruleset(tmp_path, deel="mensen > 1", heel="signaal(deel) en veilig = nee", **many)
    ranking = Ranking(ruleset)
    places = _Places({rule.id: place for place, rule in enumerate(ranking.rules)})
    assert ranking.under(ruleset.rules["heel"], places) == ("deel",)
    assert places.asked == ("deel",)
