"""Serves one site over HTTP with gunicorn: threads for waiting, no access log, no address kept."""

from __future__ import annotations

import socket
from pathlib import Path
from typing import Any, Final, override

from django.core.wsgi import get_wsgi_application
from django.db import connections
from gunicorn.app.base import BaseApplication
from gunicorn.glogging import Logger

from waarborg.kernel.errors import Missing

#: The sites, in the order of their ports.
SITES: Final = ("public", "desk", "portal")
_LAST_PORT: Final = 65_535


class _OurLog(Logger):
    """gunicorn's lines go where all others go, so that no request or address is written out."""

    @override
    def setup(self, cfg: Any) -> None:
        super().setup(cfg)
        for log in (self.error_log, self.access_log):
            log.handlers.clear()
            log.propagate = True


class Site(BaseApplication):
    """One program under gunicorn."""

    def __init__(self, program: str, *, port: int, host: str = "127.0.0.1", threads: int = 8, workers: int = 1) -> None:
        self._options: dict[str, Any] = {
            "bind": f"{host}:{port}",
            "workers": workers,
            "threads": threads,
            "worker_class": "gthread",
            # What cannot start stops here, and not in a worker that is started again and again.
            "preload_app": True,
            "logger_class": _OurLog,
            "accesslog": None,
            "loglevel": "warning",
            "graceful_timeout": 5,
            "timeout": 60,
            "proc_name": f"waarborg-{program}",
            # A worker's heartbeat on disk would stall with the disk.
            "worker_tmp_dir": "/dev/shm" if Path("/dev/shm").is_dir() else None,  # noqa: S108 - no secret goes there
            "control_socket_disable": True,
        }
        super().__init__()

    @override
    def load_config(self) -> None:
        for name, value in self._options.items():
            if name in self.cfg.settings:
                self.cfg.set(name, value)

    @override
    def load(self) -> Any:
        application = get_wsgi_application()
        # A connection must not be shared with the processes that are forked next.
        connections.close_all()
        return application


def serve(program: str, *, port: int, host: str = "127.0.0.1") -> None:
    """Serve ``program``, for which Django is set up, until SIGTERM or SIGINT."""
    Site(program, port=port, host=host).run()


def check_port(port: int, *, host: str = "127.0.0.1", what: str) -> None:
    """Check that a site can be served at ``port``.

    Raises:
        Missing: it is taken, or may not be used; one line says which.
    """
    if not 0 < port <= _LAST_PORT:
        message = f"--port: found {port} (for {what}), expected 1 to {_LAST_PORT}"
        raise Missing(message)
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        with socket.socket(family) as trial:
            trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            trial.bind((host, port))
    except OSError as error:
        message = f"--port: {port} (for {what}): {error.strerror}; choose another with --port"
        raise Missing(message) from None
