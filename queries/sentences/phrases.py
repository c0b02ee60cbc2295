"""A clause as phrases: each figure with the words that belong to it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from queries.sentences.clauses import Clause
from queries.sentences.tokens import Token

SHARES = ("pct", "other", "none")  # what may be taken of a figure: 423个的一半, 423个的两倍
OF = ("的", "之", "中", "里", "内", "当中", "其中")
NOUNS = {"project", "major", "company", "counties", "sectors", "problem"}


class Phrase(NamedTuple):
    """A figure with the words before it and those after it that are its own."""

    before: tuple[Token, ...]
    figure: Token
    after: tuple[Token, ...]
    is_taken_of: bool = False

    @property
    def words(self) -> tuple[Token, ...]:
        """The words around the figure, in order."""
        return (*self.before, *self.after)


def phrases(clause: Clause) -> list[Phrase]:
    """The figures of a clause with their words: what follows the last one is its own, of the others the noun.

    A figure that a share or a multiple is taken of (423个的一半) is marked: it isn't what is claimed.
    """
    places = [place for place, token in enumerate(clause.tokens) if token.role == "figure"]
    found, begin = [], 0
    for place, following in zip(places, [*places[1:], None], strict=True):
        end = len(clause.tokens) if following is None else _own_end(clause.tokens, place + 1, following)
        taken = following is not None and _is_taken_of(clause.tokens[place + 1 : following + 1])
        found.append(Phrase(clause.tokens[begin:place], clause.tokens[place], clause.tokens[place + 1 : end], taken))
        begin = end
    return found


def _own_end(tokens: Sequence[Token], begin: int, limit: int) -> int:
    """Where the words after a figure end that are its own: behind 以上 and behind the noun that it counts."""
    end = begin
    for place in range(begin, limit):
        token = tokens[place]
        if token.role == "after" and place == end:
            end = place + 1
        elif token.role == "head" and (token.value in NOUNS or token.text.endswith("项目")):
            return place + 1
        elif token.role not in ("filler", "filter", "size") and token.value != "planned":
            break
    return end


def _is_taken_of(tokens: Sequence[Token]) -> bool:
    """Whether the figure at the end is a part or a multiple of the one before: nothing else stands between them."""
    between, figure = tokens[:-1], tokens[-1]
    if between and between[0].text == "的":  # 总投资100亿元的49个项目: said of those alone
        return True
    if figure.value.kind not in SHARES or not (not between or any(token.text in OF for token in between)):
        return False
    return all(token.role in ("filler", "bound", "level", "subset") or token.value in NOUNS for token in between)
