"""What is true of the ledger, in plain Python over the published files: no query, no checker, one measure a line."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

import pyarrow.parquet as pq

from data.city import city
from data.snapshots import Store

Row = dict[str, Any]
CODES = {
    "县区": ("county_code", {d.label.zh: d.code for d in city().divisions}),
    "领域": ("sector", {label.zh: code for code, label in city().sectors.items()}),
    "性质": ("nature", {"新建": "new_build", "扩建": "expansion", "技改": "retrofit", "迁建": "relocation"}),
    "批次": ("batch_id", {}),
    "会议": ("kind", {"云调度": "cloud_dispatch", "现场": "on_site", "专题": "special"}),
}
SIZES = {"亿元以上": (1, None), "百亿元以上": (100, None), "10亿元以上": (10, None), "亿元以下": (0, 1), "1-10亿元": (1, 10),
         "10-100亿元": (10, 100), "500万元以上": (Decimal("0.05"), None)}  # fmt: skip


def amount(rows: Iterable[Row], column: str, per: int = 10_000) -> Decimal:
    return sum((row[column] or Decimal(0) for row in rows), Decimal(0)) / per


def before(day: dt.date | None, as_of: dt.date) -> bool:
    return day is not None and day <= as_of


def has_started(p: Row) -> bool:
    return before(p["actual_start"] if p["year_status"] == "new_start" else p["resumed_on"], p["as_of"])


def is_new(p: Row) -> bool:
    return p["year_status"] == "new_start"


def is_finished(p: Row) -> bool:
    return before(p["actual_finish"], p["as_of"]) and p["actual_finish"].year == p["plan_year"]


def this_year(day: dt.date | None, as_of: dt.date) -> bool:
    return before(day, as_of) and day.year == as_of.year


def is_signed(d: Row) -> bool:
    return this_year(d["signed_on"], d["as_of"])


def has_landed(d: Row) -> bool:
    return is_signed(d) and this_year(d["landed_on"], d["as_of"])


def was_due(p: Row) -> bool:
    return is_new(p) and before(p["planned_start"], p["as_of"])


def finish_due(p: Row) -> bool:
    return before(p["planned_finish"], p["as_of"]) and p["planned_finish"].year == p["plan_year"]


def in_substance(p: Row) -> bool:
    entered = before(p["stats_entry_on"], p["as_of"]) and p["stats_entry_on"].year == p["plan_year"]
    return (p["year_done_wan"] or 0) > 0 or entered


def is_open(problem: Row) -> bool:
    return not before(problem["resolved_on"], problem["as_of"])


def on_time(problem: Row) -> bool:
    return problem["resolved_on"] is not None and problem["resolved_on"] <= problem["due_on"]


def per_cent(part: Decimal | int, whole: Decimal | int) -> Decimal:
    return 100 * Decimal(part) / Decimal(whole)


def count(test: Callable[[Row], bool], rows: Iterable[Row]) -> Decimal:
    return Decimal(sum(bool(test(row)) for row in rows))


def everything(_row: Row) -> bool:
    return True


Measure = tuple[str, Callable[[list[Row]], Decimal]]
MEASURES: dict[str, Measure] = {
    "项目数": ("projects", lambda r: count(everything, r)),
    "总投资": ("projects", lambda r: amount(r, "total_wan")),
    "已开工": ("projects", lambda r: count(has_started, r)),
    "开工率": ("projects", lambda r: per_cent(count(has_started, r), len(r))),
    "应开工": ("projects", lambda r: count(was_due, r)),
    "应开工项目开工率": (
        "projects",
        lambda r: per_cent(count(lambda p: was_due(p) and has_started(p), r), count(was_due, r)),
    ),
    "实质性开工率": ("projects", lambda r: per_cent(count(in_substance, r), len(r))),
    "新开工": ("projects", lambda r: count(lambda p: is_new(p) and has_started(p), r)),
    "本月新开工": (
        "projects",
        lambda r: count(lambda p: is_new(p) and has_started(p) and p["actual_start"] >= p["as_of"].replace(day=1), r),
    ),
    "计划新开工": ("projects", lambda r: count(is_new, r)),
    "续建": ("projects", lambda r: count(lambda p: p["year_status"] == "continued", r)),
    "复工": ("projects", lambda r: count(lambda p: p["year_status"] == "continued" and has_started(p), r)),
    "复工率": (
        "projects",
        lambda r: per_cent(count(lambda p: not is_new(p) and has_started(p), r), count(lambda p: not is_new(p), r)),
    ),
    "未开工": ("projects", lambda r: count(lambda p: not has_started(p), r)),
    "竣工": ("projects", lambda r: count(is_finished, r)),
    "按期竣工": ("projects", lambda r: count(lambda p: finish_due(p) and is_finished(p), r)),
    "按期竣工率": (
        "projects",
        lambda r: per_cent(count(lambda p: finish_due(p) and is_finished(p), r), count(finish_due, r)),
    ),
    "年度计划投资": ("projects", lambda r: amount(r, "year_plan_wan")),
    "年度完成投资": ("projects", lambda r: amount(r, "year_done_wan")),
    "投资完成率": ("projects", lambda r: per_cent(amount(r, "year_done_wan"), amount(r, "year_plan_wan"))),
    "到位资金": ("projects", lambda r: amount(r, "funds_in_place_wan")),
    "民间投资": ("projects", lambda r: amount([p for p in r if p["ownership"] == "private"], "total_wan")),
    "民间投资占比": (
        "projects",
        lambda r: per_cent(amount([p for p in r if p["ownership"] == "private"], "total_wan"), amount(r, "total_wan")),
    ),
    "包保项目": ("projects", lambda r: count(lambda p: p["sponsor"] is not None, r)),
    "县区数": (
        "projects",
        lambda r: Decimal(
            len({p["county_code"] for p in r} & {d.code for d in city().divisions if d.kind == "county"})
        ),
    ),
    "领域数": ("projects", lambda r: Decimal(len({p["sector"] for p in r}))),
    "装机容量": ("projects", lambda r: amount(r, "capacity_mw", 10)),
    "年发电量": ("projects", lambda r: amount(r, "annual_energy_mwh", 100_000)),
    "签约": ("deals", lambda r: count(is_signed, r)),
    "签约额": ("deals", lambda r: amount(filter(is_signed, r), "signed_wan")),
    "落地": ("deals", lambda r: count(has_landed, r)),
    "落地额": ("deals", lambda r: amount(filter(has_landed, r), "landed_wan")),
    "落地率（个数）": ("deals", lambda r: per_cent(count(has_landed, r), count(is_signed, r))),
    "落地率（金额）": (
        "deals",
        lambda r: per_cent(amount(filter(has_landed, r), "landed_wan"), amount(filter(is_signed, r), "signed_wan")),
    ),
    "招商人次": ("visits", lambda r: amount(r, "person_times", 1)),
    "招商天次": ("visits", lambda r: amount(r, "day_times", 1)),
    "走访企业": ("visits", lambda r: amount(r, "enterprises_visited", 1)),
    "对接项目": ("visits", lambda r: amount(r, "projects_matched", 1)),
    "调度会": ("meetings", lambda r: count(everything, r)),
    "问题总数": ("problems", lambda r: count(everything, r)),
    "未销号": ("problems", lambda r: count(is_open, r)),
    "已销号": ("problems", lambda r: count(lambda p: not is_open(p), r)),
    "逾期未销号": (
        "problems",
        lambda r: count(lambda p: is_open(p) and before(p["due_on"], p["as_of"] - dt.timedelta(1)), r),
    ),
    "销号率": ("problems", lambda r: per_cent(count(lambda p: not is_open(p), r), len(r))),
    "按期销号率": (
        "problems",
        lambda r: per_cent(
            count(lambda p: before(p["due_on"], p["as_of"]) and not is_open(p) and on_time(p), r),
            count(lambda p: before(p["due_on"], p["as_of"]), r),
        ),
    ),
}


class Truths:
    """The published files of a store, read straight."""

    def __init__(self, store: Store) -> None:
        self.folders = store.open().folders
        self._held: dict[tuple[dt.date, str], list[Row]] = {}

    def rows(self, day: dt.date, table: str) -> list[Row]:
        if (day, table) not in self._held:
            found = pq.read_table(self.folders[day].file(table), partitioning=None).to_pylist()
            rows = [row | {"as_of": day} for row in found]
            self._held[day, table] = [row for row in rows if self._counts(row, table, day)]
        return self._held[day, table]

    def _counts(self, row: Row, table: str, day: dt.date) -> bool:
        if table == "projects":
            return bool(row["year_status"] != "preparatory")
        if table == "problems":
            planned = {p["project_id"] for p in self.rows(day, "projects")}
            return row["project_id"] in planned and before(row["raised_on"], day)
        if table == "visits":
            return this_year(row["month"], day)
        return table != "meetings" or this_year(row["held_on"], day)

    def value(self, measure: str, where: str, of: str, day: dt.date, compared: dt.date | None) -> Decimal:
        """The value as it would be printed: counts, 亿元, 万千瓦, per cent; for a comparison the change."""
        if measure.endswith("增长率"):
            assert compared
            name = measure.removesuffix("增长率")
            now, then = self._level(name, where, of, day), self._level(name, where, of, compared)
            return per_cent(now - then, then)
        now = self._level(measure, where, of, day)
        return now if compared is None else now - self._level(measure, where, of, compared)

    def _level(self, measure: str, where: str, of: str, day: dt.date) -> Decimal:
        if measure.startswith("指标："):
            name = measure.removeprefix("指标：")
            rows = [r for r in self.rows(day, "indicators") if r["indicator"] == name and r["county_code"] is None]
            latest = max(rows, key=lambda r: r["period_end"])
            return latest["target"] if latest["value"] is None else latest["value"]
        if measure in ("占比（个数）", "占比（投资）"):
            rows = self._where(where, self.rows(day, "projects"))
            part = self._where(of, rows)
            if measure == "占比（个数）":
                return per_cent(len(part), len(rows))
            return per_cent(amount(part, "total_wan"), amount(rows, "total_wan"))
        table, found = MEASURES[measure]
        return found(self._where(where, self.rows(day, table)))

    def _where(self, where: str, rows: list[Row]) -> list[Row]:
        for one in filter(None, where.split("；")):
            name, _, named = one.partition("=")
            rows = [row for row in rows if self._fits(row, name, named)]
        return rows

    def _fits(self, row: Row, name: str, named: str) -> bool:
        if name == "包保":
            return row["sponsor"] is not None
        if name == "规模":
            low, high = SIZES[named]
            return row["total_wan"] >= low * 10_000 and (high is None or row["total_wan"] < high * 10_000)
        if "project_id" in row and name != "会议" and "county_code" not in row:  # a problem is where its project is
            projects = {p["project_id"]: p for p in self.rows(row["as_of"], "projects")}
            row = projects[row["project_id"]]
        column, codes = CODES[name]
        return row[column] in [codes.get(one, one) for one in named.split("、")]


def holds(says: str, value: Decimal) -> bool:
    """Whether what a figure says (`=84.6`, `>400`, `≈40`, `5~10`) is true of the value."""
    if "~" in says:
        low, high = (Decimal(part) for part in says.split("~"))
        return low <= value <= high
    for sign, test in (("≥", Decimal.__ge__), ("≤", Decimal.__le__), (">", Decimal.__gt__), ("<", Decimal.__lt__)):
        if says.startswith(sign):
            return test(value, Decimal(says[1:]))
    printed = says[1:]
    if says.startswith("≈"):
        return abs(value - Decimal(printed)) <= abs(Decimal(printed)) / 20
    step = Decimal(1).scaleb(-len(printed.partition(".")[2]))
    return value.quantize(step, rounding=ROUND_HALF_UP) == Decimal(printed)
