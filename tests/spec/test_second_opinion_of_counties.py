"""SQL and plain Python agree on the league table, the bridge and the months, over random ledgers of three dates."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.spec import second_opinion_counties as opinions
from tests.spec.random_ledgers import COUNTIES, SIZES, empty_engine, ledgers, load
from tests.spec.second_opinion import chosen

LEDGERS = settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
RATES = {"start": "started_pct", "done": "done_pct", "entered": "entered_pct", "cleared": "cleared_pct"}


def some(values):
    """No filter, or a few of the values."""
    return st.one_of(st.none(), st.lists(st.sampled_from(values), min_size=1, max_size=3, unique=True))


filters = st.fixed_dictionaries({"counties": some(COUNTIES), "sizes": some(SIZES)})


@pytest.fixture(scope="module")
def engine():
    return empty_engine()


def near(value):
    return None if value is None else pytest.approx(value)


@LEDGERS
@given(ledger=ledgers(), sizes=some(SIZES))
def test_the_league_table_has_the_same_second_opinion(engine, ledger, sizes):
    dates, rows = ledger
    load(engine, dates, rows)
    now, then = (league(rows, day, sizes) for day in (dates[2], dates[1]))
    found = {row.county_code: row for row in engine.ask("league", as_of=dates[2], compare=dates[1], sizes=sizes)}
    assert {*now} <= {*found}
    for code, row in found.items():
        mine = now.get(code, {"projects": 0, "score": None, **dict.fromkeys(RATES)})
        assert (row.projects, row.score) == (mine["projects"], near(mine["score"]))
        assert {name: getattr(row, column) for name, column in RATES.items()} == {
            name: near(mine[name]) for name in RATES
        }
    places = {code: opinions.place({c: rounded(m["score"]) for c, m in now.items()}, code) for code in now}
    earlier = {code: opinions.place({c: rounded(m["score"]) for c, m in then.items()}, code) for code in then}
    assert {code: row.place for code, row in found.items()} == {code: places.get(code) for code in found}
    for code, row in found.items():
        both = places.get(code) is not None and earlier.get(code) is not None
        assert row.moved == (earlier[code] - places[code] if both else None)


def league(rows, day, sizes):
    own = chosen([row for row in rows["projects"] if row["as_of"] == day], {"sizes": sizes})
    return opinions.league(own, [row for row in rows["problems"] if row["as_of"] == day], day)


def rounded(score):
    return None if score is None else round(score, 9)


@LEDGERS
@given(ledger=ledgers(), asked=filters)
def test_the_bridge_has_the_same_second_opinion_and_adds_up(engine, ledger, asked):
    dates, rows = ledger
    load(engine, dates, rows)
    all_then, all_now = ([row for row in rows["projects"] if row["as_of"] == day] for day in dates[1:])
    now, then = chosen(all_now, asked), chosen(all_then, asked)
    steps = engine.ask("start_rate_bridge", as_of=dates[2], compare=dates[1], **asked)
    moved = {row.step: (row.projects, row.started_change, row.base_change) for row in steps[1:-1]}
    assert moved == opinions.bridge(now, then, all_now, all_then)
    before, after = opinions.start_pct(then), opinions.start_pct(now)
    assert (steps[0].started_pct, steps[-1].started_pct) == (near(before), near(after))
    if before is not None and after is not None:
        assert sum(row.points for row in steps[1:]) == pytest.approx(after - before)


@LEDGERS
@given(ledger=ledgers(), asked=filters)
def test_months_and_finishes_have_the_same_second_opinion(engine, ledger, asked):
    dates, rows = ledger
    load(engine, dates, rows)
    by_date = [chosen([row for row in rows["projects"] if row["as_of"] == day], asked) for day in dates]
    this, last, _ = engine.ask("months_compared", as_of=dates[2], **asked)
    done = [opinions.done_wan(some) for some in by_date]
    assert this.invested_wan == done[2] - done[1]
    assert last.invested_wan == (done[1] if dates[1].month == 1 else done[1] - done[0])
    assert this.starts == opinions.month_starts(by_date[2], dates[2])
    counted = {row.as_of: row.value for row in engine.ask("month_starts", as_ofs=list(dates), **asked)}
    finished = {row.as_of: row.value for row in engine.ask("finish_rate", as_ofs=list(dates), **asked)}
    for day, own in zip(dates, by_date, strict=True):
        assert counted.get(day, 0) == opinions.month_starts(own, day)
        assert finished.get(day) == near(opinions.finish_rate(own, day))
