"""An office program opens the slides: as many pages as slides, all Chinese rendered, nothing over an edge."""

from __future__ import annotations

import datetime as dt
import re
import shutil
import subprocess
from typing import NamedTuple

import pytest

from exports.slides import deck
from exports.slides.look import BODY, FOOTER, HEIGHT, WIDTH
from pages import counties, dispatch
from report.assemble import assemble
from report.filters import Filters
from tests.exports.slides_file import read, shapes_of
from words import Words

SEP = dt.date(2022, 9, 30)
EDGE = 2  # points that a letter may reach over the box that it is counted by
WORD = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*)</word>')


class Word(NamedTuple):
    """A word where it stands on a page."""

    left: float
    top: float
    right: float
    bottom: float
    text: str


@pytest.fixture(scope="module")
def content(demo):
    reports = [assemble(page.PAGE, Filters(as_of=SEP), demo, Words("zh")) for page in (counties, dispatch)]
    return deck(reports, demo, Words("zh"))


@pytest.fixture(scope="module")
def pages(content, tmp_path_factory):
    """The words of every page of the deck as an office program lays it out."""
    assert shutil.which("soffice") and shutil.which("pdftotext"), "Please run .ci/setup office first."
    folder = tmp_path_factory.mktemp("office")
    (folder / "deck.pptx").write_bytes(content)
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "pdf", "--outdir",
         str(folder), str(folder / "deck.pptx")], check=True, capture_output=True, timeout=150,
    )  # fmt: skip
    said = subprocess.run(
        ["pdftotext", "-bbox", str(folder / "deck.pdf"), "-"], check=True, capture_output=True, text=True
    )
    return [[Word(*map(float, found[:4]), found[4]) for found in WORD.findall(page)]
            for page in said.stdout.split("<page ")[1:]]  # fmt: skip


def test_there_are_as_many_pages_as_slides(content, pages):
    assert len(pages) == len(read(content).slides)


def test_titles_read_as_they_were_written(content, pages):
    for slide, words in zip(read(content).slides, pages, strict=True):
        title = slide.shapes.title.text_frame.text
        assert "".join(title.split()) in "".join(word.text for word in words).replace("&amp;", "&"), title


def test_no_word_reaches_over_the_edge_of_its_slide(pages):
    for number, words in enumerate(pages, 1):
        assert [
            word for word in words if word.left < -EDGE or word.right > WIDTH + EDGE or word.bottom > HEIGHT
        ] == [], number


def test_nothing_runs_into_the_footer(pages):
    for number, words in enumerate(pages, 1):
        into = [word for word in words if word.bottom > FOOTER.y + EDGE and word.top < FOOTER.y - EDGE]
        assert into == [], number


def test_subtitles_end_above_what_follows(pages):
    for number, words in enumerate(pages, 1):
        into = [word for word in words if word.bottom > BODY.y + 3 and word.top < BODY.y - EDGE]
        assert into == [], number


def test_tables_are_as_high_as_they_were_counted(content, pages):
    """Rows that an office program makes higher would push the last ones down."""
    for slide, words in zip(read(content).slides, pages, strict=True):
        tables = [shape for shape in shapes_of(slide) if getattr(shape, "has_table", False)]
        if tables:
            ends = [shape.top + sum(row.height for row in shape.table.rows) for shape in tables]
            lowest = max(word.bottom for word in words if BODY.y <= word.top < FOOTER.y)
            assert lowest <= max(ends) / 12_700 + EDGE, slide.shapes.title.text_frame.text
