"""Logs: whatever anybody writes, and wherever it goes wrong, no word of it comes into a line."""

from __future__ import annotations

import http.client
import json
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.deploy.house import start, surroundings

#: Written everywhere, and to be found nowhere.
CANARY = "Yonas-Canary-9731"

EVERYTHING = f"""
import gc, logging, sys, threading, warnings
from types import SimpleNamespace
import structlog
from waarborg.deploy.logs import configure
from waarborg.deploy.serving import _OurLog
from waarborg.kernel.errors import Fault

configure("desk")
ours = structlog.get_logger("waarborg")
theirs = logging.getLogger("django.request")
word = "{CANARY}"

def failing(depth=2):
    local = word
    if depth:
        return failing(depth - 1)
    try:
        raise KeyError(word)
    except KeyError as inner:
        raise Fault(f"about {{local}}") from inner

try:
    failing()
except Fault as fault:
    ours.exception("act_failed", act="case.open")
    ours.error("act_failed", exc_info=fault)
    ours.error("act_failed", name=f"{{word}} de Vries", mail="a@" + word, rows=[word], table={{"name": word}})
    about = {{"status_code": 500, "request": word}}
    theirs.error("Internal Server Error: /" + word, exc_info=sys.exc_info(), extra=about)
    theirs.exception(fault)
    theirs.error("Not Found: %s", word)
    theirs.error(f"Not Found: {{word}} %s", word, stack_info=True)
    theirs.error("too few %s %s", word)
    logging.getLogger("allauth").warning(word)
    logging.getLogger("django.security.DisallowedHost").error("Invalid HTTP_HOST header: " + word)
    logging.getLogger("asyncio").error(word, exc_info=True)

settings = SimpleNamespace(
    loglevel="info", errorlog="-", accesslog="-", capture_output=False, syslog=False, logconfig_dict=None,
    logconfig_json=None, logconfig=None,
)
server = _OurLog(settings)
server.warning("Invalid request from ip=" + word)
server.error("Error handling request " + word)
try:
    failing()
except Fault:
    server.exception("Error handling request /" + word)
server.access_log.info(word)

warnings.warn(word, stacklevel=1)
thread = threading.Thread(target=failing, name=word)
thread.start()
thread.join()

class Falling:
    def __del__(self):
        raise ValueError(word)

Falling()
gc.collect()
raise ValueError(word)
"""


def test_no_layer_passes_on_what_somebody_wrote() -> None:
    answer = subprocess.run(
        [sys.executable, "-c", EVERYTHING],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        env=surroundings(PYTHONWARNINGS="always"),
    )
    said = answer.stdout + answer.stderr
    assert CANARY not in said
    assert "Canary" not in said
    lines = [json.loads(line) for line in said.splitlines()]
    assert len(lines) >= 18
    assert {line["program"] for line in lines} == {"desk"}
    assert {"act_failed", "library", "uncaught", "uncaught_in_thread", "unraisable"} <= {
        line["event"] for line in lines
    }
    assert {line["fault"]["kind"] for line in lines if "fault" in line} >= {"Fault", "ValueError"}
    assert any(line.get("status") == 500 and line["said_at"] for line in lines)
    assert {line["act"] for line in lines if "act" in line} == {"case.open"}


def _ask(port: int, raw: bytes) -> bytes:
    """Send what no browser would; the beginning of the answer."""
    with socket.create_connection(("127.0.0.1", port), timeout=1) as connection:
        connection.sendall(raw)
        try:
            return connection.recv(200)
        except OSError:
            return b""


def _requests(host: str) -> list[bytes]:
    word = CANARY.encode()
    head = b"Host: %s\r\nCookie: a=%s\r\nUser-Agent: %s\r\nReferer: http://%s/\r\n" % (host.encode(), word, word, word)
    body = b"text=" + word
    post = b"POST /report/ HTTP/1.1\r\n" + head
    return [
        b"GET /%s?q=%s HTTP/1.1\r\n%s\r\n" % (word, word, head),
        b"GET / HTTP/1.1\r\nHost: %s.example\r\n\r\n" % word,
        post + b"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: %d\r\n\r\n%s" % (len(body), body),
        post
        + b"Content-Type: multipart/form-data; boundary=%s\r\nContent-Length: %d\r\n\r\n%s" % (word, len(body), body),
        post + b"Content-Length: 99999999999\r\n\r\n" + body,
        post + b"Content-Length: %s\r\n\r\n" % word,
        b"%s / HTTP/1.1\r\n\r\n" % word,
        b"%s\r\n\r\n" % word,
        b"GET /%s HTTP/9.9\r\n\r\n" % word,
        b"GET / HTTP/1.1\r\nX-%s: %s\r\n\r\n" % (word, b"a" * 20_000),
        b"GET /\xff%s HTTP/1.1\r\n%s\r\n" % (word, head),
        b"\x16\x03\x01" + word,
    ]


@pytest.mark.parametrize("site", ["public", "desk"])
def test_a_site_writes_no_word_of_any_request_also_when_its_database_is_gone(
    prepared: Path, port: int, site: str
) -> None:
    program = start(["serve", site, "--port", str(port)], settings={"WAARBORG_DATA": str(prepared)})
    try:
        _wait(port)
        for request in _requests(f"127.0.0.1:{port}"):
            _ask(port, request)
        (prepared / "waarborg.sqlite3").write_bytes(CANARY.encode() * 1000)
        for request in _requests(f"127.0.0.1:{port}"):
            _ask(port, request)
        _ask(port, b"GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
    finally:
        program.terminate()
        said, _ = program.communicate(timeout=30)
    assert CANARY not in said
    assert CANARY.lower() not in said.lower()
    assert "127.0.0.1" not in said
    for line in said.splitlines():
        assert json.loads(line)["program"] == site


def _wait(port: int) -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=2)
        try:
            connection.request("GET", "/healthz")
            if connection.getresponse().status == http.HTTPStatus.OK:
                return
        except OSError:
            time.sleep(0.1)
        finally:
            connection.close()
    message = "the site did not start"
    raise AssertionError(message)
