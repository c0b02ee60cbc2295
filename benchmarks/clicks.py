"""From a click on a filter to the last chart repainted, in a real browser, two pages in turn."""

from __future__ import annotations

import statistics
from typing import NamedTuple

from playwright.sync_api import Browser, Page

from benchmarks.browser import Watch, wait_until_shown

CLICKS = 16
WARM_UP = 4
QUIET_MS = 600

# Every frame, each chart's drawn shapes and colours are compared with those of the frame before. A page counts as
# repainted at the last change of any chart, when as many have changed as the filter concerns, none has changed since
# for a while and the script is idle.
MEASURE = """([quiet, concerned]) => new Promise((resolve, reject) => {
    const charts = () => [...document.querySelectorAll('.js-plotly-plot')];
    const shapes = chart => [...chart.querySelectorAll('.main-svg path, .main-svg text')]
        .map(shape => (shape.getAttribute('d') || shape.textContent) + shape.getAttribute('style')).join('|');
    const idle = () => document.querySelector('[data-testid="stApp"]').dataset.testScriptState === 'notRunning';
    const before = charts().map(shapes);
    let clicked = null, last = null, drawn = before;
    const listen = event => { clicked = event.timeStamp; };
    document.addEventListener('pointerup', listen, {capture: true, once: true});
    const deadline = performance.now() + 20000;
    const frame = now => {
        const current = charts().map(shapes);
        if (current.some((shape, i) => shape !== drawn[i]) || current.length !== drawn.length) last = performance.now();
        drawn = current;
        const repainted = current.filter((shape, i) => shape && shape !== before[i]).length;
        const all = repainted >= concerned && current.length === before.length;
        if (clicked && last && all && idle() && now - last > quiet) return resolve([last - clicked, repainted]);
        if (now > deadline) return reject(new Error(`${repainted} of ${concerned} charts were repainted`));
        requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
})"""


class Course(NamedTuple):
    """The milliseconds of every counted click on one page."""

    milliseconds: tuple[float, ...]

    @property
    def median(self) -> float:
        """The middle one."""
        return statistics.median(self.milliseconds)


class Clicker:
    """One page with a filter of the bar, which it sets and clears by turns; `concerned` counts the charts it moves."""

    def __init__(self, browser: Browser, address: str, heading: str = "h1", filtered: str = "sector") -> None:
        context = browser.new_context(viewport={"width": 1440, "height": 2000}, locale="zh-CN")
        self.watch = Watch(context)
        self.page: Page = context.new_page()
        self.page.goto(address)
        wait_until_shown(self.page, heading)
        self.filter = self.page.locator(f'.st-key-filter_{filtered} [data-testid="stMultiSelect"]')
        self.concerned = 1

    def click(self) -> float:
        """Set the filter, or clear it when it is set; the milliseconds until the last chart was repainted."""
        remove = self.filter.locator("button[aria-label^='Remove']")
        if remove.count():
            self.page.keyboard.press("Escape")
            target = remove.first
        else:
            self.filter.locator("input").click()
            target = self.page.get_by_role("option").first
        target.wait_for()
        self.page.evaluate(
            f"given => {{ window.repainted = ({MEASURE})(given); window.repainted.catch(() => 0); }}",
            [QUIET_MS, self.concerned],
        )
        target.click()
        milliseconds, repainted = self.page.evaluate("() => window.repainted")
        self.concerned = max(self.concerned, int(repainted))
        return float(milliseconds)


def in_turn(pages: list[Clicker], clicks: int = CLICKS) -> list[Course]:
    """Click on each page in turn, so that whatever else the machine does falls on all of them alike."""
    taken: list[list[float]] = [[] for _ in pages]
    for number in range(WARM_UP + clicks):
        for page, times in zip(pages, taken, strict=True):
            milliseconds = page.click()
            if number >= WARM_UP:
                times.append(milliseconds)
    return [Course(tuple(times)) for times in taken]
