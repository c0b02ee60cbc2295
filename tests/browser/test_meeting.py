"""The meeting in a real browser: presenting by keyboard alone, an agenda from any page, decisions and their words."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

from benchmarks.browser import wait_until_shown

AGENDA = "overview&agenda=investment%3Fcounty%3D211402&agenda=counties"


def heading(page):
    return page.locator("h1")


def place(page):
    return page.locator(".kp-stage .kp-place")


def keys(page, *pressed):
    for key in pressed:
        page.keyboard.press(key)


def parameters(page):
    return parse_qs(urlsplit(page.url).query)


@pytest.fixture
def presented(open_page):
    """The agenda of three views, presented by keyboard: the button is reached and pressed."""
    page = open_page("/meeting", lang="en", agenda=AGENDA)
    page.locator(".kp-present").focus()
    page.keyboard.press("Enter")
    expect(place(page)).to_have_text("1 / 3")
    wait_until_shown(page)
    return page


def test_the_keyboard_alone_presents_the_agenda(presented):
    page = presented
    expect(heading(page)).to_contain_text("How much, how many, how far?")
    keys(page, "ArrowRight")
    expect(place(page)).to_have_text("2 / 3")
    expect(heading(page)).to_contain_text("How much is invested")
    assert parameters(page)["county"] == ["211402"]
    keys(page, "PageDown")
    expect(place(page)).to_have_text("3 / 3")
    assert "county" not in parameters(page)
    keys(page, "ArrowRight")  # there is no fourth
    keys(page, "PageUp")
    expect(place(page)).to_have_text("2 / 3")
    keys(page, "Home")
    expect(place(page)).to_have_text("1 / 3")
    keys(page, "End")
    expect(place(page)).to_have_text("3 / 3")
    keys(page, "2")
    expect(place(page)).to_have_text("2 ↵")
    keys(page, "Enter")
    expect(place(page)).to_have_text("2 / 3")
    page.go_back()
    expect(place(page)).to_have_text("3 / 3")
    keys(page, "b")
    expect(page.locator(".kp-blank")).to_be_visible()
    keys(page, "ArrowLeft")  # the first key only brings the picture back
    expect(page.locator(".kp-blank")).to_have_count(0)
    expect(place(page)).to_have_text("3 / 3")
    keys(page, "Escape")
    expect(page.locator(".kp-stage")).to_have_count(0)
    expect(heading(page)).to_contain_text("What is on the agenda")
    assert set(parameters(page)) == {"lang", "agenda"}


def test_a_click_on_a_chart_filters_within_the_item_and_back_undoes_it(presented):
    page = presented
    keys(page, "End")
    expect(place(page)).to_have_text("3 / 3")
    wait_until_shown(page)
    page.locator(".st-key-sheet_league tbody a", has_text="Lianshan").first.click()
    page.wait_for_url("**county=211402**")
    expect(place(page)).to_have_text("3 / 3")
    page.go_back()
    page.wait_for_url(lambda address: "county=211402" not in address.replace("%3Fcounty%3D211402", ""))
    expect(place(page)).to_have_text("3 / 3")


def test_large_type_a_clock_and_nothing_to_operate(presented):
    page = presented
    assert page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)") >= 20
    assert page.locator(".kp-stage .kp-clock").inner_text()[2] == ":"
    for hidden in (".st-key-menu", ".st-key-filter_bar", ".st-key-take_away"):
        expect(page.locator(hidden)).to_be_hidden()


def test_an_item_that_is_opened_by_its_address_has_the_filters_of_its_view(open_page):
    page = open_page("/meeting", lang="en", agenda=AGENDA, present="1", item="2")
    expect(place(page)).to_have_text("2 / 3")
    expect(page.locator(".st-key-heading")).to_contain_text("Lianshan")


def test_a_view_goes_onto_the_agenda_from_its_page_and_is_ordered_and_removed(open_page):
    page = open_page("/energy", lang="en", county="211402")
    page.locator(".st-key-take_away button").click()
    page.get_by_role("button", name="Add this view to the agenda").click()
    page.wait_for_url("**agenda=energy**")
    page.keyboard.press("Escape")
    page.locator(".st-key-menu a", has_text="Meeting").click()
    page.wait_for_url("**/meeting**")
    wait_until_shown(page)
    items = page.locator("[class*=st-key-agenda_item_] p").filter(has_text=".")
    page.get_by_role("button", name="Add", exact=True).click()
    page.get_by_label("Address of a page").fill("http://anywhere/counties?sector=energy")
    page.keyboard.press("Enter")
    expect(page.locator(".st-key-agenda_item_1")).to_contain_text("Counties")
    page.keyboard.press("Escape")
    assert items.count() >= 2
    page.locator(".st-key-agenda_item_1").get_by_role("button", name="Up").click()
    expect(page.locator(".st-key-agenda_item_0")).to_contain_text("Counties")
    page.locator(".st-key-agenda_item_0").get_by_role("button", name="Remove").click()
    expect(page.locator(".st-key-agenda_item_0")).to_contain_text("Energy")
    page.get_by_role("button", name="Undo").click()
    expect(page.locator(".st-key-agenda_item_0")).to_contain_text("Counties")
    assert parameters(page)["agenda"] == ["counties?sector=energy", "energy?county=211402"]


def test_an_agenda_is_a_file(open_page, tmp_path):
    page = open_page("/meeting", lang="en", agenda=AGENDA)
    page.get_by_role("button", name="Keep", exact=True).click()
    with page.expect_download() as taken:
        page.get_by_role("button", name="Agenda as a file").click()
    taken.value.save_as(tmp_path / "agenda.json")
    other = open_page("/meeting", lang="en", agenda="energy")
    other.get_by_role("button", name="Add", exact=True).click()
    other.get_by_label("Agenda from a file").set_input_files(tmp_path / "agenda.json")
    expect(other.locator(".st-key-agenda_item_2")).to_contain_text("Counties")
    assert parameters(other)["agenda"] == parameters(page)["agenda"]
    (tmp_path / "other.json").write_text("{}")
    other.get_by_label("Agenda from a file").set_input_files(tmp_path / "other.json")
    expect(other.get_by_text("This is no agenda")).to_be_visible()


def test_a_decision_is_recorded_corrected_and_withdrawn(open_page):
    page = open_page("/meeting", lang="en")
    decided = page.locator(".st-key-sheet_decisions")
    page.get_by_role("button", name="Record a decision").click()
    page.get_by_label("What", exact=True).fill("Settle the land")
    page.get_by_label("Who (unit or post)").fill("Land bureau")
    page.get_by_role("button", name="Record", exact=True).click()
    expect(decided).to_contain_text("Settle the land")
    expect(decided).to_contain_text("Can't tell")
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Correct or withdraw one").click()
    page.get_by_label("What", exact=True).last.fill("Settle the land by May")
    page.get_by_role("button", name="Correct", exact=True).click()
    expect(decided).to_contain_text("Settle the land by May")
    page.get_by_role("button", name="Withdraw", exact=True).click()
    expect(decided).to_contain_text("Nothing has been decided yet.")
