"""Our own reader of age files, held to the test vectors of the age project (C2SP CCTV)."""

from __future__ import annotations

import hashlib
import io
import zlib
from pathlib import Path

from waarborg.engines.sealing.age import Identity
from waarborg.engines.sealing.errors import CannotOpen, NotAKey
from waarborg.engines.sealing.recordings import SealedReader


def test_the_vectors_of_the_age_project_open_or_fail_as_they_say(vectors: Path) -> None:
    tried = 0
    for path in sorted((vectors / "age").iterdir()):
        head, _, body = path.read_bytes().partition(b"\n\n")
        says: dict[str, str] = {}
        for line in head.decode().splitlines():
            name, _, value = line.partition(": ")
            says.setdefault(name, value)
        if says.get("compressed") == "zlib":
            body = zlib.decompress(body)
        if "armored" in says or "identity" not in says:
            continue
        try:
            identity = Identity.parse(says["identity"])
        except NotAKey:
            continue  # post-quantum, which this house does not mix in
        tried += 1
        try:
            found = hashlib.sha256(SealedReader(io.BytesIO(body), identity).read() or b"").hexdigest()
        except CannotOpen:
            found = ""
        expected = says["payload"] if says["expect"] == "success" else ""
        assert found == expected, f"{path.name}: {says.get('comment')}"
    assert tried > 50
