"""Numerals in texts: what is written is read exactly, in every way of writing it."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from queries.sentences.lexicon import lexicon
from queries.sentences.numbers import narrowed, number
from queries.sentences.tokens import tokens

DIGITS = "零一二三四五六七八九"


def spoken(value: int) -> str:
    """A whole number below a hundred million as it is spoken."""
    if value >= 10_000:
        low = value % 10_000
        return f"{spoken(value // 10_000)}万{'零' if 0 < low < 1_000 else ''}{spoken(low) if low else ''}"
    said, skipped = "", False
    for place, sign in ((1_000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = value // place % 10
        if digit:
            said += ("零" if skipped and said else "") + DIGITS[digit] + sign
        skipped = not digit
    return said or "零"


@given(st.integers(1, 99_999_999))
def test_a_spoken_number_is_read_as_what_was_said(value):
    assert number(spoken(value)) == value


@given(st.decimals(0, 9_999_999, places=2))
def test_a_written_number_is_read_whatever_its_commas_and_width(value):
    wide = str.maketrans("0123456789.,", "０１２３４５６７８９．，")
    for written in (f"{value}", f"{value:,}", f"{value:,}".translate(wide)):
        assert number(narrowed(written)) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("十", 10), ("十二", 12), ("二十", 20), ("三百五", 350), ("一千零五", 1_005), ("两千", 2_000), ("一万二", 12_000),
        ("一亿五千万", 150_000_000), ("八十四点六", "84.6"), ("两千五百九十七点八二", "2597.82"), ("二〇二二", 2022),
        ("1,554", 1_554), ("五百万", 5_000_000),
    ],
)  # fmt: skip
def test_numerals_that_are_usual(text, value):
    assert number(text) == Decimal(value)


@pytest.mark.parametrize("text", ["", "点", "五点", "百千", "一二百三", "abc", "1,2"])
def test_what_is_no_numeral_is_no_number(text):
    assert number(text) is None


@pytest.fixture(scope="module")
def figures(demo):
    words = lexicon(demo.engine)
    return lambda text: [
        (token.value.printed, token.value.kind, str(token.value.scale.normalize()), token.value.relation)
        for token in tokens(text, words)
        if token.role == "figure"
    ]


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("423个", ("423", "count", "1", "=")),
        ("４２３个", ("423", "count", "1", "=")),
        ("１，５５４个", ("1554", "count", "1", "=")),
        ("五百个", ("500", "count", "1", "=")),
        ("420余个", ("420", "count", "1", "more")),
        ("0.16万个", ("0.16", "count", "1E+4", "=")),
        ("2207人次", ("2207", "trips", "1", "=")),
        ("2597.82亿元", ("2597.82", "wan", "1E+4", "=")),
        ("2500多亿元", ("2500", "wan", "1E+4", "more")),
        ("两千五百九十七点八二亿元", ("2597.82", "wan", "1E+4", "=")),
        ("5千万元", ("5", "wan", "1E+3", "=")),
        ("5000万元", ("5000", "wan", "1", "=")),
        ("84.6%", ("84.6", "pct", "1", "=")),
        ("８４．６％", ("84.6", "pct", "1", "=")),
        ("百分之八十四点六", ("84.6", "pct", "1", "=")),
        ("四成", ("40", "pct", "1", "about")),
        ("四成五", ("45", "pct", "1", "about")),
        ("三分之一", ("33", "pct", "1", "=")),
        ("过半", ("50", "pct", "1", ">")),
        ("6个百分点", ("6", "pp", "1", "=")),
        ("59.29万千瓦", ("59.29", "mw", "1E+1", "=")),
        ("13亿度", ("13", "mwh", "1E+5", "=")),
    ],
)
def test_a_figure_is_its_numeral_in_its_unit(figures, text, figure):
    assert figures(text) == [figure]


@pytest.mark.parametrize(
    "text",
    ["2022年9月30日", "截至8月底", "前三季度", "G4515高速", "五大工程", "第三批", "0429-3112345", "13812345678", "十四五规划",
     "一个个项目", "12345热线", "三年行动", "〔2022〕15号", "第一季度", "亿元以上项目", "500万元以上项目", "一批项目"],
)  # fmt: skip
def test_dates_names_and_sizes_are_no_figures(figures, text):
    assert figures(text) == []
