"""SQL and plain Python agree on values, distances, what is met and the phases, over random indicators."""

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data.arrow import table_of
from tests.spec.random_ledgers import empty_engine
from tests.spec.reference_folders import other_reference

AS_OF = dt.date(2022, 9, 30)
EXAMPLES = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
ROWS = {"a": ("A", "value"), "a floor": ("A", "floor"), "a ceiling": ("A", "ceiling"), "b": ("B", "count")}
BOARDS = "campaign,row,zh,en,indicator,part\n" + "".join(
    f"listing,{row},{row},{row},{indicator},{part}\n" for indicator, (row, part) in ROWS.items()
)
ends = st.sampled_from([AS_OF + dt.timedelta(days=days) for days in (-400, -273, -1, 0, 1, 92, 800)])
number = st.one_of(st.none(), st.sampled_from([-3, 0, 1, 2, 5]).map(Decimal), st.decimals(-9, 9, places=2))
indicator = st.fixed_dictionaries({
    "value": number, "target": number, "relation": st.sampled_from([">=", "<=", "=", None]),
    "unit": st.sampled_from(["家", "家", "家", None, "万元"]),
})  # fmt: skip
keys = st.tuples(st.sampled_from([*ROWS, "own"]), st.sampled_from([None, None, "211402", "211403"]), ends)
phase = st.tuples(st.sampled_from(["one", "two", "three"]), st.one_of(st.none(), ends))


@pytest.fixture(scope="module")
def engine(tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        other_reference(patch, tmp_path_factory.mktemp("boards"), campaign_boards=BOARDS)
        yield empty_engine()


def load(engine, rows):
    full = [
        {"as_of": AS_OF, "campaign": "listing", "evidence": "reported", "source_row": place, **row}
        for place, row in enumerate(rows)
    ]
    engine.replace("indicators", table_of("indicators", full))


def chosen(rows, name, forward):
    """Of each indicator and place, the row whose period counts for this column."""
    found = {}
    for key in {(row["indicator"], row["county_code"]) for row in rows}:
        own = [r for r in rows if (r["indicator"], r["county_code"]) == key and r[name] is not None]
        ended = [row for row in own if row["period_end"] <= AS_OF]
        coming = [row for row in own if row["period_end"] >= AS_OF]
        last = max(ended, key=lambda row: row["period_end"], default=None)
        following = min(coming, key=lambda row: row["period_end"], default=None)
        pick = (following or last) if forward else (last or following)
        if pick:
            found[key] = pick
    return found


def value_of(values, board_row, county):
    """The lowest and the highest value with its unit: the row's own, or those of its counties."""
    own = {(n, c): r for (n, c), r in values.items() if ROWS.get(n, (n, ""))[0] == board_row}
    here = [(ROWS.get(name, (name, "target"))[1], name, row) for (name, place), row in own.items() if place == county]
    order = {"value": 0, "count": 0, "floor": 1, "ceiling": 2, "target": 1}
    if here:
        row = min(here, key=lambda one: order[one[0]])[2]
        return row["value"], row["value"], row["unit"]
    if county is not None:
        return None, None, None
    best = {}
    for place in {c for _, c in own if c}:
        best[place] = value_of(values, board_row, place)
    if not best:
        return None, None, None
    return (
        min(v[0] for v in best.values()),
        max(v[1] for v in best.values()),
        min((v[2] for v in best.values() if v[2]), default=None),
    )


def judged(goal, low, high, unit):
    """Distance and state of a target, by the words of its definition."""
    if low is None:
        return None, "no_value"
    if goal["unit"] and unit and goal["unit"] != unit:
        return None, "other_unit"
    relation, target = goal["relation"] or ">=", goal["target"]
    distance = {">=": target - low, "<=": target - high}.get(relation)
    if distance is None:
        distance = max(target - low, target - high, key=abs)
    met = {">=": low >= target, "<=": high <= target, "=": low == high == target}[relation]
    return distance, "met" if met else "missed" if goal["period_end"] < AS_OF else "open"


@EXAMPLES
@given(drawn=st.dictionaries(keys, indicator, max_size=12))
def test_every_target_and_its_standing(engine, drawn):
    rows = [{"indicator": n, "county_code": c, "period_end": end, **row} for (n, c, end), row in drawn.items()]
    load(engine, rows)
    values, goals = chosen(rows, "value", False), chosen(rows, "target", True)
    expected = {}
    for (name, county), goal in goals.items():
        distance, state = judged(goal, *value_of(values, ROWS.get(name, (name, ""))[0], county))
        expected[name, county] = (goal["target"], distance, state)
    found = engine.ask("campaign_boards", as_of=AS_OF)
    assert {
        (row.indicator, row.county_code): (row.target, row.distance, row.target_state)
        for row in found if row.target is not None
    } == expected  # fmt: skip
    of_city = [state for (_, county), (_, _, state) in expected.items() if county is None]
    met = [row.numerator for row in engine.ask("targets_met", as_ofs=[AS_OF])]
    assert met == ([of_city.count("met")] if of_city else [])


@EXAMPLES
@given(drawn=st.lists(phase, max_size=6))
def test_every_phase(engine, drawn):
    load(engine, [{"indicator": f"p{i}", "period_end": AS_OF, "phase": name, "phase_due": due}
                  for i, (name, due) in enumerate(drawn)])  # fmt: skip
    dues = [due for _, due in drawn if due]
    running = min((due for due in dues if due >= AS_OF), default=None)

    def state(due):
        if due is None:
            return "undated"
        if due == running:
            return "running"
        return "ahead" if due > AS_OF else "overdue" if due == max(dues) else "past"

    found = engine.ask("campaign_phases", as_of=AS_OF)
    assert {(r.label_en, r.due_on, r.phase_state) for r in found} == {(n, due, state(due)) for n, due in drawn}
    late = {row.campaign for row in found if row.phase_state == "overdue"}
    assert [int(row.value) for row in engine.ask("phases_overdue", as_ofs=[AS_OF])] == ([len(late)] if drawn else [])
