"""The briefing of small ledgers: ties, missing values, empty selections, no date to compare with."""

from __future__ import annotations

import datetime as dt

import pytest

from data.city import city
from report.assemble import Source
from report.briefing.write import briefing
from report.filters import Filters, read_filters
from words import Words

ZH, EN = Words("zh"), Words("en")


def written(engine, words=ZH, **query):
    source = Source(engine, city())
    filters, faults = read_filters({name: [value] for name, value in query.items()}, engine.opened.dates, city())
    assert not faults
    return briefing(filters, source, words).text


def test_an_empty_selection_is_one_sentence(given_ledger):
    ledger = given_ledger("county_code\n211402")
    assert written(ledger, county="211403") == "截至2022年9月30日，龙港区没有列入年度计划的重点项目。"
    assert written(ledger, EN, county="211403") == "As of 2022-09-30, Longgang has no project in the plan of the year."


def test_without_a_date_to_compare_with_nothing_is_said_of_a_change(given_ledger):
    text = written(given_ledger("county_code\n211402"))
    for word in ("比上", "提高", "降低", "持平", "增加", "减少"):
        assert word not in text.replace("总体水平持平", ""), word


def test_a_change_names_the_date_that_it_counts_from(given_ledger):
    ledger = given_ledger("""
        as_of      | actual_start
        2022-06-30 |
        2022-08-31 |
        2022-09-30 | 2022-09-01
    """)
    assert "开工率100.0%，比上月末提高100.0个百分点" in written(ledger)
    assert "开工率100.0%，比6月末提高100.0个百分点" in written(ledger, compare="2022-06-30")
    assert "up on the end of Jun" in written(ledger, EN, compare="2022-06-30")


def test_what_has_not_changed_is_said_to_be_the_same(given_ledger):
    ledger = given_ledger("as_of\n2022-08-31\n2022-09-30")
    assert "开工率与上月末持平。" in written(ledger)


def test_a_change_too_small_to_print_is_about_the_same(given_ledger):
    rows = "".join(f"\n2022-08-31 | {'2022-03-01' if n < 1500 else ''}" for n in range(3001))
    rows += "".join(f"\n2022-09-30 | {'2022-03-01' if n < 1501 else ''}" for n in range(3001))
    assert "开工率与上月末基本持平。" in written(given_ledger(f"as_of | actual_start{rows}"))


def test_the_year_before_is_another_plan_whose_rates_are_not_compared(given_ledger):
    ledger = given_ledger("""
        as_of      | plan_year | actual_start
        2021-12-31 | 2021      | 2021-03-01
        2022-09-30 | 2022      |
    """)
    text = written(ledger, compare="2021-12-31")
    assert "开工率0.0%" in text and "开工率0.0%，比" not in text


def test_counties_that_share_a_place_are_all_named(given_ledger):
    ledger = given_ledger("""
        county_code | actual_start | year_plan_wan | year_done_wan
        211402      | 2022-03-01   | 100           | 50
        211403      | 2022-03-01   | 100           | 50
        211404      |              | 100           | 10
    """)
    text = written(ledger)
    assert "连山区项目开工率100.0%、龙港区100.0%，高于总体水平。南票区项目开工率0.0%，低于总体水平。" in text
    assert "连山区项目年度投资完成率50.0%、龙港区50.0%，在各县区中最高。" in text


def test_one_county_alone_stands_beside_the_city(given_ledger):
    ledger = given_ledger("""
        county_code | actual_start | year_plan_wan | year_done_wan
        211402      | 2022-03-01   | 100           | 50
        211403      |              | 100           | 90
    """)
    text = written(ledger, county="211402")
    assert "全市项目开工率50.0%，年度投资完成率70.0%。连山区开工率高于总体水平，年度投资完成率低于总体水平。" in text


def test_a_single_county_of_the_whole_city_is_not_compared_with_itself(given_ledger):
    text = written(given_ledger("county_code | actual_start\n211402 | 2022-03-01"))
    assert "总体水平" not in text and "最高" not in text


def test_missing_money_is_no_sentence_with_a_gap(given_ledger):
    text = written(given_ledger("county_code | total_wan\n211402 |"))
    assert "总投资0.00亿元" in text
    assert "年度投资完成率" not in text
    for gap in ("—", "None", "，，", "，。"):
        assert gap not in text


def test_deals_without_a_meaning_in_the_selection_say_so(given_ledger):
    ledger = given_ledger("nature\nretrofit")
    assert "招商项目不分建设性质" in written(ledger, nature="retrofit")
    assert "尚无新签约项目" in written(ledger)


def test_a_name_of_the_ledger_marks_nothing(given_ledger):
    ledger = given_ledger("sponsor\n甲\ue000x\ue001y\ue002")
    source = Source(ledger, city())
    filters = Filters(dt.date(2022, 9, 30), sponsors=("甲\ue000x\ue001y\ue002",))
    text = briefing(filters, source, ZH)
    assert "甲xy包保重点项目共1个" in text.text
    assert all(mark.passport in text.figures for part in text.paragraphs for mark in part if mark.passport)


@pytest.mark.parametrize("words", [ZH, EN], ids=["zh", "en"])
def test_a_date_inside_a_month_is_named_in_full(given_ledger, words):
    ledger = given_ledger("as_of | actual_start\n2022-09-10 |\n2022-09-30 | 2022-09-20")
    assert words.date(dt.date(2022, 9, 10)) in written(ledger, words)
