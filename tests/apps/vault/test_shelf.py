"""A file is under its final name whole, or not at all, and never over another."""

from __future__ import annotations

from pathlib import Path

import pytest

from waarborg.apps.vault import shelf
from waarborg.kernel.errors import Fault
from waarborg.kernel.ids import ObjectId

pytestmark = pytest.mark.django_db


def files(data: Path) -> dict[str, bytes]:
    vault = data / "vault"
    return {path.relative_to(vault).as_posix(): path.read_bytes() for path in vault.rglob("*") if path.is_file()}


def test_a_file_has_its_final_name_only_once_it_is_finished(data_folder: Path) -> None:
    name = ObjectId.new()
    writing = shelf.Writing(name)
    writing.write(b"sealed")
    assert shelf.path_of(name) not in files(data_folder)
    with pytest.raises(FileNotFoundError):
        shelf.sealed_file(name)
    writing.finish()
    assert files(data_folder) == {shelf.path_of(name): b"sealed"}
    with shelf.sealed_file(name) as file:
        file.seek(2)
        assert file.read() == b"aled"
    with pytest.raises(Fault):
        writing.write(b"more")


def test_nothing_is_ever_written_over(data_folder: Path) -> None:
    name = ObjectId.new()
    first = shelf.Writing(name)
    first.write(b"first")
    first.finish()
    second = shelf.Writing(name)
    second.write(b"second")
    with pytest.raises(Fault):
        second.finish()
    assert files(data_folder)[shelf.path_of(name)] == b"first"


@pytest.mark.parametrize("size", [10, 30_000_000])
def test_what_is_abandoned_leaves_nothing(data_folder: Path, size: int) -> None:
    writing = shelf.Writing(ObjectId.new())
    for _ in range(0, size, 1_000_000):
        writing.write(bytes(min(size, 1_000_000)))
    writing.abandon()
    assert files(data_folder) == {}
