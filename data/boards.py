"""The layout of the campaign boards: which indicators belong to one row. A city may leave the file out."""

from __future__ import annotations

from data import city as reference

FILE = "campaign_boards.csv"


def campaign_boards() -> list[dict[str, str]]:
    """The indicators in the order of the boards: campaign, row, zh, en, indicator, part; none without a file."""
    return reference.rows(FILE) if (reference.REFERENCE / FILE).exists() else []
