"""Sentences about a small ledger: the words lead to the rows, whatever the ledger holds."""

import datetime as dt

import pytest

from queries.sentences.check import check

SEP = dt.date(2022, 9, 30)
LEDGER = """
    as_of      | project_id | county_code | sector   | total_wan | year_status | actual_start | resumed_on
    2021-12-31 | P1         | 211402      | energy   |    20,000 | new_start   | 2021-05-01   |
    2022-09-30 | P1         | 211402      | energy   |    20,000 | continued   | 2021-05-01   | 2022-03-01
    2022-09-30 | P2         | 211402      | industry |     5,000 | new_start   | 2022-06-01   |
    2022-09-30 | P3         | 211403      | industry |    15,000 | new_start   |              |
    2022-09-30 | P4         | 211403      | services |     8,000 | preparatory | 2022-06-01   |
"""


@pytest.fixture
def verdicts(given_ledger):
    engine = given_ledger(LEDGER)
    return lambda text: [(said.text, said.verdict) for said in check(text, engine, SEP)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("重点项目3个，已开工2个，开工率67%。", [("3个", "right"), ("2个", "right"), ("67%", "right")]),
        ("重点项目4个。", [("4个", "wrong")]),
        ("总投资4亿元，其中能源类2亿元。", [("4亿元", "right"), ("2亿元", "right")]),
        ("亿元以上项目2个，比上年末增加1个。", [("2个", "right"), ("1个", "right")]),
        ("连山区项目2个，龙港区1个。", [("2个", "right"), ("1个", "right")]),
        ("连山区能源类项目0.5亿元。", [("0.5亿元", "not_found")]),
        ("服务业项目0个。", [("0个", "right")]),
        ("续建项目100%复工。", [("100%", "right")]),
        ("复工率100%，开工率100%。", [("100%", "right"), ("100%", "wrong")]),
        ("到位资金0.1亿元。", [("0.1亿元", "wrong")]),
        ("集中开工项目3个。", [("3个", "not_found")]),
        ("投资完成率50%。", [("50%", "not_found")]),
        ("8月底开工2个。", [("2个", "not_found")]),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_said_is_held_against_the_rows(verdicts, text, expected):
    assert verdicts(text) == expected


def test_a_ledger_of_one_date_can_not_tell_a_change(given_ledger):
    engine = given_ledger("sector\nenergy")
    (said,) = check("重点项目比上月末增加1个。", engine, SEP)
    assert (said.verdict, str(said.reason)) == ("not_found", "Nothing is published for 2022-08-31.")
