"""Page, Kpi, Chart, Table, Report: what a page asks, and the finished answer.

A Report is frozen and complete: screen, slides, workbook and offline page all render the same
one, so what is exported equals what was seen.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from types import MappingProxyType
from typing import Literal

import plotly.graph_objects as go

from report.filters import Filters


@dataclass(frozen=True)
class Page:
    """What a page asks: its heading, its question, its KPIs and its charts, by their file names.

    Where the filters don't apply, `unfiltered_because` says why. `tables` build the page's tables
    from the filters, the source and the words, each one table, several or none; those of `lead` stand
    beside the first chart, before the others. `detail` is the page that is shown in this one's place when
    the URL names a project; its `heading` is computed. `narrowed_by` says what narrows it: the filters of
    the bar, these and the search for projects, or the one project that the URL names. `instead` gives the
    page that stands in its place where this one has nothing to show. What
    `is_live` shows besides the ledger what is written down while it is looked at: it is made for every look.
    """

    name: str
    path: str
    title: str
    question: str
    kpis: tuple[str, ...] = ()
    lead: tuple[Build, ...] = ()
    charts: tuple[str, ...] = ()
    tables: tuple[Build, ...] = ()
    unfiltered_because: str = ""
    heading: Callable[..., str] | None = None
    detail: Page | None = None
    narrowed_by: Literal["filters", "search", "project"] = "filters"
    instead: Callable[..., Page | None] | None = None
    is_live: bool = False


@dataclass(frozen=True)
class Kpi:
    """One number, finished: as text for the tile, and raw for the exports."""

    name: str
    title: str
    value: str
    unit: str
    base: str
    change: str
    note: str
    is_late: bool
    trend: tuple[tuple[dt.date, float | None], ...]
    number: float | None


@dataclass(frozen=True)
class Chart:
    """One chart, finished: the finding as its title, the figure, and its rows as a table.

    `sets` names the filter that a click on a mark toggles; a `wide` one takes the whole row; `notes`
    say which filters don't apply and why; `measures` are what it can show (code, label) and `measure` is
    what it shows.
    """

    name: str
    title: str
    subtitle: str
    figure: go.Figure
    rows: Table
    sets: str = ""
    wide: bool = False
    notes: tuple[str, ...] = ()
    measures: tuple[tuple[str, str], ...] = ()
    measure: str = ""

    @property
    def alt(self) -> str:
        """What the chart says, for readers who don't see it."""
        return f"{self.title} · {self.subtitle}"


@dataclass(frozen=True)
class Link:
    """A place in the dashboard: a page (None: this one) with some URL parameters replaced, all others kept."""

    changes: tuple[tuple[str, tuple[str, ...]], ...]
    path: str | None = None


Value = int | float | Decimal | dt.date | None


@dataclass(frozen=True)
class Cell:
    """One cell of a table: its text, and the passport or the place it leads to, if any.

    `value` is the number or the day that the text shows, as the answer gave it, in the text's unit; of a text that
    shows several, a tuple of them.
    """

    text: str
    passport: str = ""
    tone: str = ""
    link: Link | None = None
    hint: str = ""
    value: Value | tuple[Value, ...] = None


@dataclass(frozen=True)
class Mark:
    """A piece of a passage; a figure in it has a tone, the word for its verdict, and its passport, if any."""

    text: str
    tone: str = ""
    verdict: str = ""
    passport: str = ""


@dataclass(frozen=True)
class Table:
    """A finished table: texts in the reader's language; `numeric` columns are set right.

    `question` names the question that it shows the answer of, which gives the table its passport.
    `heads` are the places that the column heads lead to, to sort by; `sorted_by` is the sorted column's
    place and whether it descends. `total` is the number of rows in all where only some are shown.
    `passage` is the text that the table is about, its figures marked, which stands above it. `parts` name the
    numbers of the columns whose cells show several, by the column's place.
    """

    name: str
    title: str
    columns: tuple[str, ...]
    numeric: tuple[bool, ...]
    rows: tuple[tuple[Cell, ...], ...]
    note: str = ""
    question: str = ""
    heads: tuple[Link | None, ...] = ()
    sorted_by: tuple[int, bool] | None = None
    total: int | None = None
    passage: tuple[Mark, ...] = ()
    parts: Mapping[int, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))


Build = Callable[..., "Table | tuple[Table, ...]"]


@dataclass(frozen=True)
class Relief:
    """A way out of an empty selection: what to leave out, and how many projects that gives."""

    sentence: str
    link: Link


@dataclass(frozen=True)
class Report:
    """A page's finished answer for one state of the filters, in one language."""

    page: Page
    filters: Filters
    language: str
    title: str
    question: str
    sentence: str
    generation: int
    kpis: tuple[Kpi, ...]
    charts: tuple[Chart, ...]
    tables: tuple[Table, ...]
    illustrative: bool
    notes: tuple[str, ...] = ()
    reliefs: tuple[Relief, ...] = ()
    lead: tuple[Table, ...] = ()
    sources: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
