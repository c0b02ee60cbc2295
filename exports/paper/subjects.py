"""Whose paper it is: one county or one leader each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from data.errors import Misused
from report.assemble import Source
from report.columns import rows_of
from report.filters import Filters, Search
from report.model import Report
from words import Words


class Subject(NamedTuple):
    """A county or a leader: the name, the post of a leader, the filters that leave the projects, and which it is."""

    name: str
    post: str
    filters: Filters
    is_leader: bool

    def named(self, words: Words) -> str:
        """The name, of a leader with the post."""
        return self.name + (words.wrapped(self.post) if self.post else "")


def lacking(report: Report) -> Misused | None:
    """What has to be chosen first, where neither a county nor a leader is."""
    if report.filters.counties or report.filters.sponsors:
        return None
    return Misused("Choose a county or a sponsor first: the paper is about one of them.")


def subjects(reports: Sequence[Report], source: Source, words: Words) -> list[tuple[Report, Subject]]:
    """Each chosen leader, else each chosen county, once. Raises Misused where neither is chosen."""
    found: dict[tuple[bool, str], tuple[Report, Subject]] = {}
    for report in reports:
        if missing := lacking(report):
            raise missing
        filters = replace(report.filters, search=Search())
        for code in filters.sponsors or filters.counties:
            subject = _leader(code, filters, source) if filters.sponsors else _county(code, filters, source, words)
            found.setdefault((subject.is_leader, code), (report, subject))
    return list(found.values())


def _leader(sponsor: str, filters: Filters, source: Source) -> Subject:
    own = replace(filters, sponsors=(sponsor,))
    post = next((row.sponsor_post for row in rows_of("sponsor_scorecard", own, source)), None)
    return Subject(sponsor, post or "", own, True)


def _county(code: str, filters: Filters, source: Source, words: Words) -> Subject:
    name = source.city.label("county", code, words.language)
    return Subject(name, "", replace(filters, counties=(code,)), False)
