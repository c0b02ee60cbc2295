"""Since which generation alerts count: what the address says, else what this browser last saw.

A browser keeps `<newest generation seen>.<the one seen before it>`. It shifts only when something was
published since, so that a reload shows the same list again.
"""

from __future__ import annotations

import re
from dataclasses import replace

from data.errors import Refused
from data.opening import Opened
from report.filters import Filters

_KEPT = re.compile(r"(\d{1,9})\.(\d{1,9})")


def last_seen(kept: str, current: int) -> int | None:
    """The generation that the browser saw before the current one; None where it knows of none."""
    match = _KEPT.fullmatch(kept)
    if not match:
        return None
    newest, before = int(match[1]), int(match[2])
    seen = before if newest == current else newest
    return seen if 0 < seen < current else None


def to_keep(kept: str, current: int) -> str:
    """What the browser keeps once it has seen the current generation."""
    match = _KEPT.fullmatch(kept)
    return kept if match and int(match[1]) == current else f"{current}.{last_seen(kept, current) or 0}"


def is_live(filters: Filters, opened: Opened) -> bool:
    """Whether the view follows what is published: no generation frozen, and the newest date."""
    return filters.generation is None and filters.as_of == opened.dates[-1]


def settled(filters: Filters, opened: Opened, kept: str) -> tuple[Filters, tuple[Refused, ...]]:
    """The filters with the generation that alerts count from; one that isn't there is left out and said."""
    faults: tuple[Refused, ...] = ()
    if filters.since is not None and not 0 < filters.since <= opened.generation:
        faults = (
            Refused(
                "There is no generation {generation}; the newest is {current}.",
                generation=filters.since, current=opened.generation,
            ),
        )  # fmt: skip
        filters = replace(filters, since=None)
    if filters.since is None and is_live(filters, opened):
        filters = replace(filters, seen=last_seen(kept, opened.generation))
    return filters, faults
