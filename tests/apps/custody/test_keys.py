"""Keys of cases: what is sealed for one place opens in no other, and what is destroyed is gone."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.conf import settings
from django.test import override_settings

from tests.apps.custody.acting import NOON, detective, new_case
from waarborg.apps.custody.entering import consult
from waarborg.apps.custody.keys import Opening, destroy_key, make_key
from waarborg.apps.custody.models import Entry, EntryDetail, ScopeKey
from waarborg.kernel.errors import Fault
from waarborg.kernel.ids import CaseId

pytestmark = pytest.mark.django_db


def _read(*cases: CaseId) -> Opening:
    return consult(actor=detective(), on=NOON, what="case.read", subjects=tuple(cases))


def _row(case: CaseId, key: str = "entry_" + "a" * 26) -> EntryDetail:
    return EntryDetail(entry=Entry(id=key), scope=case)


def test_what_is_sealed_is_read_back_through_an_opening_and_an_empty_text_stays_empty() -> None:
    case = new_case()
    row = _row(case)
    _read(case).seal(row, "text", "Yonas, born 2009")
    assert b"Yonas" not in row.text
    assert _read(case).read(row, "text") == "Yonas, born 2009"
    _read(case).seal(row, "text", "")
    assert row.text == b""
    assert _read(case).read(row, "text") == ""


def test_an_opening_opens_only_what_its_entry_names() -> None:
    case, other = new_case(), new_case()
    row = _row(case)
    _read(case).seal(row, "text", "a secret")
    with pytest.raises(Fault, match=f"does not name {case}"):
        _read(other).read(row, "text")
    assert not _read(other).names(case)
    assert _read(case, other).read(row, "text") == "a secret"


def test_a_sealed_text_moved_to_another_row_field_or_case_does_not_open() -> None:
    case, other = new_case(), new_case()
    opening = _read(case, other)
    row = _row(case)
    opening.seal(row, "text", "a secret")
    moved = _row(case, "entry_" + "b" * 26)
    moved.text = row.text
    elsewhere = _row(other)
    elsewhere.text = row.text
    sideways = _row(case)
    sideways.other = row.text  # type: ignore[attr-defined]
    for place, field in ((moved, "text"), (elsewhere, "text"), (sideways, "other")):
        with pytest.raises(Fault, match="does not open") as fault:
            opening.read(place, field)
        assert "a secret" not in str(fault.value)


def test_a_changed_byte_does_not_open() -> None:
    case = new_case()
    row, opening = _row(case), _read(case)
    opening.seal(row, "text", "a secret")
    sealed = bytes(row.text)
    for place in range(len(sealed)):
        changed = _row(case)
        changed.text = sealed[:place] + bytes([sealed[place] ^ 1]) + sealed[place + 1 :]
        with pytest.raises(Fault, match="does not open"):
            opening.read(changed, "text")


def test_a_wrapped_key_put_in_the_place_of_another_does_not_open() -> None:
    case, other = new_case(), new_case()
    row = _row(case)
    _read(case).seal(row, "text", "a secret")
    ScopeKey.objects.filter(pk=case).update(wrapped=ScopeKey.objects.get(pk=other).wrapped)
    with pytest.raises(Fault, match="does not open"):
        _read(case).read(row, "text")


def test_a_destroyed_key_opens_nothing_any_more_and_stays_destroyed_from_the_first_time() -> None:
    case = new_case()
    row = _row(case)
    _read(case).seal(row, "text", "a secret")
    destroy_key(case, on=NOON)
    destroy_key(case, on=NOON + timedelta(days=1))
    kept = ScopeKey.objects.get(pk=case)
    assert (bytes(kept.wrapped), kept.destroyed_at) == (b"", NOON)
    with pytest.raises(Fault, match="was destroyed"):
        _read(case).read(row, "text")
    with pytest.raises(Fault, match="was destroyed"):
        _read(case).seal(row, "text", "another")


def test_destroying_a_key_that_there_is_not_is_a_fault() -> None:
    with pytest.raises(Fault, match="no key"):
        destroy_key(CaseId.new(), on=NOON)


def test_a_case_without_a_key_opens_nothing() -> None:
    case = CaseId.new()
    with pytest.raises(Fault, match="has no key"):
        _read(case).read(EntryDetail(entry=Entry(id="entry_" + "a" * 26), scope=case, text=b"x"), "text")


def test_the_public_program_is_given_no_key_even_where_it_could_read_the_file() -> None:
    case = new_case()
    row = _row(case)
    with override_settings(PROGRAM="public"):
        with pytest.raises(Fault, match="the public program"):
            _read(case).seal(row, "text", "a")
        with pytest.raises(Fault, match="the public program"):
            make_key(CaseId.new())


def test_without_the_wrapping_key_the_fault_names_the_file_and_no_secret() -> None:
    path = settings.INSTALLATION.key_file("case-wrapping.key")
    secret = path.read_text()
    path.unlink()
    with pytest.raises(Fault, match=r"case-wrapping\.key") as fault:
        make_key(CaseId.new())
    assert secret.strip() not in str(fault.value)
