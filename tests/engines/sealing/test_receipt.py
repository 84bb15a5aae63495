"""The receipt code: forgiving to read, unforgiving to guess."""

from __future__ import annotations

import hmac
from base64 import b32encode
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waarborg.engines.sealing.age import seal, unseal
from waarborg.engines.sealing.errors import CannotOpen, NotACode
from waarborg.engines.sealing.receipt import ReceiptCode

SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
#: Fixed for ever: a browser, or another release, must derive the same from the same code.
KNOWN = "B5X7DE0 PCDXQES FPAM31C 3GB7T47"


def written(number: int) -> str:
    """A number of 140 bits in the alphabet of codes."""
    return "".join(SYMBOLS[number >> 5 * place & 31] for place in reversed(range(28)))


def numbered(data: int) -> ReceiptCode:
    """The code of 130 bits that Hypothesis chose."""
    return ReceiptCode.parse(written((data << 10) + -(data << 10) % 1021))


codes = st.integers(0, 2**130 - 1).map(numbered)


def hkdf(secret: bytes, label: bytes, length: int) -> bytes:
    """RFC 5869 for up to one block, from the standard library."""
    extracted = hmac.digest(bytes(32), secret, "sha256")
    return hmac.digest(extracted, label + b"\x01", "sha256")[:length]


@given(codes)
def test_a_code_is_read_back_as_it_was_shown(code: ReceiptCode) -> None:
    assert ReceiptCode.parse(code.text()) == code
    assert [len(group) for group in code.groups()] == [7, 7, 7, 7]
    assert set("".join(code.groups())) <= set(SYMBOLS)


@given(codes, st.data())
def test_a_code_is_read_however_a_person_types_it(code: ReceiptCode, data: st.DataObject) -> None:
    typed = "".join(code.groups())
    confused = {"0": "0Oo\N{FULLWIDTH DIGIT ZERO}\u0660", "1": "1IiLl\u06f1", "5": "5\u0665\u096b"}
    letters = [data.draw(st.sampled_from(confused.get(each, each + each.lower()))) for each in typed]
    between = st.sampled_from(["", " ", "-", "\n", "\u00a0", "\u2013", " - ", "\u200b", ".", "\t"])
    text = "".join(letter + data.draw(between) for letter in letters)
    assert ReceiptCode.parse(f"  {text}\r\n") == code


@given(codes)
def test_any_one_wrong_character_is_noticed(code: ReceiptCode) -> None:
    right = "".join(code.groups())
    for place, letter in enumerate(right):
        for other in SYMBOLS.replace(letter, ""):
            with pytest.raises(NotACode):
                ReceiptCode.parse(right[:place] + other + right[place + 1 :])


@given(codes)
def test_any_two_characters_that_changed_places_are_noticed(code: ReceiptCode) -> None:
    right = list("".join(code.groups()))
    for one, two in combinations(range(28), 2):
        swapped = list(right)
        swapped[one], swapped[two] = swapped[two], swapped[one]
        if swapped != right:
            with pytest.raises(NotACode):
                ReceiptCode.parse("".join(swapped))


def test_a_code_has_one_form_only() -> None:
    # Ten check bits hold the check numbers 0 to 2 twice; the larger form is no code.
    number = next(data << 10 for data in range(5000) if -(data << 10) % 1021 == 2) + 2
    assert "".join(ReceiptCode.parse(written(number)).groups()) == written(number)
    with pytest.raises(NotACode):
        ReceiptCode.parse(written(number + 1021))


def test_new_codes_are_codes() -> None:
    made = {ReceiptCode.new() for _ in range(200)}
    assert len(made) == 200
    assert all(ReceiptCode.parse(each.text()) == each for each in made)


@given(st.text())
def test_any_text_is_no_code(text: str) -> None:
    with pytest.raises(NotACode):
        ReceiptCode.parse(text)


@pytest.mark.parametrize("text", ["", " ", "0", KNOWN[:-1], KNOWN + "0", KNOWN.replace("B", "U"), KNOWN * 1000])
def test_another_length_or_letter_is_no_code(text: str) -> None:
    with pytest.raises(NotACode):
        ReceiptCode.parse(text)


def test_a_refusal_does_not_repeat_what_may_be_nearly_a_code() -> None:
    with pytest.raises(NotACode) as refused:
        ReceiptCode.parse(KNOWN[:-1] + "8")
    assert not any(group in str(refused.value) for group in KNOWN.split())


def test_printing_a_code_shows_nothing() -> None:
    code = ReceiptCode.parse(KNOWN)
    assert f"{code} {code!r}" == "ReceiptCode() ReceiptCode()"


def test_the_mailbox_is_derived_as_the_standard_says_and_stays_the_same() -> None:
    code = ReceiptCode.parse(KNOWN)
    lookup = hkdf(KNOWN.replace(" ", "").encode(), b"waarborg receipt v1 lookup", 16)
    assert code.mailbox_id() == f"mailbox_{b32encode(lookup).decode().rstrip('=').lower()}"
    assert code.mailbox_id() == "mailbox_zeqwsytetlrizhxze325vruftm"
    expected = "age1wwqd5v7qt7y9h47nx0nn7hqjd3wt9lfetsytjumyudnh8nqp5cmssmzc7c"
    assert code.mailbox_identity().recipient.text == expected


@given(codes)
def test_what_is_sealed_to_a_mailbox_opens_with_its_code_only(code: ReceiptCode) -> None:
    sealed = seal(b"an answer", to=[code.mailbox_identity().recipient])
    assert unseal(sealed, identities=[ReceiptCode.parse(code.text()).mailbox_identity()]) == b"an answer"
    with pytest.raises(CannotOpen):
        unseal(sealed, identities=[ReceiptCode.new().mailbox_identity()])


def test_every_bit_of_a_code_is_random() -> None:
    numbers = [int.from_bytes("".join(ReceiptCode.new().groups())[:26].encode()) for _ in range(500)]
    seen_set, seen_clear = [0] * 26, [0] * 26
    for number in numbers:
        for place, byte in enumerate(number.to_bytes(26)):
            value = SYMBOLS.index(chr(byte))
            seen_set[place] |= value
            seen_clear[place] |= value ^ 31
    assert seen_set == seen_clear == [31] * 26
    assert len(set(numbers)) == 500
