"""What the columns of the campaign questions are called."""

from __future__ import annotations

CAMPAIGN_LABELS = {
    "row_zh": "Indicator in Chinese",
    "row_en": "Indicator in English",
    "board_row": "Row of the board",
    "lowest": "Lowest value",
    "highest": "Highest value",
    "lowest_before": "Lowest value, before",
    "highest_before": "Highest value, before",
    "distance": "Distance",
    "value_period_end": "Period end of the value",
    "target_state": "State",
    "is_value_illustrative": "Value illustrative",
    "is_target_illustrative": "Target illustrative",
    "is_illustrative": "Illustrative",
    "is_phase": "Phase",
    "label_zh": "Name in Chinese",
    "label_en": "Name in English",
    "after_on": "After",
    "phase_state": "State of the phase",
    "way_pct": "Part of the way (%)",
}
