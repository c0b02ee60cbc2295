"""Two downloads of one name and length never get each other's bytes: the hash of what they hold stands in the name."""

from __future__ import annotations

import datetime as dt

import pytest
from streamlit.runtime.media_file_storage import MediaFileKind
from streamlit.runtime.memory_media_file_storage import MemoryMediaFileStorage

from exports.formats import FORMATS, file_name
from pages import overview
from report.assemble import assemble
from report.filters import Filters
from words import Words

SEP = dt.date(2022, 9, 30)
LARGE = 2_000_000  # the server looks at parts of files larger than 1 MiB only
ONE, OTHER = (bytes(LARGE // 3) + mark + bytes(LARGE - LARGE // 3 - 1) for mark in (b"1", b"2"))


@pytest.fixture(scope="module")
def reports(demo):
    """Two views of one page at one date."""
    return [assemble(overview.PAGE, Filters(SEP, counties=(code,)), demo, Words("en")) for code in ("211402", "211481")]


def kept(storage, content, of, name):
    return storage.load_and_get_id(content, of.mime, MediaFileKind.DOWNLOADABLE, name)


def test_the_server_takes_one_for_the_other_when_their_names_are_the_same():
    storage = MemoryMediaFileStorage("/media")
    assert len(ONE) == len(OTHER) and ONE != OTHER
    assert kept(storage, ONE, FORMATS[0], "same") == kept(storage, OTHER, FORMATS[0], "same")


@pytest.mark.parametrize("of", FORMATS, ids=lambda of: of.name)
def test_each_view_gets_its_own_bytes(reports, of):
    storage = MemoryMediaFileStorage("/media")
    ids = [kept(storage, content, of, file_name(of, one)) for content, one in zip((ONE, OTHER), reports, strict=True)]
    assert [storage.get_file(found).content for found in ids] == [ONE, OTHER]


def test_the_same_view_has_the_same_name_in_every_language_its_own(demo, reports):
    names = [file_name(FORMATS[0], one) for one in reports]
    again = assemble(overview.PAGE, Filters(SEP, counties=("211402",)), demo, Words("en"))
    chinese = assemble(overview.PAGE, Filters(SEP, counties=("211402",)), demo, Words("zh"))
    assert file_name(FORMATS[0], again) == names[0]
    assert len({*names, file_name(FORMATS[0], chinese)}) == 3
