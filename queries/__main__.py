"""The questions on the command line: `python -m queries list` and `python -m queries run NAME`."""

from __future__ import annotations

import argparse
import datetime as dt
import sys
from pathlib import Path
from typing import Any

import pyarrow as pa

from data.errors import Refused
from data.snapshots import Store
from data.tables import aligned
from queries.catalog import Query, catalog
from queries.engines.duckdb import Engine, question
from queries.output import to_csv, to_json, to_parquet, to_table
from queries.reconcile import as_table, reconcile, summary
from words import LANGUAGES, Words, terminal_language

FILTERS = {"county": "counties", "sector": "sectors", "nature": "natures", "size": "sizes", "batch": "batches",
           "sponsor": "sponsors", "project": "projects"}  # fmt: skip
RECONCILE = "reconcile"


def main(arguments: list[str] | None = None) -> int:
    """Run a command. Exit codes: 0 done, 1 refused, 2 wrong use."""
    asked, rest = _parser().parse_known_args(arguments)
    words = Words(asked.lang)
    try:
        if asked.command == "list":
            print(_listed(words), end="")
        else:
            _write(_answer(asked, _free(rest), words), asked)
    except Refused as refused:
        print(refused.sentence(words), file=sys.stderr)
        return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m queries", description="Ask the published ledger.")
    parser.add_argument("--lang", choices=LANGUAGES, default=terminal_language())
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("list", help="all questions with what they ask and take")
    run = commands.add_parser("run", help="ask one question; further --name value pairs are its parameters")
    run.add_argument("name")
    run.add_argument(
        "--as-of", action="append", type=dt.date.fromisoformat, help="date(s) asked for; default the newest"
    )
    run.add_argument("--generation", type=int, help="the ledger as it was known at that generation")
    for name in FILTERS:
        run.add_argument(f"--{name}", action="append", help="repeatable")
    run.add_argument("--behind", action="store_true", help="the rows behind the answer instead of the answer")
    run.add_argument("--format", choices=("table", "csv", "json", "parquet"), default="table")
    run.add_argument("--out", type=Path, help="write to a file instead of the terminal")
    return parser


def _free(rest: list[str]) -> dict[str, list[str]]:
    """Further --name value pairs, for the parameters that only some questions have."""
    given: dict[str, list[str]] = {}
    for name, value in zip(rest[::2], [*rest[1::2], None], strict=False):
        if not name.startswith("--") or value is None:
            raise SystemExit(_wrong_use(f"unrecognised: {' '.join(rest)}; write --name value"))
        given.setdefault(name[2:].replace("-", "_"), []).append(value)
    return given


def _wrong_use(text: str) -> int:
    print(text, file=sys.stderr)
    return 2


def _answer(asked: argparse.Namespace, free: dict[str, list[str]], words: Words) -> pa.Table:
    engine = Engine(Store().open(asked.generation))
    if engine.opened.notice:
        print(engine.opened.notice.sentence(words), file=sys.stderr)
    if asked.name == RECONCILE:
        figures = reconcile(engine)
        print(summary(figures, words), file=sys.stderr)
        return as_table(figures, words)
    query = question(asked.name)
    parameters = _parameters(asked, free, query, engine)
    if asked.behind:
        return engine.behind(query.name, **parameters)
    answer = engine.ask(query.name, **parameters)
    return pa.table({f.name: pa.array([row[i] for row in answer]) for i, f in enumerate(query.returns)})


def _parameters(asked: argparse.Namespace, free: dict[str, list[str]], query: Query, engine: Engine) -> dict[str, Any]:
    days = asked.as_of or [engine.opened.dates[-1]]
    unpublished = [str(day) for day in days if day not in engine.opened.folders]
    if unpublished:
        raise Refused(
            "There is no snapshot of “{day}”; choose one of: {known}.", day=", ".join(unpublished),
            known=", ".join(str(day) for day in engine.opened.dates),
        )  # fmt: skip
    given: dict[str, Any] = {FILTERS[name]: getattr(asked, name) for name in FILTERS if getattr(asked, name)}
    given |= {"as_ofs": days} if "as_ofs" in query.parameter_names else {"as_of": days[-1]}
    types = {field.name: field.type for field in query.params}
    for name, values in free.items():
        given[name] = values if types.get(name, "").endswith("[]") else values[-1]
    return given


def _write(rows: pa.Table, asked: argparse.Namespace) -> None:
    writers = {"csv": to_csv, "json": to_json, "table": to_table}
    content = to_parquet(rows) if asked.format == "parquet" else writers[asked.format](rows).encode()
    if asked.out:
        asked.out.write_bytes(content)
    else:
        sys.stdout.buffer.write(content)


def _listed(words: Words) -> str:
    rows = [
        [query.name, words(query.title), words(query.asks), ", ".join(query.parameter_names)]
        for query in catalog().values()
    ]
    rows.append([RECONCILE, words("Reconcile"), words("Does the ledger give the figures that the city printed?"), ""])
    return aligned([words("Name"), words("Title"), words("Question"), words("Parameters")], rows)


if __name__ == "__main__":
    sys.exit(main())
