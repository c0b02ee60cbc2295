"""The fourth paragraph: visits, deals signed and landed. They have a county and a sector, and nothing else."""

from __future__ import annotations

from report.briefing.desk import Desk
from report.briefing.scope import scope
from report.briefing.sentences import paragraph, sentence
from report.filters import CHOICES

OF_DEALS = ("county", "sector")


def attraction(desk: Desk) -> str:
    """Deals of the year by count and by money; one sentence where the filters leave deals no meaning."""
    words, filters = desk.words, desk.filters
    unknown = [words(c.label) for c in CHOICES if c.url not in OF_DEALS and filters.chosen(c)]
    if unknown:
        return sentence([words("deals know no {filters}, so none can be told for this selection",
                               filters=words.joined(unknown))], words)  # fmt: skip
    said = scope(filters, desk.source.city, words)
    return paragraph([_visits(desk, said), _deals(desk, said)], words)


def _visits(desk: Desk, said: str) -> str:
    """Visits have no sector."""
    if desk.filters.sectors or not desk.level("enterprises_visited").numerator:
        return ""
    words = desk.words
    text = words(
        "this year {scope} visited {companies} and matched {matched}", scope=said,
        companies=desk.count("enterprises_visited", "company"), matched=desk.count("projects_matched", "project"),
    )  # fmt: skip
    return sentence([text], words)


def _deals(desk: Desk, said: str) -> str:
    words = desk.words
    if not desk.level("deals_signed").numerator:
        return sentence([words("this year {scope} has signed no deal yet", scope=said)], words)
    signed = words("this year {scope} signed {signed} for {money}", scope=said,
                   signed=desk.count("deals_signed", "deal"), money=desk.money("deals_signed_money"))  # fmt: skip
    if not desk.level("deals_landed").numerator:
        return sentence([signed, words("of these {n} landed", n=desk.count("deals_landed", "deal"))], words)
    landed = words("of these {landed} landed for {money}", landed=desk.count("deals_landed", "deal"),
                   money=desk.money("deals_landed_money"))  # fmt: skip
    by_count, by_money = desk.share("landing_rate"), desk.share("landing_rate_by_money")
    return sentence(
        [
            signed,
            landed,
            words("a landing rate by count of {rate}", rate=by_count),
            words("by money of {rate}", rate=by_money) if by_money else "",
        ],
        words,
    )
