"""A sample for every chart: three amounts in, the rows of that chart out. A new chart adds one entry to SAMPLES."""

from __future__ import annotations

import calendar
import datetime as dt
import importlib
from collections.abc import Callable, Sequence
from decimal import Decimal
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

from charts import funds_by_source, start_rate_bridge
from charts.energy import kind_said
from charts.problem_ageing import band
from data.city import city
from tests.spec import campaign_samples
from words import Words

Amounts = Sequence[int]
CHARTS = Path(__file__).parents[2] / "charts"
COUNTIES, SECTORS = ("211402", "211481", "multi"), ("energy", "industry", "services")
SIZES, SOURCES = ("500w_1y", "1y_10y", "100y_up"), ("central", "bank", "other")
PROJECTS = ("№ 1", "№ 2", "№ 3")
KINDS, BATCHES = ("coal", "nuclear", "wind"), ("2022-1", "2022-2", "2022-3")
STEPS = ("newly_started", "withdrawn", "newly_listed")
END = {month: dt.date(2022, month, calendar.monthrange(2022, month)[1]) for month in range(1, 13)}


def modules() -> dict[str, ModuleType]:
    """Every chart by its name, from the files of the folder: what has a finding and draws."""
    found = {path.stem: importlib.import_module(f"charts.{path.stem}") for path in sorted(CHARTS.glob("[a-z]*.py"))}
    return {name: module for name, module in found.items() if hasattr(module, "finding") and hasattr(module, "draw")}


class Sample(NamedTuple):
    """How a chart's rows follow from one amount for each of its categories, and what the categories are called.

    A chart whose title names no category has no `names`; `varied` are amounts of which each must give
    another title, `tied` those at which nobody is ahead. `codes` are the categories as the chart marks them.
    """

    rows: Callable[[Amounts], list[Any]]
    names: Callable[[Words], list[str]] = lambda words: []
    codes: Sequence[str] = ()
    varied: Sequence[Amounts] = ((50, 30, 20), (20, 50, 30), (30, 20, 50))
    tied: Amounts = (40, 40, 20)


def wan(amount: int) -> Decimal:
    """An amount of 亿元 as a column holds it."""
    return Decimal(amount) * 10_000


def share(amount: int, amounts: Amounts) -> float | None:
    return 100 * amount / sum(amounts) if sum(amounts) else None


def labels(kind: str, codes: Sequence[str]) -> Callable[[Words], list[str]]:
    return lambda words: [city().label(kind, code, words.language) for code in codes]


def by_code(codes: Sequence[str], kind: str, row: Callable[[str, int, Amounts], Any]) -> Sample:
    """A chart with one row a code."""
    return Sample(
        lambda amounts: [row(code, amount, amounts) for code, amount in zip(codes, amounts, strict=False)],
        labels(kind, codes), codes,
    )  # fmt: skip


def of(name: str) -> Any:
    """The row type of a chart."""
    return importlib.import_module(f"charts.{name}").Row


def shares(name: str) -> Callable[[str, int, Amounts], Any]:
    """A row with its share by count and by money."""
    return lambda code, n, all_n: of(name)(code, n, wan(n), share(n, all_n), share(n, all_n))


def changes(name: str) -> Callable[[str, int, Amounts], Any]:
    """A row with the amount before, after and between."""
    return lambda code, n, _: of(name)(code, wan(10), wan(10 + n), wan(n))


def courses(amounts: Amounts) -> list[Any]:
    """Counties that all begin alike in July; the last value is the one that counts."""
    row = of("county_courses")
    return [
        row(code, day, 10, float(pct))
        for code, amount in zip(COUNTIES_ALONE, amounts, strict=False)
        for day, pct in ((END[7], 10), (END[9], amount))
    ]


COUNTIES_ALONE = ("211402", "211481", "211403")


def bridge(amounts: Amounts) -> list[Any]:
    """From 10% upwards, one step an amount."""
    row, level = of("start_rate_bridge"), 10.0
    rows = [row("before", 100, 100, 10, level, None)] if amounts else []
    for step, amount in zip(STEPS, amounts, strict=False):
        level += amount / 10
        rows.append(row(step, amount, 100, 10, level, amount / 10))
    return [*rows, row("after", 100, 100, 10, level, None)] if amounts else []


def months(amounts: Amounts) -> list[Any]:
    """A year of months, done as the amounts say; only where they differ is there a plan that names the last one."""
    row, plan = of("investment_by_month"), wan(30) if len({*amounts}) > 1 else None
    known = {month: wan(amount) for month, amount in enumerate(amounts, 1)}
    return [row(month, END[month] if month in known else None, plan, known.get(month)) for month in END if known]


def curve(amounts: Amounts) -> list[Any]:
    """Done so far at the end of each of the first months, against 30 a month."""
    row, plan = of("investment_curve"), 30 if any(amounts) else 0
    known = {month: wan(amount) for month, amount in enumerate(amounts, 1)}
    return [
        row(month, END[month] if month in known else None, wan(plan * month), known.get(month))
        for month in END
        if known
    ]


def starts(amounts: Amounts) -> list[Any]:
    """New starts so far at the end of each of the first months, against 10 a month."""
    row, plan = of("starts_by_month"), 10 if any(amounts) else 0
    known = dict(enumerate(amounts, 1))
    return [row(month, plan * month, known.get(month), known.get(month)) for month in range(1, 13)] if amounts else []


def tree(amounts: Amounts) -> list[Any]:
    row = of("investment_tree")
    return [
        row("211402", "energy", f"P{place}", name, wan(amount))
        for place, (name, amount) in enumerate(zip(PROJECTS, amounts, strict=False))
    ]


def measures(code: str, n: int, _: Amounts) -> Any:
    """Every measure alike, now and before."""
    return of("county_bars")(code, n, wan(n), *[float(n)] * 3, 0, wan(0), None, None, None)


def kind_names(words: Words) -> list[str]:
    """The kinds as a title says them."""
    return [kind_said(kind, words) for kind in KINDS]


def parts(batch: str, n: int, all_n: Amounts) -> Any:
    """A batch whose share of energy, by count and by money, goes with the amount, and was half of it before."""
    return of("energy_share")("batch", batch, n, 200, n / 2, n / 4, wan(n), wan(200), n / 2, n / 4)


def kinds(kind: str, n: int, all_n: Amounts) -> Any:
    """A kind with as much capacity as money."""
    return of("energy_kinds")(kind, n, wan(n), share(n, all_n), n, Decimal(n), share(n, all_n))


def unit_kinds(kind: str, n: int, _: Amounts) -> Any:
    """A kind of which all stages have the amount."""
    return of("energy_unit_kinds")(kind, n, *[Decimal(n)] * 4)


def sites(amounts: Amounts) -> list[Any]:
    """A site of each kind in a county of its own; all stages have the amount."""
    row, mw = of("energy_map"), [Decimal(amount) for amount in amounts]
    return [
        row(f"厂址{place}", f"Site {place}", kind, county, 120.5, 40.5, 1, n, n, n, n, n)
        for place, (kind, county, n) in enumerate(zip(KINDS, COUNTIES_ALONE, mw, strict=False))
    ]


def lights(code: str, n: int, _: Amounts) -> Any:
    """A county with as many late projects, and one of each other light."""
    return of("lights_by_county")(code, n + 3, n, 1, 1, 1)


def timetable(amounts: Amounts) -> list[Any]:
    """A milestone an amount, open and late by so many days; the first one is committed."""
    return [
        of("project_timetable")(END[9], name, name == PROJECTS[0], END[9] - dt.timedelta(n), None, n or None, END[12])
        for name, n in zip(PROJECTS, amounts, strict=False)
    ]


def money(amounts: Amounts) -> list[Any]:
    """Done so far at the end of each of the first months, of a plan of 30 a month; none where nothing is done."""
    row, plan = of("project_money"), 30 if any(amounts) else 0
    known = {month: wan(amount) for month, amount in enumerate(amounts, 1)}
    return [row(month, END[month], wan(plan * month), known.get(month)) for month in END if known]


def stages(amounts: Amounts) -> list[Any]:
    """A hundred deals matched and signed, of which as many have landed as the first amount says."""
    row, landed = of("deal_funnel"), amounts[0] if amounts else 0
    if not any(amounts):
        return []
    return [
        row("matched", 100, None, None, None), row("signed", 100, wan(100), 100.0, None),
        row("landed", landed, wan(landed), float(landed), float(landed)),
    ]  # fmt: skip


def signed_months(amounts: Amounts) -> list[Any]:
    """Signed in the first months as the amounts say; nothing has landed."""
    row = of("deals_by_month")
    known = {month: wan(amount) for month, amount in enumerate(amounts, 1)}
    return [row(month, known.get(month), wan(0) if month in known else None) for month in END if known]


def visits(amounts: Amounts) -> list[Any]:
    """Every activity of the first months as the amounts say."""
    row, known = of("visits_by_month"), dict(enumerate(amounts, 1))
    return [row(month, *[known.get(month)] * 4) for month in END if known]


BANDS = ((0, 15), (16, 30), (91, None))


def ageing(amounts: Amounts) -> list[Any]:
    """A band of days an amount, half of it overdue."""
    row = of("problem_ageing")
    return [row(*days, n, n // 2, n - n // 2, 0) for days, n in zip(BANDS, amounts, strict=False)]


def bands(words: Words) -> list[str]:
    """The bands as a title says them."""
    return [band(row, words) for row in ageing((0, 0, 0))]


def problems(amounts: Amounts) -> list[Any]:
    """Cleared in each of the first months as the amounts say, of 20 raised."""
    row, raised, known = of("problems_by_month"), 20 if any(amounts) else 0, dict(enumerate(amounts, 1))
    return [
        row(month, END[month], raised, known[month], raised) if month in known else row(month, None, None, None, None)
        for month in END
    ]


def sponsored(amounts: Amounts) -> list[Any]:
    """A leader an amount, with as many late projects; each has one more that is on time."""
    row = of("sponsored_timetable")
    return [
        row(END[9], name, None, f"{name} {place}", light, END[2], END[12], END[3], None, None, True, 6, 2, 1)
        for name, n in zip(PROJECTS, amounts, strict=False)
        for place, light in enumerate(("red",) * n + ("green",))
    ]


SAMPLES = {
    "campaign_phases": Sample(campaign_samples.phases, labels("campaign", campaign_samples.CAMPAIGNS)),
    "campaign_progress": Sample(campaign_samples.ways, lambda words: list(PROJECTS)),
    "deal_funnel": Sample(stages, varied=((50, 0, 0), (20, 0, 0), (30, 0, 0)), tied=(40, 40, 20)),
    "deals_by_month": Sample(signed_months, lambda words: [words.month(month) for month in (1, 2, 3)]),
    "visits_by_month": Sample(visits, lambda words: [words.month(month) for month in (1, 2, 3)]),
    "county_bars": by_code(COUNTIES_ALONE, "county", measures)._replace(
        names=lambda words: [], varied=((50, 30, 20), (60, 30, 10), (90, 5, 2))
    ),
    "county_map": by_code(COUNTIES_ALONE, "county", measures),
    "county_courses": Sample(courses, labels("county", COUNTIES_ALONE), COUNTIES_ALONE),
    "energy_kinds": by_code(KINDS, "energy_kind", kinds)._replace(names=kind_names, codes=()),
    "energy_map": Sample(sites, kind_names, COUNTIES_ALONE),
    "energy_share": by_code(BATCHES, "", parts)._replace(names=lambda words: list(BATCHES)),
    "energy_unit_kinds": by_code(KINDS, "energy_kind", unit_kinds)._replace(names=kind_names, codes=()),
    "funds_by_source": by_code(
        SOURCES, "", lambda code, n, all_n: of("funds_by_source")(code, wan(n), share(n, all_n))
    )._replace(names=lambda words: [words(funds_by_source.SOURCES[code]) for code in SOURCES], codes=()),
    "investment_by_county": by_code(
        COUNTIES, "county", lambda code, n, _: of("investment_by_county")(code, n, wan(n))
    ),
    "investment_by_month": Sample(months, lambda words: [words.month(month) for month in (1, 2, 3)]),
    "investment_by_size": by_code(SIZES, "size", shares("investment_by_size")),
    "investment_change_by_county": by_code(COUNTIES, "county", changes("investment_change_by_county")),
    "investment_change_by_sector": by_code(SECTORS, "sector", changes("investment_change_by_sector")),
    "investment_curve": Sample(curve, varied=((10, 20, 30), (10, 20, 90), (30, 60, 100)), tied=(10, 20, 90)),
    "investment_tree": Sample(tree, lambda words: list(PROJECTS)),
    "lights_by_county": by_code(COUNTIES_ALONE, "county", lights),
    "problem_ageing": Sample(ageing, bands),
    "problems_by_month": Sample(problems, varied=((10, 20, 30), (10, 20, 20), (30, 60, 10)), tied=(10, 20, 20)),
    "project_money": Sample(money, varied=((10, 20, 30), (10, 20, 90), (30, 60, 100)), tied=(10, 20, 90)),
    "project_timetable": Sample(timetable, lambda words: list(PROJECTS)),
    "share_by_sector": by_code(SECTORS, "sector", shares("share_by_sector")),
    "sponsored_timetable": Sample(sponsored, lambda words: list(PROJECTS)),
    "start_rate_bridge": Sample(
        bridge, lambda words: [words(start_rate_bridge.STEPS[step]) for step in STEPS]
    ),
    "starts_by_month": Sample(starts, varied=((1, 2, 3), (10, 20, 30), (11, 22, 33)), tied=(10, 20, 30)),
}  # fmt: skip
