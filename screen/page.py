"""One page run: filters from the URL, the report, and the passport that the URL asks for."""

from __future__ import annotations

import logging
from collections.abc import Callable

import streamlit as st

from data.city import city
from data.errors import Refused
from report.assemble import Source
from report.choosing import known_choices
from report.filters import Filters, read_filters
from report.model import Page, Report
from report.numbers import find_passport
from report.passport import Passport
from report.seen import settled
from screen import passage, projects
from screen.address import query
from screen.briefing import PARAMETER, show_briefing
from screen.filter_bar import filter_bar
from screen.frozen import changes_said
from screen.meeting import agenda, decisions
from screen.meeting.stage import frame, stage_of
from screen.passport import show_passport
from screen.plain import plain
from screen.render import render
from screen.seen import keep, kept
from screen.source import open_source, report_of
from screen.wall import hang_on_wall, is_wall
from words import Words

LOG = logging.getLogger(__name__)
# What a page offers besides the filter bar, above and below what it shows, by its name.
CONTROLS: dict[str, Callable[[Filters, Words], None]] = {
    "projects": projects.controls, "project": projects.back, "reconcile": passage.controls,
    "meeting": agenda.agenda,
}  # fmt: skip
LOOKED_AT = ("overview",)  # pages that show what turned since the last look, and are one
BELOW: dict[str, Callable[[Report, Source, Words], None]] = {
    "projects": projects.below, "meeting": decisions.decisions,
}  # fmt: skip


def show_page(page: Page, words: Words) -> None:
    """Show a page in the state that the URL names; what can't be shown is one sentence."""
    try:
        _show(page, words)
    except Refused as refused:
        st.error(plain(refused.sentence(words)))
    except Exception:
        LOG.exception("The page %s could not be shown.", page.name)
        st.error(words("This page can't be shown. The server's log says why; please tell whoever runs it."))


def _show(page: Page, words: Words) -> None:
    asked = query()
    stage = stage_of(page, asked)
    if stage:
        page, asked = stage.page, stage.asked
    generation = (asked.get("generation") or [""])[-1]
    source = open_source(int(generation) if generation.isdecimal() else None)
    dates = source.engine.opened.dates
    if is_wall():
        hang_on_wall()
    known = known_choices(source.engine)
    filters, faults = read_filters(asked, dates, city(), known)
    if filters.search.project and page.detail:
        page = page.detail
    looks = page.name in LOOKED_AT
    filters, unknown = settled(filters, source.engine.opened, kept() if looks else "")
    if stage:
        frame(stage, words)
    filter_bar(filters, dates, source.city, known, words, has_start_rate="start_rate" in page.kpis)
    for fault in (*faults, *unknown):
        st.warning(plain(fault.sentence(words)))
    if page.name in CONTROLS and not stage:
        CONTROLS[page.name](filters, words)
    report = report_of(page, filters, source, words)
    changes_said(report, asked, source, words)
    render(report, source, words)
    if looks:
        keep(filters, source.engine.opened)
    if report.page.name in BELOW:
        BELOW[report.page.name](report, source, words)
    if asked.get("passport"):
        _open(asked["passport"][-1], report, source, words)
    elif asked.get(PARAMETER):
        show_briefing(report, source, words)


def _open(name: str, report: Report, source: Source, words: Words) -> None:
    passport: Passport | None = find_passport(name, report, source, words)
    if passport:
        show_passport(passport, words)
    else:
        st.warning(plain(words("There is no number “{name}” on this page.", name=name)))
