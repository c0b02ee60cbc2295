"""Writes docs/columns.md from the column dictionary. `python -m docs.columns`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from data.codes import CODES, Label
from data.ledger import TABLES, Column, Table

PAGE = Path(__file__).parent / "columns.md"
OF_THE_CITY = {"county": "`data/reference/divisions.csv`", "sector": "`data/reference/sectors.csv`"}
HEAD = """# Columns of the ledger

Generated from `data/ledger.py` by `make docs`. One table is one sheet of the workbook (named in Chinese)
and one Parquet file of a snapshot. Money is stored in 万元 (10,000 yuan); a column header may declare 亿元.
Columns marked *stamped* are filled when a ledger is read or published and don't stand in the workbook.
"""


def page() -> str:
    """The whole page as Markdown."""
    parts = [HEAD, *(_table(table) for table in TABLES.values()), _codes()]
    return "\n".join(parts)


def _table(table: Table) -> str:
    lines = [
        f"## {table.name} · {table.label.zh}",
        "",
        f"{table.grain.en} ({table.grain.zh}). Key: {', '.join(f'`{name}`' for name in table.key)}.",
        "",
        "| column | 中文 | type | unit | meaning | rules |",
        "|---|---|---|---|---|---|",
        *(_row(column) for column in table.columns),
        "",
    ]
    return "\n".join(lines)


def _row(column: Column) -> str:
    cells = (
        f"`{column.name}`",
        column.label.zh,
        column.kind.sql,
        column.unit,
        f"{column.meaning.en} {column.meaning.zh}",
        "; ".join(_rules(column)),
    )
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


def _rules(column: Column) -> Iterator[str]:
    if column.stamped:
        yield "*stamped*"
    if column.required:
        yield "required"
    if column.codes:
        yield f"codes: {OF_THE_CITY.get(column.codes, f'[{column.codes}](#{column.codes})')}"
    if column.minimum is not None:
        yield f"≥ {column.minimum:g}"
    if column.maximum is not None:
        yield f"≤ {column.maximum:g}"
    if column.not_before:
        yield f"not before {', '.join(f'`{name}`' for name in column.not_before)}"
    if column.at_most:
        yield f"at most `{column.at_most}`"
    if column.references:
        yield f"must stand in {column.references}"


def _codes() -> str:
    lines = ["# Codes", ""]
    for name, labels in CODES.items():
        lines += [f"## {name}", "", "| code | 中文 | English |", "|---|---|---|", *_labels(labels), ""]
    return "\n".join(lines)


def _labels(labels: Mapping[str, Label]) -> Iterator[str]:
    for code, label in labels.items():
        yield f"| `{code}` | {label.zh} | {label.en} |"


def main() -> None:
    """Write the page."""
    PAGE.write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()
