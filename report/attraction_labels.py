"""The labels of the columns that only the questions about deals and visits have."""

from __future__ import annotations

ATTRACTION_LABELS = {
    "deal_stage": "Stage",
    "deals": "Deals",
    "stage_wan": "Amount of money",
    "counted_by": "Counted by",
    "code": "Code",
    "matched": "Matched",
    "signed": "Signed",
    "landed": "Landed",
    "days_waiting": "Days since signing",
}
