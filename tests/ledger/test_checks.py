"""Each rule finds its fault and nothing else, and says where it stands in the sender's own file."""

import datetime as dt

import openpyxl
import pytest

from data.checking import RULES, Fault, check, fault_table
from data.error_workbook import write_error_workbook
from data.publishing import Faulty, publish_file
from data.reading import read_ledger
from data.snapshots import Store
from data.template import write_workbook
from words import Words

GOOD = {
    "project_id": "A-1", "plan_year": 2022, "name": "一号项目", "county_code": "211402", "sector": "energy", "year_status": "new_start",
    "total_wan": 9000, "total_done_wan": 100, "planned_start": dt.date(2022, 3, 1), "planned_finish": dt.date(2023, 3, 1),
    "progress_pct": 1,
}  # fmt: skip
PROBLEM = {
    "problem_id": "W1",
    "project_id": "A-1",
    "raised_on": dt.date(2022, 5, 1),
    "kind": "land",
    "description": "用地",
}


def sent(tmp_path, projects, change=None, **others):
    """A workbook with these rows; `change` edits it as a hasty hand would."""
    path = tmp_path / "ledger.xlsx"
    write_workbook(path, {"projects": projects, **others})
    if change:
        book = openpyxl.load_workbook(path)
        change(book)
        book.save(path)
    return path


def put(cell, value):
    def change(book):
        book["项目"][cell] = value

    return change


def column_of(path, header):
    titles = [str(cell.value) for cell in openpyxl.load_workbook(path)["项目"][1]]
    return openpyxl.utils.get_column_letter(titles.index(header) + 1)


def test_a_ledger_without_faults_trips_no_rule(tmp_path):
    assert check(read_ledger(sent(tmp_path, [GOOD], problems=[PROBLEM]))) == []


CASES = {
    "required": ([GOOD | {"name": None}], {}, Fault("项目", 2, "项目名称", None, "required")),
    "unknown_code": ([GOOD | {"sector": "mining"}], {}, Fault("项目", 2, "领域", "mining", "unknown_code")),
    "date_order": (
        [GOOD | {"planned_finish": dt.date(2022, 2, 28)}], {}, Fault("项目", 2, "计划竣工", "2022-02-28", "date_order")),
    "above_total": (
        [GOOD | {"total_done_wan": 9001}], {}, Fault("项目", 2, "累计完成投资（万元）", "9001", "above_total")),
    "unknown_reference": (
        [GOOD], {"problems": [PROBLEM | {"project_id": "A-2"}]}, Fault("问题清单", 2, "项目代码", "A-2", "unknown_reference")),
    "out_of_range": ([GOOD | {"progress_pct": 101}], {}, Fault("项目", 2, "形象进度（%）", "101", "out_of_range")),
}  # fmt: skip


@pytest.mark.parametrize("rule", CASES)
def test_a_rule_finds_its_fault_alone(tmp_path, rule):
    projects, others, fault = CASES[rule]
    assert check(read_ledger(sent(tmp_path, projects, **others))) == [fault]


@pytest.mark.parametrize("twin", ["A-1", "a-1", "Ａ－１", " A- 1 "])
def test_the_same_project_twice_is_found_after_width_case_and_spaces_are_folded(tmp_path, twin):
    faults = check(read_ledger(sent(tmp_path, [GOOD, GOOD | {"project_id": twin}])))
    assert [(fault.row, fault.rule) for fault in faults] == [(2, "duplicate"), (3, "duplicate")]


@pytest.mark.parametrize(
    ("header", "value"),
    [
        ("计划开工", "三月初"),
        ("计划开工", "2022.1"),
        ("总投资（万元）", "约九千"),
        ("计划年度", "2022.5"),
        ("形象进度（%）", "过半"),
    ],
)
def test_a_cell_that_is_no_date_or_number_is_found(tmp_path, header, value):
    path = sent(tmp_path, [GOOD])
    book = openpyxl.load_workbook(path)
    book["项目"][f"{column_of(path, header)}2"] = value
    book.save(path)
    assert [(f.column, f.value, f.rule) for f in check(read_ledger(path))] == [(header, str(value), "type")]


def test_a_header_that_is_no_column_and_one_that_is_missing_are_found(tmp_path):
    faults = check(read_ledger(sent(tmp_path, [GOOD], put("C1", "项目的名字"))))
    assert {(f.column, f.rule) for f in faults} == {("项目的名字", "unknown_header"), ("项目名称", "missing_header")}


def test_an_amount_in_a_unit_that_cannot_be_converted_is_found(tmp_path):
    path = sent(tmp_path, [GOOD])
    letter = column_of(path, "总投资（万元）")
    faults = check(read_ledger(sent(tmp_path, [GOOD], put(f"{letter}1", "总投资（美元）"))))
    assert ("总投资（美元）", "unknown_header") in {(f.column, f.rule) for f in faults}


def test_a_sheet_that_is_no_table_is_found(tmp_path):
    faults = check(
        read_ledger(
            sent(tmp_path, [GOOD], lambda book: book.create_sheet("备忘").append(["x"]) or book["备忘"].append(["y"]))
        )
    )
    assert [(f.value, f.rule) for f in faults] == [("备忘", "unknown_sheet")]


@pytest.mark.parametrize("value", ["0", "300", "3", "0.3"])
def test_a_short_number_is_no_blank(tmp_path, value):
    path = tmp_path / "projects.csv"
    path.write_text(
        f"项目代码,计划年度,项目名称,县区,领域,年度状态,总投资（万元）\n{value},2022,{value},连山区,能源,新开工,{value}\n",
        encoding="utf-8",
    )
    assert check(read_ledger(path)) == []


@pytest.mark.parametrize("value", [" ", "\u3000", "\u00a0 "])
def test_a_cell_of_spaces_is_empty(tmp_path, value):
    path = tmp_path / "projects.csv"
    path.write_text(
        f"项目代码,计划年度,项目名称,县区,领域,年度状态,总投资（万元）\nA,2022,{value},连山区,能源,新开工,5\n",
        encoding="utf-8",
    )
    assert [(fault.column, fault.rule) for fault in check(read_ledger(path))] == [("项目名称", "required")]


def test_every_rule_has_a_case_here():
    tested = {*CASES, "duplicate", "type", "unknown_header", "missing_header", "unknown_sheet"}
    assert {path.stem for path in RULES.glob("*.sql")} == tested


def test_the_faults_are_marked_in_a_copy_of_the_senders_workbook(tmp_path):
    path = sent(tmp_path, [GOOD | {"sector": "mining", "progress_pct": 101}])
    faults = check(read_ledger(path))
    write_error_workbook(path, faults, tmp_path / "faults.xlsx", Words("zh"))
    book = openpyxl.load_workbook(tmp_path / "faults.xlsx")
    cell = book["项目"][f"{column_of(path, '领域')}2"]
    assert cell.value == "mining" and cell.fill.start_color.rgb == "FFF4B6B0"
    assert cell.comment.text == "“mining”不在列表中；请从下拉列表选择。"
    assert book["项目"]["A2"].fill.fill_type is None
    assert book.worksheets[0].max_row == 1 + len(faults)
    assert book.worksheets[0]["B2"].hyperlink.location or book.worksheets[0]["B2"].hyperlink.target


def test_the_faults_of_a_csv_are_marked_in_a_workbook_made_of_it(tmp_path):
    path = tmp_path / "projects.csv"
    path.write_text(
        "项目代码,计划年度,项目名称,县区,领域,年度状态,总投资（万元）\nA,2022,甲,连山区,采矿,新开工,100\n",
        encoding="gb18030",
    )
    faults = check(read_ledger(path))
    write_error_workbook(path, faults, tmp_path / "faults.xlsx", Words("en"))
    assert openpyxl.load_workbook(tmp_path / "faults.xlsx")["projects"]["E2"].comment.text.startswith(
        "“采矿” is not on the list"
    )


def test_the_printed_table_names_sheet_row_column_value_and_what_to_do(tmp_path):
    text = fault_table(check(read_ledger(sent(tmp_path, [GOOD | {"sector": "mining"}]))), Words("en"))
    assert "项目   2    领域    mining  “mining” is not on the list; choose one from the drop-down." in text
    assert text.endswith("1 faults.\n")


def test_a_ledger_with_faults_is_not_published_and_nothing_changes(tmp_path):
    store = Store(tmp_path / "store")
    with pytest.raises(Faulty, match="1 faults, so nothing was published") as refusal:
        publish_file(sent(tmp_path, [GOOD | {"name": None}]), as_of=dt.date(2022, 9, 30), reason="x", store=store)
    assert [fault.rule for fault in refusal.value.faults] == ["required"]
    assert store.current() == 0 and not store.folder.exists()
