"""Logs as JSON lines: events as names, ids only; never a name, a text, an address, or the message of an exception."""

from __future__ import annotations

import logging
import sys
from collections.abc import MutableMapping
from traceback import walk_tb
from typing import Any

import structlog
from structlog.typing import Processor


def configure(program: str) -> None:
    """Send every log of this process to standard error, one JSON object a line.

    Args:
        program: stands in each line, so that the lines of several programs can be told apart.
    """

    def name_program(_: object, __: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
        event["program"] = program
        return event

    before: list[Processor] = [
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        name_program,
    ]
    structlog.configure(
        processors=[*before, where_only, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=[*before, foreign_as_name, where_only],
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                structlog.processors.JSONRenderer(ensure_ascii=False),
            ],
        )
    )
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.WARNING)


def where_only(_: object, __: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Say of an exception what kind it is and where it came from; its message may hold what somebody wrote."""
    found = event.pop("exc_info", None)
    error = sys.exc_info()[1] if found is True else found[1] if isinstance(found, tuple) else found
    if isinstance(error, BaseException):
        frames = [f"{frame.f_code.co_filename}:{line}" for frame, line in walk_tb(error.__traceback__)]
        event["fault"] = {"kind": type(error).__name__, "where": frames[-5:]}
    return event


def foreign_as_name(_: object, __: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Of a library's own line keep who said it and its fixed words, not what it filled in."""
    record = event.get("_record")
    if isinstance(record, logging.LogRecord):
        event["event"] = str(record.msg)
        event["logger"] = record.name
    return event
