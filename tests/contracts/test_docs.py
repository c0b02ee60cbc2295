"""Documentation can't drift: what the code has, the documents name, or a test here fails."""

from __future__ import annotations

import importlib
import re
import subprocess
import sys
from pathlib import Path

import pytest

from data.ledger import TABLES
from docs import columns
from report.filters import CHOICES

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
CHINESE = (ROOT / "README.zh.md").read_text(encoding="utf-8")
GLOSSARY = (ROOT / "GLOSSARY.md").read_text(encoding="utf-8")
SOURCES = [
    path
    for folder in ("data", "queries", "report", "exports", "screen", "words")
    for path in (ROOT / folder).rglob("*.py")
]

MODULES = ("data", "queries", "exports")


def all_pages():
    """Every page, from the files of its folder."""
    names = sorted(path.stem for path in (ROOT / "pages").glob("*.py") if path.stem != "__init__")
    return [importlib.import_module(f"pages.{name}").PAGE for name in names]


def commands(module: str) -> list[str]:
    """The commands that a module offers, from its own help."""
    shown = subprocess.run(
        [sys.executable, "-m", module, "--help"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    found = re.findall(r"^    ([a-z0-9-]+)(?:\s{2,}|$)", shown.stdout, re.M)
    assert found, shown.stdout
    return found


@pytest.mark.parametrize("module", MODULES)
def test_every_command_is_in_the_readme(module):
    assert [name for name in commands(module) if f"python -m {module} {name}" not in README] == []


@pytest.mark.parametrize("module", MODULES)
def test_every_option_is_in_the_readme(module):
    for command in commands(module):
        shown = subprocess.run(
            [sys.executable, "-m", module, command, "--help"], cwd=ROOT, capture_output=True, text=True, check=True
        )
        options = set(re.findall(r"--[a-z-]+", shown.stdout)) - {"--help"}
        assert [option for option in sorted(options) if option not in README] == [], command


def test_every_make_target_is_in_the_readme():
    targets = re.findall(r"^([a-z]+):.*## ", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M)
    assert "run" in targets
    assert [name for name in targets if name != "help" and f"make {name}" not in README] == []


def test_every_command_and_target_that_the_documents_name_exists():
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M))
    for text in (README, CHINESE, (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")):
        assert set(re.findall(r"`?make ([a-z]+)`", text)) <= targets
        for module in MODULES:
            named = set(re.findall(rf"python -m {module} ([a-z0-9-]+)", text))
            assert named <= set(commands(module)), module


def test_every_address_parameter_is_in_the_readme():
    parameters = {"as_of", "generation", "compare", "lang", "passport", *(choice.url for choice in CHOICES)}
    assert [name for name in parameters if f"`{name}`" not in README] == []


def test_every_environment_variable_is_in_the_readme():
    used = {name for path in SOURCES for name in re.findall(r"KEYPROJECTS_[A-Z]+", path.read_text(encoding="utf-8"))}
    assert used
    assert [name for name in sorted(used) if f"`{name}`" not in README] == []
    documented = set(re.findall(r"KEYPROJECTS_[A-Z]+", README))
    assert documented <= used


def test_every_page_address_is_in_the_readme():
    assert [page.path for page in all_pages() if f"`/{page.path}`" not in README] == []


def test_the_column_page_is_the_generated_one():
    assert columns.PAGE.read_text(encoding="utf-8") == columns.page(), "Run make docs"


def test_every_column_is_on_the_column_page():
    page = columns.page()
    assert [c.name for table in TABLES.values() for c in table.columns if f"`{c.name}`" not in page] == []


def test_every_kpi_is_in_the_glossary():
    from queries.catalog import catalog

    asked = [name for page in all_pages() for name in page.kpis]
    assert [name for name in asked if f"| {catalog()[name].title} |" not in GLOSSARY] == []


@pytest.mark.parametrize("name", ["README.md", "README.zh.md", "CONTRIBUTING.md", "CHANGELOG.md", "GLOSSARY.md"])
def test_links_and_pictures_of_the_documents_exist(name):
    text = (ROOT / name).read_text(encoding="utf-8")
    linked = re.findall(r"\]\(((?!https?:|#)[^)#]+)", text)
    assert [link for link in linked if not (ROOT / link).exists()] == []
