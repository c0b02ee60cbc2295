"""The campaign boards: what each campaign is to reach, where it stands, and how far that is."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from data.units import unit_label
from queries.catalog import catalog
from report.assemble import Source, not_applying, question_parameters
from report.campaign_words import (
    actual_hint,
    actual_of,
    actual_said,
    change_said,
    distance_said,
    state_cell,
    target_of,
    target_said,
)
from report.filters import Filters
from report.model import Cell, Link, Table
from words import Words

BOARDS, PHASES = "campaign_boards", "campaign_phases"
PHASE_WORDS = {"running": "now", "ahead": "later", "past": "over", "overdue": "overdue", "undated": "no due date"}
PHASE_LIGHTS = {"running": "◆", "ahead": "○", "past": "●", "overdue": "▲", "undated": "○"}


def campaign_tables(filters: Filters, source: Source, words: Words) -> tuple[Table, ...]:
    """A board for each campaign that has an indicator or a phase, in the order of the code list."""
    rows = source.engine.ask(BOARDS, **question_parameters(catalog()[BOARDS], filters))
    phases = source.engine.ask(PHASES, **question_parameters(catalog()[PHASES], filters))
    known = [*source.city.codes("campaign"), *sorted({r.campaign for r in rows} - {*source.city.codes("campaign")})]
    left_out = not_applying(catalog()[BOARDS], filters, words)
    boards = []
    for campaign in known:
        own = [row for row in rows if row.campaign == campaign]
        own_phases = [row for row in phases if row.campaign == campaign and row.is_phase]
        if own or own_phases:
            boards.append(_board(campaign, own, own_phases, filters, source, words, left_out))
    return tuple(boards)


def _board(campaign: str, rows: Sequence[Any], phases: Sequence[Any], filters: Filters, source: Source, words: Words,
           left_out: Sequence[str]) -> Table:  # fmt: skip
    since = filters.compare
    has_counties = any(row.county_code for row in rows)
    lines = [list(parts) for _, parts in groupby(rows, key=lambda row: (row.board_row, row.county_code))]
    columns = (
        words("Indicator"),
        *((words("County"),) if has_counties else ()),
        words("Target"), words("Now"),
        *((words("Since {day}", day=since.isoformat()),) if since else ()),
        words("Unit"), words("Distance"), words("Period end"), words("Standing"),
    )  # fmt: skip
    made = [_line(parts, has_counties, bool(since), source, words) for parts in lines]
    made += [_phase(phase, has_counties, bool(since), words) for phase in phases]
    numeric = {words("Target"), words("Now")}
    return Table(
        f"board_{campaign}",
        source.city.label("campaign", campaign, words.language),
        columns,
        tuple(column in numeric for column in columns),
        tuple(made),
        " ".join(filter(None, (_counted(rows, words), _phase_now(phases, words), *left_out))),
        BOARDS if rows else "",
    )


def _line(parts: Sequence[Any], has_counties: bool, since: bool, source: Source, words: Words) -> tuple[Cell, ...]:
    """One row of a board: an indicator with its one or two targets."""
    row = parts[0]
    label = row.row_zh if words.language == "zh" else row.row_en
    place = (_place(row.county_code, source, words),) if has_counties else ()
    ends = sorted({(part.period_end).isoformat() for part in parts})
    return (
        Cell(label if row.county_code is None else f"└ {label}", tone="long",
             hint=words.joined([part.indicator for part in parts])),
        *place,
        Cell(target_said(parts, words), value=target_of(parts)),
        Cell(actual_said(row, words), hint=actual_hint(row, words), value=actual_of(row)),
        *((Cell(change_said(row, words)),) if since else ()),
        Cell(unit_label(row.unit or "", words.language)),
        Cell(distance_said(parts, words), tone="long"),
        Cell(words.joined(ends), tone="whole"),
        state_cell(parts, words),
    )  # fmt: skip


def _place(county: str | None, source: Source, words: Words) -> Cell:
    if county is None:
        return Cell(words("Whole city"))
    return Cell(source.city.label("county", county, words.language), link=Link((("county", (county,)),)))


def _phase(phase: Any, has_counties: bool, since: bool, words: Words) -> tuple[Cell, ...]:
    """A phase as the last rows of its board: only its name, its due date and its state."""
    label = phase.label_zh if words.language == "zh" else phase.label_en
    due = phase.due_on.isoformat() if phase.due_on else ""
    empty = 4 + has_counties + since
    tone = {"overdue": "light-red", "running": "light-yellow", "past": "light-green"}.get(phase.phase_state, "")
    return (
        Cell(words.labelled(words("Phase"), label), tone="long"),
        *(Cell("") for _ in range(empty)),
        Cell(due + (words.wrapped(words("illustrative")) if phase.is_illustrative else ""), tone="whole"),
        Cell(f"{PHASE_LIGHTS[phase.phase_state]} {words(PHASE_WORDS[phase.phase_state])}", tone=tone),
    )


def _phase_now(phases: Sequence[Any], words: Words) -> str:
    """The phase that runs at the date, and when it is due."""
    now = [phase for phase in phases if phase.phase_state in ("running", "overdue", "undated")]
    if not now:
        return ""
    phase = now[0]
    label = phase.label_zh if words.language == "zh" else phase.label_en
    if phase.due_on is None:
        return words("Phase now: {phase}, without a due date.", phase=label)
    mark = words.wrapped(words("illustrative")) if phase.is_illustrative else ""
    due = words.date(phase.due_on) + mark
    if phase.phase_state == "overdue":
        return words("Last phase: {phase}, was due {due}.", phase=label, due=due)
    return words("Phase now: {phase}, due {due}.", phase=label, due=due)


def _counted(rows: Sequence[Any], words: Words) -> str:
    """How many whole-city targets the board has and how many are met; that there is none."""
    targets = [row for row in rows if row.target is not None and row.county_code is None]
    if not targets:
        return words("No targets are stated.") if rows else ""
    met = sum(row.target_state == "met" for row in targets)
    return words("{met} of {count} targets met.", met=words.number(met), count=words.number(len(targets)))
