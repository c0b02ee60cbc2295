"""Lists that are said in one go: A、B分别为1个、2个 and A、B各3个 become one clause for each of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from queries.sentences.phrases import NOUNS
from queries.sentences.tokens import Token

BREAKS = ("stop", "(", ")")
MARKS = (*BREAKS, "comma")
EACH = ("各", "均", "都", "皆")
JOINTS = ("join", "with")
QUIET = ("filler", "join", "with", "level", "bound", "after", "comma", "head")
Tokens = list[Token]


def spread(tokens: Sequence[Token]) -> Tokens:
    """The tokens, with a clause of its own for each member of a list that figures are given to."""
    found: Tokens = []
    before: list[Tokens] = []
    for stretch in _stretches(tokens):
        clauses = _one_each(stretch) or _respectively(stretch, before) or [stretch]
        for place, clause in enumerate(clauses):
            if place:
                found.append(Token("comma", ",", clause[0].start, clause[0].start, ""))
            found += clause
        before = [] if stretch and stretch[-1].role in BREAKS else [*before, stretch]
    return found


def _stretches(tokens: Sequence[Token]) -> Iterator[Tokens]:
    """The tokens between marks, each with the mark that ends it; a 、 ends none."""
    held: Tokens = []
    for token in tokens:
        held.append(token)
        if token.role in BREAKS or (token.role == "comma" and token.value != "、"):
            yield held
            held = []
    if held:
        yield held


def _respectively(stretch: Tokens, before: Sequence[Tokens]) -> list[Tokens]:
    """A clause for each figure after 分别, with its own member of the list."""
    place = next((place for place, token in enumerate(stretch) if token.role == "respectively"), -1)
    figures = [place for place, token in enumerate(stretch) if token.role == "figure"]
    if place < 0 or len(figures) < 2 or figures[0] < place:
        return []
    head, begin, end = stretch[:place], 0, 0
    runs = [run for run in _runs(head) if run[1] - run[0] > 1]
    members = _members(head, runs[0]) if len(runs) == 1 else [] if runs else _said_before(before, len(figures))
    if len(members) != len(figures) or not _are_quiet(stretch[place + 1 : figures[-1]]):
        return []
    if runs:
        begin, end = runs[0]
    gaps = _gaps(stretch, [place, *figures, len(stretch)])
    found = []
    for member, figure, (_, before_it), (after_it, _) in zip(members, figures, gaps, gaps[1:], strict=False):
        found.append([*head[:begin], member, *head[end:], *(before_it or gaps[0][1]), stretch[figure], *after_it])
    found[-1] += gaps[-1][1]
    return found


def _gaps(stretch: Tokens, places: Sequence[int]) -> list[tuple[Tokens, Tokens]]:
    """The words between figures: those that belong to the one before (以上, 项目), those that do to the next."""
    found = []
    for place, following in pairwise(places):
        words = [token for token in stretch[place + 1 : following] if not _joins(token)]
        own = 0
        while place != places[0] and own < len(words) and (words[own].role == "after" or words[own].value in NOUNS):
            own += 1
        found.append((words[:own], words[own:]))
    return found


def _one_each(stretch: Tokens) -> list[Tokens]:
    """The clause once for each member of its list, where all of them are said to have the same figure."""
    figures = [place for place, token in enumerate(stretch) if token.role == "figure"]
    each = [place for place, token in enumerate(stretch) if token.text[:1] in EACH and token.role in ("filler", "each")]
    if len(figures) != 1 or not each or each[0] > figures[0]:
        return []
    runs = [run for run in _runs(stretch[: each[0]]) if run[1] - run[0] > 1]
    if len(runs) != 1:
        return []
    begin, end = runs[0]
    marks = [token for token in stretch[-1:] if token.role in MARKS]
    rest = [token for token in stretch[end : len(stretch) - len(marks)] if token.role != "each"]
    found = [[*stretch[:begin], member, *rest] for member in _members(stretch, runs[0])]
    found[-1] += marks
    return found


def _runs(tokens: Sequence[Token]) -> list[tuple[int, int]]:
    """Where members of one kind stand joined: the first, and the place behind the last."""
    found: list[tuple[int, int]] = []
    for place, token in enumerate(tokens):
        if token.role not in ("filter", "head"):
            continue
        begin, end = found[-1] if found else (0, -1)
        if found and end == place - 1 and _joins(tokens[end]) and _kind(tokens[begin]) == _kind(token):
            found[-1] = (begin, place + 1)
        else:
            found.append((place, place + 1))
    return found


def _members(tokens: Sequence[Token], run: tuple[int, int]) -> Tokens:
    return [token for token in tokens[run[0] : run[1]] if token.role in ("filter", "head")]


def _said_before(before: Sequence[Tokens], wanted: int) -> Tokens:
    """The members that the clauses before gave a figure each."""
    parts = [part for stretch in before for part in _parts(stretch)]
    members = [[token for token in part if token.role == "filter"] for part in parts[-wanted:]]
    kinds = {_kind(token) for some in members for token in some}
    return [some[0] for some in members] if len(kinds) == 1 and all(len(some) == 1 for some in members) else []


def _parts(stretch: Tokens) -> list[Tokens]:
    """A stretch cut behind each of its figures."""
    found: list[Tokens] = [[]]
    for token in stretch:
        found[-1].append(token)
        if token.role == "figure":
            found.append([])
    return [part for part in found if part and part[-1].role == "figure"]


def _kind(token: Token) -> str:
    return str(token.value).partition("=")[0] if token.role == "filter" else token.role


def _joins(token: Token) -> bool:
    return token.role in JOINTS or (token.role == "comma" and token.value == "、")


def _are_quiet(tokens: Sequence[Token]) -> bool:
    return all(token.role in QUIET or token.role == "figure" for token in tokens)
