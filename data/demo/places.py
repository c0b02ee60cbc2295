"""Where the projects stand, what they are called and who answers for them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from decimal import Decimal
from random import Random
from typing import Any

from data.city import city
from data.demo.printed import LARGE_WAN
from data.demo.things import ACTS, OWNERS, PARKS_OF, QUARTERS, Thing, bureau, fitting

Spec = dict[str, Any]

COUNTIES = {"211402": 106, "211403": 96, "211404": 52, "211481": 88, "211421": 82, "211422": 58}
CITY_LEVEL = 12
CROSS = 6
SLOW_COUNTY = "211422"
INLAND = ("211404", "211422")
NUMERALS = "二三四五六七八九"
# Illustrative cost of a megawatt in 万元, by kind: an amount gives a capacity of a believable size.
WAN_A_MEGAWATT = {"wind": 650, "solar": 420, "storage": 350, "biomass": 900}


def place(rng: Random, specs: list[Spec]) -> None:
    """Spread over the counties, the city's own level and a few that cross counties; the batch over all of them."""
    batch = [s for s in specs if "batch_id" in s and "county_code" not in s]
    for i, spec in enumerate(batch):
        spec["county_code"] = list(COUNTIES)[i % len(COUNTIES)]
    free = [s for s in specs if "county_code" not in s]
    rng.shuffle(free)
    public = [s for s in free if s["sector"] == "infrastructure" and s["total_wan"] >= LARGE_WAN]
    crossing = CROSS - sum(s.get("county_code") == "multi" for s in specs)
    for spec in public[:crossing]:
        spec["county_code"], spec["county_codes"] = "multi", sorted(rng.sample(sorted(COUNTIES), 2))
    for spec in public[crossing : crossing + CITY_LEVEL]:
        spec["county_code"] = city().code
    left = Counter(COUNTIES)
    left.subtract(s["county_code"] for s in specs if s.get("county_code") in COUNTIES)
    codes = list(left.elements())
    rng.shuffle(codes)
    for spec in free:
        if "county_code" not in spec:
            spec["county_code"] = codes.pop()


def describe(rng: Random, specs: list[Spec], taken: Iterable[str] = (), first: int = 1) -> None:
    """Numbers, names, units and the facts of a kind; no name of `taken` is given. What a named project has stays."""
    names = set(taken)
    for seq, spec in enumerate(specs, first):
        spec["seq"] = seq
        has_coast = spec["county_code"] not in INLAND and spec["county_code"] != "multi"
        thing = None if "name" in spec else rng.choice(fitting(spec["sector"], float(spec["total_wan"]), has_coast))
        spec.setdefault("ownership", ownership(rng, spec["sector"]))
        if thing:
            dress(rng, spec, thing, names)
        spec.setdefault("lead_unit", lead_unit(spec, spec.get("industry_code")))
        spec.setdefault("owner", "项目建设单位" if spec.get("is_named") else f"{label(spec)}{OWNERS[spec['sector']]}")


def dress(rng: Random, spec: Spec, thing: Thing, names: set[str]) -> None:
    """Give a generated project the facts of its kind and a name that no other has."""
    spec["nature"] = thing.nature or nature(rng, spec["sector"])
    spec["industry_code"], spec["energy_kind"] = thing.branch, thing.energy_kind
    parks = PARKS_OF.get(spec["sector"])
    in_park = bool(parks) and spec["county_code"] in COUNTIES and rng.random() < 0.6
    spec["park"] = rng.choice(parks) if parks and in_park else None
    cost = WAN_A_MEGAWATT.get(thing.energy_kind or "")
    spec["capacity_mw"] = Decimal(max(1, round(float(spec["total_wan"]) / cost))) if cost else None
    quarters = [spec["park"]] if spec["park"] else [""] if spec["county_code"] == "multi" else list(QUARTERS)
    act = "" if thing.nature else ACTS[spec["nature"]]
    spec["name"] = new_name(rng, f"{label(spec)}{{}}{thing.noun}{act}", quarters, names)


def new_name(rng: Random, pattern: str, quarters: list[str], names: set[str]) -> str:
    """A name by the pattern in one of the quarters; the next phase of it when all are taken."""
    tried = [pattern.format(quarter) for quarter in rng.sample(quarters, len(quarters))]
    tried += [f"{tried[0]}{numeral}期" for numeral in NUMERALS]
    name = next(f"{base}项目" for base in tried if f"{base}项目" not in names)
    names.add(name)
    return name


def label(spec: Spec) -> str:
    """The place as it stands in a name: the county, the city's name, or from where to where."""
    of = {division.code: division.label.zh for division in city().divisions}
    if spec["county_code"] == "multi":
        return "至".join(of[code] for code in spec["county_codes"])
    return city().name.zh if spec["county_code"] == city().code else of[spec["county_code"]]


def lead_unit(spec: Spec, branch: str | None) -> str:
    """The county's bureau; the city's for the largest, the city's own and those that cross counties."""
    of_city = spec["county_code"] not in COUNTIES or spec["total_wan"] >= 10 * LARGE_WAN
    return ("市" if of_city else label(spec)) + bureau(spec["sector"], branch, of_city)


def nature(rng: Random, sector: str) -> str:
    """Nature of a generated project; retrofits are mostly industry's."""
    kinds = ("new_build", "expansion", "retrofit", "relocation")
    return rng.choices(kinds, (50, 18, 28, 4) if sector == "industry" else (84, 16, 0, 0))[0]


def ownership(rng: Random, sector: str) -> str:
    """Who invests: mostly the state in public works, mostly private enterprises elsewhere."""
    public = sector in ("infrastructure", "livelihood")
    return rng.choices(("state", "private", "foreign", "mixed"), (78, 8, 0, 14) if public else (18, 66, 5, 11))[0]
