"""The units of the ledger and of the printed figures, in both languages."""

from __future__ import annotations

UNITS_IN_ENGLISH = {
    "万元": "10,000 yuan", "亿元": "100m yuan", "亿元/年": "100m yuan a year", "MW": "MW", "万千瓦": "10 MW", "MWh": "MWh",
    "亿千瓦时": "100m kWh", "吨": "t", "万吨": "10,000 t", "万吨/年": "10,000 t a year", "公顷": "ha", "%": "%", "°": "°",
    "个百分点": "pp", "个": "", "家": "", "家(次)": "times", "项": "", "次": "", "人": "persons", "支": "teams",
    "人次": "person-times", "天次": "person-days", "年": "years", "年内": "years at most", "小时": "hours",
}  # fmt: skip


def unit_label(unit: str, language: str) -> str:
    """The word for a unit; counted things need none in English."""
    return unit if language == "zh" else UNITS_IN_ENGLISH.get(unit, unit)
