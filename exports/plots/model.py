"""What a figure shows, without Plotly: plots that a slide or a workbook draws natively."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

Number = int | float | None


class NotUnderstood(ValueError):
    """A figure holds something that no export can draw: the chart or its reading has to change."""


class Run(NamedTuple):
    """A stretch of text in one look; an empty colour is the usual one."""

    text: str
    bold: bool = False
    colour: str = ""


@dataclass(frozen=True)
class Series:
    """One row of numbers along the categories.

    `colours` hold one colour a value ("#rrggbb"; empty: hollow), `edges` those of outlines. `labels` are the texts
    at the values; with a `number_format` they are the values themselves in that format, else texts of their own. A
    `hidden` series is the invisible base that the next one stands on. `last` is written at the last value.
    """

    name: str
    values: tuple[Number, ...]
    colours: tuple[str, ...]
    kind: Literal["bar", "line"] = "bar"
    labels: tuple[str, ...] = ()
    number_format: str = ""
    edges: tuple[str, ...] = ()
    hidden: bool = False
    dashed: bool = False
    marked: bool = False
    last: str = ""
    last_above: bool = True


class Area(NamedTuple):
    """A shape on a map: its rings in the plot's coordinates."""

    code: str
    value: Number
    rings: tuple[tuple[tuple[float, float], ...], ...]
    fill: str
    edge: str
    edge_width: float


class Stretch(NamedTuple):
    """A line from one day to another."""

    first: float
    last: float
    y: float
    colour: str
    width: float
    dashed: bool


class Mark(NamedTuple):
    """A sign at a point, `size` pixels across; an empty fill is hollow."""

    x: float
    y: float
    size: float
    symbol: str
    fill: str
    edge: str


class Note(NamedTuple):
    """A text at a point; `side` says on which side of the point it stands."""

    x: float
    y: float
    runs: tuple[Run, ...]
    side: Literal["left", "right", "above", "below", "middle"]

    @property
    def text(self) -> str:
        """The text without its look."""
        return "".join(run.text for run in self.runs)


class Node(NamedTuple):
    """One rectangle of a tree, by its path and its parent's."""

    id: str
    parent: str
    label: str
    text: str
    value: float
    colour: str


@dataclass(frozen=True)
class Plot:
    """What stands on one pair of axes.

    Bars, columns and lines have `categories` and `series`, `ends` written behind the whole bar, and a `guide`, the
    value of an upright line. Timetables (x in days), maps and trees have `stretches`, `marks`, `notes`, `areas` and
    `nodes`; `names` are the lines' names by their y, `guides` upright lines. `place` is left, bottom, width, height
    within the figure.
    """

    kind: Literal["bar", "column", "line", "timetable", "map", "tree"]
    title: str = ""
    place: tuple[float, float, float, float] = (0, 0, 1, 1)
    categories: tuple[str, ...] = ()
    series: tuple[Series, ...] = ()
    is_stacked: bool = False
    ends: tuple[str, ...] = ()
    low: float | None = None
    high: float | None = None
    guide: float | None = None
    has_scale: bool = False
    axis_format: str = ""
    x_range: tuple[float, float] = (0, 1)
    y_range: tuple[float, float] = (0, 1)
    areas: tuple[Area, ...] = ()
    stretches: tuple[Stretch, ...] = ()
    marks: tuple[Mark, ...] = ()
    notes: tuple[Note, ...] = ()
    names: tuple[tuple[float, str], ...] = ()
    guides: tuple[float, ...] = ()
    legend: tuple[tuple[str, Mark], ...] = ()
    nodes: tuple[Node, ...] = ()
    height: float = 0

    @property
    def is_native(self) -> bool:
        """Whether office programs have a chart for it; the others are drawn as shapes."""
        return self.kind in ("bar", "column", "line")
