"""`python -m queries check`: what it prints for a file or a pipe, and how it ends."""

import csv
import io
import json
import sys

import pytest

from queries.__main__ import main

TEXT = "全市开工项目423个，开工率85.6%，民营项目30个。"


@pytest.fixture
def run(demo_store, monkeypatch, capfdbinary):
    """Run the command over the demonstration: (exit code, standard output, standard error)."""
    monkeypatch.setenv("KEYPROJECTS_SNAPSHOTS", str(demo_store.folder))

    def ran(*arguments, lang="en"):
        try:
            code = main(["--lang", lang, "check", *arguments])
        except SystemExit as ended:
            code = ended.code
        out, err = capfdbinary.readouterr()
        return code, out.decode(), err.decode()

    return ran


@pytest.fixture
def speech(tmp_path):
    file = tmp_path / "speech.txt"
    file.write_text(TEXT, encoding="utf-8")
    return str(file)


def test_every_figure_of_a_file_has_its_verdict_its_measure_and_its_base(run, speech):
    code, out, err = run(speech, "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(out)))
    assert code == 0
    assert [(row["figure"], row["verdict"], row["question"]) for row in rows] == [
        ("423个", "right", "started"),
        ("85.6%", "wrong", "start_rate"),
        ("30个", "not_found", ""),
    ]
    assert (rows[1]["value"], rows[1]["numerator"], rows[1]["denominator"]) == ("84.60", "423", "500")
    assert "民营" in rows[2]["reason"]
    assert err.strip() == "3 figures: 1 right, 1 wrong, 1 not found."


def test_the_date_is_the_one_that_is_asked_for(run, speech):
    assert json.loads(run(speech, "--as-of", "2022-08-31", "--format", "json")[1])[0]["verdict"] == "wrong"


def test_a_table_reads_in_the_readers_language(run, speech):
    code, out, err = run(speech, lang="zh")
    assert (code, "已开工" in out, err.startswith("共 3 个数字")) == (0, True, True)


def test_a_text_may_be_piped_in(run, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    assert json.loads(run("-", "--format", "json")[1])[0]["figure"] == "423个"


def test_a_text_without_figures_gives_no_rows(run, tmp_path):
    file = tmp_path / "talk.txt"
    file.write_text("项目建设稳步推进。", encoding="utf-8")
    assert json.loads(run(str(file), "--format", "json")[1]) == []


@pytest.mark.parametrize(
    ("content", "arguments", "code", "said"),
    [
        (None, [], 1, "can't be read"),
        ("开工".encode("gb18030"), [], 1, "isn't text in UTF-8"),
        (TEXT.encode(), ["--as-of", "2022-09-29"], 2, "no snapshot of “2022-09-29”"),
        (TEXT.encode(), ["--county", "211402"], 2, "isn't understood"),
    ],
    ids=["no file", "another encoding", "no such date", "a filter"],
)
def test_what_can_not_be_done_is_said_in_a_sentence(run, tmp_path, content, arguments, code, said):
    file = tmp_path / "speech.txt"
    if content is not None:
        file.write_bytes(content)
    ended, _, err = run(str(file), *arguments)
    assert (ended, said in err) == (code, True), err
