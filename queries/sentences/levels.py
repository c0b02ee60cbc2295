"""Figures that say how many, how much, or which rate."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from data.errors import Refused
from queries.sentences.around import Around, of_words
from queries.sentences.claims import DEALS, Claim, claim, fits, measured
from queries.sentences.clauses import Clause
from queries.sentences.figures import Figure
from queries.sentences.memory import QUALIFIERS, Memory
from queries.sentences.parting import parted
from queries.sentences.scene import MONEY, PLACES, PLAIN, Parts, Scene

RATES = {"started": "start_rate", "resumed": "resumption_rate"}
DUE = frozenset({"planned", "by", "started"})
OF_PROJECTS = {"started", "start_rate", "new", "resumed", "resumption_rate", "finished", "not_started", "completion"}
LEFT_OVER = ("还", "尚", "仍", "剩", "现", "存")
RATES_OF = {"landing_rate": "signed", "landing_rate_count": "signed", "landing_rate_money": "signed",
            "resumption_rate": "continued", "clearing_rate": "problem", "clearing_on_time": "problem",
            "landed_money": "signed", "start_rate_due": "due", "start_rate": "due"}  # fmt: skip
BY_WHAT = {"by_count", "by_money"}
STATED = frozenset({"done", "funds", "year_plan"})
# What may be a part of what: the words of the figure before, and those that 其中 may part it by.
PARTS = {
    "started": {"new", "resumed", "started", "continued", "month_new"},
    "signed": {"landed", "signed"},
    "meeting": {"meeting", "meeting_cloud", "meeting_site", "meeting_special"},
    "problem": {"problem_open", "problem_overdue", "problem", "problem_cleared"},
}
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
    """A figure without words of its own says the one before once more: 比去年增加…，达到…"""
    if memory.last is None or memory.kind != figure.kind or said.is_subset or len(days) > 1:
        raise Refused("It doesn't say what is counted.")
    memory.must_be_clear()
    return replace(memory.last, day=days[0], before=None, growth=False, sign=1)


def heads_of(figure: Figure, said: Around, own: Parts, memory: Memory) -> tuple[list[frozenset[str]], bool]:
    """What is counted or summed: the words themselves, those of the figure before, or both readings."""
    before = memory.subject if said.is_subset else memory.heads
    parts = {f"by_{part}" for part in said.parts} if figure.kind == "pct" else set()
    heads = _of_problems(_as_due(frozenset(said.heads | parts)), memory.said | before)
    narrowing = before - {"sponsored"} - ({"started"} if heads & {"done"} else set())
    if figure.kind == "wan" and narrowing and heads & STATED:
        raise Refused("It isn't clear whether what was said before narrows it.")
    if figure.kind == "wan" and heads & MONEY and not heads - MONEY - PLAIN:
        return [heads | before], False
    if heads and heads <= BY_WHAT and (rate := memory.said or memory.heads):
        return [(rate - BY_WHAT) | heads], False  # 落地率按个数…，按投资…
    if (qualified := before & QUALIFIERS) and heads & {"started", "start_rate"} and not heads & QUALIFIERS:
        return [heads | qualified, heads], False
    if "new" in memory.said and heads <= {"start_rate", "started"} and heads and not said.is_whole:
        if "start_rate" in heads or said.is_subset:
            raise Refused("The ledger doesn't hold this part of that part.")
        return [frozenset({"new", "started"}), heads], False  # 计划新开工272个，已开工195个
    if memory.said & DEALS and heads & OF_PROJECTS:
        raise Refused("It isn't clear whether what was said before narrows it.")
    if "planned" in memory.heads and heads - PLAIN and figure.kind == "count" and not heads & {"planned", "due"}:
        raise Refused("It is a target or a plan, and not what the ledger holds.")
    if said.is_subset and before - PLAIN - {"sponsored"} and figure.kind != "count" and not _is_rate_of(heads, before):
        raise Refused("The ledger doesn't hold this part of that part.")
    if heads - {"project"}:
        if said.is_subset and before and figure.kind == "count" and not _is_part(heads, before):
            raise Refused("The ledger doesn't hold this part of that part.")
        return [heads], False
    if figure.kind == memory.kind != "count" and memory.said and (said.is_subset or (own and not heads)):
        return [memory.said], False  # a county each of several in a row
    return _of_the_topic(figure, heads, before, said, memory)


def _of_the_topic(
    figure: Figure, heads: frozenset[str], before: frozenset[str], said: Around, memory: Memory
) -> tuple[list[frozenset[str]], bool]:
    """What is counted where the words name nothing but projects, or not even them."""
    if figure.kind == "pct" and not heads and any("rate" in head for head in before):
        return [before], False
    if figure.kind == "pct" or (not heads and not before and not memory.last and not said.is_subset):
        raise Refused("It doesn't say what is counted.")
    if not heads:
        return [before or frozenset({"project"})], False
    if not before:
        return [heads], False
    return ([before, heads], False) if said.is_subset else ([heads, before], True)


def _of_problems(heads: frozenset[str], before: frozenset[str]) -> frozenset[str]:
    """已销号 after a figure of problems is of problems."""
    speaks_on = heads and all(head.startswith("problem_") for head in heads) and "problem" in before
    return heads | {"problem"} if speaks_on else heads


def _as_due(heads: frozenset[str]) -> frozenset[str]:
    """计划在9月底前开工 is what was due by then."""
    return heads - DUE | {"due"} if heads >= DUE else heads


def _is_rate_of(heads: frozenset[str], before: frozenset[str]) -> bool:
    """签约项目中，落地率…: the rate is of what was named."""
    return any(RATES_OF.get(head, "") in before for head in heads) or not heads - MONEY - PLAIN


def _is_part(heads: frozenset[str], before: frozenset[str]) -> bool:
    if before <= PLAIN | {"sponsored"}:
        return True
    if before == {"problem", "problem_open"}:
        return heads - {"problem", "project"} == {"problem_overdue"}
    main = next((name for name in PARTS if name in before), "")
    return before <= {main, "problem_raised"} and heads - {"project"} <= PARTS.get(main, set())
