"""Frozen links: the same numbers to the digit whatever is published later, and a line that says what changed."""

from __future__ import annotations

import datetime as dt
import shutil
from decimal import Decimal
from functools import cache
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from streamlit.testing.v1 import AppTest

from data.arrow import table_of
from data.city import REFERENCE, city
from data.diffing import changed_projects
from data.errors import Misused
from data.ledger import TABLES
from data.snapshots import Store
from queries.catalog import FOLDER
from queries.engines.duckdb import Engine
from queries.fingerprint import DIGITS, PARTS, changed_since, fingerprint
from report.assemble import Source, assemble
from report.filters import read_filters
from report.frozen import newer_data, rules_changed
from tests.conftest import rows_of
from tests.contracts.test_docs import all_pages
from tests.pages.random_urls import random_urls
from words import Words

APP = str(Path(__file__).parents[2] / "app.py")
EN = Words("en")
PAGES = {page.name: page for page in all_pages()}
FROZEN = 10  # the newest generation of the demonstration
AUG, SEP, OCT = dt.date(2022, 8, 31), dt.date(2022, 9, 30), dt.date(2022, 10, 31)


def published(store: Store, as_of: dt.date, change) -> None:
    """The newest tables of September, their projects changed, as a new generation of a date."""
    folder = store.open().folders[SEP]
    tables = {name: pq.read_table(folder.file(name)) for name in TABLES}
    rows = {name: [{**row, "as_of": as_of} for row in tables[name].to_pylist()] for name in tables}
    rows["projects"] = change(rows["projects"])
    store.publish({name: table_of(name, rows[name]) for name in rows}, as_of=as_of, reason="test",
                  source_name="test", source_sha256="", who="test")  # fmt: skip


def corrected(projects):
    """One project new, two gone, one dearer by 1 亿元."""
    first, *others = projects[2:]
    return [{**projects[0], "project_id": "NEW", "name": "New"}, {**first, "total_wan": first["total_wan"] + 10_000},
            *others]  # fmt: skip


@pytest.fixture(scope="module")
def store(demo_store, tmp_path_factory):
    """The demonstration, September corrected (generation 11), October published after it (12)."""
    folder = tmp_path_factory.mktemp("later") / "store"
    shutil.copytree(demo_store.folder, folder)
    later = Store(folder)
    published(later, SEP, corrected)
    published(later, OCT, lambda projects: projects)
    return later


def source_at(store, generation=None):
    return opened(store.folder, generation or store.current())


@cache
def opened(folder, generation):
    return Source(Engine(Store(folder).open(generation)), city())


def report_at(page, source, **url):
    asked = {name: value if isinstance(value, list) else [value] for name, value in url.items()}
    filters, faults = read_filters(asked, source.engine.opened.dates, city())
    assert not faults
    return assemble(PAGES[page], filters, source, EN)


def shown(report):
    """Everything of a report that a reader sees."""
    return (
        report.sentence, report.kpis, report.lead, report.tables, report.notes,
        [(chart.alt, chart.rows, chart.figure.to_json()) for chart in report.charts],
    )  # fmt: skip


@pytest.mark.parametrize("named", sorted(PAGES))
def test_a_link_shows_the_same_numbers_to_the_digit_after_later_publishes(demo, store, named):
    for url in ({"county": ["211402"]}, random_urls(demo, 2 + len(PAGES))[1 + sorted(PAGES).index(named)]):
        frozen = {"generation": [str(FROZEN)], **url}
        assert shown(report_at(named, source_at(store, FROZEN), **frozen)) == shown(report_at(named, demo, **frozen))


def test_without_the_generation_the_same_address_shows_what_was_published_since(demo, store):
    now = report_at("overview", source_at(store), as_of="2022-09-30")
    assert [kpi.value for kpi in now.kpis] != [kpi.value for kpi in report_at("overview", demo).kpis]


def newer(store, page="overview", generation=FROZEN, newest=None, words=EN, **url):
    source = source_at(store, generation)
    return newer_data(report_at(page, source, **url), source, source_at(store, newest), words)


def test_a_correction_says_how_many_projects_and_which_tiles_it_changes(store):
    found = newer(store, newest=11)
    assert found.day == SEP
    assert found.sentence.startswith(
        "Newer data exists: 2022-09-30 was corrected, generation 11. "
        "Against this link, projects: 1 new, 2 gone, 1 changed. "
    )
    assert "Key projects 500 → 499, -1; " in found.sentence


def test_a_later_date_is_newer_data_and_a_correction_is_said_beside_it(store):
    found = newer(store)
    assert found.day == OCT
    assert "2022-10-31, generation 12. 2022-09-30 was corrected too. " in found.sentence
    assert newer(store, generation=11).sentence.startswith("Newer data exists: 2022-10-31, generation 12. Against")


def test_only_the_filters_of_the_link_count(store):
    county = source_at(store).engine.ask("project_list", as_of=SEP)[0].county_code
    other = next(code for code in city().codes("county") if code.isdigit() and code != county)
    whole, part = newer(store, newest=11), newer(store, newest=11, county=other)
    assert whole.sentence != part.sentence
    assert "1 new, 2 gone, 1 changed" not in part.sentence


def test_an_older_date_that_nobody_touched_is_said_to_be_unchanged(store):
    found = newer(store, newest=11, as_of="2022-08-31")
    assert found.sentence == "Generation 11 is newer; it changes nothing of 2022-08-31."


def test_a_correction_of_an_earlier_date_is_named_for_the_courses_that_it_changes(store, tmp_path):
    shutil.copytree(store.folder, tmp_path / "store")
    other = Store(tmp_path / "store")
    published(other, AUG, corrected)
    found = newer(other, generation=12)
    assert (found.day, found.sentence) == (
        OCT, "Generation 13 is newer; it changes nothing of 2022-10-31. Earlier dates were corrected: 2022-08-31."
    )  # fmt: skip
    assert "Earlier dates were corrected: 2022-08-31. Against this link" in newer(other, generation=11).sentence


def test_what_was_taken_back_reads_as_before(store, tmp_path):
    shutil.copytree(store.folder, tmp_path / "store")
    other = Store(tmp_path / "store")
    other.rollback(10, reason="test", who="test")
    assert newer(other).sentence == "Generation 13 is newer; it changes nothing of 2022-09-30."


def test_a_withdrawn_date_is_said_to_be_withdrawn(store, tmp_path):
    shutil.copytree(store.folder, tmp_path / "store")
    other = Store(tmp_path / "store")
    other.rollback(11, reason="test", who="test")
    found = newer(other, generation=12)
    assert (found.day, found.sentence) == (SEP, "2022-10-31 has been withdrawn since, generation 13.")


def test_the_newest_generation_has_nothing_to_say(store):
    assert newer(store, generation=12) is None


def test_a_page_without_filters_counts_all_projects_and_has_no_tiles(store):
    found = newer(store, page="reconcile", newest=11, county="211402")
    assert found.sentence.endswith("projects: 1 new, 2 gone, 1 changed.")


def test_a_project_has_changed_when_any_of_its_columns_has():
    def table(text):
        return table_of("projects", rows_of(text))

    before = table("""
        project_id | name | total_wan | lead_unit | county_codes
        A          | a    |       100 |           |
        B          | b    |       100 |           |
        C          | c    |       100 | Office    |
        D          | d    |       100 |           |
    """)
    after = table("""
        project_id | name | total_wan | lead_unit | county_codes
        E          | e    |       100 |           |
        C          | c    |       100 |           |
        B          | b    |       101 |           |
        A          | a    |       100 |           |
    """)
    assert changed_projects(before, after) == {"B", "C"}
    lists = [["211402"], ["211402", "211403"]]
    of = [pa.table({"project_id": ["A"], "county_codes": [one]}) for one in lists]
    assert (changed_projects(*of), changed_projects(of[0], of[0])) == ({"A"}, set())


@pytest.fixture
def reference(tmp_path):
    shutil.copytree(REFERENCE, tmp_path / "reference")
    return tmp_path / "reference"


def edited(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        ("thresholds.csv", "start_red_months,3", "start_red_months,4", "the thresholds"),
        ("league.csv", "measure", "Measure", "the reference files"),
        ("SOURCES.md", "#", "##", ""),
    ],
)
def test_a_changed_threshold_or_reference_file_is_said(reference, name, old, new, said):
    made = fingerprint(reference)
    fingerprint.cache_clear()
    edited(reference / name, old, new)
    line = rules_changed(made, fingerprint(reference), EN)
    assert line == (f"Since this link was made, these have changed: {said}. "
                    "Its numbers may differ from those that were shared." if said else "")  # fmt: skip


def test_a_changed_query_is_said_but_not_a_rule_of_checking(tmp_path):
    shutil.copytree(FOLDER, tmp_path / "queries", ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    made = fingerprint(REFERENCE, tmp_path / "queries")
    for path, said in (
        ("checks/type.sql", ()),
        ("views/ledger.sql", ("queries",)),
        ("kpis/projects.sql", ("queries",)),
    ):
        fingerprint.cache_clear()
        edited(tmp_path / "queries" / path, "select", "Select")
        assert changed_since(made, fingerprint(REFERENCE, tmp_path / "queries")) == said, path
        made = fingerprint(REFERENCE, tmp_path / "queries")
    fingerprint.cache_clear()


def test_the_ends_of_lines_change_nothing(reference):
    made = fingerprint(reference)
    fingerprint.cache_clear()
    for path in reference.glob("*.csv"):
        path.write_bytes(path.read_bytes().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n"))
    assert fingerprint(reference) == made


@pytest.mark.parametrize("made", ["x", "0" * 23, "0" * 25, "G" * 24, "<script>", "０" * 24])
def test_a_malformed_mark_is_one_sentence(made):
    with pytest.raises(Misused, match="doesn't say what a link was made with"):
        changed_since(made, fingerprint())


def test_every_part_is_named_by_its_own_digits():
    now = fingerprint()
    assert len(now) == DIGITS * len(PARTS)
    for place, part in enumerate(PARTS):
        other = "0" * DIGITS
        made = now[: place * DIGITS] + other + now[(place + 1) * DIGITS :]
        assert changed_since(made, now) == (part,)
    assert changed_since(now, now) == ()


def app_at(monkeypatch, store, **parameters):
    monkeypatch.setenv("KEYPROJECTS_SNAPSHOTS", str(store.folder))
    app = AppTest.from_file(APP, default_timeout=60)
    for name, value in {"lang": "en", **parameters}.items():
        app.query_params[name] = value
    app.run()
    assert not app.exception and not app.error
    return app


def test_the_page_says_what_changed_above_the_frozen_numbers_and_leads_to_the_newest(monkeypatch, store):
    app = app_at(monkeypatch, store, as_of="2022-09-30", generation="10", made="0" * 24)
    assert "Newer data exists: 2022-10-31, generation 12." in app.info[0].value.replace("\\", "")
    assert "the queries, the thresholds, the reference files" in app.warning[0].value
    app.button("show_newest").click().run()
    assert not app.info and not app.warning
    assert not {"generation", "made", "as_of"} & set(app.query_params)
    assert app.query_params["since"] == "10"


def test_a_view_that_is_not_frozen_says_nothing_and_a_malformed_mark_one_sentence(monkeypatch, store):
    app = app_at(monkeypatch, store)
    assert not app.info and not app.warning
    app = app_at(monkeypatch, store, made="nonsense", generation="12")
    assert [one.value for one in app.warning] == [
        "“nonsense” doesn't say what a link was made with; copy the whole link again, or leave out made."
    ]
    assert not app.info


def test_money_is_compared_exactly():
    of = [pa.table({"project_id": ["A"], "total_wan": pa.array([Decimal(text)], pa.decimal128(18, 2))})
          for text in ("0.10", "0.11")]  # fmt: skip
    assert changed_projects(*of) == {"A"}
