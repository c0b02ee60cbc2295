"""A publisher of its own process: says it is ready, waits for a line, publishes, says what came of it."""

import datetime as dt
import sys
from decimal import Decimal

from data.arrow import empty_table, table_of
from data.errors import Refused
from data.ledger import TABLES
from data.snapshots import Conflict, Store


def ledger(mark: str, rows: int = 400) -> dict:
    """Tables whose every project carries the mark, so that a mixed snapshot would show."""
    projects = [
        {"project_id": f"P{i}", "name": mark, "plan_year": 2022, "county_code": "211402", "sector": "energy",
         "year_status": "new_start", "total_wan": Decimal(1000 + i), "as_of": dt.date(2022, 9, 30), "evidence": "reported"}
        for i in range(rows)
    ]  # fmt: skip
    problems = [
        {"problem_id": f"W{i}", "project_id": f"P{i}", "description": mark, "as_of": dt.date(2022, 9, 30)}
        for i in range(rows)
    ]
    filled = {"projects": table_of("projects", projects), "problems": table_of("problems", problems)}
    return {name: filled.get(name, empty_table(name)) for name in TABLES}


def publish(folder: str, mark: str, parent: int | None = None) -> int:
    return (
        Store(folder)
        .publish(
            ledger(mark),
            as_of=dt.date(2022, 9, 30),
            reason=mark,
            source_name="x.xlsx",
            source_sha256="",
            who=mark,
            parent=parent,
        )
        .generation
    )


if __name__ == "__main__":
    folder, mark, parent = sys.argv[1:4]
    print("ready", flush=True)
    sys.stdin.readline()
    try:
        print("published", publish(folder, mark, int(parent)), flush=True)
    except Conflict as conflict:
        print("conflict", conflict.parent, conflict.current, conflict, flush=True)
    except Refused as refused:
        print("refused", refused, flush=True)
