"""The third paragraph: which counties are ahead and which behind, or how the one county stands in the city."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from operator import eq, gt, lt
from typing import Any, NamedTuple

from report.briefing.answers import counted, ratio
from report.briefing.beside import alone, league, of_all, rank
from report.briefing.desk import Desk
from report.briefing.scope import kinds
from report.briefing.sentences import paragraph, sentence

ROWS = {
    "start_rate": "{county}{kinds} has a start rate of {rate}",
    "plan_completion": "{county}{kinds} has done {rate} of its year's plan",
}
BESIDE = (
    "{counties}, above the overall rate",
    "{counties}, the same as the overall rate",
    "{counties}, below the overall rate",
)
ENDS = ("{counties}, the most of any county", "{counties}, the least of any county")


class Standing(NamedTuple):
    """A county and its rate."""

    county: str
    rate: Decimal


def counties(desk: Desk) -> str:
    """The counties of the selection against its whole, and chosen ones against the whole city."""
    if len(desk.filters.counties) == 1:
        return paragraph([of_all(desk), alone(desk), rank(desk)], desk.words)
    beside, rows = of_all(desk) if desk.filters.counties else "", _listed(desk)
    said = [_against_the_whole(desk, rows), _ends(desk, rows), _problems(desk, rows), beside]
    return paragraph(said, desk.words)


def _listed(desk: Desk) -> list[Any]:
    """The rows of those counties of the selection that have projects; what they tell needn't be asked again."""
    ranked = {d.code for d in desk.source.city.divisions if d.kind == "county"}
    chosen = set(desk.filters.counties) or ranked
    rows = [row for row in league(desk) if row.county_code in ranked & chosen and row.projects]
    for row in rows:
        desk.hold("start_rate", ratio(row.started, row.projects), counties=[row.county_code])
    return rows


def _by_start(desk: Desk, rows: list[Any]) -> list[Standing]:
    """The counties by their start rates, the highest first."""
    found = [Standing(row.county_code, 100 * Decimal(row.started) / Decimal(row.projects)) for row in rows]
    return sorted(found, key=lambda one: -one.rate)


def _by_money(rows: list[Any]) -> list[Standing]:
    """The counties by what they have done of the year's plan, the highest first."""
    found = [Standing(row.county_code, Decimal(repr(row.done_pct))) for row in rows if row.done_pct is not None]
    return sorted(found, key=lambda one: -one.rate)


def _name(desk: Desk, code: str) -> str:
    return desk.source.city.label("county", code, desk.words.language)


def _row(desk: Desk, question: str, standings: list[Standing]) -> str:
    """Counties with their rates; the first one says of what."""
    words, said = desk.words, []
    of = kinds(desk.filters, desk.source.city, words)
    for position, one in enumerate(standings):
        county, rate = _name(desk, one.county), desk.share(question, counties=[one.county])
        first = words(ROWS[question], county=county, kinds=of, rate=rate)
        said.append(words("{county} {rate}", county=county, rate=rate) if position else first)
    return words.joined(said)


def _against_the_whole(desk: Desk, rows: list[Any]) -> str:
    """Start rates above and below that of the whole selection."""
    words, found = desk.words, _by_start(desk, rows)
    whole = desk.level("start_rate").exact
    if len(found) < 2 or whole is None:
        return ""
    groups = [[one for one in found if side(one.rate, whole)] for side in (gt, eq, lt)]
    sides = [
        sentence([words(text, counties=_row(desk, "start_rate", group))], words)
        for group, text in zip(groups, BESIDE, strict=True)
        if group
    ]
    return words("Among the counties: {sentences}", sentences=paragraph(sides, words))


def _ends(desk: Desk, rows: list[Any]) -> str:
    """Who has done most and least of the year's plan, all of them where several share the place."""
    words, found = desk.words, _by_money(rows)
    if len(found) < 2 or found[0].rate == found[-1].rate:
        return ""
    groups = [[one for one in found if one.rate == end.rate] for end in (found[0], found[-1])]
    said = [
        sentence([words(text, counties=_row(desk, "plan_completion", group))], words)
        for group, text in zip(groups, ENDS, strict=True)
    ]
    return paragraph(said, words)


def _problems(desk: Desk, rows: list[Any]) -> str:
    """Where most problems are overdue."""
    words, late = desk.words, Counter(
        row.county_code for row in desk.rows("problem_list", desk.filters) if row.overdue_days is not None
    )  # fmt: skip
    overdue = {row.county_code: late[row.county_code] for row in rows}
    most = max(overdue.values(), default=0)
    if not most or len(overdue) < 2:
        return ""
    for code, count in overdue.items():
        desk.hold("problems_overdue", counted(count), counties=[code])
    said = [
        words("{county}{kinds} has {count} overdue", county=_name(desk, code),
              kinds=kinds(desk.filters, desk.source.city, words),
              count=desk.count("problems_overdue", "problem", counties=[code]))
        for code, count in overdue.items()
        if count == most
    ]  # fmt: skip
    return sentence([words("{counties}, the most of any county by number", counties=words.joined(said))], words)
