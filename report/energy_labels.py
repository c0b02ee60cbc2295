"""The labels of the columns that only the questions about energy have."""

from __future__ import annotations

ENERGY_LABELS = {
    "part": "Part",
    "count_pct_before": "Share by count, before (%)",
    "money_pct_before": "Share by money, before (%)",
    "count_pct_year_before": "Share by count, year before (%)",
    "money_pct_year_before": "Share by money, year before (%)",
    "base_wan": "Base",
    "stating": "State a capacity",
    "capacity_pct": "Share of capacity (%)",
    "commitment": "State",
    "days_late": "Days late",
    "site": "Site",
    "site_en": "Site, in English",
    "units": "Units",
    "operating_mw": "In operation (MW)",
    "construction_mw": "Under construction (MW)",
    "planned_mw": "Planned (MW)",
    "retired_mw": "Retired (MW)",
    "later_mw": "Begun later (MW)",
    "is_later": "Begun later",
    "unit_status": "Status",
    "co2_per_t_standard_coal": "t of CO₂ per t of standard coal",
    "is_compared": "At the compared date",
    "is_year_before": "At the end of the year before",
    "is_energy": "Energy",
}
