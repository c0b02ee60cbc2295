"""Open data: every project of the filters is in the package, in the fields of the standard, without an error."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pytest
from jsonschema import Draft4Validator, FormatChecker

from data.city import city
from exports.oc4ids import oc4ids
from pages import overview, projects
from queries.catalog import catalog
from report.assemble import Source, assemble, question_parameters
from report.filters import Filters, Search, read_filters
from tests.exports.test_workbook import SEP
from tests.pages.random_urls import COUNT, random_urls
from words import Words

EN, ZH = Words("en"), Words("zh")
ROOT = Path(__file__).parents[2]
SCHEMA = ROOT.parent / "shared" / "data" / "oc4ids" / "project-schema.json"
DOCUMENT = (ROOT / "docs" / "oc4ids.md").read_text(encoding="utf-8")
LEDGER = """
    project_id               | name | county_code | sector         | energy_kind | nature    | stage     | total_wan    | planned_start | actual_start | planned_finish | actual_finish | lead_unit | owner
    2101-211402-04-01-000001 | A    | 211402      | energy         | wind        | new_build | started   | 1,234,567.89 | 2022-03-01    | 2022-03-05   | 2023-03-01     |               | Unit      | Unit
    B                        | B    | multi       | infrastructure |             | retrofit  | completed | 100          | 2021-03-01    | 2021-03-01   | 2022-08-01     | 2022-08-31    | Unit      | Owner
    C                        | C    | 211400      | industry       |             |           |           | 0.01         | 2022-09-29    | 2022-10-01   |                |               |           |
    D                        | D    | 211402      | livelihood     |             | expansion | cancelled | 500          |               |              |                |               |           |
"""


def package_of(source, filters, words=EN, page=overview.PAGE):
    return json.loads(oc4ids((assemble(page, filters, source, words),), source, words))


@pytest.fixture(scope="module")
def package(demo):
    return package_of(demo, Filters(SEP), ZH)


@pytest.fixture
def small(given_ledger):
    return package_of(Source(given_ledger(LEDGER), city()), Filters(SEP))["projects"]


@pytest.fixture(scope="module")
def schema():
    if not SCHEMA.exists():
        pytest.skip("the official schema isn't beside the checkout")
    return json.loads(SCHEMA.read_text(encoding="utf-8"))


@pytest.mark.parametrize("number", range(COUNT))
def test_every_project_of_the_filters_is_in_it(demo, number):
    filters, _ = read_filters(random_urls(demo)[number], demo.engine.opened.dates, city())
    made = package_of(demo, filters)["projects"]
    query = catalog()["project_list"]
    rows = demo.engine.ask("project_list", **question_parameters(query, filters))
    assert [one["identifiers"][0]["id"] for one in made] == [row.project_id for row in rows]
    whole = sum((row.total_wan for row in rows), Decimal(0)) * 10_000
    assert sum(Decimal(str(one["budget"]["amount"]["amount"])) for one in made) == whole


def test_the_sheet_of_a_project_gives_this_project_alone(demo):
    one = demo.engine.ask("project_list", as_of=SEP)[0].project_id
    made = package_of(demo, Filters(SEP, search=Search(project=one)), page=projects.SHEET)["projects"]
    assert [project["identifiers"][0]["id"] for project in made] == [one]


def test_there_is_no_error_against_the_official_schema(schema, package, small):
    check = Draft4Validator(schema, format_checker=FormatChecker())
    for project in (*package["projects"], *small):
        assert [(list(error.path), error.message) for error in check.iter_errors(project)] == []


def test_there_is_no_field_that_the_standard_does_not_know(schema, package, small):
    unknown = {path for project in (*package["projects"], *small) for path in fields_beyond(project, schema, schema)}
    assert unknown == set()


def fields_beyond(value, of, schema, path=""):
    """The paths of a value that its schema has no property for."""
    if "$ref" in of:
        of = schema["definitions"][of["$ref"].rpartition("/")[2]]
    if isinstance(value, list):
        return [found for one in value for found in fields_beyond(one, of.get("items", {}), schema, path)]
    if not isinstance(value, dict) or "properties" not in of:
        return []
    known = of["properties"]
    found = [f"{path}/{key}" for key in value if key not in known]
    return found + [
        more for key in value if key in known for more in fields_beyond(value[key], known[key], schema, f"{path}/{key}")
    ]


def test_the_checks_of_the_standards_own_tool_find_nothing(package):
    checks = pytest.importorskip("libcoveoc4ids.additional_checks", reason="libcoveoc4ids isn't installed")
    from libcoveocds.lib.additional_checks import flatten_dict

    flat = dict(flatten_dict(package))
    found = [result for check in (*checks.ADDITIONAL_CHECKS, *checks.CONFORMANCE_CHECKS)
             for result in check(package, flat)]  # fmt: skip
    assert found == []


def test_the_package_says_who_publishes_it_and_of_when(demo, package):
    manifest = demo.engine.opened.folders[SEP].manifest
    assert {name: package[name] for name in ("version", "publishedDate", "publisher")} == {
        "version": "0.9", "publishedDate": manifest.published_at, "publisher": {"name": city().name.zh},
    }  # fmt: skip
    assert package["uri"].startswith(f"urn:keyprojects:{city().code}:2022-09-30:g{demo.engine.opened.generation}:")


def test_the_same_ledger_gives_the_same_file(demo):
    reports = [assemble(overview.PAGE, Filters(SEP), demo, ZH) for _ in range(2)]
    assert oc4ids(reports[:1], demo, ZH) == oc4ids(reports[1:], demo, ZH)
    assert len(json.loads(oc4ids(reports, demo, ZH))["projects"]) == 500  # each once


def test_amounts_are_exact_in_yuan(small):
    assert [one["budget"]["amount"] for one in small] == [
        {"amount": amount, "currency": "CNY"} for amount in (12_345_678_900, 5_000_000, 1_000_000, 100)
    ]


def test_identifiers_are_behind_the_prefix_of_the_city(small):
    assert [one["id"] for one in small] == [
        f"{city().oc4ids_prefix}-{own}" for own in ("2101-211402-04-01-000001", "D", "B", "C")
    ]
    assert [one["identifiers"][0]["scheme"] for one in small] == ["GB/T 40058", "internal", "internal", "internal"]


def test_codes_become_codes_of_the_standard(small):
    found = {one["title"]: (one["status"], one.get("type"), one.get("sector")) for one in small}
    assert found == {
        "A": ("implementation", "construction", ["energy", "energy.wind"]),
        "B": ("completion", "rehabilitation", None),
        "C": ("preparation", None, ["economy"]),
        "D": ("cancelled", "expansion", None),
    }


def test_what_is_dated_after_the_date_has_not_happened(small):
    by_title = {one["title"]: one for one in small}
    start = {one["id"]: (one["status"], one.get("dateMet")) for one in by_title["C"]["milestones"]}
    assert start == {"start": ("notMet", None)}
    assert {one["id"]: one["status"] for one in by_title["A"]["milestones"]} == {"start": "met", "finish": "scheduled"}
    assert by_title["B"]["completion"] == {"endDate": "2022-08-31T00:00:00+08:00"}
    assert "completion" not in by_title["A"]


def test_parties_stand_once_with_all_their_roles(small):
    by_title = {one["title"]: one for one in small}
    assert by_title["A"]["parties"] == [{"id": "Unit", "name": "Unit", "roles": ["publicAuthority", "buyer"]}]
    assert [one["roles"] for one in by_title["B"]["parties"]] == [["publicAuthority"], ["buyer"]]
    assert "parties" not in by_title["C"] and "publicAuthority" not in by_title["C"]


def test_a_cross_county_project_has_the_counties_that_it_crosses(demo, package):
    rows = {row.project_id: row for row in demo.engine.ask("project_list", as_of=SEP) if row.county_code == "multi"}
    made = {one["identifiers"][0]["id"]: one["locations"] for one in package["projects"]}
    assert rows
    for project, row in rows.items():
        assert [place["id"] for place in made[project]] == list(row.county_codes or ["multi"])


def test_the_milestones_are_those_of_the_ledger(demo, package):
    count = sum(len([one for one in project.get("milestones", ()) if one["id"].isdigit()]) for project in package["projects"])  # fmt: skip
    assert count == len(demo.engine.ask("milestone_list", as_of=SEP)) > 500


def test_the_document_names_every_field_that_is_written(package):
    fields = {field for project in package["projects"] for field in project}
    assert [field for field in sorted(fields) if f"`{field}" not in DOCUMENT] == []
