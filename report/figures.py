"""The printed figures as tables, and the passport of each one."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from data.units import unit_label
from queries.catalog import catalog
from queries.reconcile import Figure, figure_parameters, reconcile
from report.assemble import Source
from report.filters import Filters
from report.model import Cell, Table
from report.passport import Passport, passport_of
from report.units import base_in, scaled
from words import Words

MULTIPLE = "× "  # before an English unit that begins with a number
RELATIONS = {">=": "≥ ", "<=": "≤ "}
VERDICTS = {"agrees": "agrees", "differs": "differs", "no_data": "nothing"}
VERDICT_WORDS = {"agrees": "agrees", "differs": "differs", "no_data": "no data"}
COLUMNS = ("No.", "Printed measure", "Printed", "Computed", "Base", "Unit", "Verdict", "Basis")
NUMERIC = (False, False, True, True, True, False, False, False)


def count_table(_filters: Filters, source: Source, words: Words) -> Table:
    """How many figures agree, recomputed and restated ones counted apart."""
    figures = reconcile(source.engine)
    kinds = ((True, words("Recomputed from rows")), (False, words("Restated")))
    rows = tuple(
        (Cell(title), *(_number(_count(figures, kind, verdict), words) for verdict in VERDICTS),
         _number(sum(1 for f in figures if f.is_recomputed == kind), words))
        for kind, title in kinds
    )  # fmt: skip
    return Table(
        "count", words("Verdicts"),
        (words("Basis"), *(words(word) for word in VERDICT_WORDS.values()), words("Figures")),
        (False, True, True, True, True), rows,
    )  # fmt: skip


def flagged_table(_filters: Filters, source: Source, words: Words) -> Table:
    """Printed statements that don't fit physics or each other, with the arithmetic."""
    flagged = [figure for figure in reconcile(source.engine) if figure.flag]
    rows = tuple(
        (
            Cell(f.id, f.id),
            Cell(_measure(f, words)),
            Cell(_printed(f, words), value=Decimal(f.printed)),
            Cell(words(f.flag, **f.flag_values)),
        )
        for f in flagged
    )
    return Table(
        "flagged", words("Printed statements that don't fit"),
        (words("No."), words("Printed measure"), words("Printed"), words("Arithmetic")),
        (False, False, True, False), rows,
    )  # fmt: skip


def recomputed_table(_filters: Filters, source: Source, words: Words) -> Table:
    """The figures that are counted, summed or divided from rows of the ledger."""
    chosen = [figure for figure in reconcile(source.engine) if figure.is_recomputed]
    return _table("recomputed", words("Recomputed from rows of the ledger"), chosen, words)


def restated_table(_filters: Filters, source: Source, words: Words) -> Table:
    """The figures that only stand in the indicators table as they were printed."""
    chosen = [figure for figure in reconcile(source.engine) if not figure.is_recomputed]
    note = words("Only the printed figure exists; it is carried in the indicators table and stated again.")
    return _table("restated", words("Restated campaign figures"), chosen, words, note)


def figure_passport(name: str, source: Source, words: Words) -> Passport | None:
    """The passport of the printed figure with that number; None for an unknown one."""
    figure = next((f for f in reconcile(source.engine) if f.id == name), None)
    if figure is None:
        return None
    return passport_of(
        figure.id, figure.query, figure_parameters(figure), source, words,
        title=f"{figure.id} {_measure(figure, words)}",
        value=words("printed {printed}, computed {computed}", printed=_printed(figure, words),
                    computed=_computed(figure)),
        arithmetic=words(figure.flag, **figure.flag_values) if figure.flag else "",
    )  # fmt: skip


def _table(name: str, title: str, figures: Sequence[Figure], words: Words, note: str = "") -> Table:
    rows = tuple(_row(figure, words) for figure in figures)
    return Table(name, title, tuple(words(column) for column in COLUMNS), NUMERIC, rows, note,
                 parts={COLUMNS.index("Base"): (words("numerator"), words("denominator"))})  # fmt: skip


def _row(figure: Figure, words: Words) -> tuple[Cell, ...]:
    relation = RELATIONS.get(figure.relation, "")
    return (
        Cell(figure.id, figure.id),
        Cell(_measure(figure, words)),
        Cell(f"{relation}{figure.printed}", value=Decimal(figure.printed)),
        Cell(_computed(figure), value=figure.computed),
        _base(figure, words),
        Cell(unit_label(figure.unit, words.language)),
        Cell(words(VERDICT_WORDS[figure.verdict]), tone=VERDICTS[figure.verdict]),
        Cell(words(figure.basis, **figure.basis_values)),
    )


def _number(count: int, words: Words) -> Cell:
    return Cell(words.number(count), value=count)


def _count(figures: Sequence[Figure], recomputed: bool, verdict: str) -> int:
    return sum(1 for f in figures if f.is_recomputed == recomputed and f.verdict == verdict)


def _measure(figure: Figure, words: Words) -> str:
    return figure.measure if words.language == "zh" else figure.measure_en


def _printed(figure: Figure, words: Words) -> str:
    unit = unit_label(figure.unit, words.language)
    if words.language == "zh":
        return f"{figure.printed}{unit}"
    return f"{figure.printed} {MULTIPLE if unit[:1].isdigit() else ''}{unit}".strip()


def _computed(figure: Figure) -> str:
    return "" if figure.computed is None else str(figure.computed)


def _base(figure: Figure, words: Words) -> Cell:
    if figure.numerator is None:
        return Cell("")
    base = catalog()[figure.query].base
    values = tuple(scaled(value, base) for value in (figure.numerator, figure.denominator))
    return Cell(base_in(figure.numerator, figure.denominator, base, words), value=values)
