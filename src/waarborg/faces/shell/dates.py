"""Days and moments in words, in both languages, as a clock and a calendar in Amsterdam show them.

Written by hand because it is two languages and six forms: no locale data has to be there, and nothing depends on the
language that happens to be active.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Final

from waarborg.kernel.clock import AMSTERDAM
from waarborg.kernel.texts import Text

_DAYS: Final = (
    Text(en="Monday", nl="maandag"),
    Text(en="Tuesday", nl="dinsdag"),
    Text(en="Wednesday", nl="woensdag"),
    Text(en="Thursday", nl="donderdag"),
    Text(en="Friday", nl="vrijdag"),
    Text(en="Saturday", nl="zaterdag"),
    Text(en="Sunday", nl="zondag"),
)
_MONTHS: Final = (
    Text(en="January", nl="januari"),
    Text(en="February", nl="februari"),
    Text(en="March", nl="maart"),
    Text(en="April", nl="april"),
    Text(en="May", nl="mei"),
    Text(en="June", nl="juni"),
    Text(en="July", nl="juli"),
    Text(en="August", nl="augustus"),
    Text(en="September", nl="september"),
    Text(en="October", nl="oktober"),
    Text(en="November", nl="november"),
    Text(en="December", nl="december"),
)
#: As far as each language shortens them; March, May, June and July stay whole in English as the style books say.
_SHORT: Final = (
    Text(en="Jan", nl="jan"),
    Text(en="Feb", nl="feb"),
    Text(en="March", nl="mrt"),
    Text(en="April", nl="apr"),
    Text(en="May", nl="mei"),
    Text(en="June", nl="juni"),
    Text(en="July", nl="juli"),
    Text(en="Aug", nl="aug"),
    Text(en="Sept", nl="sept"),
    Text(en="Oct", nl="okt"),
    Text(en="Nov", nl="nov"),
    Text(en="Dec", nl="dec"),
)


def _local(when: date | datetime) -> date:
    """``when`` as Amsterdam has it; a naive datetime has no place in this house.

    Raises:
        ValueError: a moment without an offset.
    """
    if not isinstance(when, datetime):
        return when
    if when.tzinfo is None:
        message = f"found the moment {when.isoformat()} without an offset, expected one with"
        raise ValueError(message)
    return when.astimezone(AMSTERDAM)


def day_month(when: date, *, year: bool = False) -> Text:
    """``16 November``, with its year where asked."""
    local = _local(when)
    text = Text(en="{day} {month}", nl="{day} {month}").fill(day=local.day, month=_MONTHS[local.month - 1])
    return _with_year(text, local) if year else text


def short_day(when: date, *, year: bool = False) -> Text:
    """``16 Nov``, for drawings and tables."""
    local = _local(when)
    text = Text(en="{day} {month}", nl="{day} {month}").fill(day=local.day, month=_SHORT[local.month - 1])
    return _with_year(text, local) if year else text


def long_day(when: date, *, year: bool = False) -> Text:
    """``Monday 16 November``, as appointments and terms are told."""
    local = _local(when)
    named = Text(en="{weekday} {day}", nl="{weekday} {day}")
    return named.fill(weekday=_DAYS[local.weekday()], day=day_month(local, year=year))


def weekday_short(when: date) -> Text:
    """``Wed 9 Dec``, for lists of what is due."""
    return Text(en="{weekday} {day}", nl="{weekday} {day}").fill(weekday=short_weekday(when), day=short_day(when))


def short_weekday(when: date) -> Text:
    """``Mon``: three letters in English, two in Dutch."""
    name = _DAYS[_local(when).weekday()]
    return Text(en=name.en[:3], nl=name.nl[:2])


def short_month(when: date) -> Text:
    """``Nov``."""
    return _SHORT[_local(when).month - 1]


def moment(when: datetime, *, year: bool = False) -> Text:
    """``Monday 16 November, 10:05``, on the clock of Amsterdam."""
    return Text(en="{day}, {clock}", nl="{day}, {clock}").fill(day=long_day(when, year=year), clock=clock(when))


def clock(when: datetime) -> str:
    """``10:05``."""
    local = _local(when)
    return f"{local:%H:%M}"


def _with_year(text: Text, day: date) -> Text:
    return Text(en=f"{text.en} {day.year}", nl=f"{text.nl} {day.year}")
