"""The offline page as a reader opens it: from a file, without a network, on any screen and on paper."""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from charts.theme import DARK
from data.city import city
from exports.offline import offline_page
from report.assemble import assemble
from report.filters import read_filters
from tests.browser.test_views import STANDARD
from tests.contracts.test_docs import all_pages
from words import Words

SOME = ("counties", "overview", "reconcile")
PASSAGE = "全市开工项目423个，开工率85.6%，民营项目30个。"
DRAWN = "html[data-drawn=all]"
DRAWN_WITHIN_MS = 60_000
PAPER_WIDTH, PAPER_HEIGHT = 1032, 695  # what the margins leave of an A4 page across, in px
SIZES = """() => [...document.querySelectorAll('.plot:not(.cut), .kp-strip')].map(one => {
    const drawing = one.querySelector('.main-svg').getBoundingClientRect();
    return [Math.round(drawing.width), Math.round(drawing.height)];
})"""


@pytest.fixture(scope="module")
def files(demo, tmp_path_factory):
    """In Chinese all pages in one file, in English some of them."""
    folder, made = tmp_path_factory.mktemp("stick"), {}
    filters, _ = read_filters({"text": [PASSAGE]}, demo.engine.opened.dates, city())
    for language in ("zh", "en"):
        words = Words(language)
        pages = [page for page in all_pages() if language == "zh" or page.name in SOME]
        reports = [assemble(page, filters, demo, words) for page in pages]
        made[language] = folder / f"{language}.html"
        made[language].write_bytes(offline_page(reports, demo, words))
    return made


@pytest.fixture
def opened(browser, files):
    """Opens the file with the network off; fails the test when it asks for anything or its console shows an error."""
    contexts, asked, errors = [], [], []

    def opens(language="en", width=1440, scheme="light") -> Page:
        context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, offline=True)
        contexts.append(context)
        page = context.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto(files[language].as_uri())
        page.wait_for_selector(DRAWN, timeout=DRAWN_WITHIN_MS)
        return page

    yield opens
    for context in contexts:
        context.close()
    assert errors == []
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []


def test_all_charts_are_drawn_without_a_network_and_answer_to_the_pointer(opened, files):
    page = opened("zh")
    count = page.locator(".plot").count()
    assert count == files["zh"].read_text(encoding="utf-8").count(' class="plot"') > 20
    assert page.locator(".plot[data-drawn] .main-svg:first-child").count() == count
    assert page.locator(".choroplethlayer path").count() >= 12
    page.locator('[data-chart="investment_by_county"] .point path').first.hover(force=True)
    expect(page.locator('[data-chart="investment_by_county"] .hovertext')).to_be_visible()


def test_a_table_is_sorted_by_a_click_and_by_keyboard(opened):
    page = opened()
    table = page.locator('table[data-table="county_by_sector"]').first
    first, last = table.locator("tbody tr:first-child td").first, table.locator("tbody tr:last-child td").first
    head = table.get_by_role("columnheader", name="All")
    before = first.text_content()
    head.get_by_role("button").click()
    expect(head).to_have_attribute("aria-sort", "descending")
    sizes = [int(text.split(" ")[0]) for text in table.locator("tbody tr:not(.sum) td:last-child").all_text_contents()]
    assert sizes == sorted(sizes, reverse=True)
    expect(last).to_have_text("All")
    head.get_by_role("button").press("Enter")
    expect(head).to_have_attribute("aria-sort", "ascending")
    assert first.text_content() != before
    expect(last).to_have_text("All")
    name = table.get_by_role("columnheader", name="County")
    name.get_by_role("button").press("Space")
    expect(name).to_have_attribute("aria-sort", "ascending")
    assert head.get_attribute("aria-sort") is None
    names = table.locator("tbody tr:not(.sum) td:first-child").all_text_contents()
    assert names == sorted(names, key=str.casefold)


def test_what_is_empty_comes_last_in_both_orders(opened):
    page = opened()
    table = page.locator('table[data-table="to_ask"]')
    head = table.get_by_role("columnheader", name="Sponsor")
    for _ in range(2):
        head.get_by_role("button").click()
        sponsors = table.locator("tbody td:nth-child(6)").all_text_contents()
        assert "" in sponsors
        assert all(sponsors[: sponsors.index("")])
        assert not any(sponsors[sponsors.index("") :])


def test_a_number_leads_to_its_definition_and_a_name_above_to_its_page(opened):
    page = opened()
    page.locator('.tile[data-kpi="start_rate"]').first.click()
    definition = page.locator("article#q-start_rate")
    expect(definition).to_be_in_viewport()
    expect(definition.locator("pre")).to_be_hidden()
    definition.locator("summary").click()
    expect(definition.locator("pre")).to_contain_text("select")
    page.get_by_role("link", name="Counties", exact=True).click()
    expect(page.locator("#counties h2")).to_be_in_viewport()
    page.locator(".passage mark.differs a").click()
    expect(page.locator("article#q-start_rate")).to_be_in_viewport()


@pytest.mark.parametrize(("width", "scheme"), [(1440, "dark"), (390, "light")])
def test_nothing_stands_out_of_the_page_and_everyone_can_read_it(opened, width, scheme):
    page = opened("en", width, scheme)
    assert page.evaluate("document.documentElement.scrollWidth") == width
    assert all(drawing <= width for drawing, _ in page.evaluate(SIZES))
    found = Axe().run(page, options={"runOnly": STANDARD, "resultTypes": ["violations"]}).response["violations"]
    assert [(one["id"], [node["target"] for node in one["nodes"]][:3]) for one in found] == []
    fills = set(page.locator('[data-chart="investment_by_county"] .point path').evaluate_all(
        "paths => paths.map(path => getComputedStyle(path).fill)"))  # fmt: skip
    assert ("rgb(127, 178, 240)" in fills) == (scheme == "dark")
    assert DARK["#1f4e8c"] == "#7fb2f0"


def test_on_paper_every_chart_is_whole_and_light_and_the_screen_comes_back(opened):
    page = opened("zh", scheme="dark")
    before = page.evaluate(SIZES)
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    sizes = page.evaluate(SIZES)
    assert len(sizes) > len(before)  # the tallest stands there in strips
    assert all(width <= PAPER_WIDTH and height <= PAPER_HEIGHT for width, height in sizes), sizes
    assert page.locator("th button").count() == 0
    fill = page.locator('[data-chart="investment_by_county"] .point path').first
    assert fill.evaluate("path => getComputedStyle(path).fill") == "rgb(31, 78, 140)"
    strips = page.locator(".kp-strip")
    names = [text for text in strips.locator(".textpoint text").all_text_contents() if text[:1] in "▲◆○●"]
    assert len(names) == len(set(names)) == len(rows_of_the_timetable(page))
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="screen")
    assert strips.count() == 0
    assert page.locator("th button").count() > 50
    assert page.evaluate(SIZES) == before


def rows_of_the_timetable(page: Page) -> list[str]:
    """The projects of the tallest chart, from its table."""
    card = page.locator(".card", has=page.locator('[data-chart="sponsored_timetable"]'))
    return card.locator("tbody tr td:first-child").all_text_contents()


def test_it_prints_to_a4_pages_across(opened):
    page = opened("zh")
    printed = page.pdf(prefer_css_page_size=True)
    boxes = set(re.findall(rb"/MediaBox \[([^\]]+)\]", printed))
    assert {tuple(round(float(side)) for side in box.split()) for box in boxes} == {(0, 0, 842, 595)}
    pages = len(re.findall(rb"/Type /Page\b", printed))
    assert len(all_pages()) < pages < 80
