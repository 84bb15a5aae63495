"""Finds every message in templates and code, and writes the catalogues in which people translate them.

For those who develop: needs Babel. Run as ``python -m waarborg.deploy.extraction``.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Final

import polib
from babel.messages.extract import extract as babel_extract
from django.utils.translation.template import templatize

from waarborg.deploy.messages import LANGUAGES, SOURCE, catalogue

_PACKAGE: Final = Path(__file__).resolve().parents[1]
_KEYWORDS: Final = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
_HEADER: Final = {
    "Project-Id-Version": "Waarborg",
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
    "Plural-Forms": "nplurals=2; plural=(n != 1);",
}

type _Key = tuple[str | None, str, str]


def extract() -> None:
    """Write the catalogues: new messages without a translation, those no longer used gone, translations kept."""
    found = dict(messages())
    for language in LANGUAGES:
        path = catalogue(language)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(written(language, found), encoding="utf-8")


def written(language: str, found: dict[_Key, set[str]]) -> str:
    """The text of the catalogue of ``language`` for the messages ``found``, with the translations that it has."""
    path = catalogue(language)
    known = {_key(entry): entry for entry in polib.pofile(str(path))} if path.exists() else {}
    po = polib.POFile(wrapwidth=110)
    po.metadata = {**_HEADER, "Language": language}
    for key in sorted(found, key=lambda each: (each[1], each[0] or "")):
        context, singular, plural = key
        entry = polib.POEntry(msgid=singular, msgctxt=context, occurrences=[(file, "") for file in sorted(found[key])])
        old = known.get(key)
        if plural:
            entry.msgid_plural = plural
            own = {0: singular, 1: plural} if language == SOURCE else {0: "", 1: ""}
            entry.msgstr_plural = old.msgstr_plural if old else own
        else:
            entry.msgstr = old.msgstr if old else singular if language == SOURCE else ""
        if "%(" in singular:
            entry.flags = ["python-format"]
        po.append(entry)
    return f"{po}\n"


def messages() -> Iterator[tuple[_Key, set[str]]]:
    """Every message with the files it is used in, as paths below the package."""
    found: dict[_Key, set[str]] = {}
    for path in sorted(_PACKAGE.rglob("*")):
        if path.suffix == ".py":
            source = path.read_bytes()
        elif path.suffix in {".html", ".txt"} and "templates" in path.parts:
            source = templatize(path.read_text("utf-8")).encode()
        else:
            continue
        for key in _in_source(source):
            found.setdefault(key, set()).add(path.relative_to(_PACKAGE).as_posix())
    yield from found.items()


def _in_source(source: bytes) -> Iterator[_Key]:
    options = {"encoding": "utf-8"}
    for _, message, _, context in babel_extract("python", BytesIO(source), keywords=_KEYWORDS, options=options):
        singular, plural = (message[0], message[1]) if isinstance(message, tuple) else (message, "")
        if singular:
            yield context, singular, plural or ""


def _key(entry: polib.POEntry) -> _Key:
    return entry.msgctxt or None, entry.msgid, entry.msgid_plural or ""


if __name__ == "__main__":
    extract()
