"""One entry, one encoding; and commitments that hide and bind."""

from __future__ import annotations

import json
from contextlib import suppress

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from waarborg.engines.ledger.errors import Unproven
from waarborg.engines.ledger.leaves import LARGEST_NUMBER, Json, commit, decode, encode, new_salt, verify_commitment
from waarborg.kernel.errors import Unusable

texts = st.text(st.characters(codec="utf-8"))
numbers = st.integers(-LARGEST_NUMBER, LARGEST_NUMBER)
keys = st.text(st.characters(max_codepoint=127))
values = st.recursive(
    st.none() | st.booleans() | numbers | texts,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(keys, inner, max_size=4),
    max_leaves=12,
)
entries = st.dictionaries(keys, values, max_size=6)


@given(entries)
def test_an_entry_is_read_back_as_it_was(entry: dict[str, Json]) -> None:
    assert decode(encode(entry)) == entry


@given(entries)
def test_the_order_of_keys_does_not_matter(entry: dict[str, Json]) -> None:
    assert encode(dict(reversed(entry.items()))) == encode(entry)


def test_the_encoding_is_fixed_to_the_byte() -> None:
    entry: dict[str, Json] = {"op": "report.seal", "b": [True, None, -1], "a": {"z": "é\n\x01\u2028", "Y": 2}}
    written = '{"a":{"Y":2,"z":"é\\n\\u0001\u2028"},"b":[true,null,-1],"op":"report.seal"}'
    assert encode(entry) == written.encode()


@pytest.mark.parametrize(
    ("entry", "where"),
    [
        ({"a": 1.5}, "$.a: found float"),
        ({"a": [1, float("nan")]}, "$.a[1]: found float"),
        ({"a": b"x"}, "$.a: found bytes"),
        ({"a": {"b": {1, 2}}}, "$.a.b: found set"),
        ({"a": 2**53}, "$.a: found a larger number"),
        ({"é": 1}, "$: found another key"),
        ({1: 1}, "$: found another key"),
        ({"a": "\ud800"}, "$.a: found half a surrogate pair"),
    ],
)
def test_what_has_no_one_encoding_is_refused_with_its_place(entry: dict[str, Json], where: str) -> None:
    with pytest.raises(Unusable) as refused:
        encode(entry)
    assert str(refused.value).startswith(where)


def test_a_refusal_names_every_problem_and_repeats_no_value() -> None:
    with pytest.raises(Unusable) as refused:
        encode({"a": "Ivanka\ud800", "b": 3.25})  # type: ignore[dict-item]
    assert len(refused.value.problems) == 2
    assert "Ivanka" not in str(refused.value)
    assert "3.25" not in str(refused.value)


@pytest.mark.parametrize(
    "leaf",
    [
        b"",
        b"{",
        b"[]",
        b'"text"',
        b'{"b":1,"a":2}',
        b'{"a": 1}',
        b'{"a":1,"a":1}',
        b'{"a":1.0}',
        b'{"a":1e3}',
        b'{"a":NaN}',
        b'{"a":"\\u00e9"}',
        b'{"a":"\\ud800"}',
        b'{"a":"\xff"}',
        b'{"a":-0}',
        b'\xef\xbb\xbf{"a":1}',
        b'{"a":1}\n',
        b'{"a":' + b"[" * 100_000 + b"]" * 100_000 + b"}",
        b'{"a":' + b"9" * 10_000 + b"}",
    ],
)
def test_bytes_that_we_did_not_write_are_no_entry(leaf: bytes) -> None:
    with pytest.raises(Unproven, match="canonical"):
        decode(leaf)


@given(entries, st.data())
def test_a_flipped_bit_is_another_entry_or_none(entry: dict[str, Json], data: st.DataObject) -> None:
    leaf = bytearray(encode(entry))
    leaf[data.draw(st.integers(0, len(leaf) - 1))] ^= 1 << data.draw(st.integers(0, 7))
    with suppress(Unproven):
        assert decode(bytes(leaf)) != entry


@given(st.binary(max_size=80))
def test_any_bytes_are_an_entry_or_unproven(leaf: bytes) -> None:
    with suppress(Unproven):
        assert encode(decode(leaf)) == leaf


def test_an_ordinary_reader_of_json_reads_a_leaf() -> None:
    assert json.loads(encode({"by": "account_x", "n": 3})) == {"by": "account_x", "n": 3}


@given(st.binary(), st.binary())
def test_a_commitment_fits_its_own_detail_only(detail: bytes, other: bytes) -> None:
    assume(detail != other)
    salt = new_salt()
    commitment = commit(salt, detail)
    assert len(commitment) == 32
    verify_commitment(commitment=commitment, salt=salt, detail=detail)
    for wrong in (
        {"commitment": commitment, "salt": salt, "detail": other},
        {"commitment": commitment, "salt": new_salt(), "detail": detail},
        {"commitment": commitment, "salt": b"", "detail": detail},
        {"commitment": commitment[:-1], "salt": salt, "detail": detail},
    ):
        with pytest.raises(Unproven):
            verify_commitment(**wrong)


def test_the_same_detail_is_never_committed_to_alike() -> None:
    assert commit(new_salt(), b"yes") != commit(new_salt(), b"yes")


@pytest.mark.parametrize("salt", [b"", bytes(16), bytes(33), bytes(64)])
def test_a_salt_of_another_length_is_refused(salt: bytes) -> None:
    with pytest.raises(ValueError, match="expected 32"):
        commit(salt, b"detail")
