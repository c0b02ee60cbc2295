"""SQL and plain Python agree on the scorecards of the leaders and on how problems are cleared, over random ledgers."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from queries.catalog import catalog
from tests.spec import second_opinion_sponsors as opinions
from tests.spec.random_ledgers import PROJECTS, empty_engine, ledgers, load
from tests.spec.second_opinion import planned

LEDGERS = settings(max_examples=50, deadline=None, suppress_health_check=list(HealthCheck))
SPONSORS = ("Li", "Wang")
sponsors = st.fixed_dictionaries({name: st.sampled_from([*SPONSORS, None]) for name in PROJECTS})
SHOWN = (
    "projects", "late", "slipping", "no_evidence", "on_time", "started", "started_pct", "done_pct", "raised",
    "still_open", "overdue", "cleared_pct",
)  # fmt: skip


@pytest.fixture(scope="module")
def engine():
    return empty_engine()


def sponsored(rows, of):
    """The ledger with the sponsors of its projects."""
    return rows | {"projects": [row | {"sponsor": of[row["project_id"]]} for row in rows["projects"]]}


@LEDGERS
@given(ledger=ledgers(), of=sponsors)
def test_every_scorecard_has_the_same_second_opinion(engine, ledger, of):
    dates, rows = ledger[0], sponsored(ledger[1], of)
    load(engine, dates, rows)
    for day in dates:
        found = engine.ask("sponsor_scorecard", as_of=day)
        answered = {row.sponsor: tuple(getattr(row, name) for name in SHOWN) for row in found}
        expected = opinions.scorecard(rows, day)
        assert answered.keys() == expected.keys()
        for sponsor, scores in expected.items():
            assert answered[sponsor] == pytest.approx(scores), sponsor
        order = [(-row.late, -row.slipping, row.sponsor) for row in found]
        assert order == sorted(order)
        for sponsor in SPONSORS:
            alone = engine.ask("sponsor_scorecard", as_of=day, sponsors=[sponsor])
            assert alone == [row for row in found if row.sponsor == sponsor]


@LEDGERS
@given(ledger=ledgers(), of=sponsors, chosen=st.sampled_from([None, "Li"]))
def test_how_problems_are_cleared_has_the_same_second_opinion(engine, ledger, of, chosen):
    dates, rows = ledger[0], sponsored(ledger[1], of)
    load(engine, dates, rows)
    asked = {"sponsors": chosen and [chosen]}
    for opinion in opinions.OPINIONS:
        answered = {row.as_of: row.value for row in engine.ask(opinion.__name__, as_ofs=list(dates), **asked)}
        empty = None if catalog()[opinion.__name__].unit == "pct" else 0
        for day in dates:
            own = {row["project_id"] for row in planned(rows["projects"])
                   if row["as_of"] == day and chosen in (None, row["sponsor"])}  # fmt: skip
            problems = [p for p in rows["problems"] if p["as_of"] == day and p["project_id"] in own]
            expected = opinion(problems, day)
            found = answered.get(day, empty)
            assert found == (None if expected is None else pytest.approx(expected)), opinion.__name__
