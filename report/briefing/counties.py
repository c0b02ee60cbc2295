"""The third paragraph: which counties are ahead and which behind, or how the one county stands in the city."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from operator import eq, gt, lt
from typing import NamedTuple

from report.briefing.desk import Desk
from report.briefing.scope import kinds, place, scope
from report.briefing.sentences import paragraph, sentence

MEASURES = ("start_rate", "plan_completion")
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
SIDES = {
    "start_rate": ("{place}'s start rate is above that", "{place}'s start rate is the same",
                   "{place}'s start rate is below that"),
    "plan_completion": ("more of its plan is done", "the same part of its plan is done",
                        "less of its plan is done"),
}  # fmt: skip


class Standing(NamedTuple):
    """A county and its rate."""

    county: str
    rate: Decimal


def counties(desk: Desk) -> str:
    """The counties of the selection against its whole, and chosen ones against the whole city."""
    if len(desk.filters.counties) == 1:
        return paragraph([_of_all(desk), _alone(desk), _place(desk)], desk.words)
    beside = _of_all(desk) if desk.filters.counties else ""
    return paragraph([_against_the_whole(desk), _ends(desk), _problems(desk), beside], desk.words)


def _ranked(desk: Desk) -> list[str]:
    """The counties of the selection that have projects."""
    chosen = [d.code for d in desk.source.city.divisions if d.kind == "county"]
    return [
        code
        for code in chosen
        if code in (desk.filters.counties or chosen) and desk.level("projects", counties=[code]).numerator
    ]


def _standings(desk: Desk, question: str) -> list[Standing]:
    """The counties with a rate, the highest first."""
    rates = [(code, desk.level(question, counties=[code]).exact) for code in _ranked(desk)]
    return sorted((Standing(code, rate) for code, rate in rates if rate is not None), key=lambda one: -one.rate)


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


def _against_the_whole(desk: Desk) -> str:
    """Start rates above and below that of the whole selection."""
    words, found = desk.words, _standings(desk, "start_rate")
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


def _ends(desk: Desk) -> str:
    """Who has done most and least of the year's plan, all of them where several share the place."""
    words, found = desk.words, _standings(desk, "plan_completion")
    if len(found) < 2 or found[0].rate == found[-1].rate:
        return ""
    groups = [[one for one in found if one.rate == end.rate] for end in (found[0], found[-1])]
    said = [
        sentence([words(text, counties=_row(desk, "plan_completion", group))], words)
        for group, text in zip(groups, ENDS, strict=True)
    ]
    return paragraph(said, words)


def _problems(desk: Desk) -> str:
    """Where most problems are overdue."""
    words = desk.words
    overdue = {code: desk.level("problems_overdue", counties=[code]).numerator for code in _ranked(desk)}
    most = max(overdue.values(), default=Decimal(0))
    if not most or len(overdue) < 2:
        return ""
    said = [
        words("{county}{kinds} has {count} overdue", county=_name(desk, code),
              kinds=kinds(desk.filters, desk.source.city, words),
              count=desk.count("problems_overdue", "problem", counties=[code]))
        for code, count in overdue.items()
        if count == most
    ]  # fmt: skip
    return sentence([words("{counties}, the most of any county by number", counties=words.joined(said))], words)


def _of_all(desk: Desk) -> str:
    """The rates of the whole city for the same kinds of projects."""
    words, rates = desk.words, {name: desk.share(name, counties=None) for name in MEASURES}
    wide = scope(desk.filters, desk.source.city, words, without="county")
    if not all(rates.values()):
        return ""
    said = words("across {scope} the start rate is {rate} and {done} of the year's plan is done",
                 scope=wide, rate=rates["start_rate"], done=rates["plan_completion"])  # fmt: skip
    return sentence([said], words)


def _alone(desk: Desk) -> str:
    """On which side of the whole city's rates the one county stands."""
    rates = {name: (desk.level(name).exact, desk.level(name, counties=None).exact) for name in MEASURES}
    if any(own is None or whole is None for own, whole in rates.values()):
        return ""
    return sentence([_side(desk, name, *rates[name]) for name in MEASURES], desk.words)


def _side(desk: Desk, question: str, own: Decimal | None, whole: Decimal | None) -> str:
    here, words = place(desk.filters, desk.source.city, desk.words), desk.words
    assert own is not None and whole is not None
    return words(SIDES[question][0 if own > whole else 2 if own < whole else 1], place=here)


def _place(desk: Desk) -> str:
    """The county's place in the league table, among the projects of the same kinds."""
    asked = replace(desk.filters, counties=())
    row = next((r for r in desk.rows("league", asked) if r.county_code == desk.filters.counties[0]), None)
    if row is None or row.place is None:
        return ""
    words, here = desk.words, place(desk.filters, desk.source.city, desk.words)
    return sentence([words("{place} ranks number {rank} in the league table", place=here,
                           rank=desk.placed(row.place, "league"))], words)  # fmt: skip
