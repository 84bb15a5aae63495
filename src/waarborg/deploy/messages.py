"""The translations that people write become the files that programs read; needs no gettext on the machine.

The catalogues are ``locale/LANGUAGE/LC_MESSAGES/django.po``; what stands in them is written by ``extraction``.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import polib

from waarborg.kernel.errors import Fault

#: The folder of catalogues.
LOCALE: Final = Path(__file__).resolve().parents[1] / "locale"
#: The language in which the messages are written, and the one into which they are translated.
SOURCE: Final = "en"
LANGUAGES: Final = (SOURCE, "nl")


def catalogue(language: str) -> Path:
    """Where the messages of ``language`` are."""
    return LOCALE / language / "LC_MESSAGES" / "django.po"


def compile() -> None:  # noqa: A001 - the word that everybody uses for it; called as messages.compile()
    """Write a ``.mo`` beside each catalogue.

    Raises:
        Fault: a catalogue is missing or cannot be read; the message names it.
    """
    for language in LANGUAGES:
        path = catalogue(language)
        try:
            polib.pofile(str(path)).save_as_mofile(str(path.with_suffix(".mo")))
        except (OSError, ValueError) as error:
            message = f"{path}: found no catalogue that can be read ({error}), expected one"
            raise Fault(message) from None


def problems(language: str) -> Iterator[str]:
    """What keeps a catalogue from being complete, one sentence a message."""
    for entry in polib.pofile(str(catalogue(language))):
        if entry.obsolete:
            yield f"{language}: {entry.msgid!r} is no longer used"
        elif entry.fuzzy:
            yield f"{language}: {entry.msgid!r} is marked fuzzy"
        elif not entry.translated():
            yield f"{language}: {entry.msgid!r} is not translated"
        elif _named(entry.msgid) != _named(entry.msgstr) and not entry.msgid_plural:
            yield f"{language}: {entry.msgid!r} has other placeholders than its translation"


def _named(message: str) -> set[str]:
    """The named placeholders of a message, ``%(name)s``."""
    return {part.split(")", 1)[0] for part in message.split("%(")[1:]}
