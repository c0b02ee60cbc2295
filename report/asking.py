"""Whom to ask today: one question a project, with what supports it and the score that ranks it."""

from __future__ import annotations

from typing import Any

from data.city import rows
from queries.catalog import catalog
from report.assemble import Source, cell_of, project_link, question_parameters
from report.filters import Filters
from report.model import Cell, Table
from report.sponsors import sponsor_link
from words import Words

QUESTION = "to_ask"
SHOWN = 8
COLUMNS = ("Score", "Question", "Project", "County", "Unit in charge", "Sponsor")


def to_ask_table(filters: Filters, source: Source, words: Words) -> Table:
    """The first questions of the day; the note says how they are ranked and how many there are."""
    found = source.engine.ask(QUESTION, **question_parameters(catalog()[QUESTION], filters))
    shown = filters.first(found, SHOWN)
    note = words(
        "{shown} of {count} projects that a rule selects. Score: {rules}. A large project weighs up to three times.",
        shown=words.number(len(shown)), count=words.number(len(found)),
        rules=words("; ").join(row[words.language] for row in rows("scores.csv")),
    )  # fmt: skip
    return Table(
        QUESTION,
        words(catalog()[QUESTION].title),
        tuple(words(column) for column in COLUMNS),
        (True, False, False, False, False, False),
        tuple(_row(row, source, words) for row in shown),
        note,
        QUESTION,
    )


def _row(row: Any, source: Source, words: Words) -> tuple[Cell, ...]:
    return (
        Cell(words.number(row.score), value=row.score),
        Cell(_question(row, words)),
        Cell(row.name, link=project_link(row.project_id)),
        cell_of("county_code", row, source.city, words),
        Cell(row.lead_unit or ""),
        Cell(row.sponsor, link=sponsor_link(row.sponsor)) if row.sponsor else Cell(""),
    )


def _question(row: Any, words: Words) -> str:
    """The question of the rule that weighs most; how many more rules select the project."""
    amount = words.number(row.amount)
    asked = {
        "slipped_start": words("Why has it not started? {months} months after the planned one", months=amount)
        if row.amount
        else words("Why has it not started? The planned month is over"),
        "overdue_problem": words("When is its problem cleared? {days} days overdue", days=amount),
        "approval_blocking": words("What holds up its approvals? {count} are in the way of a due start", count=amount),
        "promise_missed": words("When is its commitment kept? {days} days overdue", days=amount),
        "plan_gap": words("How will it catch up? {points} points under the elapsed year", points=amount),
        "watermelon": words("Is its report right? {count} pieces of evidence disagree", count=amount),
    }[row.rule]
    if row.rules == 1:
        return asked
    return asked + words.wrapped(words("and {more} more", more=words.number(row.rules - 1)))
