"""What stands under one project: milestones counted back, approvals, problems, money; and what is said when it isn't there."""

import datetime as dt
from decimal import Decimal

from data.city import city
from pages.projects import PAGE, SHEET
from report.assemble import Source, assemble
from report.filters import read_filters
from words import Words

EN = Words("en")
SEP = dt.date(2022, 9, 30)


def sheet_of(engine, words=EN, **url):
    """The sheet of project P1, or of the one that the address names."""
    source = Source(engine, city())
    query = {name: [value] for name, value in ({"project": "P1"} | url).items()}
    filters, faults = read_filters(query, engine.opened.dates, city())
    assert not faults
    return assemble(PAGE.detail, filters, source, words)


def table(report, name):
    return next(one for one in (*report.lead, *report.tables) if one.name == name)


def texts(report, name):
    return [tuple(cell.text for cell in row) for row in table(report, name).rows]


MILESTONES = """
    project_id | seq | name   | due_on     | done_on    | is_commitment
    P1         | 2   | second | 2022-08-31 |            | true
    P1         | 1   | first  | 2022-05-31 | 2022-06-30 |
    P1         | 3   | third  | 2022-09-30 | 2022-10-15 |
    P1         | 4   | fourth | 2022-07-31 | 2022-07-31 |
    P1         | 5   | last   | 2022-12-31 |            |
    P2         | 1   | other  | 2022-12-31 |            |
"""


def test_milestones_are_counted_back_from_the_planned_finish_and_late_ones_by_days(given_tables):
    ledger = given_tables(projects="planned_finish\n2022-12-31\n2022-12-31", milestones=MILESTONES)
    rows = ledger.ask("project_timetable", as_of=SEP, project="P1")
    assert [(row.milestone, row.days_to_finish, row.done_on, row.late_days) for row in rows] == [
        ("first", 214, dt.date(2022, 6, 30), 30),
        ("second", 122, None, 30),
        ("third", 92, None, None),  # done after the date: not known at it, and not late on its own day
        ("fourth", 153, dt.date(2022, 7, 31), None),
        ("last", 0, None, None),
    ]


def test_the_timetable_says_in_words_what_is_done_late_overdue_and_open(given_tables):
    ledger = given_tables(projects="planned_finish\n2022-12-31\n2022-12-31", milestones=MILESTONES)
    report = sheet_of(ledger)
    assert [row[6] for row in texts(report, "project_timetable")] == ["done late", "overdue", "open", "done", "open"]
    assert texts(report, "project_timetable")[0][3] == "214 days (about 7 months)"
    assert table(report, "project_timetable").note == "Counted back from the planned finish on 2022-12-31."
    assert texts(report, "project_timetable")[1][1] == "★ yes"
    chart = next(chart for chart in report.charts if chart.name == "project_timetable")
    assert chart.title == "first and second: 30 days late"


def test_without_a_planned_finish_nothing_is_counted_back(given_tables):
    ledger = given_tables(projects="name\nA", milestones="project_id | seq | name | due_on\nP1 | 1 | x | 2022-12-31")
    assert [row.days_to_finish for row in ledger.ask("project_timetable", as_of=SEP, project="P1")] == [None]


def test_approvals_are_overdue_from_the_day_after_they_were_due_while_not_granted(given_tables):
    ledger = given_tables(
        projects="name\nA",
        approvals="""
            project_id | element  | due_on     | done_on    | agency | blocker
            P1         | land     | 2022-09-29 |            | X      | missing map
            P1         | filing   | 2022-09-30 |            |        |
            P1         | planning | 2022-08-31 | 2022-10-01 |        |
            P1         | power    | 2022-08-31 | 2022-09-30 |        |
        """,
    )
    rows = ledger.ask("project_approvals", as_of=SEP, project="P1")
    assert {row.element: (row.done_on, row.overdue_days) for row in rows} == {
        "planning": (None, 30), "power": (SEP, None), "land": (None, 1), "filing": (None, None),
    }  # fmt: skip
    assert ("Land", "X", "2022-09-29", "", "1", "missing map", "Reported") in texts(
        sheet_of(ledger), "project_approvals"
    )


def test_problems_come_open_ones_first_with_their_meeting_and_those_raised_later_are_not_there(given_tables):
    ledger = given_tables(
        projects="name\nA",
        problems="""
            problem_id | project_id | raised_on  | due_on     | resolved_on | meeting_id | kind | description | resolution
            B1         | P1         | 2022-07-01 | 2022-08-01 | 2022-07-20  |            | land | cleared     | done so
            B2         | P1         | 2022-08-01 | 2022-08-31 |             | M1         | land | overdue     |
            B3         | P1         | 2022-08-15 | 2022-08-31 | 2022-10-05  |            | land | later       | not yet
            B4         | P1         | 2022-10-05 | 2022-10-31 |             |            | land | unheard of  |
        """,
        meetings="meeting_id | held_on | kind\nM1 | 2022-08-01 | on_site",
    )
    rows = ledger.ask("project_problems", as_of=SEP, project="P1")
    assert [(row.description, row.overdue_days, row.resolution) for row in rows] == [
        ("overdue", 30, None), ("later", 30, None), ("cleared", None, "done so"),
    ]  # fmt: skip
    assert texts(sheet_of(ledger), "project_problems")[0][6] == "2022-08-01 On site"


def test_money_stands_by_the_last_snapshot_of_each_month_and_a_month_without_one_has_none(given_tables):
    ledger = given_tables(
        projects="""
        as_of      | project_id | year_plan_wan | year_done_wan
        2021-12-31 | P1         | 900           | 900
        2022-01-31 | P1         | 600           | 100
        2022-03-10 | P1         | 600           | 150
        2022-03-31 | P1         | 1,200         | 200
        2022-03-31 | P2         | 5,000         | 4,000
        2022-04-30 | P1         | 1,200         | 900
    """
    )
    rows = ledger.ask("project_money", as_of=dt.date(2022, 3, 31), project="P1")
    assert [(row.month, row.plan_wan, row.done_wan) for row in rows][:4] == [
        (1, Decimal(100), Decimal(100)), (2, Decimal(200), None), (3, Decimal(300), Decimal(200)),
        (4, Decimal(400), None),
    ]  # fmt: skip
    assert len(rows) == 12
    chart = next(one for one in sheet_of(ledger, as_of="2022-03-31").charts if one.name == "project_money")
    assert chart.title == "16.7% of the year's plan is done, 8.3 points under the elapsed year"


def test_each_value_says_whether_it_was_printed_reported_or_generated(given_tables):
    ledger = given_tables(
        projects="""
        project_id | name | evidence     | total_wan
        P1         | A    | illustrative | 130,000
        P2         | B    | reported     | 5,000
    """
    )
    rows = {row[0]: row[1:] for row in texts(sheet_of(ledger), "project_facts")}
    assert rows["Total investment"] == ("13.00 × 100m yuan", "Illustrative")
    rows = {row[0]: row[1:] for row in texts(sheet_of(ledger, project="P2"), "project_facts")}
    assert rows["Total investment"] == ("5,000 × 10,000 yuan", "Reported")


def test_the_lights_stand_with_their_reason_and_their_rule(given_tables):
    report = sheet_of(given_tables(projects="planned_start | self_status\n2022-03-31 | normal"))
    lights = texts(report, "project_lights")
    assert lights[0][:2] == ("▲ late", "The project")
    assert lights[1][:3] == ("▲ late", "Start", "not started 6 months after the planned one")
    assert "(3)" in lights[1][3]


def test_filters_of_the_bar_do_not_narrow_the_sheet_and_it_says_so(given_tables):
    ledger = given_tables(projects="county_code | sector\n211402 | energy")
    report = sheet_of(ledger, county="211481", sector="industry")
    assert report.question == "Project 1"
    assert "County, Sector: doesn't apply here. It is about one project, whatever the filters leave." in report.sentence
    assert report.reliefs == ()
    assert texts(report, "project_facts")


def test_an_unknown_project_is_one_sentence(given_tables):
    report = sheet_of(given_tables(projects="name\nA"), project="nonsense")
    assert report.question == "There is no project “nonsense” in any ledger."
    assert (report.charts, report.tables, report.lead, report.kpis) == ((), (), (), ())


def test_a_project_of_another_date_is_said_with_the_dates_and_each_leads_there(given_tables):
    ledger = given_tables(
        projects="""
        as_of      | project_id
        2022-06-30 | P1
        2022-07-31 | P1
        2022-08-31 | P2
    """
    )
    report = sheet_of(ledger)
    assert (
        report.question == "Project “P1” is not in the ledger of 2022-08-31; it is in that of 2022-06-30, 2022-07-31."
    )
    assert dict(report.tables[0].rows[0][0].link.changes)["as_of"] == ("2022-06-30",)


def test_a_preparatory_project_has_its_sheet_too(given_tables):
    report = sheet_of(given_tables(projects="name | year_status\nA | preparatory"))
    assert report.question == "A"
    assert SHEET.kpis == ()
