"""The formats that reports are taken away in: the one list that the commands and the pages loop over."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from exports.fingerprint import short_hash
from exports.oc4ids import oc4ids
from exports.offline import offline_page
from exports.slides import deck
from exports.workbook import workbook
from report.assemble import Source
from report.model import Report
from words import Words


@dataclass(frozen=True)
class Format:
    """One format: the name of its command, its label on a page, and what makes the file of one or more reports."""

    name: str
    label: str
    extension: str
    mime: str
    make: Callable[[Sequence[Report], Source, Words], bytes]


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
    Format("oc4ids", "Open data (OC4IDS)", "json", "application/json", oc4ids),
)  # fmt: skip
FORMAT = {one.name: one for one in FORMATS}


def file_name(of: Format, report: Report) -> str:
    """A file name that no two contents share: the report's hash stands in it."""
    return f"{report.page.name}-{report.filters.as_of}-{report.language}-{short_hash(report)}.{of.extension}"
