"""Rows for the charts of the campaigns, from amounts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal

from charts import campaign_phases, campaign_progress

CAMPAIGNS = ("listing", "green_mines", "smart_water")
TARGETS = ("№ 1", "№ 2", "№ 3")
DAY, LATEST = dt.date(2022, 9, 30), dt.date(2022, 12, 31)


def ways(amounts: Sequence[int]) -> list[campaign_progress.Row]:
    """Targets of 100, the way to each being what the amounts leave of it; nothing counts as none."""
    return [
        campaign_progress.Row("listing", name, name, "target", Decimal(100), Decimal(100 - n), 100.0 - n,
                              "open" if n else "met", False)
        for name, n in zip(TARGETS, amounts, strict=False)
    ]  # fmt: skip


def phases(amounts: Sequence[int]) -> list[campaign_phases.Row]:
    """A phase of each campaign, which ends the sooner the larger the amount; nothing is a phase without an end."""
    return [
        campaign_phases.Row(DAY, campaign, True, "动员", "Mobilisation", None,
                            LATEST - dt.timedelta(days=n) if n else None, "running" if n else "undated", False)
        for campaign, n in zip(CAMPAIGNS, amounts, strict=False)
    ]  # fmt: skip
