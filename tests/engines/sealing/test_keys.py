"""Key files: whole or absent, private or refused, never written over."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from waarborg.engines.sealing.age import seal, unseal
from waarborg.engines.sealing.errors import KeyFileRefused
from waarborg.engines.sealing.keys import create_door_key, create_secret, door_identities, read_secret
from waarborg.kernel.actors import Channel

DAY = date(2026, 11, 21)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder that is not there yet."""
    return tmp_path / "doors"


def test_a_new_key_opens_what_is_sealed_to_its_door(folder: Path) -> None:
    recipient = create_door_key(folder, Channel.TCI, on=DAY)
    sealed = seal(b"a report", to=[recipient])
    assert unseal(sealed, identities=door_identities(folder, Channel.TCI)) == b"a report"


def test_older_keys_stay_and_the_newest_comes_first(folder: Path) -> None:
    made = [create_door_key(folder, Channel.AVIM, on=DAY) for _ in range(11)]
    assert [each.recipient for each in door_identities(folder, Channel.AVIM)] == made[::-1]


def test_a_door_has_its_own_keys_only(folder: Path) -> None:
    create_door_key(folder, Channel.AVIM, on=DAY)
    assert door_identities(folder, Channel.TCI) == ()


def test_files_and_folder_are_for_the_owner_only(folder: Path) -> None:
    before = os.umask(0)
    try:
        create_door_key(folder, Channel.AVIM, on=DAY)
    finally:
        os.umask(before)
    (file,) = folder.iterdir()
    assert file.name == "avim.1.key"
    assert file.stat().st_mode & 0o777 == 0o600
    assert folder.stat().st_mode & 0o777 == 0o700


def test_any_age_tool_can_read_a_key_file(folder: Path) -> None:
    recipient = create_door_key(folder, Channel.AVIM, on=DAY)
    created, public, secret = (folder / "avim.1.key").read_text().splitlines()
    assert created == "# created: 2026-11-21"
    assert public == f"# public key: {recipient.text}"
    assert secret.startswith("AGE-SECRET-KEY-1")


@pytest.mark.parametrize("mode", [0o644, 0o640, 0o604, 0o606, 0o660])
def test_a_key_that_others_can_read_or_change_is_refused(folder: Path, mode: int) -> None:
    create_door_key(folder, Channel.AVIM, on=DAY)
    (folder / "avim.1.key").chmod(mode)
    with pytest.raises(KeyFileRefused, match=f"found mode 0{mode:o}.*expected a file of this user with mode 0600"):
        door_identities(folder, Channel.AVIM)


def test_a_folder_in_which_others_can_write_is_refused(folder: Path) -> None:
    create_door_key(folder, Channel.AVIM, on=DAY)
    folder.chmod(0o777)
    with pytest.raises(KeyFileRefused, match="expected a folder"):
        door_identities(folder, Channel.AVIM)
    with pytest.raises(KeyFileRefused, match="expected a folder"):
        create_door_key(folder, Channel.AVIM, on=DAY)
    assert [file.name for file in folder.iterdir()] == ["avim.1.key"]


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a file to somebody else")
def test_a_key_of_another_user_is_refused(folder: Path) -> None:
    create_door_key(folder, Channel.AVIM, on=DAY)
    os.chown(folder / "avim.1.key", 65534, 65534)
    with pytest.raises(KeyFileRefused, match="owner 65534"):
        door_identities(folder, Channel.AVIM)


def test_a_file_that_is_there_is_never_written_over(tmp_path: Path) -> None:
    path = tmp_path / "kept" / "secret"
    create_secret(path, "first")
    with pytest.raises(KeyFileRefused, match="as a new file"):
        create_secret(path, "second")
    assert read_secret(path) == "first"
    assert [file.name for file in path.parent.iterdir()] == ["secret"]


def test_a_write_that_fails_leaves_nothing_behind(tmp_path: Path) -> None:
    path = tmp_path / "kept" / "secret"
    with pytest.raises(UnicodeEncodeError):
        create_secret(path, "half\ud800")
    assert list(path.parent.iterdir()) == []


@pytest.mark.parametrize(
    "content",
    ["", "# only a comment\n", "AGE-SECRET-KEY-1QQQ\n", "one\ntwo\n", "AGE-SECRET-KEY-PQ-1" + "Q" * 50],
)
def test_a_file_without_one_key_is_refused_and_not_repeated(folder: Path, content: str) -> None:
    create_secret(folder / "avim.1.key", content)
    with pytest.raises(KeyFileRefused, match="expected comments and one private key") as refused:
        door_identities(folder, Channel.AVIM)
    assert "QQQ" not in str(refused.value)


def test_bytes_too_much_and_folders_are_no_secrets(folder: Path) -> None:
    create_secret(folder / "avim.1.key", "x" * 70_000)
    with pytest.raises(KeyFileRefused, match="more than"):
        read_secret(folder / "avim.1.key")
    (folder / "avim.1.key").write_bytes(b"\xff")
    with pytest.raises(KeyFileRefused, match="expected text"):
        read_secret(folder / "avim.1.key")
    with pytest.raises(KeyFileRefused, match="could not be read"):
        read_secret(folder)


def test_what_is_missing_is_said(folder: Path) -> None:
    with pytest.raises(KeyFileRefused, match="could not be read"):
        door_identities(folder, Channel.AVIM)
    with pytest.raises(KeyFileRefused, match="could not be read"):
        read_secret(folder / "avim.1.key")


def test_other_files_in_the_folder_are_passed_over(folder: Path) -> None:
    create_door_key(folder, Channel.AVIM, on=DAY)
    for name in (".avim.2.key.0123", "avim.02.key", "avim.x.key", "tci.1.key.bak"):
        create_secret(folder / name, "something else")
    assert len(door_identities(folder, Channel.AVIM)) == 1
