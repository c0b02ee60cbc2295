"""What must happen to reach a target, as it is read: the sentence, the table with what is in the way, and the command."""

import csv
import datetime as dt
import io

import pytest

from data.city import city
from pages import dispatch
from queries.reach import KINDS, read_target
from queries.reach_asked import ranked_counties, reached_by
from queries.reach_words import rule, sentence
from report.assemble import Source, assemble
from report.filters import Filters, read_filters, write_filters
from report.numbers import find_passport
from report.reach import SHOWN, reach_table
from tests.spec.test_command import run  # noqa: F401
from words import Words

SEP = dt.date(2022, 9, 30)
EN, ZH = Words("en"), Words("zh")
A, B, C = "211402", "211403", "211404"

LEDGER = {
    "projects": f"""
        county_code | year_status | planned_start | actual_start | year_plan_wan | year_done_wan | stage     | delay_reason
        {A}         | new_start   | 2022-04-01    | 2022-04-01   | 20,000        | 5,000         |           |
        {A}         | new_start   | 2022-06-01    |              | 10,000        |               |           | land
        {A}         | continued   |               |              | 10,000        |               |           |
        {B}         | new_start   | 2022-03-01    |              |               |               | cancelled |
    """,
    "approvals": "project_id | element | due_on | agency\nP2 | land | 2022-09-20 | Office of land",
    "problems": "project_id | description | raised_on | due_on | owner_unit\nP2 | No water | 2022-08-01 | 2022-10-15 | Water",
    "milestones": "project_id | name | due_on\nP2 | Tender | 2022-09-27\nP2 | Contract | 2022-09-28",
}


@pytest.fixture
def ledger(given_tables):
    return given_tables(**LEDGER)


def said(ledger, text, words=EN, **given):
    return sentence(reached_by(ledger, read_target(text, ranked_counties()), SEP, given), words)


@pytest.mark.parametrize(
    ("text", "english", "chinese"),
    [
        ("start_rate:50", "With 1 more started, the start rate rises from 25.0% to 50.0%",
         "再开工1个项目，开工率可由25.0%提高到50.0%"),
        ("start_rate:25", "Start rate 25.0%: the target of 25% is reached", "开工率为25.0%，已达到25%的目标"),
        ("start_rate:90", "Start rate: 90% can't be reached; with all that can still move it (2) it rises from 25.0% to "
         "75.0%", "开工率达不到90%：尚可推动的2个项目全部到位，也只能由25.0%提高到75.0%"),
        ("start_rate_of_due:66.6", "With 1 more of those due started, their start rate rises from 33.3% to 66.7%",
         "应开工项目再开工1个，应开工项目开工率可由33.3%提高到66.7%"),
        ("start_rate_in_substance:70", "With 2 more started in substance, the start rate in substance rises from 25.0% "
         "to 75.0%", "再有2个项目实质性开工，实质性开工率可由25.0%提高到75.0%"),
        ("plan_completion:60", "With the year plans of 2 done (2.50 × 100m yuan), the year plan done rises from 12.5% to "
         "75.0%", "2个项目完成年度计划剩余投资2.50亿元，年度投资完成率可由12.5%提高到75.0%"),
    ],
)  # fmt: skip
def test_the_sentence_says_what_gets_there_in_both_languages(ledger, text, english, chinese):
    assert (said(ledger, text), said(ledger, text, ZH)) == (english, chinese)


def test_nothing_to_measure_and_nothing_to_move_are_said(ledger):
    assert said(ledger, "plan_completion:90", counties=[B]).endswith("this selection has no base to reckon it from")
    assert said(ledger, "start_rate:90", counties=[B]) == (
        "Start rate 0.0%: 90% can't be reached, nothing can still move it"
    )


def test_a_measure_that_is_just_short_doesnt_read_as_if_it_were_there(given_ledger):
    rows = "\n".join(["new_start | 2022-03-01"] * 1999 + ["new_start |"])
    assert said(given_ledger(f"year_status | actual_start\n{rows}"), "start_rate:100") == (
        "With 1 more started, the start rate rises from 99.950% to 100.000%"
    )


def test_a_set_that_is_just_short_doesnt_read_so_in_the_table_either(given_ledger):
    source = Source(given_ledger("year_plan_wan\n74,960\n5,000\n20,040"), city())
    rows = reach_table(Filters(SEP, reach="plan_completion:75"), source, EN).rows
    assert [row[4].text for row in rows] == ["74.960", "95.000"]


def test_a_place_is_said_with_what_putting_in_order_means(given_ledger):
    ledger = given_ledger(f"county_code | actual_start\n{A} |\n{B} | 2022-03-01\n{C} | 2022-03-01")
    name = city().label("county", A, "zh")
    assert said(ledger, f"rank:{A}:1", ZH) == f"1个项目补齐短板，{name}可由第3位升至第1位"
    assert said(ledger, f"rank:{B}:2").endswith("has place 1: place 2 is reached")
    assert said(ledger, f"rank:{A}:1", ZH, sectors=["energy"]) == f"所选范围内{name}没有项目，不参加排名"
    answer = reached_by(ledger, read_target(f"rank:{A}:1", ranked_counties()), SEP, {})
    assert rule(answer, EN).startswith("Put in order: started, year plan done, entered in the statistics")


def test_a_place_out_of_reach_says_how_far_it_gets(given_ledger):
    ledger = given_ledger(f"county_code | actual_start | stage\n{A} | | cancelled\n{B} | 2022-03-01 |")
    assert "can't reach place 1: with all put in order (0) it has place 2, now 2" in said(ledger, f"rank:{A}:1")


def test_the_table_names_what_each_needs_and_what_is_in_its_way(ledger):
    table = reach_table(Filters(SEP, reach="plan_completion:90"), Source(ledger, city()), EN)
    assert table.columns[3:6] == ("What must happen", "Year plan done, then (%)", "In the way")
    assert [[row[3].text, row[4].value] for row in table.rows] == [
        ["do 1.50 × 100m yuan of the year plan", 50.0],
        ["resume work; do 1.00 × 100m yuan of the year plan", 75.0],
        ["start; do 1.00 × 100m yuan of the year plan", 100.0],
    ]
    assert table.rows[2][5].text == (
        "approval: Land (10 days overdue, Office of land); milestone: Tender (3 days overdue); milestone: Contract "
        "(2 days overdue); 1 more; reason: Land"
    )
    assert table.rows[0][5].text == ""
    assert [link for _, link in table.rows[0][1].link.changes] == [("P1",)]


def test_the_usual_target_is_the_start_rate_by_its_chosen_definition(ledger):
    titles = [reach_table(Filters(SEP, start_by=by), Source(ledger, city()), EN).title
              for by in ("plan", "due", "substance")]  # fmt: skip
    assert titles == [said(ledger, f"{kind}:90") for kind in KINDS[:3]]
    assert len({*titles}) == 3


def test_a_page_shows_the_first_and_a_file_all(given_ledger):
    source = Source(given_ledger("year_status" + "\nnew_start" * 20), city())
    filters = Filters(SEP, reach="start_rate:100")
    table = reach_table(filters, source, EN)
    assert (len(table.rows), "The first 12 of 20." in table.note) == (SHOWN, True)
    assert len(reach_table(Filters(SEP, reach="start_rate:100", whole=True), source, EN).rows) == 20


def test_the_passport_of_a_place_holds_its_county_whatever_is_filtered(ledger):
    source = Source(ledger, city())
    report = assemble(dispatch.PAGE, Filters(SEP, counties=(B,), reach=f"rank:{A}:1"), source, EN)
    passport = find_passport("reach_projects", report, source, EN)
    assert set(passport.rows["county_code"].to_pylist()) == {A}
    assert "A place is one among all counties." in next(t.note for t in report.tables if t.name == "reach_projects")


def test_the_address_holds_the_target_and_names_what_is_none():
    filters, faults = read_filters({"reach": ["plan_completion:100.0"]}, [SEP], city())
    assert (filters.reach, faults) == ("plan_completion:100", ())
    assert write_filters(filters, [SEP])["reach"] == ["plan_completion:100"]
    filters, faults = read_filters({"reach": ["everything:100"]}, [SEP], city())
    assert filters.reach == "" and "is no target" in faults[0].sentence(EN)


def test_the_command_writes_the_rows_and_says_the_sentence(run):  # noqa: F811
    code, out, err = run("run", "reach", "--target", "start_rate:90", "--as-of", "2022-09-30", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(out.decode())))
    assert (code, len(rows), rows[-1]["then"]) == (0, 27, "90.0")
    assert "With 27 more started, the start rate rises from 84.6% to 90.0%" in (
        err if isinstance(err, str) else err.decode()
    )


@pytest.mark.parametrize(
    ("options", "sentence_part"),
    [
        (["reach"], "Reach needs --target"), (["reach", "--target", "x:1"], "is no target"),
        (["reach", "--target", "start_rate:90", "--behind"], "Reach needs --target"),
        (["projects", "--target", "start_rate:90"], "Only reach takes --target"),
    ],
)  # fmt: skip
def test_wrong_use_of_the_command_is_one_sentence(run, options, sentence_part):  # noqa: F811
    code, _, err = run("run", *options)
    assert code == 2 and sentence_part in err
