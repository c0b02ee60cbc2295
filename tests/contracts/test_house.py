"""The house rules that no linter knows."""

from __future__ import annotations

import subprocess
import tomllib
from pathlib import Path

import pytest

from data.city import REFERENCE, city

ROOT = Path(__file__).parents[2]
MAY_NAME_THE_CITY = ("data/reference/", "data/demo/", "tests/", "docs/screenshots/")
TEXT = (".py", ".sql", ".md", ".toml", ".po", ".css", ".js", ".html", ".txt", ".csv", ".yml", ".cfg")
LONGEST_FILE = 300


def kept_files() -> list[str]:
    """Every file of the repository, as git knows them, new ones included."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    if listed.returncode:
        pytest.skip("not a git checkout")
    return [name for name in listed.stdout.splitlines() if (ROOT / name).is_file()]


def test_every_page_is_in_the_app():
    app = (ROOT / "app.py").read_text(encoding="utf-8")
    pages = [path.stem for path in (ROOT / "pages").glob("*.py") if path.stem != "__init__"]
    assert pages
    assert [page for page in pages if f"{page}.PAGE" not in app] == []


def test_every_page_hands_over_to_the_app_when_streamlit_runs_it_itself():
    """With a folder called pages, a new server runs the file of the first address before it knows the menu."""
    pages = [path for path in (ROOT / "pages").glob("*.py") if path.stem != "__init__"]
    assert [path.name for path in pages if 'runpy.run_module("app")' not in path.read_text(encoding="utf-8")] == []


def test_every_chart_has_the_question_of_its_name_or_names_one():
    questions = {path.stem for path in (ROOT / "queries").rglob("*.sql")}
    for path in (ROOT / "charts").glob("*.py"):
        source = path.read_text(encoding="utf-8")
        if "def draw(" in source:
            named = source.split('QUERY = "', 1)[1].split('"', 1)[0]
            assert named in questions, path.name


def test_nothing_but_reference_demonstration_and_tests_names_the_city():
    about = city()
    names = {about.name.zh, about.name.en, *(division.code for division in about.divisions if division.code.isdigit())}
    names |= {text for d in about.divisions if d.code.isdigit() and d.kind == "county" for text in d.label}
    assert len(names) > 5, REFERENCE
    found = [
        f"{name}: {word}"
        for name in kept_files()
        if name.endswith(TEXT) and not name.startswith(MAY_NAME_THE_CITY)
        for word in sorted(names)
        if word in (ROOT / name).read_text(encoding="utf-8")
    ]
    assert found == []


def test_no_file_is_too_long_to_read():
    counted = {
        name: len((ROOT / name).read_text(encoding="utf-8").splitlines())
        for name in kept_files()
        if name.endswith(".py")
    }
    declared = {"data/ledger.py"}  # one declaration a column: a dictionary, not a program
    assert {name: lines for name, lines in counted.items() if lines > LONGEST_FILE and name not in declared} == {}


def test_the_settings_are_ones_that_streamlit_knows():
    from streamlit import config

    settings = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    options = [f"{section}.{name}" for section, values in settings.items() for name in values if section != "theme"]
    assert [option for option in options if option not in config.get_config_options(force_reparse=False)] == []


def test_the_build_runs_the_command_of_the_readme():
    assert (ROOT / ".ci" / "run").read_text(encoding="utf-8").rstrip().endswith("make test")
    assert (ROOT / ".ci" / "run").stat().st_mode & 0o111
    assert "make test" in (ROOT / "README.md").read_text(encoding="utf-8")
