"""Fields that all apps use: an id comes back as its own kind, and sealed bytes are bytes on both databases."""

from __future__ import annotations

from typing import Any

import pytest

from tests.apps.custody.acting import NOON, detective, mark, new_case
from waarborg.apps.custody.fields import IdField, SealedField
from waarborg.apps.custody.models import Entry, EntryDetail
from waarborg.kernel.ids import AccountId, CaseId, EntryId, Id


def _field(kind: type[Id], **options: Any) -> Any:  # noqa: ANN401 - Django's own
    """Django's fields are generic for the type checker only."""
    return IdField(kind, **options)


@pytest.mark.django_db
def test_an_id_comes_back_as_its_own_kind() -> None:
    actor = detective()
    mark(actor=actor, on=NOON, case=CaseId.new())
    entry = Entry.objects.get(actor=actor.id)
    assert type(entry.pk) is EntryId
    assert type(entry.actor) is AccountId


def test_an_id_of_another_kind_is_none() -> None:
    field = _field(CaseId)
    assert field.to_python(None) is None
    assert field.to_python("") is None
    with pytest.raises(ValueError, match="case_"):
        field.to_python(AccountId.new())


def test_a_field_of_ids_is_made_again_from_its_recipe() -> None:
    field = _field(CaseId, null=True)
    _, path, arguments, options = field.deconstruct()
    assert path == "waarborg.apps.custody.fields.IdField"
    again = _field(*arguments, **options)
    assert (again.kind, again.null, again.max_length) == (CaseId, True, 48)


@pytest.mark.django_db
def test_sealed_bytes_are_bytes_and_never_none() -> None:
    new_case()
    assert type(EntryDetail.objects.get().text) is bytes
    assert SealedField().from_db_value(None) == b""
    assert SealedField().from_db_value(memoryview(b"x")) == b"x"
