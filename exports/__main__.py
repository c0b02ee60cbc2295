"""Files on the command line: `python -m exports FORMAT --page NAME … --out FILE`, filters by the URL's names."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from data.errors import Misused, Refused
from exports.agenda import agenda_reports, paths
from exports.asked import ONCE, REPEATED, opened, reports_of
from exports.formats import FORMAT, FORMATS
from report.agenda import read_file
from words import LANGUAGES, Words, terminal_language


def main(arguments: list[str] | None = None) -> int:
    """Write a file. Exit codes: 0 done, 1 the data is refused, 2 wrong use."""
    asked = _parser().parse_args(arguments)
    words = Words(asked.lang)
    try:
        _written(asked, words)
    except Refused as refused:
        print(refused.sentence(words), file=sys.stderr)
        return 2 if isinstance(refused, Misused) else 1
    return 0


def _written(asked: argparse.Namespace, words: Words) -> None:
    source = opened(asked.generation)
    if source.engine.opened.notice:
        _say(source.engine.opened.notice.sentence(words))
    given = {name: getattr(asked, name) for name in (*ONCE, *REPEATED)}
    query = {name: [str(one) for one in _listed(value)] for name, value in given.items() if value is not None}
    reports = (
        agenda_reports(read_file(_content(asked.agenda), paths()), query, source, words, _say)
        if asked.agenda
        else reports_of(asked.page or [FORMAT[asked.format].page], query, source, words, _say)
    )
    if not reports:
        raise Misused("Nothing is on the agenda.")
    _say(words("Writing {file} …", file=asked.out))
    content = FORMAT[asked.format].make(reports, source, words)
    try:
        asked.out.write_bytes(content)
    except OSError as error:
        raise Refused("{file} can't be written ({cause}).", file=asked.out, cause=error.strerror) from error
    _say(words("Wrote {path}.", path=asked.out))


def _content(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise Misused("{file} can't be read ({cause}).", file=file, cause=error.strerror) from error


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]


def _say(sentence: str) -> None:
    """Progress goes where it is not taken for the file."""
    print(sentence, file=sys.stderr, flush=True)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m exports", description="Take pages away as files.",
                                     allow_abbrev=False)  # fmt: skip
    commands = parser.add_subparsers(dest="format", required=True)
    for of in FORMATS:
        command = commands.add_parser(of.name, help=of.label, allow_abbrev=False)
        command.add_argument("--lang", choices=LANGUAGES, default=terminal_language(), help="language of the file")
        pages = command.add_mutually_exclusive_group()
        pages.add_argument("--agenda", type=Path, metavar="FILE", help="the views of a meeting, as its page saves them")
        pages.add_argument("--page", action="append", help=f"repeatable, in this order; default {of.page}")
        command.add_argument("--out", type=Path, required=True, metavar="FILE", help="where to write")
        for name in ONCE:
            kind = int if name == "generation" else str
            command.add_argument(f"--{name.replace('_', '-')}", type=kind, help=f"as {name} in the address")
        for name in REPEATED:
            command.add_argument(f"--{name}", action="append", help=f"as {name} in the address; repeatable")
    return parser


if __name__ == "__main__":
    sys.exit(main())
