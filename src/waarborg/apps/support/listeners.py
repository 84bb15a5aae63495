"""Opens support when somebody was found; it hears of nothing else, so no news about a case can reach support."""

from __future__ import annotations

from waarborg.apps.support.models import Support
from waarborg.apps.support.opening import open_support
from waarborg.kernel.actors import THE_HOUSE
from waarborg.kernel.errors import Fault, Refusal
from waarborg.kernel.events import Event, listens_to
from waarborg.kernel.ids import PersonId


@listens_to("victim.found")
def open_with_the_first_contact(event: Event) -> None:
    """Open the support of a victim at the first contact; a second delivery changes nothing."""
    person = next(PersonId(subject) for subject in event.subjects if subject.startswith(f"{PersonId.prefix}_"))
    if Support.objects.filter(person=person).exists():
        return
    opened = open_support(actor=THE_HOUSE, on=event.at, person=person)
    if isinstance(opened, Refusal):
        message = f"support of {person} did not open: {opened.code}"
        raise Fault(message)
