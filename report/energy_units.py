"""The city's real generating units as tables: beside the printed capacity, and one by one."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from charts.energy import megawatts
from data.assets import assets_credit, energy_indicators
from queries.catalog import catalog
from report.assemble import Source, cell_of, not_applying, question_parameters
from report.filters import Filters
from report.model import Cell, Table
from report.units import number_in, unit_of
from words import Words, rounded

CLEAN, UNITS = "clean_capacity", "energy_units"
# Role of a printed indicator → its column; the computed column where the real units give one.
PRINTED = {
    "new_capacity": "new_mw", "new_share": "new_pct", "all_capacity": "all_mw", "share_change": "share_change_points",
}  # fmt: skip
COMPUTED = {"new_share": "computed_pct", "all_capacity": "computed_all_mw"}


def clean_table(filters: Filters, source: Source, words: Words) -> Table:
    """The printed capacity and share beside what the real units give, with the arithmetic and the verdict."""
    query = catalog()[CLEAN]
    row = source.engine.ask(CLEAN, **question_parameters(query, filters))[0]
    roles = [one for one in energy_indicators() if one["role"] in PRINTED]
    rows = tuple(_indicator(one, row, words) for one in roles if getattr(row, PRINTED[one["role"]]) is not None)
    note = words("Printed: from the indicators table. Computed: with the units in operation, {mw} of other kinds.",
                 mw=megawatts(row.other_mw, words)) if row.other_mw else ""  # fmt: skip
    return Table(
        CLEAN,
        words(query.title),
        (words("Indicator"), words("Printed"), words("Computed"), words("Arithmetic"), words("Verdict")),
        (False, True, True, False, False),
        rows,
        " ".join(filter(None, (note, credit_said(words), *not_applying(query, filters, words))))
        if rows
        else words("The indicators table has no printed capacity at this date."),
        CLEAN,
    )


def _indicator(one: dict[str, str], row: Any, words: Words) -> tuple[Cell, ...]:
    role, printed = one["role"], getattr(row, PRINTED[one["role"]])
    computed = getattr(row, COMPUTED[role]) if role in COMPUTED else None
    cells = (
        Cell(one["zh"] if words.language == "zh" else one["en"]),
        Cell(_shown(role, printed, words), value=printed),
    )
    if computed is None:
        return (*cells, Cell(""), Cell(""), Cell(""))
    new, other, whole = [words.number(value, 1) for value in (row.new_mw, row.other_mw, row.computed_all_mw)]
    pct = words.percent(row.computed_pct)
    sum_said = f"{new} ÷ ({new} + {other}) = {pct}" if role == "new_share" else f"{new} + {other} = {whole}"
    given = pct if role == "new_share" else megawatts(computed, words)
    return *cells, Cell(given, value=computed), Cell(sum_said), _verdict(printed, computed, words)


def _shown(role: str, printed: float, words: Words) -> str:
    """A printed value with the decimals that it was printed with; in Chinese also in the unit of print."""
    if role == "new_share":
        return f"{printed:g}%"
    if role == "share_change":
        return words.points(printed)
    as_printed = words.wrapped(number_in(printed, "mw", words) + unit_of("mw", words))
    return megawatts(printed, words) + (as_printed if words.language == "zh" else "")


def _verdict(printed: float, computed: float, words: Words) -> Cell:
    """It agrees when the computed value, rounded to the printed decimals, is the printed one."""
    decimals = len(f"{printed:g}".partition(".")[2])
    if rounded(computed, decimals) == rounded(printed, decimals):
        return Cell(words("agrees"), tone="agrees")
    credit = assets_credit()
    year = words.wrapped(words("{year} file", year=credit.year)) if credit and credit.year else ""
    return Cell(words("differs") + year, tone="differs")


def units_table(filters: Filters, source: Source, words: Words) -> Table:
    """Every unit of the file, with its status, its source and its number there."""
    query = catalog()[UNITS]
    rows = source.engine.ask(UNITS, **question_parameters(query, filters))
    running = sum((row.capacity_mw for row in rows if row.unit_status == "operating"), Decimal(0))
    note = words(
        "{units} units, {mw} of them in operation.", units=words.number(len(rows)), mw=megawatts(running, words)
    )
    notes = (note if rows else "", credit_said(words), *not_applying(query, filters, words))
    return Table(
        UNITS,
        words(query.title),
        (
            words("Site"), words("Generating unit"), words("Kind"), words("Capacity (MW)"), words("Status"),
            words("Since"), words("County"), words("Source"), words("Number in the source"),
        ),
        (False, False, False, True, False, False, False, False, False),
        tuple(_unit(row, source, words) for row in rows),
        " ".join(filter(None, notes)),
        UNITS,
    )  # fmt: skip


def _unit(row: Any, source: Source, words: Words) -> tuple[Cell, ...]:
    later = words.wrapped(words("after the as-of date")) if row.is_later else ""
    return (
        Cell(row.site if words.language == "zh" else row.site_en),
        Cell(row.unit_name),
        cell_of("energy_kind", row, source.city, words),
        Cell(words.number(row.capacity_mw), value=row.capacity_mw),
        cell_of("unit_status", row, source.city, words),
        Cell(row.since + later),
        cell_of("county_code", row, source.city, words),
        Cell(row.tracker),
        Cell(row.gem_id),
    )


def credit_said(words: Words) -> str:
    """Whose file the units are, its licence and the year of the statuses; that there is none without a file."""
    credit = assets_credit()
    if credit is None:
        return words("There is no file of generating units.")
    return words("Units: {source}; statuses of {year}.", source=credit.source, year=credit.year)
