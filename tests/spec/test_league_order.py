"""The league table: places, ties, who has moved, and the rows without a rank."""

import datetime as dt

import pytest

from tests.spec.test_league import AUG, SEP, A, B, C, D, league, scores

UNRANKED = ("211400", "multi")
STARTED, NOT = "2022-03-01", ""


def starting(*counties, day=SEP):
    """A ledger of one day: of each county four projects, the given number of them started."""
    lines = [
        f"{day} | {code}-{i} | {code} | {STARTED if i < begun else NOT} | {STARTED}"
        for code, begun in counties
        for i in range(4)
    ]
    return "\n".join(lines) + "\n"


HEAD = "as_of | project_id | county_code | actual_start | stats_entry_on\n"


def places(engine, **asked):
    return {code: row.place for code, row in league(engine, **asked).items() if row.place is not None}


def test_the_best_comes_first(given_ledger):
    ledger = given_ledger(HEAD + starting((A, 1), (B, 3), (C, 2)))
    assert list(league(ledger))[:3] == [B, C, A]
    assert places(ledger) == {B: 1, C: 2, A: 3}


def test_equal_scores_share_a_place_and_the_next_one_is_left_out(given_ledger):
    ledger = given_ledger(HEAD + starting((A, 1), (B, 3), (C, 3), (D, 1)))
    assert places(ledger) == {B: 1, C: 1, A: 3, D: 3}


def test_counties_of_one_place_stand_in_the_order_of_the_city(given_ledger):
    ledger = given_ledger(HEAD + starting((D, 3), (C, 3), (A, 1), (B, 3)))
    assert list(league(ledger))[:4] == [B, C, D, A]


def test_a_county_that_climbed_has_moved_by_a_positive_number_of_places(given_ledger):
    ledger = given_ledger(
        HEAD + starting((A, 3), (B, 2), (C, 1), day=AUG) + starting((A, 2), (B, 1), (C, 3))
    )  # fmt: skip
    assert {code: row.moved for code, row in league(ledger, compare=AUG).items() if row.place} == {C: 2, A: -1, B: -1}


def test_a_county_that_was_not_ranked_then_or_is_not_now_has_not_moved(given_ledger):
    ledger = given_ledger(HEAD + starting((A, 3), (C, 1), day=AUG) + starting((A, 2), (B, 1)))
    found = league(ledger, compare=AUG)
    assert [found[code].moved for code in (A, B, C)] == [0, None, None]


def test_each_date_is_scaled_by_itself(given_ledger):
    """The first county's rate falls from 75 to 50 %, and it leads at both dates."""
    ledger = given_ledger(HEAD + starting((A, 3), (B, 1), day=AUG) + starting((A, 2), (B, 0)))
    assert scores(ledger, compare=AUG) == scores(ledger)
    assert league(ledger, compare=AUG)[A].moved == 0


def test_without_a_compared_date_nobody_has_moved(given_ledger):
    ledger = given_ledger(HEAD + starting((A, 3), (B, 1)))
    assert {row.moved for row in league(ledger).values()} == {None}


def test_compared_with_itself_a_date_counts_every_project_once(given_ledger):
    found = league(given_ledger(HEAD + starting((A, 3), (B, 1))), compare=SEP)
    assert (found[A].projects, found[A].started, found[A].place) == (4, 3, 1)


def test_the_city_level_cross_county_and_unknown_rows_have_no_rank_and_set_no_scale(given_ledger):
    ledger = given_ledger(
        HEAD + starting((A, 1), (B, 3), ("211400", 4), ("multi", 0), ("211499", 4))
    )  # fmt: skip
    found = league(ledger)
    assert [(found[code].place, found[code].score) for code in (*UNRANKED, "211499")] == [(None, None)] * 3
    assert scores(ledger) == pytest.approx({A: 100 * 15 / 45, B: 100.0})


def test_the_rows_without_a_rank_come_last(given_ledger):
    ledger = given_ledger(HEAD + starting(("211499", 4), ("multi", 4), (A, 1)))
    assert list(league(ledger)) == [A, B, C, D, "211421", "211422", "211400", "multi", "211499"]


def test_the_rows_sum_to_the_city(given_ledger):
    ledger = given_ledger(
        HEAD + starting((A, 1), (B, 3), ("211400", 4), ("multi", 2), ("211499", 1))
    )  # fmt: skip
    found = league(ledger).values()
    assert (sum(row.projects for row in found), sum(row.started for row in found)) == (20, 11)
    assert ledger.ask("started", as_ofs=[SEP])[0].value == 11


@pytest.mark.parametrize(
    ("column", "given", "filtered"),
    [("sector", "energy", "sectors"), ("nature", "retrofit", "natures"), ("batch_id", "B1", "batches"),
     ("sponsor", "S1", "sponsors")],
)  # fmt: skip
def test_every_filter_keeps_what_it_names(given_ledger, column, given, filtered):
    ledger = given_ledger(f"county_code | {column}\n{A} | {given}\n{A} | other\n{B} | other")
    assert {code: row.projects for code, row in league(ledger, **{filtered: [given]}).items() if row.projects} == {A: 1}


def test_a_later_ledger_says_nothing_of_the_date(given_ledger):
    ledger = given_ledger(HEAD + starting((A, 1), (B, 3)) + starting((A, 4), (B, 0), day=dt.date(2022, 10, 31)))
    assert places(ledger) == {B: 1, A: 2}
