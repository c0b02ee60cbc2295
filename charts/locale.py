"""How plotly.js names months and days in Chinese; English is its own."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

FILE = Path(__file__).parent / "zh-CN.json"


@lru_cache(maxsize=2)
def locale(language: str) -> Any:
    """What the drawing script is given as its locale zh-CN; None where it needs none."""
    return json.loads(FILE.read_text(encoding="utf-8")) if language == "zh" else None
