"""A deck read back: its slides, its charts with their workbooks, what stands where."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any, NamedTuple

import openpyxl
import pptx
from pptx.presentation import Presentation
from pptx.slide import Slide

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


class Column(NamedTuple):
    """A series of a chart: its name, its numbers by their places, and whether it is seen."""

    name: str
    values: dict[int, float]
    is_seen: bool


def read(content: bytes) -> Presentation:
    """The presentation."""
    return pptx.Presentation(io.BytesIO(content))


def shapes_of(slide: Slide) -> Iterator[Any]:
    """Every shape of a slide, those in groups too."""
    waiting = list(slide.shapes)
    while waiting:
        shape = waiting.pop(0)
        yield shape
        waiting += list(getattr(shape, "shapes", ()))


def charts_of(deck: Presentation) -> list[Any]:
    """The charts in the order of the slides."""
    return [shape.chart for slide in deck.slides for shape in shapes_of(slide) if getattr(shape, "has_chart", False)]


def columns_of(chart: Any) -> list[Column]:
    """The series as the chart's XML holds them."""
    return [
        Column(
            series.findtext(f"{C}tx/{C}strRef/{C}strCache/{C}pt/{C}v"),
            {int(point.get("idx")): float(point.findtext(f"{C}v"))
             for point in series.iterfind(f"{C}val/{C}numRef/{C}numCache/{C}pt")},
            _is_seen(series),
        )
        for series in chart._chartSpace.iter(f"{C}ser")
    ]  # fmt: skip


def _is_seen(series: Any) -> bool:
    """A series of bars without fill and outline isn't."""
    look = series.find(f"{C}spPr")
    points = series.findall(f"{C}dPt/{C}spPr")
    return any(one.find(f"{A}solidFill") is not None or one.find(f"{A}ln/{A}solidFill") is not None
               for one in (look, *points))  # fmt: skip


def categories_of(chart: Any) -> list[str]:
    """The names along the chart."""
    return [point.findtext(f"{C}v") for point in next(chart._chartSpace.iter(f"{C}cat")).iter(f"{C}pt")]


def workbook_of(chart: Any) -> tuple[list[str], list[Column]]:
    """Categories and series as the embedded workbook holds them."""
    sheet = openpyxl.load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob)).active
    head, *rows = sheet.iter_rows(values_only=True)
    names = [row[0] for row in rows]
    return names, [
        Column(name, {line: row[at] for line, row in enumerate(rows) if row[at] is not None}, True)
        for at, name in enumerate(head) if at
    ]  # fmt: skip


def text_of(slide: Slide) -> str:
    """All text of a slide."""
    frames = [shape.text_frame.text for shape in shapes_of(slide) if shape.has_text_frame]
    cells = [cell.text for shape in shapes_of(slide) if getattr(shape, "has_table", False)
             for row in shape.table.rows for cell in row.cells]  # fmt: skip
    return "\n".join((*frames, *cells))
