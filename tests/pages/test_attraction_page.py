"""The attraction page says what the city printed, names its bases, and keeps count and money apart."""

import pytest

from pages import attraction
from report.assemble import assemble
from report.filters import read_filters
from words import Words

WORDS = Words("en")


def report_of(demo, **url):
    query = {name: [value] for name, value in url.items()}
    filters, faults = read_filters(query, demo.engine.opened.dates, demo.city)
    assert not faults
    return assemble(attraction.PAGE, filters, demo, WORDS)


@pytest.fixture(scope="module")
def report(demo):
    return report_of(demo)


def texts(table):
    return [[cell.text for cell in row] for row in table.rows]


def test_the_tiles_are_the_printed_figures(report):
    shown = {kpi.name: kpi.value for kpi in report.kpis}
    assert shown == {
        "projects_matched": "1,554", "deals_signed": "93", "deals_signed_money": "691.70", "enterprises_visited": "2,806",
        "deals_landed": "37", "deals_landed_money": "19.80", "landing_rate": "39.8", "landing_rate_by_money": "2.9",
    }  # fmt: skip


def test_the_funnel_goes_from_matched_to_signed_to_landed_with_both_rates(report):
    funnel = next(chart for chart in report.charts if chart.name == "deal_funnel")
    assert funnel.title == "37 of 93 deals signed have landed: 39.8% by count, 2.9% by money"
    assert "matched is cumulative" in funnel.subtitle
    assert texts(funnel.rows) == [
        ["Matched", "1,554", "", "", ""], ["Signed", "93", "691.70", "6.0", ""], ["Landed", "37", "19.80", "39.8", "2.9"],
    ]  # fmt: skip


def test_county_sector_and_origin_each_end_in_the_same_sum(report):
    whole = ["1,554", "93", "691.70", "37", "19.80", "39.8%", "2.9%"]
    parts = [table for table in report.tables if table.name.startswith("deal_funnel_parts")]
    assert [texts(table)[-1][1:] for table in parts] == [whole, whole, whole]


def test_a_county_narrows_the_page_to_its_deals(demo, report):
    table = next(table for table in report.tables if table.name == "deal_funnel_parts_county")
    first = table.rows[0]
    ((name, (code,)),) = first[0].link.changes
    narrowed = {kpi.name: kpi.value for kpi in report_of(demo, **{name: code}).kpis}
    assert [narrowed[kpi] for kpi in ("projects_matched", "deals_signed", "deals_signed_money", "deals_landed")] == [
        cell.text for cell in first[1:5]
    ]


def test_a_filter_that_deals_have_no_column_for_says_so(demo):
    report = report_of(demo, nature="new_build")
    assert all("Nature: doesn't apply here." in chart.notes[0] for chart in report.charts)
    assert all("Nature: doesn't apply here." in table.note for table in report.tables)
    reasons = ("Visits have only a county.", "Deals have only a county and a sector.")
    assert all(kpi.note.endswith(reasons) for kpi in report.kpis)


def test_the_deals_that_wait_are_counted_with_their_money(demo, report):
    waiting = report.tables[-1]
    found = demo.engine.ask("deals_waiting", as_of=report.filters.as_of)
    money = WORDS.money(sum(row.signed_wan for row in found))
    assert waiting.note.startswith(f"{len(found)} deals signed more than 180 days ago have not landed: {money}.")
    assert all(int(row[-1].text) > 180 for row in waiting.rows)
