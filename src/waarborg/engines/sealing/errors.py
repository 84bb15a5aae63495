"""What goes wrong with locks; none of these repeats a secret, and none says more than that it did not open."""

from __future__ import annotations

from typing import Final

from waarborg.kernel.errors import Fault
from waarborg.kernel.texts import Text

_DOES_NOT_OPEN: Final = Text(
    en="This key does not open this. It was locked with another key, or somebody changed it. We left it as it is.",
    nl="Deze sleutel past niet. Dit is met een andere sleutel op slot gedaan, of iemand heeft het veranderd."
    " We laten het zoals het is.",
)


class CannotOpen(Fault):
    """Something sealed does not open: another key, another place than it was sealed for, or changed since."""

    def __init__(self, private: str) -> None:
        super().__init__(private, _DOES_NOT_OPEN)


class CannotSeal(Fault):
    """Something would be sealed to nobody, or in a way that could not be opened again; nothing was written."""


class KeyFileRefused(Fault):
    """A file of keys is missing, others can read or change it, or it holds something else."""


class NotAKey(ValueError):  # noqa: N818 - an answer about a text, not a failure
    """A text is no key of the kind that was expected; the text is not repeated."""


class NotACode(ValueError):  # noqa: N818 - an answer about a text, not a failure
    """A text is no receipt code; the text is not repeated, since it may be nearly one."""
