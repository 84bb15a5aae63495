"""A sentence that the house itself says, in every language it must be able to say it in.

Invariant: a text is never glued from parts; what varies is a named placeholder.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """One sentence in English and in Dutch, with ``{named}`` placeholders.

    Law, refusals and states speak in texts, so that a finding made today reads the same in ten years whatever the
    pages have become. Words that belong to a page alone are gettext messages in the templates.
    """

    #: British English, level B1.
    en: str
    #: Dutch, level B1.
    nl: str

    def fill(self, **values: object) -> Text:
        """Fill the placeholders; a value that is itself a text is said in each language.

        Raises:
            KeyError: a placeholder was given no value.
        """

        def said(language: str) -> dict[str, object]:
            return {name: value.to(language) if isinstance(value, Text) else value for name, value in values.items()}

        return Text(en=self.en.format(**said("en")), nl=self.nl.format(**said("nl")))

    def to(self, language: str) -> str:
        """The sentence in ``language`` (a BCP 47 tag such as ``nl`` or ``nl-NL``), English where there is none."""
        return self.nl if language.partition("-")[0] == "nl" else self.en

    def both(self) -> dict[str, str]:
        """The sentence as the JSON that outsiders read: ``{"en": …, "nl": …}``."""
        return {"en": self.en, "nl": self.nl}
