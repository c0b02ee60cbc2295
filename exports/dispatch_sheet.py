"""The dispatch sheet (调度表): one county's or one leader's projects on one page, with what must be pushed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from exports.paper.about import footer
from exports.paper.fonts import HEADING, SONG
from exports.paper.sheet import Column, Sheet
from exports.paper.subjects import Subject, subjects
from report.assemble import Source, cell_text
from report.briefing.desk import Desk
from report.columns import rows_of
from report.lights import light_text
from report.model import Report
from report.slow import what_is_late
from words import Words

WIDTH, ROWS = 272, 23
MILESTONES = 12  # of the next ones at most: those years ahead are no matter of the day
HELD_UP = ("blocking", "overdue")


class Part(NamedTuple):
    """A part of the sheet: its heading, what stands in it where there is nothing, its columns, and all its rows."""

    title: str
    columns: tuple[Column, ...]
    rows: Sequence[tuple[str, ...]]


def dispatch_sheet(reports: Sequence[Report], source: Source, words: Words) -> bytes:
    """A page for each chosen county or leader, as one Word file. Raises Misused where none is chosen."""
    found = subjects(reports, source, words)
    sheet = Sheet(found[0][0].filters.as_of, landscape=True, margins=(12, 12))
    for place, (report, subject) in enumerate(found):
        if place:
            sheet.next_page()
        _page(sheet, report, subject, source, words)
    sheet.footer(footer(found[0][0], source, words))
    return sheet.content


def _page(sheet: Sheet, report: Report, subject: Subject, source: Source, words: Words) -> None:
    sheet.title(words("Dispatch sheet of the key projects: {name}", name=subject.named(words)), 16, after=2)
    mark = [words("Illustrative data")] if report.illustrative else []
    sheet.line(" · ".join([*mark, subject.filters.sentence(words, source.city)]), 9, side="center", fonts=SONG, after=4)
    _glance(sheet, subject, source, words)
    parts = [part(subject, source, words) for part in (_slow, _problems, _approvals, _milestones)]
    *others, milestones = [len(part.rows) for part in parts]
    room = shared([*others, min(milestones, MILESTONES)], ROWS)
    for number, (part, shown) in enumerate(zip(parts, room, strict=True), 1):
        _write(sheet, number, part, shown, words)
    sheet.line("", 1)


def shared(counts: Sequence[int], rows: int) -> list[int]:
    """How many rows each part may show: an even share first, and what others leave to the first that need more."""
    given = [min(count, rows // len(counts)) for count in counts]
    for place, count in enumerate(counts):
        given[place] += min(count - given[place], rows - sum(given))
    return given


def _glance(sheet: Sheet, subject: Subject, source: Source, words: Words) -> None:
    """The numbers of the sheet in one row."""
    desk = Desk(subject.filters, source, words)
    counties = subject.filters.counties
    lights = [row for row in rows_of("lights_by_county", subject.filters, source)
              if not counties or row.county_code in counties]  # fmt: skip
    elapsed = desk.elapsed()
    numbers = {
        words("Key projects"): words.number(desk.level("projects").numerator),
        words("Started"): words.number(desk.level("started").numerator),
        words("Start rate"): words.percent(desk.level("start_rate").exact),
        words("Year plan done"): words.percent(desk.level("plan_completion").exact),
        words("Elapsed year"): words.percent(elapsed[0] if elapsed else None),
        light_text("red", words): words.number(sum(row.late for row in lights)),
        light_text("yellow", words): words.number(sum(row.slipping for row in lights)),
        words("Problems open"): words.number(desk.level("problems_open").numerator),
        words("Problems overdue"): words.number(desk.level("problems_overdue").numerator),
    }
    mm = WIDTH / len(numbers)
    sheet.table([Column(label, mm, "center") for label in numbers], [list(numbers.values())], 9, 6.5)


def _write(sheet: Sheet, number: int, part: Part, shown: int, words: Words) -> None:
    count = len(part.rows)
    counted = words("{count} in all", count=words.number(count))
    if shown < count:
        counted = words("the first {shown} of {count}", shown=words.number(shown), count=words.number(count))
    title = f"{number}. {part.title}" + (words.wrapped(counted) if count else "")
    sheet.line(title, 10, fonts=HEADING, bold=True, before=4, after=1)
    if count:
        sheet.table(part.columns, part.rows[:shown])
    else:
        sheet.line(words("None."), 9, fonts=SONG)


def _who(subject: Subject, source: Source, words: Words) -> tuple[Column, Callable[[Any], str]]:
    """Beside a project: its sponsor on a county's sheet, its county on a leader's."""
    if subject.is_leader:
        return Column(words("County"), 24), lambda row: cell_text("county_code", row.county_code, source.city, words)
    return Column(words("Sponsor"), 24), lambda row: row.sponsor or ""


def _day(day: Any) -> str:
    return "" if day is None else str(day.isoformat())


def _slow(subject: Subject, source: Source, words: Words) -> Part:
    who, of = _who(subject, source, words)
    columns = (
        Column(words("Light"), 20), Column(words("Project"), 80), who, Column(words("What is late"), 66),
        Column(words("Since"), 20, "center"), Column(words("Days"), 14, "right"), Column(words("Unit in charge"), 48),
    )  # fmt: skip
    rows = [
        (light_text(row.light, words), row.name, of(row), what_is_late(row, words), _day(row.slow_since),
         words.number(row.slow_days) if row.slow_days is not None else "", row.lead_unit or "")
        for row in rows_of("slow_projects", subject.filters, source)
    ]  # fmt: skip
    return Part(words("Not started and slow projects"), columns, rows)


def _problems(subject: Subject, source: Source, words: Words) -> Part:
    who, of = _who(subject, source, words)
    columns = (
        Column(words("Project"), 80), who, Column(words("Problem"), 66),
        Column(words("Clear by"), 22, "center"), Column(words("Days late"), 18, "right"),
        Column(words("Days open"), 18, "right"),
        Column(words("Unit in charge"), 44),
    )  # fmt: skip
    rows = [
        (row.name, of(row), row.description or "", _day(row.due_on),
         "" if row.overdue_days is None else f"▲ {words.number(row.overdue_days)}", words.number(row.days_open),
         row.owner_unit or "")
        for row in rows_of("problem_list", subject.filters, source)
    ]  # fmt: skip
    return Part(words("Open problems"), columns, rows)


def _approvals(subject: Subject, source: Source, words: Words) -> Part:
    """Approvals that hold up a due start first, then the other overdue ones."""
    who, of = _who(subject, source, words)
    columns = (
        Column(words("Project"), 80), who, Column(words("Approval"), 32), Column(words("Due"), 22, "center"),
        Column(words("Days late"), 18, "right"), Column(words("Effect"), 28), Column(words("Agency"), 34),
        Column(words("What is in the way"), 34),
    )  # fmt: skip
    found = [row for row in rows_of("approvals_matrix", subject.filters, source) if row.approval_state in HELD_UP]
    states = {"blocking": words("blocks the start"), "overdue": words("overdue")}
    rows = [
        (row.name, of(row), cell_text("element", row.element, source.city, words), _day(row.due_on),
         f"▲ {words.number(row.overdue_days or 0)}", states[row.approval_state], row.agency or "", row.blocker or "")
        for row in sorted(found, key=lambda row: (HELD_UP.index(row.approval_state), -(row.overdue_days or 0)))
    ]  # fmt: skip
    return Part(words("Approvals in the way"), columns, rows)


def _milestones(subject: Subject, source: Source, words: Words) -> Part:
    who, of = _who(subject, source, words)
    columns = (
        Column(words("Project"), 80), who, Column(words("Milestone"), 66), Column(words("Due by"), 22, "center"),
        Column(words("Days left"), 18, "right"), Column(words("Unit in charge"), 62),
    )  # fmt: skip
    rows = [
        (row.name, of(row), row.milestone or "", _day(row.due_on), words.number(row.days_left),
         row.owner_unit or row.lead_unit or "")
        for row in rows_of("next_milestones", subject.filters, source)
    ]  # fmt: skip
    return Part(words("Next milestones"), columns, rows)
