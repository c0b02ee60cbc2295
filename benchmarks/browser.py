"""The machine's own chromium, kept on this machine: what a page asks for elsewhere is stopped and told."""

from __future__ import annotations

import shutil
from typing import Any
from urllib.parse import quote, urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Route

from data.demo.named import named_projects

PASSAGE = "截至8月底，全市开工项目388个，开工率80%；能源类项目占总投资的35%，比上年末增加46亿元；民营项目30个。"
# Every page that is looked at, pictured and tested, by its name: a project's sheet is a page of its own, and so are
# a passage that is checked and an agenda.
PATHS = {
    "overview": "/",
    "investment": "/investment",
    "energy": "/energy",
    "counties": "/counties",
    "projects": "/projects",
    "project": f"/projects?project={named_projects()[1]['project_id']}",
    "dispatch": "/dispatch",
    "attraction": "/attraction",
    "campaigns": "/campaigns",
    "meeting": "/meeting",
    "agenda": f"/meeting?agenda=overview&agenda={quote('projects?light=red&sort=-total_wan')}",
    "reconcile": "/reconcile",
    "passage": f"/reconcile?text={quote(PASSAGE)}",
}
WALL = 1920  # the width at which a page is looked at as the wall shows it
OURS = "h1"  # the heading of every page of the dashboard
LOOPBACK = ("127.0.0.1", "localhost", "::1")
LOCAL_SCHEMES = ("data", "blob", "about")
SHOWN_WITHIN_MS = 30_000


def address_of(page: str, language: str, width: int) -> str:
    """The path of a page with its parameters."""
    path = PATHS[page]
    wall = "&wall=1" if width == WALL else ""
    return f"{path}{'&' if '?' in path else '?'}lang={language}{wall}"


def launch_arguments() -> dict[str, Any]:
    """How to start Debian's chromium headless. Raises RuntimeError where there is none."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if not chromium:
        raise RuntimeError("There is no chromium here. Run .ci/setup browser.")
    return {"executable_path": chromium, "args": ["--no-sandbox", "--disable-background-networking"]}


class Watch:
    """Aborts and records every request that leaves the machine; records errors on the console."""

    def __init__(self, context: BrowserContext) -> None:
        self.outside: list[str] = []
        self.errors: list[str] = []
        context.route("**/*", self._route)
        context.on("page", self._follow)

    def _route(self, route: Route) -> None:
        if is_local(route.request.url):
            route.continue_()
        else:
            self.outside.append(route.request.url)
            route.abort()

    def _follow(self, page: Page) -> None:
        page.on("websocket", lambda socket: None if is_local(socket.url) else self.outside.append(socket.url))
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.errors.append(str(error)))

    def _console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.errors.append(f"{message.text} ({message.location.get('url', '')})")


def is_local(address: str) -> bool:
    """Whether an address stays on this machine."""
    parts = urlsplit(address)
    return parts.scheme in LOCAL_SCHEMES or parts.hostname in LOOPBACK


def wait_until_shown(page: Page, heading: str = OURS) -> None:
    """Wait until the page's heading stands, the script has ended and every chart is drawn."""
    page.wait_for_selector(_CONNECTED_AND_IDLE, timeout=SHOWN_WITHIN_MS)
    page.wait_for_selector(heading, timeout=SHOWN_WITHIN_MS)
    if heading == OURS:
        page.wait_for_function(_MOUNTED, timeout=SHOWN_WITHIN_MS)
    page.wait_for_function(_SETTLED, timeout=SHOWN_WITHIN_MS)


_CONNECTED_AND_IDLE = '[data-test-script-state="notRunning"][data-test-connection-state="CONNECTED"]'

# Widgets and components come in pieces, some after the script has ended: every page has a filter bar and a table,
# and the sheet of a project that no ledger has only the way back.
_MOUNTED = """() => document.querySelectorAll('.st-key-filter_bar input').length >= 8
    && document.querySelector('.kp-listing, .st-key-sheet_back .kp-links')"""

# The script may start again at once (a new address, a callback): the page counts as shown when it stays idle.
_SETTLED = """() => new Promise(resolve => {
    const idle = () => document.querySelector('[data-testid="stApp"]')?.dataset.testScriptState === 'notRunning'
        && !document.querySelector('[data-testid="stSkeleton"]') && !document.querySelector('[data-stale="true"]');
    const plots = () => [...document.querySelectorAll('.js-plotly-plot')];
    const ours = ['card', 'wide', 'sheet'].map(name => `[class*="st-key-${name}_"]`).join(',');
    const parts = () => [...document.querySelectorAll(ours)];
    const drawn = () => plots().every(plot => plot.querySelector('.main-svg'))
        && parts().every(part => part.querySelector('.kp-card, .kp-listing, .kp-links'))
        && !document.querySelector('.kp-plot.loading');
    const count = () => document.querySelectorAll('*').length;
    if (!idle() || !drawn()) return resolve(false);
    const before = count();
    setTimeout(() => resolve(idle() && drawn() && count() === before), 300);
})"""
