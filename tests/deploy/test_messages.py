"""No message is missing, stale or half translated."""

from __future__ import annotations

from pathlib import Path

import polib
import pytest

from waarborg.deploy import extraction, messages
from waarborg.kernel.errors import Fault


@pytest.mark.parametrize("language", messages.LANGUAGES)
def test_the_catalogue_holds_exactly_the_messages_of_the_program(language: str) -> None:
    written = extraction.written(language, dict(extraction.messages()))
    found = messages.catalogue(language).read_text("utf-8")
    assert written == found, "run python -m waarborg.deploy.extraction, then translate what is new"


@pytest.mark.parametrize("language", messages.LANGUAGES)
def test_the_catalogue_is_complete(language: str) -> None:
    assert list(messages.problems(language)) == []


def _catalogue(folder: Path, text: str) -> None:
    path = folder / "nl" / "LC_MESSAGES" / "django.po"
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")


def test_a_catalogue_that_is_not_complete_says_what_is_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _catalogue(
        tmp_path,
        'msgid "Go"\nmsgstr ""\n\n#, fuzzy\nmsgid "Stop"\nmsgstr "Stap"\n\nmsgid "By %(who)s"\nmsgstr "Door"\n',
    )
    monkeypatch.setattr(messages, "LOCALE", tmp_path)
    assert list(messages.problems("nl")) == [
        "nl: 'Go' is not translated",
        "nl: 'Stop' is marked fuzzy",
        "nl: 'By %(who)s' has other placeholders than its translation",
    ]


def test_compiling_needs_a_catalogue_that_can_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(messages, "LOCALE", tmp_path)
    with pytest.raises(Fault, match="expected one"):
        messages.compile()


def test_what_is_compiled_is_what_was_translated(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _catalogue(tmp_path, 'msgid "Go back"\nmsgstr "Ga terug"\n')
    monkeypatch.setattr(messages, "LOCALE", tmp_path)
    monkeypatch.setattr(messages, "LANGUAGES", ("nl",))
    messages.compile()
    compiled = polib.mofile(str(messages.catalogue("nl").with_suffix(".mo")))
    assert [(entry.msgid, entry.msgstr) for entry in compiled] == [("Go back", "Ga terug")]
