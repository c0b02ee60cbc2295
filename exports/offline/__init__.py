"""One HTML file of one or several reports: the figures of the screen, still interactive, and nothing from outside it.

It opens from a stick without a network, prints to A4 pages, and carries the definition of each of its numbers.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

import plotly
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from charts.locale import locale
from charts.theme import DARK
from exports.offline.definitions import anchor_of, definitions_of, places_of
from exports.offline.parts import FILTERS, in_script, labels_of, sections_of, sha256_source
from report.assemble import Source
from report.model import Report
from words import Words

HERE = Path(__file__).parent
HEIGHT = 360  # of a chart that names none, in px


def offline_page(reports: Sequence[Report], source: Source, words: Words) -> bytes:
    """The file as UTF-8: the reports in their order, then the definitions."""
    place = source.city.name.zh if words.language == "zh" else source.city.name.en
    script, places = _text("page.js"), places_of(reports, source)
    text = _templates().get_template("page.html").render(
        title=f"{place} · {words('Key projects')}",
        language="zh-CN" if words.language == "zh" else "en",
        sections=sections_of(reports, words),
        definitions=definitions_of(reports, places, words),
        places=places,
        labels=labels_of(words),
        sums=(words("All"), words("Granted of those due")),
        height=HEIGHT,
        settings=in_script({"dark": DARK, "language": words.language, "locale": locale(words.language)}),
        style=_text("page.css"),
        script=script,
        plotly=plotly_script(),
        allowed=f"{sha256_source(plotly_script())} {sha256_source(script)}",
    )  # fmt: skip
    return text.encode()


@lru_cache(maxsize=1)
def plotly_script() -> str:
    """plotly.js out of the installed package. Nothing in it may end the script that it is put into."""
    script = (Path(plotly.__file__).parent / "package_data" / "plotly.min.js").read_text(encoding="utf-8")
    return script.replace("</script", "<\\/script").replace("<!--", "<\\!--")


@lru_cache(maxsize=1)
def _templates() -> Environment:
    """Whatever is put into a template is text, never markup, unless it says so itself."""
    made = Environment(
        loader=FileSystemLoader(HERE), autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=StrictUndefined
    )
    made.filters.update({**FILTERS, "anchor": anchor_of})
    return made


def _text(name: str) -> str:
    return (HERE / name).read_text(encoding="utf-8")
