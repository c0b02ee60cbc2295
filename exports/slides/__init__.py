"""A deck of slides: native, editable charts, tables and shapes from finished reports."""

from __future__ import annotations

import io
from collections.abc import Sequence

from exports.briefing import briefing_text
from exports.slides.base import empty_presentation
from exports.slides.contents import contents_slide, name_sections
from exports.slides.figure import chart_slides
from exports.slides.head import head_slide
from exports.slides.page import Deck
from exports.slides.together import tables_slides
from report.assemble import Source
from report.model import Report
from words import Words

BRIEFED = "overview"  # the page whose notes are the briefing


def deck(reports: Sequence[Report], source: Source, words: Words) -> bytes:
    """One section of slides a report; of several, a slide of contents stands before them."""
    file = empty_presentation()
    sections: list[tuple[str, list[int]]] = []
    slides = Deck(file, reports[0], words)
    cover = slides.page("", "") if len(reports) > 1 else None
    for report in reports:
        slides.report = report
        first = len(slides.slides)
        _section(slides, report, briefing_text(report, source, words) if report.page.name == BRIEFED else "")
        sections.append((report.title, [slide.slide_id for slide in slides.slides[first:]]))
    if cover:
        slides.report = reports[0]
        contents_slide(slides, *cover, reports, sections, source)
    name_sections(file, sections, words)
    sink = io.BytesIO()
    file.save(sink)
    return sink.getvalue()


def _section(slides: Deck, report: Report, briefing: str) -> None:
    head_slide(slides, briefing)
    tables_slides(slides, report.lead)
    for chart in report.charts:
        chart_slides(slides, chart)
    tables_slides(slides, report.tables)
