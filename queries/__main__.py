"""The questions on the command line: `python -m queries list`, `run NAME`, and `check FILE` for what a text says."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pyarrow as pa

from data.errors import Misused, Refused
from data.snapshots import Store
from data.tables import aligned
from queries import alert_words
from queries.alerts import alerts_since
from queries.arguments import FILTERS, day, named_values, parameters, published
from queries.binding import question
from queries.catalog import catalog
from queries.engines.duckdb import Engine
from queries.output import to_csv, to_json, to_parquet, to_table
from queries.reach import QUESTION, read_target
from queries.reach_asked import ranked_counties, reached_by
from queries.reach_words import as_table as as_steps
from queries.reach_words import sentence
from queries.reconcile import as_table, reconcile, summary
from queries.sentences import table as of_passages
from queries.sentences.check import check
from queries.sentences.command import add_command, passage
from words import LANGUAGES, Words, terminal_language

RECONCILE = "reconcile"
ALERTS = "alerts"
REACH = "reach"
TEXT = "text"
FORMATS: Mapping[str, Callable[[pa.Table], bytes]] = {
    "table": lambda rows: to_table(rows).encode(),
    "csv": lambda rows: to_csv(rows).encode(),
    "json": lambda rows: to_json(rows).encode(),
    "parquet": to_parquet,
}


def main(arguments: list[str] | None = None) -> int:
    """Run a command. Exit codes: 0 done, 1 the data is refused, 2 wrong use."""
    asked, rest = _parser().parse_known_args(arguments)
    words = Words(asked.lang)
    try:
        given = named_values(rest)
        if asked.command == "list":
            _write(_listed(words).encode(), None)
        elif asked.command == "check":
            _write(FORMATS[asked.format](_checked(asked, given, words)), None)
        elif asked.name == ALERTS:
            _write(_alerts(asked, given, words), asked.out)
        else:
            answer = _answer(asked, given, words)
            _write(FORMATS[asked.format or "table"](answer), asked.out)
    except Refused as refused:
        print(refused.sentence(words), file=sys.stderr)
        return 2 if isinstance(refused, Misused) else 1
    return 0


def _parser() -> argparse.ArgumentParser:
    language = argparse.ArgumentParser(add_help=False)
    language.add_argument("--lang", choices=LANGUAGES, default=argparse.SUPPRESS, help="language of what is printed")
    parser = argparse.ArgumentParser(
        prog="python -m queries", description="Ask the published ledger.", allow_abbrev=False
    )
    parser.add_argument("--lang", choices=LANGUAGES, default=terminal_language(), help="language of what is printed")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("list", help="all questions with what they ask and take", parents=[language])
    run = commands.add_parser(
        "run", help="ask one question; further --name value pairs are its parameters", parents=[language],
        allow_abbrev=False,
    )  # fmt: skip
    run.add_argument("name")
    run.add_argument("--as-of", action="append", type=day, help="date(s) asked for; default the newest")
    run.add_argument("--generation", type=int, help="the ledger as it was known at that generation")
    for name in FILTERS:
        run.add_argument(f"--{name}", action="append", help="repeatable")
    run.add_argument("--behind", action="store_true", help="the rows behind the answer instead of the answer")
    run.add_argument("--format", choices=[*FORMATS, TEXT], help="default table; alerts are written as text")
    run.add_argument("--since", type=int, metavar="GENERATION", help="alerts: what turned since that generation")
    run.add_argument("--target", help="reach: the measure and where it shall be, as start_rate:90 or rank:COUNTY:1")
    run.add_argument("--quiet", action="store_true", help="alerts: write nothing when nothing turned")
    run.add_argument("--out", type=Path, help="write to a file instead of the terminal")
    add_command(commands, language)
    return parser


def _alerts(asked: argparse.Namespace, given: dict[str, list[str]], words: Words) -> bytes:
    """What turned since a generation, in the asked format; nothing at all when that was asked for."""
    if asked.since is None:
        raise Misused("Alerts need the generation that you last saw: --since GENERATION.")
    if asked.behind or asked.project:
        raise Misused("Alerts take --since and the filters of a page; --behind and --project don't apply.")
    engine = _open(asked, words)
    chosen = parameters(question("alert_state"), asked, given, engine.opened.dates)
    as_of = chosen.pop("as_of")
    found = alerts_since(Store().folder, asked.since, engine, as_of, chosen)
    if asked.quiet and not found.alerts:
        return b""
    if asked.format in (None, TEXT):
        return alert_words.to_text(found, words).encode()
    if asked.format == "json":
        return alert_words.to_object(found, words).encode()
    return FORMATS[asked.format](alert_words.as_table(found))


def _answer(asked: argparse.Namespace, given: dict[str, list[str]], words: Words) -> pa.Table:
    if asked.format == TEXT or asked.since is not None or asked.quiet:
        raise Misused("Only alerts are written as text and take --since and --quiet.")
    if asked.name == REACH:
        return _reached(asked, given, words)
    if asked.target:
        raise Misused("Only reach takes --target.")
    if asked.name == RECONCILE:
        return _reconciled(asked, given, words)
    query = question(asked.name)
    engine = _open(asked, words)
    run = engine.behind if asked.behind else engine.answer
    return run(query.name, **parameters(query, asked, given, engine.opened.dates))


def _reconciled(asked: argparse.Namespace, given: dict[str, list[str]], words: Words) -> pa.Table:
    if given or asked.behind or asked.as_of or any(getattr(asked, name) for name in FILTERS):
        raise Misused("The filters don't apply here: every printed figure is judged on its own base and date.")
    figures = reconcile(_open(asked, words))
    print(summary(figures, words), file=sys.stderr)
    return as_table(figures, words)


def _reached(asked: argparse.Namespace, given: dict[str, list[str]], words: Words) -> pa.Table:
    """The projects that get a measure to its target; the sentence goes where it isn't taken for rows."""
    if asked.behind or asked.project or not asked.target:
        raise Misused("Reach needs --target, as --target start_rate:90; it takes the filters of a page, not "
                      "--behind or --project.")  # fmt: skip
    target = read_target(asked.target, ranked_counties())
    engine = _open(asked, words)
    chosen = parameters(question(QUESTION), asked, given, engine.opened.dates)
    answer = reached_by(engine, target, chosen.pop("as_of"), chosen)
    print(sentence(answer, words), file=sys.stderr)
    return as_steps(answer)


def _checked(asked: argparse.Namespace, given: dict[str, list[str]], words: Words) -> pa.Table:
    if given:
        raise Misused("“{text}” isn't understood; write --name value.", text=" ".join(f"--{name}" for name in given))
    engine = _open(asked, words)
    said = check(passage(asked.file), engine, published(asked.as_of, engine.opened.dates))
    print(of_passages.summary(said, words), file=sys.stderr)
    return of_passages.as_table(said, words)


def _open(asked: argparse.Namespace, words: Words) -> Engine:
    engine = Engine(Store().open(asked.generation))
    if engine.opened.notice:
        print(engine.opened.notice.sentence(words), file=sys.stderr)
    return engine


def _write(content: bytes, out: Path | None) -> None:
    """To the file or to the terminal; a reader that closes early (`| head`) ends it quietly."""
    try:
        if out:
            out.write_bytes(content)
        else:
            sys.stdout.buffer.write(content)
            sys.stdout.buffer.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as error:
        raise Refused("{file} can't be written ({cause}).", file=out or "stdout", cause=error.strerror) from error


def _listed(words: Words) -> str:
    rows = [
        [query.name, words(query.title), words(query.asks), ", ".join(query.parameter_names)]
        for query in catalog().values()
    ]
    rows.append([RECONCILE, words("Reconcile"), words("Does the ledger give the figures that the city printed?"), ""])
    rows.append([ALERTS, words("Alerts"), words("What has turned since a generation?"), "since"])
    rows.append([REACH, words("Reach"), words("What must happen to reach a target?"), "target"])
    return aligned([words("Name"), words("Title"), words("Question"), words("Parameters")], rows)


if __name__ == "__main__":
    sys.exit(main())
