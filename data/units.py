"""The units of the ledger and of the printed figures, in both languages."""

from __future__ import annotations

UNITS_IN_ENGLISH = {
    "万元": "10,000 yuan", "亿元": "100m yuan", "亿元/年": "100m yuan a year", "MW": "MW", "万千瓦": "10 MW", "MWh": "MWh",
    "亿千瓦时": "100m kWh", "吨": "t", "万吨": "10,000 t", "万吨/年": "10,000 t a year", "公顷": "ha", "%": "%", "°": "°",
    "个百分点": "pp", "个": "", "家": "", "家(次)": "times", "项": "", "次": "", "人": "persons", "支": "teams",
    "人次": "person-times", "天次": "person-days", "年": "years", "年内": "years at most", "小时": "hours",
}  # fmt: skip

# unit of a column → other units that a header may declare, and how many of the column's one of them is; all exact
FACTORS = {
    "万元": {"亿元": 10_000, "100m yuan": 10_000, "100 million yuan": 10_000},
    "MW": {"兆瓦": 1, "万千瓦": 10, "GW": 1_000, "吉瓦": 1_000},
    "MWh": {"兆瓦时": 1, "万千瓦时": 10, "万度": 10, "GWh": 1_000, "亿千瓦时": 100_000, "亿度": 100_000},
    "吨": {"吨标准煤": 1, "吨标煤": 1, "万吨": 10_000, "万吨标准煤": 10_000, "万吨标煤": 10_000},
}


def unit_label(unit: str, language: str) -> str:
    """The word for a unit; counted things need none in English."""
    return unit if language == "zh" else UNITS_IN_ENGLISH.get(unit, unit)
