"""Each door says before anything is sent who reads it."""

from __future__ import annotations

import pytest

from waarborg.faces.public.doors import DOORS
from waarborg.kernel.actors import Channel


@pytest.mark.parametrize("channel", list(Channel))
def test_every_door_says_who_reads_it_and_what_it_cannot_do(channel: Channel) -> None:
    words = DOORS[channel]
    assert words.can_read
    assert words.cannot_read
    assert any("cannot" in each.en for each in words.can_do)
    assert words.name.nl[0].isupper()
