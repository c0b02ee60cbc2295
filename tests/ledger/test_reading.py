"""What is written in the template's form reads back the same, in every form that an office may send."""

import csv
import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data.checking import check, typed
from data.city import city
from data.codes import CODES
from data.errors import Refused
from data.ledger import TABLES, Kind
from data.reading import read_ledger
from data.template import header_of, write_template, write_workbook

AS_OF = dt.date(2022, 9, 30)
PROJECT = {
    "project_id": "2203-211402-04-01-000001", "plan_year": 2022, "name": "连山区冷链物流园项目", "county_code": "211402",
    "sector": "services", "year_status": "new_start", "total_wan": Decimal("12345.67"), "actual_start": dt.date(2022, 10, 1),
    "progress_pct": 12.5, "nature": "retrofit",
}  # fmt: skip


def write_csv(path, rows, encoding="utf-8", headers=None):
    columns = [TABLES["projects"].column(name) for name in PROJECT]
    with path.open("w", encoding=encoding, newline="") as out:
        writer = csv.writer(out)
        writer.writerow([(headers or {}).get(column.name, header_of(column, "zh")) for column in columns])
        writer.writerows([[row[column.name] for column in columns] for row in rows])
    return path


def entered(tables, name="projects"):
    """The typed rows without what is stamped when reading."""
    stamped = {column.name for column in TABLES[name].columns if column.stamped} | {"evidence", "published_fields"}
    return [{k: v for k, v in row.items() if k not in stamped} for row in tables[name].to_pylist()]


def test_workbook_and_csv_in_both_encodings_give_the_same_ledger(tmp_path):
    write_workbook(tmp_path / "ledger.xlsx", {"projects": [PROJECT]})
    files = [tmp_path / "ledger.xlsx"]
    for name, encoding in (("a.csv", "utf-8"), ("b.csv", "utf-8-sig"), ("c.csv", "gb18030")):
        files.append(write_csv(tmp_path / name, [PROJECT], encoding))
    read = [entered(typed(read_ledger(file), AS_OF)) for file in files]
    assert read[0] == read[1] == read[2] == read[3]
    assert {key: read[0][0][key] for key in PROJECT} == PROJECT


def test_a_folder_of_csvs_is_one_ledger(tmp_path):
    write_csv(tmp_path / "projects.csv", [PROJECT])
    (tmp_path / "meetings.csv").write_text(
        "调度会编号,召开日期,会议形式\nD1,2022-09-01,云调度视频会议\n", encoding="utf-8"
    )
    tables = typed(read_ledger(tmp_path), AS_OF)
    assert tables["meetings"].to_pylist()[0]["kind"] == "cloud_dispatch"
    assert tables["projects"].num_rows == 1


@pytest.mark.parametrize(("header", "cell"), [("总投资（亿元）", "1.234567"), ("总投资(亿元)", "1.234567"), ("total_wan", "12345.67"),
                                              ("Total investment (10,000 yuan)", "12,345.67"), ("总投资（万元）", "１２３４５．６７")])  # fmt: skip
def test_amounts_are_held_in_wan_whatever_unit_the_header_declares(tmp_path, header, cell):
    path = write_csv(tmp_path / "p.csv", [PROJECT | {"total_wan": cell}], headers={"total_wan": header})
    assert check(read_ledger(path)) == []
    assert entered(typed(read_ledger(path), AS_OF))[0]["total_wan"] == Decimal("12345.67")


@pytest.mark.parametrize(
    "sent", ["2022-10-01", "2022-10-1", "2022/10/1", "2022.10.1", "2022年10月1日", "20221001", "２０２２－１０－０１"]
)
def test_dates_are_read_in_the_forms_that_name_a_day(tmp_path, sent):
    path = write_csv(tmp_path / "p.csv", [PROJECT | {"actual_start": sent}])
    assert check(read_ledger(path)) == []
    assert entered(typed(read_ledger(path), AS_OF))[0]["actual_start"] == dt.date(2022, 10, 1)


@pytest.mark.parametrize("spelling", ["211402", "连山区", "Lianshan", " 连山区 ", "LIANSHAN", "２１１４０２"])
def test_a_code_is_understood_by_its_code_and_by_both_labels(tmp_path, spelling):
    path = write_csv(tmp_path / "p.csv", [PROJECT | {"county_code": spelling}])
    assert check(read_ledger(path)) == []
    assert entered(typed(read_ledger(path), AS_OF))[0]["county_code"] == "211402"


def test_every_row_keeps_where_it_came_from(tmp_path):
    write_workbook(tmp_path / "september.xlsx", {"projects": [PROJECT, PROJECT | {"project_id": "B", "name": "B"}]})
    rows = typed(read_ledger(tmp_path / "september.xlsx"), AS_OF)["projects"].to_pylist()
    assert [(r["source_file"], r["source_sheet"], r["source_row"], r["as_of"], r["evidence"]) for r in rows] == [
        ("september.xlsx", "项目", 2, AS_OF, "reported"),
        ("september.xlsx", "项目", 3, AS_OF, "reported"),
    ]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_template_has_every_sheet_and_column_and_is_itself_without_fault(tmp_path, language):
    write_template(tmp_path / "t.xlsx", language)
    raw = read_ledger(tmp_path / "t.xlsx")
    assert {(head.table, head.column) for head in raw.heads} == {
        (t.name, c.name) for t in TABLES.values() for c in t.entered
    }
    assert check(raw) == []


def test_every_declared_code_list_rule_and_reference_exists():
    for table in TABLES.values():
        assert set(table.key) <= set(table.by_name)
        for column in table.columns:
            assert not column.codes or column.codes in CODES or city().codes(column.codes)
            assert {*column.not_before, *filter(None, [column.at_most])} <= set(table.by_name)
            assert not column.references or column.references in TABLES


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [("x.xlsx", b"no workbook", "not a workbook"), ("x.csv", b"\xff\xff\xff", "neither UTF-8 nor GB18030"), ("x.csv", b"a,b\n1,2\n", "no sheet of projects")],
)  # fmt: skip
def test_a_file_that_is_no_ledger_is_refused_in_one_sentence(tmp_path, name, content, said):
    (tmp_path / name).write_bytes(content)
    with pytest.raises(Refused, match=said):
        read_ledger(tmp_path / name)


def test_a_missing_file_is_refused(tmp_path):
    with pytest.raises(Refused, match="no file"):
        read_ledger(tmp_path / "nothing.xlsx")


def values(column):
    """Any valid value of a column, or none."""
    kinds = {
        Kind.TEXT: st.text("项目投资abcXYZ019()-", min_size=1, max_size=12).map(str.strip).filter(bool),
        Kind.DATE: st.dates(dt.date(2000, 1, 1), dt.date(2099, 12, 31)),
        Kind.MONEY: st.decimals(0, 10**9, places=2),
        Kind.NUMBER: st.decimals(0, 80, places=4),
        Kind.PERCENT: st.decimals(0, 100, places=2).map(float),
        Kind.INTEGER: st.integers(2000, 2100),
        Kind.BOOLEAN: st.booleans(),
    }
    if column.kind is Kind.CODE:
        kinds[Kind.CODE] = st.sampled_from(sorted(city().codes(column.codes)))
    if column.kind is Kind.CODES:
        codes = sorted(city().codes(column.codes)) if column.codes else ["name", "total_wan"]
        kinds[Kind.CODES] = st.lists(st.sampled_from(codes), min_size=1, max_size=3)
    return kinds[column.kind] if column.required else st.none() | kinds[column.kind]


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    rows=st.lists(
        st.fixed_dictionaries({c.name: values(c) for c in TABLES["projects"].entered}), min_size=1, max_size=4
    )
)
def test_any_valid_rows_read_back_as_they_were_written(tmp_path, rows):
    write_workbook(tmp_path / "any.xlsx", {"projects": rows})
    read = typed(read_ledger(tmp_path / "any.xlsx"), AS_OF)["projects"].to_pylist()
    for sent, found in zip(rows, read, strict=True):
        expected = sent | {"evidence": sent["evidence"] or "reported"}
        assert {key: found[key] for key in expected} == expected
