"""The briefing (通报) as a Word file, and as notes for the speaker."""

from __future__ import annotations

from collections.abc import Sequence

from exports.paper.about import address_of, footer
from exports.paper.fonts import HEADING, SONG
from exports.paper.sheet import Piece, Sheet
from queries.catalog import catalog
from report.assemble import Source
from report.briefing.write import Briefing, briefing
from report.model import Report
from words import Words

SIZE, SPACING = 14, 25


def briefing_text(report: Report, source: Source, words: Words) -> str:
    """The briefing for the filters of a report as plain text, a paragraph a line: for a speaker's notes.

    For example the notes of the overview's first slide: `briefing_text(report, source, words).split("\\n")`.
    """
    return briefing(report.filters, source, words).text


def briefing_file(reports: Sequence[Report], source: Source, words: Words) -> bytes:
    """One Word file with the briefing of each selection that the reports speak of, in their order."""
    first = {_asked(report): report for report in reversed(reports)}
    reports = [report for report in reports if first[_asked(report)] is report]
    sheet = Sheet(reports[0].filters.as_of)
    for place, report in enumerate(reports):
        if place:
            sheet.next_page()
        _write(sheet, report, briefing(report.filters, source, words), source, words)
    sheet.footer(footer(reports[0], source, words))
    return sheet.content


def _asked(report: Report) -> object:
    filters = report.filters
    return (filters.as_of, filters.compare, tuple(sorted((k, tuple(v or ())) for k, v in filters.parameters().items()
                                                         if k != "projects")))  # fmt: skip


def _write(sheet: Sheet, report: Report, text: Briefing, source: Source, words: Words) -> None:
    sheet.title(text.title, after=4)
    generation = words("Generation {generation}", generation=report.generation)
    said = [report.filters.sentence(words, source.city), generation]
    sheet.line(" · ".join(said), 9, side="center", fonts=SONG, after=2 if report.illustrative else 12)
    if report.illustrative:
        sheet.line(words("Illustrative data"), 9, side="center", fonts=HEADING, bold=True, after=12)
    for paragraph in text.paragraphs:
        pieces = [
            Piece(mark.text, address_of(mark.passport, report, source) if mark.passport else "") for mark in paragraph
        ]
        sheet.text(pieces, SIZE, SPACING, after=4)
    sheet.line(words("What the numbers mean"), 10, fonts=HEADING, bold=True, before=10, after=2)
    for question in dict.fromkeys(figure.question for figure in text.figures.values()):
        query = catalog()[question]
        sheet.line(words.labelled(words(query.title), words(query.means)), 8, fonts=SONG)
