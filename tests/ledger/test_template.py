"""The template holds every column of the dictionary, and what is written in its form reads back the same."""

import datetime as dt
from decimal import Decimal

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data.checking import check, typed
from data.city import city
from data.errors import Refused
from data.ledger import TABLES, Kind
from data.reading import read_ledger
from data.template import header_of, write_template, write_workbook
from tests.ledger.given import AS_OF, PROJECT


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_template_has_every_sheet_and_column_and_is_itself_without_fault(tmp_path, language):
    write_template(tmp_path / "t.xlsx", language)
    raw = read_ledger(tmp_path / "t.xlsx")
    assert {(head.table, head.column) for head in raw.heads} == {
        (t.name, c.name) for t in TABLES.values() for c in t.entered
    }
    assert check(raw) == []


@pytest.fixture(scope="module")
def template(tmp_path_factory):
    path = tmp_path_factory.mktemp("template") / "t.xlsx"
    write_template(path)
    return openpyxl.load_workbook(path)


@pytest.mark.parametrize("name", TABLES)
def test_a_sheet_explains_marks_and_offers_each_column(template, name):
    table = TABLES[name]
    sheet = template[table.label.zh]
    drop_downs = sheet.data_validations.dataValidation
    assert sheet.freeze_panes is not None
    for column, cell in zip(table.entered, sheet[1], strict=True):
        assert cell.value == header_of(column, "zh")
        assert column.meaning.zh in cell.comment.text and column.unit in cell.comment.text
        assert (cell.fill.start_color.rgb == "FF1F4E79") == column.required
        has_list = column.kind in (Kind.BOOLEAN, Kind.CODE)
        assert len([d for d in drop_downs if f"{cell.column_letter}2" in d.sqref]) == has_list


def test_a_drop_down_shows_the_labels_of_its_list(template):
    sheet = template["项目"]
    letter = next(cell.column_letter for cell in sheet[1] if cell.value == "领域")
    formula = next(v.formula1 for v in sheet.data_validations.dataValidation if f"{letter}2" in v.sqref)
    lists, cells = formula.lstrip("=").split("!")
    labels = [cell.value for (cell,) in template[lists][cells.replace("$", "")]]
    assert labels == [label.zh for label in city().sectors.values()]
    assert template[lists].sheet_state == "hidden"


def test_a_code_column_is_a_text_so_that_no_digit_is_lost(template):
    assert template["项目"].column_dimensions["A"].number_format == "@"


def test_a_place_that_cannot_be_written_is_refused_in_a_sentence(tmp_path):
    with pytest.raises(Refused, match="can't be written"):
        write_template(tmp_path / "no folder" / "t.xlsx")


def values(column):
    """Any valid value of a column, or none."""
    low, high = column.minimum, column.maximum
    kinds = {
        Kind.TEXT: st.text("项目投资abcXYZ019()-='\"", min_size=1, max_size=12).map(str.strip).filter(bool),
        Kind.DATE: st.dates(dt.date(1990, 1, 1), dt.date(2199, 12, 31)),
        Kind.MONEY: st.decimals(0, 10**12, places=2),
        Kind.NUMBER: st.decimals(-(10**9) if low is None else low, high or 10**9, places=4),
        Kind.PERCENT: st.decimals(0, 100, places=2).map(float),
        Kind.INTEGER: st.integers(int(low or 0), int(high or 10**9)),
        Kind.BOOLEAN: st.booleans(),
        Kind.CODE: st.sampled_from(sorted(city().codes(column.codes))) if column.kind is Kind.CODE else None,
    }
    if column.kind is Kind.CODES:
        codes = sorted(city().codes(column.codes)) if column.codes else ["name", "total_wan", "county_code"]
        kinds[Kind.CODES] = st.lists(st.sampled_from(codes), min_size=1, max_size=3)
    if column.name == "published_fields":
        kinds[Kind.CODES] = st.just(["evidence"])
    return kinds[column.kind] if column.required else st.none() | kinds[column.kind]


OF_A_CELL = {"required", "type", "unknown_code", "out_of_range", "unknown_header", "lost_digits", "formula_error"}


ROWS = {
    name: st.lists(st.fixed_dictionaries({c.name: values(c) for c in table.entered}), min_size=1, max_size=3)
    for name, table in TABLES.items()
}


@pytest.mark.parametrize("language", ["zh", "en"])
@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(tables=st.fixed_dictionaries(ROWS))
def test_any_valid_rows_of_every_table_read_back_as_they_were_written(tmp_path, language, tables):
    write_workbook(tmp_path / "any.xlsx", tables, language)
    raw = read_ledger(tmp_path / "any.xlsx")
    assert [fault for fault in check(raw) if fault.rule in OF_A_CELL] == []
    read = typed(raw, AS_OF)
    for name, rows in tables.items():
        for sent, found in zip(rows, read[name].to_pylist(), strict=True):
            expected = sent | {"evidence": sent["evidence"] or "reported"}
            assert {key: found[key] for key in expected} == expected, name


def test_amounts_keep_their_fen_and_text_its_signs(tmp_path):
    rows = [PROJECT | {"total_wan": Decimal("99999999999.99"), "park": "=1+1", "progress_note": "http://x"}]
    write_workbook(tmp_path / "w.xlsx", {"projects": rows})
    found = typed(read_ledger(tmp_path / "w.xlsx"), AS_OF)["projects"].to_pylist()[0]
    assert (found["total_wan"], found["park"], found["progress_note"]) == (
        Decimal("99999999999.99"),
        "=1+1",
        "http://x",
    )
