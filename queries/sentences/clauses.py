"""A passage's tokens as clauses: what stands between two marks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from queries.sentences.sizes import PLACES, Size
from queries.sentences.tokens import Token

UNKNOWN = (
    "unknown",
    "respectively",
    "each",
    "correction",
    "choice",
)  # what is left of a list that couldn't be spread isn't understood
QUESTIONS = ("吗", "么", "呢", "是否属实", "对不对", "是不是")


class Clause(NamedTuple):
    """What stands before a `mark`; `opens` and `closes` say whether brackets begin or end there."""

    tokens: tuple[Token, ...]
    ends_sentence: bool = False
    opens: bool = False
    closes: bool = False
    mark: str = ""

    @property
    def asks(self) -> bool:
        """Whether it is a question, which claims nothing."""
        return self.mark in ("?", "？") or self.text.endswith(QUESTIONS)

    @property
    def has_figure(self) -> bool:
        """Whether a figure stands in it."""
        return any(token.role == "figure" for token in self.tokens)

    @property
    def roles(self) -> frozenset[str]:
        """What its words are."""
        return frozenset(token.role for token in self.tokens)

    @property
    def unknown(self) -> str:
        """The words that aren't understood, those that stand together as one."""
        words, end = [], -1
        not_known = (*UNKNOWN, "talk") if self.has_figure else UNKNOWN  # talk isn't about a figure
        for token in self.tokens:
            if token.role in not_known:
                words.append(("" if token.start == end else " ") + token.text)
                end = token.end
        return "".join(words).strip().replace(" ", "、")

    @property
    def text(self) -> str:
        """All its words."""
        return "".join(token.text for token in self.tokens)


def clauses(tokens: Sequence[Token]) -> Iterator[Clause]:
    """The clauses in order. A 、 parts clauses only between two figures; elsewhere it joins words."""
    held: list[Token] = []
    opens = False
    for place, token in enumerate(tokens):
        if token.role == "comma" and token.value == "、" and not _between_figures(held, tokens[place + 1 :]):
            held.append(token._replace(role="join"))
        elif token.role in ("comma", "stop", "(", ")"):
            yield Clause(
                _sized(held),
                token.role == "stop",
                opens,
                token.role == ")",
                token.value if token.role == "comma" else token.text,
            )
            held, opens = [], token.role == "("
        else:
            held.append(token)
    yield Clause(_sized(held), True, opens)


def _sized(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The tokens of a clause; 249个项目投资超亿元 has one figure, and 超亿元 is the size of what it counts."""
    counts = any(token.role == "figure" and token.value.kind == "count" for token in tokens)
    sized: list[Token] = []
    for token in tokens:
        if (
            token.role == "figure"
            and token.value.kind == "wan"
            and not set(token.text) - PLACES
            and counts
            and not _is_near(sized)
        ):
            while sized and (sized[-1].role == "bound" or sized[-1].value in ("invest", "total")):
                sized.pop()
            low = Decimal(token.value.printed) * token.value.scale
            sized.append(token._replace(role="size", value=Size("above", low)))
        else:
            sized.append(token)
    return tuple(sized)


def _is_near(before: Sequence[Token]) -> bool:
    """近亿元, 约亿元: no band of sizes."""
    return bool(before) and before[-1].role == "bound" and not before[-1].value.startswith(">")


def _between_figures(before: Sequence[Token], after: Sequence[Token]) -> bool:
    for token in after:
        if token.role == "figure":
            return any(one.role == "figure" for one in before)
        if token.role in ("stop", "comma") and token.value != "、":
            break
    return False
