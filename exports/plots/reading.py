"""How parts of a Plotly figure are read: texts with their markup, colours, values that stand for every point."""

from __future__ import annotations

import datetime as dt
import html
import re
from collections.abc import Mapping, Sequence
from math import log, pi, tan
from typing import Any

from exports.plots.model import NotUnderstood, Number, Run
from words import rounded

TAG = re.compile(r"(<b>|</b>|<br>|<span style=\"color:#[0-9a-f]{6}\">|</span>)")
COLOUR = re.compile(r"#[0-9a-f]{6}\Z")
INK = "#222b36"


def runs(text: str, colour: str = "") -> tuple[Run, ...]:
    """The text in stretches of one look; a break is a line feed."""
    found: list[Run] = []
    bold, ink = False, colour
    for part in TAG.split(text):
        if part in ("<b>", "</b>"):
            bold = part == "<b>"
        elif part.startswith("<span "):
            ink = part[-9:-2]
        elif part == "</span>":
            ink = colour
        elif part:
            found.append(Run("\n" if part == "<br>" else html.unescape(part), bold, ink))
    return tuple(found)


def plain(text: object) -> str:
    """The text without markup, on one line."""
    return "".join(run.text for run in runs(str(text if text is not None else ""))).replace("\n", " ")


def each(value: Any, count: int, otherwise: Any = None) -> list[Any]:
    """One value for every point: what is given once stands for all."""
    if value is None:
        return [otherwise] * count
    return list(value) if isinstance(value, (list, tuple)) else [value] * count


def solid(colour: str | None, opacity: float = 1) -> str:
    """The colour as it shows on white; empty for one that isn't seen."""
    if not colour or colour == "rgba(0,0,0,0)":
        return ""
    if not COLOUR.match(colour):
        raise NotUnderstood(f"colour {colour}")
    parts = [round(255 - (255 - int(colour[at : at + 2], 16)) * opacity) for at in (1, 3, 5)]
    return "#" + "".join(f"{part:02x}" for part in parts)


def colours_of(marker: Mapping[str, Any], count: int) -> tuple[str, ...]:
    """The colour of every point of bars or marks."""
    given = zip(each(marker.get("color"), count), each(marker.get("opacity"), count, 1), strict=True)
    return tuple(solid(colour, opacity) for colour, opacity in given)


def number(value: Any) -> Number:
    """A value as a number of Python, exact for counts."""
    if value is None:
        return None
    return value if isinstance(value, int) else float(value)


def day(value: Any) -> float:
    """A day as a number."""
    return float(dt.date.fromisoformat(str(value)[:10]).toordinal())


def north(lat: float) -> float:
    """A latitude as a height of Mercator's map, in degrees of longitude."""
    return 180 / pi * log(tan(pi / 4 + lat * pi / 360))


def number_format(values: Sequence[Number], labels: Sequence[str]) -> str:
    """The number format that makes these labels of these values; empty where none does."""
    said = [(value, LABEL.match(label)) for value, label in zip(values, labels, strict=True) if label]
    looks = {(m[1], m[3], len(m[2].partition(".")[2]), m[2].startswith("+")) for _, m in said if m}
    signed = any(look[3] for look in looks)
    forms = {look[:3] for look in looks}
    if len(forms) != 1 or not all(match for _, match in said):
        return ""
    before, behind, decimals = forms.pop()
    if any(value is None or match is None or match[2] != _written(value, decimals, signed) for value, match in said):
        return ""
    body = f"{_quoted(before)}{{}}#,##0{'.' + '0' * decimals if decimals else ''}{_quoted(behind)}"
    if all(labels[at] for at, value in enumerate(values) if value is not None):
        return f"{body.format('+')};{body.format('-')};{body.format('')}" if signed else body.format("")
    if any(value and not label for value, label in zip(values, labels, strict=True)) or (0 in [v for v, _ in said]):
        return ""
    return f"{body.format('+' if signed else '')};{body.format('-')};"


LABEL = re.compile(r"([^\d+\-.,]*)([+-]?\d[\d,]*(?:\.\d+)?)([^\d.,]*)\Z")


def _written(value: float, decimals: int, signed: bool) -> str:
    shown = rounded(value, decimals) + 0
    return f"{shown:+,.{decimals}f}" if signed and shown else f"{shown:,.{decimals}f}"


def _quoted(text: str) -> str:
    return '"' + text.replace('"', "") + '"' if text else ""
