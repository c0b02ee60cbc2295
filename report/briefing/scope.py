"""What a briefing speaks of: the places and the kinds of projects that its filters leave."""

from __future__ import annotations

import datetime as dt

from data.city import City, rows
from report.briefing.marks import unmarked
from report.filters import CHOICES, Filters
from words import Words

QUARTERS = {"Q1": "一季度", "Q2": "二季度", "Q3": "三季度", "Q4": "四季度"}
ORDER = ("batch", "sponsor", "sector", "nature", "size")


def place(filters: Filters, city: City, words: Words) -> str:
    """The counties that are chosen, else the whole city."""
    if not filters.counties:
        return words("the city")
    return words.joined([city.label("county", code, words.language) for code in filters.counties])


def kinds(filters: Filters, city: City, words: Words, without: str = "") -> str:
    """The kinds of projects that are chosen, in front of the word for projects; empty for all."""
    chosen = {c.url: c for c in CHOICES if c.url in ORDER and c.url != without and filters.chosen(c)}
    said = [
        _band(filters.sizes, words)
        if url == "size" and _band(filters.sizes, words)
        else words.joined([kind(url, code, filters.as_of, city, words) for code in filters.chosen(chosen[url])])
        for url in ORDER
        if url in chosen
    ]
    return "".join(said) if words.language == "zh" else words.wrapped(words.joined(said)) if said else ""


def scope(filters: Filters, city: City, words: Words, without: str = "") -> str:
    """Places and kinds together, as a sentence begins with them; `without` leaves one choice out."""
    said = kinds(filters, city, words, without)
    is_whole = not filters.counties or without == "county"
    return (words("the city") if is_whole else place(filters, city, words)) + said


def kind(url: str, code: str, as_of: dt.date, city: City, words: Words) -> str:
    """One value of a filter as an adjective: 能源类, 技改类, 市领导甲包保."""
    codes = next(choice.codes for choice in CHOICES if choice.url == url)
    label = city.label(codes, code, words.language) if codes else unmarked(code)
    if url == "batch":
        return batch(code, as_of, words)
    if words.language != "zh":
        return words("sponsored by {sponsor}", sponsor=label) if url == "sponsor" else label.lower()
    if url == "sponsor":
        return words("sponsored by {sponsor}", sponsor=label)
    return label if url == "size" or label.endswith("业") else f"{label}类"


def batch(code: str, as_of: dt.date, words: Words) -> str:
    """The name of a batch of concentrated starts: its quarter where its code says one, else its code."""
    year, _, quarter = code.partition("-")
    if quarter not in QUARTERS:
        return words("batch {batch}", batch=unmarked(code))
    if words.language != "zh":
        return words("concentrated start of {quarter}", quarter=f"{quarter} {year}")
    said = QUARTERS[quarter] if year == str(as_of.year) else f"{year}年{QUARTERS[quarter]}"
    return words("concentrated start of {quarter}", quarter=said)


def _band(sizes: tuple[str, ...], words: Words) -> str:
    """Several size bands up to the highest, as one: 10亿元以上; empty for any others."""
    bands = [(row["size"], int(row["from_wan"]) // 10_000) for row in rows("sizes.csv")]
    upper = [(size, yi) for size, yi in bands[-len(sizes) :] if size in sizes]
    if len(sizes) < 2 or len(upper) < len(sizes) or not upper[0][1]:
        return ""
    return words("{yi} × 100 million yuan and more", yi=upper[0][1])


def large_sizes() -> tuple[str, ...]:
    """The size bands from 1 亿元 on."""
    return tuple(row["size"] for row in rows("sizes.csv") if int(row["from_wan"]) >= 10_000)
