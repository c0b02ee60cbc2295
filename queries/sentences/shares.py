"""Figures that say which part of a whole something is: by count or by money, and of what."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from data.errors import Refused
from queries.sentences.around import Around
from queries.sentences.claims import claim, share
from queries.sentences.figures import Figure
from queries.sentences.levels import Reading
from queries.sentences.parting import parted
from queries.sentences.scene import MONEY, PLAIN, Parts, Scene

BY_MONEY, BY_COUNT = {"total", "invest"}, {"project", "major"}
BY_NUMBER = {"started", "resumed", "problem_cleared"}
BASES = BY_MONEY | BY_COUNT | {"planned", "all_of"}


def share_reading(scene: Scene, figure: Figure, said: Around, days: Sequence[dt.date]) -> Reading:
    """The claims about a share; several where it may be by count or by money, or of several wholes."""
    memory, own = scene.memory, scene.own(said)
    if len(days) > 1:
        raise Refused("The sentence names several dates.")
    heads = _subject(scene, said, own)
    if not own:
        memory.must_be_clear()
    if heads - {"sponsored"}:
        return _of_heads(scene, "+".join(sorted(heads - {"sponsored"})), own, said, days[0])
    if said.base_is_batch:
        said.base_filters["batches"] = (scene.batch(said.is_that_batch),)
    if said.base - BASES:
        raise Refused("It doesn't say what the share is of.")
    parts, strict = parted(memory, own, said) if own else ([dict(memory.last_filters)], False)
    if "sponsored" in heads:
        parts = [{**of, "sponsors": of.get("sponsors", scene.words.sponsors)} for of in parts]
    kinds, bases = _kinds(scene, said), _bases(parts[0], said)
    claims = [share(kind, parts[0], base, days[0]) for kind in kinds for base in bases]
    claims += [share(kind, of, base, days[0]) for kind in kinds for of in parts[1:] for base in _bases(of, said)]
    memory.loose |= own
    memory.last, memory.kind, memory.last_filters, memory.said = claims[0], "pct", parts[0], frozenset()
    return claims, strict or len(kinds) * len(bases) > 1


def _subject(scene: Scene, said: Around, own: Parts) -> frozenset[str]:
    """What the share is of, besides projects. Raises Refused for a part of what was counted before."""
    memory = scene.memory
    heads = frozenset(said.heads - BY_MONEY - BY_COUNT)
    if heads & BY_NUMBER and said.heads & BY_MONEY:
        raise Refused("No share of the ledger is said with these words.")
    if heads:
        return heads
    if not own and not said.heads and not said.is_subset:
        return memory.said - MONEY - PLAIN
    before = memory.subject if said.is_subset else memory.heads
    if before - {"sponsored"}:
        raise Refused("The ledger doesn't hold this part of that part.")
    return before


def _of_heads(scene: Scene, by_what: str, own: Parts, said: Around, day: dt.date) -> Reading:
    """A share that a question answers: started of the plan, landed of the signed, done of the year's plan."""
    memory, named = scene.memory, sorted(said.base - BY_COUNT or said.base) or [""]
    known = scene.words.shares.get((by_what, named[0]))
    if known is None or len(named) > 1 or said.parts:
        raise Refused("No share of the ledger is said with these words.")
    filters = {**memory.firm, **own} if own else dict(memory.last_filters)
    base = said.base_filters
    if (said.base_is_whole and filters) or any(filters.get(name) != values for name, values in base.items()):
        raise Refused("The part and its base aren't narrowed alike.")
    memory.last, memory.kind = claim(known, filters, day), "pct"
    return [memory.last], False


def _kinds(scene: Scene, said: Around) -> list[str]:
    """Whether a share is by count or by money: as it says, as its base is, as the figure before; else both."""
    based = ["money"] if said.base & BY_MONEY else ["count"] if said.base & BY_COUNT else []
    stated = {*said.parts, *based}
    if len(stated) > 1:
        raise Refused("It says both by count and by money.")
    if stated:
        return sorted(stated)
    if said.heads & BY_MONEY:
        return ["money"]
    memory = scene.memory
    if memory.kind == "pct" and memory.last and "_by_" in memory.last.measure.question and not said.heads:
        return [memory.last.measure.question.rpartition("_")[2]]
    if "project" in said.heads or memory.kind == "count":
        return ["count"]
    return ["money"] if memory.kind == "wan" else ["count", "money"]


def _bases(of: Parts, said: Around) -> list[Parts]:
    """What the share is of: the base that is named, or what is left without the last part named; else unclear."""
    if said.base_filters:
        return [dict(said.base_filters)]
    if len(of) == 1:
        return [{}]
    if said.base_is_whole:  # 某区亿元以上项目占全市的…: of all, or of all that large
        return [{}, {name: values for name, values in of.items() if name != "counties"}] if "counties" in of else [{}]
    if "sectors" not in of:
        raise Refused("It doesn't say what the share is of.")
    wide: Parts = {name: values for name, values in of.items() if name != "sectors"}
    return [wide, {}] if said.base else [wide]
