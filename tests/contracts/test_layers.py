"""Data flows one way. The contracts stand in pyproject.toml; what they can't say stands here."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGES = ("screen", "exports", "pages", "report", "charts", "queries", "data", "words", "access")
OURS = [
    ROOT / "app.py",
    *(path for name in PACKAGES for path in sorted((ROOT / name).rglob("*.py")) if "snapshots/" not in str(path)),
]


def imported(path: Path) -> set[str]:
    """The top-level names of everything that a file imports."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.split(".")[0])
    return found


def package(path: Path) -> str:
    return path.relative_to(ROOT).parts[0].removesuffix(".py")


def test_the_import_contracts_hold():
    linter = Path(sys.executable).parent / "lint-imports"
    ran = subprocess.run([linter, "--no-logo"], cwd=ROOT, capture_output=True, text=True)
    assert ran.returncode == 0, ran.stdout


@pytest.mark.parametrize(
    ("module", "allowed"),
    [("streamlit", {"app", "screen", "access"}), ("access", {"app", "screen", "access"}), ("app", set())],
)
def test_only_some_may_import(module, allowed):
    assert [
        str(path.relative_to(ROOT)) for path in OURS if module in imported(path) and package(path) not in allowed
    ] == []


def test_every_package_is_held_by_the_contracts():
    settings = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    packages = {path.parent.name for path in ROOT.glob("*/__init__.py")} - {"docs", "benchmarks"}
    assert [name for name in packages if f'"{name}"' not in settings.split("[tool.importlinter]")[1]] == []


def test_requirements_name_what_is_imported_and_nothing_else():
    import_names = {
        "python-calamine": "python_calamine", "Babel": "babel", "Jinja2": "jinja2", "MarkupSafe": "markupsafe",
        "python-pptx": "pptx", "python-docx": "docx", "SQLAlchemy": "sqlalchemy",
    }  # fmt: skip
    ours = (ROOT / "requirements.txt").read_text(encoding="utf-8").split("\n\n")[0]
    required = {line.split("==")[0] for line in ours.splitlines() if "==" in line}
    third_party = set().union(*(imported(path) for path in OURS)) - set(sys.stdlib_module_names) - {*PACKAGES, "app"}
    third_party |= {"orjson"}  # asked for by its name when a figure is written as JSON
    assert third_party == {import_names.get(name, name) for name in required}


def test_every_requirement_is_pinned():
    for name in ("requirements.txt", "requirements-dev.txt"):
        lines = [line.split(";")[0].strip() for line in (ROOT / name).read_text(encoding="utf-8").splitlines()]
        assert [line for line in lines if line and not line.startswith(("#", "-r ")) and "==" not in line] == []
