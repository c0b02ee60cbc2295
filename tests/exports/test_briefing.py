"""The briefing: its words and its numbers can't disagree, and every number leads to its rows."""

from __future__ import annotations

import csv
import io
import re
from decimal import Decimal

import pytest

from queries.catalog import catalog
from queries.sentences.check import Said, check
from report.assemble import Source
from report.briefing.passports import briefing_passport
from report.briefing.write import Briefing, briefing
from report.filters import LONGEST_TEXT, Filters, read_filters
from words import Words

ZH, EN = Words("zh"), Words("en")
DAYS = ("2021-12-31", "2022-01-31", "2022-06-30", "2022-09-30")
SELECTIONS: dict[str, dict[str, list[str]]] = {
    "city": {},
    "county": {"county": ["211402"]},
    "weak county": {"county": ["211422"]},
    "city level": {"county": ["211400"]},
    "two counties": {"county": ["211402", "211481"]},
    "energy": {"sector": ["energy"]},
    "two sectors": {"sector": ["industry", "services"]},
    "sector of a county": {"county": ["211404"], "sector": ["agriculture"]},
    "retrofit": {"nature": ["retrofit"]},
    "large": {"size": ["10y_100y", "100y_up"]},
    "batch": {"batch": ["2022-Q2"]},
    "leader": {"sponsor": ["市领导甲"]},
}
# Every selection at the latest date, the city and its kinds at others; all of them in the long run.
SAMPLE = [
    *(("2022-09-30", name) for name in SELECTIONS),
    *zip(DAYS, ("city", "county", "energy"), strict=False),
    ("2022-06-30", "two counties"),
    ("2022-01-31", "city"),
]
ALL = [(day, name) for day in DAYS for name in SELECTIONS]
# What the checker doesn't find, and why. Whatever it finds must be right.
NOT_FOUND = {
    "时序进度": "the elapsed part of the year is a figure of the calendar, which no measure of the ledger gives",
    "续建项目0个": "the ledger has no row to judge a number of none by",
    "包保": "a leader's name as the base of a share, and a leader's new starts beside the resumed, are read in two ways",
}


def filters_of(demo: Source, query: dict[str, list[str]]) -> Filters:
    filters, faults = read_filters(query, demo.engine.opened.dates, demo.city)
    assert not faults
    return filters


def sentence_around(text: str, one: Said) -> str:
    begin = max(text.rfind(stop, 0, one.start) for stop in "。\n") + 1
    return text[begin : text.index("。", one.start) + 1]


def pytest_generate_tests(metafunc):
    if {"day", "name"} <= set(metafunc.fixturenames):
        metafunc.parametrize(("day", "name"), ALL if metafunc.config.getoption("--soak") else SAMPLE)


def test_every_figure_of_the_chinese_text_is_right_and_it_can_be_pasted_whole(demo, name, day):
    filters = filters_of(demo, {"as_of": [day], **SELECTIONS[name]})
    text = briefing(filters, demo, ZH).text
    said = check(text, demo.engine, filters.as_of)
    assert len(text) <= LONGEST_TEXT
    assert len(said) > 10 or "没有列入" in text
    for one in said:
        sentence = sentence_around(text, one)
        known = any(words in sentence for words in NOT_FOUND)
        assert one.verdict == "right" or (one.verdict == "not_found" and known), (one, sentence)


@pytest.mark.parametrize("name", ["city", "sector of a county", "large"])
def test_every_figure_that_the_checker_finds_is_one_that_the_text_marks(demo, name):
    filters = filters_of(demo, SELECTIONS[name])
    written = briefing(filters, demo, ZH)
    for paragraph in written.paragraphs:
        text, place, marked = "".join(mark.text for mark in paragraph), 0, []
        for mark in paragraph:
            if mark.passport:
                marked.append((place, place + len(mark.text)))
            place += len(mark.text)
        inside = [(one.start, one.end) for one in check(text, demo.engine, filters.as_of) if one.unit]
        assert [span for span in inside if span not in marked] in ([], sizes_of(text, inside)), text


def sizes_of(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Limits of size bands, which are no figures of the ledger."""
    return [span for span in spans if text[slice(*span)].endswith("亿元以上")]


def recomputed(passport) -> list[Decimal | None]:
    """Numerator and denominator of the downloaded rows, added up again."""
    rows = list(csv.DictReader(io.StringIO(passport.csv.decode("utf-8-sig"))))
    return [sum((Decimal(row[part]) for row in rows if row[part]), Decimal(0)) for part in ("numerator", "denominator")]


@pytest.mark.parametrize("words", [ZH, EN], ids=["zh", "en"])
@pytest.mark.parametrize("name", ["city", "sector of a county"])
def test_every_figure_has_a_passport_whose_rows_add_up_to_it(demo, name, words):
    filters = filters_of(demo, SELECTIONS[name])
    written = briefing(filters, demo, words)
    marked = [mark for paragraph in written.paragraphs for mark in paragraph if mark.passport]
    assert {mark.passport for mark in marked} == set(written.figures)
    for mark in marked:
        passport = briefing_passport(mark.passport, filters, demo, words)
        figure = written.figures[mark.passport]
        assert passport.value == mark.text
        if len(figure.parameters.get("as_ofs", ())) != 1 or mark.passport.endswith("elapsed"):
            continue
        upper, lower = recomputed(passport)
        unit = catalog()[figure.question].unit
        shown = {
            "count": ZH.number(lower if "denominator" in mark.passport else upper),
            "wan": ZH.yi(upper),
            "pct": ZH.percent(100 * upper / lower if lower else None),
        }[unit if "denominator" not in mark.passport and "numerator" not in mark.passport else "count"]
        assert shown in mark.text, (mark, shown)


def test_an_unknown_figure_has_no_passport(demo):
    assert briefing_passport("briefing-nothing", filters_of(demo, {}), demo, ZH) is None


def numbers_in(written: Briefing) -> list[str]:
    return [
        re.sub(r"[^\d.,]", "", mark.text.replace("100m", ""))
        for paragraph in written.paragraphs
        for mark in paragraph
        if mark.passport
    ]


@pytest.mark.parametrize("name", ["city", "county", "two counties", "large"])
def test_both_languages_say_the_same_numbers_in_the_same_order(demo, name):
    filters = filters_of(demo, SELECTIONS[name])
    assert numbers_in(briefing(filters, demo, ZH)) == numbers_in(briefing(filters, demo, EN))


@pytest.mark.parametrize("words", [ZH, EN], ids=["zh", "en"])
def test_no_sentence_has_a_gap(demo, name, day, words):
    text = briefing(filters_of(demo, {"as_of": [day], **SELECTIONS[name]}), demo, words).text
    assert text
    for gap in ("—", "None", "nan", "，，", "，。", "。。", ", ,", ", .", "  ", "{", "}", "()", "（）"):
        assert gap not in text, gap


def test_a_changed_number_is_found(demo):
    filters = filters_of(demo, {})
    text = briefing(filters, demo, ZH).text
    assert "开工率84.6%" in text
    said = check(text.replace("开工率84.6%", "开工率84.7%"), demo.engine, filters.as_of)
    assert [one.text for one in said if one.verdict == "wrong"] == ["84.7%"]
