"""A secretary of its own process: waits for a line, then writes decisions one by one."""

import datetime as dt
import sys

from data.minutes import Decision, Minutes

DAY = dt.date(2022, 9, 30)


def decision(what: str, **other) -> Decision:
    """A decision about a project, made on the day of the ledger."""
    return Decision("P1", "Project 1", what, "The unit", None, DAY, DAY, 1)._replace(**other)


if __name__ == "__main__":
    url, mark, count = sys.argv[1:4]
    print("ready", flush=True)
    sys.stdin.readline()
    for place in range(int(count)):
        Minutes(url).decide(decision(f"{mark}{place}"))
