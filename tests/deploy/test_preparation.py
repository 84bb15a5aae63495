"""Keys: made once, for their owner alone, never written over, never made anew beside what the old one belongs to."""

from __future__ import annotations

import os
import stat
from datetime import date
from pathlib import Path

import pytest

from waarborg.deploy.preparation import make_door_keys, make_keys
from waarborg.engines.ledger.notes import Signer, Verifier
from waarborg.engines.sealing.age import Recipient
from waarborg.kernel.actors import Channel
from waarborg.kernel.errors import Missing

DAY = date(2026, 11, 21)


def _contents(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_new_installation_gets_every_key_for_its_owner_alone(tmp_path: Path) -> None:
    old = os.umask(0)
    try:
        make_keys(tmp_path / "new")
        make_door_keys(tmp_path / "new", on=DAY)
    finally:
        os.umask(old)
    keys = [path for path in (tmp_path / "new" / "keys").rglob("*") if path.is_file()]
    assert {path.name for path in keys} >= {
        "case-wrapping.key",
        "ledger-signing.key",
        "ledger-signing.pub",
        "worker.key",
    }
    assert {stat.S_IMODE(path.stat().st_mode) for path in keys} == {0o600}
    folders = [path for path in (tmp_path / "new").rglob("*") if path.is_dir() and path.name != "doors"]
    assert {stat.S_IMODE(path.stat().st_mode) for path in folders} == {0o700}


def test_the_public_half_belongs_to_the_key(tmp_path: Path) -> None:
    make_keys(tmp_path)
    signer = Signer.parse((tmp_path / "keys" / "ledger-signing.key").read_text().strip())
    assert Verifier.parse((tmp_path / "keys" / "ledger-signing.pub").read_text().strip()) == signer.verifier


def test_prepared_again_nothing_is_changed(tmp_path: Path) -> None:
    for _ in range(2):
        make_keys(tmp_path)
        make_door_keys(tmp_path, on=DAY)
    before = _contents(tmp_path)
    make_keys(tmp_path)
    make_door_keys(tmp_path, on=DAY)
    assert _contents(tmp_path) == before


def test_every_door_gets_a_key_and_a_public_half_for_those_who_seal(tmp_path: Path) -> None:
    make_keys(tmp_path)
    make_door_keys(tmp_path, on=DAY)
    for door in Channel:
        line = (tmp_path / "doors" / f"{door.value}.recipients").read_text().strip()
        assert Recipient.parse(line).text == line


@pytest.mark.parametrize("name", ["case-wrapping.key", "ledger-signing.key"])
def test_a_key_that_was_lost_is_not_made_anew_as_if_nothing_had_happened(tmp_path: Path, name: str) -> None:
    make_keys(tmp_path)
    (tmp_path / "keys" / name).unlink()
    before = _contents(tmp_path)
    with pytest.raises(Missing, match=f"{name}: gone from an installation that is in use"):
        make_keys(tmp_path)
    assert _contents(tmp_path) == before


def test_no_keys_are_made_beside_a_database_that_had_others(tmp_path: Path) -> None:
    (tmp_path / "waarborg.sqlite3").touch()
    with pytest.raises(Missing, match="gone from an installation"):
        make_keys(tmp_path)


def test_a_preparation_that_was_killed_halfway_is_finished_by_the_next(tmp_path: Path) -> None:
    make_keys(tmp_path / "whole")
    names = ["case-wrapping.key", "ledger-signing.key", "ledger-signing.pub", "public-forms.key"]
    for reached in range(len(names) + 1):
        folder = tmp_path / str(reached)
        (folder / "keys").mkdir(parents=True, mode=0o700)
        for name in names[:reached]:
            path = folder / "keys" / name
            path.write_bytes((tmp_path / "whole" / "keys" / name).read_bytes())
            path.chmod(0o600)
        make_keys(folder)
        assert len(list((folder / "keys").iterdir())) == len(list((tmp_path / "whole" / "keys").iterdir()))


def test_a_key_that_only_signs_sessions_is_made_anew(tmp_path: Path) -> None:
    make_keys(tmp_path)
    (tmp_path / "keys" / "desk-sessions.key").unlink()
    make_keys(tmp_path)
    assert (tmp_path / "keys" / "desk-sessions.key").read_text().strip()
