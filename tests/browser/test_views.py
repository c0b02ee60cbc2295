"""Every page at every width, in both languages and schemes: nothing broken, cut off, untranslated or inaccessible.

`make test` looks at a fixed sample, `make soak` at all of them.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Collection

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, TimeoutError

from benchmarks.browser import PATHS
from data.city import city
from data.codes import CODES
from tests.browser.views import View, all_views, sample
from tests.soak import record

STANDARD = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
# What Streamlit's own markup breaks and we can't mend: rule → the elements it may be found at.
NOT_OURS: dict[str, tuple[str, ...]] = {}
LAID_OUT_WITHIN_MS = 15_000
CHINESE = re.compile(r"[\u4e00-\u9fff]")
# Names of people and projects are shown as the ledger has them, also where a title names the leader who has most.
CHINESE_IS_MEANT = (
    ".kp-sheet, .kp-passage, .st-key-passage_controls, .kp-plot, .st-key-filter_lang, .st-key-filter_sponsor, "
    ".st-key-filter_batch, h1, "
    ".st-key-wide_sponsored_timetable .kp-finding"
)
# Codes that are words of neither language; where one stands on a page, a label is missing.
CODES_OF_OURS = {code for codes in (*CODES.values(), city().codes("county"), city().codes("sector")) for code in codes
                 if "_" in code or code.isdigit()} | {"multi", "nan", "None", "null", "undefined", "NaN"}  # fmt: skip
ENGLISH = re.compile(r"[A-Za-z][a-z]{3,}[A-Za-z ,.:;'’()-]*")
ENGLISH_IS_MEANT = {"English", "Skip to main content"}  # the language's own name; Streamlit's own link, seen by Tab

# Texts of one column that lie over each other, and texts that end in an ellipsis or are clipped by their own box.
OVERLAPPING = """() => {
    const extent = one => {  // of the text itself, without the padding around it
        const range = document.createRange();
        range.selectNodeContents(one);
        return one.tagName === 'TABLE' ? one.getBoundingClientRect() : range.getBoundingClientRect();
    };
    const isHidden = one => one && (getComputedStyle(one).clipPath !== 'none' || isHidden(one.parentElement));
    const texts = [...document.querySelectorAll('[data-testid="stMain"] :is(h1, h2, h3, h4, p, th, td, table, button)')]
        .filter(one => !isHidden(one)).map(one => [one, extent(one)]).filter(([, box]) => box.width && box.height);
    const found = [];
    for (const [one, a] of texts) for (const [other, b] of texts) {
        if (one === other || one.contains(other) || other.contains(one)) continue;
        const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        if (across > 2 && down > 3) found.push(`${one.innerText.slice(0, 30)} / ${other.innerText.slice(0, 30)}`);
    }
    return found;
}"""
CUT_OFF = """() => [...document.querySelectorAll('[data-testid="stMain"] *')].filter(one => {
    const isShortened = getComputedStyle(one).textOverflow === 'ellipsis';
    return one.innerText && one.clientWidth > 2 && one.scrollWidth > one.clientWidth + (isShortened ? 0 : 1)
        && (one.children.length === 0 || isShortened) && getComputedStyle(one).overflow !== 'visible';
}).map(one => one.innerText)"""
# Texts of a chart that the edge of its own drawing cuts.
CUT_BY_CHART = """() => [...document.querySelectorAll('.kp-plot')].flatMap(plot => {
    const edge = plot.getBoundingClientRect();
    return [...plot.querySelectorAll('.main-svg text')].filter(text => text.textContent.trim()).filter(text => {
        const box = text.getBoundingClientRect();
        return box.width && (box.right > edge.right + 3 || box.left < edge.left - 3
            || box.bottom > edge.bottom + 3 || box.top < edge.top - 3);
    }).map(text => text.textContent);
})"""
WORDS = """selector => {
    const kept = [];
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
        const parent = walk.currentNode.parentElement;
        if (parent && !parent.closest('script, style, noscript, [data-testid="stIconMaterial"]') && !(selector && parent.closest(selector)))
            kept.push(walk.currentNode.textContent);
    }
    return kept;
}"""


def left_over(page: Page, question: str) -> list[str]:
    """What a question about the layout still finds when the page has had time to lay itself out."""
    with contextlib.suppress(TimeoutError):
        page.wait_for_function(f"() => ({question})().length === 0", timeout=LAID_OUT_WITHIN_MS)
    return page.evaluate(question)


def faults_of_access(page: Page) -> list[str]:
    """Every violation of WCAG 2.2 AA that axe finds and that is ours."""
    found = Axe().run(page, options={"runOnly": {"type": "tag", "values": STANDARD}}).response["violations"]
    return [
        f"{fault['id']} at {node['target']}: {node['html'][:120]}"
        for fault in found
        for node in fault["nodes"]
        if not any(known in node["html"] for known in NOT_OURS.get(fault["id"], ()))
    ]


def raw_codes(page: Page) -> list[str]:
    """Codes that stand on the page as they are."""
    texts = {text.strip() for text in page.evaluate(WORDS, "")}
    return sorted(texts & CODES_OF_OURS)


def chinese_words(page: Page, names: Collection[str]) -> list[str]:
    """Chinese outside names from the ledger and the choice of language."""
    texts = page.evaluate(WORDS, CHINESE_IS_MEANT)
    return [text for text in texts if CHINESE.search(re.sub("|".join(map(re.escape, names)), "", text))]


def english_words(page: Page) -> list[str]:
    """Texts that are English alone, besides the choice of language."""
    texts = {text.strip() for text in page.evaluate(WORDS, "")}
    return sorted(text for text in texts - ENGLISH_IS_MEANT if ENGLISH.fullmatch(text))


def faults_of(page: Page, view: View, names: Collection[str]) -> dict[str, list[str]]:
    """What is wrong with a page as it is shown, by kind; only kinds with a fault."""
    found = {
        "no heading": [] if page.locator("h1").inner_text().strip() else ["h1"],
        "exception": page.locator('[data-testid="stException"]').all_inner_texts(),
        "error": page.locator('[data-testid="stAlertContentError"]').all_inner_texts(),
        "wider than the screen": [
            str(width) for width in [page.evaluate("document.documentElement.scrollWidth")] if width > view.width
        ],
        "overlapping": left_over(page, OVERLAPPING),
        "cut off": left_over(page, CUT_OFF),
        "cut off by its chart": left_over(page, CUT_BY_CHART),
        "raw codes": raw_codes(page),
        "untranslated": chinese_words(page, names) if view.language == "en" else english_words(page),
        "accessibility": faults_of_access(page),
    }
    return {kind: faults for kind, faults in found.items() if faults}


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "view" in metafunc.fixturenames:
        views = all_views() if metafunc.config.getoption("--soak") else sample()
        metafunc.parametrize("view", views, ids=lambda view: "-".join(map(str, view)))


@pytest.fixture(scope="session")
def names(demo):
    """The names of the ledger's projects, which are in no other language."""
    return {name for name in demo.engine.table("projects")["name"].to_pylist() if name}


@pytest.fixture(scope="module")
def looked_at(request):
    """How many views were without a fault; a soak records it."""
    verdicts: list[bool] = []
    yield verdicts
    if request.config.getoption("--soak") and verdicts:
        faulty = verdicts.count(False)
        record("page views: page × language × width × scheme", len(verdicts), f"{faulty} with a fault")


def test_a_page_is_whole_readable_translated_and_accessible(view_page, view, names, looked_at):
    faults = faults_of(view_page(view), view, names)
    looked_at.append(not faults)
    assert faults == {}


def test_the_sample_meets_every_page_width_language_and_scheme():
    seen = sample()
    for field in View._fields:
        assert {getattr(view, field) for view in seen} == {getattr(view, field) for view in all_views()}
    assert {view.page for view in seen} == set(PATHS)


def test_every_page_is_looked_at():
    from tests.contracts.test_docs import all_pages

    assert {page.name for page in all_pages()} <= set(PATHS)
