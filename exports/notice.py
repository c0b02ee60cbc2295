"""The supervision notice (督办单): what is overdue, who must answer and by when, with room for the answer."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

from data.city import rows
from exports.paper.about import footer
from exports.paper.fonts import HEADING
from exports.paper.sheet import Column, Piece, Sheet
from exports.paper.subjects import Subject, subjects
from report.assemble import Source, cell_text
from report.columns import rows_of
from report.model import Report
from words import Words

WIDTH, SHOWN = 170, 10
OVERDUE = ("blocking", "overdue")


class Item(NamedTuple):
    """One thing that is overdue: of which project, what, since when, by how many days, and who must answer."""

    project: str
    what: str
    due_on: dt.date | None
    days: int
    unit: str


def notice(reports: Sequence[Report], source: Source, words: Words) -> bytes:
    """A page for each chosen county or leader, as one Word file. Raises Misused where none is chosen."""
    found = subjects(reports, source, words)
    sheet = Sheet(found[0][0].filters.as_of, margins=(15, 20))
    for place, (report, subject) in enumerate(found):
        if place:
            sheet.next_page()
        _page(sheet, report, subject, source, words)
    sheet.footer(footer(found[0][0], source, words))
    return sheet.content


def items(subject: Subject, source: Source, words: Words) -> list[Item]:
    """Everything of the subject that is overdue, the longest first."""
    found = [*_starts(subject, source, words), *_problems(subject, source), *_approvals(subject, source, words)]
    return sorted(found, key=lambda item: (-item.days, item.project, item.what))


def answer_by(day: dt.date) -> dt.date:
    """The day by which a notice of that date is to be answered."""
    days = next(int(row["value"]) for row in rows("thresholds.csv") if row["name"] == "notice_answer_days")
    return day + dt.timedelta(days=days)


def _starts(subject: Subject, source: Source, words: Words) -> list[Item]:
    return [
        Item(row.name, words("not started"), row.slow_since, row.slow_days, row.lead_unit or "")
        for row in rows_of("slow_projects", subject.filters, source)
        if row.slow_kind == "not_started" and row.slow_days
    ]


def _problems(subject: Subject, source: Source) -> list[Item]:
    return [
        Item(row.name, row.description or "", row.due_on, row.overdue_days, row.owner_unit or "")
        for row in rows_of("problem_list", subject.filters, source)
        if row.overdue_days is not None
    ]


def _approvals(subject: Subject, source: Source, words: Words) -> list[Item]:
    return [
        Item(row.name,
             words("approval not granted: {element}", element=cell_text("element", row.element, source.city, words)),
             row.due_on, row.overdue_days, row.agency or row.lead_unit or "")
        for row in rows_of("approvals_matrix", subject.filters, source)
        if row.approval_state in OVERDUE and row.overdue_days
    ]  # fmt: skip


def _page(sheet: Sheet, report: Report, subject: Subject, source: Source, words: Words) -> None:
    found = items(subject, source, words)
    day = words.date(subject.filters.as_of)
    sheet.title(words("Supervision notice on key projects"), 20, after=4)
    sheet.line(words("No. ____________    As of {day}", day=day), 10.5, side="right", after=4)
    if report.illustrative:
        sheet.line(words("Illustrative data"), 9, side="center", fonts=HEADING, bold=True, after=4)
    sheet.line(words("To: {name}", name=subject.named(words)), 12, fonts=HEADING, bold=True, after=4)
    if not found:
        sheet.text([Piece(words("As of {day} nothing of your key projects is overdue.", day=day))], 12, 18, 6)
        return
    said = words(
        "As of {day}, {count} of your key projects' matters are overdue. The units in charge answer in writing by "
        "{answer}: what has been done, what is still missing, and when it will be finished.",
        day=day, count=words.number(len(found)), answer=words.date(answer_by(subject.filters.as_of)),
    )  # fmt: skip
    sheet.text([Piece(said)], 12, 18, 6)
    _table(sheet, found, words)
    _answer(sheet, words)


def _table(sheet: Sheet, found: list[Item], words: Words) -> None:
    columns = (
        Column(words("Item"), 10, "center"), Column(words("Project"), 50), Column(words("Overdue matter"), 40),
        Column(words("Due by"), 21, "center"), Column(words("Days late"), 17, "right"),
        Column(words("Who must answer"), 32),
    )  # fmt: skip
    shown = [
        (str(number), item.project, item.what, item.due_on.isoformat() if item.due_on else "", words.number(item.days),
         item.unit)
        for number, item in enumerate(found[:SHOWN], 1)
    ]  # fmt: skip
    sheet.table(columns, shown, 9, 8.8, lines=2)
    if len(found) > SHOWN:
        more = words("The {shown} overdue longest; {more} more stand in the workbook.", shown=words.number(SHOWN),
                     more=words.number(len(found) - SHOWN))  # fmt: skip
        sheet.line(more, 9, before=2)


def _answer(sheet: Sheet, words: Words) -> None:
    """Room for the answer, and for those who sign."""
    sheet.line("", 6)
    sheet.box(words("What has been done (to be filled in by the units in charge):"), 48, WIDTH)
    sheet.line(words("Unit (seal): ______________    Signed: ______________    Date: ______________"), 10.5, before=12,
               after=8)  # fmt: skip
    sheet.box(words("Instruction of the leader:"), 24, WIDTH)
    sheet.line(words("Issued by: ______________    Signed: ______________    Date: ______________"), 10.5, before=12)
