"""What a chart draws: any rows, in one language, and a chosen mark stands out without hiding the others."""

import json
import re
from collections import defaultdict

import plotly.graph_objects as go
import pytest

from data.assets import assets_credit
from data.city import city
from tests.spec.chart_samples import SAMPLES, modules
from tests.spec.test_findings import EVERY, LANGUAGES, NOBODY, options, title
from words import Words

CHARTS = modules()
SETTING = [param for param in EVERY if hasattr(CHARTS[param.values[0]], "SETS")]
READ = {"text", "hovertext", "hovertemplate", "texttemplate", "name", "label", "labels", "x", "y", "ticktext", "title"}
NOT_READ = {"template", "geojson"}
NO_WORDS = re.compile(r"<[^>]*>|%{[^}]*}|&\w+;|\d{4}-\d\d-\d\dT[\d:.]+")
UNITS = re.compile(r"\b(k?Wh|[KMG]W|t)\b")


def drawn(name, measure, amounts, language, marked=()):
    draw = CHARTS[name].draw
    return draw(SAMPLES[name].rows(amounts), Words(language), **options(draw, measure, marked=marked))


def texts(node, key=""):
    """Every text of a figure that a reader sees, markup left out."""
    if isinstance(node, dict):
        return [text for name, value in node.items() if name not in NOT_READ for text in texts(value, name)]
    if isinstance(node, list):
        return [text for value in node for text in texts(value, key)]
    return [NO_WORDS.sub(" ", node)] if isinstance(node, str) and key in READ else []


def looks(figure):
    """How each code's marks look: the colours of mark, line and outline, and how opaque they are."""
    found = defaultdict(set)
    for trace in json.loads(figure.to_json())["data"]:
        if trace.get("mode") == "text":
            continue
        mark = trace.get("marker", {})
        held = (mark.get("color"), mark.get("opacity"), mark.get("line", {}).get("color"), trace.get("line"))
        for place, code in enumerate(trace.get("customdata", ())):
            found[code].add(tuple(str(one[place] if isinstance(one, list) else one) for one in held))
    return found


def data_of(figure):
    """What is drawn, whatever its colours."""
    kept = ("x", "y", "z", "base", "text", "customdata", "locations")
    return [{key: trace.get(key) for key in kept} for trace in json.loads(figure.to_json())["data"]]


def below(name, measure, amounts, language):
    """The subtitle, without the sources of the map and its points, which are cited as they call themselves."""
    said = CHARTS[name].subtitle
    text = said(SAMPLES[name].rows(amounts), Words(language), **options(said, measure))
    units, boundaries = assets_credit(), city().boundaries
    cited = ([units.source, *units.remark] if units else []) + ([boundaries.source] if boundaries else [])
    for source in cited:
        text = text.replace(source, "")
    return text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("name", "measure"), EVERY)
@pytest.mark.parametrize("amounts", [(50, 30, 20), (50,), *NOBODY], ids=str)
def test_any_rows_are_drawn_marked_or_not(name, measure, amounts, language):
    for marked in ((), SAMPLES[name].codes[:1], ("unheard-of",)):
        figure = drawn(name, measure, amounts, language, marked)
        assert isinstance(figure, go.Figure)
        for axis in (*figure.select_xaxes(), *figure.select_yaxes()):
            assert axis.range is None or axis.range[0] < axis.range[1], axis.range


@pytest.mark.parametrize(("name", "measure"), EVERY)
@pytest.mark.parametrize("amounts", [(50, 30, 20), (50,)], ids=str)
def test_what_is_read_in_english_holds_no_chinese(name, measure, amounts):
    read = texts(json.loads(drawn(name, measure, amounts, "en").to_json()))
    assert read
    assert [
        text
        for text in (*read, below(name, measure, amounts, "en"))
        if re.search(r"[\u3000-\u9fff\uff00-\uffef]", text)
    ] == []


@pytest.mark.parametrize(("name", "measure"), EVERY)
@pytest.mark.parametrize("amounts", [(50, 30, 20), (50,)], ids=str)
def test_what_is_read_in_chinese_holds_no_english(name, measure, amounts):
    read = texts(json.loads(drawn(name, measure, amounts, "zh").to_json()))
    read += [title(name, measure, amounts, "zh"), below(name, measure, amounts, "zh")]
    assert [text for text in read if re.search(r"[A-Za-z]", UNITS.sub("", text))] == []


@pytest.mark.parametrize(("name", "measure"), SETTING)
@pytest.mark.parametrize("place", [0, 1, 2])
def test_a_marked_code_stands_out_from_all_others(name, measure, place):
    sample = SAMPLES[name]
    found = looks(drawn(name, measure, (50, 30, 20), "en", marked=sample.codes[place : place + 1]))
    chosen = found.pop(sample.codes[place])
    assert len(found) >= 2
    assert all(chosen.isdisjoint(others) for others in found.values())


@pytest.mark.parametrize(("name", "measure"), SETTING)
def test_marking_hides_nothing(name, measure):
    unmarked = data_of(drawn(name, measure, (50, 30, 20), "en"))
    for code in (*SAMPLES[name].codes, "unheard-of"):
        assert data_of(drawn(name, measure, (50, 30, 20), "en", marked=(code,))) == unmarked


@pytest.mark.parametrize(("name", "measure"), SETTING)
def test_a_click_on_a_mark_gives_its_code(name, measure):
    assert set(SAMPLES[name].codes) <= set(looks(drawn(name, measure, (50, 30, 20), "en")))
