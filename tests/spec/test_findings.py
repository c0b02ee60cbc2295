"""A chart's title says the finding: it follows the data, is honest about ties, and stays a plain sentence."""

import inspect
import re

import pytest

from tests.spec.chart_samples import SAMPLES, modules
from words import Words

CHARTS = modules()
LANGUAGES = ("zh", "en")
EVERY = [
    pytest.param(name, measure, id=f"{name} {measure}".strip())
    for name, chart in CHARTS.items()
    if name in SAMPLES
    for measure in getattr(chart, "MEASURES", ("",))
]
RAW = re.compile(r"\bnan\b|\bNone\b|—|\b\d{6}\b|\bmulti\b|\w*_\w*")
NOBODY = (), (0, 0, 0)


def test_every_chart_has_a_sample():
    missing = [name for name in CHARTS if name not in SAMPLES]
    assert missing == [], f"charts/{missing[0]}.py has no sample; add one to SAMPLES in tests/spec/chart_samples.py"


def options(function, measure, **more):
    """The measure for a chart that has some, and what else the function takes."""
    taken = inspect.signature(function).parameters
    return {key: value for key, value in {"measure": measure, **more}.items() if key in taken}


def title(name, measure, amounts, language):
    """The title over rows of these amounts."""
    finding = CHARTS[name].finding
    return finding(SAMPLES[name].rows(amounts), Words(language), **options(finding, measure))


def named(name, measure, amounts, language):
    """Which categories the title names, in their order."""
    said = title(name, measure, amounts, language)
    return [place for place, label in enumerate(SAMPLES[name].names(Words(language))) if label in said]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("name", "measure"), EVERY)
def test_other_data_have_another_title(name, measure, language):
    varied = SAMPLES[name].varied
    assert len({title(name, measure, amounts, language) for amounts in varied}) == len(varied)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("name", "measure"), EVERY)
def test_the_title_follows_the_largest_amount_to_its_category(name, measure, language):
    if SAMPLES[name].names(Words(language)):
        for place, amounts in enumerate(((50, 30, 20), (20, 50, 30), (30, 20, 50))):
            assert place in named(name, measure, amounts, language)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("name", "measure"), EVERY)
def test_of_two_that_are_equal_none_is_called_the_first(name, measure, language):
    if SAMPLES[name].names(Words(language)):
        for amounts, equal in (((40, 40, 20), {0, 1}), ((20, 40, 40), {1, 2}), ((40, 20, 40), {0, 2})):
            found = {*named(name, measure, amounts, language)}
            assert found & equal in (set(), equal), title(name, measure, amounts, language)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("name", "measure"), EVERY)
@pytest.mark.parametrize("amounts", [(40, 40, 40), *NOBODY], ids=str)
def test_where_all_are_equal_none_is_named_alone(name, measure, amounts, language):
    assert len(named(name, measure, amounts, language)) != 1, title(name, measure, amounts, language)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("name", "measure"), EVERY)
def test_a_single_category_is_not_compared_with_itself(name, measure, language):
    said = title(name, measure, (50,), language)
    assert "100.0%" not in said
    assert not re.search(r"largest|strongest|most|last|最", said), said


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("name", "measure"), EVERY)
@pytest.mark.parametrize("amounts", NOBODY, ids=str)
def test_nothing_is_said_plainly(name, measure, amounts, language):
    said = title(name, measure, amounts, language)
    assert said and not re.search(r"0\.00", said), said


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("name", "measure"), EVERY)
@pytest.mark.parametrize("amounts", [(50, 30, 20), (40, 40, 20), (50,), *NOBODY], ids=str)
def test_a_title_holds_no_code_and_no_leftover(name, measure, amounts, language):
    said = title(name, measure, amounts, language)
    assert not RAW.search(said), said
