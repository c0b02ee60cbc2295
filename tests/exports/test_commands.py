"""`python -m exports`: what it writes, what it says meanwhile, and how it ends."""

from __future__ import annotations

import json

import pytest

from exports.__main__ import main
from exports.asked import ONCE, REPEATED
from exports.formats import FORMATS
from report.filters import CHOICES
from tests.exports.workbook_file import read


@pytest.fixture
def run(demo_store, monkeypatch, capfd, tmp_path):
    """Run a command over the demonstration: (exit code, the file, standard error)."""
    monkeypatch.setenv("KEYPROJECTS_SNAPSHOTS", str(demo_store.folder))

    def ran(*arguments, out=tmp_path / "file"):
        try:
            code = main([arguments[0], "--lang", "en", "--out", str(out), *arguments[1:]])
        except SystemExit as ended:
            code = ended.code
        said = capfd.readouterr()
        assert said.out == ""
        return code, out, said.err

    return ran


def said_on_the_first_sheet(path):
    front = read(path.read_bytes()).worksheets[0]
    return [str(cell.value) for row in front.iter_rows() for cell in row if cell.value is not None]


def test_pages_stand_in_the_order_that_they_are_asked_for(run):
    code, out, err = run("workbook", "--page", "reconcile", "--page", "counties", "--page", "projects")
    pages = [said for said in said_on_the_first_sheet(out) if said in ("Reconcile", "Counties", "Project list")]
    assert (code, pages) == (0, ["Reconcile", "Counties", "Project list"])
    assert "Asking counties (2 of 3) …" in err.splitlines()
    assert err.endswith(f"Wrote {out}.\n")


def test_filters_have_the_names_of_the_address(run):
    _, out, _ = run("workbook", "--as-of", "2022-08-31", "--compare", "none", "--county", "211402", "--county", "211481",
                    "--sector", "energy", "--generation", "9")  # fmt: skip
    sentence = "As of 2022-08-31 · not compared · Lianshan, Xingcheng · Energy · as known at generation 9"
    assert sentence in said_on_the_first_sheet(out)


def test_every_filter_of_the_address_is_an_option():
    assert {choice.url for choice in CHOICES} <= set(REPEATED)
    assert {"as_of", "generation", "compare", "start_by", "measure", "project", "q"} <= set(ONCE)


def test_a_project_has_its_sheet(run):
    _, out, _ = run("oc4ids", "--page", "projects", "--q", "核电")
    one = json.loads(out.read_text(encoding="utf-8"))["projects"][0]
    _, out, _ = run("workbook", "--page", "projects", "--project", one["identifiers"][0]["id"])
    assert one["title"] in said_on_the_first_sheet(out)


@pytest.mark.parametrize("name", [of.name for of in FORMATS])
def test_every_format_is_written(run, name):
    code, out, err = run(name, "--page", "counties", "--as-of", "2022-08-31", "--county", "211402")
    assert (code, out.stat().st_size > 1_000) == (0, True), err


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("--page", "nowhere"), "There is no page “nowhere”"),
        (("--county", "999999"), "There is no county “999999”"),
        (("--as-of", "2020-01-01"), "There is no snapshot of “2020-01-01”"),
        (("--since", "77"), "There is no generation 77"),
        (("--measure", "beauty"), "There is no measure “beauty”"),
        (("--colour", "red"), "unrecognized arguments"),
    ],
)
def test_what_is_not_there_is_wrong_use_and_nothing_is_written(run, arguments, expected):
    code, out, err = run("workbook", *arguments)
    assert (code, out.exists()) == (2, False)
    assert expected in err


def test_a_generation_that_is_not_there_is_refused(run):
    code, out, err = run("workbook", "--generation", "99")
    assert (code, out.exists(), err.count("\n")) == (1, False, 1)


def test_a_file_that_cannot_be_written_is_one_sentence(run, tmp_path):
    code, _, err = run("oc4ids", out=tmp_path / "missing" / "file")
    assert code == 1
    assert err.splitlines()[-1].endswith("can't be written (No such file or directory).")
