"""A ledger reads the same in every form that an office may send it in."""

import datetime as dt
from decimal import Decimal

import pytest

from data.checking import check, typed
from data.errors import Refused
from data.ledger import TABLES
from data.reading import read_ledger
from data.template import header_of
from tests.ledger.given import AS_OF, PROJECT, column_of, put


def entered(path, name="projects"):
    """The typed rows without what is stamped when reading; the ledger must be without fault."""
    raw = read_ledger(path)
    assert check(raw) == []
    stamped = {column.name for column in TABLES[name].columns if column.stamped} | {"evidence"}
    return [{k: v for k, v in row.items() if k not in stamped} for row in typed(raw, AS_OF)[name].to_pylist()]


def test_workbook_and_csv_in_every_encoding_give_the_same_ledger(sent_workbook, sent_csv):
    files = [sent_workbook()]
    for encoding in ("utf-8", "utf-8-sig", "gb18030", "utf-16"):
        files.append(sent_csv(name=f"{encoding}.csv", encoding=encoding))
    read = [entered(file) for file in files]
    assert all(rows == read[0] for rows in read)
    assert {key: read[0][0][key] for key in PROJECT} == PROJECT


@pytest.mark.parametrize("delimiter", [";", "\t"])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_a_csv_may_use_other_delimiters_and_line_endings(sent_csv, delimiter, ending):
    path = sent_csv()
    text = path.read_text(encoding="utf-8").replace(",", delimiter).replace("\n", ending)
    path.write_bytes(text.encode())
    assert entered(path)[0]["total_wan"] == Decimal("12345.67")


def test_a_folder_of_csvs_is_one_ledger(sent_csv, tmp_path):
    sent_csv()
    (tmp_path / "meetings.csv").write_text(
        "调度会编号,召开日期,会议形式\nD1,2022-09-01,云调度视频会议\n", encoding="utf-8"
    )
    assert entered(tmp_path, "meetings")[0]["kind"] == "cloud_dispatch"
    assert len(entered(tmp_path)) == 1


def test_a_csv_of_another_name_is_known_by_its_headers(sent_csv):
    assert len(entered(sent_csv(name="九月报送.csv"))) == 1


@pytest.mark.parametrize(
    ("header", "cell"),
    [
        ("总投资（亿元）", "1.234567"),
        ("总投资(亿元)", "1.234567"),
        ("总投资\n（ 亿元 ）", "1.234567"),
        ("total_wan", "12345.67"),
        ("*总投资（万元）", "12345.67"),
        ("Total investment (10,000 yuan)", "12,345.67"),
        ("TOTAL INVESTMENT (100m yuan)", "1.234567"),
        ("总投资（万元）", "１２３４５．６７"),
        ("总 投 资（万元）", "1.234567e4"),
    ],
)
def test_amounts_are_held_in_wan_whatever_unit_the_header_declares(sent_csv, header, cell):
    path = sent_csv({"total_wan": cell}, {"total_wan": header})
    assert entered(path)[0]["total_wan"] == Decimal("12345.67")


def test_a_ledger_in_yi_equals_the_one_in_wan(sent_csv):
    wan = sent_csv({"total_wan": "25978200.07", "year_plan_wan": "0.01"}, name="wan.csv")
    yi = sent_csv(
        {"total_wan": "2597.820007", "year_plan_wan": "0.000001"},
        {"total_wan": "总投资（亿元）", "year_plan_wan": "年度计划投资(亿元)"},
        name="yi.csv",
    )
    assert entered(wan) == entered(yi)


@pytest.mark.parametrize(
    ("column", "header", "cell", "held"),
    [
        ("capacity_mw", "装机容量（万千瓦）", "59.29", "592.9"),
        ("capacity_mw", "装机容量（GW）", "1.5", "1500"),
        ("annual_energy_mwh", "年发电量（亿千瓦时）", "13.1", "1310000"),
        ("coal_saved_t", "年节约标准煤（万吨）", "2.4", "24000"),
    ],
)
def test_a_measure_in_another_certain_unit_is_converted(sent_csv, column, header, cell, held):
    assert entered(sent_csv({column: cell}, {column: header}))[0][column] == Decimal(held)


def test_a_total_in_yi_bounds_a_part_in_wan(sent_csv):
    path = sent_csv({"total_wan": "1", "total_done_wan": "10000"}, {"total_wan": "总投资（亿元）"})
    assert check(read_ledger(path)) == []


@pytest.mark.parametrize(
    "sent",
    ["2022-10-01", "2022-10-1", "2022/10/1", "2022.10.1", "2022年10月1日", "20221001", "２０２２－１０－０１",
     "2022-10-01 00:00:00", "2022-10-01T08:30"],
)  # fmt: skip
def test_dates_are_read_in_the_forms_that_name_a_day(sent_csv, sent):
    assert entered(sent_csv({"actual_start": sent}))[0]["actual_start"] == dt.date(2022, 10, 1)


@pytest.mark.parametrize("moment", [dt.date(2022, 10, 1), dt.datetime.fromisoformat("2022-10-01T08:30")])
def test_a_date_cell_of_a_workbook_is_a_date(sent_workbook, moment):
    assert entered(sent_workbook(change=put("实际开工", moment)))[0]["actual_start"] == dt.date(2022, 10, 1)


@pytest.mark.parametrize("spelling", ["211402", "连山区", "Lianshan", " 连 山 区\u3000", "LIANSHAN", "２１１４０２"])
def test_a_code_is_understood_by_its_code_and_by_both_labels(sent_csv, spelling):
    assert entered(sent_csv({"county_code": spelling}))[0]["county_code"] == "211402"


@pytest.mark.parametrize("cell", ["211402,211481", "连山区、兴城市", " 211402；Xingcheng ", "211402，211481，"])
def test_several_codes_stand_in_one_cell(sent_csv, cell):
    rows = entered(sent_csv({"county_code": "multi", "county_codes": cell}))
    assert rows[0]["county_codes"] == ["211402", "211481"]


def test_published_fields_are_named_as_columns_or_as_headers(sent_csv):
    assert entered(sent_csv({"published_fields": "name、总投资"}))[0]["published_fields"] == ["name", "total_wan"]


@pytest.mark.parametrize("blank", ["", " ", "\u3000\t", "\u00a0"])
def test_a_cell_of_blanks_holds_nothing(sent_csv, blank):
    row = entered(sent_csv({"park": blank, "actual_start": blank, "county_codes": blank, "total_done_wan": blank}))[0]
    assert [row[name] for name in ("park", "actual_start", "county_codes", "total_done_wan")] == [None] * 4


@pytest.mark.parametrize("amount", ["0", "3", "30", "0.30", "300"])
def test_a_short_number_is_an_amount(sent_csv, amount):
    assert entered(sent_csv({"total_done_wan": amount}))[0]["total_done_wan"] == Decimal(amount)


def test_a_number_of_a_workbook_has_no_binary_noise(sent_workbook):
    assert read_ledger(sent_workbook(change=put("装机容量（MW）", 0.1 + 0.2))).tables["projects"].column(
        "capacity_mw"
    ).to_pylist() == ["0.3"]


@pytest.mark.parametrize(("stored", "shown", "held"), [(0.125, "0.0%", 12.5), (1, "0%", 100), (0.125, "0.0", 0.125)])
def test_a_share_means_what_the_workbook_shows(sent_workbook, stored, shown, held):
    def change(book):
        put("形象进度（%）", stored)(book)
        book["项目"].cell(2, column_of(book, "形象进度（%）")).number_format = shown

    assert entered(sent_workbook(change=change))[0]["progress_pct"] == held


def test_a_share_may_carry_its_sign(sent_csv):
    assert entered(sent_csv({"progress_pct": "12.5％"}))[0]["progress_pct"] == 12.5


def test_every_row_keeps_where_it_came_from(sent_workbook):
    def gap(book):
        book["项目"].insert_rows(3)

    path = sent_workbook([PROJECT, PROJECT | {"project_id": "B"}], gap)
    rows = typed(read_ledger(path), AS_OF)["projects"].to_pylist()
    assert [(r["source_file"], r["source_sheet"], r["source_row"], r["as_of"], r["evidence"]) for r in rows] == [
        ("ledger.xlsx", "项目", 2, AS_OF, "reported"),
        ("ledger.xlsx", "项目", 4, AS_OF, "reported"),
    ]


def test_blank_and_short_lines_of_a_csv_shift_no_row_number(sent_csv):
    path = sent_csv(more=[[], [""] * len(PROJECT), ["B", *list(PROJECT.values())[1:7]]])
    rows = typed(read_ledger(path), AS_OF)["projects"].to_pylist()
    assert [(row["project_id"], row["source_row"]) for row in rows] == [(PROJECT["project_id"], 2), ("B", 5)]


def test_a_line_break_within_a_cell_or_header_is_no_new_row(sent_csv):
    path = sent_csv({"park": "一期\n二期"}, {"total_wan": "总投资\n（万元）"})
    assert entered(path)[0]["park"] == "一期\n二期"


def test_words_stay_as_sent_and_an_identifier_is_folded(sent_csv):
    row = entered(sent_csv({"project_id": "Ａ－１  b", "name": "阶段：动员（一期）  ＡＢ"}))[0]
    assert (row["project_id"], row["name"]) == ("A-1 b", "阶段：动员（一期）  ＡＢ")


def test_a_child_row_carries_the_spelling_of_its_project(sent_workbook):
    path = sent_workbook(
        [PROJECT | {"project_id": "Ab-1"}],
        milestones=[{"project_id": "ａＢ- 1", "seq": 1, "name": "主体", "due_on": AS_OF}],
    )
    assert entered(path, "milestones")[0]["project_id"] == "Ab-1"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_header_of_every_table_is_known_by_name_and_by_both_labels(language, sent_csv, tmp_path):
    sent_csv()
    for table in TABLES.values():
        for titles in ([c.name for c in table.entered], [header_of(c, language) for c in table.entered]):
            path = tmp_path / f"{table.name}.csv"
            path.write_text(",".join(f'"{title}"' for title in titles) + "\n", encoding="utf-8")
            raw = read_ledger(tmp_path)
            assert {h.column for h in raw.heads if h.table == table.name} == {c.name for c in table.entered}
            assert raw.strays == ()
        if table.name == "projects":
            sent_csv()


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("x.xlsx", b"no workbook", "not a workbook"),
        ("x.xlsx", b"PK\x03\x04junk", "not a workbook"),
        ("x.csv", b"\xff\xff\xff", "neither UTF-8 nor GB18030"),
        ("x.csv", b"a,b\n1,2\n", "no sheet of projects"),
        ("x.csv", b"", "no sheet of projects"),
        ("projects.csv", b'name,park\nA,"B\nC,D\n', "quotation mark"),
    ],
)
def test_a_file_that_is_no_ledger_is_refused_in_one_sentence(tmp_path, name, content, said):
    (tmp_path / name).write_bytes(content)
    with pytest.raises(Refused, match=said):
        read_ledger(tmp_path / name)


def test_a_missing_file_and_an_empty_folder_are_refused(tmp_path):
    with pytest.raises(Refused, match="no file"):
        read_ledger(tmp_path / "nothing.xlsx")
    with pytest.raises(Refused, match="no sheet of projects"):
        read_ledger(tmp_path)
