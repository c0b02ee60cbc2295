"""The minutes, and a whole meeting's files from its agenda, by command."""

import datetime as dt
import io

import pytest
from docx import Document
from pptx import Presentation

from data.minutes import Decision, Minutes
from exports.__main__ import main
from exports.formats import FORMAT
from pages.meeting import PAGE
from report.agenda import view_of, written
from report.assemble import assemble
from report.filters import Filters
from words import Words

SEP, AUG = dt.date(2022, 9, 30), dt.date(2022, 8, 31)
ZH = Words("zh")
LONG = "请有关单位抓紧办理，" * 40


@pytest.fixture(autouse=True)
def minutes(tmp_path, monkeypatch, demo_store):
    """Minutes of this test's own, and the demonstration."""
    monkeypatch.setenv("KEYPROJECTS_STATE", f"sqlite:///{tmp_path}/minutes.sqlite")
    monkeypatch.setenv("KEYPROJECTS_SNAPSHOTS", str(demo_store.folder))
    return Minutes()


@pytest.fixture
def agenda(tmp_path):
    file = tmp_path / "agenda.json"
    file.write_text(
        written([view_of("campaigns", {}), view_of("attraction", {"county": ["211402"]})]), encoding="utf-8"
    )
    return file


def texts(content):
    return [paragraph.text for paragraph in Document(io.BytesIO(content)).paragraphs]


def decided(demo, **other):
    row = demo.engine.ask("project_names", as_of=AUG)[0]
    generation = demo.engine.opened.folders[AUG].manifest.generation
    return Decision(row.project_id, row.name, LONG, "市发改委", SEP, AUG, AUG, generation)._replace(**other)


def test_the_minutes_hold_each_decision_whole_with_what_became_of_it(demo, minutes):
    minutes.decide(decided(demo))
    minutes.decide(decided(demo, what="上一次的事", meeting_on=dt.date(2022, 8, 1)))
    report = assemble(PAGE, Filters(SEP), demo, ZH)
    said = texts(FORMAT["minutes"].make([report], demo, ZH))
    assert any(LONG in line for line in said)
    assert any(line.startswith("责任单位（人）：市发改委 · 完成时限：2022-09-30 · 落实情况：") for line in said)
    order = [said.index(table.title) for table in report.tables]
    assert order == sorted(order)
    assert (
        "演示数据"
        in Document(io.BytesIO(FORMAT["minutes"].make([report], demo, ZH))).sections[0].footer.paragraphs[0].text
    )


def test_a_whole_meeting_is_taken_away_by_command_in_the_order_of_its_agenda(agenda, tmp_path):
    assert (
        main(
            [
                "deck",
                "--agenda",
                str(agenda),
                "--as-of",
                "2022-08-31",
                "--lang",
                "zh",
                "--out",
                str(tmp_path / "a.pptx"),
            ]
        )
        == 0
    )
    slides = [
        " ".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)
        for slide in Presentation(tmp_path / "a.pptx").slides
    ]
    campaigns = next(i for i, text in enumerate(slides) if "专项行动" in text and i)
    attraction = next(i for i, text in enumerate(slides) if "连山区" in text and i)
    assert campaigns < attraction
    assert main(["minutes", "--agenda", str(agenda), "--lang", "zh", "--out", str(tmp_path / "a.docx")]) == 0
    said = texts((tmp_path / "a.docx").read_bytes())
    assert [line[:2] for line in said if line[1:2] == "."] == ["1.", "2."]
    assert "尚无议定事项。" in said


@pytest.mark.parametrize(
    "content",
    [
        None,
        "{}",
        '{"agenda": []}',
        '{"agenda": [{"page": "nothing"}]}',
        '{"agenda": [{"page": "energy", "parameters": {"county": ["0"]}}]}',
    ],
)
def test_an_agenda_that_cannot_be_used_is_wrong_use_in_a_sentence(tmp_path, capsys, content):
    file = tmp_path / "agenda.json"
    if content is not None:
        file.write_text(content)
    assert main(["minutes", "--agenda", str(file), "--lang", "en", "--out", str(tmp_path / "a.docx")]) == 2
    assert capsys.readouterr().err.strip().endswith(".")
    assert not (tmp_path / "a.docx").exists()
