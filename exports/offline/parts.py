"""What the template of the offline page is given: its sections, its words, and how a piece of a report is written."""

from __future__ import annotations

import base64
import hashlib
import json
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

import plotly.io as pio
from markupsafe import Markup, escape

from exports.fingerprint import short_hash
from report.model import Cell, Chart, Report, Table
from words import Words

SHORT = 6  # characters that stand in one line
TREND = (72, 28, 3)  # width, height and margin of a tile's course, as on the screen


class Section(NamedTuple):
    """One report of the file: where it stands, and the line at its foot."""

    anchor: str
    report: Report
    compared: str
    foot: str


def sections_of(reports: Sequence[Report], words: Words) -> list[Section]:
    """The reports, each with an anchor of its own: a page may stand there twice, with other filters."""
    seen: Counter[str] = Counter()
    sections = []
    for report in reports:
        seen[report.page.name] += 1
        count = seen[report.page.name]
        compared = words("since {day}", day=words.date(report.filters.compare)) if report.filters.compare else ""
        anchor = report.page.name if count == 1 else f"{report.page.name}-{count}"
        sections.append(Section(anchor, report, compared, _foot(report, words)))
    return sections


def _foot(report: Report, words: Words) -> str:
    """Filters, generation, hash, and whether the data is illustrative."""
    parts = [report.title, report.sentence, words.labelled(words("Generation"), report.generation),
             words.labelled(words("Hash"), short_hash(report))]  # fmt: skip
    return " · ".join([*parts, *report.sources.values(), *([words("Illustrative data")] * report.illustrative)])


def labels_of(words: Words) -> Mapping[str, str]:
    """The words of the template itself."""
    return {
        "contents": words("Contents"),
        "definitions": words("Definitions"),
        "illustrative": words("Illustrative data"),
        "empty": words("No project fits these filters together."),
        "nothing": words("Nothing to show in this selection."),
        "passport": words("Definition and SQL"),
        "table": words("Table"),
        "late": words("behind the year"),
    }


def in_script(value: Any) -> Markup:
    """A value as JSON inside a script element, which no text of it can end."""
    return _safe_json(json.dumps(value, ensure_ascii=False))


def _figure_json(chart: Chart) -> Markup:
    return _safe_json(str(pio.to_json(chart.figure, validate=False, engine="orjson")))


def _safe_json(text: str) -> Markup:
    return Markup(text.replace("<", "\\u003c"))


def sha256_source(script: str) -> str:
    """A script as the page's policy names it: no other one runs."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


def _css_text(text: str) -> Markup:
    """A text inside a string of a style sheet: every character but letters and digits by its number."""
    return Markup("".join(c if c.isalnum() and ord(c) < 128 else f"\\{ord(c):x} " for c in text))


def _points(trend: Sequence[tuple[Any, float | None]]) -> str:
    """A tile's course as the points of a line; empty where there are not two values."""
    width, height, margin = TREND
    known = [value for _, value in trend if value is not None]
    if len(known) < 2:
        return ""
    low, span = min(known), max(known) - min(known)
    step = (width - 2 * margin) / (len(trend) - 1)
    return " ".join(
        f"{margin + step * place:.1f},"
        f"{height / 2 if not span else height - margin - (height - 2 * margin) * (value - low) / span:.1f}"
        for place, (_, value) in enumerate(trend)
        if value is not None
    )


def _order(table: Table, place: int) -> Markup:
    """How the table is sorted as it comes."""
    if not table.sorted_by or table.sorted_by[0] != place:
        return Markup()
    return Markup(' aria-sort="{}"').format("descending" if table.sorted_by[1] else "ascending")


def _tone(cell: Cell, is_number: bool) -> str:
    short = "short" if len(cell.text) <= SHORT else ""
    return " ".join(filter(None, ("num" if is_number else short, cell.tone)))


def _raw(cell: Cell) -> Markup:
    """The number or day behind a text, whole: what the cell is sorted by."""
    if cell.value is None or isinstance(cell.value, tuple):
        return Markup()
    return Markup(' data-value="{}"').format(cell.value)


def _is_map(chart: Chart) -> bool:
    return "geo" in chart.figure.layout and bool(chart.figure.layout.geo.projection.type)


def _breakable(text: str) -> Markup:
    """A name of a file with places where a narrow screen may break it."""
    return Markup("/<wbr>").join(escape(part) for part in text.split("/"))


FILTERS: Mapping[str, Callable[..., Any]] = {
    "figure_json": _figure_json, "css_text": _css_text, "points": _points, "order": _order, "tone": _tone,
    "raw": _raw,    "is_map": _is_map, "breakable": _breakable,
}  # fmt: skip
