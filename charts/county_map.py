"""The counties on the map, coloured by the chosen measure."""

from __future__ import annotations

from collections.abc import Sequence

import plotly.graph_objects as go

from charts import county_measures
from charts.county_measures import Row, base_said, change_said, chosen_measure, extremes, name_of, said, value_of
from charts.map import counties_shape, county_codes, county_names, credit, mapped
from charts.theme import BORDER, MARK, ON_SCALE, SCALE
from words import Words

__all__ = ["MEASURES", "QUERY", "SETS", "Row", "draw", "finding", "subtitle"]

QUERY = "county_measures"
SETS = "county"
MEASURES = county_measures.MEASURES


def finding(rows: Sequence[Row], words: Words, measure: str = "") -> str:
    """Who is first and who is last."""
    return extremes(rows, chosen_measure(measure), words)


def subtitle(rows: Sequence[Row], words: Words, measure: str = "") -> str:
    """Measure, unit, base, and what has to be said beside the map."""
    return " · ".join(filter(None, (base_said(rows, chosen_measure(measure), words), credit(words))))


def draw(rows: Sequence[Row], words: Words, marked: Sequence[str] = (), measure: str = "") -> go.Figure:
    """One shape a county, darker for more, named and numbered; the chosen ones are framed."""
    shown = chosen_measure(measure)
    by_code = {row.county_code: row for row in rows}
    codes = county_codes()
    values = [value_of(by_code[code], shown) if code in by_code else None for code in codes]
    texts = [_text(by_code.get(code), shown, words) for code in codes]
    hints = [_hint(by_code.get(code), shown, words) for code in codes]
    low, high = _range(values, shown)
    shapes = counties_shape(
        values,
        zmin=low,
        zmax=high,
        colorscale=[[0, SCALE[0]], [1, SCALE[1]]],
        hovertext=hints,
        hoverinfo="text",
        marker={"line": {"color": [MARK if code in marked else BORDER for code in codes],
                         "width": [4 if code in marked else 1.5 for code in codes]}},
    )  # fmt: skip
    inks = [ON_SCALE[1] if _is_dark(value, low, high) else ON_SCALE[0] for value in values]
    return mapped(shapes, county_names(texts, inks))


def _text(row: Row | None, shown: county_measures.Measure, words: Words) -> str:
    return f"<b>{name_of(row, words)}</b><br>{said(row, shown, words)}" if row else ""


def _hint(row: Row | None, shown: county_measures.Measure, words: Words) -> str:
    """Name, value and change: what the map has no room for."""
    if row is None:
        return ""
    change = change_said(row, shown, words)
    return f"{name_of(row, words)} {said(row, shown, words)}" + (words.wrapped(change) if change else "")


def _range(values: Sequence[float | None], shown: county_measures.Measure) -> tuple[float, float]:
    """From zero for amounts; from the lowest for shares, whose differences would vanish otherwise."""
    known = [value for value in values if value is not None] or [0.0]
    low = min(known) if shown.unit == "pct" else 0.0
    return low, max(known) if max(known) > low else low + 1


def _is_dark(value: float | None, low: float, high: float) -> bool:
    return value is not None and (value - low) / (high - low) > 0.5
