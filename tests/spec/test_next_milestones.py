"""The milestones that are due next."""

import datetime as dt

SEP = dt.date(2022, 9, 30)


def asked(engine, **filters):
    return [(row.milestone, row.days_left) for row in engine.ask("next_milestones", as_of=SEP, **filters)]


def test_what_is_due_from_the_date_on_and_not_done_by_it_the_soonest_first(given_tables):
    ledger = given_tables(
        projects="county_code\n211402\n211403",
        milestones="""
        project_id | seq | name     | due_on     | done_on
        P1         | 1   | overdue  | 2022-09-29 |
        P1         | 2   | today    | 2022-09-30 |
        P1         | 3   | done     | 2022-10-05 | 2022-09-30
        P1         | 4   | later    | 2022-10-05 | 2022-10-01
        P2         | 1   | soon     | 2022-10-01 |
        P2         | 2   | undated  |            |
    """,
    )
    assert asked(ledger) == [("today", 0), ("soon", 1), ("later", 5)]
    assert asked(ledger, counties=["211403"]) == [("soon", 1)]


def test_preparatory_projects_have_none(given_tables):
    ledger = given_tables(
        projects="year_status\npreparatory",
        milestones="project_id | seq | name | due_on\nP1 | 1 | later | 2022-10-05",
    )
    assert asked(ledger) == []
