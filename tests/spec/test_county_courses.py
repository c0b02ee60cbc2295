"""Course of the start rate by county: started ÷ plan at each snapshot of the year up to the date."""

import datetime as dt

JUL, AUG, SEP = dt.date(2022, 7, 31), dt.date(2022, 8, 31), dt.date(2022, 9, 30)

LEDGER = """
    as_of      | project_id | county_code | year_status | actual_start | resumed_on
    2021-12-31 | A          | 211402      | new_start   | 2021-12-01   |
    2022-07-31 | A          | 211402      | continued   | 2021-12-01   |
    2022-07-31 | B          | multi       | new_start   |              |
    2022-08-31 | A          | 211402      | continued   | 2021-12-01   | 2022-08-10
    2022-08-31 | C          | 211402      | new_start   | 2022-09-10   |
    2022-08-31 | B          | multi       | new_start   | 2022-08-31   |
    2022-09-30 | A          | 211402      | continued   | 2021-12-01   | 2022-08-10
    2022-09-30 | C          | 211402      | new_start   | 2022-09-10   |
    2022-09-30 | D          | 211499      | new_start   |              |
    2022-10-31 | D          | 211499      | new_start   | 2022-10-01   |
"""


def test_each_county_has_a_row_at_each_snapshot_of_the_year_at_which_it_has_projects(given_ledger):
    assert [tuple(row) for row in given_ledger(LEDGER).ask("county_courses", as_of=SEP)] == [
        ("211402", JUL, 1, 0, 0.0),
        ("211402", AUG, 2, 1, 50.0),
        ("211402", SEP, 2, 2, 100.0),
        ("multi", JUL, 1, 0, 0.0),
        ("multi", AUG, 1, 1, 100.0),
        ("211499", SEP, 1, 0, 0.0),
    ]


def test_at_an_earlier_date_the_course_ends_there(given_ledger):
    rows = given_ledger(LEDGER).ask("county_courses", as_of=AUG)
    assert {row.as_of for row in rows} == {JUL, AUG}


def test_at_each_snapshot_the_counties_sum_to_the_city(given_ledger):
    ledger = given_ledger(LEDGER)
    rows = ledger.ask("county_courses", as_of=SEP)
    for rate in ledger.ask("start_rate", as_ofs=[JUL, AUG, SEP]):
        at = [row for row in rows if row.as_of == rate.as_of]
        assert (sum(row.started for row in at), sum(row.projects for row in at)) == (rate.numerator, rate.denominator)


def test_the_end_of_each_course_is_the_countys_start_rate_of_the_date(given_ledger):
    ledger = given_ledger(LEDGER)
    ends = {row.county_code: row.started_pct for row in ledger.ask("county_courses", as_of=SEP) if row.as_of == SEP}
    rates = {row.county_code: row.started_pct for row in ledger.ask("investment_by_county", as_of=SEP) if row.projects}
    assert ends == rates
