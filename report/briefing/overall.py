"""The first paragraph: how much there is, how far it has come, and how much money is spent."""

from __future__ import annotations

from decimal import Decimal

from report.briefing.desk import Desk
from report.briefing.scope import scope
from report.briefing.sentences import paragraph, sentence
from words import rounded


def overall(desk: Desk) -> str:
    """Totals, starts with their rate and its change, and the year's money against the elapsed year."""
    said = scope(desk.filters, desk.source.city, desk.words)
    return paragraph([_totals(desk, said), _starts(desk, said), _due(desk, said), _money(desk, said)], desk.words)


def _totals(desk: Desk, said: str) -> str:
    words = desk.words
    day = words.date(desk.filters.as_of)
    return sentence(
        [
            words("as of {day}, {scope} has {projects} with a total investment of {total}", day=day, scope=said,
                  projects=desk.count("projects", "key"), total=desk.money("total_investment")),
            words("among them {new} and {continued}", new=desk.count("new_starts_planned", "new"),
                  continued=desk.count("resumption_rate", "continued", part="denominator")),
        ],
        words,
    )  # fmt: skip


def _starts(desk: Desk, said: str) -> str:
    words = desk.words
    counted = words("{started} of {scope} started, a start rate of {rate}", scope=said,
                    started=desk.count("started", "project"), rate=desk.share("start_rate"))  # fmt: skip
    parts = words("among them {new} and {resumed} that resumed", new=desk.count("new_starts_started", "new"),
                  resumed=desk.count("resumed", "continued"))  # fmt: skip
    rest = words("with {count} not started yet", count=desk.count("not_started", "project"))
    clauses = [
        counted,
        desk.moved("start_rate", desk.compare),
        parts if desk.level("started").numerator else "",
        rest if desk.level("not_started").numerator else "",
    ]
    return paragraph([sentence(clauses, words), desk.same(words("the start rate"), "start_rate", desk.compare)], words)


def _due(desk: Desk, said: str) -> str:
    """New starts that are due by the date, and those of the month."""
    words = desk.words
    month = sentence([words("{count} of {scope} began this month", scope=said,
                            count=desk.count("month_starts", "new"))], words)  # fmt: skip
    if not desk.level("start_rate_of_due").denominator:
        return month
    due = words(
        "by now {due} of {scope} should have started and {started} did, a start rate of those due of {rate}",
        scope=said, due=desk.count("start_rate_of_due", "new", part="denominator"),
        started=desk.count("start_rate_of_due", "plain", part="numerator"), rate=desk.share("start_rate_of_due"),
    )  # fmt: skip
    return paragraph([sentence([due], words), month], words)


def _money(desk: Desk, said: str) -> str:
    words = desk.words
    done = desk.level("plan_completion")
    if done.exact is None:
        return ""
    clauses = [
        words("of the {planned} planned for this year in {scope} {done} is done, {rate} of the plan",
              scope=said, planned=desk.money("year_plan"), done=desk.money("year_done"),
              rate=desk.share("plan_completion")),
        desk.moved("plan_completion", desk.compare),
        _pace(desk, done.exact),
    ]  # fmt: skip
    return paragraph([sentence(clauses, words), desk.same(words("this part"), "plan_completion", desk.compare)], words)


def _pace(desk: Desk, done: Decimal) -> str:
    """Whether the year's plan is ahead of the part of the year that has passed."""
    found = desk.elapsed()
    if found is None:
        return ""
    (elapsed, figure), words = found, desk.words
    if rounded(done, 1) == elapsed:
        return words("in step with the {elapsed} of the year that has passed", elapsed=figure)
    if done > elapsed:
        return words("ahead of the {elapsed} of the year that has passed", elapsed=figure)
    return words("behind the {elapsed} of the year that has passed", elapsed=figure)
