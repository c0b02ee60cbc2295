"""What must hold of any sentence: another number is wrong, another unit too, and words that aren't understood stop it."""

import csv
import datetime as dt
import re
from pathlib import Path

import pytest

from queries.sentences.check import NOT_FOUND, RIGHT, VERDICTS, check
from tests.spec.test_sentences import SENTENCES, date

EXACT = [one for one in SENTENCES if one.verdict == RIGHT and re.fullmatch(r"[\d,.]+\D+", one.figure) and "多" not in one.figure
         and "余" not in one.figure and "以上" not in one.figure]  # fmt: skip
AFTERWARDS = ("，往年签约", "，系计划数", "，为去年数据", "，均为民营", "，都没有开工", "（预计）", "，不实", "，对吗？", "。以上为去年数据",
              "，有待核实")  # fmt: skip
BEFOREHAND = ("据传，", "据预测，", "根据规划，", "如果顺利，", "锦州市通报：", "全省数据显示，", "扣除技改后，")
QUALIFIERS = ("民营", "省级", "外资", "园区", "老旧", "高标准")


def named(one):
    return f"{one.sentence[:14]} {one.figure}"


def moved(figure: str) -> list[str]:
    """The figure with its last digit one higher, ten times as large, and its digits turned round."""
    numeral = re.match(r"[\d,.]+", figure)[0]
    unit = figure[len(numeral) :]
    digits = numeral.replace(",", "")
    step = 10 ** -len(digits.partition(".")[2])
    others = [
        f"{float(digits) + step:.{len(digits.partition('.')[2])}f}",
        digits + "0" if "." not in digits else digits.replace(".", ""),
    ]
    return [other + unit for other in others if float(other) != float(digits)]


@pytest.mark.parametrize("one", EXACT, ids=named)
def test_another_number_in_a_right_sentence_is_never_right(demo, one):
    for other in moved(one.figure):
        found = check(one.sentence.replace(one.figure, other, 1), demo.engine, date(one.as_of))
        place = one.sentence.index(one.figure)
        assert [said for said in found if said.start == place and said.verdict == RIGHT] == [], other


@pytest.mark.parametrize("one", [one for one in EXACT if "亿元" in one.figure or "%" in one.figure], ids=named)
def test_another_unit_in_a_right_sentence_is_never_right(demo, one):
    other = one.figure.replace("亿元", "万元").replace("%", "个百分点")
    found = check(one.sentence.replace(one.figure, other, 1), demo.engine, date(one.as_of))
    assert all(said.verdict != RIGHT for said in found if said.text == other)


@pytest.mark.parametrize("word", QUALIFIERS)
@pytest.mark.parametrize("one", [one for one in EXACT if "项目" in one.sentence][::4], ids=named)
def test_a_qualifier_that_is_not_understood_stops_every_figure_after_it(demo, one, word):
    begin = one.sentence.index("项目")
    found = check(one.sentence[:begin] + word + one.sentence[begin:], demo.engine, date(one.as_of))
    assert [said.text for said in found if said.start > begin and said.verdict == RIGHT] == []


@pytest.mark.parametrize("one", EXACT[::5], ids=named)
def test_taking_something_out_afterwards_stops_it(demo, one):
    text = one.sentence.rstrip("。") + "，不含连山区。"
    found = check(text, demo.engine, date(one.as_of))
    begin = one.sentence.rstrip("。").rfind("。")  # an exception is one of its own sentence
    assert [said for said in found if said.start > begin and said.verdict == RIGHT] == []


@pytest.mark.parametrize("words", AFTERWARDS)
@pytest.mark.parametrize("one", EXACT[::9], ids=named)
def test_words_afterwards_that_narrow_or_deny_take_the_last_figure_back(demo, one, words):
    text = one.sentence.rstrip("。") + words + "。"
    last = [said for said in check(text, demo.engine, date(one.as_of)) if said.start < len(one.sentence)][-1]
    assert last.verdict != RIGHT


@pytest.mark.parametrize("words", BEFOREHAND)
@pytest.mark.parametrize("one", EXACT[::9], ids=named)
def test_words_beforehand_that_make_it_no_claim_about_the_ledger_stop_it(demo, one, words):
    found = check(words + one.sentence.partition("。")[0] + "。", demo.engine, date(one.as_of))
    assert [said.text for said in found if said.verdict == RIGHT] == []


def test_every_figure_says_its_place_and_gives_a_verdict_and_without_one_its_reason(demo):
    for one in SENTENCES:
        for said in check(one.sentence, demo.engine, date(one.as_of)):
            assert one.sentence[said.start : said.end] == said.text
            assert said.verdict in VERDICTS
            assert bool(said.reason) == (said.verdict == NOT_FOUND), (one.sentence, said)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "。",
        "，，，",
        "项目",
        "（（）",
        "）423个（",
        "423",
        "%",
        "其中",
        "比去年增加",
        "亿元以上",
        "1" * 400,
        "个" * 300,
        "30月份新开工35个",
        "全市各3个，两区2个，这批1个",
        "连山区、" * 50 + "分别为3个、4个",
    ],
)
def test_scraps_of_text_are_read_without_a_fault(demo, text):
    assert all(isinstance(said.text, str) for said in check(text, demo.engine, dt.date(2022, 9, 30)))


def test_the_reference_files_name_questions_that_exist():
    from data.city import REFERENCE
    from queries.catalog import catalog

    with (Path(REFERENCE) / "said_measures.csv").open(encoding="utf-8", newline="") as source:
        rows = list(csv.DictReader(source))
    asked = {row["question"] for row in rows} | {row["also"] for row in rows if row["also"]}
    assert [name for name in asked if name not in catalog()] == []


def test_no_phrase_has_two_meanings():
    from data.city import rows
    from queries.sentences.lexicon import SEVERAL

    phrases = [
        (phrase, row["role"])
        for row in rows("sayings.csv")
        for phrase in row["phrases"].split()
        if row["role"] not in SEVERAL
    ]
    twice = {phrase for phrase, _ in phrases if sum(phrase == other for other, _ in phrases) > 1}
    assert twice == set()
