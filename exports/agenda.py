"""The reports of an agenda, in its order, for the files of a whole meeting."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from exports.asked import known_pages, report_of
from report.agenda import View
from report.assemble import Source
from report.model import Report
from words import Words


def paths() -> dict[str, str]:
    """The path of every page that can stand on an agenda, by its name."""
    return {name: page.path for name, page in known_pages().items() if name != "meeting"}


def agenda_reports(
    views: Sequence[View], given: Mapping[str, Sequence[str]], source: Source, words: Words,
    say: Callable[[str], None] = lambda _sentence: None,
) -> list[Report]:  # fmt: skip
    """The report of each view; what it doesn't say itself is as `given`. Raises Misused for what isn't there."""
    found = []
    for place, view in enumerate(views, 1):
        say(words("Asking {page} ({place} of {count}) …", page=view.page, place=place, count=len(views)))
        found.append(report_of(view.page, {**given, **view.query}, source, words))
    return found
