"""How series look in Excel: colours, labels, strokes, as the figures have them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from charts.theme import NEUTRAL, QUIET
from exports.plots import Plot, Series

DARKEST = 120  # of 255: how light a bar is at least under black letters
Look = dict[str, Any]


def bar_look(series: Series, plot: Plot, overlap: int) -> Look:
    """A series of bars or columns; an invisible one may carry what is written behind the others."""
    look: Look = {"gap": 45, "overlap": overlap, "fill": {"none": True} if series.hidden else {}}
    if series.hidden:
        behind: Look = {"data_labels": {"value": True, "custom": _custom(series.labels), "position": "inside_base"}}
        return look | {"border": {"none": True}} | (behind if series.labels else {})
    colours = set(series.colours)
    if len(colours) == 1 and colours != {""}:
        look["fill"] = {"color": series.colours[0]}
    else:
        look["points"] = [_filled(colour) for colour in series.colours]
        look["fill"] = {"color": next((colour for colour in series.colours if colour), QUIET)}
    return look | _labels(series, plot.is_stacked)


def _filled(colour: str) -> Look:
    """A bar of a colour; one without is hollow."""
    return {"fill": {"color": colour}} if colour else {"fill": {"none": True}, "border": {"color": NEUTRAL}}


def _labels(series: Series, is_stacked: bool) -> Look:
    """The number at each bar as the figure writes it."""
    if not any(series.labels):
        return {}
    place: Look = {"font": {"color": _ink(series.colours)}} if is_stacked else {"position": "outside_end"}
    if series.number_format:
        return {"data_labels": {"value": True, "num_format": series.number_format, **place}}
    return {"data_labels": {"value": True, "custom": _custom(series.labels), **place}}


def _ink(colours: Sequence[str]) -> str:
    """What can be read on bars of this colour."""
    colour = next((one for one in colours if one), "#ffffff")
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return "#ffffff" if 0.3 * red + 0.59 * green + 0.11 * blue < DARKEST else "#000000"


def line_look(series: Series) -> Look:
    """A series drawn as a line, its name at its end where the figure has it there."""
    stroke: Look = {"color": series.colours[-1] or QUIET, "width": 2}
    look: Look = {"line": stroke | ({"dash_type": "dash"} if series.dashed else {})}
    if series.marked:
        look["marker"] = {"type": "circle", "size": 5, "fill": {"color": stroke["color"]}, "border": {"none": True}}
    if series.last:
        at = max(place for place, value in enumerate(series.values) if value is not None)
        texts = [series.last if place == at else "" for place in range(len(series.values))]
        side = "above" if series.last_above else "below"
        look["data_labels"] = {"value": True, "position": side, "custom": _custom(texts)}
    return look


def _custom(texts: Sequence[str]) -> list[Look]:
    return [{"value": said(text)} if text else {"delete": True} for text in texts]


def said(text: str) -> str:
    """A text in a chart: one that begins with = would be taken for a formula."""
    return f" {text}" if text.startswith("=") else text
