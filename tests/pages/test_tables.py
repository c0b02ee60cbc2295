"""The tables of the pages: rows sum to the city, a cell leads to what it counts, what is left out is said."""

import dataclasses
import datetime as dt
from decimal import Decimal

import pytest

from data.city import city
from pages import counties, overview
from queries.catalog import catalog
from report.assemble import Source, assemble
from report.choosing import known_choices
from report.filters import Filters, read_filters
from report.league import league_table
from report.listing import Listing
from report.matrix import matrix_table
from report.months import months_table
from words import Words

SEP = dt.date(2022, 9, 30)
EN, ZH = Words("en"), Words("zh")
FILTERS = Filters(SEP)
NARROWED = [{}, {"sector": ["energy", "industry"]}, {"county": ["211402", "multi"], "nature": ["retrofit"]}]

LEDGER = """
    project_id | county_code | sector   | total_wan | park
    A          | 211402      | energy   | 500,000   | North
    B          | 211402      | energy   | 200,000   |
    C          | 211402      | industry | 100,000   | North
    D          | multi       | energy   | 1,230,000 |
    E          | 211400      | services | 50,000    |
"""


def shown(table):
    return [[cell.text for cell in row] for row in table.rows]


def source_of(ledger):
    return Source(ledger, city())


def filters_of(demo, query):
    return read_filters(query, demo.engine.opened.dates, demo.city)[0]


def counted(text):
    """A cell of the matrix as its two numbers; an empty one counts nothing."""
    projects, _, money = text.partition(" · ")
    return (int(projects.replace(",", "") or 0), Decimal(money.replace(",", "") or 0))


def followed(demo, filters, link):
    """The filters of the page that a link leads to."""
    fields = {"county": "counties", "sector": "sectors"}
    return dataclasses.replace(filters, **{fields[name]: values for name, values in link.changes})


def test_the_matrix_has_counties_down_and_sectors_across_in_the_citys_order(given_ledger):
    table = matrix_table(FILTERS, source_of(given_ledger(LEDGER)), EN)
    assert table.columns == ("County", "Energy", "Industry", "Services", "All")
    assert shown(table) == [
        ["Lianshan", "2 · 70.00", "1 · 10.00", "", "3 · 80.00"],
        ["City level", "", "", "1 · 5.00", "1 · 5.00"],
        ["Cross-county", "1 · 123.00", "", "", "1 · 123.00"],
        ["All", "3 · 193.00", "1 · 10.00", "1 · 5.00", "5 · 208.00"],
    ]


@pytest.mark.parametrize("query", NARROWED, ids=str)
def test_the_rows_and_the_columns_of_the_matrix_sum_to_the_tiles(demo, query):
    """Money is rounded cell by cell, so a sum may differ from its cells by half a unit each."""
    filters = filters_of(demo, query)
    numbers = [[counted(text) for text in row[1:]] for row in shown(matrix_table(filters, demo, EN))]
    *body, total = numbers
    for line in (*body, total, *zip(*numbers, strict=True)):
        *parts, whole = line
        assert sum(part[0] for part in parts) == whole[0]
        assert abs(sum(part[1] for part in parts) - whole[1]) <= Decimal("0.005") * (len(parts) + 1)
    tiles = {kpi.name: kpi.number for kpi in assemble(counties.PAGE, filters, demo, EN).kpis}
    assert total[-1] == (tiles["projects"], Decimal(EN.yi(tiles["total_investment"]).replace(",", "")))


@pytest.mark.parametrize("query", NARROWED, ids=str)
def test_a_cell_of_the_matrix_leads_to_as_many_projects_as_it_counts(demo, query):
    filters = filters_of(demo, query)
    cells = [cell for row in matrix_table(filters, demo, EN).rows for cell in row[1:]]
    assert [cell.text for cell in cells if cell.link is None] == [""] * sum(1 for cell in cells if not cell.text)
    for cell in cells:
        if cell.link:
            there = followed(demo, filters, cell.link).parameters()
            assert cell.link.path == "projects"
            assert demo.engine.ask("projects", as_ofs=[SEP], **there)[0].value == counted(cell.text)[0]


def test_a_matrix_of_nothing_has_no_rows(given_ledger):
    assert matrix_table(Filters(SEP, natures=("retrofit",)), source_of(given_ledger(LEDGER)), EN).rows == ()


def test_an_unknown_county_is_counted_and_leads_to_its_projects_too(given_ledger):
    source = source_of(given_ledger("county_code\n211499\n211402"))
    table = matrix_table(FILTERS, source, EN)
    assert shown(table)[1][0] == "211499"
    asked = {name: list(values) for name, values in table.rows[1][-1].link.changes}
    filters, faults = read_filters(asked, source.engine.opened.dates, city(), known_choices(source.engine))
    assert (filters.counties, faults) == (("211499",), ())


MONTHS = """
    as_of      | project_id | actual_start | year_done_wan
    2021-08-31 | A          |              | 10,000
    2021-09-30 | A          | 2021-09-10   | 30,000
    2022-07-31 | A          |              | 10,000
    2022-08-31 | A          |              | 40,000
    2022-08-31 | B          | 2022-08-31   | 10,000
    2022-09-30 | A          | 2022-09-01   | 50,000
    2022-09-30 | B          | 2022-08-31   | 60,000
"""


def test_this_month_stands_beside_last_month_and_the_same_one_of_last_year(given_ledger):
    table = months_table(FILTERS, source_of(given_ledger(MONTHS)), EN)
    assert table.columns == ("Measure", "Sep 2022", "Aug 2022", "Change", "Sep 2021", "Change")
    assert shown(table) == [
        ["New starts", "1", "1", "no change", "1", "no change"],
        ["Investment, 100m yuan", "6.00", "4.00", "+2.00 (+50.0%)", "2.00", "+4.00 (+200.0%)"],
    ]
    assert table.note == ""


def test_a_month_without_its_snapshots_has_a_dash_no_change_and_a_note(given_ledger):
    table = months_table(FILTERS, source_of(given_ledger(MONTHS.replace("2021-08-31", "2021-06-30"))), ZH)
    assert shown(table)[1][4:] == ["—", ""]
    assert "2021年9月" in table.note and "2022年8月" not in table.note


def test_the_months_of_the_table_are_the_bars_of_the_chart(demo):
    table = shown(months_table(FILTERS, demo, EN))
    bars = {row.month: row.month_done_wan for row in demo.engine.ask("investment_by_month", as_of=SEP)}
    assert table[1][1:3] == [EN.yi(bars[9]), EN.yi(bars[8])]
    assert table[0][1] == EN.number(demo.engine.ask("month_starts", as_ofs=[SEP])[0].value)


def test_a_listing_shows_its_first_rows_without_its_hidden_columns_and_says_how_many_there_are(given_ledger):
    table = Listing("largest_projects", hidden=("light", "project_id"), limit=2)(
        FILTERS, source_of(given_ledger(LEDGER)), EN
    )
    assert table.columns[0] == "Project name" and "Light" not in table.columns
    assert [row[0] for row in shown(table)] == ["Project 4", "Project 1"]
    assert table.note == "The first 2 of 5."


@pytest.mark.parametrize("limit", [0, 5, 6])
def test_a_listing_of_all_rows_has_nothing_to_say(given_ledger, limit):
    table = Listing("largest_projects", limit=limit)(FILTERS, source_of(given_ledger(LEDGER)), EN)
    assert (len(table.rows), table.note) == (5, "")


def test_in_a_listing_a_name_leads_to_its_project_and_a_code_to_its_filter(given_ledger):
    table = Listing("largest_projects", limit=1)(FILTERS, source_of(given_ledger(LEDGER)), EN)
    links = {cell.text: (cell.link.path, dict(cell.link.changes)) for cell in table.rows[0] if cell.link}
    assert links == {
        "Project 4": ("projects", {"project": ("D",)}),
        "Cross-county": (None, {"county": ("multi",)}),
        "Energy": (None, {"sector": ("energy",)}),
    }


def test_every_table_is_the_answer_of_the_question_whose_passport_it_has(demo):
    for page in (counties.PAGE, overview.PAGE):
        for table in assemble(page, FILTERS, demo, EN).tables:
            assert table.question in catalog()
            assert len(table.columns) == len(table.numeric)
            assert {len(row) for row in table.rows} <= {len(table.columns)}


@pytest.mark.parametrize("query", NARROWED, ids=str)
def test_the_counties_of_the_league_sum_to_the_city_whatever_county_is_chosen(demo, query):
    filters = filters_of(demo, query)
    table = league_table(filters, demo, EN)
    city_wide = dataclasses.replace(filters, counties=()).parameters()
    for column, tile in (("Projects", "projects"), ("Started", "started")):
        place = table.columns.index(column)
        found = demo.engine.ask(tile, as_ofs=[SEP], **city_wide)
        assert sum(int(row[place]) for row in shown(table)) == found[0].value


def test_the_league_says_its_weights_and_what_part_of_the_year_has_passed(demo):
    note = league_table(FILTERS, demo, EN).note
    assert note.startswith(
        "Score: Start rate 30%, Year plan done 40%, Entered in the statistics 15%, Problems cleared 15%;"
    )
    assert note.endswith("Elapsed year: 75.0%.")
    assert league_table(FILTERS, demo, ZH).note.endswith("时序进度：75.0%。")


def test_a_county_of_the_league_leads_to_its_own_filter(demo):
    for row in league_table(FILTERS, demo, EN).rows:
        assert dict(row[0].link.changes)["county"][0] in demo.city.codes("county")
        assert all(cell.link is None for cell in row[1:])


@pytest.mark.parametrize("words", [EN, ZH], ids=["en", "zh"])
def test_the_league_says_plainly_that_a_chosen_county_doesnt_narrow_it(demo, words):
    note = league_table(Filters(SEP, counties=("211402",)), demo, words).note
    assert "Project-Id-Version" not in note
    assert note == note.strip()
