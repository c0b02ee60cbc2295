"""A fixed dozen of random addresses: dates, comparisons and filters that a reader may choose."""

from __future__ import annotations

from random import Random

from report.assemble import Source
from report.choosing import known_choices

COUNT = 12
SEED = 20220930


def random_urls(demo: Source, count: int = COUNT) -> list[dict[str, list[str]]]:
    """URL parameters: the first has none, the others a few each."""
    rng = Random(SEED)
    dates = [str(day) for day in demo.engine.opened.dates]
    known = known_choices(demo.engine)
    codes = {
        "county": [*demo.city.codes("county")],
        "sector": [*demo.city.codes("sector")],
        "nature": [*demo.city.codes("nature")],
        "size": [*demo.city.codes("size")],
        "batch": [*known["batch"]],
        "sponsor": [*known["sponsor"]],
    }
    urls: list[dict[str, list[str]]] = [{}]
    while len(urls) < count:
        url = {name: rng.sample(values, rng.randint(1, 2)) for name, values in codes.items() if rng.random() < 0.25}
        url |= {"as_of": [rng.choice(dates)]} if rng.random() < 0.6 else {}
        url |= {"compare": [rng.choice([*dates, "none"])]} if rng.random() < 0.5 else {}
        url |= {"start_by": [rng.choice(["due", "substance"])]} if rng.random() < 0.3 else {}
        url |= {"measure": [rng.choice(["projects", "start_rate"])]} if rng.random() < 0.3 else {}
        urls.append(url)
    return urls
