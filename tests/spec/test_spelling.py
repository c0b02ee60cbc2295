"""How a Chinese name is found: in characters, in pinyin from the begin of a syllable, by initials, or mixed."""

import pytest

from report.spelling import fits, folded, spelled

WIND = "中船风电兴城一期20万千瓦风电项目"
ROAD = "赤峰至绥中高速公路凌源至绥中PPP项目"


def found(typed, name):
    return all(fits(word, spelled(name)) for word in folded(typed).split())


@pytest.mark.parametrize(
    "typed",
    [
        "兴城", "风电 兴城", "20万千瓦", "xingcheng", "XingCheng", "XINGCHENG", "ｘｉｎｇｃｈｅｎｇ", "xing cheng",
        "xing'cheng", "xingche", "xc", "fdxc", "zcfd", "兴城yiqi", "兴城yq", "zhongchuan 项目", "２０万", "yiqi20",
    ],
)  # fmt: skip
def test_a_name_is_found_as_it_is_typed(typed):
    assert found(typed, WIND)


@pytest.mark.parametrize("typed", ["绥中", "ingcheng", "兴城 绥中", "xcz", "30万", "xingcheng2期", "（", "%", "_"])
def test_what_does_not_stand_in_a_name_does_not_find_it(typed):
    assert not found(typed, WIND)


@pytest.mark.parametrize("typed", ["ppp", "PPP", "suizhongppp", "szppp", "chifeng ppp", "绥中ppp"])
def test_latin_letters_of_a_name_stay_what_they_are(typed):
    assert found(typed, ROAD)


def test_a_character_with_several_readings_is_read_by_its_word():
    assert found("chongqingyinhang", "重庆银行")
    assert found("changchun", "长春")
    assert found("zengzhang", "增长")


def test_the_vowel_that_keyboards_lack_is_typed_as_v():
    assert found("lvse", "绿色产业园")
    assert found("lüse", "绿色产业园")


def test_a_project_id_is_found_by_any_part_of_it():
    assert found("211481-04", "2203-211481-04-01-000002")
    assert not found("211482", "2203-211481-04-01-000002")


def test_full_width_brackets_and_half_width_ones_are_the_same():
    assert found("(一期)", "风电（一期）")
    assert found("（一期）", "风电(一期)")
