"""The stages of the deals by county, sector and origin, and the deals that wait."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

from data.city import rows
from queries.catalog import catalog
from report.assemble import Source, not_applying, question_parameters, yi_cell
from report.filters import Filters
from report.listing import Listing
from report.model import Cell, Link, Table
from words import Words

PARTS = "deal_funnel_parts"
WAITING = "deals_waiting"
# What the deals are counted by: the title, the head of the first column, and the filter that a row sets.
TITLES = {
    "county": ("From match to landing by county", "County", "county"),
    "sector": ("From match to landing by sector", "Sector", "sector"),
    "origin": ("From match to landing by origin", "Origin", ""),
}
SHOWN = 15


def funnel_tables(filters: Filters, source: Source, words: Words) -> tuple[Table, ...]:
    """The stages by county, by sector and by origin, each with the sum that all three share."""
    query = catalog()[PARTS]
    found = source.engine.ask(PARTS, **question_parameters(query, filters))
    notes = (
        words("Landed ÷ signed, by count and by money; matched is cumulative."),
        *not_applying(query, filters, words),
    )
    return tuple(
        _table(part, [row for row in found if row.counted_by == part], source, words, " ".join(notes))
        for part in TITLES
    )


def _table(part: str, found: list[Any], source: Source, words: Words, note: str) -> Table:
    title, head, narrowed = TITLES[part]
    columns = (
        words(head), words("Matched"), words("Signed"), words("Signed (100m yuan)"), words("Landed"),
        words("Landed (100m yuan)"), words("Landed by count"), words("Landed by money"),
    )  # fmt: skip
    lines = [(_name(part, row.code, narrowed, source, words), *_cells([row], words)) for row in found]
    total = [(Cell(words("All")), *_cells(found, words))] if len(found) > 1 else []
    return Table(
        f"{PARTS}_{part}", words(title), columns, (False, *(True for _ in columns[1:])), (*lines, *total), note, PARTS
    )


def _name(part: str, code: str | None, narrowed: str, source: Source, words: Words) -> Cell:
    """The part's name; a county or a sector narrows the page to it."""
    link = Link(((narrowed, (code,)),)) if narrowed and code else None
    return Cell(source.city.label(part, code, words.language) or words("unknown"), link=link)


def _cells(picked: list[Any], words: Words) -> tuple[Cell, ...]:
    matched, signed, landed = (sum(getattr(row, name) for row in picked) for name in ("matched", "signed", "landed"))
    signed_wan, landed_wan = (
        sum((getattr(row, name) for row in picked), Decimal(0)) for name in ("signed_wan", "landed_wan")
    )
    return (
        _number(matched, words), _number(signed, words), yi_cell(signed_wan, words), _number(landed, words),
        yi_cell(landed_wan, words), _rate(landed, signed, words), _rate(landed_wan, signed_wan, words),
    )  # fmt: skip


def _number(count: int, words: Words) -> Cell:
    return Cell(words.number(count), value=count)


def _rate(part: Decimal | int, whole: Decimal | int, words: Words) -> Cell:
    if not whole:
        return Cell("")
    pct = float(100 * Decimal(part) / Decimal(whole))
    return Cell(words.percent(pct), value=pct)


def waiting_table(filters: Filters, source: Source, words: Words) -> Table:
    """The deals signed long ago and not landed; the note says how many, how much, and what long means."""
    found = source.engine.ask(WAITING, **question_parameters(catalog()[WAITING], filters))
    table = Listing(WAITING, hidden=("deal_id",), limit=SHOWN)(filters, source, words)
    days = next(row["value"] for row in rows("thresholds.csv") if row["name"] == "deal_waiting_days")
    note = words(
        "{count} deals signed more than {days} days ago have not landed: {money}.", count=words.number(len(found)),
        days=days, money=words.money(sum((row.signed_wan or Decimal(0) for row in found), Decimal(0))),
    )  # fmt: skip
    return replace(table, note=" ".join(filter(None, (note, table.note))))
