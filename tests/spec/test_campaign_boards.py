"""Campaign boards: what belongs to one row, which period counts, what is met, and how far the rest is."""

import datetime as dt
from decimal import Decimal

import pytest

from tests.spec.reference_folders import other_reference

SEP, AUG = dt.date(2022, 9, 30), dt.date(2022, 8, 31)
BOARDS = """campaign,row,zh,en,indicator,part
listing,reserve,后备库,Reserve,reserve,value
listing,reserve,后备库,Reserve,reserve floor,floor
listing,reserve,后备库,Reserve,reserve ceiling,ceiling
listing,filing,申请,Filing,filed,value
listing,filing,申请,Filing,filed ensured,ensured
listing,filing,申请,Filing,filed striven,striven
listing,tasks,任务,Tasks,tasks,count
"""


@pytest.fixture
def given(monkeypatch, tmp_path, given_tables):
    """A ledger of indicators, with the boards of BOARDS."""
    other_reference(monkeypatch, tmp_path, campaign_boards=BOARDS)
    return lambda text: given_tables(indicators=text)


def boards(ledger, as_of=SEP, **more):
    return ledger.ask("campaign_boards", as_of=as_of, **more)


def judged(ledger, **more):
    return [(row.indicator, row.distance, row.target_state) for row in boards(ledger, **more)]


def test_floor_and_ceiling_ensured_and_striven_for_stand_in_one_row_with_their_value(given):
    ledger = given("""
        campaign | indicator       | period_end | value | target | relation
        listing  | filed striven   | 2025-12-31 |       | 2      | >=
        listing  | filed ensured   | 2025-12-31 |       | 1      | >=
        listing  | filed           | 2022-09-30 | 1     |        |
        listing  | reserve ceiling | 2025-12-31 |       | 10     | <=
        listing  | reserve floor   | 2025-12-31 |       | 5      | >=
        listing  | reserve         | 2022-09-30 | 12    |        |
        listing  | tasks           | 2022-09-30 | 5     |        |
    """)
    assert [(row.row_en, row.part, row.lowest, row.distance, row.target_state) for row in boards(ledger)] == [
        ("Reserve", "floor", 12, -7, "met"),
        ("Reserve", "ceiling", 12, -2, "open"),
        ("Filing", "ensured", 1, 0, "met"),
        ("Filing", "striven", 1, 1, "open"),
        ("Tasks", "count", 5, None, "stated"),
    ]


@pytest.mark.parametrize(
    ("value", "relation", "target", "distance", "state"),
    [
        ("5", ">=", "5", 0, "met"), ("4", ">=", "5", 1, "open"), ("6", ">=", "5", -1, "met"),
        ("5", "<=", "5", 0, "met"), ("6", "<=", "5", -1, "open"), ("4", "<=", "5", 1, "met"),
        ("5", "=", "5", 0, "met"), ("4", "=", "5", 1, "open"), ("6", "=", "5", -1, "open"),
        ("6", "", "5", -1, "met"), ("0", ">=", "0", 0, "met"), ("-1", ">=", "0", 1, "open"),
        ("-5.31", "<=", "-3", Decimal("2.31"), "met"), ("-2", "<=", "-3", -1, "open"), ("", ">=", "5", None, "no_value"),
    ],
)  # fmt: skip
def test_the_relation_decides_what_is_met_and_the_distance_is_target_less_value(
    given, value, relation, target, distance, state
):
    ledger = given(f"""
        campaign | indicator | period_end | value   | target   | relation
        listing  | own       | 2025-12-31 | {value} | {target} | {relation}
    """)
    assert judged(ledger) == [("own", distance, state)]


def test_an_indicator_that_the_file_does_not_name_has_a_row_of_its_own_and_may_hold_value_and_target(given):
    ledger = given("""
        campaign    | indicator | period_end | value | target | relation
        smart_water | meters    | 2022-12-31 | 30    | 40     | >=
        smart_water | gauges    | 2022-09-30 | 7     |        |
    """)
    assert [(row.row_zh, row.row_en) for row in boards(ledger)] == [("gauges", "gauges"), ("meters", "meters")]
    assert judged(ledger) == [("gauges", None, "no_target"), ("meters", 10, "open")]


@pytest.mark.parametrize(("end", "state"), [("2022-09-29", "missed"), ("2022-09-30", "open"), ("2022-10-01", "open")])
def test_a_target_is_missed_when_its_period_ended_before_the_date(given, end, state):
    ledger = given(f"""
        campaign | indicator | period_end | value | target | relation
        listing  | own       | {end}      | 1     | 2      | >=
    """)
    assert judged(ledger) == [("own", 1, state)]


def test_of_several_periods_the_latest_ended_value_is_held_against_the_next_target(given):
    ledger = given("""
        campaign | indicator | period_end | value | target | relation
        listing  | own       | 2021-12-31 | 1     | 10     | >=
        listing  | own       | 2022-09-30 | 4     |        |
        listing  | own       | 2022-12-31 | 9     | 5      | >=
        listing  | own       | 2023-12-31 |       | 7      | >=
    """)
    assert [(r.lowest, r.target, r.period_end, r.value_period_end) for r in boards(ledger)] == [
        (4, 5, dt.date(2022, 12, 31), SEP)
    ]


def test_where_no_period_has_ended_the_next_one_counts_and_where_all_targets_are_over_the_last(given):
    ledger = given("""
        campaign | indicator | period_end | value | target | relation
        listing  | later     | 2023-12-31 | 8     |        |
        listing  | later     | 2022-12-31 | 6     |        |
        listing  | over      | 2020-12-31 |       | 3      | >=
        listing  | over      | 2021-12-31 | 2     | 4      | >=
    """)
    assert [(r.indicator, r.lowest, r.target, r.target_state) for r in boards(ledger)] == [
        ("later", 6, None, "no_target"), ("over", 2, 4, "missed"),
    ]  # fmt: skip


def test_a_value_in_another_unit_is_not_held_against_the_target(given):
    ledger = given("""
        campaign | indicator     | period_end | value | target | relation | unit
        listing  | reserve       | 2022-09-30 | 3     |        |          | 万元
        listing  | reserve floor | 2025-12-31 |       | 5      | >=       | 家
    """)
    assert judged(ledger) == [("reserve floor", None, "other_unit")]


COUNTIES = """
    campaign | indicator       | county_code | period_end | value | target | relation
    listing  | reserve floor   |             | 2025-12-31 |       | 5      | >=
    listing  | reserve ceiling |             | 2025-12-31 |       | 10     | <=
    listing  | reserve         | 211402      | 2022-09-30 | 4     |        |
    listing  | reserve         | 211403      | 2022-09-30 | 11    |        |
    listing  | reserve floor   | 211402      | 2025-12-31 |       | 5      | >=
"""


def test_a_target_of_all_counties_is_held_against_the_lowest_and_the_highest(given):
    rows = boards(given(COUNTIES))
    assert [(r.county_code, r.part, r.lowest, r.highest, r.distance, r.target_state) for r in rows] == [
        (None, "floor", 4, 11, 1, "open"),
        (None, "ceiling", 4, 11, -1, "open"),
        ("211402", "floor", 4, 4, 1, "open"),
        ("211403", "value", 11, 11, None, "no_target"),
    ]


def test_the_county_filter_leaves_the_rows_of_that_county_and_the_whole_city_as_it_is(given):
    rows = boards(given(COUNTIES), counties=["211403"])
    assert [(row.county_code, row.lowest) for row in rows] == [(None, 4), (None, 4), ("211403", 11)]


def test_the_value_at_the_compared_date_stands_beside(given_tables):
    ledger = given_tables(
        indicators="""
        as_of      | campaign | indicator | period_end | value | target | relation
        2022-08-31 | listing  | own       | 2022-08-31 | 3     | 9      | >=
        2022-09-30 | listing  | own       | 2022-08-31 | 3     |        |
        2022-09-30 | listing  | own       | 2022-09-30 | 5     | 9      | >=
        2022-09-30 | listing  | new       | 2022-09-30 | 1     |        |
    """
    )
    assert [(r.indicator, r.lowest, r.lowest_before) for r in boards(ledger, compare=AUG)] == [
        ("new", 1, None), ("own", 5, 3),
    ]  # fmt: skip
    assert [row.lowest_before for row in boards(ledger)] == [None, None]


def test_the_tiles_count_targets_of_the_whole_city(given):
    ledger = given(
        COUNTIES + "    listing  | own | | 2022-09-30 | 3 | 3 | >=\n    listing  | bare | | 2022-09-30 | | 3 | >=\n"
    )

    def tile(name):
        return [(row.numerator, row.denominator, row.value) for row in ledger.ask(name, as_ofs=[SEP])]

    assert tile("targets_stated") == [(4, None, 4)]
    assert tile("targets_met") == [(1, 4, 25)]
    assert tile("targets_without_value") == [(1, 4, 1)]


def test_the_way_is_shown_for_what_must_be_reached_and_for_nothing_else(given):
    ledger = given("""
        campaign | indicator | period_end | value | target | relation
        listing  | a half    | 2025-12-31 | 2     | 4      | >=
        listing  | b fall    | 2025-12-31 | -6    | -3     | <=
        listing  | c limit   | 2025-12-31 | 2     | 4      | <=
        listing  | d equal   | 2025-12-31 | 2     | 4      | =
        listing  | e zero    | 2025-12-31 | 2     | 0      | >=
        listing  | f none    | 2025-12-31 |       | 4      | >=
    """)
    found = [(row.row_en, row.way_pct) for row in ledger.ask("campaign_progress", as_of=SEP)]
    assert found == [("a half", 50), ("b fall", 200), ("f none", None)]


PHASES = """
    campaign    | indicator | period_end | phase | phase_due
    green_mines | p1        | 2022-12-31 | one   | {one}
    green_mines | p2        | 2024-09-30 | two   | {two}
    smart_water | w         | 2022-12-31 | open  |
"""


@pytest.mark.parametrize(
    ("one", "two", "states", "overdue"),
    [
        ("2022-09-30", "2022-12-31", ["running", "ahead"], 0),
        ("2022-09-29", "2022-09-30", ["past", "running"], 0),
        ("2022-08-31", "2022-09-29", ["past", "overdue"], 1),
        ("2022-10-01", "2022-12-31", ["running", "ahead"], 0),
    ],
)
def test_a_phase_runs_up_to_its_due_date_and_the_last_is_overdue_after_it(given, one, two, states, overdue):
    ledger = given(PHASES.format(one=one, two=two))
    rows = ledger.ask("campaign_phases", as_of=SEP)
    assert [row.phase_state for row in rows] == [*states, "undated"]
    assert rows[1].after_on == dt.date.fromisoformat(one)
    assert [row.value for row in ledger.ask("phases_overdue", as_ofs=[SEP])] == [overdue]
