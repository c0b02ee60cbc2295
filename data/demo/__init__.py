"""The demonstration ledger: generated, calibrated to the printed figures, published like a real one."""

from __future__ import annotations

import datetime as dt
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from data.demo.campaigns import indicator_rows
from data.demo.deals import deal_rows
from data.demo.last_year import last_year_rows
from data.demo.meetings import meeting_rows
from data.demo.plan import DATES
from data.demo.problems import problem_rows
from data.demo.projects import project_rows
from data.demo.timetable import approval_rows, milestone_rows
from data.demo.visits import visit_rows
from data.errors import Refused
from data.publishing import publish_file
from data.snapshots import Store
from data.template import write_workbook

REASON = "Demonstration ledger: illustrative, calibrated to the printed figures"
WHO = "demonstration"
Progress = Callable[[int, int, str], None]


def ledger_of(as_of: dt.date) -> dict[str, list[dict[str, Any]]]:
    """The demonstration at one of its dates: table name → rows by column name."""
    if as_of not in DATES:
        raise Refused(
            "The demonstration has no {day}; its dates run from {first} to {last}.",
            day=as_of,
            first=DATES[0],
            last=DATES[-1],
        )
    this_year = as_of.year == DATES[-1].year
    return {
        "projects": project_rows(as_of) if this_year else list(last_year_rows()),
        "milestones": milestone_rows(as_of),
        "approvals": approval_rows(as_of) if this_year else [],
        "problems": problem_rows(as_of) if this_year else [],
        "meetings": meeting_rows(as_of),
        "deals": deal_rows(as_of),
        "visits": visit_rows(as_of),
        "indicators": indicator_rows(as_of),
    }


def write_workbooks(folder: Path, progress: Progress | None = None) -> list[Path]:
    """The demonstration as the workbooks that an office would send, one a date."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for i, day in enumerate(DATES, 1):
        path = folder / f"ledger-{day}.xlsx"
        write_workbook(path, ledger_of(day))
        written.append(path)
        if progress:
            progress(i, len(DATES), path.name)
    return written


def publish_demo(store: Store | None = None, progress: Progress | None = None) -> None:
    """Publish the ten dates through their workbooks; one that is there already is not published again.

    Raises Refused when the store holds another ledger: the two would show as one.
    """
    store = store or Store()
    history = store.history()
    there = {manifest.as_of for manifest in history if manifest.who == WHO}
    missing = [day for day in DATES if day not in there]
    if missing and len(there) < len({manifest.as_of for manifest in history}):
        raise Refused(
            "{folder} holds another ledger; name an empty folder by KEYPROJECTS_SNAPSHOTS for the demonstration.",
            folder=store.folder,
        )
    with tempfile.TemporaryDirectory() as temporary:
        for done, day in enumerate(DATES, 1):
            if day in missing:
                path = Path(temporary) / f"demonstration-{day}.xlsx"
                write_workbook(path, ledger_of(day))
                publish_file(path, as_of=day, reason=REASON, who=WHO, store=store)
            if progress:
                progress(done, len(DATES), str(day))
