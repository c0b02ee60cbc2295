"""What meetings leave behind: decisions, saved views and agendas, kept append-only in a database.

`KEYPROJECTS_STATE` names the database by its URL, such as `postgresql+psycopg://…`; without it, it is a SQLite file
beside the snapshots. Every change is a new row and the newest row of a key counts; nothing is updated or deleted.
"""

from __future__ import annotations

import datetime as dt
import os
import uuid
from collections.abc import Callable
from typing import Any, NamedTuple, TypeVar

import sqlalchemy as sa

from data.errors import Misused, Refused
from data.minutes_database import DECISIONS, LONGEST, SAVED, opened
from data.snapshots import Store

T = TypeVar("T")


class Decision(NamedTuple):
    """What a meeting decided about a project: what, who, by when, and what was known when it was decided."""

    project_id: str
    project_name: str
    what: str
    who: str
    due_on: dt.date | None
    meeting_on: dt.date
    as_of: dt.date
    generation: int
    decision_id: str = ""


class Minutes:
    """The decisions, views and agendas of one database."""

    def __init__(self, url: str = "") -> None:
        self.url = url or os.environ.get("KEYPROJECTS_STATE") or beside_the_snapshots()

    def decide(self, decision: Decision, withdrawn: bool = False) -> str:
        """Write a decision, or a later word on one that has an id; gives the id. Raises Refused."""
        key = decision.decision_id or uuid.uuid4().hex
        self._append(DECISIONS, {**decision._asdict(), "decision_id": key, "withdrawn": withdrawn})
        return key

    def decisions(self, *, all_words: bool = False) -> list[Decision]:
        """The decisions as they stand, in the order they were first written; with `all_words` every row of them."""
        rows = self._run(lambda at: at.execute(sa.select(DECISIONS).order_by(DECISIONS.c.entry)).all())
        if all_words:
            return [_decision(row) for row in rows]
        newest = {row.decision_id: row for row in rows}
        return [_decision(row) for row in newest.values() if not row.withdrawn]

    def save(self, kind: str, name: str, content: str, withdrawn: bool = False) -> None:
        """Save a view or an agenda by a name; the newest of a name counts. Raises Refused."""
        row = {"kind": kind, "name": name, "content": content, "withdrawn": withdrawn}
        self._append(SAVED, row)

    def saved(self, kind: str) -> dict[str, str]:
        """The saved views or agendas by their names."""
        asked = sa.select(SAVED).where(SAVED.c.kind == kind).order_by(SAVED.c.entry)
        newest = {row.name: row for row in self._run(lambda at: at.execute(asked).all())}
        return {name: row.content for name, row in newest.items() if not row.withdrawn}

    def _append(self, table: sa.Table, row: dict[str, Any]) -> None:
        for name, longest in LONGEST.items():
            if len(row.get(name, "")) > longest:
                raise Misused("This has {count} characters and at most {longest} are kept; shorten it.",
                              count=len(row[name]), longest=longest)  # fmt: skip
        written = {"written_at": dt.datetime.now(dt.UTC).isoformat(timespec="seconds")}
        self._run(lambda at: at.execute(sa.insert(table), {**row, **written}))

    def _run(self, work: Callable[[sa.Connection], T]) -> T:
        """Work in one transaction; what a database says when it can't becomes one sentence."""
        try:
            with opened(self.url).begin() as connection:
                return work(connection)
        except (sa.exc.SQLAlchemyError, OSError) as error:
            cause = str(getattr(error, "orig", None) or error).splitlines()[0]
            raise Refused(
                "The minutes can't be read or written in {place} ({cause}); see that it is there and not held by "
                "another program, or name another by KEYPROJECTS_STATE.",
                place=self.place, cause=cause,
            ) from error  # fmt: skip

    @property
    def place(self) -> str:
        """Where the minutes are kept, without a password."""
        try:
            return sa.make_url(self.url).render_as_string(hide_password=True)
        except sa.exc.ArgumentError:
            return "KEYPROJECTS_STATE"


def beside_the_snapshots() -> str:
    """The URL of the SQLite file that stands beside the snapshots."""
    return f"sqlite:///{(Store().folder.parent / 'state' / 'keyprojects.sqlite').as_posix()}"


def _decision(row: Any) -> Decision:
    return Decision(**{name: getattr(row, name) for name in Decision._fields})
