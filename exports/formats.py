"""The formats that reports are taken away in: the one list that the commands and the pages loop over."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from data.errors import Misused
from exports.briefing import briefing_file
from exports.dispatch_sheet import dispatch_sheet
from exports.fingerprint import short_hash
from exports.minutes import minutes
from exports.notice import notice
from exports.oc4ids import oc4ids
from exports.offline import offline_page
from exports.paper.subjects import lacking
from exports.slides import deck
from exports.workbook import workbook
from report.assemble import Source
from report.model import Report
from words import Words

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@dataclass(frozen=True)
class Format:
    """One format: the name of its command, its label on a page, and what makes the file of one or more reports.

    `page` is the one that a command asks where none is named; where `only` is set, no other page offers the
    format. `lacking` says what has to be chosen before there is anything to make.
    """

    name: str
    label: str
    extension: str
    mime: str
    make: Callable[[Sequence[Report], Source, Words], bytes]
    page: str = "overview"
    only: bool = False
    lacking: Callable[[Report], Misused | None] = lambda _report: None

    def is_offered(self, report: Report) -> bool:
        """Whether the page of the report offers it."""
        return not self.only or report.page.name == self.page


FORMATS = (
    Format(
        "deck", "Slides (PowerPoint)", "pptx",
        "application/vnd.openxmlformats-officedocument.presentationml.presentation", deck,
    ),
    Format(
        "workbook", "Workbook (Excel)", "xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", workbook,
    ),
    Format("page", "Offline page (HTML)", "html", "text/html", offline_page),
    Format("briefing", "Briefing (Word)", "docx", WORD, briefing_file),
    Format("dispatch-sheet", "Dispatch sheet (Word)", "docx", WORD, dispatch_sheet, "dispatch", True, lacking),
    Format("notice", "Supervision notice (Word)", "docx", WORD, notice, "dispatch", True, lacking),
    Format("minutes", "Minutes (Word)", "docx", WORD, minutes, "meeting", True),
    Format("oc4ids", "Open data (OC4IDS)", "json", "application/json", oc4ids),
)  # fmt: skip
FORMAT = {one.name: one for one in FORMATS}


def file_name(of: Format, report: Report) -> str:
    """A file name that no two contents share: the format and the report's hash stand in it."""
    return f"{report.page.name}-{of.name}-{report.filters.as_of}-{report.language}-{short_hash(report)}.{of.extension}"
