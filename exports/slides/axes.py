"""Axes, legend and the room between them in a native chart."""

from __future__ import annotations

from charts.theme import NEUTRAL
from exports.plots.model import Plot
from exports.slides.canvas import edge
from exports.slides.labels import label_size, texts_look
from exports.slides.look import INK, RULE, Frame, width

NAMES = 0.36  # of a chart's width at most for the names of its bars
GUIDE = f"<c:majorGridlines><c:spPr>{edge(NEUTRAL, 1, 'sysDash')}</c:spPr></c:majorGridlines>"
GRID = f"<c:majorGridlines><c:spPr>{edge(RULE, 0.5)}</c:spPr></c:majorGridlines>"
TICKS = '<c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
UPWARDS = '<c:scaling><c:orientation val="minMax"/>{}</c:scaling>'


def names_width(plot: Plot, frame: Frame) -> float:
    """How much room the names of the bars take at the left."""
    longest = max((width(name, label_size(plot, frame)) for name in plot.categories), default=0)
    return min(NAMES * frame.w, longest + 14)


def layout(plot: Plot, frame: Frame) -> str:
    """The plot's own area within the chart: charts beside each other get the same scale."""
    if plot.kind == "bar":
        left, top, right, bottom = names_width(plot, frame) / frame.w, 0.08 if has_legend(plot) else 0.0, 0.0, 0.0
    elif plot.kind == "line" and not plot.has_scale:
        left, top, right, bottom = 0.02, 0.04, 0.03, 0.04
    else:
        size = label_size(plot, frame)
        at_end = [width(one.last, size) for one in plot.series if one.last and one.values[-1] is not None]
        left = (46 if plot.has_scale else 4) / frame.w
        top, right, bottom = (
            0.1 if has_legend(plot) else 0.04,
            (max(at_end, default=0) + 14) / frame.w,
            2.4 * size / frame.h,
        )
    edges = {"x": left, "y": top, "w": 1 - left - right, "h": 1 - top - bottom}
    sizes = "".join(f'<c:{name} val="{part:.4f}"/>' for name, part in edges.items())
    return (
        '<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
        f"{sizes}</c:manualLayout></c:layout>"
    )


def axes(plot: Plot, frame: Frame) -> str:
    """Names along the one axis, values along the other, which is seen only where nothing else says them."""
    size, flat = label_size(plot, frame), plot.kind == "bar"
    names = "none" if plot.kind == "line" and not plot.has_scale else "low"
    shown = plot.has_scale and not flat
    grid = GUIDE if plot.guide else GRID if shown else ""
    unit = f'<c:majorUnit val="{plot.guide!r}"/>' if plot.guide else ""
    between = "midCat" if plot.kind == "line" else "between"
    return (
        f'<c:catAx><c:axId val="1"/>{UPWARDS.format("")}<c:delete val="0"/><c:axPos val="{"l" if flat else "b"}"/>'
        f'<c:numFmt formatCode="General" sourceLinked="0"/>{TICKS}<c:tickLblPos val="{names}"/>'
        f'<c:spPr>{edge(RULE, 0.75)}</c:spPr>{texts_look(size, INK)}<c:crossAx val="2"/><c:crosses val="autoZero"/>'
        '<c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="60"/><c:noMultiLvlLbl val="1"/></c:catAx>'
        f'<c:valAx><c:axId val="2"/>{UPWARDS.format(_limits(plot))}<c:delete val="{int(not shown)}"/>'
        f'<c:axPos val="{"b" if flat else "l"}"/>{grid}'
        f'<c:numFmt formatCode="{plot.axis_format or "#,##0"}" sourceLinked="0"/>{TICKS}<c:tickLblPos val="nextTo"/>'
        f'<c:spPr>{edge("")}</c:spPr>{texts_look(size - 1, NEUTRAL)}<c:crossAx val="1"/><c:crosses val="autoZero"/>'
        f'<c:crossBetween val="{between}"/>{unit}</c:valAx>'
    )


def _limits(plot: Plot) -> str:
    limits = (("max", plot.high), ("min", plot.low))
    return "".join(f'<c:{name} val="{value!r}"/>' for name, value in limits if value is not None) or _room(plot)


def _room(plot: Plot) -> str:
    """Stacks leave room for the texts behind them, columns for those above; a scale of shares ends where they do."""
    stacks = [
        sum(one.values[at] or 0 for one in plot.series if one.kind == "bar") for at in range(len(plot.categories))
    ]
    top, low = max(stacks, default=0), min([*stacks, 0])
    if plot.ends and top > 0 and low == 0:
        return f'<c:max val="{top * 1.3!r}"/><c:min val="0"/>'
    return ""


def has_legend(plot: Plot) -> bool:
    """Whether colours need a key: several named series that aren't named where they end."""
    seen = [one for one in plot.series if not one.hidden]
    return len(seen) > 1 and any(one.name and not one.last for one in seen)


def legend(plot: Plot, frame: Frame) -> str:
    """A key above the plot, without what isn't seen or is named elsewhere."""
    if not has_legend(plot):
        return ""
    left_out = "".join(
        f'<c:legendEntry><c:idx val="{at}"/><c:delete val="1"/></c:legendEntry>'
        for at, one in enumerate(plot.series) if one.hidden or not one.name or one.last
    )  # fmt: skip
    look = texts_look(label_size(plot, frame), INK)
    return f'<c:legend><c:legendPos val="t"/>{left_out}<c:overlay val="0"/>{look}</c:legend>'
