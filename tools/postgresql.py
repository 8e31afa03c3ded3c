# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Run a command beside a PostgreSQL server of its own: `python tools/postgresql.py COMMAND ...`.

The command finds the server's address in LUWTE_TEST_DATABASE. A server that is named there already is used as it is;
where PostgreSQL is not installed the command runs without. The server listens on loopback, lives in a temporary folder,
and is gone when the command ends.
"""

import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

VARIABLE = "LUWTE_TEST_DATABASE"
DEBIAN = Path("/usr/lib/postgresql")  # Debian keeps the server's programs out of PATH, by version
UNPRIVILEGED = ("postgres", "nobody")  # PostgreSQL refuses to run as root: the first of these that exists runs it
SECONDS_TO_START = 60


def programs() -> Path | None:
    """The folder of `initdb` and `postgres`, newest version first; None where PostgreSQL is not installed."""
    versions = sorted(DEBIAN.glob("*/bin"), key=lambda folder: int(folder.parent.name), reverse=True)
    found = shutil.which("initdb")
    for folder in (*versions, *((Path(found).resolve().parent,) if found else ())):
        if (folder / "initdb").exists() and (folder / "postgres").exists():
            return folder
    return None


def runner() -> str | None:
    """The user that must run the server: None is whoever runs this."""
    if os.geteuid() != 0:
        return None
    import pwd

    known = {entry.pw_name for entry in pwd.getpwall()}
    return next(name for name in UNPRIVILEGED if name in known)


def free_port() -> int:
    """A port that nobody listens on at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_until_ready(server: subprocess.Popen[bytes], port: int, log: Path) -> None:
    """Return once the server takes connections; raises RuntimeError with its log when it does not."""
    for _ in range(SECONDS_TO_START * 10):
        if server.poll() is not None:
            break
        if "ready to accept connections" in log.read_text(errors="replace"):
            return
        time.sleep(0.1)
    raise RuntimeError(f"PostgreSQL did not start on port {port}:\n{log.read_text(errors='replace')}")


@contextmanager
def server(folder: Path, *, durable: bool = False) -> Iterator[str]:
    """A fresh server with the programs of `folder`; yields its URL. Tests need nothing of it to last."""
    user, password, port = runner(), secrets.token_urlsafe(16), free_port()
    with tempfile.TemporaryDirectory(prefix="luwte-postgresql-") as name:
        home = Path(name)
        secret, log = home / "password", home / "log"
        secret.write_text(password)
        log.touch()
        if user:
            for path in (home, secret):
                shutil.chown(path, user)
        start = [folder / "initdb", "-D", home / "data", "-U", "luwte", "-A", "scram-sha-256", "--pwfile", secret]
        options = ("-E", "UTF8", "--locale=C.UTF-8", "--no-sync")
        subprocess.run([*start, *options], check=True, user=user, cwd=home, stdout=subprocess.DEVNULL)
        settings = (f"port={port}", "listen_addresses=127.0.0.1", "unix_socket_directories=", "max_connections=200")
        settings += () if durable else ("fsync=off", "synchronous_commit=off", "full_page_writes=off")
        command = [folder / "postgres", "-D", home / "data", *(part for each in settings for part in ("-c", each))]
        with log.open("wb") as output:
            process = subprocess.Popen(command, user=user, cwd=home, stdout=output, stderr=output)
        try:
            wait_until_ready(process, port, log)
            yield f"postgresql://luwte:{password}@127.0.0.1:{port}/postgres"
        finally:
            process.send_signal(signal.SIGINT)  # PostgreSQL's fast shutdown
            process.wait()


def run(command: Sequence[str], **settings: str) -> int:
    """Run a command to its end. Ctrl-C reaches it too, and it may still tell what it found until then."""
    with subprocess.Popen(command, env=os.environ | settings) as running:
        while True:
            try:
                return running.wait()
            except KeyboardInterrupt:
                continue


def main() -> int:
    """Run the command and end with its exit code."""
    command, folder = sys.argv[1:], programs()
    if VARIABLE in os.environ or folder is None:
        return run(command)
    with server(folder) as url:
        return run(command, **{VARIABLE: url})


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
