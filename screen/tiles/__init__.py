"""The KPI tiles of a page, one element for all of them: four across, two on narrow screens."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import streamlit as st

from report.model import Kpi
from words import Words

_HERE = Path(__file__).parent


def tiles(kpis: Sequence[Kpi], words: Words, *, compared: str, on_open: Callable[[str], None]) -> None:
    """Show the KPIs; a click on one calls `on_open` with its name."""
    mount = st.components.v2.component(
        "keyprojects_tiles",
        css=(_HERE / "tiles.css").read_text(encoding="utf-8"),
        js=(_HERE / "tiles.js").read_text(encoding="utf-8"),
        isolate_styles=False,
    )

    def opened() -> None:
        name = st.session_state["tiles"].open
        if name:
            on_open(name)

    mount(
        key="tiles",
        data={"tiles": [_tile(kpi, words, compared) for kpi in kpis], "language": words.language},
        on_open_change=opened,
    )


def _tile(kpi: Kpi, words: Words, compared: str) -> dict[str, Any]:
    return {
        "name": kpi.name,
        "title": kpi.title,
        "value": kpi.value,
        "unit": kpi.unit,
        "base": kpi.base,
        "note": kpi.note,
        "late": words("behind the year") if kpi.is_late else "",
        "change": kpi.change,
        "compared": compared,
        "trend": [value for _, value in kpi.trend],
        "hint": words("Definition, SQL and rows"),
    }
