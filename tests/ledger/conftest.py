"""Files as an office sends them, each with one good project unless told otherwise."""

import csv

import openpyxl
import pytest

from data.ledger import TABLES
from data.template import header_of, write_workbook
from tests.ledger.given import PROJECT


@pytest.fixture
def sent_workbook(tmp_path):
    """A workbook with these rows; `change` edits it as a hasty hand would."""

    def send(projects=(PROJECT,), change=None, **others):
        path = tmp_path / "ledger.xlsx"
        write_workbook(path, {"projects": projects, **others})
        if change:
            book = openpyxl.load_workbook(path)
            change(book)
            book.save(path)
        return path

    return send


@pytest.fixture
def sent_csv(tmp_path):
    """A CSV of projects: `cells` and `headers` replace what the good project and the template say."""

    def send(cells=None, headers=None, *, name="projects.csv", encoding="utf-8", rows=1, more=()):
        columns = [TABLES["projects"].column(column) for column in PROJECT | (cells or {})]
        titles = [(headers or {}).get(column.name, header_of(column, "zh")) for column in columns]
        row = [(PROJECT | (cells or {}))[column.name] for column in columns]
        path = tmp_path / name
        with path.open("w", encoding=encoding, newline="") as out:
            csv.writer(out).writerows([titles, *[row] * rows, *more])
        return path

    return send
