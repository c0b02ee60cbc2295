"""What must happen to reach a target: the smallest set, held against every subset of 200 small ledgers, and its edges."""

import datetime as dt
from decimal import Decimal
from itertools import combinations
from random import Random
from types import SimpleNamespace

import pytest

from data.errors import Misused
from queries import reach_rank
from queries.reach import KINDS, RANK, Target, reach_share, read_target
from queries.reach_asked import ranked_counties, reached_by
from queries.reach_league import tally
from tests.spec import reach_ledgers as small
from tests.spec.random_ledgers import SHEETS, empty_engine, load

AS_OF = dt.date(2022, 9, 30)
COUNT = 200
A, B, C = "211402", "211403", "211404"


def target_of(text):
    return read_target(text, ranked_counties())


def asked(engine, text, **given):
    return reached_by(engine, target_of(text), AS_OF, given)


LEDGERS = [small.random_ledger(small.day_of(number), Random(number)) for number in range(COUNT)]


@pytest.fixture(scope="module")
def engine():
    """All the small ledgers in one, each at its date."""
    made = empty_engine()
    days = tuple(small.day_of(number) for number in range(COUNT))
    load(made, days, {sheet: [row for ledger in LEDGERS for row in ledger[sheet]] for sheet in SHEETS})
    return made


def measured(target):
    if target.kind == RANK:
        return small.place_of(target.county), -float(target.to)
    return getattr(small, target.kind), float(target.to)


def movable(rows, target):
    """The projects that a reader would think of: of the plan, of the county where it is one's place, not cancelled."""
    own = [row for row in rows["projects"] if target.kind != RANK or row["county_code"] == target.county]
    return [r["project_id"] for r in own if r["year_status"] != "preparatory" and r["stage"] != "cancelled"]


def holds(answer, rows, as_of):
    """The answer is that of trying every subset, and the set that it names really gets there."""
    target = answer.target
    measure, to = measured(target)
    said, now = (target, as_of), measure(rows, as_of)
    if now is None:
        assert answer.state == "none", said
        return
    least = small.fewest(rows, as_of, measure, to, movable(rows, target))
    assert answer.state == ("unreachable" if least is None else "reachable" if least else "reached"), said
    after = measure(small.in_order(rows, {step.row.project_id for step in answer.steps}), as_of)
    assert after == pytest.approx(-answer.places[1] if target.kind == RANK else answer.then), said
    if least is None:
        assert after == pytest.approx(measure(small.in_order(rows, {*movable(rows, target)}), as_of)), said
    else:
        assert len(answer.steps) == least and after >= to - 1e-9, said
        assert answer.at_least == least or not least, said


def test_no_smaller_set_of_projects_lifts_a_share_in_200_small_ledgers(engine):
    states = {kind: set() for kind in KINDS[:-1]}
    for number, ledger in enumerate(LEDGERS):
        rng, as_of = Random(number), small.day_of(number)
        rows = engine.ask("reach_projects", as_of=as_of)
        for kind in states:
            target = target_of(f"{kind}:{rng.choice(['20', '33.33', '50', '66.67', '75', '90', '100'])}")
            answer = reach_share(rows, target)
            holds(answer, ledger, as_of)
            states[kind].add(answer.state)
    assert all({"none", "reached", "reachable", "unreachable"} == found for found in states.values()), states


def places(number):
    """A place for one of the counties that the ledger has projects of, mostly the first."""
    there = sorted({row["county_code"] for row in LEDGERS[number]["projects"]} - {"multi"})
    rng = Random(number + COUNT)
    return target_of(f"rank:{rng.choice([A, A, A, *there])}:{rng.choice([1, 1, 1, 2])}")


def test_no_smaller_set_of_projects_lifts_a_county_in_200_small_ledgers(engine):
    states = set()
    for number, ledger in enumerate(LEDGERS):
        answer = reached_by(engine, places(number), small.day_of(number), {})
        holds(answer, ledger, small.day_of(number))
        states.add((answer.state, min(len(answer.steps), 3)))
    assert {("none", 0), ("reached", 0), *(("reachable", count) for count in (1, 2, 3))} <= states
    assert "unreachable" in {state for state, _ in states}


def mover(number, rng):
    """A project of any kind: started or not, entered or not, with money left and problems open or neither."""
    return SimpleNamespace(
        project_id=f"P{number}", is_started=rng.random() < 0.7, is_entered=rng.random() < 0.6,
        year_plan_wan=Decimal(100), year_done_wan=Decimal(rng.choice([0, 40, 70, 90, 100])), raised=4,
        cleared=rng.choice([4, 4, 3, 1, 0]), stage=None, obstacles=0, planned_start=None,
    )  # fmt: skip


@pytest.mark.parametrize("number", range(60))
def test_money_is_weighed_against_problems_and_starts_as_if_every_set_were_tried(number):
    """A county of eight between two others that lead in different rates."""
    rng = Random(number)
    rows = [mover(place, rng) for place in range(8)]
    others = tuple(tuple(rng.choice([60.0, 75.0, 90.0, 100.0]) for _ in range(4)) for _ in range(2))
    county = reach_rank.County(tally(rows), others, (30, 40, 15, 15), 1)
    gains = [reach_rank.gain_of(row) for row in rows]
    sets = [some for size in range(9) for some in combinations(gains, size)
            if county.reaches(reach_rank.together(some))]  # fmt: skip
    answer = reach_rank.reach_rank(rows, others, county.weights, Target(RANK, Decimal(1), A))
    if not sets:
        assert answer.state == "unreachable"
        return
    least = len(sets[0])
    assert (answer.state, len(answer.steps)) == ("reachable" if least else "reached", least)
    scores = [county.standing(reach_rank.together(some))[1] for some in sets if len(some) == least]
    assert answer.then == pytest.approx(max(scores))


def test_where_the_smallest_set_is_too_dear_the_bounds_hold(engine, monkeypatch):
    """The set shown gets there, and no set is smaller than the lower bound."""
    monkeypatch.setattr(reach_rank, "DEAR", 0)
    for number in range(0, COUNT, 8):
        rows, as_of, target = LEDGERS[number], small.day_of(number), places(number)
        answer = reached_by(engine, target, as_of, {})
        if answer.state == "reachable":
            measure, to = measured(target)
            least = small.fewest(rows, as_of, measure, to, movable(rows, target))
            assert answer.at_least <= least <= len(answer.steps), number
            assert measure(small.in_order(rows, {step.row.project_id for step in answer.steps}), as_of) >= to


def test_the_start_rate_counts_upwards_and_those_with_fewest_obstacles_come_first(given_tables):
    """1 of 5 has started; 70 % are 3.5 projects, so 4, so 3 more."""
    ledger = given_tables(
        projects="""
            actual_start | planned_start | stage
            2022-03-01   |               |
                         | 2022-05-01    |
                         | 2022-04-01    |
                         |               |
                         | 2022-03-01    | cancelled
        """,
        approvals="project_id | element | due_on\nP3 | land | 2022-09-30\nP2 | land | 2022-10-01",
        problems="project_id | raised_on | resolved_on\nP3 | 2022-03-01 |\nP4 | 2022-03-01 | 2022-09-30",
        milestones="project_id | name | due_on\nP2 | Tender | 2022-09-29\nP4 | Tender | 2022-09-30",
    )
    answer = asked(ledger, "start_rate:70")
    assert [(s.row.project_id, s.row.obstacles, s.then) for s in answer.steps] == [
        ("P4", 0, 40.0), ("P2", 1, 60.0), ("P3", 2, 80.0),
    ]  # fmt: skip
    assert (answer.state, answer.now, answer.then, answer.movers) == ("reachable", 20.0, 80.0, 3)
    assert [step.row.project_id for step in asked(ledger, "start_rate:40").steps] == ["P4"]
    assert (far := asked(ledger, "start_rate:90")).state == "unreachable" and far.then == 80.0


def test_the_plan_takes_the_largest_remainders(given_ledger):
    ledger = given_ledger("""
        year_plan_wan | year_done_wan
        1,000         | 400
        1,000         | 900
        500           |
        100           | 300
                      | 50
    """)
    answer = asked(ledger, "plan_completion:100")  # 1,650 of 2,600; 600, 500 and 100 are left
    assert [(step.row.project_id, step.adds) for step in answer.steps] == [("P1", 600), ("P3", 500)]
    assert (answer.adds, answer.movers) == (Decimal(1100), 3)


@pytest.mark.parametrize("kind", KINDS[:-1])
def test_a_target_that_is_just_met_is_reached_and_asks_for_nothing(given_ledger, kind):
    ledger = given_ledger("""
        planned_start | actual_start | year_plan_wan | year_done_wan
        2022-03-01    | 2022-09-30   | 100           | 100
        2022-03-01    |              | 100           |
    """)
    assert asked(ledger, f"{kind}:50").state == "reached"
    assert len(asked(ledger, f"{kind}:50.01").steps) == 1


@pytest.mark.parametrize("text", [*(f"{kind}:90" for kind in KINDS[:-1]), f"rank:{A}:1"])
def test_without_projects_there_is_nothing_to_reach(given_ledger, text):
    answer = asked(given_ledger("year_status\npreparatory"), text)
    assert (answer.state, answer.steps) == ("none", ())


def test_a_county_alone_has_the_first_place(given_ledger):
    answer = asked(given_ledger(f"county_code\n{A}"), f"rank:{A}:1")
    assert (answer.state, answer.places) == ("reached", (1, 1))


def test_counties_with_the_same_score_share_their_place(given_ledger):
    ledger = given_ledger(f"county_code | actual_start\n{A} |\n{B} | 2022-03-01\n{C} | 2022-03-01")
    assert asked(ledger, f"rank:{B}:1").state == "reached"
    answer = asked(ledger, f"rank:{A}:1")
    assert (answer.state, answer.places, len(answer.steps)) == ("reachable", (3, 1), 1)


def test_the_filters_narrow_what_can_move_but_a_place_is_among_all_counties(given_ledger):
    ledger = given_ledger(f"""
        county_code | sector   | actual_start
        {A}         | energy   |
        {A}         | industry | 2022-03-01
        {B}         | energy   | 2022-03-01
    """)
    assert asked(ledger, "start_rate:100", sectors=["energy"], counties=[A]).now == 0.0
    assert asked(ledger, "start_rate:100", sectors=["industry"]).state == "reached"
    assert asked(ledger, f"rank:{A}:1", counties=[B]).places == (2, 1)
    assert asked(ledger, f"rank:{A}:1", sectors=["industry"]).state == "reached"


@pytest.mark.parametrize("text", ["start_rate:90", "plan_completion:99.5", "start_rate_of_due:100", f"rank:{A}:1"])
def test_a_target_is_written_as_it_was_read(text):
    assert target_of(text).text == text


@pytest.mark.parametrize(
    "text",
    ["", "start_rate", "start_rate:0", "start_rate:100.1", "start_rate:-5", "start_rate:９", "year:90", "rank:1",
     f"rank:{A}:0", f"rank:{A}:99", "rank:multi:1", "rank:999999:1", "start_rate:90:1", "start_rate:90\n"],
)  # fmt: skip
def test_what_is_no_target_is_refused_in_a_sentence(text):
    with pytest.raises(Misused, match=r"is no target; write one of start_rate, .*rank:COUNTY:PLACE"):
        target_of(text)


def test_the_date_decides_what_has_started(given_ledger):
    ledger = given_ledger("as_of | actual_start\n2022-08-31 | 2022-09-15\n2022-09-30 | 2022-09-15")
    found = [reached_by(ledger, target_of("start_rate:100"), dt.date(2022, month, day), {}).state
             for month, day in ((8, 31), (9, 30))]  # fmt: skip
    assert found == ["reachable", "reached"]
