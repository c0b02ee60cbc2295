"""What the columns of answers are called that the ledger's own dictionary doesn't name."""

from __future__ import annotations

from report.attraction_labels import ATTRACTION_LABELS
from report.campaign_labels import CAMPAIGN_LABELS
from report.energy_labels import ENERGY_LABELS
from report.problem_labels import PROBLEM_LABELS
from report.project_labels import PROJECT_LABELS

COLUMN_LABELS = (
    PROJECT_LABELS
    | ENERGY_LABELS
    | ATTRACTION_LABELS
    | CAMPAIGN_LABELS
    | PROBLEM_LABELS
    | {
        "place": "Rank",
        "moved": "Moved",
        "score": "Score",
        "done_pct": "Year plan done (%)",
        "entered_pct": "In the statistics (%)",
        "cleared_pct": "Problems cleared (%)",
        "light": "Light",
        "late": "Late",
        "slipping": "Slipping",
        "no_evidence": "No evidence",
        "on_time": "On time",
        "projects_before": "Projects, before",
        "total_wan_before": "Total investment, before",
        "started_pct_before": "Start rate, before (%)",
        "done_pct_before": "Year plan done, before (%)",
        "energy_pct": "Energy share by money (%)",
        "energy_pct_before": "Energy share by money, before (%)",
        "source": "Source",
        "funds_wan": "Funds",
        "step": "Step",
        "started_change": "Started, change",
        "base_change": "Base, change",
        "base": "Base",
        "points": "Points",
        "plan_wan": "Even plan, cumulative",
        "done_wan": "Done, cumulative",
        "month_plan_wan": "Even plan of the month",
        "month_done_wan": "Done in the month",
        "before_wan": "Before",
        "after_wan": "Now",
        "change_wan": "Change",
        "is_started": "Started",
        "is_entered": "In the statistics",
        "obstacles": "Obstacles",
        "is_started_in_substance": "Started in substance",
        "period": "Month",
        "starts": "New starts",
        "invested_wan": "Investment",
        "rule": "Rule",
        "rules": "Rules",
        "amount": "Amount",
        "projects": "Projects",
        "started": "Started",
        "started_pct": "Start rate (%)",
        "count_pct": "Share by count (%)",
        "money_pct": "Share by money (%)",
        "month": "Month",
        "planned_new": "New starts planned, cumulative",
        "started_new": "New starts, cumulative",
        "resumed": "Resumed, cumulative",
        "size": "Size",
        "numerator": "Counted",
        "denominator": "Base",
        "value": "Value",
    }
)
