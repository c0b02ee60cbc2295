"""The faults come back in the sender's own workbook: cells coloured, sentences in comments, a list with links."""

import openpyxl
import pytest

from data.checking import check
from data.error_workbook import COLOUR, ROWS_COPIED, write_error_workbook
from data.errors import Refused
from data.reading import read_ledger
from tests.ledger.given import PROJECT, column_of
from words import Words


@pytest.fixture
def marked(tmp_path):
    """The faults of a file, and the workbook in which they are marked."""

    def mark(path, language="en"):
        faults = check(read_ledger(path))
        write_error_workbook(path, faults, tmp_path / "faults.xlsx", Words(language))
        return faults, openpyxl.load_workbook(tmp_path / "faults.xlsx")

    return mark


def is_marked(cell):
    return cell.fill.fill_type == "solid" and cell.fill.start_color.rgb == COLOUR.start_color.rgb


def marked_cells(sheet):
    return {cell.coordinate for row in sheet.iter_rows() for cell in row if is_marked(cell)}


def test_the_faulty_cells_are_coloured_and_say_what_is_wrong(sent_workbook, marked):
    _, book = marked(sent_workbook([PROJECT | {"sector": "mining", "progress_pct": 101}]), "zh")
    sheet = book["项目"]
    sector, progress = sheet.cell(2, column_of(book, "领域")), sheet.cell(2, column_of(book, "形象进度（%）"))
    assert marked_cells(sheet) == {sector.coordinate, progress.coordinate}
    assert (sector.value, sector.comment.text) == ("mining", "“mining”不在列表中；请从下拉列表选择。")
    assert progress.comment.text == "“101”应≤ 100；请核对数字和单位。"


def test_the_senders_values_and_sheets_are_kept(sent_workbook, marked):
    path = sent_workbook([PROJECT | {"sector": "mining"}])
    _, book = marked(path)
    before = openpyxl.load_workbook(path)
    assert book.sheetnames == ["Faults", *before.sheetnames]
    for sheet in before.worksheets:
        assert list(book[sheet.title].values) == list(sheet.values)


def test_the_first_sheet_lists_every_fault_with_a_link_to_its_cell(sent_workbook, marked):
    def rename(book):
        book["项目"].title = "a'b 项目"
        book["a'b 项目"]["G2"] = "mining"

    faults, book = marked(sent_workbook(change=rename))
    listed = book.worksheets[0]
    assert [cell.value for cell in listed[2]] == ["a'b 项目", 2, "领域", "mining", faults[0].sentence(Words("en"))]
    assert listed["B2"].hyperlink.location == "'a''b 项目'!G2"
    assert listed.max_row == 1 + len(faults)


def test_two_faults_of_one_cell_stand_in_one_comment(sent_csv, marked):
    _, book = marked(sent_csv({"total_done_wan": "99999", "total_wan": "-1"}))
    assert len(book["projects"]["G2"].comment.text.splitlines()) == 1
    assert len(marked_cells(book["projects"])) == 2
    _, book = marked(
        sent_csv(
            {"stage": "#N/A", "planned_finish": "2022-01-01", "actual_finish": "2021-01-01", "resumed_on": "2022-11-01"}
        )
    )
    finish = next(cell for cell in book["projects"][1] if cell.value == "实际竣工")
    assert len(book["projects"].cell(2, finish.column).comment.text.splitlines()) == 2


def test_faults_of_headers_and_merged_cells_are_marked_where_they_stand(sent_workbook, marked):
    def change(book):
        sheet = book["项目"]
        sheet.merge_cells("G2:G3")
        sheet["A3"] = "B"
        sheet.cell(1, column_of(book, "园区"), "项目名称")
        sheet["BH2"] = "x"

    faults, book = marked(sent_workbook(change=change))
    assert {"merged_cells", "required", "repeated_header", "unnamed_column"} <= {fault.rule for fault in faults}
    assert {"G2", "F1", "BH1"} <= marked_cells(book["项目"])


def test_a_csv_becomes_a_workbook_with_all_that_was_sent(sent_csv, marked):
    _, book = marked(sent_csv({"sector": "采矿", "park": "=HYPERLINK(1)"}, {"name": "名字"}, encoding="gb18030"))
    sheet = book["projects"]
    row = {cell.value: sheet.cell(2, cell.column) for cell in sheet[1]}
    assert row["名字"].value == PROJECT["name"]
    assert (row["园区"].value, row["园区"].data_type) == ("=HYPERLINK(1)", "s")
    assert row["领域"].comment.text.startswith("“采矿” is not on the list")
    assert "C1" in marked_cells(sheet)


def test_a_folder_becomes_a_workbook_of_its_files(sent_csv, tmp_path, marked):
    sent_csv({"sector": "采矿"}, name="projects.csv")
    (tmp_path / "a[1] with a name longer than a sheet may have.csv").write_text("x,y\n1,2\n", encoding="utf-8")
    faults, book = marked(tmp_path)
    assert {fault.rule for fault in faults} == {"unknown_sheet", "unknown_code"}
    assert book.sheetnames == ["Faults", "a_1_ with a name longer than a ", "projects"]
    assert "A1" in marked_cells(book.worksheets[1])


def test_what_a_workbook_cannot_hold_is_left_out_of_the_copy(sent_csv, marked):
    _, book = marked(sent_csv({"nature": "新\x0b建\x00", "park": "=1+1\x07"}))
    nature = next(cell for cell in book["projects"][1] if cell.value == "建设性质")
    assert book["projects"].cell(2, nature.column).comment.text.startswith("“新 建")


def test_of_a_long_csv_only_the_faulty_rows_are_copied_at_their_own_row_numbers(tmp_path, marked):
    lines = [f"P{i},2022,甲,连山区,能源,新开工,{i}" for i in range(ROWS_COPIED + 5)]
    lines[ROWS_COPIED] = lines[ROWS_COPIED].replace("能源", "采矿")
    header = "项目代码,计划年度,项目名称,县区,领域,年度状态,总投资（万元）"
    path = tmp_path / "projects.csv"
    path.write_text("\n".join([header, *lines]), encoding="utf-8")
    _, book = marked(path)
    sheet = book["projects"]
    assert sheet["A2"].value is None
    assert sheet.cell(ROWS_COPIED + 2, 1).value == f"P{ROWS_COPIED}"
    assert marked_cells(sheet) == {f"E{ROWS_COPIED + 2}"}


def test_a_place_that_cannot_be_written_is_refused_in_a_sentence(sent_workbook, tmp_path):
    path = sent_workbook([PROJECT | {"sector": "mining"}])
    with pytest.raises(Refused, match="can't be written"):
        write_error_workbook(path, check(read_ledger(path)), tmp_path / "no folder" / "x.xlsx", Words("en"))
