"""What the energy projects bring as a table: electricity, coal saved, CO₂ avoided, with the factor and its source."""

from __future__ import annotations

from typing import Any

from data.assets import factors
from queries.catalog import catalog
from queries.reconcile import FLAGS
from report.assemble import Source, cell_of, not_applying, question_parameters
from report.filters import Filters
from report.model import Cell, Table
from report.units import number_in, scaled, unit_of
from words import Words

OUTPUT, FACTOR = "energy_output", "co2_per_t_standard_coal"


def output_table(filters: Filters, source: Source, words: Words) -> Table:
    """Each project that states generation or coal saved; the note names the factor and what doesn't fit."""
    query = catalog()[OUTPUT]
    rows = source.engine.ask(OUTPUT, **question_parameters(query, filters))
    electricity, tonnes = [words.wrapped(unit_of(unit, words)) for unit in ("mwh", "t")]
    flags = [_flag(row, words) for row in rows if row.load_pct and row.highest_pct and row.load_pct > row.highest_pct]
    return Table(
        OUTPUT,
        words(query.title),
        (
            words("Project"), words("Kind"), words("Capacity (MW)"), words("Annual generation") + electricity,
            words("Part of a full year (%)"), words("Coal saved") + tonnes, words("Coal saved per kWh (g)"),
            words("CO₂ avoided") + tonnes,
        ),
        (False, False, True, True, True, True, True, True),
        tuple(_row(row, source, words) for row in rows),
        " ".join(filter(None, (_factor(words) if rows else "", *flags, *not_applying(query, filters, words)))),
        OUTPUT,
    )  # fmt: skip


def _row(row: Any, source: Source, words: Words) -> tuple[Cell, ...]:
    return (
        cell_of("name", row, source.city, words),
        cell_of("energy_kind", row, source.city, words),
        _number(row.capacity_mw, 0, words),
        _in(row.annual_energy_mwh, "mwh", words),
        _number(row.load_pct, 1, words),
        _in(row.coal_saved_t, "t", words),
        _number(row.coal_g_per_kwh, 0, words),
        _in(row.co2_avoided_t, "t", words),
    )


def _in(value: Any, unit: str, words: Words) -> Cell:
    if value is None:
        return Cell("")
    return Cell(number_in(float(value), unit, words), value=scaled(float(value), unit))


def _number(value: Any, decimals: int, words: Words) -> Cell:
    return Cell("") if value is None else Cell(words.number(value, decimals), value=value)


def _factor(words: Words) -> str:
    """The emission factor with its source, as it stands in the reference file."""
    row = factors().get(FACTOR)
    if row is None:
        return words("Without an emission factor there is no CO₂.")
    return words(
        "CO₂ = coal saved × {factor} t per t of standard coal ({source}).",
        factor=row["value"], source=row[f"source_{words.language}"],
    )  # fmt: skip


def _flag(row: Any, words: Words) -> str:
    """The arithmetic of a stated generation that a plant of its kind can't reach."""
    energy, capacity = float(row.annual_energy_mwh), float(row.capacity_mw)
    arithmetic = words(
        FLAGS["capacity_factor"], energy=number_in(energy, "mwh", words), capacity=number_in(capacity, "mw", words),
        value=words.percent(row.load_pct), limit=words.percent(row.highest_pct, 0),
    )  # fmt: skip
    return words("▲ {name}: {arithmetic}.", name=row.name, arithmetic=arithmetic)
