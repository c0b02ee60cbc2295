"""The slides: their numbers are the answers of SQL, their charts can be edited, their texts stay texts."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections import Counter
from dataclasses import replace

import pytest

from exports.briefing import briefing_text
from exports.fingerprint import short_hash
from exports.slides import deck
from exports.slides.look import FOOTER, HEIGHT, WIDTH, emu
from queries.catalog import catalog
from report.assemble import assemble
from report.filters import Filters, read_filters
from report.model import Cell
from tests.contracts.test_docs import all_pages
from tests.exports.slides_file import (
    categories_of,
    charts_of,
    columns_of,
    read,
    shapes_of,
    text_of,
    workbook_of,
)  # fmt: skip
from tests.pages.random_urls import random_urls
from tests.pages.test_numbers import asked_by_command
from words import WAN_PER_YI, Words

EN, ZH = Words("en"), Words("zh")
PAGES = {page.name: page for page in all_pages()}
SAMPLE, SOAK = 2, 12
SEP = dt.date(2022, 9, 30)
HOSTILE = "=1+1 <a:b>&amp; \x0b]]> {=1} http://example.com"
# Of charts that show columns of their answer as they are: which ones.
SHOWN = {
    "investment_by_county": ["total_wan"], "share_by_sector": ["count_pct", "money_pct"],
    "investment_by_size": ["count_pct", "money_pct"], "funds_by_source": ["funds_wan"],
    "lights_by_county": ["late", "slipping", "no_evidence", "on_time"],
    "starts_by_month": ["planned_new", "started_new", "resumed"],
    "problem_ageing": ["overdue", "not_due", "undated"], "problems_by_month": ["raised", "cleared", "still_open"],
    "deals_by_month": ["signed_wan", "landed_wan"], "deal_funnel": ["deals", "stage_wan"],
    "visits_by_month": ["person_times", "day_times", "enterprises_visited", "projects_matched"],
    "energy_kinds": ["total_wan", "capacity_mw"], "county_courses": ["started_pct"],
    "energy_unit_kinds": ["operating_mw", "construction_mw", "planned_mw"],
    "energy_share": ["count_pct", "count_pct_before", "money_pct", "money_pct_before"],
}  # fmt: skip


def pytest_generate_tests(metafunc):
    if "number" in metafunc.fixturenames:
        metafunc.parametrize("number", range(SOAK if metafunc.config.getoption("--soak") else SAMPLE), scope="module")
        metafunc.parametrize("named", sorted(PAGES), scope="module")


@pytest.fixture(scope="module")
def url(demo, number):
    return random_urls(demo, SOAK)[number]


@pytest.fixture(scope="module")
def words(number):
    return (EN, ZH)[number % 2]


@pytest.fixture(scope="module")
def report(demo, named, url, words):
    filters, _ = read_filters(url, demo.engine.opened.dates, demo.city)
    return assemble(PAGES[named], filters, demo, words)


@pytest.fixture(scope="module")
def content(demo, report, words):
    return deck((report,), demo, words)


@pytest.fixture(scope="module")
def slides(content):
    return read(content)


def test_the_numbers_of_the_charts_are_the_answers_of_their_questions(demo, report, url, slides):
    for chart in report.charts:
        if chart.name not in SHOWN:
            continue
        found = asked_by_command(chart.rows.name, url, report, demo)
        asked = [as_drawn(name, getattr(row, name)) for row in found for name in SHOWN[chart.name]]
        shown = [value for one in charts_named(slides, chart) for column in columns_of(one) if column.is_seen
                 for value in column.values.values()]  # fmt: skip
        assert Counter(rounded(shown)) == Counter(rounded(value for value in asked if value)), chart.name


def as_drawn(name: str, value):
    return value and float(value / WAN_PER_YI if name.endswith("_wan") else value)


def rounded(values):
    return [round(value, 6) for value in values if value]


def charts_named(slides, chart):
    """The native charts on the slide whose title is the chart's."""
    for slide in slides.slides:
        if (
            slide.shapes.title.text_frame.text == chart.title
            and chart.rows.title in slide.notes_slide.notes_text_frame.text
        ):
            yield from (shape.chart for shape in shapes_of(slide) if getattr(shape, "has_chart", False))


def test_the_workbook_inside_a_chart_holds_what_the_chart_shows(slides):
    for chart in charts_of(slides):
        names, columns = workbook_of(chart)
        assert names == categories_of(chart)
        assert [(column.name, column.values) for column in columns] == [
            (column.name, pytest.approx(column.values)) for column in columns_of(chart)
        ]


def test_every_tile_and_every_cell_says_what_the_page_says(report, slides):
    first = text_of(slides.slides[0])
    assert all(text in first for kpi in report.kpis for text in (kpi.title, kpi.value, kpi.base, kpi.change))
    for table in (*report.lead, *report.tables):
        rows = [[cell.text.strip() for cell in row.cells] for slide in slides.slides for shape in shapes_of(slide)
                if getattr(shape, "has_table", False) and shape.name == table.title for row in shape.table.rows]  # fmt: skip
        shown = [row for row in rows if row != [name.strip() for name in table.columns]]
        assert shown == [[cell.text.strip() for cell in row] for row in table.rows][: len(shown)], table.name
        left = (table.total or len(table.rows)) - len(shown)
        said = EN("{count} more rows are in the workbook.", count=EN.number(left))
        assert not left or report.language == "zh" or said in "\n".join(map(text_of, slides.slides)), table.name


def test_charts_are_charts_and_nothing_is_a_picture(report, content, slides):
    names = zipfile.ZipFile(io.BytesIO(content)).namelist()
    assert [name for name in names if "media" in name or name.endswith((".png", ".jpg", ".jpeg", ".emf"))] == []
    drawn = [chart for chart in report.charts if chart.figure.data and chart.figure.data[0].type == "bar"
             and any(value is not None for trace in chart.figure.data for value in trace.x or ())]  # fmt: skip
    assert len(charts_of(slides)) >= len(drawn)


def test_every_slide_has_its_number_its_footer_and_its_notes(report, slides, words):
    for slide in slides.slides:
        text = text_of(slide)
        assert all(part in text for part in (report.sentence, short_hash(report), words.date(report.filters.as_of)))
        assert words("generation {generation}", generation=report.generation) in text
        assert (words("Illustrative data") in text) == report.illustrative
        assert 'type="slidenum"' in slide.part.blob.decode()
    notes = "\n".join(slide.notes_slide.notes_text_frame.text for slide in slides.slides)
    asked = [*(kpi.name for kpi in report.kpis), *(chart.rows.question for chart in report.charts)]
    assert [name for name in asked if f"queries/{catalog()[name].path}" not in notes] == []


def test_the_notes_of_the_overview_are_the_briefing(demo, report, slides, words):
    notes = slides.slides[0].notes_slide.notes_text_frame.text
    said = briefing_text(report, demo, words)
    assert (said.split("\n")[0] in notes) == (report.page.name == "overview")


def test_everything_drawn_is_described_and_stays_on_the_slide(slides):
    for slide in slides.slides:
        for shape in slide.shapes:
            where = (slide.slide_id, shape.name)
            if (
                shape.shape_type is not None
                and not shape.has_text_frame
                and shape.element.tag.endswith(("Frame", "grpSp"))
            ):
                assert shape.element.xpath(".//p:cNvPr")[0].get("descr"), where
            assert shape.left >= 0 and shape.left + shape.width <= emu(WIDTH) + 1, where
            bottom = sum(row.height for row in shape.table.rows) if getattr(shape, "has_table", False) else shape.height
            assert shape.top >= 0 and shape.top + bottom <= emu(HEIGHT), where
            assert shape.is_placeholder or shape.top + bottom <= emu(FOOTER.y), where


def test_chinese_has_its_font_in_every_text(content):
    archive = zipfile.ZipFile(io.BytesIO(content))
    for name in archive.namelist():
        if name.startswith(("ppt/slides/slide", "ppt/charts/chart")) and name.endswith(".xml"):
            xml = archive.read(name).decode()
            looks = xml.count("<a:defRPr") + xml.count("<a:rPr") - xml.count("<a:rPr/>")
            assert xml.count("<a:ea ") >= looks, name


def test_what_is_written_in_a_ledger_is_text(demo):
    report = assemble(PAGES["overview"], Filters(as_of=SEP), demo, EN)
    chart = replace(report.charts[3], title=HOSTILE)
    chart.figure.update_traces(y=[HOSTILE, *chart.figure.data[0].y[1:]])
    table = replace(report.tables[-1], title=HOSTILE, note=HOSTILE, rows=((Cell(HOSTILE),) * 8,))
    content = deck((replace(report, question=HOSTILE, charts=(chart,), lead=(), tables=(table,)),), demo, EN)
    slides = read(content)
    said = HOSTILE.replace("\x0b", "")
    assert [slide.shapes.title.text_frame.text for slide in slides.slides] == [said, said, said]
    names, _ = workbook_of(charts_of(slides)[0])
    assert names[0].startswith("=1+1")
    rels = [rel for slide in slides.slides for rel in slide.part.rels.values()]
    assert not any(rel.is_external for rel in rels)


def test_a_meeting_has_contents_that_lead_to_its_sections(demo):
    reports = [assemble(PAGES[name], Filters(as_of=SEP), demo, ZH) for name in ("counties", "attraction")]
    slides = read(deck(reports, demo, ZH))
    contents = slides.slides[0]
    links = contents.part.rels.values()
    targets = [rel.target_part.slide for rel in links if rel.reltype.endswith("/slide")]
    assert [slide.shapes.title.text_frame.text for slide in targets] == [report.question for report in reports]
    sections = slides.part._element.xpath(".//*[local-name()='section']")
    assert [section.get("name") for section in sections] == ["目录", *(report.title for report in reports)]
    listed = [
        int(one.get("id")) for one in slides.part._element.xpath(".//*[local-name()='section']//*[@id][not(@name)]")
    ]
    assert listed == [slide.slide_id for slide in slides.slides]


def test_the_map_is_a_shape_a_county_in_the_colours_of_the_page(demo):
    report = assemble(PAGES["counties"], Filters(as_of=SEP), demo, ZH)
    slides = read(deck((report,), demo, ZH))
    shapes = {shape.name: shape for slide in slides.slides for shape in shapes_of(slide)}
    codes = report.charts[0].figure.data[0].locations
    fills = {code: str(shapes[code].fill.fore_color.rgb) for code in codes}
    values = dict(zip(codes, report.charts[0].figure.data[0].z, strict=True))
    assert all(shapes[code].element.xpath(".//a:custGeom") for code in codes)
    assert fills[max(values, key=values.get)] == "1F4E8D"
    assert len(set(fills.values())) == len(set(values.values()))


def test_a_deck_of_nothing_says_so(demo):
    report = assemble(PAGES["overview"], Filters(as_of=SEP, counties=("211400",), sectors=("agriculture",),
                                                 sizes=("over_10b",)), demo, ZH)  # fmt: skip
    said = "\n".join(map(text_of, read(deck((report,), demo, ZH)).slides))
    assert "没有可绘制的数据。" in said
