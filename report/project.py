"""The sheet of one project: its name, what is known of it, and why it has its lights."""

from __future__ import annotations

from typing import Any

from data.city import rows
from report.assemble import Source, column_label
from report.filters import Filters
from report.lights import light_text, reasons_by_light
from report.model import Cell, Link, Page, Table
from report.project_values import FIELDS, ROW, evidence_text, is_empty, project_row, value_said, value_text
from report.watermelons import watermelon_text
from words import Words

LEADS_TO = {"county_code": "county", "sector": "sector", "nature": "nature", "batch_id": "batch", "sponsor": "sponsor",
            "lead_unit": "q"}  # fmt: skip
NAMED = 3  # of more ledgers, the first and the last say enough
LIGHTS_OF = {
    "start": "Start",
    "progress": "Progress",
    "stats": "Statistics entry",
    "problems": "Problems",
    "approvals": "Approvals",
}


def project_heading(filters: Filters, source: Source, words: Words) -> str:
    """The project's name."""
    return str(project_row(filters, source).name)


def facts_table(filters: Filters, source: Source, words: Words) -> Table:
    """What the ledger holds of the project, a value a row; the note names what it leaves empty."""
    row = project_row(filters, source)
    held = [column for column in FIELDS if not is_empty(getattr(row, column.name))]
    empty = [column.label.in_language(words.language) for column in FIELDS if column not in held]
    return Table(
        "project_facts",
        words("What the ledger holds"),
        (words("Field"), words("Value"), words("Evidence")),
        (False, False, False),
        tuple(
            (
                Cell(column.label.in_language(words.language)),
                Cell(value_text(column.name, getattr(row, column.name), source.city, words),
                     link=_leads(column.name, row), value=value_said(column, getattr(row, column.name))),
                Cell(evidence_text(column.name, row, source.city, words)),
            )
            for column in held
        ),
        words("Empty: {columns}.", columns=words.joined(empty)) if empty else "",
        ROW,
    )  # fmt: skip


def _leads(name: str, row: Any) -> Link | None:
    """From a county, a sector or a unit to the list of its projects."""
    return Link(((LEADS_TO[name], (getattr(row, name),)),), "projects") if name in LEADS_TO else None


def lights_table(filters: Filters, source: Source, words: Words) -> Table:
    """Each light with its rule and its reason; the note says whether the project's own report is contradicted."""
    row = project_row(filters, source)
    why = reasons_by_light(row, words)
    shown = [(name, label) for name, label in LIGHTS_OF.items() if getattr(row, f"{name}_light")]
    return Table(
        "project_lights",
        words("Lights, and why"),
        (words("Light"), words("Of"), words("Reason"), words("Rule")),
        (False, False, False, False),
        (
            (_light(row.light, words), Cell(words("The project")), Cell(words("the worst of its lights")), Cell("")),
            *(
                (
                    _light(getattr(row, f"{name}_light"), words),
                    Cell(words(label)),
                    Cell(why[name]),
                    Cell(_rule(name, words)),
                )
                for name, label in shown
            ),
        ),
        watermelon_text(row, source.city, words),
        ROW,
    )


def _light(code: str, words: Words) -> Cell:
    return Cell(light_text(code, words), tone=f"light-{code}")


def _rule(light: str, words: Words) -> str:
    """The rule of one light with its thresholds."""
    if light == "approvals":
        return words("red when one that is due is not granted and the planned start is due")
    prefix = light.removesuffix("s") if light == "problems" else light
    named = [row for row in rows("thresholds.csv") if row["name"].split("_")[0] == prefix]
    return words("; ").join(f"{row[words.language]}{words.wrapped(row['value'])}" for row in named)


def missing_heading(filters: Filters, source: Source, words: Words) -> str:
    """That the ledger of the date hasn't got the project, and which ledgers have it."""
    days = [row.as_of for row in _everywhere(filters, source)]
    project, day = filters.search.project, words.date(filters.as_of)
    if not days:
        return words("There is no project “{project}” in any ledger.", project=project)
    if len(days) > NAMED:
        return words(
            "Project “{project}” is not in the ledger of {day}; it is in {count} others, from {first} to {last}.",
            project=project, day=day, count=len(days), first=words.date(days[0]), last=words.date(days[-1]),
        )  # fmt: skip
    return words(
        "Project “{project}” is not in the ledger of {day}; it is in that of {days}.",
        project=project, day=day, days=words.joined([words.date(one) for one in days]),
    )  # fmt: skip


def elsewhere_table(filters: Filters, source: Source, words: Words) -> tuple[Table, ...]:
    """The ledgers that have the project, each leading to its sheet of that date; no table when none has it."""
    found = _everywhere(filters, source)
    if not found:
        return ()
    table = Table(
        "project_elsewhere",
        words("Ledgers that have it"),
        (column_label("as_of", words), column_label("name", words)),
        (False, False),
        tuple(
            (
                Cell(row.as_of.isoformat(), link=Link((("as_of", (row.as_of.isoformat(),)), ("compare", ()))),
                     value=row.as_of),
                Cell(row.name),
            )
            for row in found
        ),
    )  # fmt: skip
    return (table,)


def _everywhere(filters: Filters, source: Source) -> list[Any]:
    last = source.engine.opened.dates[-1]
    return source.engine.ask("project_history", as_of=last, project=filters.search.project)


MISSING = Page(
    name="project_missing",
    path="projects",
    title="Project",
    question="What is known of this project, how far is it, and what has changed?",
    tables=(elsewhere_table,),
    heading=missing_heading,
    narrowed_by="project",
)


def missing(filters: Filters, source: Source) -> Page | None:
    """The page that says so when the ledger of the date hasn't got the project."""
    return None if project_row(filters, source) else MISSING
