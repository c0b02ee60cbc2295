"""The minutes of a meeting as a Word file: the agenda, the decisions, and what became of the earlier ones."""

from __future__ import annotations

from collections.abc import Sequence

from exports.asked import known_pages
from exports.paper.about import footer
from exports.paper.fonts import HEADING, SONG
from exports.paper.sheet import Sheet
from report.assemble import Source, assemble
from report.filters import Filters
from report.model import Report, Table
from words import Words

HEAD_SIZE = 12


def minutes(reports: Sequence[Report], source: Source, words: Words) -> bytes:
    """The minutes of a meeting whose agenda the reports are; the page of the meeting is none of its items."""
    items = [report for report in reports if report.page.name != "meeting"]
    meeting = next((report for report in reports if report.page.name == "meeting"), None)
    if meeting is None:
        meeting = assemble(known_pages()["meeting"], _unnarrowed(reports[0].filters), source, words)
    sheet = Sheet(meeting.filters.as_of)
    sheet.title(words("Minutes"), after=4)
    said = [meeting.sentence, words("Generation {generation}", generation=meeting.generation)]
    sheet.line(" · ".join(said), 9, side="center", fonts=SONG, after=8)
    _agenda(sheet, items, words)
    for table in meeting.tables:
        _decisions(sheet, table, words)
    sheet.footer(footer(meeting, source, words))
    return sheet.content


def _unnarrowed(filters: Filters) -> Filters:
    """The same dates and generation with all projects."""
    return Filters(filters.as_of, filters.compare, generation=filters.generation)


def _agenda(sheet: Sheet, items: Sequence[Report], words: Words) -> None:
    sheet.line(words("Agenda"), HEAD_SIZE, fonts=HEADING, bold=True, after=3)
    if not items:
        sheet.line(words("Nothing is on the agenda."), 9, fonts=SONG)
    for place, item in enumerate(items, 1):
        sheet.line(f"{place}. {words.labelled(item.title, item.sentence)}", 9, fonts=SONG, after=1)


def _decisions(sheet: Sheet, table: Table, words: Words) -> None:
    """Each decision whole, whatever its length, with who, by when, and what became of it."""
    sheet.line(table.title, HEAD_SIZE, fonts=HEADING, bold=True, before=12, after=3)
    for place, row in enumerate(table.rows, 1):
        _, project, county, what, *others = (cell.text for cell in row)
        named = project + (words.wrapped(county) if county else "")
        sheet.line(f"{place}. {words.labelled(named, what)}", 10.5, fonts=SONG, before=4)
        said = [words.labelled(head, text) for head, text in zip(table.columns[4:], others, strict=True) if text]
        sheet.line(" · ".join(said), 9, fonts=SONG)
    sheet.line(table.note, 8, fonts=SONG, before=4)
