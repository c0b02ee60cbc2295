"""The list of projects in a browser: search, order, pages, columns, files, the sheet of a project and the way back."""

from __future__ import annotations

import csv
import io
import re

from playwright.sync_api import Page, expect

LIST = ".st-key-sheet_project_list"
WIND = "2203-211481-04-01-000002"


def note(page: Page):
    return page.locator(f"{LIST} .kp-note").first


def search(page: Page, text: str) -> None:
    box = page.get_by_label("Search", exact=True)
    box.fill(text)
    box.press("Enter")


def lights(page: Page) -> set[str]:
    return {text.strip() for text in page.locator(f"{LIST} tbody td:first-child").all_inner_texts()}


def test_a_search_narrows_the_list_and_the_tiles_stands_in_the_address_and_back_undoes_it(open_page):
    page = open_page("/projects", lang="en")
    expect(note(page)).to_have_text("1–25 of 500 projects.")
    search(page, "zhongchuan xingcheng")
    page.wait_for_url(re.compile(r"[?&]q=zhongchuan"))
    expect(page.locator(f"{LIST} tbody tr")).to_have_count(1)
    expect(page.locator("[data-kpi=projects] .kp-value")).to_have_text("1")
    expect(page.locator(".st-key-heading")).to_contain_text("search “zhongchuan xingcheng”")
    page.go_back()
    expect(note(page)).to_have_text("1–25 of 500 projects.")
    expect(page.get_by_label("Search", exact=True)).to_have_value("")
    page.go_forward()
    expect(page.locator(f"{LIST} tbody tr")).to_have_count(1)


def test_a_click_on_a_head_sorts_and_a_second_click_turns(open_page):
    page = open_page("/projects", lang="en", page="2")
    page.locator(f"{LIST} thead").get_by_role("link", name="Physical progress (%)").click()
    page.wait_for_url(re.compile("sort=-progress_pct"))
    assert "page=" not in page.url
    expect(page.locator(f"{LIST} [aria-sort=descending]")).to_contain_text("Physical progress")
    page.locator(f"{LIST} thead").get_by_role("link", name="Physical progress (%)").click()
    page.wait_for_url(re.compile("sort=progress_pct"))
    expect(page.locator(f"{LIST} [aria-sort=ascending]")).to_contain_text("Physical progress")
    page.go_back()
    page.go_back()
    expect(note(page)).to_have_text("26–50 of 500 projects.")


def test_the_pages_are_turned_below_the_list_and_stand_in_the_address(open_page):
    page = open_page("/projects", lang="en")
    page.locator(".st-key-list_page").get_by_role("button", name=re.compile(r"\b2$")).click()
    page.wait_for_url(re.compile("page=2"))
    expect(note(page)).to_have_text("26–50 of 500 projects.")
    page.go_back()
    expect(note(page)).to_have_text("1–25 of 500 projects.")
    expect(page.locator(".st-key-list_page [aria-current=page], .st-key-list_page [aria-pressed=true]")).to_have_text(
        "1"
    )


def test_a_page_beyond_the_last_shows_the_last(open_page):
    page = open_page("/projects", lang="en", page="99")
    expect(note(page)).to_have_text("476–500 of 500 projects.")


def test_lights_are_chosen_and_another_filter_begins_at_the_first_page(open_page):
    page = open_page("/projects", lang="en", page="2")
    page.locator(".st-key-list_light").get_by_text("late", exact=False).first.click()
    page.wait_for_url(re.compile("light=red"))
    assert "page=" not in page.url
    expect(note(page)).to_contain_text("1–25 of")
    assert lights(page) == {"▲ late"}
    page.locator(f"{LIST} tbody").get_by_role("link", name="Xingcheng").first.click()
    page.wait_for_url(re.compile("county=211481"))
    assert "light=red" in page.url


def test_columns_and_order_are_chosen_in_the_page_and_stand_in_the_address(open_page):
    page = open_page("/projects", lang="en", columns="sponsor")
    expect(page.locator(f"{LIST} thead")).to_contain_text("Sponsor")
    page.get_by_role("button", name="Columns and order").click()
    page.locator(".st-key-list_columns input").fill("Owner")
    page.get_by_role("option", name="Owner", exact=True).click()
    page.wait_for_url(re.compile("columns=sponsor&columns=owner"))
    expect(page.locator(f"{LIST} thead")).to_contain_text("Owner")


def test_the_list_is_taken_away_whole(open_page):
    page = open_page("/projects", lang="en", light="red", sort="name")
    page.get_by_text("Take the list away").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Download CSV").click()
    assert re.fullmatch(r"projects-2022-09-30-[0-9a-f]{12}\.csv", download.value.suggested_filename)
    rows = list(csv.DictReader(io.StringIO(download.value.path().read_text(encoding="utf-8-sig"))))
    shown = page.locator(f"{LIST} tbody td:nth-child(2)").all_inner_texts()
    assert [row["Project name"] for row in rows[:25]] == shown
    assert {row["Light"] for row in rows} == {"▲ late"}
    assert note(page).inner_text() == f"1–25 of {len(rows)} projects."


def test_a_project_is_opened_from_its_top_and_the_way_back_keeps_the_list_as_it_was(open_page):
    page = open_page("/projects", lang="en", q="xingcheng", sort="name", light="red", sector="industry")
    before = note(page).inner_text()
    row = page.locator(f"{LIST} tbody tr").last
    name = row.locator("td:nth-child(2)").inner_text()
    row.locator("td:nth-child(2) a").click()
    page.wait_for_url(re.compile("project="))
    expect(page.locator("h1")).to_have_text(name)
    page.wait_for_function("document.querySelector('[data-testid=\"stMain\"]').scrollTop === 0")
    page.get_by_role("link", name="Back to the list of projects").click()
    expect(note(page)).to_have_text(before)
    for kept in ("q=xingcheng", "sort=name", "light=red", "sector=industry"):
        assert kept in page.url
    assert "project=" not in page.url
    page.go_back()
    expect(page.locator("h1")).to_have_text(name)


def test_whom_to_ask_leads_to_the_sheet_with_its_timetable_and_its_history(open_page):
    page = open_page("/", lang="en")
    link = page.locator(".st-key-sheet_to_ask tbody td:nth-child(3) a").first
    name = link.inner_text()
    link.click()
    page.wait_for_url(re.compile(r"/projects\?.*project="))
    expect(page.locator("h1")).to_have_text(name)
    expect(page.locator(".st-key-wide_project_timetable .kp-plot .main-svg").first).to_be_visible()
    expect(page.locator(".st-key-sheet_project_history")).to_contain_text("First listed in the ledger of")


def test_a_passport_of_the_sheet_opens_and_back_closes_it(open_page):
    page = open_page("/projects", lang="en", project=WIND)
    page.locator(".st-key-sheet_project_facts .kp-passport").click()
    dialog = page.get_by_role("dialog")
    dialog.wait_for()
    assert "queries/project_list.sql" in dialog.inner_text()
    page.go_back()
    dialog.wait_for(state="detached")
    expect(page.locator(".st-key-sheet_project_facts")).to_contain_text("Printed")


def test_an_unknown_project_is_a_sentence_with_a_way_to_the_list(open_page):
    page = open_page("/projects", lang="en", project="nonsense")
    expect(page.locator("h1")).to_have_text("There is no project “nonsense” in any ledger.")
    page.get_by_role("link", name="Back to the list of projects").click()
    expect(note(page)).to_have_text("1–25 of 500 projects.")


def test_what_is_typed_is_shown_and_not_run(open_page):
    page = open_page("/projects", lang="en", q="![](http://example.invalid/a.png) **x**")
    expect(page.locator(".st-key-heading")).to_contain_text("![]")
    assert page.locator(".st-key-heading img, .st-key-heading strong").count() == 0


IN_ORDER = ["search", "lights", "head", "row", "page"]
WHERE = """() => {
    const one = document.activeElement;
    if (one.closest('.st-key-list_q')) return 'search';
    if (one.closest('.st-key-list_light')) return 'lights';
    if (one.closest('thead')) return 'head';
    if (one.closest('tbody')) return 'row';
    if (one.closest('.st-key-list_page')) return 'page';
    return '';
}"""


def order_of_tab(page):
    """The parts of the list in the order in which Tab reaches them."""
    reached = []
    while len(reached) < 120 and "page" not in reached:
        page.keyboard.press("Tab")
        reached.append(page.evaluate(WHERE))
    return list(dict.fromkeys(place for place in reached if place))


def test_search_heads_rows_and_pages_are_reached_by_keyboard(open_page):
    page = open_page("/projects", lang="en", columns="total_wan", compare="none")
    assert order_of_tab(page) == IN_ORDER
    page.locator(f"{LIST} thead a").nth(1).press("Enter")
    page.wait_for_url(re.compile("sort=name"))
    expect(page.locator(f"{LIST} [aria-sort=ascending]")).to_have_text(re.compile("Project name"))
    page.locator(f"{LIST} tbody a").first.press("Enter")
    page.wait_for_url(re.compile("project="))


def test_enter_never_follows_another_rows_link_when_the_rows_change_under_it(open_page):
    page = open_page("/projects", lang="en")
    page.locator(f"{LIST} tbody td:nth-child(2) a").first.focus()
    page.evaluate("history.pushState({}, '', '?lang=en&page=2'); dispatchEvent(new PopStateEvent('popstate'))")
    expect(note(page)).to_have_text("26–50 of 500 projects.")
    assert page.evaluate("document.activeElement.className") == "kp-sheet"
