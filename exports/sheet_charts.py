"""Excel's own charts beside the numbers of a sheet, drawn from cells that the reader can change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from charts.theme import QUIET
from exports.chart_looks import Look, bar_look, line_look, said
from exports.plots import Plot, Series, plots
from exports.sheet import HEAD, Formats
from report.model import Chart

WIDTH, GAP = 660, 24  # pixels of what one figure takes across
COLUMN, ROW = 64, 20  # pixels of a cell as it is without our doing
BESIDE = WIDTH // COLUMN + 2  # columns from the charts to the numbers that they are drawn from
ROOM = 0.3  # of the longest bar: what a text behind it takes


class Cells(NamedTuple):
    """Where the numbers of a plot stand: the sheet, its first row and column, how many lines."""

    sheet: str
    row: int
    column: int
    lines: int

    def of(self, place: int) -> list[Any]:
        """The cells of the categories (0) or of a series (1 and on)."""
        return [self.sheet, self.row, self.column + place, self.row + self.lines - 1, self.column + place]

    def head(self, place: int) -> list[Any]:
        """The cell of a series' name."""
        return [self.sheet, self.row - 1, self.column + place]


def draw_charts(book: Workbook, sheet: Worksheet, charts: Sequence[Chart], column: int, formats: Formats) -> None:
    """The charts from `column` on, one below the other, and right of them the numbers that they show."""
    row, data = HEAD, column + BESIDE
    for chart in charts:
        drawn = [_with_ends(plot) for plot in plots(chart.figure) if plot.is_native and plot.series]
        across = min(len(drawn), 3)
        for place, plot in enumerate(drawn):
            width, height = _size(plot, across)
            cells = _write(sheet, plot, data, formats)
            shape = _drawn(book, plot, cells, chart, len(drawn) > 1)
            shape.set_size({"width": width, "height": height})
            options = {"x_offset": place % across * (width + GAP // 2), "description": chart.alt, "object_position": 3}
            sheet.insert_chart(row, column, shape, options)
            data += len(plot.series) + 2
            if (place + 1) % across == 0 or place + 1 == len(drawn):
                row += -(-(height + GAP) // ROW)


def _with_ends(plot: Plot) -> Plot:
    """What is written behind the bars stands at the foot of an invisible piece that follows them."""
    if not plot.ends:
        return plot
    longest = max(sum(one.values[line] or 0 for one in plot.series) for line in range(len(plot.categories)))
    count = len(plot.categories)
    behind = Series("", (ROOM * longest,) * count, ("",) * count, labels=plot.ends, hidden=True)
    return replace(plot, series=(*plot.series, behind))


def _size(plot: Plot, across: int) -> tuple[int, int]:
    """Bars need a line each, several plots share the width."""
    width = (WIDTH - (across - 1) * GAP // 2) // across
    needed = 90 + 30 * len(plot.categories) if plot.kind == "bar" else 220 if across > 1 else 340
    return width, max(220, needed)


def _write(sheet: Worksheet, plot: Plot, column: int, formats: Formats) -> Cells:
    """The categories and the series as columns under their names; the invisible ones too, for they hold bars up."""
    row = HEAD + 1
    sheet.write_string(HEAD, column, plot.title, formats.head)
    for line, name in enumerate(plot.categories):
        sheet.write_string(row + line, column, name)
    for at, series in enumerate(plot.series, 1):
        sheet.write_string(HEAD, column + at, series.name, formats.head)
        for line, value in enumerate(series.values):
            if value is not None:
                sheet.write_number(
                    row + line, column + at, value, formats.cell("#,##0" if value == int(value) else "#,##0.00")
                )
    return Cells(sheet.get_name(), row, column, len(plot.categories))


def _drawn(book: Workbook, plot: Plot, cells: Cells, chart: Chart, is_one_of_several: bool) -> Any:
    """One plot as a chart: bars and columns, lines on top of them."""
    bars = [(at, one) for at, one in enumerate(plot.series, 1) if one.kind == "bar"]
    lines = [(at, one) for at, one in enumerate(plot.series, 1) if one.kind == "line"]
    made = [_of(book, kind, plot, cells, found, chart) for kind, found in ((plot.kind, bars), ("line", lines)) if found]
    if len(made) > 1:
        made[0].combine(made[1])
    title = plot.title if is_one_of_several else chart.title
    made[0].set_title({"name": said(title), "name_font": {"size": 10 if is_one_of_several else 12}, "overlay": False})
    named = [one for one in plot.series if one.name and not one.hidden]
    hidden = [at for at, one in enumerate(plot.series) if one.hidden or not one.name]
    made[0].set_legend({"position": "bottom", "delete_series": hidden} if len(named) > 1 else {"none": True})
    made[0].show_blanks_as("gap")
    _axes(made[0], plot)
    return made[0]


def _of(book: Workbook, kind: str, plot: Plot, cells: Cells, found: Sequence[tuple[int, Series]], chart: Chart) -> Any:
    shape = book.add_chart({"type": kind} | ({"subtype": "stacked"} if plot.is_stacked and kind != "line" else {}))
    for at, series in found:
        look = line_look(series) if series.kind == "line" else bar_look(series, plot, _overlap(plot, chart))
        shape.add_series({"name": cells.head(at), "categories": cells.of(0), "values": cells.of(at), **look})
    return shape


def _overlap(plot: Plot, chart: Chart) -> int:
    return 100 if plot.is_stacked or chart.figure.layout.barmode == "overlay" else 0


def _axes(shape: Any, plot: Plot) -> None:
    """The scale where the figure has one; bars begin at nothing."""
    scale: Look = {"visible": plot.has_scale, "major_gridlines": {"visible": plot.has_scale, "line": {"color": QUIET}}}
    scale |= {"num_format": plot.axis_format} if plot.axis_format else {}
    scale |= {"min": plot.low, "max": plot.high} if plot.high is not None and not plot.has_scale else {}
    along: Look = {"label_position": "low", "line": {"color": QUIET}, "num_font": {"size": 9}}
    across, upright = (scale, along) if plot.kind == "bar" else (along, scale)
    shape.set_x_axis(across)
    shape.set_y_axis(upright)
