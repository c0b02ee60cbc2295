"""The workbook that a county office fills in: one sheet a table, drop-downs for codes, notes on units."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import xlsxwriter
from xlsxwriter.exceptions import FileCreateError
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from data.city import city
from data.errors import Refused
from data.ledger import TABLES, Column, Kind, Table
from data.units import unit_label

LISTS_SHEET = "_codes"
ROWS_WITH_LISTS = 20_000
NUMBER_FORMATS = {
    Kind.TEXT: "@",  # a long project code typed into a number's cell would lose its last digits
    Kind.DATE: "yyyy-mm-dd", Kind.MONEY: "#,##0.00", Kind.PERCENT: "0.0",
}  # fmt: skip
CELLS_OF_A_LIST = (Kind.CODE, Kind.CODES, Kind.BOOLEAN)
SEPARATORS = ",、;，；"  # between the codes of one cell
YES_NO = {"zh": ("是", "否"), "en": ("yes", "no")}


def header_of(column: Column, language: str) -> str:
    """The header of a column: its label and, where it has one, its unit in parentheses."""
    label = column.label.in_language(language)
    left, right = ("（", "）") if language == "zh" else (" (", ")")
    return f"{label}{left}{unit_label(column.unit, language)}{right}" if column.unit else label


def write_template(path: Path, language: str = "zh") -> None:
    """An empty workbook in the form that is read."""
    write_workbook(path, {}, language)


def write_workbook(path: Path, tables: Mapping[str, Sequence[Mapping[str, Any]]], language: str = "zh") -> None:
    """A workbook in the template's form with these rows: table name → rows by column name.

    Values are of Python's types (date, Decimal, int, float, str, bool, list of codes). Raises Refused when `path`
    can't be written.
    """
    try:
        _write(path, tables, language)
    except (FileCreateError, OSError) as error:
        raise Refused("{path} can't be written; close it, or name another file.", path=path) from error


def _write(path: Path, tables: Mapping[str, Sequence[Mapping[str, Any]]], language: str) -> None:
    options = {"strings_to_formulas": False, "strings_to_urls": False, "default_date_format": "yyyy-mm-dd"}
    with xlsxwriter.Workbook(str(path), options) as book:
        formats = {kind: book.add_format({"num_format": code}) for kind, code in NUMBER_FORMATS.items()}
        heads = {
            required: book.add_format({"bold": True, "bg_color": "#1F4E79" if required else "#DDE6EF",
                                       "font_color": "#FFFFFF" if required else "#000000", "text_wrap": True})
            for required in (True, False)
        }  # fmt: skip
        sheets = {name: book.add_worksheet(table.label.in_language(language)) for name, table in TABLES.items()}
        lists = _write_lists(book, language)
        for name, sheet in sheets.items():
            _write_head(sheet, TABLES[name], heads, formats, lists, language)
            _write_rows(sheet, TABLES[name], tables.get(name, ()), language)


def _write_head(
    sheet: Worksheet, table: Table, heads: Mapping[bool, Format], formats: Mapping[Kind, Format],
    lists: Mapping[str, str], language: str,
) -> None:  # fmt: skip
    sheet.freeze_panes(1, 2)
    for i, column in enumerate(table.entered):
        title = header_of(column, language)
        sheet.write_string(0, i, title, heads[column.required])
        sheet.write_comment(0, i, note_of(column, language))
        sheet.set_column(i, i, max(12, min(30, 2 * len(title))), formats.get(column.kind))
        source = lists.get("yes_no" if column.kind is Kind.BOOLEAN else column.codes)
        if source and column.kind is not Kind.CODES:
            sheet.data_validation(
                1, i, ROWS_WITH_LISTS, i, {"validate": "list", "source": source, "ignore_blank": True}
            )


def note_of(column: Column, language: str) -> str:
    """What stands in the note of a header: the meaning, the unit, whether it must be filled."""
    zh = language == "zh"
    parts = [column.meaning.in_language(language)]
    if column.unit:
        parts.append(f"单位：{column.unit}。" if zh else f"Unit: {unit_label(column.unit, language)}.")
    if column.required:
        parts.append("必填。" if zh else "Required.")
    return "\n".join(parts)


def _write_lists(book: xlsxwriter.Workbook, language: str) -> dict[str, str]:
    """The code lists on a hidden sheet, one column a list: list name → the range that a drop-down refers to."""
    sheet = book.add_worksheet(LISTS_SHEET)
    sheet.hide()
    names = sorted({c.codes for t in TABLES.values() for c in t.entered if c.codes})
    lists = {name: [city().label(name, code, language) for code in city().codes(name)] for name in names}
    ranges = {}
    for i, (name, labels) in enumerate({**lists, "yes_no": list(YES_NO[language])}.items()):
        sheet.write_column(0, i, labels)
        letter = xlsxwriter.utility.xl_col_to_name(i)
        ranges[name] = f"={LISTS_SHEET}!${letter}$1:${letter}${len(labels)}"
    return ranges


def _write_rows(sheet: Worksheet, table: Table, rows: Sequence[Mapping[str, Any]], language: str) -> None:
    for i, column in enumerate(table.entered):
        labels = (
            {code: city().label(column.codes, code, language) for code in city().codes(column.codes)}
            if column.codes
            else {}
        )
        for number, row in enumerate(rows, 1):
            value = row.get(column.name)
            if value is None:
                continue
            if column.kind in CELLS_OF_A_LIST:
                sheet.write_string(number, i, _listed(value, labels, language))
            elif column.kind is Kind.TEXT:
                sheet.write_string(number, i, str(value))
            elif column.kind is Kind.DATE:
                sheet.write_datetime(number, i, value)
            else:
                sheet.write_number(number, i, float(value))


def _listed(value: Any, labels: Mapping[str, str], language: str) -> str:
    if isinstance(value, bool):
        return YES_NO[language][0 if value else 1]
    if isinstance(value, list):
        shown = [labels.get(part, part) for part in value]
        return ",".join(value if set(SEPARATORS) & set("".join(shown)) else shown)
    return labels.get(value, str(value))
