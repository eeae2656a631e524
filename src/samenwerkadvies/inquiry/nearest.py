"""The nearest changed answers with which requirements hold: answers only change for the better."""

from __future__ import annotations

import operator
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence

import attrs

from samenwerkadvies.facts import is_better
from samenwerkadvies.inquiry.diagrams import Diagrams, TooLargeError, walked
from samenwerkadvies.inquiry.memory import Memory
from samenwerkadvies.inquiry.nodes import Diagram, Node
from samenwerkadvies.inquiry.requirements import Requirement, apart
from samenwerkadvies.inquiry.situations import Changes, Situation
from samenwerkadvies.inquiry.under import marks_at
from samenwerkadvies.meaning.core import Core, conjuncts_of
from samenwerkadvies.vocabulary import Answer

MOST_STATES = 50_000
"""Requirements together that take more steps than this to meet are given up."""
_MOST_REMEMBERED = 20_000


@attrs.frozen(eq=False)
class _Piece:
    """What must be so for requirements to hold, and has no answer in common with the rest of what must be."""

    cores: tuple[Core, ...]
    positions: tuple[int, ...]
    marks: Callable[[list[Hashable]], Hashable]


@attrs.frozen
class Nearest:
    """The fewest, and of these the nearest, changed answers with which something holds."""

    answers: Changes = ()
    distance: int = 0
    """As far upwards is nearer than downwards."""


_Path = tuple[int, int, Changes]
"""How many answers change, how far away these are, and which they are."""
_NOTHING: _Path = (0, 0, ())


class NearestAnswers:
    """Finds the nearest changed answers, by the diagrams of one ruleset."""

    def __init__(self, diagrams: Diagrams) -> None:
        """Begin without anything found."""
        self._diagrams = diagrams
        self._facts = [diagrams.ruleset.vocabulary.parts[fact] for fact, _ in diagrams.order]
        self._alone: dict[Core, tuple[_Piece, ...]] = {}
        self._together: Memory[tuple[_Piece, ...]] = Memory(_MOST_REMEMBERED)
        self._pieces: Memory[_Piece] = Memory(_MOST_REMEMBERED)
        self._found: Memory[Nearest | None] = Memory(_MOST_REMEMBERED)
        self._last: Memory[_Path | None] = Memory(_MOST_REMEMBERED)
        self._moves: Memory[tuple[tuple[int, Answer, int], ...]] = Memory(_MOST_REMEMBERED)

    def of(self, requirement: Requirement, situation: Situation) -> Nearest | None:
        """Return the nearest changed answers with which a requirement holds; None where it cannot."""
        return self._of_core(requirement.core, situation)

    def _of_core(self, core: Core, situation: Situation) -> Nearest | None:
        pieces = self._alone.get(core)
        if pieces is None:
            pieces = self._pieces_of([*conjuncts_of(core)])  # what is asked of each party falls apart
            pieces = self._alone[core] = pieces if len(pieces) > 1 else self._pieces_of([core])
        return self._of_pieces(pieces, situation)

    def of_all(self, requirements: Sequence[Requirement], situation: Situation) -> Nearest | None:
        """Return the nearest changed answers with which all of some requirements hold; None where they cannot."""
        if len(requirements) == 1:
            return self.of(requirements[0], situation)
        cores = tuple([found.core for found in requirements])
        return self._of_pieces(self._together.of(cores, self._pieces_of, cores), situation)

    def _pieces_of(self, cores: Sequence[Core]) -> tuple[_Piece, ...]:
        return tuple([self._pieces.of(group, self._piece, group) for group in apart(cores, self._asked)])

    def _asked(self, core: Core) -> int:
        return self._diagrams.under.of(core).asked

    def _piece(self, cores: tuple[Core, ...]) -> _Piece:
        under = map(self._diagrams.under.of, cores)
        positions = tuple(sorted({position for found in under for position in found.positions}))
        return _Piece(cores, positions, marks_at(positions))

    def _of_pieces(self, pieces: Sequence[_Piece], situation: Situation) -> Nearest | None:
        marks = situation.marks
        if len(pieces) == 1:
            (piece,) = pieces
            return self._found.of((piece, piece.marks(marks)), self._search, piece, situation)
        each: list[Nearest] = []
        for piece in pieces:
            nearest = self._found.of((piece, piece.marks(marks)), self._search, piece, situation)
            if nearest is None:
                return None
            if nearest.answers:
                each.append(nearest)
        return each[0] if len(each) == 1 else _all_of(each)

    def _search(self, piece: _Piece, situation: Situation) -> Nearest | None:
        if not self._diagrams.situations.beside.isdisjoint(piece.positions):  # diagrams would serve one partnership
            by_one = self._by_one_answer(piece, situation)
            if by_one is not None:
                return by_one
        diagrams = [self._diagrams.of(core, situation) for core in piece.cores]
        if len(diagrams) > 1 and (farthest := self._farthest(piece, situation)):
            places = situation.places.copy()
            for position, answer in farthest.answers:
                places[position] = 1 + situation.domains[position].place(answer)
            if all(walked(diagram, places) is True for diagram in diagrams):
                return farthest  # nothing nearer is enough for the one, and this is enough for all
        path = self._path(diagrams, situation)
        return None if path is None else Nearest(path[2], path[1])

    def _farthest(self, piece: _Piece, situation: Situation) -> Nearest | None:
        """Return, of the nearest answers for what must be so, each by itself, those that are farthest."""
        each = (self._of_core(core, situation) for core in piece.cores)
        return max(filter(None, each), key=lambda found: (len(found.answers), found.distance), default=None)

    def _by_one_answer(self, piece: _Piece, situation: Situation) -> Nearest | None:
        """Return the nearest one answer with which a piece is so, if there is one, or if it is so."""
        order, day, tests = self._diagrams.order, situation.reference_date, [*map(self._diagrams.test, piece.cores)]
        known = {order[at]: answer for at in piece.positions if (answer := situation.answers[at]) is not None}
        if all(test(known, day, {}) for test in tests):
            return Nearest()
        moves = [
            (far, at, answer) for at in reversed(piece.positions) for _, answer, far in self._moves_at(at, situation)
        ]
        for far, at, answer in sorted(moves, key=operator.itemgetter(0)):  # of those that are as near the last in order
            changed = {**known, order[at]: answer}
            if all(test(changed, day, {}) for test in tests):
                return Nearest(((at, answer),), far)
        return None

    def _path(self, diagrams: Iterable[Diagram], situation: Situation) -> _Path | None:
        """Search some diagrams at once, only through answers that stay or get better."""
        places, marks = situation.places, situation.marks
        best: dict[Diagram, _Path | None] = {True: _NOTHING, False: None, None: None}
        best_of_all: dict[tuple[Node, ...], _Path | None] = {}

        def search(node: Node) -> _Path | None:
            position, below = node.position, node.below
            if node.is_last:
                best[node] = nearest = self._last.of((node, marks[position]), self._of_last, node, situation)
                return nearest
            stays = below[places[position]]
            nearest = best[stays] if stays in best else search(stays)  # type: ignore[arg-type]  # outcomes are there
            if nearest is None or nearest[0]:
                for place, answer, further in self._moves_at(position, situation):
                    part = below[place]
                    if part in best:
                        path = best[part]
                    elif nearest is not None and nearest[0] == 1:  # nearer is only what needs no other change
                        path = best[walked(part, places)]
                    else:
                        path = search(part)  # type: ignore[arg-type]  # the same
                    nearest = _nearer(nearest, path, (position, answer), further)
            best[node] = nearest
            return nearest

        def search_all(nodes: tuple[Node, ...] | None) -> _Path | None:
            if nodes is None:
                return None
            if len(nodes) < 2:  # noqa: PLR2004 - one by itself is sooner done
                only = nodes[0] if nodes else True
                return best[only] if only in best else search(only)  # type: ignore[arg-type]  # the same
            if nodes in best_of_all:
                return best_of_all[nodes]
            if len(best_of_all) > MOST_STATES:
                raise TooLargeError
            position = min([node.position for node in nodes])
            nearest = search_all(_below(nodes, position, places[position]))
            if nearest is None or nearest[0]:
                for place, answer, further in self._moves_at(position, situation):
                    below = _below(nodes, position, place)
                    if nearest is not None and nearest[0] == 1:  # as above
                        path = None if below is None or not _all_hold(below, places) else _NOTHING
                    else:
                        path = search_all(below)
                    nearest = _nearer(nearest, path, (position, answer), further)
            best_of_all[nodes] = nearest
            return nearest

        return search_all(_open(diagrams))

    def _of_last(self, node: Node, situation: Situation) -> _Path | None:
        """Return the path from what asks for nothing else."""
        position, below = node.position, node.below
        nearest = _NOTHING if below[situation.places[position]] is True else None
        if nearest is None:
            for place, answer, further in self._moves_at(position, situation):
                if below[place] is True:
                    nearest = _nearer(nearest, _NOTHING, (position, answer), further)
        return nearest

    def _moves_at(self, position: int, situation: Situation) -> tuple[tuple[int, Answer, int], ...]:
        """Return the better answers that can be given in a position: the place of each, and how far away it is."""
        return self._moves.of((position, situation.marks[position]), self._moves_anew, position, situation)

    def _moves_anew(self, position: int, situation: Situation) -> tuple[tuple[int, Answer, int], ...]:
        return tuple(self._better(position, situation))

    def _better(self, position: int, situation: Situation) -> Iterator[tuple[int, Answer, int]]:
        fact, known, now = self._facts[position], situation.answers[position], situation.places[position]
        if fact.is_fixed:
            return
        domain = situation.domains[position]
        for place in range(1, len(domain.answers) + 1):
            if place == now:
                continue
            answer = domain.nearest(place - 1, now - 1)
            if is_better(fact, answer, known):
                # where nothing is known: how much better others are
                far = (
                    2 * abs(place - now) + (place < now)
                    if now
                    else sum(is_better(fact, other, answer) for other in domain.answers)
                )
                yield place, answer, far


def _open(diagrams: Iterable[Diagram]) -> tuple[Node, ...] | None:
    """Return the diagrams that still ask for something, each once; None where one cannot come out true any more."""
    nodes: list[Node] = []
    for diagram in diagrams:
        if isinstance(diagram, Node):
            if diagram not in nodes:
                nodes.append(diagram)
        elif diagram is not True:
            return None
    return tuple(nodes)


def _below(nodes: Iterable[Node], position: int, place: int) -> tuple[Node, ...] | None:
    """Return what is left to ask when an answer is given."""
    return _open([node.below[place] if node.position == position else node for node in nodes])


def _all_hold(nodes: Iterable[Node], places: Sequence[int]) -> bool:
    return all(walked(node, places) is True for node in nodes)


def _nearer(nearest: _Path | None, path: _Path | None, change: tuple[int, Answer], further: int) -> _Path | None:
    """Return the nearer of two paths, with one more changed answer before the second; the first if they are alike."""
    if path is None:
        return nearest
    count, distance, answers = path
    count, distance = count + 1, distance + further
    if nearest is None or count < nearest[0] or (count == nearest[0] and distance < nearest[1]):
        return count, distance, (change, *answers)
    return nearest


def _all_of(each: Iterable[Nearest]) -> Nearest:
    answers = sorted((change for found in each for change in found.answers), key=operator.itemgetter(0))
    return Nearest(tuple(answers), sum(found.distance for found in each))
