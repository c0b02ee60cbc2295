"""One good project, and how a hasty hand changes a workbook."""

import datetime as dt
from decimal import Decimal

AS_OF = dt.date(2022, 9, 30)
PROJECT = {
    "project_id": "2203-211402-04-01-000001", "plan_year": 2022, "name": "连山区冷链物流园项目", "county_code": "211402",
    "sector": "services", "year_status": "new_start", "total_wan": Decimal("12345.67"), "total_done_wan": Decimal(100),
    "actual_start": dt.date(2022, 10, 1), "planned_start": dt.date(2022, 3, 1), "planned_finish": dt.date(2023, 3, 1),
    "progress_pct": 12.5, "nature": "retrofit",
}  # fmt: skip


def column_of(book, header, sheet="项目"):
    """The number of the column with this header."""
    return [str(cell.value) for cell in book[sheet][1]].index(header) + 1


def put(header, value, row=2):
    """A change of a workbook: this value into that column of the projects."""

    def change(book):
        book["项目"].cell(row, column_of(book, header), value)

    return change
