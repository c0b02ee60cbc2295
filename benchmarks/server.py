"""A real server of the dashboard on a free loopback port, for browser tests, screenshots and benchmarks."""

from __future__ import annotations

import contextlib
import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import IO

ROOT = Path(__file__).parents[1]
STARTS_WITHIN_S = 60


def free_port() -> int:
    """A loopback port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextlib.contextmanager
def serve(script: Path, **environment: str) -> Iterator[str]:
    """Run `streamlit run script` with the product's own settings; gives its address, ends it afterwards.

    Raises RuntimeError with the server's output when it does not come up.
    """
    port = free_port()
    command = [sys.executable, "-m", "streamlit", "run", str(script), "--server.address=127.0.0.1"]
    with tempfile.TemporaryFile() as log:
        server = subprocess.Popen(
            [*command, f"--server.port={port}"], cwd=ROOT, env=os.environ | environment, stdout=log, stderr=log
        )
        try:
            _wait_until_healthy(server, port, log)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            server.wait(timeout=20)


def _wait_until_healthy(server: subprocess.Popen[bytes], port: int, log: IO[bytes]) -> None:
    deadline = time.monotonic() + STARTS_WITHIN_S
    while time.monotonic() < deadline and server.poll() is None:
        with contextlib.suppress(OSError), urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health"):
            return
        time.sleep(0.1)
    log.seek(0)
    raise RuntimeError(f"The server did not come up:\n{log.read().decode()}")


def publish_demonstration(folder: Path) -> None:
    """Publish the demonstration ledger into a folder. Raises CalledProcessError when that fails."""
    environment = os.environ | {"KEYPROJECTS_SNAPSHOTS": str(folder)}
    command = [sys.executable, "-m", "data", "demo"]
    subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True)
