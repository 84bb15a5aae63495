"""For each thing that an address can name: one of the own case, and one of other people.

A page whose address names something without an example fails the walk. Whoever adds such a page adds a function here,
under the prefix of its typed id (``<notice:notice>`` asks for ``notice``), or under the parameter's name where it is a
plain word or number (``<slug:right>`` asks for ``right``).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from tests.apps.reports.officers import LABOUR, send
from tests.faces.walk.world import OTHER_DOOR, OWN_DOOR, Side, World
from waarborg.apps.rights.models import Notice
from waarborg.apps.support.models import Support

#: What stands in the address: of the own case, and of the other.
type Pair = tuple[Any, Any]

EXAMPLES: Final[dict[str, Callable[[World], Pair]]] = {}


def example(name: str) -> Callable[[Callable[[World], Pair]], Callable[[World], Pair]]:
    """Register what makes the two examples of ``name``."""

    def register(make: Callable[[World], Pair]) -> Callable[[World], Pair]:
        EXAMPLES[name] = make
        return make

    return register


def of_both(find: Callable[[Side], Any]) -> Callable[[World], Pair]:
    """The same thing of the own case and of the other."""
    return lambda world: (find(world.own), find(world.other))


example("case")(of_both(lambda side: side.case))
example("person")(of_both(lambda side: side.victim))
example("charge")(of_both(lambda side: side.charge))
example("support")(of_both(lambda side: Support.objects.get(person=side.victim).pk))
example("notice")(of_both(lambda side: Notice.objects.filter(person=side.victim).earliest("known_at").pk))


@example("report")
def report(world: World) -> Pair:
    """One that came in through the officer's own door, and one through another; the walk has doors with keys."""
    del world
    return send(LABOUR, channel=OWN_DOOR)[0], send(LABOUR, channel=OTHER_DOOR)[0]
