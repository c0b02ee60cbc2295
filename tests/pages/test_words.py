"""Numbers, amounts and dates as a reader sees them."""

from decimal import Decimal

import pytest

from words import Words, rounded


@pytest.mark.parametrize(
    ("value", "decimals", "printed"),
    [
        (Decimal("84.65"), 1, "84.7"),
        (0.5, 0, "1"),
        (Decimal("2.5"), 0, "3"),
        (14.05622, 1, "14.1"),
        (Decimal("-0.5"), 0, "-1"),
    ],
)
def test_half_is_rounded_up_as_a_city_prints_it(value, decimals, printed):
    assert str(rounded(value, decimals)) == printed


def test_amounts_held_in_wan_are_shown_in_100_million_yuan():
    assert Words("zh").money(Decimal("25978200.00")) == "2,597.82亿元"
    assert Words("en").money(Decimal("25978200.00")) == "2,597.82 × 100m yuan"


def test_the_change_of_a_share_is_in_percentage_points():
    assert Words("zh").points(5.95) == "+6.0个百分点"
    assert Words("zh").points(-0.04) == "0.0个百分点"


def test_nothing_is_a_dash_and_never_a_nan():
    assert Words().number(None) == Words().yi(None) == Words().percent(None) == "—"


def test_an_unknown_language_falls_back_to_chinese():
    assert Words("fr").language == "zh"
