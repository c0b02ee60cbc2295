"""Alerts in words: the sentence of each, the text of a message, and the rows and the object for a program."""

from __future__ import annotations

import json

import pyarrow as pa

from data.city import city
from queries.alerts import Alerts
from queries.turned import KINDS, Alert
from words import Words

LINES = 18  # of a message, below its two first lines
KIND_WORDS = {
    "red": "Newly red",
    "overdue": "Problems newly overdue",
    "late": "Starts newly late",
    "moved": "Plans moved later",
    "fell": "Fell in the league table",
}


def said(alert: Alert, words: Words) -> str:
    """What turned, without whose it is."""
    return {"red": _red, "overdue": _overdue, "late": _late, "moved": _moved, "fell": _fell}[alert.kind](alert, words)


def _red(alert: Alert, words: Words) -> str:
    amount = words.number(alert.amount)
    reason = {
        "start": words("not started {months} months after the planned one", months=amount),
        "progress": words("progress {points} points under the plan", points=words.number(alert.amount, 1)),
        "stats": words("not entered in the statistics {months} months after the start", months=amount),
        "problems": words("a problem is overdue for {days} days", days=amount),
        "approvals": words("{count} approvals in the way of a due start", count=amount),
    }[alert.subject]
    more = words("{more} more red lights", more=words.number(alert.more)) if alert.more else ""
    new = "" if alert.before else words("new in the plan")
    return words("; ").join(filter(None, (reason, more, new)))


def _overdue(alert: Alert, words: Words) -> str:
    return words("“{problem}” is overdue for {days} days", problem=alert.subject, days=words.number(alert.amount))


def _late(alert: Alert, words: Words) -> str:
    if not alert.amount:
        return words("not started, and the planned month is over")
    return words("not started {months} months after the planned one", months=words.number(alert.amount))


def _moved(alert: Alert, words: Words) -> str:
    values = {"before": alert.before, "after": alert.after, "days": words.number(alert.amount)}
    if alert.subject == "planned_start":
        return words("planned start {before} → {after}, {days} days later", **values)
    return words("planned finish {before} → {after}, {days} days later", **values)


def _fell(alert: Alert, words: Words) -> str:
    return words("from place {before} to place {after}", before=alert.before, after=alert.after)


def counted(found: Alerts, words: Words) -> str:
    """How many of each kind, those that there are."""
    return words.joined(
        [words.labelled(words(KIND_WORDS[kind]), words.number(n)) for kind, n in found.counts.items() if n]
    )


def nothing_turned(found: Alerts, words: Words) -> str:
    """The one sentence where nothing turned."""
    return words("Nothing turned from {since} to {now}.", since=_ledger(found, words, 0), now=_ledger(found, words, 1))


def _ledger(found: Alerts, words: Words, place: int) -> str:
    day, generation = ((found.since_as_of, found.since), (found.as_of, found.generation))[place]
    return words("{day} (generation {generation})", day=words.date(day), generation=generation)


def to_text(found: Alerts, words: Words) -> str:
    """A message: between which ledgers, how many of each kind, then each kind with its worst."""
    if not found.alerts:
        return nothing_turned(found, words) + "\n"
    first = words("What turned from {since} to {now}", since=_ledger(found, words, 0), now=_ledger(found, words, 1))
    lines = [first + (words.wrapped(words("illustrative data")) if found.illustrative else ""), counted(found, words)]
    kinds = [kind for kind in KINDS if found.of(kind)]
    each = max(2, LINES // len(kinds) - 2)  # a heading, and what is left out
    for kind in kinds:
        lines += _group(kind, found.of(kind), each, words)
    return "\n".join(lines) + "\n"


def _group(kind: str, alerts: tuple[Alert, ...], each: int, words: Words) -> list[str]:
    shown = alerts if len(alerts) <= each + 1 else alerts[:each]
    left = len(alerts) - len(shown)
    return [
        words.labelled(words(KIND_WORDS[kind]), words.number(len(alerts))),
        *(f"- {words.labelled(_whose(alert, words), said(alert, words))}" for alert in shown),
        *([f"- {words('and {more} more', more=words.number(left))}"] if left else []),
    ]


def _whose(alert: Alert, words: Words) -> str:
    county = city().label("county", alert.county_code, words.language)
    if not alert.project_id:
        return county
    return alert.name + words.wrapped(words.joined([part for part in (county, alert.lead_unit, alert.sponsor) if part]))


def as_table(found: Alerts) -> pa.Table:
    """The alerts as rows, codes and raw numbers; an empty answer keeps its columns."""
    kinds = {"amount": pa.float64(), "more": pa.int64()}
    schema = pa.schema([(name, kinds.get(name, pa.string())) for name in Alert._fields])
    return pa.Table.from_pylist([alert._asdict() for alert in found.alerts], schema=schema)


def to_object(found: Alerts, words: Words) -> str:
    """One JSON object: both generations and dates, the counts, the alerts with their sentences."""
    listed = [alert._asdict() | {"sentence": said(alert, words)} for alert in found.alerts]
    return json.dumps(
        found._asdict() | {"since_as_of": str(found.since_as_of), "as_of": str(found.as_of),
                           "counts": found.counts, "alerts": listed},
        ensure_ascii=False, indent=1,
    ) + "\n"  # fmt: skip
