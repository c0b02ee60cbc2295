"""A passport on the screen, without a browser: its rows lead on to the sheets of their projects."""

from pathlib import Path

from streamlit.testing.v1 import AppTest

APP = str(Path(__file__).parents[2] / "app.py")


def passport_of(monkeypatch, demo_store, **parameters):
    monkeypatch.setenv("KEYPROJECTS_SNAPSHOTS", str(demo_store.folder))
    app = AppTest.from_file(APP, default_timeout=60)
    for name, value in parameters.items():
        app.query_params[name] = value
    app.run()
    assert not app.exception and not app.error
    return app


def test_every_row_leads_to_the_sheet_of_its_project_with_the_filters_kept(monkeypatch, demo_store):
    app = passport_of(monkeypatch, demo_store, lang="en", passport="not_started", county="211421")
    addresses = app.dataframe[0].value["Project ID"]
    assert len(addresses) > 0
    assert all(address.startswith("/projects?") and "county=211421" in address for address in addresses)
    assert all("project=" in address and "passport" not in address for address in addresses)


def test_labels_have_the_colon_of_their_language(monkeypatch, demo_store):
    for language, said in (("zh", "版本：10"), ("en", "Generation: 10")):
        app = passport_of(monkeypatch, demo_store, lang=language, passport="projects")
        assert said in app.caption[-1].value
