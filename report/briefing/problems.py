"""The last paragraph: the problems of the projects, and what of them is overdue."""

from __future__ import annotations

from report.briefing.desk import Desk
from report.briefing.scope import scope
from report.briefing.sentences import paragraph, sentence


def problems(desk: Desk) -> str:
    """Problems raised and cleared with their rates, those open and overdue."""
    words, said = desk.words, scope(desk.filters, desk.source.city, desk.words)
    if not desk.level("clearing_rate").denominator:
        return sentence([words("no problem of the projects of {scope} is on record", scope=said)], words)
    raised = words(
        "{scope} raised {raised} and cleared {cleared} of them, a clearing rate of {rate}", scope=said,
        raised=desk.count("clearing_rate", "problem", part="denominator"),
        cleared=desk.count("clearing_rate", "plain", part="numerator"), rate=desk.share("clearing_rate"),
    )  # fmt: skip
    on_time = desk.share("clearing_rate_on_time")
    return paragraph(
        [sentence([raised, words("{rate} cleared in time", rate=on_time) if on_time else ""], words),
         _open(desk, said)],
        words,
    )  # fmt: skip


def _open(desk: Desk, said: str) -> str:
    words = desk.words
    if not desk.level("problems_open").numerator:
        return sentence([words("all of them are cleared")], words)
    return sentence(
        [
            words("{scope} still has {count} open", scope=said, count=desk.count("problems_open", "problem")),
            words("{count} of them overdue", count=desk.count("problems_overdue", "plain")),
        ],
        words,
    )
