"""Titles at the edges of their data: what is exactly even, what is negative, what has no plan, who has left."""

import datetime as dt
from decimal import Decimal

import pytest

from charts import (
    county_courses,
    funds_by_source,
    investment_by_county,
    investment_by_month,
    investment_by_size,
    investment_change_by_county,
    investment_curve,
    investment_tree,
    listed,
    share_by_sector,
    start_rate_bridge,
    starts_by_month,
)
from tests.spec.chart_samples import END, curve, months, starts, wan
from words import Words

EN = Words("en")
JUL, SEP = dt.date(2022, 7, 31), dt.date(2022, 9, 30)


@pytest.mark.parametrize(
    ("names", "said"),
    [("A", "A"), ("AB", "A and B"), ("ABC", "A, B and C"), ("ABCD", "A and 3 others")],
)
def test_names_that_share_a_place_are_listed_as_a_sentence_does(names, said):
    assert listed(list(names), EN) == said


@pytest.mark.parametrize(
    ("done", "said"),
    [
        ((10, 20, 90), "Investment keeps up with the elapsed year"),
        ((10, 20, 89), "Investment is 1.00 × 100m yuan behind the elapsed year"),
        ((10, 20, 91), "Investment is 1.00 × 100m yuan ahead of the elapsed year"),
    ],
)
def test_investment_that_is_exactly_even_is_neither_behind_nor_ahead(done, said):
    assert investment_curve.finding(curve(done), EN) == said


@pytest.mark.parametrize(
    ("done", "said"),
    [
        ((10, 20, 30), "New starts keep up with the plan"),
        ((10, 20, 29), "New starts are 1 behind the plan"),
        ((10, 20, 31), "New starts are 1 ahead of the plan"),
    ],
)
def test_starts_that_are_exactly_on_plan_are_neither_behind_nor_ahead(done, said):
    assert starts_by_month.finding(starts(done), EN) == said


def test_amounts_that_read_alike_are_not_called_more_or_less():
    rows = [investment_by_county.Row("211402", 1, Decimal("500000.01")), investment_by_county.Row("211481", 1, wan(50))]
    assert investment_by_county.finding(rows, EN) == "Lianshan and Xingcheng have 50.0% of the investment each"


def test_a_county_that_has_left_the_plan_is_not_judged_by_its_old_rate():
    rows = [
        county_courses.Row("211402", JUL, 10, 50.0),
        county_courses.Row("211402", SEP, 10, 60.0),
        county_courses.Row("211403", SEP, 10, 70.0),
        county_courses.Row("211481", JUL, 99, 1.0),
    ]
    assert county_courses.finding(rows, EN) == "Lianshan is last with 60.0%, 10.0 points behind Longgang"
    assert county_courses.subtitle(rows, EN).endswith("base 20 projects")


def test_counties_are_compared_with_counties_alone():
    rows = [county_courses.Row(code, SEP, 1, pct) for code, pct in (("211402", 60.0), ("211403", 50.0), ("multi", 0.0))]
    assert county_courses.finding(rows, EN) == "Longgang is last with 50.0%, 10.0 points behind Lianshan"
    assert county_courses.finding(rows[2:], EN) == "Cross-county: 0.0% of the projects have started"


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ((5, -8, 1), "Lianshan adds most: +5.00 × 100m yuan; -2.00 × 100m yuan in all"),
        ((-1, -8, -1), "Longgang loses most: -8.00 × 100m yuan; -10.00 × 100m yuan in all"),
        ((-8, -8, -1), "Lianshan and Longgang lose most: -8.00 × 100m yuan each; -17.00 × 100m yuan in all"),
        ((-3, -3, 0), "Lianshan and Longgang change by -3.00 × 100m yuan each; -6.00 × 100m yuan in all"),
        ((0, -8, 0), "All of the change comes from Longgang: -8.00 × 100m yuan"),
    ],
)
def test_who_takes_money_away_is_not_said_to_add(changes, said):
    rows = [
        investment_change_by_county.Row(code, wan(20), wan(20 + change), wan(change))
        for code, change in zip(("211402", "211403", "211481"), changes, strict=True)
    ]
    assert investment_change_by_county.finding(rows, EN) == said


def test_sources_that_exceed_the_funds_in_place_are_said_before_any_share():
    rows = [funds_by_source.Row("central", wan(30), 150.0), funds_by_source.Row("other", wan(-10), -50.0)]
    assert funds_by_source.finding(rows, EN) == "The sources add up to 10.00 × 100m yuan more than the funds in place"
    even = [funds_by_source.Row("central", wan(30), None), funds_by_source.Row("other", wan(-30), None)]
    assert funds_by_source.finding(even, EN) == "The sources add up to 30.00 × 100m yuan more than the funds in place"


@pytest.mark.parametrize(
    ("totals", "said"),
    [
        ((40, 20, 10, 10, 10, 10), "The 5 largest projects carry 90.0% of the investment, P0 alone 40.0%"),
        ((30, 30, 10, 10, 10, 10), "The 5 largest projects carry 90.0% of the investment"),
        ((40, 20, 10, 10, 20), "P0 carries 40.0% of the investment"),
    ],
)
def test_the_largest_projects_are_told_from_the_rest_where_there_is_a_rest(totals, said):
    rows = [investment_tree.Row("211402", "energy", f"{i}", f"P{i}", wan(n)) for i, n in enumerate(totals)]
    assert investment_tree.finding(rows, EN) == said


@pytest.mark.parametrize(
    ("plan", "done", "said"),
    [
        (None, (10, 20), "Feb was the strongest month with 20.00 × 100m yuan"),
        (20, (30, 20), "Jan was the strongest month with 30.00 × 100m yuan; Feb kept up with the even plan"),
        (20, (30, 19), "Jan was the strongest month with 30.00 × 100m yuan; Feb stayed under the even plan"),
        (20, (30, 30), "Each month brought 30.00 × 100m yuan; Feb kept up with the even plan"),
        (20, (-5, -5), "No investment was done this year in this selection"),
        (20, (None, 7), "Feb brought 7.00 × 100m yuan; Feb stayed under the even plan"),
    ],
)
def test_a_month_is_held_against_the_plan_where_there_is_one(plan, done, said):
    rows = [
        investment_by_month.Row(month, END[month], plan and wan(plan), None if amount is None else wan(amount))
        for month, amount in enumerate(done, 1)
    ]
    assert investment_by_month.finding(rows, EN) == said


def test_a_month_that_is_not_over_is_not_held_against_its_whole_plan():
    rows = curve((30, 60, 65))
    rows[2] = rows[2]._replace(as_of=dt.date(2022, 3, 15))
    assert investment_curve.finding(rows, EN) == "Investment is 5.00 × 100m yuan ahead of the elapsed year"
    rows = months((30, 20, 5))
    rows[2] = rows[2]._replace(as_of=dt.date(2022, 3, 15))
    assert investment_by_month.finding(rows, EN).endswith("Feb stayed under the even plan")
    rows = months((30, 20))
    rows[1] = rows[1]._replace(as_of=dt.date(2022, 2, 15))
    assert investment_by_month.finding(rows, EN).endswith("Jan kept up with the even plan")


@pytest.mark.parametrize(
    ("points", "said"),
    [
        ((5.0, -6.0), "The start rate moved -1.0 pp to 9.0% by: Withdrawn (3)"),
        ((5.0, -5.0), "The start rate is unchanged at 10.0%"),
        ((5.0, 5.0), "The start rate moved +10.0 pp to 20.0%, equally much by: Newly started and Withdrawn"),
        ((5.0, 0.0), "The start rate moved +5.0 pp to 15.0% by: Newly started (3)"),
    ],
)
def test_a_step_against_the_change_is_not_said_to_have_made_it(points, said):
    row = start_rate_bridge.Row
    steps = [
        row(step, 3, 100, 10, 0.0, moved) for step, moved in zip(("newly_started", "withdrawn"), points, strict=True)
    ]
    after = 10 + sum(points)
    assert start_rate_bridge.finding(
        [row("before", 0, 100, 10, 10.0, None), *steps, row("after", 0, 100, 10, after, None)], EN
    ) == said  # fmt: skip


def test_projects_without_money_are_not_said_to_be_none():
    rows = [share_by_sector.Row(code, 2, Decimal(0), 50.0, None) for code in ("energy", "industry")]
    assert share_by_sector.finding(rows, EN) == "No investment in this selection"


def test_projects_below_all_bands_are_of_another_size():
    rows = [
        investment_by_size.Row(None, 3, wan(6), 75.0, 60.0),
        investment_by_size.Row("1y_10y", 1, wan(4), 25.0, 40.0),
    ]
    said = "Projects of another size carry 60.0% of the money and are 75.0% of the projects"
    assert investment_by_size.finding(rows, EN) == said
    assert investment_by_size.draw(rows, EN).data[0].y[0] == "another size"


def test_an_unknown_code_is_shown_as_it_is():
    rows = [investment_by_county.Row("211499", 1, wan(6)), investment_by_county.Row("211402", 1, wan(4))]
    assert investment_by_county.finding(rows, EN) == "211499 has 60.0% of the investment"


def test_every_rectangle_of_the_tree_lies_in_one_of_its_own_and_none_is_lost():
    row = investment_tree.Row
    rows = [row("", "energy", "A", "A", wan(3)), row("211402", "energy", "211402", "B", wan(2)),
            row("211402", "industry", "", "C", wan(1))]  # fmt: skip
    tree = investment_tree.draw(rows, EN).data[0]
    assert len(set(tree.ids)) == len(tree.ids) == 2 + 3 + 3
    for node, value in zip(tree.ids, tree.values, strict=True):
        children = [v for v, parent in zip(tree.values, tree.parents, strict=True) if parent == node]
        assert sum(children) in (0, value)
    assert sum(v for v, parent in zip(tree.values, tree.parents, strict=True) if not parent) == 6.0
    assert tree.labels[0] == "unknown"
