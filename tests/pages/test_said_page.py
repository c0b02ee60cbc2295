"""A passage on the page of reconciling: marked, tabled, kept in the address, each number with its passport."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from pages.reconcile import PAGE
from queries.sentences.check import check
from report.assemble import Source, assemble
from report.filters import LONGEST_TEXT, read_filters, write_filters
from report.model import Report
from report.numbers import find_passport
from report.said import NAME
from words import Words

EN, ZH = Words("en"), Words("zh")
TEXT = "截至8月底，全市开工项目388个，开工率80%；能源类项目占总投资的35%，比上年末增加46亿元；民营项目30个。"


def page(demo: Source, words: Words = EN, **url: str) -> Report:
    filters, faults = read_filters({name: [value] for name, value in url.items()}, demo.engine.opened.dates, demo.city)
    assert not faults
    return assemble(PAGE, filters, demo, words)


def said(report: Report):
    return next((table for table in report.tables if table.name == NAME), None)


def texts(report: Report) -> list[tuple[str, ...]]:
    return [tuple(cell.text for cell in row) for row in said(report).rows]


def test_without_a_passage_the_page_is_as_it_was(demo):
    assert said(page(demo)) is None
    assert said(page(demo, text="  ")) is None


def test_the_passage_is_shown_whole_with_its_figures_marked_by_tone_and_word(demo):
    marks = said(page(demo, text=TEXT)).passage
    assert "".join(mark.text for mark in marks) == TEXT
    assert [(mark.text, mark.tone, mark.verdict) for mark in marks if mark.tone] == [
        ("388个", "agrees", "right"),
        ("80%", "differs", "wrong"),
        ("35%", "agrees", "right"),
        ("46亿元", "nothing", "not found"),
        ("30个", "nothing", "not found"),
    ]


def test_the_table_says_measure_part_date_value_base_verdict_and_reason(demo):
    rows = texts(page(demo, ZH, text=TEXT))
    assert rows[0] == ("388个", "正确", "已开工", "", "2022年8月31日", "388个", "", "")
    assert rows[1] == ("80%", "有误", "开工率", "", "2022年8月31日", "77.60%", "388 / 500", "")
    assert rows[2][:4] == ("35%", "正确", "部分占投资比重", "部分：能源")
    assert rows[2][6] == "908.47 / 2,597.82亿元"
    assert "民营" in rows[4][-1]


def test_a_change_shows_both_values_and_both_dates(demo):
    row = texts(page(demo, EN, text="开工率比8月底提高7个百分点。"))[0]
    assert row[2:7] == ("Start rate, change", "", "2022-08-31 → 2022-09-30", "7.00 pp", "77.60 → 84.60%")


def test_dates_are_seen_from_the_chosen_one(demo):
    text = "到目前为止，全市开工项目388个。"
    assert texts(page(demo, text=text, as_of="2022-08-31"))[0][1] == "right"
    assert texts(page(demo, text=text))[0][1] == "wrong"


@pytest.mark.parametrize("words", [EN, ZH], ids=["en", "zh"])
def test_every_figure_with_a_measure_leads_to_the_rows_that_give_its_value(demo, words):
    report = page(demo, words, text=TEXT)
    found = check(TEXT, demo.engine, dt.date(2022, 9, 30))
    for place, one in enumerate(found):
        passport = find_passport(f"{NAME}-{place + 1}", report, demo, words)
        if not one.question:
            assert passport is None
            continue
        rows = passport.rows.to_pylist()
        assert passport.sql_file.endswith(f"{one.question}.sql")
        assert sum((row["numerator"] for row in rows if row["as_of"] == one.as_of), Decimal(0)) == one.numerator


@pytest.mark.parametrize("name", ["said-0", "said-99", "said-", "said-x"])
def test_a_place_that_there_is_not_has_no_passport(demo, name):
    assert find_passport(name, page(demo, text=TEXT), demo, EN) is None
    assert find_passport(name, page(demo), demo, EN) is None


def test_the_address_holds_the_passage_and_gives_it_back(demo):
    dates = demo.engine.opened.dates
    filters, _ = read_filters({"text": [TEXT]}, dates, demo.city)
    assert (filters.text, write_filters(filters, dates)) == (TEXT, {"text": [TEXT]})


def test_a_passage_that_is_too_long_is_one_sentence_and_is_not_cut(demo):
    dates = demo.engine.opened.dates
    longest, _ = read_filters({"text": ["项" * LONGEST_TEXT]}, dates, demo.city)
    filters, faults = read_filters({"text": ["项" * (LONGEST_TEXT + 1)]}, dates, demo.city)
    assert (len(longest.text), filters.text) == (LONGEST_TEXT, "")
    assert [fault.sentence(EN) for fault in faults] == [
        "The passage has 1001 characters and at most 1000 are checked at once; check it in parts."
    ]
