"""The scorecard of each leader: the projects by their lights, their starts and money, and the problems that wait."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from charts.lights import LIGHTS
from queries.catalog import catalog
from report.assemble import Source, kpi_parameters, not_applying
from report.columns import Column, rows_of, table_of
from report.filters import Filters
from report.model import Cell, Link, Table
from words import Words

QUESTION = "sponsor_scorecard"
COUNTED = {"red": "late", "yellow": "slipping", "grey": "no_evidence", "green": "on_time"}


def sponsor_link(sponsor: str) -> Link:
    """Where the scorecard of one leader stands."""
    return Link((("sponsor", (sponsor,)),), "dispatch")


def scorecard_table(filters: Filters, source: Source, words: Words) -> Table:
    """One row a leader, most late projects first; a name leads to the page of this leader alone."""
    found = rows_of(QUESTION, filters, source)
    elapsed = _elapsed(filters, source)
    return table_of(QUESTION, found, _columns(elapsed, words), words, _note(found, elapsed, filters, source, words))


def _columns(elapsed: float | None, words: Words) -> list[Column]:
    return [
        Column(words("Leader"), lambda row: Cell(row.sponsor, link=replace(sponsor_link(row.sponsor), path=None))),
        Column(words("Post"), lambda row: Cell(row.sponsor_post or "")),
        Column(words("Projects"), lambda row: _number(row.projects, words), True),
        *(_light(light, words) for light in COUNTED),
        Column(words("Started"), lambda row: _number(row.started, words), True),
        Column(words("Start rate (%)"), lambda row: _pct(row.started_pct, words), True),
        Column(words("Year plan done (%)"), lambda row: _pct(row.done_pct, words), True),
        Column(words("Against the year (points)"), lambda row: _against(row, elapsed, words), True),
        Column(words("Problems raised"), lambda row: _number(row.raised, words), True),
        Column(words("Open"), lambda row: _number(row.still_open, words), True),
        Column(words("Overdue"), lambda row: _marked(row.overdue, "red", words), True),
        Column(words("Cleared (%)"), lambda row: _pct(row.cleared_pct, words), True),
    ]


def _light(light: str, words: Words) -> Column:
    shape, word = LIGHTS[light]
    return Column(f"{shape} {words(word)}", lambda row: _marked(getattr(row, COUNTED[light]), light, words), True)


def _marked(count: int, light: str, words: Words) -> Cell:
    """A count that stands out where there is something to ask about."""
    tone = f"light-{light}" if count and light in ("red", "yellow") else ""
    return Cell(words.number(count), tone=tone, value=count)


def _number(count: int, words: Words) -> Cell:
    return Cell(words.number(count), value=count)


def _pct(share: float | None, words: Words) -> Cell:
    return Cell(words.number(share, 1), value=share)


def _against(row: Any, elapsed: float | None, words: Words) -> Cell:
    if row.done_pct is None or elapsed is None:
        return Cell("")
    points = row.done_pct - elapsed
    return Cell(words.number(points, 1, sign=True), value=points)


def _elapsed(filters: Filters, source: Source) -> float | None:
    """The part of the year that has passed at the date, as the year plan is judged against it."""
    found = source.engine.ask("plan_completion", as_ofs=[filters.as_of])
    return found[0].expected_pct if found else None


def _note(found: list[Any], elapsed: float | None, filters: Filters, source: Source, words: Words) -> str:
    """The base, what isn't in it, and how the rows are ordered."""
    answered = source.engine.ask("projects", **kpi_parameters(filters))
    every, sponsored = int(answered[0].value) if answered else 0, sum(row.projects for row in found)
    parts = [
        words("{sponsored} projects of {leaders} leaders.",
              sponsored=words.number(sponsored), leaders=words.number(len(found))),
        words("{others} projects of the plan have no sponsor and are not in it.",
              others=words.number(every - sponsored)) if every > sponsored else "",
        words("Most late projects first; each counts by its worst light. Elapsed part of the year: {pct}.",
              pct=words.percent(elapsed)),
        *not_applying(catalog()[QUESTION], filters, words),
    ]  # fmt: skip
    return " ".join(filter(None, parts))
