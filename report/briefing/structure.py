"""The second paragraph: what the plan is made of, by size, by sector, and by the batches of concentrated starts."""

from __future__ import annotations

from collections.abc import Mapping

from report.briefing.answers import Narrowed, counted, ratio
from report.briefing.desk import Desk
from report.briefing.scope import batch, kind, large_sizes, scope
from report.briefing.sentences import paragraph, sentence

SECTORS_NAMED = 3
BY_COUNT, BY_MONEY = "selection_share_by_count", "selection_share_by_money"
CHOSEN = {
    BY_COUNT: "{part} makes up {share} of all projects of {scope}",
    BY_MONEY: "{part} makes up {share} of the total investment of {scope}",
}


def structure(desk: Desk) -> str:
    """The chosen sectors' part of all or the sectors with most, large projects, and the year's batches."""
    first = _of_the_chosen(desk) if desk.filters.sectors else _sectors(desk)
    return paragraph([*first, _large(desk), *_batches(desk)], desk.words)


def _scope(desk: Desk, without: str = "") -> str:
    return scope(desk.filters, desk.source.city, desk.words, without)


def _with_share(desk: Desk, clauses: list[str], share: str, narrowed: Mapping[str, Narrowed]) -> str:
    """Clauses that end with a share, by how much it has changed, or in a sentence of its own that it hasn't."""
    words = desk.words
    changed = desk.moved(share, desk.year_end, **narrowed)
    same = desk.same(words("this share"), share, desk.year_end, **narrowed)
    return paragraph([sentence([*clauses, changed], words), same], words)


def _large(desk: Desk) -> str:
    """Projects of at least 1 亿元, unless a size is chosen."""
    if desk.filters.sizes:
        return ""
    words, said, large = desk.words, _scope(desk), large_sizes()
    share = words("{share} of all projects of {scope}", scope=said, share=desk.share(BY_COUNT, of_sizes=large))
    clauses = [
        words("projects of at least 100 million yuan number {large} in {scope}", scope=said,
              large=desk.count("projects_over_1y", "plain")),
        desk.moved("projects_over_1y", desk.year_end),
        share if desk.level("projects_over_1y").numerator else "",
    ]  # fmt: skip
    same = desk.same(words("their number"), "projects_over_1y", desk.year_end)
    return paragraph([sentence(clauses, words), same], words)


def _sectors(desk: Desk) -> list[str]:
    """The sectors with most projects by count, and the one with most money."""
    rows = [row for row in desk.rows("share_by_sector", desk.filters) if row.sector in desk.source.city.sectors]
    whole = int(desk.level("projects").numerator)
    for row in rows:
        desk.hold("projects", counted(row.projects), sectors=[row.sector])
        desk.hold(BY_COUNT, ratio(row.projects, whole), of_sectors=[row.sector])
    largest = [row.sector for row in sorted(rows, key=lambda row: -row.projects)]
    money = {row.sector: row.total_wan or 0 for row in rows}
    richest = max(money, key=lambda code: money[code], default="")
    named = [_sector_by_count(desk, code) for code in largest[:SECTORS_NAMED]]
    return [*named, _sector_by_money(desk, richest)] if richest and money[richest] else named


def _sector(desk: Desk, code: str) -> str:
    return kind("sector", code, desk.filters.as_of, desk.source.city, desk.words)


def _sector_by_count(desk: Desk, code: str) -> str:
    words, said = desk.words, _scope(desk)
    number = words("{sector} accounts for {count} of the projects of {scope}", scope=said,
                    sector=_sector(desk, code), count=desk.count("projects", "plain", sectors=[code]))  # fmt: skip
    share = words("{share} of all projects of {scope}", scope=said, share=desk.share(BY_COUNT, of_sectors=[code]))
    return _with_share(desk, [number, share], BY_COUNT, {"of_sectors": [code]})


def _sector_by_money(desk: Desk, code: str) -> str:
    words, said = desk.words, _scope(desk)
    summed = words("{sector} in {scope} has a total investment of {total}", scope=said,
                   sector=_sector(desk, code), total=desk.money("total_investment", sectors=[code]))  # fmt: skip
    share = words("{share} of the total investment of {scope}", scope=said,
                  share=desk.share(BY_MONEY, of_sectors=[code]))  # fmt: skip
    return _with_share(desk, [summed, share], BY_MONEY, {"of_sectors": [code]})


def _of_the_chosen(desk: Desk) -> list[str]:
    """What part the chosen sectors are of all, by count and by money."""
    words, narrowed = desk.words, {"of_sectors": desk.filters.sectors, "sectors": None}
    part, wide, said = _scope(desk), _scope(desk, without="sector"), []
    for question, text in CHOSEN.items():
        if share := desk.share(question, **narrowed):
            said.append(_with_share(desk, [words(text, part=part, scope=wide, share=share)], question, narrowed))
    return said


def _batches(desk: Desk) -> list[str]:
    """The batches of the year: how many projects, how much money, how many have started."""
    if desk.filters.batches:
        return []
    year = f"{desk.filters.as_of.year}-"
    choices = desk.source.engine.ask("choices", as_ofs=[desk.filters.as_of])
    codes = sorted(row.code for row in choices if row.kind == "batch" and row.code.startswith(year))
    return [_batch(desk, code) for code in codes if desk.level("projects", batches=[code]).numerator]


def _batch(desk: Desk, code: str) -> str:
    words = desk.words
    clauses = [
        words("the {batch} comprises {count} of the projects of {scope}", scope=_scope(desk),
              batch=batch(code, desk.filters.as_of, words), count=desk.count("projects", "plain", batches=[code])),
        words("with a total investment of {total}", total=desk.money("total_investment", batches=[code])),
        words("{started} of them started", started=desk.count("started", "plain", batches=[code])),
    ]  # fmt: skip
    return sentence(clauses, words)
