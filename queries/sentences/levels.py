"""Figures that say how many, how much, or which rate."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from data.errors import Refused
from queries.sentences.around import Around, of_words
from queries.sentences.claims import Claim, claim, fits, measured
from queries.sentences.clauses import Clause
from queries.sentences.figures import Figure
from queries.sentences.heads import heads_of
from queries.sentences.memory import Memory
from queries.sentences.parting import parted
from queries.sentences.scene import MONEY, PLACES, PLAIN, Parts, Scene

RATES = {"started": "start_rate", "resumed": "resumption_rate"}
LEFT_OVER = ("还", "尚", "仍", "剩", "现", "存")
Reading = tuple[list[Claim], bool]


def level(scene: Scene, figure: Figure, said: Around, clause: Clause, days: Sequence[dt.date]) -> Reading:
    """The claims that a figure may make, most likely first, and whether all of them must agree."""
    memory, own = scene.memory, scene.own(said)
    if said.has_base or (said.is_share and figure.kind != "pct"):
        raise Refused("It doesn't say what the share is of.")
    if PLACES & said.heads and figure.kind == "count":
        own = _of_the_clause(scene, clause, own, said)
    is_bare = not own and not said.heads and not said.parts and not said.is_share
    if is_bare and figure.kind not in ("trips", "days") and not memory.awaits and (memory.last or not memory.heads):
        return [_same_again(figure, said, memory, days)], False
    options, strict = parted(memory, own, said)
    if not own and memory.last and said.heads <= MONEY | {"project"} and figure.kind == "wan":
        # 总投资 of what was counted before; where that was of two parts, so is this
        options, strict = [dict(memory.last_filters), dict(memory.firm)], memory.is_unclear
    readings, doubtful = heads_of(figure, said, own, memory)
    if readings[0] - {"project"} == {"new"} and "continued" in scene.beside:  # 新开工 beside 续建 is the plan's part
        readings = [frozenset({"new", "beside_continued"})]
    if readings[0] - {"project"} == {"problem"} and _is_of_cleared(scene, clause):
        readings = [frozenset({"problem", "beside_cleared"})]
    if said.is_superlative and not options[0]:
        raise Refused("It doesn't say whose number that is.")
    claims = _all(scene, figure, said, [(h, f, d) for h in readings for f in options for d in days],
                  strict or doubtful)  # fmt: skip
    memory.is_unclear = strict and len(options) > 1
    scene.remember(claims[0], options[0], readings[0], own, figure, said.is_subset)
    also = [claims[0].asking(claims[0].measure.also)] if claims[0].measure.also else []
    return [*claims, *also], strict or doubtful or len(days) > 1


def _all(scene: Scene, figure: Figure, said: Around, readings: Sequence[tuple[frozenset[str], Parts, dt.date]],
         strict: bool) -> list[Claim]:  # fmt: skip
    """The claims of all readings. The first must be one that the ledger can answer, all of them where strict."""
    claims: list[Claim] = []
    for heads, filters, day in readings:
        try:
            claims.append(_one(scene, figure, said, heads, filters, day))
        except Refused:
            if strict or not claims:
                raise
    return claims


def _one(scene: Scene, figure: Figure, said: Around, heads: frozenset[str], filters: Parts, day: dt.date) -> Claim:
    measure, narrowed = measured(figure.kind, heads, filters, scene.words)
    if not fits(measure, figure.unit):
        raise Refused("Such things aren't counted in “{unit}”.", unit=figure.unit)
    whole = next((rate for head, rate in RATES.items() if head in heads), "") if said.is_all else ""
    if said.is_all and not whole:
        raise Refused("No measure of the ledger is said with these words and this unit.")
    return claim(measure, narrowed, day, whole)


def _of_the_clause(scene: Scene, clause: Clause, own: Parts, said: Around) -> Parts:
    """A number of counties or sectors is narrowed by the whole clause, and not by the names that it sums up."""
    whole = of_words([token for token in clause.tokens if token.role != "figure"])
    if whole.heads - PLACES - PLAIN - {"major", "invest", "total"}:
        raise Refused("No measure of the ledger is said with these words and this unit.")
    scene.memory.quarter = whole.quarter or scene.memory.quarter
    filters = scene.own(whole) | own
    return {name: values for name, values in filters.items() if name not in said.heads}


def _is_of_cleared(scene: Scene, clause: Clause) -> bool:
    """43个问题已销号38个: all that were raised; 仍有5个问题 are those left."""
    speaks = any("problem_cleared" in head or head == "clearing_rate" for head in scene.beside)
    return speaks and not any(word in clause.text for word in LEFT_OVER)


def _same_again(figure: Figure, said: Around, memory: Memory, days: Sequence[dt.date]) -> Claim:
    """A figure without words of its own says the one before once more: 比去年增加…，达到…

    Where another part was named since, it says the same of that: 最高的是…，为…；最低的是…，为…
    """
    if memory.last is None or memory.kind != figure.kind or said.is_subset or len(days) > 1:
        raise Refused("It doesn't say what is counted.")
    memory.must_be_clear()
    held = dict(memory.last.filters)
    if any(name not in held for name in memory.renamed):
        raise Refused("It isn't clear whether what was said before narrows it.")
    filters = tuple(sorted({**held, **memory.renamed}.items()))
    return replace(memory.last, filters=filters, day=days[0], before=None, growth=False, sign=1)
