"""Parse a line of the rule language into a tree, or say in Dutch what is wrong and where."""

from __future__ import annotations

import functools
import re
import unicodedata
from decimal import Decimal
from importlib import resources
from typing import cast

import lark

from samenwerkadvies.bilingual import any_of
from samenwerkadvies.errors import Problem, nearest, quoted
from samenwerkadvies.grammar.counting import counting_problem
from samenwerkadvies.grammar.printer import quotient_to_text
from samenwerkadvies.grammar.slips import slip_at
from samenwerkadvies.grammar.tree import (
    And,
    AtLeast,
    Beside,
    Compared,
    Contains,
    Expression,
    Known,
    Membership,
    Not,
    Operator,
    Or,
    Quantity,
    Quotient,
    Signal,
    Span,
    View,
)
from samenwerkadvies.signs import odd_sign

LONGEST = 4000
"""Characters in one expression."""
DEEPEST = 20
"""Parentheses and ``niet`` inside each other."""
MOST_COUNTING = 3
"""``minstens`` inside each other."""
MOST_LEAVES = 100
"""Comparisons in one expression."""
_LONGEST_NUMBER = 15


class ExpressionError(Exception):
    """An expression cannot be parsed; it stays inside this package and ``loading``."""

    def __init__(self, problem: Problem) -> None:
        """Keep what is wrong, with its span in the expression."""
        super().__init__(problem.message)
        self.problem = problem


def is_name(text: str) -> bool:
    """Say whether a text can be the name of a fact, an option or a rule."""
    return re.fullmatch(r"[a-z][a-z0-9_]*", text) is not None and text not in RESERVED


def as_name(text: str) -> str:
    """Return a text as the name that it could be; empty when it can be none, or is one already."""
    letters = unicodedata.normalize("NFKD", text[:200].lower())
    plain = "".join(letter for letter in letters if letter.isascii())
    name = re.sub(r"[^a-z0-9]+", "_", plain).strip("_")
    return name if is_name(name) and name != text else ""


def parse(text: str) -> Expression:
    """Parse one expression.

    Raises:
        ExpressionError: with the first problem; its span counts characters of ``text``.
    """
    _refuse_beyond_bounds(text)
    return cast(Expression, _parse(text, "start"))


def parse_average(text: str) -> tuple[tuple[str, Span], ...]:
    """Parse the line of a declared average and return its parts, each with where it stands.

    Raises:
        ExpressionError: with the first problem.
    """
    _refuse_beyond_bounds(text)
    return cast(tuple[tuple[str, Span], ...], _parse(text, "average"))


def _parse(text: str, start: str) -> object:
    try:
        return _parser().parse(text, start)
    except lark.UnexpectedInput as error:
        raise ExpressionError(_syntax_problem(text, error, start)) from None
    except ExpressionError as error:
        compared_with_nothing = error.problem.span if error.problem.code == "TAAL10" else None
        slip = slip_at(text, compared_with_nothing[0]) if compared_with_nothing else None
        raise ExpressionError(slip) if slip else error from None


@functools.cache
def _parser() -> lark.Lark:
    grammar = resources.files("samenwerkadvies.grammar").joinpath("expressie.lark").read_text("utf-8")
    return lark.Lark(grammar, parser="lalr", lexer="basic", start=["start", "average"], transformer=_Builder())


_SEPARATE_SLIPS = ("'", '"', "-")
"""Signs that have no place here, however they are drawn."""
_EXAMPLE = "een vergelijking, zoals: feit = ja"
_NESTING = re.compile(
    r"\[[^\]]*\]|\bbevat\s*\([\w\s]*(?:\([\w\s]*\)\s*)?,[^()]*\)"
    r"|\bper\s*\([\w\s]*(?:\([\w\s]*\)\s*)?,[\w\s]*(?:\([\w\s]*\)\s*)?\)"
    r"|\bminstens\s+[0-9]+\s+van\s*\(|\(|\)|,|\b(?:niet|en|of)\b"
)
_LINKS = ("en", "of", ",")


def _refuse_beyond_bounds(text: str) -> None:
    if not text.strip():
        raise ExpressionError(Problem(code="TAAL01", message="hier staat niets", span=(0, 1), expected=_EXAMPLE))
    if len(text) > LONGEST:
        message = f"hier staan {len(text)} tekens"
        raise ExpressionError(
            Problem(
                code="TAAL09",
                message=message,
                span=(0, 1),
                expected=f"hoogstens {LONGEST} tekens; deel het op met signaal(…)",
            )
        )
    sign = odd_sign(text)
    if sign and sign.plain not in _SEPARATE_SLIPS:
        at = (sign.position, sign.position + 1)
        raise ExpressionError(Problem(code="LEES11", message=f"hier staat {sign.name}", span=at, expected=sign.way_out))
    depth, negations, links, counting = 0, 0, 1, list[int]()
    for found in _NESTING.finditer(text):
        word = found.group()
        depth += word.endswith("(") - (word == ")")
        negations = negations + 1 if word == "niet" else 0 if word in _LINKS else negations
        links += word in _LINKS
        counting = [each for each in counting if each <= depth] + [depth] * word.startswith("minstens")
        if depth + negations > DEEPEST:
            raise _beyond("te veel haakjes of 'niet' in elkaar", f"hoogstens {DEEPEST} diep", found)
        if len(counting) > MOST_COUNTING:
            expected = f"hoogstens {MOST_COUNTING} diep; gebruik signaal(…)"
            raise _beyond("te veel 'minstens' in elkaar", expected, found)
        if links > MOST_LEAVES:
            raise _beyond("te veel vergelijkingen achter elkaar", f"hoogstens {MOST_LEAVES}; gebruik signaal(…)", found)


def _beyond(message: str, expected: str, found: re.Match[str]) -> ExpressionError:
    return ExpressionError(Problem(code="TAAL09", message=message, span=found.span(), expected=expected))


def _span(first: lark.Token, last: lark.Token) -> Span:
    return int(first.start_pos or 0), int(last.end_pos or 0)


@lark.v_args(inline=True)
class _Builder(lark.Transformer[lark.Token, Expression]):
    """Builds our nodes while parsing; spans run from the first to the last part that carries one."""

    def fact(self, name: lark.Token) -> Quantity:
        return Quantity(str(name), View.ITSELF, _span(name, name))

    def view(self, view: lark.Token, name: lark.Token) -> Quantity:
        at = (int(view.start_pos or 0), int(name.end_pos or 0) + 1)
        known = _VIEWS.get(view)
        return Quantity(str(name), View.ITSELF, at, str(view)) if known is None else Quantity(str(name), known, at)

    def view_of_party(self, view: lark.Token, party: lark.Token, name: lark.Token) -> Quantity:
        at = (int(view.start_pos or 0), int(name.end_pos or 0) + 2)
        if view != View.CHOSEN.value:
            message = f"{quoted(view)} kan niet om {quoted(f'{party}({name})')} heen staan"
            expected = f"{party}({name}), of {View.CHOSEN.value}({party}({name})) bij een feit met 'soort: meerkeuze'"
            raise ExpressionError(Problem(code="TAAL08", message=message, span=at, expected=expected))
        return Quantity(str(name), View.CHOSEN, at, str(party))

    def word(self, token: lark.Token) -> tuple[str, Span]:
        return str(token), _span(token, token)

    def number(self, token: lark.Token) -> tuple[int, Span]:
        if len(token) > _LONGEST_NUMBER:
            raise ExpressionError(
                Problem(
                    code="TAAL06",
                    message="dit getal is te groot",
                    span=_span(token, token),
                    expected=f"hoogstens {_LONGEST_NUMBER} cijfers",
                )
            )
        return int(token), _span(token, token)

    def decimal(self, token: lark.Token) -> tuple[Decimal, Span]:
        if re.fullmatch(r"[1-9][0-9]{0,2}\.[0-9]{3}", token):
            message = "een punt in een getal kan hier twee dingen betekenen"
            meant = f"{token.replace('.', '')}, of {token.replace('.', ',')}"
            raise ExpressionError(
                Problem(
                    code="TAAL06",
                    message=message,
                    span=_span(token, token),
                    expected="een getal zonder punten",
                    hint=meant,
                )
            )
        return Decimal(token.replace(",", ".")), _span(token, token)

    def comparison(
        self, quantity: Quantity, operator: lark.Token, literal: tuple[int | Decimal | str, Span] | Quantity
    ) -> Compared | Beside:
        if isinstance(literal, Quantity):
            return Beside(quantity, Operator(str(operator)), literal, (quantity.span[0], literal.span[1]))
        value, at = literal
        return Compared(quantity, Operator(str(operator)), value, (quantity.span[0], at[1]), at)

    def quotient(
        self,
        word: lark.Token,
        quantity: Quantity,
        by: Quantity,
        operator: lark.Token,
        literal: tuple[int | Decimal | str, Span] | Quantity,
    ) -> Quotient:
        if isinstance(literal, Quantity):
            message = f"{quoted(quotient_to_text(quantity, by))} kun je alleen met een getal vergelijken"
            expected = "een getal, of een naam die bij 'grenzen' staat"
            raise ExpressionError(Problem(code="TAAL16", message=message, span=literal.span, expected=expected))
        value, at = literal
        return Quotient(quantity, by, Operator(str(operator)), value, (int(word.start_pos or 0), at[1]), at)

    def membership(self, quantity: Quantity, *options: lark.Token) -> Membership:
        spans = tuple(_span(option, option) for option in options)
        return Membership(quantity, tuple(map(str, options)), (quantity.span[0], spans[-1][1] + 1), spans)

    def contains(self, word: lark.Token, quantity: Quantity, option: lark.Token) -> Contains:
        (start, _), at = _span(word, word), _span(option, option)
        return Contains(quantity, str(option), (start, at[1] + 1), at)

    def known(self, quantity: Quantity) -> Known:
        return Known(quantity, quantity.span)

    def signal(self, rule: lark.Token) -> Signal:
        return Signal(str(rule), _span(rule, rule))

    def bare(self, quantity: Quantity) -> Expression:
        example = f"{quantity.word}({quantity.of}) <= 2" if quantity.word else f"{quantity.of} = ja"
        message = f"{quoted(quantity.of)} alleen zegt nog niets: vergelijk het met iets"
        raise ExpressionError(
            Problem(code="TAAL10", message=message, span=quantity.span, expected=f"een vergelijking, zoals: {example}")
        )

    def at_least(self, word: lark.Token, number: lark.Token, *parts: Expression) -> AtLeast:
        span = (int(word.start_pos or 0), parts[-1].span[1] + 1)
        if problem := counting_problem(int(number), _span(number, number), parts):
            raise ExpressionError(problem)
        return AtLeast(int(number), parts, span)

    def average(self, *parts: lark.Token) -> tuple[tuple[str, Span], ...]:
        return tuple((str(part), _span(part, part)) for part in parts)

    def negated(self, part: Expression) -> Not:
        return Not(part, part.span)

    def conjunction(self, *parts: Expression) -> And:
        return And(parts, (parts[0].span[0], parts[-1].span[1]))

    def disjunction(self, *parts: Expression) -> Or:
        return Or(parts, (parts[0].span[0], parts[-1].span[1]))


_VIEWS = {member.value: member for member in View if member is not View.ITSELF}
"""What may stand before parentheses; any other name there is that of a party, which the type check knows."""
_WORDS = {
    "==": "=", "and": "en", "or": "of", "not": "niet", "&&": "en", "||": "of", "&": "en", "|": "of", "!": "niet",
    "=<": "<=", "=>": ">=", "<>": "!=", "!==": "!=", "===": "=", "=!": "!=", "EN": "en", "OF": "of",
    "NIET": "niet", "IN": "in",
}  # fmt: skip
"""What people write from habit, and what it is here."""
RESERVED = frozenset({"en", "of", "niet", "in", "bevat", "bekend", "signaal", "gemiddelde", "minstens", "van", "per"})
"""The words of the language itself, which nothing can be called."""
_KEYWORDS = ("en", "of", "niet", "in", "minstens", "van")

_TERMINALS = {
    "NAME": "een naam",
    "NUMBER": "een getal",
    "DECIMAL": "een getal",
    "OPERATOR": "een vergelijking (=, !=, <, <=, > of >=)",
    "IN": "'in'",
    "LPAR": "een haakje openen",
    "NIET": "'niet'",
    "BEVAT": "'bevat'",
    "PER": "'per'",
    "BEKEND": "'bekend'",
    "SIGNAAL": "'signaal'",
    "MINSTENS": "'minstens'",
    "VAN": "'van'",
    "GEMIDDELDE": "'gemiddelde(…, …)'",
    "EN": "'en'",
    "OF": "'of'",
    "COMMA": "een komma",
    "LSQB": "'['",
    "RSQB": "']'",
    "RPAR": "een haakje sluiten",
    "$END": "het einde",
}
_ORDER = list(_TERMINALS)
_WRITTEN = re.compile(r"[A-Za-z_][A-Za-z0-9_]*|[0-9][0-9.,]*|[=<>!&|]+|\S")


def _syntax_problem(text: str, error: lark.UnexpectedInput, rule: str) -> Problem:
    if isinstance(error, lark.UnexpectedToken):
        expected = set(error.accepts or error.expected)
        is_end = error.token.type == "$END"
        start = len(text.rstrip()) if is_end else int(error.token.start_pos or 0)
    else:
        expected = set[str]()
        start = int(getattr(error, "pos_in_stream", 0))
    if rule == "start" and (slip := slip_at(text, start)):
        return slip
    wanted = _wanted(text[:start], expected) or "kleine letters, cijfers, haakjes en vergelijkingen"
    start = _start_of_operator(text, start)
    written = _WRITTEN.match(text, start)
    if not written:
        return Problem(code="TAAL01", message="wat hier staat, is niet af", span=(start, start + 1), expected=wanted)
    word = written.group()
    hint = _WORDS.get(word, "" if word in _KEYWORDS else nearest(word, _KEYWORDS))
    if word.lower() != word and not hint:
        hint = word.lower()
    return Problem(
        code="TAAL01", message=f"{quoted(word)} past hier niet", span=written.span(), expected=wanted, hint=hint
    )


def _wanted(before: str, expected: set[str]) -> str:
    """Say what may follow: not everything that the grammar takes, but what a writer would mean."""
    if "OPERATOR" in expected:
        expected = expected & {"OPERATOR", "IN"}
    elif "EN" in expected:
        expected = expected - {"LPAR"} - ({"RPAR"} if before.count("(") <= before.count(")") else set())
    return any_of(list(dict.fromkeys(_TERMINALS[name] for name in sorted(expected, key=_ORDER.index))))


def _start_of_operator(text: str, position: int) -> int:
    """Go back to the first sign of ``==``, ``=<`` and the like, so that the whole slip is shown."""
    while position and text[position - 1] in "=<>!&|" and position < len(text) and text[position] in "=<>!&|":
        position -= 1
    return position
