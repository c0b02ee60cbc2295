"""Sentences about the demonstration, each figure with the verdict that it must get: the table is sentences.csv.

The verdicts of the table are held against plain Python over the published files, and the checker against the
table: what it calls right is right, always, and it finds at least nine of ten figures that are.
"""

from __future__ import annotations

import csv
import datetime as dt
import re
from pathlib import Path
from typing import NamedTuple

import pytest

from queries.sentences.check import NOT_FOUND, RIGHT, WRONG, check
from tests.spec.sentence_truths import Truths, holds

TABLE = Path(__file__).parent / "sentences.csv"
ARTICLE = Path(__file__).parents[3] / "shared" / "seed" / "article.txt"
SHARED_AT_MOST = 13  # characters in a row that a sentence may have in common with the article
LEAST_RECALL = 0.9


class Sentence(NamedTuple):
    """A figure of a sentence: the verdict it must get, and where that comes from."""

    as_of: str
    sentence: str
    figure: str
    verdict: str
    measure: str
    where: str
    of: str
    day: str
    compared: str
    says: str
    note: str


with TABLE.open(encoding="utf-8", newline="") as source:
    SENTENCES = [Sentence(**row) for row in csv.DictReader(source)]
KNOWN = [one for one in SENTENCES if one.verdict != NOT_FOUND]


def date(text: str) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


def named(one: Sentence) -> str:
    return f"{one.sentence[:18]} {one.figure} {one.verdict}"


@pytest.fixture(scope="module")
def truths(demo_store):
    return Truths(demo_store)


def judged(one: Sentence, engine) -> str:
    """The verdict that the checker gives to the figure of the sentence; `missed` where it doesn't see it."""
    said = check(one.sentence, engine, date(one.as_of))
    return next((found.verdict for found in said if found.text == one.figure), "missed")


def test_there_are_enough_sentences_and_enough_of_them_are_wrong_or_unanswerable():
    kinds = {
        one.sentence: [other.verdict for other in SENTENCES if other.sentence == one.sentence] for one in SENTENCES
    }
    assert len(kinds) >= 130
    assert sum(RIGHT not in verdicts for verdicts in kinds.values()) >= len(kinds) / 3


@pytest.mark.parametrize("one", KNOWN, ids=named)
def test_the_verdict_of_the_table_is_what_plain_python_finds_in_the_files(truths, one):
    value = truths.value(one.measure, one.where, one.of, date(one.day), date(one.compared))
    assert holds(one.says, value) == (one.verdict == RIGHT), value


@pytest.mark.parametrize("one", [one for one in SENTENCES if one.verdict == NOT_FOUND], ids=named)
def test_what_can_not_be_told_says_why_in_the_table_and_on_the_screen(demo, one):
    said = next(found for found in check(one.sentence, demo.engine, date(one.as_of)) if found.text == one.figure)
    assert one.note
    assert (said.verdict, bool(said.reason)) == (NOT_FOUND, True)


@pytest.mark.parametrize("one", [one for one in SENTENCES if one.verdict == WRONG], ids=named)
def test_what_is_wrong_is_never_called_right(demo, one):
    assert judged(one, demo.engine) != RIGHT


def test_what_is_called_right_is_right_and_nine_of_ten_right_figures_are_found(demo):
    verdicts = [(one, judged(one, demo.engine)) for one in SENTENCES]
    called = [one for one, verdict in verdicts if verdict == RIGHT]
    true = [one for one, _ in verdicts if one.verdict == RIGHT]
    precision = sum(one.verdict == RIGHT for one in called) / len(called)
    recall = sum(one.verdict == RIGHT for one in called) / len(true)
    agreeing = sum(one.verdict == verdict for one, verdict in verdicts) / len(verdicts)
    print(f"\nprecision of right {precision:.3f}, recall {recall:.3f}, verdicts as expected {agreeing:.3f}")
    assert precision == 1.0, [(one.sentence, one.figure) for one in called if one.verdict != RIGHT]
    assert recall >= LEAST_RECALL, [
        (one.sentence, one.figure) for one, verdict in verdicts if one.verdict == RIGHT != verdict
    ]
    assert agreeing >= LEAST_RECALL, [(one.sentence, one.figure, v) for one, v in verdicts if one.verdict != v]


def test_no_sentence_comes_from_the_article():
    if not ARTICLE.exists():
        pytest.skip("the article isn't beside this checkout")
    article = re.sub(r"\s", "", ARTICLE.read_text(encoding="utf-8"))
    length = SHARED_AT_MOST + 1
    shared = {
        one.sentence: one.sentence[begin : begin + length]
        for one in SENTENCES
        for begin in range(len(one.sentence) - length + 1)
        if one.sentence[begin : begin + length] in article
    }
    assert shared == {}
