"""The bound that stands at a figure: 超过, 不足, 以上, 近, 约."""

from __future__ import annotations

from data.errors import Refused
from queries.sentences.phrases import Phrase

# Words that say nothing of their own: they may stand between others.
QUIET = ("filler", "join", "with", "level", "quote", "from")


def relation_of(phrase: Phrase) -> str:
    """The bound that stands at the figure, of words before and after it; else what the figure itself says."""
    before = [token for token in phrase.before if token.role == "bound"]
    after = [token for token in phrase.after if token.role == "after"]
    said = {token.value for token in (*before, *after)}
    strayed = [token for token in phrase.before if token.role == "after"]
    strayed += [token for token in phrase.after if token.role == "bound"]
    if strayed:
        raise Refused("“{bound}” doesn't stand at the figure.", bound=strayed[0].text)
    if before and before[-1].value != "about":
        behind = phrase.before[phrase.before.index(before[-1]) + 1 :]
        if any(token.role not in (*QUIET, "more", "less") for token in behind):
            raise Refused("“{bound}” doesn't stand at the figure.", bound=before[-1].text)
    if after and phrase.after[0].role != "after":
        raise Refused("“{bound}” doesn't stand at the figure.", bound=after[0].text)
    own = phrase.figure.value.relation
    said |= {own} if own != "=" else set()
    if said == {">", ">="} or said == {"<=", "<"}:
        said -= {">=", "<="}
    if len(said) > 1:
        said -= {"about"} if len(said) == 2 else set()
    if len(said) > 1:
        raise Refused("It names two that don't go together.")
    return said.pop() if said else "="
