"""Every sentence that a reader can see has its Chinese words, with the same {names} in them."""

import ast
import importlib
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from charts.county_measures import MEASURES
from charts.energy_share import PARTS
from charts.funds_by_source import SOURCES
from charts.problem_ageing import PARTS as OPEN_PROBLEMS
from charts.start_rate_bridge import STEPS
from charts.visits_by_month import ACTIVITIES
from data.city import rows
from data.ledger import TABLES
from data.units import UNITS_IN_ENGLISH
from exports.formats import FORMATS
from queries import alert_words, reconcile
from queries.catalog import catalog
from report import asking, attraction, campaigns, decided, frozen, meeting, said
from report import campaign_words as campaign_parts
from report.briefing import beside, counties, desk, structure
from report.filters import CHOICES, START_BY
from report.labels import COLUMN_LABELS
from report.lights import LIGHTS
from report.project import LIGHTS_OF
from report.units import UNITS
from report.watermelons import EVIDENCE

ROOT = Path(__file__).parents[2]
PACKAGES = ("data", "queries", "report", "charts", "pages", "exports", "screen")
CALLS = ("words", "Refused", "Misused", "Damaged", "Conflict", "Faulty")
NAMES = re.compile(r"{(\w+)}")


def in_calls() -> Iterator[str]:
    for package in PACKAGES:
        for path in sorted((ROOT / package).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in CALLS:
                    message = node.args[0] if node.args else None
                    if isinstance(message, ast.Constant):
                        yield message.value


def all_pages():
    """Every page, from the files of its folder."""
    names = sorted(path.stem for path in (ROOT / "pages").glob("*.py") if path.stem != "__init__")
    pages = [importlib.import_module(f"pages.{name}").PAGE for name in names]
    return [*pages, *(page.detail for page in pages if page.detail)]


def campaign_words() -> Iterator[str]:
    """Parts, states and phases of the campaign boards."""
    yield from campaign_parts.PARTS.values()
    yield from (word for _, word, _ in campaign_parts.STATES.values() if word)
    yield from campaigns.PHASE_WORDS.values()


def briefing_words() -> Iterator[str]:
    """Nouns, changes and places of the briefing."""
    yield from (noun for pair in desk.NOUNS.values() for noun in pair)
    yield from (change for pair in desk.CHANGES.values() for change in pair)
    yield from (*desk.POINTS, *structure.CHOSEN.values())
    yield from (*counties.ROWS.values(), *counties.BESIDE, *counties.ENDS)
    yield from (side for sides in beside.SIDES.values() for side in sides)


def in_declarations() -> Iterator[str]:
    from data.checking import SENTENCES
    from data.commands import KINDS
    from report.figures import COLUMNS, VERDICT_WORDS

    yield from SENTENCES.values()
    yield from KINDS.values()
    yield from COLUMNS
    yield from VERDICT_WORDS.values()
    yield from (*said.COLUMNS, *said.VERDICT_WORDS.values())
    yield from COLUMN_LABELS.values()
    yield from (choice.label for choice in CHOICES)
    yield from START_BY.values()
    yield from (measure.label for measure in MEASURES.values())
    yield from asking.COLUMNS
    yield from (*SOURCES.values(), *STEPS.values(), *PARTS.values())
    yield from (word for _, word in LIGHTS.values())
    yield from (word for _, word, _ in OPEN_PROBLEMS.values())
    yield from (title for titles in attraction.TITLES.values() for title in titles[:2])
    yield from ACTIVITIES.values()
    yield from campaign_words()
    yield from briefing_words()
    yield from (*EVIDENCE.values(), *LIGHTS_OF.values())
    yield from (of.label for of in FORMATS)
    yield from frozen.PARTS.values()
    yield from (*meeting.COLUMNS, *decided.VERDICTS.values(), decided.RULE)
    yield from (unit.label for unit in UNITS.values() if unit.label not in ("", "%"))
    yield from alert_words.KIND_WORDS.values()
    yield from (*reconcile.BASES.values(), *reconcile.FLAGS.values())
    for page in all_pages():
        yield from filter(None, (page.title, page.question, page.unfiltered_because))
    for query in catalog().values():
        yield from filter(None, (query.title, query.asks, query.means, query.because))


def chinese() -> dict[str, str]:
    with (ROOT / "words" / "zh_CN" / "messages.po").open("rb") as source:
        return {message.id: message.string for message in read_po(source) if message.id}


@pytest.mark.parametrize("sentences", [in_calls, in_declarations])
def test_every_sentence_has_chinese_words(sentences):
    known = chinese()
    assert sorted({s for s in sentences() if not known.get(s)}) == []


def test_a_translation_fills_the_same_names():
    wrong = [s for s, zh in chinese().items() if set(NAMES.findall(s)) != set(NAMES.findall(zh))]
    assert wrong == []


def test_no_translation_is_left_without_its_sentence():
    used = {*in_calls(), *in_declarations(), "× 100m yuan", "pp"}
    assert sorted(set(chinese()) - used) == []


def test_every_unit_has_an_english_word():
    printed = {row["unit"] for row in rows("published_figures.csv")}
    declared = {column.unit for table in TABLES.values() for column in table.columns if column.unit}
    assert (printed | declared) - set(UNITS_IN_ENGLISH) == set()
