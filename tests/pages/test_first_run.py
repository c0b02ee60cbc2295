"""The first run, without a browser: what a reader sees before anything is published."""

from pathlib import Path

from streamlit.testing.v1 import AppTest

APP = str(Path(__file__).parents[2] / "app.py")


def run(monkeypatch, folder, **environment):
    monkeypatch.setenv("KEYPROJECTS_SNAPSHOTS", str(folder))
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    return AppTest.from_file(APP, default_timeout=90).run()


def test_with_no_snapshot_the_demonstration_is_published_and_shown(monkeypatch, tmp_path):
    app = run(monkeypatch, tmp_path / "new")
    assert (tmp_path / "new" / "CURRENT").read_text(encoding="ascii") == "10\n"
    assert app.title[0].value == "投资多少、项目几个、进展如何？"
    assert not app.exception and not app.error


def test_without_the_demonstration_it_shows_how_to_publish_ones_own(monkeypatch, tmp_path):
    app = run(monkeypatch, tmp_path / "new", KEYPROJECTS_DEMO="0")
    assert app.info[0].value.startswith("尚未发布任何台账")
    assert "python -m data publish" in app.code[0].value
    assert not (tmp_path / "new").exists()


def test_a_damaged_newest_snapshot_is_said_and_the_last_good_one_shown(monkeypatch, tmp_path, demo_store):
    import shutil

    shutil.copytree(demo_store.folder, tmp_path / "copy")
    (tmp_path / "copy" / "as_of=2022-09-30" / "g000010" / "deals.parquet").unlink()
    app = run(monkeypatch, tmp_path / "copy")
    assert "deals.parquet" in app.warning[0].value
    assert "2022年8月31日" in app.markdown[0].value
    assert not app.exception


def test_an_unknown_generation_is_one_sentence(monkeypatch, demo_store):
    monkeypatch.setenv("KEYPROJECTS_SNAPSHOTS", str(demo_store.folder))
    app = AppTest.from_file(APP, default_timeout=60)
    app.query_params["generation"] = "99"
    app.run()
    assert app.error[0].value == "没有第99版；最新为第10版。"
