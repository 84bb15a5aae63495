"""Serves one site over HTTP with gunicorn: threads for waiting, no access log, no address kept."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any, Final, override

from django.core.wsgi import get_wsgi_application
from gunicorn.app.base import BaseApplication

from waarborg.deploy.logs import configure

#: The sites, in the order of their ports.
SITES: Final = ("public", "desk", "portal")


class Site(BaseApplication):
    """One program under gunicorn."""

    def __init__(self, program: str, *, port: int, host: str = "127.0.0.1", threads: int = 8, workers: int = 1) -> None:
        self._program = program
        self._options: dict[str, Any] = {
            "bind": f"{host}:{port}",
            "workers": workers,
            "threads": threads,
            "worker_class": "gthread",
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
        configure(self._program)
        return get_wsgi_application()


def serve(program: str, *, port: int, host: str = "127.0.0.1") -> None:
    """Serve ``program`` until SIGTERM or SIGINT."""
    os.environ["DJANGO_SETTINGS_MODULE"] = f"waarborg.deploy.programs.{program}"
    Site(program, port=port, host=host).run()
