"""The record of the large counts: one line a run in docs/soak.md."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

PAGE = Path(__file__).parents[1] / "docs" / "soak.md"
HEAD = "# Soak\n\nThe large counts that `make soak` runs, and what came of them.\n\n| day | what | count | result |\n|---|---|---|---|\n"


def record(what: str, count: int, result: str) -> None:
    """Add a line, in the place of an older one of the same name."""
    lines = PAGE.read_text(encoding="utf-8").splitlines(keepends=True) if PAGE.exists() else [HEAD]
    kept = [line for line in lines if f"| {what} |" not in line]
    day = dt.datetime.now(dt.UTC).date()
    PAGE.write_text("".join(kept) + f"| {day} | {what} | {count} | {result} |\n", encoding="utf-8")
