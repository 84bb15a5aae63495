"""All stations of the road by the end of their addresses, in the order of the road; support goes along with all."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from waarborg.faces.public.sayings import Stop
from waarborg.faces.public.stations_first import CHOICE, INVESTIGATION, REPORT, STATEMENT, TALK
from waarborg.faces.public.stations_later import COURT, JUDGMENT, PROSECUTOR, SUPPORT

STOPS: Final[Mapping[str, Stop]] = MappingProxyType(
    {stop.slug: stop for stop in (REPORT, TALK, CHOICE, STATEMENT, INVESTIGATION, PROSECUTOR, COURT, JUDGMENT, SUPPORT)}
)
