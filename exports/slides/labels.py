"""The numbers and names that stand at the values of a native chart."""

from __future__ import annotations

from charts.theme import ACCENT
from exports.plots.model import Plot, Series
from exports.slides.canvas import fill, plain
from exports.slides.look import FONTS, INK, PAPER, Frame, is_dark, width

CLOSE = 0.06  # of the chart's height: names of two lines that end nearer than this go above and below
DELETED = '<c:delete val="1"/>'
SHOWN = '<c:showLegendKey val="0"/><c:showVal val="{}"/><c:showCatName val="0"/><c:showSerName val="0"/>' \
        '<c:showPercent val="0"/><c:showBubbleSize val="0"/>'  # fmt: skip


def label_size(plot: Plot, frame: Frame) -> float:
    """The size of the texts of a chart: smaller where many stand in little room."""
    room = frame.h / max(len(plot.categories), 1) if plot.kind == "bar" else frame.w / 30
    return max(8, min(13, room * 0.55))


def texts_look(size: float, colour: str, bold: bool = False) -> str:
    """The look of texts that the chart writes itself."""
    return (
        f'<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="{round(size * 100)}" b="{int(bold)}">{fill(colour)}'
        f'{FONTS}</a:defRPr></a:pPr><a:endParaRPr lang="zh-CN"/></a:p></c:txPr>'
    )


def labels_of(plot: Plot, one: Series, frame: Frame) -> str:
    """The labels of a series: its values in their format, texts of their own, or the name of a line at its end."""
    size = label_size(plot, frame)
    if one.kind == "line":
        return _at_the_end(plot, one, size)
    if one.hidden and not one.labels:
        return _none()
    if not one.labels:
        return (
            _none()
            if plot.has_scale or plot.is_stacked
            else _values(plot, one, _usual_format(plot, one), size, set(), frame)
        )
    if one.number_format:
        hidden = _too_narrow(plot, one, size, frame) if plot.is_stacked else set()
        return _values(plot, one, one.number_format, size, hidden, frame)
    own = "".join(_text(at, text, _side(plot, one), size, INK) for at, text in enumerate(one.labels)
                  if text and (one.values[at] is not None))  # fmt: skip
    return f"<c:dLbls>{own}{SHOWN.format(0)}</c:dLbls>"


def _none() -> str:
    return f"<c:dLbls>{SHOWN.format(0)}</c:dLbls>"


def _side(plot: Plot, one: Series) -> str:
    """Where a number stands: in its part of a stack, at the base of the nothing behind a stack, else behind a bar."""
    if not plot.is_stacked:
        return "outEnd"
    return "inBase" if one.hidden else "ctr"


def _values(plot: Plot, one: Series, form: str, size: float, left_out: set[int], frame: Frame) -> str:
    """The values of a series in their format: in a stack each in the ink that its own part needs."""
    size = size if plot.kind == "bar" else _narrow(plot, one, size, frame)
    inks = [PAPER if plot.is_stacked and colour and is_dark(colour) else INK for colour in one.colours]
    single = (
        f'<c:dLbl><c:idx val="{at}"/>{DELETED if at in left_out else _look(plot, one, form, size, ink)}</c:dLbl>'
        for at, ink in enumerate(inks) if at in left_out or ink != inks[0]
    )  # fmt: skip
    return f"<c:dLbls>{''.join(single)}{_look(plot, one, form, size, inks[0])}</c:dLbls>"


def _look(plot: Plot, one: Series, form: str, size: float, ink: str) -> str:
    return (
        f'<c:numFmt formatCode="{_attribute(form)}" sourceLinked="0"/><c:spPr><a:noFill/></c:spPr>'
        f'{texts_look(size, ink)}<c:dLblPos val="{_side(plot, one)}"/>{SHOWN.format(1)}'
    )


def _attribute(text: str) -> str:
    return plain(text).replace('"', "&quot;")


def _narrow(plot: Plot, one: Series, size: float, frame: Frame) -> float:
    """The size at which the numbers of columns stand beside each other."""
    beside = sum(series.kind == "bar" for series in plot.series) or 1
    longest = max([width(text, 1) for text in one.labels] or [width(f"{max(_known(one), default=0):,.0f}", 1)]) or 1
    return max(7, min(size, 0.93 * frame.w / max(len(plot.categories), 1) / beside / longest))


def _known(one: Series) -> list[float]:
    return [value for value in one.values if value is not None]


def _usual_format(plot: Plot, one: Series) -> str:
    """The format of a series without labels: that of its neighbour, else as many decimals as it needs."""
    beside = next((other.number_format for other in plot.series if other.number_format), "")
    return beside or ("#,##0" if all(value == int(value) for value in _known(one)) else "#,##0.0")


def _too_narrow(plot: Plot, one: Series, size: float, frame: Frame) -> set[int]:
    """The places of numbers that have no room in their part of a bar; the workbook has them."""
    sums = [sum(abs(other.values[at] or 0) for other in plot.series) for at in range(len(plot.categories))]
    point = 0.7 * frame.w / (max(sums, default=0) or 1)
    return {
        at
        for at, (value, label) in enumerate(zip(one.values, one.labels, strict=True))
        if value is not None and (not label or width(label, size) > 1.1 * abs(value) * point)
    }


def _text(at: int, text: str, side: str, size: float, colour: str) -> str:
    look = f'sz="{round(size * 100)}"'
    style = f"{fill(colour)}{FONTS}"
    return (
        f'<c:dLbl><c:idx val="{at}"/><c:tx><c:rich><a:bodyPr wrap="none"/><a:lstStyle/><a:p><a:pPr><a:defRPr {look}>'
        f'{style}</a:defRPr></a:pPr><a:r><a:rPr lang="zh-CN" {look}>{style}</a:rPr><a:t>{plain(text)}</a:t></a:r></a:p>'
        f'</c:rich></c:tx><c:spPr><a:noFill/></c:spPr><c:dLblPos val="{side}"/>{SHOWN.format(1)}</c:dLbl>'
    )


def _at_the_end(plot: Plot, one: Series, size: float) -> str:
    """The name of a line with its last value, at its end; a line of a small chart has none."""
    known = [at for at, value in enumerate(one.values) if value is not None]
    if not one.last or not known:
        return _none()
    colour = next((colour for colour in one.colours if colour), ACCENT)
    return (
        f"<c:dLbls>{_text(known[-1], one.last, _beside(plot, one, known[-1]), size, colour)}{SHOWN.format(0)}</c:dLbls>"
    )


def _beside(plot: Plot, one: Series, at: int) -> str:
    """To the right of the end, but above it where another line goes on close below."""
    own = one.values[at] or 0
    top = max([value for other in plot.series for value in _known(other)], default=1) or 1
    near = [other.values[at] or 0 for other in plot.series if other is not one and other.kind == "line" and other.last
            and other.values[at] is not None and abs((other.values[at] or 0) - own) < CLOSE * top]  # fmt: skip
    if not near:
        return "r"
    return "t" if own > min(near) or (own == min(near) and one.last_above) else "r"
