"""Logs as JSON lines: events as names, ids only; never a name, a text, an address, or the message of an exception.

Invariant: what others wrote into a line is never passed on, for nobody can tell their fixed words from what they filled
in; who spoke, where in the code, and how bad it is are enough to find the words again.
"""

from __future__ import annotations

import logging
import re
import sys
import threading
from collections.abc import MutableMapping
from traceback import walk_tb
from types import TracebackType
from typing import Any, Final

import structlog
from structlog.typing import Processor

#: Names, ids, moments and addresses of code; no spaces, no signs that an address or a text would need.
_PLAIN: Final = re.compile(r"[A-Za-z0-9_.:<>+-]{0,200}")
_WITHHELD: Final = "(withheld)"

type _Event = MutableMapping[str, Any]


def configure(program: str) -> None:
    """Send every log of this process, and what nobody caught, to standard error, one JSON object a line.

    Args:
        program: stands in each line, so that the lines of several programs can be told apart.
    """

    def name_program(_: object, __: str, event: _Event) -> _Event:
        event["program"] = program
        return event

    around: list[Processor] = [name_program, where_only, plain_only]
    before: list[Processor] = [structlog.stdlib.add_log_level, structlog.processors.TimeStamper(fmt="iso", utc=True)]
    structlog.configure(
        processors=[*before, *around, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=[*before, speaker_only, *around],
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                structlog.processors.JSONRenderer(ensure_ascii=False),
            ],
        )
    )
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.WARNING)
    # A line that cannot be made would otherwise be printed with all that was to be filled in.
    logging.raiseExceptions = False
    logging.captureWarnings(capture=True)
    _catch_the_rest()


def _catch_the_rest() -> None:
    """What nobody caught, in any thread, is logged like the rest; Python would print its message."""
    log = structlog.get_logger(__name__)

    def uncaught(_: type[BaseException], error: BaseException, __: TracebackType | None) -> None:
        log.critical("uncaught", exc_info=error)

    def uncaught_in_thread(found: threading.ExceptHookArgs) -> None:
        if found.exc_value is not None and not isinstance(found.exc_value, SystemExit):
            log.critical("uncaught_in_thread", exc_info=found.exc_value)

    def unraisable(found: Any) -> None:  # noqa: ANN401 - Python has no public name for it
        log.error("unraisable", exc_info=found.exc_value)

    sys.excepthook = uncaught
    threading.excepthook = uncaught_in_thread
    sys.unraisablehook = unraisable


def where_only(_: object, __: str, event: _Event) -> _Event:
    """Say of an exception what kind it is and where it came from; its message may hold what somebody wrote."""
    event.pop("stack_info", None)
    found = event.pop("exc_info", None)
    error = sys.exc_info()[1] if found is True else found[1] if isinstance(found, tuple) else found
    if isinstance(error, BaseException):
        frames = [f"{frame.f_code.co_filename}:{line}" for frame, line in walk_tb(error.__traceback__)]
        event["fault"] = {"kind": type(error).__name__, "where": frames[-5:]}
    return event


def speaker_only(_: object, __: str, event: _Event) -> _Event:
    """Of a library's own line keep who said it, where in its code, and the status of the answer if it was about one."""
    record = event.get("_record")
    if isinstance(record, logging.LogRecord):
        event["event"] = "library"
        event["logger"] = record.name
        event["said_at"] = f"{record.filename}:{record.lineno}"
        status = getattr(record, "status_code", None)
        if isinstance(status, int):
            event["status"] = status
    return event


def plain_only(_: object, __: str, event: _Event) -> _Event:
    """Withhold what is no name, id or number, should a line of our own ever hold it."""
    for name, value in event.items():
        kept = value is None or isinstance(value, bool | int | float)
        text = isinstance(value, str) and _PLAIN.fullmatch(value)
        if not (kept or text or name == "fault" or name.startswith("_")):
            event[name] = _WITHHELD
    return event
