"""The ledger on the command line: `python -m data template|check|publish|list|show|diff|verify|rollback|demo`."""

from __future__ import annotations

import argparse
import datetime as dt
import sys
from pathlib import Path

from data import commands
from data.errors import Refused
from words import LANGUAGES, Words, terminal_language


def main(arguments: list[str] | None = None) -> int:
    """Run a command. Exit codes: 0 done, 1 the data is refused, 2 wrong use."""
    asked = _parser().parse_args(arguments)
    words = Words(asked.lang)
    try:
        code: int = asked.run(asked, words)
    except Refused as refused:
        print(refused.sentence(words), file=sys.stderr)
        return 1
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m data", description="Fill in, check and publish the ledger.")
    parser.add_argument("--lang", choices=LANGUAGES, default=terminal_language(), help="language of what is printed")
    add = parser.add_subparsers(required=True, metavar="COMMAND").add_parser
    one = add("template", help="write the empty workbook")
    one.add_argument("file", type=Path)
    one.set_defaults(run=commands.template)
    one = add("check", help="list the faults of a ledger (.xlsx, .csv or a folder of CSVs)")
    one.add_argument("file", type=Path)
    one.add_argument("--errors", type=Path, metavar="OUT.xlsx", help="also mark them in a copy of the workbook")
    one.set_defaults(run=commands.check_file)
    one = add("publish", help="check a ledger and publish it as a snapshot")
    one.add_argument("file", type=Path)
    one.add_argument("--as-of", type=dt.date.fromisoformat, required=True, help="the date that the data speaks of")
    _why(one)
    one.set_defaults(run=commands.publish)
    add("list", help="list the generations").set_defaults(run=commands.history)
    one = add("show", help="print the manifests of a generation")
    one.add_argument("generation", type=int)
    one.set_defaults(run=commands.show)
    one = add("diff", help="what changed between two generations, or between two dates")
    one.add_argument("a", type=_generation_or_date)
    one.add_argument("b", type=_generation_or_date)
    one.add_argument("--format", choices=("table", "json"), default="table")
    one.set_defaults(run=commands.diff)
    add("verify", help="hold every published file against its sha256").set_defaults(run=commands.verify_all)
    one = add("rollback", help="publish the state of an old generation again; nothing is deleted")
    one.add_argument("to", type=int)
    _why(one)
    one.set_defaults(run=commands.rollback)
    one = add("demo", help="publish the demonstration ledger")
    one.add_argument("--workbooks", type=Path, metavar="DIR", help="write its workbooks instead of publishing")
    one.set_defaults(run=commands.demo)
    return parser


def _why(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--reason", required=True, help="why it is published")
    parser.add_argument("--parent", type=int, help="the generation that it is based on; another one stops the publish")
    parser.add_argument("--who", help="who publishes; default the user of the system")


def _generation_or_date(text: str) -> str:
    if not text.isdecimal():
        dt.date.fromisoformat(text)
    return text


if __name__ == "__main__":
    sys.exit(main())
