"""Random ledgers of several dates: the rows of each sheet, with the edges of every rule among them."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from data.arrow import table_of
from data.ledger import TABLES
from data.opening import Opened
from queries.engines.duckdb import Engine, create_snapshots

Row = dict[str, Any]
# The last date is asked about. Ends of months, days within them, and a year that has only just begun.
DATES = (
    (dt.date(2022, 7, 31), dt.date(2022, 8, 31), dt.date(2022, 9, 30)),
    (dt.date(2022, 7, 15), dt.date(2022, 8, 20), dt.date(2022, 9, 29)),
    (dt.date(2021, 12, 31), dt.date(2022, 1, 31), dt.date(2022, 2, 28)),
)
PROJECTS = ("A", "B", "C", "D", "E", "F")
COUNTIES = ("211402", "211403", "211404", "211402", "211403", "211400", "multi", "211499")
SIZES = ("500w_1y", "1y_10y", "10y_100y", "100y_up")
OF_PROJECTS = ("milestones", "problems", "approvals")
SHEETS = ("projects", *OF_PROJECTS, "meetings")
MEETINGS = ("M1", "M2", "M3")
ELEMENTS = ("filing", "land", "power")

edges = st.sampled_from([dt.date(2022, month, day) for month in (6, 7, 8, 9, 10) for day in (1, 15, 28, 30)])
TODAY = dt.date.max  # stands for the date of its row: there every rule has its edge
day = st.one_of(edges, st.dates(dt.date(2021, 6, 1), dt.date(2023, 3, 31)), st.just(TODAY))
maybe = st.one_of(st.none(), day)
# So many days before the date of its row: the edges of the bands by which problems age.
raised = st.one_of(day, st.sampled_from([15, 16, 30, 31, 60, 61, 90, 91]).map(dt.timedelta))
points = st.one_of(st.none(), st.sampled_from([0.0, 25.0, 45.0, 65.0, 70.0, 75.0, 100.0]), st.floats(0, 100))
part = st.one_of(
    st.none(), st.decimals(Decimal(0), Decimal(12_000), places=2), st.sampled_from([400, 550, 1000]).map(Decimal)
)
project = st.fixed_dictionaries({
    "year_status": st.sampled_from(["new_start"] * 3 + ["continued", "preparatory"]),
    "county_code": st.sampled_from(COUNTIES),
    "sector": st.sampled_from(["energy", "industry"]),
    "total_wan": st.sampled_from([Decimal(text) for text in ("300", "1000", "9999.99", "10000", "100000", "1000000")]),
    "total_done_wan": part,
    "year_plan_wan": part,
    "year_done_wan": part,
    "self_status": st.sampled_from(["ahead", "normal", "behind", None]),
    "planned_start": maybe,
    "actual_start": maybe,
    "resumed_on": maybe,
    "planned_finish": maybe,
    "actual_finish": st.one_of(st.none(), st.none(), day),
    "stats_entry_on": maybe,
    "progress_pct": points,
})  # fmt: skip
dated = {"place": st.sampled_from([0, 1, 2, 2]), "project_id": st.sampled_from(PROJECTS)}
milestone = st.fixed_dictionaries({
    **dated, "due_on": day, "done_on": maybe, "is_commitment": st.sampled_from([True, True, False, None]),
})  # fmt: skip
approval = st.fixed_dictionaries({**dated, "element": st.sampled_from(ELEMENTS), "due_on": day, "done_on": maybe})
problem = st.fixed_dictionaries({
    **dated, "raised_on": raised, "due_on": maybe, "resolved_on": maybe,
    "meeting_id": st.sampled_from([None, *MEETINGS]),
})  # fmt: skip
meeting = st.fixed_dictionaries({"held_on": day, "kind": st.sampled_from(["on_site", "special"])})


@st.composite
def ledgers(draw: st.DrawFn) -> tuple[tuple[dt.date, ...], dict[str, list[Row]]]:
    """Three dates and the rows of every sheet; a project stands at some of the dates, and may change between them."""
    dates = draw(st.sampled_from(DATES))
    keys = st.tuples(st.sampled_from([0, 1, 2, 2]), st.sampled_from(PROJECTS))
    found = draw(st.dictionaries(keys, project, min_size=3, max_size=12))
    rows = {"projects": [{"project_id": key, "name": key, **in_order(at(dates[i], row)), "plan_year": dates[i].year}
                         for (i, key), row in found.items()]}  # fmt: skip
    for sheet, child in (("milestones", milestone), ("problems", problem), ("approvals", approval)):
        drawn = draw(st.lists(child, max_size=8))
        rows[sheet] = [at(dates[row.pop("place")], row) for row in drawn]
    rows["problems"] = [{"problem_id": f"W{number}", **row} for number, row in enumerate(rows["problems"])]
    meetings = draw(st.dictionaries(st.tuples(st.sampled_from([0, 1, 2, 2]), st.sampled_from(MEETINGS)), meeting))
    rows["meetings"] = [at(dates[i], {"meeting_id": key, **row}) for (i, key), row in meetings.items()]
    return dates, rows


def at(as_of: dt.date, row: Row) -> Row:
    """The row at its date, which stands wherever today was drawn; so many days are counted back from it."""
    days = {name: as_of - value for name, value in row.items() if isinstance(value, dt.timedelta)}
    return {"as_of": as_of, **{name: as_of if value == TODAY else value for name, value in row.items()}, **days}


def in_order(row: Row) -> Row:
    """The row as a check lets it through: work resumes only after it has started."""
    dates = [row["actual_start"], row["resumed_on"]]
    return row if None in dates else row | dict(zip(("actual_start", "resumed_on"), sorted(dates), strict=True))


def empty_engine() -> Engine:
    return Engine(Opened(1, {}))


def load(engine: Engine, dates: tuple[dt.date, ...], rows: dict[str, list[Row]]) -> None:
    """Puts the rows in the place of those that the engine holds."""
    for sheet in SHEETS:
        engine.replace(sheet, table_of(TABLES[sheet].name, rows[sheet]))
    cursor = engine.cursor()
    cursor.execute("drop table snapshots")
    create_snapshots(cursor, dates)


def of_project(rows: dict[str, list[Row]], project: Row) -> dict[str, list[Row]]:
    """The milestones, problems and approvals of one project at its date."""
    own = ("as_of", "project_id")
    return {sheet: [row for row in rows[sheet] if all(row[name] == project[name] for name in own)]
            for sheet in OF_PROJECTS}  # fmt: skip
