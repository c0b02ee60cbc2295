"""Dispatch sheets, supervision notices and the briefing on paper: what stands in them, and that each is one page."""

from __future__ import annotations

import datetime as dt
import io
import shutil
import subprocess
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn

from data.errors import Misused
from exports.briefing import briefing_file, briefing_text
from exports.dispatch_sheet import dispatch_sheet, shared
from exports.fingerprint import short_hash
from exports.notice import SHOWN, answer_by, items, notice
from exports.paper.sheet import Column, Piece, Sheet
from exports.paper.subjects import subjects
from exports.paper.text import fitted, printable, width_mm
from pages import dispatch, overview
from report.assemble import assemble
from report.briefing.write import briefing
from report.columns import rows_of
from report.filters import read_filters
from words import Words

ZH, EN = Words("zh"), Words("en")
LARGEST, LEADER = {"county": ["211402"]}, {"sponsor": ["市领导丁"]}
CLEAN = {"sponsor": ["市领导甲"]}


MADE = {}  # each report once


def made(demo, query, words=ZH, page=dispatch):
    key = (str(query), words.language, page.PAGE.name)
    if key not in MADE:
        filters, faults = read_filters(query, demo.engine.opened.dates, demo.city)
        assert not faults
        MADE[key] = assemble(page.PAGE, filters, demo, words)
    return MADE[key]


def opened(content: bytes):
    return Document(io.BytesIO(content))


def tables(content: bytes) -> list[list[list[str]]]:
    return [[[cell.text for cell in row.cells] for row in table.rows] for table in opened(content).tables]


def said(content: bytes) -> str:
    return "\n".join(paragraph.text for paragraph in opened(content).paragraphs)


def test_the_sheet_of_a_county_holds_its_numbers_and_rows(demo):
    report = made(demo, LARGEST)
    glance, slow, problems, *_ = tables(dispatch_sheet([report], demo, ZH))
    found = rows_of("slow_projects", report.filters, demo)
    league = {row.county_code: row for row in rows_of("league", report.filters, demo)}["211402"]
    assert glance[1][:2] == [str(league.projects), str(league.started)]
    assert [row[1] for row in slow[1:]] == [row.name for row in found[: len(slow) - 1]]
    listed = rows_of("problem_list", report.filters, demo)
    assert [row[-1] for row in problems[1:]] == [row.owner_unit for row in listed[: len(problems) - 1]]


def test_more_than_one_page_holds_is_counted_and_not_hidden(demo):
    report = made(demo, {"county": ["211481"]})
    text = said(dispatch_sheet([report], demo, ZH))
    assert f"共{len(rows_of('slow_projects', report.filters, demo))}项，列出前" in text


def test_parts_share_a_page_and_leave_no_room_unused():
    assert shared([2, 3, 0, 1], 20) == [2, 3, 0, 1]
    assert shared([50, 0, 0, 50], 20) == [15, 0, 0, 5]
    assert sum(shared([9, 9, 9, 9], 20)) == 20


def test_a_notice_lists_what_is_overdue_the_longest_first_with_who_must_answer(demo):
    report = made(demo, LEADER)
    found = items(subjects([report], demo, ZH)[0][1], demo, ZH)
    assert found and [item.days for item in found] == sorted((item.days for item in found), reverse=True)
    first, *_ = tables(notice([report], demo, ZH))
    assert [row[1] for row in first[1:]] == [item.project for item in found[:SHOWN]]
    assert [row[5] for row in first[1:]] == [item.unit for item in found[:SHOWN]]
    assert all(item.unit and item.due_on < report.filters.as_of for item in found)


def test_the_answer_is_due_a_week_after_the_date_and_not_after_today(demo):
    assert answer_by(dt.date(2022, 9, 30)) == dt.date(2022, 10, 7)
    assert "2022年10月7日前" in said(notice([made(demo, LARGEST)], demo, ZH))


def test_a_leader_with_nothing_overdue_is_told_so(demo):
    content = notice([made(demo, CLEAN)], demo, ZH)
    assert "没有逾期事项" in said(content)
    assert tables(content) == []


@pytest.mark.parametrize("make", [dispatch_sheet, notice])
def test_without_a_county_or_a_leader_it_says_what_to_choose(demo, make):
    with pytest.raises(Misused, match="Choose a county or a sponsor"):
        make([made(demo, {})], demo, ZH)


def test_every_chosen_county_has_a_page_of_its_own(demo):
    report = made(demo, {"county": ["211402", "211403"]})
    text = said(dispatch_sheet([report], demo, ZH))
    assert "连山区重点项目调度表" in text and "龙港区重点项目调度表" in text


def test_the_briefing_on_paper_is_the_briefing_and_every_number_is_a_link_to_its_passport(demo, monkeypatch):
    monkeypatch.setenv("KEYPROJECTS_ADDRESS", "https://projects.example/")
    report = made(demo, LARGEST, page=overview)
    written = briefing(report.filters, demo, ZH)
    document = opened(briefing_file([report], demo, ZH))
    shown = [paragraph.text for paragraph in document.paragraphs]
    assert ["".join(mark.text for mark in paragraph) for paragraph in written.paragraphs] == [
        text for text in shown if text in written.text.split("\n")
    ]
    links = [link for paragraph in document.paragraphs for link in paragraph.hyperlinks]
    marks = [mark for paragraph in written.paragraphs for mark in paragraph if mark.passport]
    assert [link.text for link in links] == [mark.text for mark in marks]
    for link, mark in zip(links, marks, strict=True):
        assert link.address.startswith("https://projects.example/?")
        assert f"passport={mark.passport}" in link.address and f"generation={report.generation}" in link.address
        assert "county=211402" in link.address and "as_of=2022-09-30" in link.address


def test_several_pages_of_one_selection_make_one_briefing(demo):
    one, two = made(demo, LARGEST, page=overview), made(demo, LARGEST)
    other = made(demo, LEADER)
    title = briefing(one.filters, demo, ZH).title
    assert said(briefing_file([one, two], demo, ZH)).count(title) == 1
    assert "市领导丁" in said(briefing_file([one, other], demo, ZH))


def test_the_notes_of_a_speaker_are_the_plain_text(demo):
    report = made(demo, LARGEST, page=overview)
    assert briefing_text(report, demo, ZH) == briefing(report.filters, demo, ZH).text


@pytest.mark.parametrize("make", [dispatch_sheet, notice, briefing_file])
def test_every_footer_says_where_the_numbers_come_from(demo, make):
    report = made(demo, LARGEST)
    footer = opened(make([report], demo, ZH)).sections[0].footer.paragraphs[0].text
    for part in ("演示数据", "截至2022年9月30日", "连山区", f"第{report.generation}代", short_hash(report)):
        assert part in footer


@pytest.mark.parametrize("make", [dispatch_sheet, notice, briefing_file])
def test_every_run_has_a_font_for_chinese(demo, make):
    body = opened(make([made(demo, LARGEST)], demo, ZH)).element.body
    runs = [run for run in body.iter(qn("w:r")) if run.findall(qn("w:t"))]
    assert runs
    assert all(run.find(f"{qn('w:rPr')}/{qn('w:rFonts')}").get(qn("w:eastAsia")) for run in runs)


def test_texts_are_no_markup_and_characters_that_no_file_holds_are_left_out():
    sheet = Sheet(dt.date(2022, 9, 30))
    sheet.title("a\x00b<w:p/>&")
    sheet.text([Piece("=1+1\x0b", 'https://projects.example/?q=<>&"')], 12, 16)
    sheet.table([Column("名", 40)], [["=cmd|' /C calc'!A0"], ["</w:t>"]])
    assert "ab<w:p/>&" in said(sheet.content)
    assert tables(sheet.content) == [[["名"], ["=cmd|' /C calc'!A0"], ["</w:t>"]]]
    assert printable("\ud800x\ufffe") == "x"


def test_a_text_too_long_for_its_line_ends_with_an_ellipsis():
    assert fitted("短", 9, 40) == "短"
    cut = fitted("很长的项目名称" * 9, 9, 40)
    assert cut.endswith("…") and width_mm(cut, 9) <= 40


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice isn't here: .ci/setup office")
def test_each_paper_is_one_page_also_for_the_largest_county(demo, tmp_path: Path):
    every = {"county": list(demo.city.codes("county"))}
    papers = {
        "sheet-zh": (dispatch_sheet([made(demo, LARGEST)], demo, ZH), 1),
        "sheet-en": (dispatch_sheet([made(demo, {"county": ["211481"]}, EN)], demo, EN), 1),
        "notice-en": (notice([made(demo, {"county": ["211481"]}, EN)], demo, EN), 1),
        "sheet-leader": (dispatch_sheet([made(demo, LEADER)], demo, ZH), 1),
        "sheets": (dispatch_sheet([made(demo, every)], demo, ZH), len(every["county"])),
        "notices": (notice([made(demo, every)], demo, ZH), len(every["county"])),
    }
    for name, (content, _) in papers.items():
        (tmp_path / f"{name}.docx").write_bytes(content)
    profile = f"-env:UserInstallation=file://{tmp_path / 'profile'}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run([*command, *map(str, sorted(tmp_path.glob("*.docx")))], check=True, capture_output=True, timeout=120)
    pages = {}
    for name in papers:
        told = subprocess.run(["pdfinfo", tmp_path / f"{name}.pdf"], check=True, capture_output=True, text=True).stdout
        pages[name] = int(next(line.split()[1] for line in told.splitlines() if line.startswith("Pages:")))
    assert pages == {name: count for name, (_, count) in papers.items()}
