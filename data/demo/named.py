"""The projects that the city named in print: printed facts are listed in `published_fields`, and nothing else is fact.

Source: the printed report on the city's fourth-quarter concentrated start, autumn 2022; the
printed numbers themselves are read from the reference file. They get no invented delay,
problem or quarrel.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from data.demo.printed import printed, wan

BATCH = "2022-Q4"
BATCH_DAY = dt.date(2022, 9, 30)
LITHIUM, XINGCHENG_WIND, GIGAWATT_WIND, HERBS = (
    "2201-211402-04-02-000001", "2203-211481-04-01-000002", "2201-211400-04-01-000003", "2003-211402-04-01-000012",
)  # fmt: skip
PUMPED_STORAGE_MW = 1_200


def _named(
    project_id: str, name: str, county: str, sector: str, status: str, total_wan: Any, printed_: str, **more: Any
) -> dict[str, Any]:
    return {
        "project_id": project_id, "name": name, "county_code": county, "sector": sector, "year_status": status,
        "total_wan": total_wan, "nature": "new_build", "is_named": True, "park": None, "ownership": "state",
        "published_fields": ["name", *printed_.split()], **more,
    }  # fmt: skip


def named_projects() -> list[dict[str, Any]]:
    """Twelve projects; amounts, dates and counties that were not printed are illustrative."""
    return [*_new_starts(), *_continued()]


def _new_starts() -> list[dict[str, Any]]:
    return [
        _named(LITHIUM, "虹京科技电池级碳酸锂技改项目", "211402", "industry", "new_start", 85_000,
               "county_code sector park nature output_capacity output_unit annual_output_wan planned_finish owner",
               nature="retrofit", park="打渔山经济开发区", output_capacity=printed("F08"), output_unit="万吨/年",
               annual_output_wan=wan("F09"), planned_finish=dt.date(2022, 12, 31), start=dt.date(2022, 3, 18),
               owner="葫芦岛虹京科技有限公司", ownership="private"),
        _named(XINGCHENG_WIND, "中船风电兴城一期20万千瓦风电项目", "211481", "energy", "new_start", wan("F11"),
               "county_code sector energy_kind total_wan capacity_mw annual_energy_mwh coal_saved_t batch_id "
               "actual_start",
               energy_kind="wind", capacity_mw=printed("F10") * 10, annual_energy_mwh=printed("F12") * 100_000,
               coal_saved_t=printed("F13") * 10_000, batch_id=BATCH, start=BATCH_DAY),
        _named(GIGAWATT_WIND, "100万千瓦风电项目", "multi", "energy", "new_start", 650_000,
               "sector energy_kind capacity_mw",
               county_codes=["211402", "211404", "211481"], energy_kind="wind", capacity_mw=printed("F24") * 10,
               start=dt.date(2022, 6, 16)),
        _named("2112-211400-04-02-000005", "京哈高速公路改扩建项目", "multi", "infrastructure", "new_start", 1_680_000,
               "nature", nature="expansion", lead_unit="市交通运输局", start=dt.date(2022, 5, 20),
               county_codes=["211421", "211481", "211402", "211403"]),
        _named("2105-211481-04-01-000008", "兴城抽水蓄能电站项目", "211481", "energy", "new_start", 1_010_000,
               "county_code energy_kind", energy_kind="pumped_storage", capacity_mw=PUMPED_STORAGE_MW,
               start=dt.date(2022, 6, 28)),
    ]  # fmt: skip


def _continued() -> list[dict[str, Any]]:
    return [
        _named("1601-211481-04-01-000004", "徐大堡核电项目", "211481", "energy", "continued", 4_800_000, "energy_kind",
               energy_kind="nuclear", start=dt.date(2019, 10, 15)),
        _named("1909-211400-04-01-000006", "赤峰至绥中高速公路凌源至绥中PPP项目", "multi", "infrastructure",
               "continued", 1_270_000, "", lead_unit="市交通运输局", ownership="mixed",
               county_codes=["211422", "211421"], start=dt.date(2020, 9, 10)),
        _named("1906-211481-04-01-000007", "原子能研究院京外基地项目", "211481", "services", "continued", 1_120_000, "",
               lead_unit="市发展改革委", start=dt.date(2020, 4, 20)),
        _named("2004-211404-04-01-000009", "辽能南票风电项目", "211404", "energy", "continued", 78_000,
               "county_code energy_kind", energy_kind="wind", start=dt.date(2021, 5, 12)),
        _named("2007-211403-04-01-000010", "德威生物医药中间体项目", "211403", "industry", "continued", 32_000, "owner",
               owner="辽宁德威生物科技有限公司", ownership="private", start=dt.date(2021, 6, 8)),
        _named("2008-211402-04-01-000011", "打渔山京津冀产业园项目", "211402", "services", "continued", 96_000,
               "county_code", ownership="mixed", start=dt.date(2021, 4, 16)),
        _named(HERBS, "高峰中草药材种植加工项目", "211402", "agriculture", "continued", printed("F77"),
               "county_code sector total_wan area_ha owner", area_ha=printed("F79"),
               owner="高峰中草药材专业合作社", ownership="private",
               start=dt.date(2021, 4, 6)),
    ]  # fmt: skip
