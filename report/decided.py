"""What became of a decision: the project as it was known when it was decided, held against what is known now.

Carried out: it has started or finished since, or its last open problem is cleared. Has moved: another of these
changed, for better or worse: progress, open problems, missing approvals, planned start or finish, light. A decision
says in its own words what is to happen, and no rule reads words: what changed is named beside the verdict, for the
reader to judge.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any, NamedTuple

from charts.lights import LIGHTS
from words import Words

VERDICTS = {"done": "Carried out", "moved": "Has moved", "unchanged": "Nothing changed", "unknown": "Can't tell"}
TONES = {"done": "light-green", "moved": "light-yellow", "unchanged": "light-red", "unknown": "light-grey"}
RULE = (
    "Carried out: the project has started or finished since, or its last open problem is cleared. Has moved: progress, "
    "open problems, missing approvals, a planned date or the light changed, for better or worse. Both are judged "
    "between the ledger as it was known when it was decided and the one shown."
)


class Became(NamedTuple):
    """The verdict, by its code, and what changed or why it can't be told."""

    verdict: str
    said: str


def became(was: Any, now: Any, words: Words) -> Became:
    """What became of a decision between two rows of `decided_projects`; None for one that isn't there."""
    if now is None:
        return Became("unknown", words("It is not in the ledger shown."))
    if was is None:
        return Became("unknown", words("It was not in the ledger when it was decided."))
    done, moved = list(_done(was, now, words)), list(_moved(was, now, words))
    verdict = "done" if done else "moved" if moved else "unchanged"
    return Became(verdict, words.joined([*done, *moved]))


def _done(was: Any, now: Any, words: Words) -> Iterator[str]:
    if now.has_finished and not was.has_finished:
        yield words("has finished")
    if now.has_started and not was.has_started:
        yield words("has started")
    if was.problems_open and not now.problems_open:
        yield words("no problem is open any more")


def _moved(was: Any, now: Any, words: Words) -> Iterator[str]:
    if was.progress_pct != now.progress_pct:
        yield words("progress {before} → {after}", before=_pct(was, words), after=_pct(now, words))
    if was.problems_open != now.problems_open and now.problems_open:
        yield words("open problems {before} → {after}", before=was.problems_open, after=now.problems_open)
    if was.approvals_missing != now.approvals_missing:
        yield words("missing approvals {before} → {after}", before=was.approvals_missing, after=now.approvals_missing)
    if was.planned_start != now.planned_start:
        yield words("planned start {before} → {after}", before=_day(was.planned_start), after=_day(now.planned_start))
    if was.planned_finish != now.planned_finish:
        yield words(
            "planned finish {before} → {after}", before=_day(was.planned_finish), after=_day(now.planned_finish)
        )
    if was.light != now.light:
        yield words("light {before} → {after}", before=_light(was, words), after=_light(now, words))


def _pct(row: Any, words: Words) -> str:
    return "–" if row.progress_pct is None else words.percent(row.progress_pct)


def _day(day: dt.date | None) -> str:
    return str(day or "–")


def _light(row: Any, words: Words) -> str:
    return words(LIGHTS[row.light][1]) if row.light else "–"
