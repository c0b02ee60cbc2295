"""The list of projects on small ledgers: what it holds, in which order, and what stands in its columns."""

import csv
import datetime as dt
import io
from decimal import Decimal

import pytest

from data.city import city
from report.assemble import Source
from report.filters import read_filters
from report.project_files import files_of
from report.projects import matching, projects_table
from report.searching import looked_up
from words import Words

SEP, AUG = dt.date(2022, 9, 30), dt.date(2022, 8, 31)
EN = Words("en")


@pytest.fixture
def listed(given_tables):
    """The list of a ledger of text tables for an address: a function from parameters to the table."""

    def of(**texts):
        source = Source(given_tables(**texts), city())

        def table(words=EN, **url):
            return projects_table(filters_of(source, **url), source, words)

        return table

    return of


def filters_of(source, **url):
    query = {name: values if isinstance(values, list) else [values] for name, values in url.items()}
    filters, faults = read_filters(query, source.engine.opened.dates, city())
    assert not faults
    return looked_up(filters, source.engine)


def column(table, name):
    """The texts of the column with that head."""
    place = table.columns.index(name)
    return [row[place].text for row in table.rows]


def names(table):
    return column(table, "Project name")


def test_every_project_of_the_date_is_listed_once_largest_first_and_preparatory_ones_are_counted_apart(listed):
    table = listed(
        projects="""
        as_of      | project_id | name | total_wan | year_status
        2022-08-31 | A          | old  | 9,000     | new_start
        2022-09-30 | A          | a    | 1,000     | new_start
        2022-09-30 | B          | b    | 3,000     | continued
        2022-09-30 | C          | c    | 2,000     | preparatory
    """
    )()
    assert names(table) == ["b", "c", "a"]
    assert table.total == 3
    assert table.note == "1–3 of 3 projects. Preparatory ones, outside the plan's base: 1."


def test_all_words_of_the_search_must_fit_and_each_may_fit_another_name(listed):
    table = listed(
        projects="""
        project_id | name         | lead_unit | owner
        A          | 兴城风电项目 | 市水利局  |
        B          | 兴城供水项目 | 市水利局  | 兴城水务
        C          | 绥中风电项目 |           | 绥中风电公司
    """
    )
    assert sorted(names(table(q="兴城"))) == ["兴城供水项目", "兴城风电项目"]
    assert names(table(q="xingcheng fengdian")) == ["兴城风电项目"]
    assert names(table(q="fengdian 水利局")) == ["兴城风电项目"]
    assert names(table(q="szfdgs")) == ["绥中风电项目"]
    assert names(table(q="b")) == ["兴城供水项目"]
    assert names(table(q="fengdian gongshui")) == []


LIGHTS = """
    name | year_status | planned_start | actual_start | progress_pct | planned_finish
    r    | new_start   | 2022-03-31    |              |              |
    y    | new_start   | 2022-08-31    |              |              |
    e    | continued   |               |              |              |
    g    | new_start   | 2022-09-01    | 2022-09-20   | 50           | 2023-09-30
"""


def test_the_lights_narrow_the_list_and_the_worst_come_first_when_sorted_by_them(listed):
    table = listed(projects=LIGHTS)
    assert names(table(light="red")) == ["r"]
    assert names(table(light=["yellow", "grey"])) == ["y", "e"]
    ordered = table(sort="light")
    assert names(ordered) == ["r", "y", "e", "g"]
    assert column(ordered, "Light") == ["▲ late", "◆ slipping", "○ no evidence", "● on time"]
    assert names(table(sort="-light")) == ["g", "e", "y", "r"]


def test_the_reason_stands_beside_the_light_and_the_rule_is_its_hint(listed):
    table = listed(projects=LIGHTS)(light="red")
    assert column(table, "Reason") == ["not started 6 months after the planned one"]
    hint = table.rows[0][table.columns.index("Light")].hint
    assert hint.startswith("not started 6 months")
    assert "red when it has been over for this many months (3)" in hint


def test_a_watermelon_is_named_with_the_evidence(listed):
    table = listed(
        projects="self_status | name\nnormal | A\nbehind | B",
        problems="project_id | raised_on | due_on\nP1 | 2022-07-01 | 2022-08-01\nP2 | 2022-07-01 | 2022-08-01",
    )()
    reasons = dict(zip(names(table), column(table, "Reason"), strict=True))
    assert reasons["A"].endswith("watermelon: reports itself normal, but a problem is overdue")
    assert "watermelon" not in reasons["B"]


SORTED = """
    project_id | name         | total_wan | progress_pct | planned_finish | sector   | lead_unit
    A          | 绥中风电项目 | 1,000     | 40           | 2023-05-01     | services | 市水利局
    B          | 兴城供水项目 | 2,000     |              | 2022-05-01     | energy   |
    C          | 葫芦岛港项目 | 3,000     | 50           |                | industry | 市交通局
    D          | 100万千瓦    | 3,000     | 40           | 2022-05-01     | energy   | 市发改委
"""


@pytest.mark.parametrize(
    ("sort", "order"),
    [
        ("", "CDBA"), ("total_wan", "ABCD"), ("-total_wan", "CDBA"), ("-progress_pct", "CDAB"), ("progress_pct", "DACB"),
        ("planned_finish", "DBAC"), ("-planned_finish", "ADBC"), ("project_id", "ABCD"), ("-project_id", "DCBA"),
    ],
)  # fmt: skip
def test_a_column_orders_the_list_and_what_is_empty_comes_last(listed, sort, order):
    """Equal ones keep the usual order: the largest first, then by id."""
    table = (
        listed(projects=SORTED)(sort=sort, columns="project_id")
        if sort
        else listed(projects=SORTED)(columns="project_id")
    )
    assert "".join(column(table, "Project ID")) == order


def test_chinese_is_ordered_by_pinyin_and_codes_by_the_citys_list(listed):
    table = listed(projects=SORTED)
    assert names(table(sort="name")) == ["100万千瓦", "葫芦岛港项目", "绥中风电项目", "兴城供水项目"]
    by_unit = column(table(sort="lead_unit"), "Unit in charge")
    assert by_unit == ["市发改委", "市交通局", "市水利局", ""]
    sectors = [code for code in city().sectors if code in ("energy", "industry", "services")]
    labels = [city().label("sector", code, "en") for code in sectors]
    assert list(dict.fromkeys(column(table(sort="sector"), "Sector"))) == labels


def test_a_click_on_a_head_sorts_numbers_descending_and_texts_ascending_and_turns_what_is_sorted(listed):
    table = listed(projects=SORTED)

    def led(shown, head):
        return dict(shown.heads[shown.columns.index(head)].changes)["sort"]

    money, progress = "Total investment (× 100m yuan)", "Physical progress (%)"
    assert led(table(), progress) == ("-progress_pct",)
    assert led(table(), "Project name") == ("name",)
    assert led(table(), money) == ("total_wan",)
    assert led(table(sort="total_wan"), money) == ("-total_wan",)
    assert led(table(sort="name"), "Project name") == ("-name",)
    assert table(sort="name").sorted_by == (1, False)
    assert table(sort="-progress_pct", columns="progress_pct").sorted_by == (3, True)
    assert table(sort="lat").sorted_by is None


def test_a_head_leads_to_the_first_page_and_columns_of_the_answer_alone_have_no_head_to_click(listed):
    shown = listed(projects=SORTED)(page="1")
    assert dict(shown.heads[0].changes)["page"] == ()
    assert shown.heads[shown.columns.index("Reason")] is None


def test_twenty_five_stand_on_a_page_and_a_page_beyond_the_last_shows_the_last(listed):
    table = listed(projects="name\n" + "\n".join(f"P{number:02}" for number in range(60)))
    assert [len(table(page=str(page)).rows) for page in (1, 2, 3, 4, 999)] == [25, 25, 10, 10, 10]
    assert names(table(sort="name", page="3"))[0] == "P50"
    assert table(page="2").note == "26–50 of 60 projects."
    assert table(Words("zh"), page="3").note == "第51–60个，共60个。"
    assert table(page="0").note.startswith("1–25 of")


def test_the_chosen_columns_are_shown_in_their_order_and_none_chosen_means_the_usual_ones(listed):
    table = listed(projects=SORTED)
    assert table(columns=["lead_unit", "project_id"]).columns == (
        "Light", "Project name", "Reason", "Unit in charge", "Project ID",
    )  # fmt: skip
    assert table(columns=["name", "light"]).columns == ("Light", "Project name", "Reason")
    assert table().columns[3:5] == ("County", "Sector")


TWO_DATES = """
    as_of      | project_id | year_status | planned_start | progress_pct
    2022-08-31 | A          | new_start   | 2022-06-30    | 10
    2022-09-30 | A          | new_start   | 2022-06-30    | 12.5
    2022-08-31 | B          | new_start   | 2022-12-31    |
    2022-09-30 | B          | new_start   | 2022-12-31    | 5
    2022-09-30 | C          | new_start   | 2022-12-31    | 0
"""


def test_compared_with_a_date_the_list_shows_its_light_and_the_change_of_progress(listed):
    table = listed(projects=TWO_DATES)
    shown = table(columns="project_id", sort="project_id")
    assert column(shown, "Light") == ["▲ late", "○ no evidence", "○ no evidence"]
    assert column(shown, "Light, before") == ["◆ slipping", "○ no evidence", "not listed"]
    assert column(shown, "Progress, change (points)") == ["+2.5", "", ""]
    assert "Light, before" not in table(compare="none").columns


def test_the_name_leads_to_the_sheet_within_the_address_of_the_list(listed):
    cell = listed(projects=SORTED)().rows[0][1]
    assert (cell.link.path, cell.link.changes) == (None, (("project", ("C",)),))


def test_the_rows_behind_the_list_are_those_that_search_and_lights_leave(given_tables):
    source = Source(given_tables(projects=LIGHTS), city())
    filters = filters_of(source, light=["red", "yellow"])
    behind = source.engine.behind("project_list", as_of=SEP, projects=filters.parameters()["projects"])
    assert sorted(behind["name"].to_pylist()) == ["r", "y"] == sorted(matching(filters, source)["name"].to_pylist())


def test_what_is_found_nowhere_narrows_to_nothing_and_not_to_all(given_tables):
    source = Source(given_tables(projects=LIGHTS), city())
    filters = filters_of(source, q="nowhere")
    assert filters.parameters()["projects"] == []
    assert source.engine.ask("projects", as_ofs=[SEP], **filters.parameters()) == []


def test_the_file_reads_as_the_list_with_full_amounts_and_no_text_that_a_spreadsheet_would_run(given_tables):
    source = Source(
        given_tables(projects="project_id | name | total_wan | sector\nA | =1+1 | 12,345.67 | energy"), city()
    )
    files = files_of(filters_of(source), source, EN)
    assert files.csv.startswith(b"\xef\xbb\xbf")
    (row,) = csv.DictReader(io.StringIO(files.csv.decode("utf-8-sig")))
    assert (row["Project ID"], row["Project name"], row["Sector"]) == ("A", "'=1+1", "Energy")
    assert (row["Total investment (10,000 yuan)"], row["Evidence"]) == ("12345.67", "Reported")
    assert files.rows.select(["sector", "total_wan"]).to_pylist() == [
        {"sector": "energy", "total_wan": Decimal("12345.67")}
    ]


def test_the_names_of_two_files_differ_when_their_contents_do(given_tables):
    source = Source(given_tables(projects=LIGHTS), city())
    stems = {
        files_of(filters_of(source, **url), source, EN).file_stem for url in ({}, {"light": "red"}, {"sort": "name"})
    }
    assert len(stems) == 3
    assert all(stem.startswith("projects-2022-09-30-") for stem in stems)
