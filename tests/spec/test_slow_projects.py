"""Projects to be pushed: those that have not started, those behind their plan, and since when."""

import datetime as dt

SEP = dt.date(2022, 9, 30)
DAYS = [dt.date(2022, 6, 30), dt.date(2022, 7, 31), dt.date(2022, 8, 31), SEP]


def late(engine, **filters):
    return [
        (row.project_id, row.light, row.slow_kind, row.slow_since, row.slow_days)
        for row in engine.ask("slow_projects", as_of=SEP, **filters)
    ]


def test_a_start_is_late_since_its_planned_day_once_that_month_is_over(given_tables):
    """Red from three months; on the page from the end of the planned month, as the light of the start has it."""
    ledger = given_tables(
        projects="""
        planned_start | actual_start | year_status | sponsor
        2022-09-10    |              | new_start   | Li
        2022-06-30    |              | new_start   | Wang
        2022-10-01    |              | new_start   | Li
        2022-06-30    | 2022-09-30   | new_start   | Li
        2022-06-30    |              | preparatory | Li
    """
    )
    assert late(ledger) == [
        ("P2", "red", "not_started", dt.date(2022, 6, 30), 92),
        ("P1", "yellow", "not_started", dt.date(2022, 9, 10), 20),
    ]
    assert [row[0] for row in late(ledger, sponsors=["Li"])] == ["P1"]
    assert late(ledger, counties=["211481"]) == []


def course(*progress):
    """A started project, planned over the year, with its progress at each date; empty where it isn't listed."""
    lines = [
        f"{day} | A | 2022-01-01 | 2022-01-01 | 2022-12-31 | {pct}"
        for day, pct in zip(DAYS, progress, strict=True)
        if pct != ""
    ]
    head = "as_of | project_id | planned_start | actual_start | planned_finish | progress_pct"
    return "\n".join([head, *lines, *(f"{day} | B | | | |" for day in DAYS)])


def since(engine):
    return [(row.light, row.slow_since, row.slow_days) for row in engine.ask("slow_projects", as_of=SEP)]


def test_a_slow_project_is_slow_since_the_first_snapshot_of_the_unbroken_run(given_tables):
    """Planned are 50, 58, 67 and 75 per cent: behind in June, caught up in July, behind since August."""
    assert since(given_tables(projects=course(30, 58, 50, 60))) == [("yellow", DAYS[2], 30)]


def test_the_run_goes_on_while_the_light_turns_from_yellow_to_red(given_tables):
    assert since(given_tables(projects=course(30, 40, 40, 40))) == [("red", DAYS[0], 92)]


def test_a_date_without_the_project_breaks_the_run(given_tables):
    assert since(given_tables(projects=course(30, "", 40, 40))) == [("red", DAYS[2], 30)]


def test_a_project_that_has_caught_up_is_not_listed(given_tables):
    assert since(given_tables(projects=course(30, 40, 40, 75))) == []


def test_the_points_under_the_plan_and_the_reason_stand_beside_it(given_tables):
    ledger = given_tables(
        projects="planned_start | actual_start | planned_finish | progress_pct | delay_reason | lead_unit\n"
        "2022-01-01 | 2022-01-01 | 2022-12-31 | 50 | land | Bureau"
    )
    (row,) = ledger.ask("slow_projects", as_of=SEP)
    assert (row.planned_pct, row.progress_points_under, row.delay_reason, row.lead_unit) == (75, 25, "land", "Bureau")
