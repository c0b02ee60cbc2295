"""A long list doesn't bury what stands below it on a phone: its first rows, and all of them for one tap."""

from __future__ import annotations

import pytest

LIST = ".st-key-sheet_problem_list"


def visible_rows(page):
    return page.locator(f"{LIST} tbody tr").evaluate_all("all => all.filter(row => row.offsetHeight > 0).length")


def test_a_phone_shows_the_first_rows_of_a_long_list_and_all_of_them_when_asked(open_page):
    page = open_page("/dispatch", 390, lang="en")
    more = page.locator(f"{LIST} .kp-more")
    more.wait_for()
    assert (visible_rows(page), more.inner_text()) == (5, "Show all 15 rows")
    more.click()
    assert visible_rows(page) == 15
    assert page.evaluate(f"document.activeElement === document.querySelector('{LIST} .kp-sheet')")


@pytest.mark.parametrize("width", [820, 1440])
def test_wider_screens_show_every_row_at_once(open_page, width):
    page = open_page("/dispatch", width, lang="en")
    page.wait_for_selector(f"{LIST} tbody tr")
    assert visible_rows(page) == 15
    assert not page.locator(f"{LIST} .kp-more").is_visible()


def test_what_a_page_is_for_is_whole_on_a_phone(open_page):
    page = open_page("/projects", 390, lang="en")
    page.wait_for_selector(".st-key-sheet_project_list tbody tr")
    assert not page.locator(".kp-more").count()
