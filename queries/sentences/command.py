"""`python -m queries check FILE`: what a text says, on the command line."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from data.errors import Refused
from queries.arguments import day

FORMATS = ("table", "csv", "json")


def add_command(commands: Any, language: argparse.ArgumentParser) -> None:
    """The command and its options."""
    checking = commands.add_parser(
        "check", help="every figure of a Chinese text: right, wrong or not found", parents=[language],
        allow_abbrev=False,
    )  # fmt: skip
    checking.add_argument("file", help="a text file in UTF-8; - for what is piped in")
    checking.add_argument("--as-of", type=day, help="the date that the text speaks from; default the newest")
    checking.add_argument("--generation", type=int, help="the ledger as it was known at that generation")
    checking.add_argument("--format", choices=FORMATS, default="table")


def passage(file: str) -> str:
    """The text of a file or of standard input. Raises Refused for one that can't be read as UTF-8."""
    try:
        content = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
        return content.decode("utf-8-sig")
    except OSError as error:
        raise Refused("{file} can't be read ({cause}).", file=file, cause=error.strerror) from error
    except UnicodeDecodeError as error:
        raise Refused("{file} isn't text in UTF-8; save it as UTF-8.", file=file) from error
