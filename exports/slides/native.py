"""A plot as a native chart: its XML, and the workbook that it is edited by."""

from __future__ import annotations

import io
from collections.abc import Sequence

import xlsxwriter
from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.packuri import PackURI
from pptx.package import Package
from pptx.parts.chart import ChartPart

from charts.theme import NEUTRAL
from exports.plots.model import Plot, Series
from exports.slides.axes import axes, layout, legend
from exports.slides.canvas import edge, fill, plain
from exports.slides.labels import label_size, labels_of, texts_look
from exports.slides.look import INK, Frame

SPACES = (
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
GAP = {1: 54, 2: 45}  # of the bars' width, by how many stand beside each other
AXES = '<c:axId val="1"/><c:axId val="2"/>'


def chart_part(plot: Plot, frame: Frame, names: Sequence[str], package: Package, number: int) -> ChartPart:
    """The chart with its workbook inside; `names` are those of the columns, one a series and one for the ends."""
    named = PackURI(f"/ppt/charts/chart{number}.xml")
    part: ChartPart = ChartPart.load(named, CT.DML_CHART, package, chart_xml(plot, frame, names).encode())
    part.chart_workbook.update_from_xlsx_blob(workbook_of(plot, names))
    return part


def workbook_of(plot: Plot, names: Sequence[str]) -> bytes:
    """Categories in the first column, then one a series: the numbers themselves."""
    sink = io.BytesIO()
    with xlsxwriter.Workbook(sink, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        sheet = book.add_worksheet("Sheet1")
        sheet.write_column(1, 0, plot.categories)
        for at, (one, name) in enumerate(zip(drawn_series(plot), names, strict=True), 1):
            look = book.add_format({"num_format": one.number_format}) if one.number_format else None
            sheet.write_string(0, at, name)
            for line, value in enumerate(one.values, 1):
                if value is not None:
                    sheet.write_number(line, at, value, look)
    return sink.getvalue()


def drawn_series(plot: Plot) -> tuple[Series, ...]:
    """The series of a plot, and behind stacked bars one of nothing that carries the texts at their ends."""
    if not plot.ends:
        return plot.series
    count = len(plot.categories)
    return (*plot.series, Series("", (0,) * count, ("",) * count, labels=plot.ends, hidden=True))


def chart_xml(plot: Plot, frame: Frame, names: Sequence[str]) -> str:
    """The chart as DrawingML."""
    series = list(enumerate(drawn_series(plot)))
    bars = [(at, one) for at, one in series if one.kind == "bar"]
    lines = [(at, one) for at, one in series if one.kind == "line"]
    text = label_size(plot, frame)
    parts = [_bars(plot, bars, names, frame) if bars else "", _lines(plot, lines, names, frame) if lines else ""]
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><c:chartSpace {SPACES}><c:date1904 val="0"/>'
        f'<c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/><c:plotArea>{layout(plot, frame)}'
        f'{"".join(parts)}{axes(plot, frame)}</c:plotArea>{legend(plot, frame)}<c:plotVisOnly val="1"/>'
        f'<c:dispBlanksAs val="gap"/></c:chart><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>'
        f"{texts_look(text, INK)}</c:chartSpace>"
    )


def _bars(plot: Plot, series: Sequence[tuple[int, Series]], names: Sequence[str], frame: Frame) -> str:
    beside = 1 if plot.is_stacked else len(series)
    grouping = "stacked" if plot.is_stacked else "clustered"
    return (
        f'<c:barChart><c:barDir val="{"bar" if plot.kind == "bar" else "col"}"/><c:grouping val="{grouping}"/>'
        f'<c:varyColors val="0"/>{"".join(_bar(plot, at, one, names[at], frame) for at, one in series)}'
        f'<c:gapWidth val="{GAP.get(beside, 40)}"/><c:overlap val="{100 if plot.is_stacked else 0}"/>{AXES}'
        "</c:barChart>"
    )


def _bar(plot: Plot, at: int, one: Series, name: str, frame: Frame) -> str:
    edges = one.edges or ("",) * len(one.colours)
    looks = [
        f"<c:spPr>{fill(colour)}{edge(line, 1.25)}</c:spPr>" for colour, line in zip(one.colours, edges, strict=True)
    ]
    usual = looks[next((place for place, value in enumerate(one.values) if value is not None), 0)]
    points = "".join(
        f'<c:dPt><c:idx val="{place}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>{look}</c:dPt>'
        for place, look in enumerate(looks) if look != usual and one.values[place] is not None
    )  # fmt: skip
    return (
        f'<c:ser>{_named(at, name)}{usual}<c:invertIfNegative val="0"/>{points}'
        f"{labels_of(plot, one, frame)}{_data(plot, at, one)}</c:ser>"
    )


def _lines(plot: Plot, series: Sequence[tuple[int, Series]], names: Sequence[str], frame: Frame) -> str:
    drawn = "".join(_line(plot, at, one, names[at], frame) for at, one in series)
    kind = '<c:grouping val="standard"/><c:varyColors val="0"/>'
    return f'<c:lineChart>{kind}{drawn}<c:marker val="1"/>{AXES}</c:lineChart>'


def _line(plot: Plot, at: int, one: Series, name: str, frame: Frame) -> str:
    colour = next((colour for colour in one.colours if colour), NEUTRAL)
    dash = '<a:prstDash val="sysDash"/>' if one.dashed else ""
    sign = (
        f'<c:symbol val="circle"/><c:size val="6"/><c:spPr>{fill(colour)}</c:spPr>'
        if one.marked
        else '<c:symbol val="none"/>'
    )
    return (
        f'<c:ser>{_named(at, name)}<c:spPr><a:ln w="28575" cap="rnd">{fill(colour)}{dash}<a:round/></a:ln></c:spPr>'
        f'<c:marker>{sign}</c:marker>{labels_of(plot, one, frame)}{_data(plot, at, one)}<c:smooth val="0"/></c:ser>'
    )


def _named(at: int, name: str) -> str:
    column = _column(at)
    return (
        f'<c:idx val="{at}"/><c:order val="{at}"/><c:tx><c:strRef><c:f>Sheet1!${column}$1</c:f><c:strCache>'
        f'<c:ptCount val="1"/><c:pt idx="0"><c:v>{plain(name)}</c:v></c:pt></c:strCache></c:strRef></c:tx>'
    )


def _column(at: int) -> str:
    return xlsxwriter.utility.xl_col_to_name(at + 1)  # type: ignore[no-any-return]


def _data(plot: Plot, at: int, one: Series) -> str:
    count, column = len(plot.categories), _column(at)
    names = "".join(
        f'<c:pt idx="{place}"><c:v>{plain(name)}</c:v></c:pt>' for place, name in enumerate(plot.categories)
    )
    values = "".join(
        f'<c:pt idx="{place}"><c:v>{value!r}</c:v></c:pt>'
        for place, value in enumerate(one.values)
        if value is not None
    )
    return (
        f'<c:cat><c:strRef><c:f>Sheet1!$A$2:$A${count + 1}</c:f><c:strCache><c:ptCount val="{count}"/>{names}'
        f"</c:strCache></c:strRef></c:cat><c:val><c:numRef><c:f>Sheet1!${column}$2:${column}${count + 1}</c:f>"
        f'<c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="{count}"/>{values}</c:numCache></c:numRef>'
        "</c:val>"
    )
