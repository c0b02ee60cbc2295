"""An agenda is a part of an address and a file: what is read back is what was written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.errors import Misused
from report.agenda import KEPT, LONGEST, MOST, View, checked, moved, read_agenda, read_file, read_view, view_of, written

PATHS = {"overview": "", "investment": "investment", "projects": "projects"}
texts = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=12)
queries = st.dictionaries(st.sampled_from(KEPT), st.lists(texts, min_size=1, max_size=3), max_size=4)
views = st.builds(view_of, st.sampled_from(list(PATHS)), queries)


@given(views)
def test_a_view_is_read_back_as_it_was_written(view):
    assert read_view(view.text, PATHS) == view


@given(st.lists(views, max_size=4))
def test_an_agenda_is_read_back_from_its_file(listed):
    assert read_file(written(listed), PATHS) == tuple(listed)


@pytest.mark.parametrize(
    ("pasted", "found"),
    [
        ("http://localhost:8501/", View("overview")),
        ("https://office.example/board/investment?sector=energy&lang=en&generation=3&passport=projects",
         View("investment", (("sector", ("energy",)),))),
        ("http://localhost:8501/projects?q=%E6%B2%B3&county=211402&county=211481",
         View("projects", (("county", ("211402", "211481")), ("q", ("河",))))),
        ("overview", View("overview")),
        ("/investment", View("investment")),
        ("/?county=211402", View("overview", (("county", ("211402",)),))),
    ],
)  # fmt: skip
def test_an_address_that_was_pasted_is_a_view(pasted, found):
    assert read_view(pasted, PATHS) == found


@pytest.mark.parametrize("pasted", ["nothing", "http://localhost:8501/nothing", "javascript:alert(1)", "meeting"])
def test_what_is_no_page_is_refused_in_a_sentence(pasted):
    with pytest.raises(Misused, match="is no view of a page"):
        read_view(pasted, PATHS)


def test_what_cannot_be_used_is_left_out_and_said():
    found, faults = read_agenda(["investment", "nothing", "overview"], PATHS)
    assert [view.page for view in found] == ["investment", "overview"]
    assert [str(fault)[:9] for fault in faults] == ["“nothing”"]


def test_an_agenda_that_an_address_cannot_hold_is_refused_in_a_sentence():
    checked([View("overview")] * MOST)
    with pytest.raises(Misused, match=f"this one has {MOST + 1} and"):
        checked([View("overview")] * (MOST + 1))
    with pytest.raises(Misused, match="make two of it"):
        checked([View("projects", (("q", ("x" * LONGEST,)),))])


@pytest.mark.parametrize(
    "content", ["", "[]", "{}", '{"agenda": 3}', '{"agenda": [{"page": "nothing"}]}', b"\xff\xfe", '{"agenda": [3]}']
)
def test_a_file_of_something_else_is_refused_in_a_sentence(content):
    with pytest.raises(Misused):
        read_file(content, PATHS)


@pytest.mark.parametrize(
    ("place", "by", "found"), [(0, 1, "bac"), (0, -1, "abc"), (2, 1, "abc"), (2, -1, "acb"), (0, 2, "bca")]
)
def test_a_view_moves_up_and_down(place, by, found):
    assert "".join(view.page for view in moved([View(name) for name in "abc"], place, by)) == found
