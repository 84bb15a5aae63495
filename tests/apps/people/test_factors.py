"""Codes of an app, numbers and passwords, each by itself."""

from __future__ import annotations

from base64 import b32encode
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waarborg.apps.people import factors

NOW = datetime(2026, 11, 30, 9, 0, 10, tzinfo=UTC)
SECRET = factors.new_app_secret()


@pytest.mark.parametrize(
    ("seconds", "code"),
    [
        (59, "287082"),
        (1111111109, "081804"),
        (1111111111, "050471"),
        (1234567890, "005924"),
        (2000000000, "279037"),
        (20000000000, "353130"),
    ],
)
def test_codes_are_those_of_rfc_6238(seconds: int, code: str) -> None:
    secret = b32encode(b"12345678901234567890").decode()
    assert factors.code_at(secret, seconds // factors.STEP) == code


@pytest.mark.parametrize(("off", "right"), [(-60, False), (-30, True), (0, True), (30, True), (60, False)])
def test_a_telephone_may_be_half_a_minute_off_and_no_more(off: int, right: bool) -> None:
    shown = factors.code_at(SECRET, factors.step_at(NOW + timedelta(seconds=off)))
    assert (factors.step_of_code(SECRET, shown, on=NOW, after=0) is not None) is right


def test_a_code_that_was_used_and_those_before_it_are_worth_nothing() -> None:
    here = factors.step_at(NOW)
    for step in (here - 1, here):
        assert factors.step_of_code(SECRET, factors.code_at(SECRET, step), on=NOW, after=here) is None
    later = factors.code_at(SECRET, here + 1)
    assert factors.step_of_code(SECRET, later, on=NOW, after=here) == here + 1


@pytest.mark.parametrize(
    ("typed", "proof"),
    [
        ("123456", factors.Proof(code="123456")),
        (" 123 456 ", factors.Proof(code="123456")),
        ("4829 1174-6352.0948", factors.Proof(number="4829117463520948")),
        ("12345", factors.Proof()),
        ("12345a", factors.Proof()),
        ("", factors.Proof()),
        ("٣٤٥ ٠١٢", factors.Proof(code="345012")),
    ],
)
def test_what_is_typed_is_a_code_a_number_or_nothing(typed: str, proof: factors.Proof) -> None:
    assert factors.read_proof(typed) == proof


@given(st.text(max_size=60))
def test_nothing_that_can_be_typed_is_a_fault(typed: str) -> None:
    proof = factors.read_proof(typed)
    factors.step_of_code(SECRET, proof.code, on=NOW, after=0)
    assert len(proof.code) in {0, 6}
    assert len(proof.number) in {0, 16}


def test_a_number_is_kept_as_a_hash_and_found_again() -> None:
    number = factors.new_number()
    kept = factors.hash_of_number(number)
    assert number not in kept
    assert factors.is_number(number, kept)
    assert not factors.is_number(number[::-1] + "0", kept)
    assert not factors.is_number("", kept)
    assert not factors.is_number(number, "")


def test_a_number_is_shown_in_four_groups() -> None:
    assert factors.number_groups("4829117463520948") == ["4829", "1174", "6352", "0948"]
    assert all(len(factors.new_number()) == 16 for _ in range(50))


def test_the_app_of_the_portal_names_no_account() -> None:
    assert "yonas" not in factors.app_address(SECRET, username="yonas", program="portal")
    assert "visser" in factors.app_address(SECRET, username="visser", program="desk")


@pytest.mark.parametrize(
    "password",
    [
        "short",
        "elevenchars",
        "yonas",
        "yonasyonasyonas",
        "Yonas123456789",
        "aaaaaaaaaaaa",
        "121212121212",
        "password1234",
    ],
)
def test_an_easy_password_is_weak(password: str) -> None:
    assert factors.is_weak(password, "Yonas")


@pytest.mark.parametrize(
    "password", ["a green bicycle shed", "ሰላም ከመይ ኣለኻ ሎሚ", "een fiets in de regen", "correct horse yonas"]
)
def test_a_few_words_are_not(password: str) -> None:
    assert not factors.is_weak(password, "yonas")
