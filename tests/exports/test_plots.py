"""What a figure shows is read whole: every number and every text of every chart of every page, or an error."""

from __future__ import annotations

from itertools import pairwise

import plotly.graph_objects as go
import pytest

from charts.theme import themed
from exports.plots import NotUnderstood, plots
from exports.plots.model import Plot
from exports.plots.reading import number_format, plain
from report.assemble import assemble
from report.filters import read_filters
from tests.contracts.test_docs import all_pages
from tests.pages.random_urls import random_urls
from words import Words

PAGES = {page.name: page for page in all_pages()}
SAMPLE, SOAK = 2, 12
PROJECTS = 3


def pytest_generate_tests(metafunc):
    if "number" in metafunc.fixturenames:
        metafunc.parametrize("number", range(SOAK if metafunc.config.getoption("--soak") else SAMPLE), scope="module")
        metafunc.parametrize("named", sorted(PAGES), scope="module")


@pytest.fixture(scope="module")
def charts(demo, named, number):
    """The charts of a page at a random address; of a project's sheet those of several projects."""
    page, url = PAGES[named], random_urls(demo, SOAK)[number]
    urls = [url]
    if page.narrowed_by == "project":
        rows = demo.engine.ask("investment_tree", as_of=demo.engine.opened.dates[-1])
        urls = [{"project": [row.project_id]} for row in rows[number::97][:PROJECTS]]
    reports = [
        assemble(page, read_filters(one, demo.engine.opened.dates, demo.city)[0], demo, Words("zh")) for one in urls
    ]
    return [chart for report in reports for chart in report.charts]


def test_every_number_of_a_figure_is_in_its_plots(charts):
    for chart in charts:
        found = plots(chart.figure)
        held = sorted(value for plot in found for value in numbers(plot))
        assert held == pytest.approx(sorted(expected(chart.figure))), chart.name


def numbers(plot: Plot) -> list[float]:
    """What a plot shows: the lengths of bars, the heights of lines, levels, values of areas and rectangles, days."""
    seen = [abs(value) for one in plot.series if not one.hidden and not is_level_line(one)
            for value in one.values if value is not None]  # fmt: skip
    areas = [area.value for area in plot.areas if area.value is not None]
    days = [day for one in plot.stretches for day in (one.first, one.last)]
    return [*seen, *areas, *(node.value for node in plot.nodes), *days, *(mark.x for mark in plot.marks)]


def is_level_line(series) -> bool:
    return series.kind == "line" and len(series.values) > 1 and series.dashed and len(set(series.values)) == 1


def expected(figure: go.Figure) -> list[float]:
    """The same, from the figure alone."""
    found: list[float] = []
    for trace in figure.data:
        mode = getattr(trace, "mode", None) or ""
        is_flat = getattr(trace, "orientation", None) == "h" or mode == "markers"
        across = getattr(trace, "x" if is_flat else "y", None)
        if trace.type == "bar":
            found += [abs(value) for value in across or () if value is not None]
        elif trace.type == "choropleth":
            found += [value for value in trace.z if value is not None]
        elif trace.type == "treemap":
            found += list(trace.values)
        elif trace.type == "scattergeo":
            found += [lon for lon in trace.lon if lon is not None] if "markers" in mode else []
        elif figure.layout.xaxis.type == "date":
            found += of_days(trace, mode)
        elif "lines" in mode or mode == "markers":
            found += [abs(value) for value in across or () if value is not None]
    level = [trace for trace in figure.data if getattr(trace, "mode", "") == "lines" and trace.line.dash == "dash"
             and trace.y and len(set(trace.y)) == 1 and len(trace.y) > 1 and figure.layout.xaxis.type != "date"]  # fmt: skip
    for trace in level:
        for value in trace.y:
            found.remove(abs(value))
    return found


def of_days(trace, mode: str) -> list[float]:
    days = [None if x is None else float(x.toordinal()) for x in trace.x or ()]
    if "lines" in mode:
        return [day for first, last in pairwise(days) if None not in (first, last) for day in (first, last)]
    return [day for day in days if day is not None] if "markers" in mode else []


def test_every_text_of_a_figure_is_in_its_plots(charts):
    for chart in charts:
        found = plots(chart.figure)
        if not found:
            continue
        held = "\n".join(text for plot in found for text in texts(plot)).replace("\n\n", "\n")
        for text in texts_of(chart.figure):
            assert plain(text).strip() in held, (chart.name, text)


def texts(plot: Plot) -> list[str]:
    series = [text for one in plot.series for text in (one.name, one.last, *one.labels)]
    notes = [note.text.replace("\n", " ") for note in plot.notes]
    nodes = [text for node in plot.nodes for text in (node.label, node.text)]
    names = [name for _, name in (*plot.names,)] + [name for name, _ in plot.legend]
    return [plot.title, *plot.categories, *plot.ends, *series, *notes, *nodes, *names]


def texts_of(figure: go.Figure) -> list[str]:
    found = [note.text for note in figure.layout.annotations]
    found += list(figure.layout.yaxis.ticktext or ())
    for trace in figure.data:
        text = getattr(trace, "text", None)
        found += [] if text is None else [text] if isinstance(text, str) else list(text)
    return [text for text in found if text and not (text.isdigit() and figure.layout.xaxis.type == "date")]


def test_what_no_export_can_draw_is_an_error_and_never_left_out():
    for figure in (
        themed(go.Pie(values=[1, 2])),
        themed(go.Bar(x=["a"], y=[1]), go.Scatter(x=["a"], y=[1], mode="text", text=["!"])),
        themed(go.Bar(x=["a"], y=[1])).add_annotation(x="b", y=3, text="somewhere"),
        themed(go.Bar(x=["a"], y=[1], marker={"color": "tomato"})),
    ):
        with pytest.raises(NotUnderstood):
            plots(figure)


def test_a_figure_without_a_value_has_no_plot():
    assert plots(themed(go.Bar())) == ()
    assert plots(themed(go.Bar(x=["a", "b"], y=[None, None]))) == ()


def test_a_floating_bar_stands_on_one_that_is_not_seen():
    figure = themed(go.Bar(orientation="h", y=["up", "down", "below"], base=[10, 5, -8], x=[4, 7, 3]), bars_along="y")
    base, shown = plots(figure)[0].series
    assert (base.hidden, base.values) == (True, (10, 5, -5))
    assert (shown.hidden, shown.values) == (False, (4, 7, -3))


def test_bars_at_numbered_places_are_named_by_the_texts_near_them():
    text = {"mode": "text", "textposition": "middle right"}
    figure = themed(
        go.Bar(x=[30, 70], y=[0, -1], orientation="h", marker={"color": ["#111111", "#222222"]}),
        go.Scatter(x=[0, 0], y=[0.4, -0.6], text=["first", "second"], **text),
        go.Scatter(x=[31, 71], y=[0, -1], text=["30%", "70%"], **text), bars_along="y",
    )  # fmt: skip
    plot = plots(figure)[0]
    assert plot.categories == ("second", "first")
    assert (plot.series[0].values, plot.series[0].labels) == ((70, 30), ("70%", "30%"))
    assert plot.series[0].colours == ("#222222", "#111111")


@pytest.mark.parametrize(
    ("values", "labels", "found"),
    [
        ([1234.5, 2], ["1,234.50", "2.00"], "#,##0.00"),
        ([50.24, 9], ["50.2%", "9.0%"], '#,##0.0"%"'),
        ([3, 0], ["▲3", ""], '"▲"#,##0;"▲"-#,##0;'),
        ([4.185], ["4.19"], "#,##0.00"),
        ([2, -1], ["+2", "-1"], "+#,##0;-#,##0;#,##0"),
        ([2, 3], ["2 of 5", "3 of 5"], ""),
        ([2], ["3"], ""),
        ([2, 3], ["2", ""], ""),
        ([0, None], ["not stated", ""], ""),
    ],
)
def test_labels_that_are_the_values_become_a_number_format(values, labels, found):
    assert number_format(values, labels) == found
