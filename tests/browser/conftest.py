"""Browser tests see the product as a reader does: a real server, a real browser, and no other machine."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from benchmarks.browser import Watch, launch_arguments, wait_until_shown
from benchmarks.server import ROOT, serve
from tests.browser.views import View

# Streamlit looks for its server below the page's own path first, and the browser notes each miss.
NOT_THE_PAGE = ("/_stcore/health)", "/_stcore/host-config)")


@pytest.fixture(scope="session")
def app_address(demo_store: Any) -> Iterator[str]:
    """The address of the dashboard with the demonstration ledger published."""
    folder = getattr(demo_store, "folder", demo_store)
    with serve(ROOT / "app.py", KEYPROJECTS_SNAPSHOTS=str(folder)) as address:
        yield address


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    return launch_arguments()


@pytest.fixture
def watch(context: BrowserContext) -> Iterator[Watch]:
    """Fails the test when its pages asked another machine for anything, or when their console shows an error."""
    watching = Watch(context)
    yield watching
    check(watching)


def check(watching: Watch) -> None:
    """Nothing was asked of another machine, and no error stands on the console."""
    assert watching.outside == []
    assert [error for error in watching.errors if not any(known in error for known in NOT_THE_PAGE)] == []


@pytest.fixture
def open_page(watch: Watch, context: BrowserContext, app_address: str) -> Callable[..., Page]:
    """Opens a page of the dashboard, such as open_page("/reconcile", lang="en"), and waits until it is shown."""

    def opened(path: str = "/", width: int = 1440, **parameters: str) -> Page:
        page = context.new_page()
        page.set_viewport_size({"width": width, "height": 900})
        query = "&".join(f"{name}={value}" for name, value in parameters.items())
        page.goto(f"{app_address}{path}{'?' if query else ''}{query}")
        wait_until_shown(page)
        return page

    return opened


@pytest.fixture
def view_page(app_address: str, browser: Browser) -> Iterator[Callable[[View], Page]]:
    """Opens one view of a page; fails the test when it asked another machine or its console shows an error."""
    contexts: list[tuple[BrowserContext, Watch]] = []

    def opened(view: View) -> Page:
        context = browser.new_context(
            viewport={"width": view.width, "height": 900}, color_scheme=view.scheme, reduced_motion="reduce"
        )
        contexts.append((context, Watch(context)))
        page = context.new_page()
        page.goto(f"{app_address}{view.address}")
        wait_until_shown(page)
        return page

    yield opened
    for context, watching in contexts:
        context.close()
        check(watching)
