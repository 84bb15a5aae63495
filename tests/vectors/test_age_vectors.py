"""The age library that seals reports, held to the test vectors of the age project (C2SP CCTV)."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import pyrage  # type: ignore[import-untyped]
import pytest

from waarborg.engines.sealing.age import Identity, unseal
from waarborg.engines.sealing.errors import CannotOpen, NotAKey

#: Opens although it should not: a header that others write otherwise, under a MAC that fits all the same.
TOO_LENIENT = {
    # A stanza without the short line that ends it.
    "stanza_missing_body",
    "stanza_missing_final_line",
}
#: Opens too, after forty seconds and eight GiB, which is what is wrong with it: seen once, not run again. Such a
#: passphrase stops its reader; the house opens nothing by passphrase, and a key is not held up by such a file.
TOO_SLOW = {"scrypt_work_factor_23"}
#: Does not open although it should: white space around the armour, which the house never writes.
TOO_STRICT = {"armor_whitespace_outside"}


@dataclass(frozen=True)
class Vector:
    """One file of the collection."""

    name: str
    expect: str
    payload: str | None
    identities: tuple[str, ...]
    passphrases: tuple[str, ...]
    file: bytes

    @property
    def is_post_quantum(self) -> bool:
        return any(map(is_post_quantum, self.identities))


def is_post_quantum(identity: str) -> bool:
    return identity.startswith("AGE-SECRET-KEY-PQ-1")


def read(path: Path) -> Vector:
    head, _, body = path.read_bytes().partition(b"\n\n")
    lines = [line.partition(": ") for line in head.decode().splitlines()]
    one = {key: value for key, _, value in lines}

    def every(wanted: str) -> tuple[str, ...]:
        return tuple(value for key, _, value in lines if key == wanted)

    file = zlib.decompress(body) if one.get("compressed") == "zlib" else body
    payload = one.get("payload")
    return Vector(path.name, one["expect"], payload, every("identity"), every("passphrase"), file)


def opens(vector: Vector) -> bool:
    """Whether the library opens a file, to the payload that the collection names."""
    try:
        if vector.passphrases and not vector.identities:
            payload = pyrage.passphrase.decrypt(vector.file, vector.passphrases[0])
        else:
            keys = [pyrage.x25519.Identity.from_str(each) for each in vector.identities]
            payload = pyrage.decrypt(vector.file, keys)
    except pyrage.DecryptError:
        return False
    if vector.payload is not None:
        assert sha256(payload).hexdigest() == vector.payload, f"{vector.name} opened to something else"
    return True


@pytest.fixture(scope="module")
def collection(vectors: Path) -> list[Vector]:
    found = [read(path) for path in sorted((vectors / "age").iterdir())]
    assert len(found) == 114
    return found


def test_the_library_judges_every_classic_file_as_expected_but_for_those_named(collection: list[Vector]) -> None:
    classic = [vector for vector in collection if not vector.is_post_quantum and vector.name not in TOO_SLOW]
    assert len(classic) == 98
    judged = {vector.name: (opens(vector), vector.expect == "success") for vector in classic}
    assert {name for name, (opened, expected) in judged.items() if opened and not expected} == TOO_LENIENT
    assert {name for name, (opened, expected) in judged.items() if expected and not opened} == TOO_STRICT


def test_a_post_quantum_identity_is_refused_and_not_misread(collection: list[Vector]) -> None:
    post_quantum = [vector for vector in collection if vector.is_post_quantum]
    assert len(post_quantum) == 15
    for vector in post_quantum:
        for each in filter(is_post_quantum, vector.identities):
            with pytest.raises(NotAKey):
                Identity.parse(each)


def test_no_file_of_the_collection_passes_for_one_of_ours(collection: list[Vector]) -> None:
    for vector in collection:
        if not vector.is_post_quantum:
            identities = [Identity.parse(each) for each in vector.identities] or [Identity.new()]
            with pytest.raises(CannotOpen):
                unseal(vector.file, identities=identities)
