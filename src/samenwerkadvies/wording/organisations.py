"""What several organisations of one party say, in words: by name, so that none of them is lost in what counts."""

from __future__ import annotations

from collections.abc import Sequence

from samenwerkadvies.bilingual import joined
from samenwerkadvies.partnership import Partnership
from samenwerkadvies.vocabulary import Slot
from samenwerkadvies.wording.sentences import Sentences
from samenwerkadvies.wording.words import words_in


def said_by_organisations(slot: Slot, hidden: Sequence[str], partnership: Partnership, sentences: Sentences) -> str:
    """Return a clause with what each organisation answers; of those hidden only that it answered."""
    phrases, fact = words_in(sentences.language).phrases, slot[0]
    given, silent = partnership.organisations.said.get(slot, {}), partnership.organisations.silent(slot)
    shown = [(name, answer) for name, answer in given.items() if name not in hidden]
    about = sentences.to("about", fact)
    return "; ".join(
        (
            *([sentences.perceptions(fact, shown, partnership)] if shown else []),
            *(phrases["party known"].format(name, about) for name in hidden),
            *([phrases["no answer of"].format(joined(silent, phrases["and"]))] if silent else []),
        )
    )
