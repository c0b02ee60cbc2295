"""What changed about a project, snapshot by snapshot, in sentences; and since when and where each value stands."""

import pytest

from data.city import city
from report.assemble import Source
from report.filters import read_filters
from report.project_history import history_table, origins_table
from words import Words

EN, ZH = Words("en"), Words("zh")


@pytest.fixture
def given(given_tables):
    """A ledger of projects whose name stays the same, unless the table has names of its own."""

    def of(text):
        header, *lines = text.strip().splitlines()
        if " name" in header:
            return given_tables(projects=text)
        return given_tables(projects="\n".join([f"{header} | name", *(f"{line} | The project" for line in lines)]))

    return of


def source_of(engine):
    return Source(engine, city())


def filters_of(source, **url):
    filters, faults = read_filters(
        {"project": ["A"], **{name: [value] for name, value in url.items()}}, source.engine.opened.dates, city()
    )
    assert not faults
    return filters


def changes(engine, words=EN, **url):
    """The sentences, newest first."""
    source = source_of(engine)
    return [row[1].text for row in history_table(filters_of(source, **url), source, words).rows]


def test_a_date_that_moved_is_said_with_both_dates_and_the_month(given):
    ledger = given(
        """
        as_of      | project_id | planned_finish
        2022-06-30 | A          | 2023-06-30
        2022-07-31 | A          | 2023-12-31
        2022-07-31 | B          | 2024-12-31
        2022-08-31 | A          | 2023-12-31
    """
    )
    assert changes(ledger) == [
        "Planned finish moved from 2023-06-30 to 2023-12-31 in July 2022", "First listed in the ledger of June 2022",
    ]  # fmt: skip
    assert changes(ledger, ZH) == ["2022年7月：计划竣工由2023年6月30日改为2023年12月31日", "2022年6月：首次列入台账"]


def test_what_comes_after_the_date_is_not_known_at_it(given):
    ledger = given(
        """
        as_of      | project_id | sponsor
        2022-06-30 | A          | X
        2022-07-31 | A          | Y
        2022-08-31 | A          | Z
    """
    )
    assert changes(ledger, as_of="2022-07-31") == [
        "Sponsor changed from X to Y in July 2022", "First listed in the ledger of June 2022",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("column", "before", "after", "said"),
    [
        ("total_wan", "5,000", "15,000", "Total investment changed from 5,000 × 10,000 yuan to 1.50 × 100m yuan"),
        ("progress_pct", "10", "12.5", "Physical progress changed from 10% to 12.5%"),
        ("sector", "industry", "energy", "Sector changed from Industry to Energy"),
        ("county_code", "211402", "211481", "County changed from Lianshan to Xingcheng"),
        ("actual_start", "", "2022-07-05", "Actual start set to 2022-07-05"),
        ("delay_reason", "land", "", "Reason of delay Land taken away"),
        ("capacity_mw", "200", "200.5", "Installed capacity changed from 200 MW to 200.5 MW"),
        ("name", "Old", "New", "Project name changed from Old to New"),
        ("evidence", "illustrative", "reported", "Evidence changed from Illustrative to Reported"),
    ],
)
def test_every_meaningful_column_is_followed(given, column, before, after, said):
    texts = f"as_of | project_id | {column}\n2022-06-30 | A | {before}\n2022-07-31 | A | {after}"
    if column == "actual_start":  # a start changes the light as well
        assert f"{said} in July 2022" in changes(given(texts))
    else:
        assert changes(given(texts))[0] == f"{said} in July 2022"


def test_a_light_that_changed_is_followed_too(given):
    ledger = given(
        """
        as_of      | project_id | planned_start
        2022-06-30 | A          | 2022-06-30
        2022-07-31 | A          | 2022-06-30
        2022-09-30 | A          | 2022-06-30
    """
    )
    assert changes(ledger)[0] == "Light changed from ◆ slipping to ▲ late in September 2022"


def test_where_a_row_stood_in_the_workbook_is_no_change_of_the_project(given):
    ledger = given(
        """
        as_of      | project_id | source_file | source_row
        2022-06-30 | A          | june.xlsx   | 4
        2022-07-31 | A          | july.xlsx   | 9
    """
    )
    assert changes(ledger) == ["First listed in the ledger of June 2022"]


def test_a_snapshot_without_the_project_is_said_and_what_changed_meanwhile_as_well(given):
    ledger = given(
        """
        as_of      | project_id | sponsor
        2022-06-30 | A          | X
        2022-07-31 | B          |
        2022-08-31 | A          | Y
    """
    )
    assert changes(ledger) == [
        "Sponsor changed from X to Y in August 2022", "Missing from the ledger of July 2022",
        "First listed in the ledger of June 2022",
    ]  # fmt: skip


def test_several_changes_of_a_month_stand_in_the_order_of_the_columns(given):
    ledger = given(
        """
        as_of      | project_id | total_wan | sponsor
        2022-06-30 | A          | 1,000     | X
        2022-07-31 | A          | 2,000     | Y
    """
    )
    assert [said.split(" changed")[0] for said in changes(ledger)[:2]] == ["Total investment", "Sponsor"]


def origins(engine, **url):
    """Field → since, file, sheet and row."""
    source = source_of(engine)
    table = origins_table(filters_of(source, **url), source, EN)
    return {row[0].text: tuple(cell.text for cell in row[2:]) for row in table.rows}


def test_each_value_names_the_snapshot_since_which_it_stands_and_where_it_was_read(given):
    ledger = given(
        """
        as_of      | project_id | sponsor | total_wan | source_file | source_sheet | source_row
        2022-06-30 | A          | X       | 1,000     | june.xlsx   | P            | 4
        2022-07-31 | A          | Y       | 1,000     | july.xlsx   | P            | 9
        2022-08-31 | A          | X       | 1,000     | august.xlsx | P            | 5
    """
    )
    found = origins(ledger)
    assert found["Sponsor"] == ("2022-08-31", "august.xlsx", "P", "5")
    assert found["Total investment"] == ("2022-06-30", "june.xlsx", "P", "4")
    assert "Owner" not in found
    assert found["The whole row, as it is now"] == ("2022-08-31", "august.xlsx", "P", "5")
    assert origins(ledger, as_of="2022-07-31")["Sponsor"][0] == "2022-07-31"
