"""What was built is what is committed, says where it comes from, and is small enough for a bad line."""

from __future__ import annotations

import gzip
import json
from hashlib import sha256
from pathlib import Path

import waarborg.faces.shell

_BUILT = Path(waarborg.faces.shell.__file__ or "").parent / "static" / "shell"
_RECORD = json.loads((_BUILT / "BUILT.json").read_text("utf-8"))


def _size(*names: str) -> int:
    return sum(len(gzip.compress((_BUILT / name).read_bytes())) for name in names)


def test_every_built_file_has_the_hash_on_record() -> None:
    files = {path.name for path in _BUILT.iterdir() if path.suffix in {".css", ".js"}}
    assert files == set(_RECORD["files"])
    for name, digest in _RECORD["files"].items():
        assert sha256((_BUILT / name).read_bytes()).hexdigest() == digest, f"{name}: build it again with npm"


def test_everything_that_ships_has_a_version_a_licence_and_a_hash() -> None:
    shipped = {name: source for name, source in _RECORD["sources"].items() if source["shipped"]}
    assert "htmx.org" in shipped
    for source in shipped.values():
        assert source["version"]
        assert source["integrity"].startswith("sha512-")
        assert source["licence"] in {"EUPL-1.2", "BSD-0-Clause"}


def test_the_style_sheets_stay_under_25_kb() -> None:
    assert _size("tokens.css", "waarborg.css") < 25_000


def test_a_public_page_brings_no_htmx_and_stays_under_60_kb() -> None:
    assert _size("tokens.css", "waarborg.css", "first.js", "person.js") < 50_000


def test_the_style_sheet_knows_only_logical_sides() -> None:
    sheets = Path(__file__).resolve().parents[3] / "frontend" / "css"
    for sheet in sheets.glob("*.css"):
        text = sheet.read_text("utf-8")
        for side in ("margin-left", "margin-right", "padding-left", "padding-right", "text-align: left", "float: left"):
            assert side not in text, sheet.name
