"""Each rule finds its fault and nothing else, and says where it stands in the sender's own file."""

import datetime as dt

import pytest

from data.checking import RULES, SENTENCES, Fault, check, fault_table
from data.city import city
from data.codes import CODES
from data.ledger import TABLES, Kind
from data.publishing import Faulty, publish_file
from data.reading import read_ledger
from data.snapshots import Store
from tests.ledger.given import AS_OF, PROJECT, column_of, put
from words import Words

PROBLEM = {
    "problem_id": "W1", "project_id": PROJECT["project_id"], "raised_on": dt.date(2022, 5, 1), "kind": "land",
    "description": "用地",
}  # fmt: skip
MEETING = {"meeting_id": "D1", "held_on": AS_OF, "kind": "on_site"}
INDICATOR = {"campaign": "listing", "indicator": "上市", "period_end": AS_OF}
MILESTONE = {"project_id": PROJECT["project_id"], "seq": 1, "name": "主体", "due_on": AS_OF}


def faults_of(path):
    return check(read_ledger(path))


def without_detail(faults):
    return [tuple(fault)[:5] for fault in faults]


def test_a_ledger_without_faults_trips_no_rule(sent_workbook):
    path = sent_workbook(
        problems=[PROBLEM | {"meeting_id": "D1"}], meetings=[MEETING], indicators=[INDICATOR], milestones=[MILESTONE]
    )
    assert faults_of(path) == []


# rule → what the sender did, and the one fault that it is
CELLS = {
    "required": ({"name": None}, Fault("项目", 2, "项目名称", None, "required")),
    "unknown_code": ({"sector": "mining"}, Fault("项目", 2, "领域", "mining", "unknown_code", "mining")),
    "date_order": (
        {"planned_finish": dt.date(2022, 2, 28)},
        Fault("项目", 2, "计划竣工", "2022-02-28", "date_order", "计划开工 2022-03-01"),
    ),
    "above_total": (
        {"total_wan": 99}, Fault("项目", 2, "累计完成投资（万元）", "100", "above_total", "总投资（万元） 99"),
    ),
    "out_of_range": (
        {"progress_pct": 101}, Fault("项目", 2, "形象进度（%）", "101", "out_of_range", "≤ 100"),
    ),
    "lost_digits": (
        {"batch_id": "2.11402E+17"}, Fault("项目", 2, "集中开工批次", "2.11402E+17", "lost_digits"),
    ),
    "formula_error": ({"park": "#REF!"}, Fault("项目", 2, "园区", "#REF!", "formula_error")),
}  # fmt: skip


@pytest.mark.parametrize("rule", CELLS)
def test_a_rule_finds_its_fault_alone(sent_workbook, rule):
    change, fault = CELLS[rule]
    assert faults_of(sent_workbook([PROJECT | change])) == [fault]


REFERENCES = [
    ("problems", PROBLEM | {"project_id": "A-2"}, Fault("问题清单", 2, "项目代码", "A-2", "unknown_reference", "项目")),
    ("problems", PROBLEM | {"meeting_id": "D9"}, Fault("问题清单", 2, "调度会编号", "D9", "unknown_reference", "调度会")),
    ("milestones", MILESTONE | {"project_id": "A-2"}, Fault("节点", 2, "项目代码", "A-2", "unknown_reference", "项目")),
]  # fmt: skip


@pytest.mark.parametrize(("table", "row", "fault"), REFERENCES)
def test_a_row_that_refers_to_nothing_is_found(sent_workbook, table, row, fault):
    assert faults_of(sent_workbook(**{table: [row]})) == [fault]


def test_a_meeting_that_was_never_sent_is_found_and_its_sheet_named(sent_csv, tmp_path):
    sent_csv()
    (tmp_path / "problems.csv").write_text(
        f"问题编号,项目代码,提出日期,问题类型,问题描述,调度会编号\nW1,{PROJECT['project_id']},2022-5-1,用地,x,D1\n",
        encoding="utf-8",
    )
    assert faults_of(tmp_path) == [Fault("problems", 2, "调度会编号", "D1", "unknown_reference", "调度会")]


@pytest.mark.parametrize("twin", ["a-1", "A-1", "Ａ－１", " A- 1 ", "A\u3000-1", "A-1\u200b"])
def test_the_same_project_twice_is_found_after_width_case_and_spaces_are_folded(sent_workbook, twin):
    path = sent_workbook([PROJECT | {"project_id": "A-1"}, PROJECT | {"project_id": twin}])
    found = [(f.row, f.rule, f.detail) for f in faults_of(path)]
    assert found == [(2, "duplicate", "3"), (3, "duplicate", "2")]


def test_other_projects_are_no_duplicates(sent_workbook):
    assert faults_of(sent_workbook([PROJECT | {"project_id": name} for name in ("A-1", "A-11", "A1")])) == []


def test_a_key_of_several_columns_is_one_whatever_way_its_parts_are_spelled(sent_csv, tmp_path):
    sent_csv()
    rows = [
        "清洁能源,x,211402,2022-9-30",
        "clean_power,x,连山区,2022/09/30",
        "清洁能源,x,,2022-9-30",
        "清洁能源,x,211402,2022-8-31",
    ]
    (tmp_path / "indicators.csv").write_text("\n".join(["专项行动,指标,县区,期末日期", *rows]), encoding="utf-8")
    assert [(f.row, f.rule, f.detail) for f in faults_of(tmp_path)] == [(2, "duplicate", "3"), (3, "duplicate", "2")]


UNREADABLE = [
    ("计划开工", "三月初"), ("计划开工", "2022.1"), ("计划开工", "2022-02-30"), ("计划开工", "3/1/2022"),
    ("计划开工", "44621"), ("计划开工", "0022-03-01"), ("计划开工", "2022年3/1"), ("总投资（万元）", "约九千"),
    ("总投资（万元）", "9,5"), ("总投资（万元）", "95%"), ("总投资（万元）", "3.5亿"), ("总投资（万元）", "1" + "0" * 30),
    ("计划年度", "2022.5"), ("形象进度（%）", "过半"),
]  # fmt: skip


@pytest.mark.parametrize(("header", "value"), UNREADABLE)
def test_a_cell_that_is_no_date_or_number_is_found(sent_workbook, header, value):
    assert without_detail(faults_of(sent_workbook(change=put(header, value)))) == [("项目", 2, header, value, "type")]


def test_a_cell_that_is_neither_yes_nor_no_is_found(sent_workbook):
    def change(book):
        book["节点"].cell(2, column_of(book, "承诺书节点", "节点"), "也许")

    faults = faults_of(sent_workbook(change=change, milestones=[MILESTONE]))
    assert [f.sentence(Words("en")) for f in faults] == ["“也许” is neither yes nor no; choose one of them."]


def test_a_number_without_its_format_is_no_date(sent_workbook):
    def change(book):
        put("计划开工", 44621)(book)
        book["项目"].cell(2, column_of(book, "计划开工")).number_format = "General"

    assert without_detail(faults_of(sent_workbook(change=change))) == [("项目", 2, "计划开工", "44621", "type")]


@pytest.mark.parametrize(
    ("header", "value", "bound"),
    [("总投资（万元）", -5, "≥ 0"), ("形象进度（%）", -0.1, "≥ 0"), ("纬度（°）", 90.5, "≤ 90"), ("计划年度", 1999, "≥ 2000"),
     ("总投资（万元）", "1e17", "≤ 1e+15")],
)  # fmt: skip
def test_a_number_outside_its_column_is_found_with_the_bound(sent_workbook, header, value, bound):
    faults = [f for f in faults_of(sent_workbook(change=put(header, value))) if f.rule == "out_of_range"]
    assert [(f.column, f.value, f.detail) for f in faults] == [(header, str(value), bound)]


def test_the_codes_that_are_unknown_among_several_are_named(sent_csv):
    faults = faults_of(sent_csv({"county_codes": "211402、铁岭、211481"}))
    assert [(f.value, f.detail) for f in faults] == [("211402、铁岭、211481", "铁岭")]


def test_a_published_field_must_be_a_column(sent_csv):
    assert [(f.rule, f.detail) for f in faults_of(sent_csv({"published_fields": "name,prize"}))] == [
        ("unknown_code", "prize")
    ]


def test_a_long_code_that_was_typed_as_a_number_is_found(sent_workbook):
    faults = faults_of(sent_workbook(change=put("项目代码", 211402202203010001)))
    assert [f.rule for f in faults] == ["lost_digits"]


def test_the_error_of_a_formula_is_never_read_as_a_blank(sent_workbook):
    def change(book):
        for header in ("园区", "年度完成投资（万元）", "建设性质"):
            book["项目"].cell(2, column_of(book, header), "#DIV/0!").data_type = "e"

    found = {(f.column, f.value, f.rule) for f in faults_of(sent_workbook(change=change))}
    assert found == {
        ("园区", "#DIV/0!", "formula_error"),
        ("年度完成投资（万元）", "#DIV/0!", "type"),
        ("建设性质", "#DIV/0!", "unknown_code"),
    }


def rename(before, after):
    def change(book):
        book["项目"].cell(1, column_of(book, before)).value = after

    return change


def add_sheet(book):
    for text in ("x", "y"):
        book["备忘"].append([text]) if "备忘" in book.sheetnames else book.create_sheet("备忘").append([text])


def add_column(book):
    book["项目"].cell(2, 60, "x")


def merge(book):
    book["项目"].merge_cells("F2:F3")


HEADERS = {
    "unknown_header": (rename("园区", "园子"), Fault("项目", 1, "园子", "园子", "unknown_header")),
    "missing_header": (rename("项目名称", None), Fault("项目", 1, "项目名称", "项目名称", "missing_header")),
    "unknown_unit": (
        rename("年度计划投资（万元）", "年度计划投资（美元）"),
        Fault("项目", 1, "年度计划投资（美元）", "年度计划投资（美元）", "unknown_unit", "万元"),
    ),
    "repeated_header": (
        rename("园区", "项目 名称"), Fault("项目", 1, "项目 名称", "项目 名称", "repeated_header", "项目名称"),
    ),
    "unnamed_column": (add_column, Fault("项目", 1, "BH", "BH", "unnamed_column")),
    "merged_cells": (merge, Fault("项目", 2, "园区", "F2", "merged_cells", "F2")),
    "unknown_sheet": (add_sheet, Fault("备忘", 1, "备忘", "备忘", "unknown_sheet")),
}  # fmt: skip


@pytest.mark.parametrize("rule", HEADERS)
def test_what_the_dictionary_has_no_place_for_is_never_dropped_in_silence(sent_workbook, rule):
    change, fault = HEADERS[rule]
    found = faults_of(sent_workbook(change=change))
    assert [f for f in found if f.rule != "unnamed_column" or rule == "unnamed_column"] == [fault]


def test_an_optional_column_may_be_left_out(sent_csv):
    assert faults_of(sent_csv()) == []  # it has 12 of 47 columns


def test_every_rule_has_a_case_here_and_a_sentence():
    tested = {*CELLS, *HEADERS, "duplicate", "type", "unknown_reference"}
    assert {path.stem for path in RULES.glob("*.sql")} == tested
    assert {sentence.split()[0] for sentence in SENTENCES} == tested


def test_every_declared_code_list_bound_and_reference_exists():
    for table in TABLES.values():
        assert set(table.key) <= set(table.by_name)
        for column in table.columns:
            assert bool(column.codes) == (column.kind is Kind.CODE) or column.kind is Kind.CODES
            assert not column.codes or column.codes in CODES or city().codes(column.codes)
            assert {*column.not_before, *filter(None, [column.at_most])} <= set(table.by_name)
            assert not column.references or len(TABLES[column.references].key) == 1


def test_no_two_codes_of_a_list_share_a_spelling():
    for name in {c.codes for t in TABLES.values() for c in t.entered if c.codes}:
        codes = city().codes(name).items()
        spellings = [s for code, label in codes for s in {code.lower(), label.zh, label.en.lower()}]
        assert len(spellings) == len(set(spellings)), name


def test_faults_stand_in_the_order_of_the_file(sent_workbook):
    path = sent_workbook(
        [PROJECT | {"sector": "x", "name": None}, PROJECT | {"project_id": "B", "nature": "y"}], add_sheet,
        problems=[PROBLEM | {"kind": "z"}],
    )  # fmt: skip
    assert [(f.sheet, f.row, f.column) for f in faults_of(path)] == [
        ("备忘", 1, "备忘"), ("项目", 2, "项目名称"), ("项目", 2, "领域"), ("项目", 3, "建设性质"), ("问题清单", 2, "问题类型"),
    ]  # fmt: skip


def test_the_printed_table_names_sheet_row_column_value_and_what_to_do(sent_workbook):
    text = fault_table(faults_of(sent_workbook([PROJECT | {"sector": "mining"}])), Words("en"))
    assert "项目   2    领域    mining  “mining” is not on the list; choose one from the drop-down." in text
    assert text.endswith("1 faults.\n")


def test_the_printed_table_keeps_a_long_cell_on_one_line(sent_workbook):
    text = fault_table(faults_of(sent_workbook([PROJECT | {"nature": "长\n" * 500}])), Words("zh"))
    assert len(text.splitlines()) == 4
    assert "长 长 长" in text.splitlines()[2] and "…" in text.splitlines()[2]


def test_a_ledger_with_faults_is_not_published_and_nothing_changes(tmp_path, sent_workbook):
    store = Store(tmp_path / "store")
    with pytest.raises(Faulty, match="1 faults, so nothing was published") as refusal:
        publish_file(sent_workbook([PROJECT | {"name": None}]), as_of=AS_OF, reason="x", store=store)
    assert [fault.rule for fault in refusal.value.faults] == ["required"]
    assert store.current() == 0 and not store.folder.exists()
