"""Parameters with which any question can be asked of the demonstration."""

from __future__ import annotations

import datetime as dt
from typing import Any

from queries.catalog import Query

AS_OF, PREVIOUS = dt.date(2022, 9, 30), dt.date(2021, 12, 31)
ASKED: dict[str, Any] = {
    "as_of": AS_OF, "as_ofs": [PREVIOUS, AS_OF], "previous": PREVIOUS, "of_sectors": ["energy"],
    "campaigns": ["low_carbon"], "project": "2201-211402-04-02-000001",
}  # fmt: skip


def given_to(query: Query, **more: Any) -> dict[str, Any]:
    """What the question takes of the sample and of `more`."""
    return {name: value for name, value in (ASKED | more).items() if name in query.parameter_names}
