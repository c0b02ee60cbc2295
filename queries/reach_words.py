"""What must happen to reach a target, in words: the sentence of the answer, its rule, and its rows for a program."""

from __future__ import annotations

from typing import Any

import pyarrow as pa

from data.city import city
from queries.catalog import catalog
from queries.reach import MONEY, RANK, Answer, Target, remaining
from words import Words, rounded


def sentence(answer: Answer, words: Words) -> str:
    """What gets the measure there, that it is there, or how far it gets; without a full stop."""
    return _of_rank(answer, words) if answer.target.kind == RANK else _of_share(answer, words)


def _of_share(answer: Answer, words: Words) -> str:
    target = answer.target
    measure, to = words(catalog()[target.kind].title), percent_of(target, words)
    if answer.now is None or answer.then is None:
        return words("{measure}: this selection has no base to reckon it from", measure=measure)
    decimals = _decimals(answer)
    now, then = words.percent(answer.now, decimals), words.percent(answer.then, decimals)
    if answer.state == "reached":
        return words("{measure} {now}: the target of {to} is reached", measure=measure, now=now, to=to)
    if answer.state == "unreachable":
        return _out_of_reach(answer.movers, measure=measure, to=to, now=now, then=then, words=words)
    given = {"count": words.number(len(answer.steps)), "now": now, "then": then}
    if target.kind == MONEY:
        return words("With the year plans of {count} done ({money}), the year plan done rises from {now} to {then}",
                     **given, money=words.money(answer.adds))  # fmt: skip
    return {
        "start_rate": words("With {count} more started, the start rate rises from {now} to {then}", **given),
        "start_rate_of_due": words(
            "With {count} more of those due started, their start rate rises from {now} to {then}", **given
        ),
        "start_rate_in_substance": words(
            "With {count} more started in substance, the start rate in substance rises from {now} to {then}", **given
        ),
    }[target.kind]


def _out_of_reach(movers: int, measure: str, to: str, now: str, then: str, words: Words) -> str:
    if not movers:
        return words(
            "{measure} {now}: {to} can't be reached, nothing can still move it", measure=measure, now=now, to=to
        )
    return words(
        "{measure}: {to} can't be reached; with all that can still move it ({count}) it rises from {now} to {then}",
        measure=measure, to=to, count=words.number(movers), now=now, then=then,
    )  # fmt: skip


def _decimals(answer: Answer) -> int:
    """More where one decimal would make the measure look as if it were there already."""
    is_short = answer.state in ("reachable", "unreachable")
    looks_there = any(
        share is not None and rounded(share, 1) >= answer.target.to
        for share in (answer.now, answer.then if answer.state == "unreachable" else None)
    )
    return 3 if is_short and looks_there else 1


def _of_rank(answer: Answer, words: Words) -> str:
    county, (before, after) = city().label("county", answer.target.county, words.language), answer.places
    given = {"county": county, "to": answer.target.to, "before": before, "after": after}
    if answer.state == "none":
        return words("{county} has no projects in this selection, and no place", county=county)
    if answer.state == "reached":
        return words("{county} has place {before}: place {to} is reached", **given)
    if answer.state == "unreachable":
        return words("{county} can't reach place {to}: with all put in order ({count}) it has place {after}, "
                     "now {before}", **given, count=words.number(answer.movers))  # fmt: skip
    return words("With {count} put in order, {county} rises from place {before} to place {after}",
                 **given, count=words.number(len(answer.steps)))  # fmt: skip


def percent_of(target: Target, words: Words) -> str:
    """The share that a target asks for, with as many decimals as it was given."""
    exponent = target.to.normalize().as_tuple().exponent
    return words.percent(target.to, max(0, -int(exponent)))


def rule(answer: Answer, words: Words) -> str:
    """Which projects count, why this is the smallest set, and which of several is shown."""
    count, movers = words.number(len(answer.steps)), words.number(answer.movers)
    if answer.target.kind == RANK:
        return " ".join(filter(None, (_rule_of_rank(words), _bounds(answer, words))))
    if answer.target.kind == MONEY:
        return words("A project brings what is left of its own year plan, so the fewest that close the gap are the "
                     "largest remainders; {movers} have some left.", movers=movers)  # fmt: skip
    counted = words("Every project that can still start moves the rate by one.")
    if answer.state != "reachable":
        return counted
    return " ".join((counted, words(
        "Any {count} of the {movers} would do; shown are those with the fewest obstacles, then the earliest planned "
        "start, then the project ID.", count=count, movers=movers,
    )))  # fmt: skip


def _rule_of_rank(words: Words) -> str:
    return words("Put in order: started, year plan done, entered in the statistics, problems cleared; the other "
                 "counties stay as they are, and all are scaled anew. Of several smallest sets, that with the best "
                 "place, then the highest score.")  # fmt: skip


def _bounds(answer: Answer, words: Words) -> str:
    if answer.state != "reachable" or answer.at_least == len(answer.steps):
        return ""
    return words("Too many projects to try every set: the smallest has {least} to {count}.",
                 least=words.number(answer.at_least), count=words.number(len(answer.steps)))  # fmt: skip


def to_do(row: Any, target: Target, words: Words) -> str:
    """What must happen to one project for the target."""
    start = "" if row.is_started else words("resume work") if row.year_status == "continued" else words("start")
    left = words("do {money} of the year plan", money=words.money(remaining(row))) if remaining(row) else ""
    enter = "" if row.is_started and row.is_entered else words("enter in the statistics")
    still_open = row.raised - row.cleared
    clear = words("clear its open problems ({count})", count=words.number(still_open)) if still_open else ""
    parts = {
        MONEY: (start, left), RANK: (start, left, enter, clear),
        "start_rate_in_substance": (start, words("spend money or enter in the statistics")),
    }.get(target.kind, (start,))  # fmt: skip
    return words("; ").join(filter(None, parts))


def as_table(answer: Answer) -> pa.Table:
    """The set as rows: what each project brings (projects, or 万元) and the measure once all so far are there."""
    is_rank = answer.target.kind == RANK
    rows = [
        {
            "project_id": step.row.project_id, "name": step.row.name, "county_code": step.row.county_code,
            "adds": step.adds, "then": step.then, "place": step.place if is_rank else None,
            "obstacles": step.row.obstacles, "lead_unit": step.row.lead_unit, "sponsor": step.row.sponsor,
        }
        for step in answer.steps
    ]  # fmt: skip
    return pa.Table.from_pylist(rows, schema=_SCHEMA)


_SCHEMA = pa.schema({
    "project_id": pa.string(), "name": pa.string(), "county_code": pa.string(), "adds": pa.decimal128(20, 2),
    "then": pa.float64(), "place": pa.int64(), "obstacles": pa.int64(), "lead_unit": pa.string(),
    "sponsor": pa.string(),
})  # fmt: skip
