"""What must happen to reach a target: the projects of the smallest set, what each needs, and what stands in its way."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from decimal import Decimal
from typing import Any

from data.city import rows
from queries.catalog import catalog
from queries.reach import HIGHEST, MONEY, QUESTION, RANK, Answer, Step, Target, ranked_in, read_target
from queries.reach_asked import given_for, reached_by
from queries.reach_words import rule, sentence, to_do
from report.assemble import START_RATES, Source, cell_of, cell_text, column_label
from report.columns import Column, first_of, table_of
from report.filters import Filters
from report.model import Cell, Table
from report.passport import Passport, passport_of
from words import Words, rounded

OBSTACLES = "reach_obstacles"
SHOWN, NAMED = 12, 3
Obstacles = dict[str, list[Any]]


def target_of(filters: Filters, source: Source) -> Target:
    """The target that is asked for, else the usual one: the start rate by its chosen definition."""
    kind = START_RATES[filters.start_by]
    return read_target(filters.reach or f"{kind}:{usual_share(kind)}", ranked_in(source.city))


def usual_share(kind: str) -> Decimal:
    """What a measure is to reach where nothing else is chosen, in percent."""
    usual = next(row["value"] for row in rows("thresholds.csv") if row["name"] == "reach_start_pct")
    return Decimal(HIGHEST) if kind == MONEY else Decimal(usual)


def reach_table(filters: Filters, source: Source, words: Words) -> Table:
    """The projects of the smallest set; the title says what they do together, the note by which rule they are found."""
    target = target_of(filters, source)
    answer = reached_by(source.engine, target, filters.as_of, filters.parameters())
    shown = filters.first(answer.steps, SHOWN)
    obstacles = _obstacles(shown, filters, source)
    note = (
        rule(answer, words),
        words("In the way: approvals due and not granted, open problems, overdue milestones.") if shown else "",
        first_of(len(shown), len(answer.steps), words),
        words("County: doesn't apply here. A place is one among all counties.")
        if target.kind == RANK and filters.counties else "",
    )  # fmt: skip
    table = table_of(QUESTION, shown, _columns(answer, obstacles, source, words), words, " ".join(filter(None, note)))
    return replace(table, title=sentence(answer, words))


def reach_passport(table: Table, filters: Filters, source: Source, words: Words) -> Passport:
    """The projects that the set was chosen from: for a place, those of its county."""
    given = given_for(target_of(filters, source), filters.parameters())
    return passport_of(table.name, QUESTION, {"as_of": filters.as_of, **given}, source, words, title=table.title)


def _obstacles(shown: Any, filters: Filters, source: Source) -> Obstacles:
    found: Obstacles = defaultdict(list)
    named = [step.row.project_id for step in shown]
    for row in source.engine.ask(OBSTACLES, as_of=filters.as_of, projects=named) if named else ():
        found[row.project_id].append(row)
    return found


def _columns(answer: Answer, obstacles: Obstacles, source: Source, words: Words) -> list[Column]:
    def of_row(name: str) -> Column:
        return Column(column_label(name, words), lambda step: cell_of(name, step.row, source.city, words))

    target, decimals = answer.target, _decimals(answer)
    then = (
        words("Rank then")
        if target.kind == RANK
        else words("{measure}, then (%)", measure=words(catalog()[target.kind].title))
    )
    return [
        of_row("light"),
        of_row("name"),
        of_row("county_code"),
        Column(words("What must happen"), lambda step: Cell(to_do(step.row, target, words), tone="long")),
        Column(then, lambda step: _then(step, target, decimals, words), True),
        Column(words("In the way"), lambda step: _in_the_way(step, obstacles, source, words)),
        of_row("lead_unit"),
        of_row("sponsor"),
    ]


def _decimals(answer: Answer) -> int:
    """More where one decimal would make a set that falls short look as if it were there."""
    short = [answer.now, *(step.then for step in answer.steps[:-1])]
    return 3 if any(share is not None and rounded(share, 1) >= answer.target.to for share in short) else 1


def _then(step: Step, target: Target, decimals: int, words: Words) -> Cell:
    """The measure, or the place, once all so far are there."""
    if target.kind == RANK:
        return Cell(words.number(step.place), value=step.place)
    return Cell(words.number(step.then, decimals), value=step.then)


def _in_the_way(step: Step, obstacles: Obstacles, source: Source, words: Words) -> Cell:
    """The first obstacles with their days, how many more, the reason that was reported, and a report that disagrees."""
    row, found = step.row, obstacles.get(step.row.project_id, [])
    parts = [_obstacle(one, source, words) for one in found[:NAMED]]
    if len(found) > NAMED:
        parts.append(words("{more} more", more=words.number(len(found) - NAMED)))
    if row.delay_reason:
        parts.append(words.labelled(words("reason"), cell_text("delay_reason", row.delay_reason, source.city, words)))
    if row.is_watermelon:
        parts.append(words("its report and the evidence disagree"))
    return Cell(words("; ").join(parts), tone="long")


def _obstacle(row: Any, source: Source, words: Words) -> str:
    problem = row.named or cell_text("problem_kind", row.what, source.city, words)
    what = {
        "approval": words.labelled(words("approval"), cell_text("element", row.what, source.city, words)),
        "problem": words.labelled(words("problem"), problem),
        "milestone": words.labelled(words("milestone"), row.named),
    }[row.obstacle]
    late = words("{days} days overdue", days=words.number(row.overdue_days)) if row.overdue_days else ""
    return what + (words.wrapped(words.joined([part for part in (late, row.reason or row.owner_unit) if part]))
                   if late or row.reason or row.owner_unit else "")  # fmt: skip
