"""The dispatch meetings: the number of video meetings and their five parties are printed, their days are not."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from typing import Any

from data.demo.printed import count

Row = dict[str, Any]
# Days are illustrative.
VIDEO_DAYS = (
    dt.date(2022, 2, 18), dt.date(2022, 3, 25), dt.date(2022, 5, 13), dt.date(2022, 6, 24), dt.date(2022, 8, 26),
)  # fmt: skip
OTHERS = (
    (dt.date(2022, 4, 14), "on_site"), (dt.date(2022, 6, 2), "special"), (dt.date(2022, 7, 21), "on_site"),
    (dt.date(2022, 9, 15), "special"),
)  # fmt: skip
PARTIES = 5  # city leaders, local government, departments, owner, builder
LAST_YEAR_ROW: Row = {
    "meeting_id": "D2021-01", "held_on": dt.date(2021, 12, 3), "kind": "special", "chair_post": "市政府领导",
    "parties": 3, "projects_discussed": 9, "evidence": "illustrative",
}  # fmt: skip


def meeting_rows(as_of: dt.date) -> list[Row]:
    """The meetings of the year held by the date."""
    held = (LAST_YEAR_ROW,) if as_of.year == 2021 else meetings()
    return [row for row in held if row["held_on"] <= as_of]


@lru_cache(maxsize=1)
def meetings() -> tuple[Row, ...]:
    """The meetings of 2022, numbered by their days."""
    video = [
        {"held_on": day, "kind": "cloud_dispatch", "chair_post": "市委市政府主要领导", "parties": PARTIES,
         "projects_discussed": 16 + 2 * i, "evidence": "illustrative",
         "published_fields": ["kind", "chair_post", "parties"]}
        for i, day in enumerate(VIDEO_DAYS[: count("F38")], 1)
    ]  # fmt: skip
    others = [
        {"held_on": day, "kind": kind, "chair_post": "市政府领导", "parties": 3, "projects_discussed": 9 + i,
         "evidence": "illustrative"}
        for i, (day, kind) in enumerate(OTHERS)
    ]  # fmt: skip
    held = sorted([*video, *others], key=lambda row: str(row["held_on"]))
    return tuple({"meeting_id": f"D2022-{number:02d}", **row} for number, row in enumerate(held, 1))
