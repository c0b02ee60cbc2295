"""The page of dispatch over the demonstration: 73 projects of nine leaders, each with a card and a place on the wall."""

import datetime as dt

import pytest

from charts import sponsored_timetable
from pages import dispatch, overview
from report.assemble import assemble
from report.filters import Filters, read_filters
from report.model import Link
from report.sponsors import sponsor_link
from words import Words

SEP = dt.date(2022, 9, 30)
LANGUAGES = ("zh", "en")
LEADERS = ["市领导丁", "市领导戊", "市领导丙", "市领导乙", "市领导己", "市领导辛", "市领导壬", "市领导庚", "市领导甲"]


def shown(demo, page=dispatch.PAGE, language="en", **query):
    filters, faults = read_filters(query, demo.engine.opened.dates, demo.city)
    assert not faults
    return assemble(page, filters, demo, Words(language))


def column(table, label):
    """The texts of one column of a table."""
    place = table.columns.index(label)
    return [row[place].text for row in table.rows]


def tiles(report):
    return {kpi.name: (kpi.value, kpi.base) for kpi in report.kpis}


def test_nine_leaders_sponsor_73_projects_eight_or_nine_each(demo):
    report = shown(demo)
    assert tiles(report)["sponsored_projects"][0] == "73"
    card = report.lead[0]
    assert column(card, "Leader") == LEADERS
    assert sorted(map(int, column(card, "Projects"))) == [8] * 8 + [9]
    assert "73 projects of 9 leaders" in card.note
    assert "427 projects of the plan have no sponsor" in card.note


def test_the_cards_show_lights_starts_money_and_problems(demo):
    first = shown(demo).lead[0]
    assert [cell.text for cell in first.rows[0]] == [
        "市领导丁", "市政府领导", "8", "3", "0", "0", "5", "6", "75.0", "61.4", "-13.6", "4", "1", "1", "75.0",
    ]  # fmt: skip
    assert sum(map(int, column(first, "▲ late"))) == 9
    assert column(first, "Cleared (%)")[LEADERS.index("市领导乙")] == "—"


def test_how_problems_are_cleared_stands_with_its_base(demo):
    found = tiles(shown(demo))
    assert [found[name][0] for name in ("problems_open", "problems_overdue")] == ["32", "22"]
    assert found["clearing_rate"] == ("83.2", "158 / 190")
    assert found["clearing_rate_on_time"] == ("71.3", "122 / 171")


@pytest.mark.parametrize("leader", LEADERS)
def test_a_name_leads_to_the_page_of_this_leader_alone(demo, leader):
    everyone = shown(demo).lead[0]
    row = next(row for row in everyone.rows if row[0].text == leader)
    assert row[0].link == Link((("sponsor", (leader,)),))
    alone = shown(demo, sponsor=[leader])
    assert [[cell.text for cell in row] for row in alone.lead[0].rows] == [[cell.text for cell in row]]
    assert tiles(alone)["sponsored_projects"][0] == row[2].text
    assert "no sponsor" not in alone.lead[0].note


def test_whoever_is_to_be_asked_on_the_overview_is_one_click_away(demo):
    asked = next(table for table in shown(demo, overview.PAGE).lead if table.name == "to_ask")
    place = asked.columns.index("Sponsor")
    named = [row[place] for row in asked.rows if row[place].text]
    assert named
    assert all(cell.link == sponsor_link(cell.text) for cell in named)
    assert sponsor_link("x") == Link((("sponsor", ("x",)),), "dispatch")


@pytest.mark.parametrize(
    ("language", "title"),
    [("en", "市领导丁 has the most late projects: 3 of 8; 9 of 73 sponsored ones are late"),
     ("zh", "市领导丁包保的滞后项目最多，8个中有3个；全部73个包保项目中9个滞后")],
)  # fmt: skip
def test_the_title_of_the_wall_chart_says_who_has_most_late_projects(demo, language, title):
    assert shown(demo, language=language).charts[0].title == title


def test_every_sponsored_project_has_a_line_of_its_own_high_enough_to_read(demo):
    chart = shown(demo).charts[0]
    assert chart.wide
    names = next(trace for trace in chart.figure.data if trace.mode == "text" and len(trace.text) == 73)
    assert all(upper - lower >= 20 for upper, lower in zip(names.y, names.y[1:], strict=False))
    low, high = chart.figure.layout.yaxis.range
    assert high - low == chart.figure.layout.height
    assert shown(demo, sponsor=["市领导丁"]).charts[0].figure.layout.height < 400


def test_a_date_without_sponsors_says_so(demo):
    report = assemble(dispatch.PAGE, Filters(dt.date(2021, 12, 31)), demo, Words("en"))
    assert report.lead[0].rows == ()
    assert report.charts[0].title == "No project of this selection has a sponsor"


def test_ties_are_named_and_nobody_late_is_said():
    day, words = SEP, Words("en")

    def row(sponsor, light):
        return sponsored_timetable.Row(
            day, sponsor, None, "x", light, None, None, None, None, None, False, 0, 0, 0
        )  # fmt: skip

    tied = [row("Li", "red"), row("Li", "green"), row("Wang", "red"), row("Zhao", "yellow")]
    assert sponsored_timetable.finding(tied, words) == (
        "Li and Wang have the most late projects: 1 each; 2 of 4 sponsored ones are late"
    )
    assert sponsored_timetable.finding(tied[:2], words) == "Li: 1 of 2 projects are late"
    assert sponsored_timetable.finding(tied[3:], words) == "No sponsored project is late; base 1"
