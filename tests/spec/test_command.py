"""`python -m queries`: what it prints, where it writes, and how it ends."""

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from queries.__main__ import main
from queries.catalog import catalog

ROOT = Path(__file__).parents[2]


@pytest.fixture
def run(demo_store, monkeypatch, capfdbinary):
    """Run a command over the demonstration: (exit code, standard output, standard error)."""
    monkeypatch.setenv("KEYPROJECTS_SNAPSHOTS", str(demo_store.folder))

    def ran(*arguments, lang="en"):
        try:
            code = main(["--lang", lang, *arguments])
        except SystemExit as ended:
            code = ended.code
        out, err = capfdbinary.readouterr()
        return code, out, err.decode()

    return ran


def read(out):
    return list(csv.DictReader(io.StringIO(out.decode())))


def test_the_list_names_every_question_in_the_readers_language(run):
    code, out, _ = run("list", lang="zh")
    assert code == 0
    assert [name for name in [*catalog(), "reconcile", "alerts"] if f"\n{name} " not in out.decode()] == []
    assert "各县区投资" in out.decode()


def test_an_answer_has_the_filters_of_the_address(run):
    code, out, _ = run("run", "start_rate", "--as-of", "2022-08-31", "--as-of", "2022-09-30", "--county", "211402",
                       "--county", "211481", "--size", "1y_10y", "--format", "csv")  # fmt: skip
    assert code == 0
    assert [row["as_of"] for row in read(out)] == ["2022-08-31", "2022-09-30"]


def test_the_language_may_stand_anywhere(run):
    assert run("list", "--lang", "zh")[1].decode().startswith("名称")


def test_reconcile_gives_every_figure_with_its_base_and_its_verdict(run):
    code, out, err = run("run", "reconcile", "--format", "csv")
    rows = {row["id"]: row for row in read(out)}
    assert (code, len(rows), {row["verdict"] for row in rows.values()}) == (0, 91, {"agrees"})
    wanted = {"id", "measure", "printed", "computed", "numerator", "denominator", "unit", "verdict", "basis"}
    assert wanted <= set(rows["F01"])
    assert rows["F17"] | {"computed": "84.6", "numerator": "423", "denominator": "500"} == rows["F17"]
    assert rows["F60"]["printed"] == "-5.31"
    assert (rows["F01"]["basis"], rows["F08"]["basis"]) == ("recomputed from 23 rows", "recomputed from one row")
    assert "47 of 47" in err
    assert "44 of 44" in err
    assert "74.2%" in rows["F12"]["flag"]


def test_the_same_answer_in_every_format(run, tmp_path):
    asked = ("run", "investment_by_county", "--as-of", "2022-09-30", "--format")
    as_csv, as_json = read(run(*asked, "csv")[1]), json.loads(run(*asked, "json")[1])
    as_parquet = pq.read_table(pa.BufferReader(run(*asked, "parquet")[1])).to_pylist()
    assert [row["county_code"] for row in as_csv] == [row["county_code"] for row in as_json]
    assert [float(row["total_wan"]) for row in as_csv] == [row["total_wan"] for row in as_json]
    assert [float(row["total_wan"]) for row in as_parquet] == [row["total_wan"] for row in as_json]
    out = tmp_path / "answer.csv"
    assert run(*asked, "csv", "--out", str(out))[:2] == (0, b"")
    assert read(out.read_bytes()) == as_csv


def test_an_empty_answer_keeps_its_columns_and_types(run):
    code, out, _ = run("run", "projects", "--batch", "none of these", "--format", "parquet")
    found = pq.read_table(pa.BufferReader(out))
    assert (code, found.num_rows, str(found.schema.field("as_of").type)) == (0, 0, "date32[day]")
    assert str(found.schema.field("numerator").type) == "decimal128(38, 4)"


def test_the_rows_behind_an_answer_add_up_to_it(run):
    rows = read(run("run", "total_investment", "--sector", "energy", "--behind", "--format", "csv")[1])
    answer = read(run("run", "total_investment", "--sector", "energy", "--format", "csv")[1])
    assert sum(float(row["numerator"]) for row in rows) == pytest.approx(float(answer[0]["numerator"]))
    assert all(row["source_row"] for row in rows)


def test_a_question_with_parameters_of_its_own_takes_them_by_name(run):
    for written in (["--previous", "2021-12-31"], ["--previous=2021-12-31"]):
        code, out, _ = run("run", "sector_share_change", "--of-sectors", "energy", *written, "--size", "1y_10y", "--format",
                           "csv")  # fmt: skip
        assert code == 0
        assert read(out)[0]["previous_denominator"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["run", "nonsense"], "There is no question “nonsense”"),
        (["run", "projects", "--county", "999999"], "There is no county “999999”; choose one of: 211402"),
        (["run", "projects", "--size", "big"], "There is no size “big”"),
        (["run", "projects", "--colour", "red"], "unknown colour"),
        (["run", "deals_signed", "--batch", "2022-Q4"], "unknown batches"),
        (["run", "sector_share_change", "--of-sectors", "energy"], "missing previous"),
        (["run", "sector_share_change", "--of-sectors", "energy", "--previous", "soon"], "“soon” is none"),
        (["run", "projects", "--as-of", "2022-13-01"], "2022-13-01 is no date"),
        (["run", "projects", "--as-of", "2022-10-31"], "no snapshot of “2022-10-31”; choose one of: 2021-12-31"),
        (["run", "projects", "--previous"], "“--previous” isn't understood"),
        (["run", "projects", "stray"], "“stray” isn't understood"),
        (["run", "reconcile", "--county", "211402"], "The filters don't apply here"),
        (["run", "projects", "--format", "docx"], "invalid choice"),
        (["run", "projects", "--format", "text"], "Only alerts are written as text"),
        (["run", "projects", "--since", "9"], "Only alerts are written as text and take --since"),
        (["run", "projects", "--quiet"], "Only alerts are written as text and take --since and --quiet"),
        (["run", "alerts"], "Alerts need the generation that you last saw"),
        (["run", "alerts", "--since", "soon"], "invalid int value"),
        (["run", "alerts", "--since", "99"], "There is no generation 99; the newest is 10."),
        (["run", "alerts", "--since", "9", "--generation", "8"], "There is no generation 9; the newest is 8."),
        (["run", "alerts", "--since", "9", "--county", "999999"], "There is no county “999999”"),
        (["run", "alerts", "--since", "9", "--colour", "red"], "unknown colour"),
        (["run", "alerts", "--since", "9", "--behind"], "--behind and --project don't apply"),
        (["run"], "required: name"),
        ([], "required: command"),
    ],
)
def test_wrong_use_ends_with_2_and_a_sentence(run, arguments, said):
    code, out, err = run(*arguments)
    assert (code, out) == (2, b"")
    assert said in err
    assert "Traceback" not in err


def test_a_file_that_cannot_be_written_ends_with_1_and_a_sentence(run):
    code, _, err = run("run", "projects", "--out", "/nowhere/at/all.csv")
    assert (code, err) == (1, "/nowhere/at/all.csv can't be written (No such file or directory).\n")


def test_a_generation_that_is_not_there_is_said_in_a_sentence(run):
    code, out, err = run("run", "projects", "--generation", "99")
    assert code
    assert (out, err) == (b"", "There is no generation 99; the newest is 10.\n")


def test_with_nothing_published_the_sentence_says_what_to_do(run, monkeypatch, tmp_path):
    monkeypatch.setenv("KEYPROJECTS_SNAPSHOTS", str(tmp_path))
    code, _, err = run("run", "projects")
    assert code == 1
    assert "python -m data demo" in err


def test_an_older_generation_answers_as_it_was_known_then(run):
    code, out, _ = run("run", "projects", "--generation", "1", "--format", "csv")
    assert (code, [row["as_of"] for row in read(out)]) == (0, ["2021-12-31"])


def test_a_reader_that_closes_early_ends_it_quietly(demo_store):
    asked = f'"{sys.executable}" -m queries run projects --behind --format csv | head -1'
    ran = subprocess.run(
        asked, shell=True, capture_output=True, text=True, cwd=ROOT,
        env={"KEYPROJECTS_SNAPSHOTS": str(demo_store.folder), "PATH": "/usr/bin:/bin"},
    )  # fmt: skip
    assert ran.stdout.startswith("as_of,project_id")
    assert ran.stderr == ""
