"""Events: who listens to what, by a name that deliveries remember."""

from __future__ import annotations

from secrets import token_hex

from waarborg.kernel.events import Event, listeners_of, listens_to


def test_a_listener_hears_of_its_own_event_only_under_its_full_name() -> None:
    name = f"test.{token_hex(4)}"

    @listens_to(name)
    def hear(event: Event) -> None:
        del event

    full_name = f"{hear.__module__}.{hear.__qualname__}"
    assert listeners_of(name) == {full_name: hear}
    assert listeners_of(f"{name}.other") == {}


def test_registering_a_listener_twice_leaves_one() -> None:
    name = f"test.{token_hex(4)}"

    def hear(event: Event) -> None:
        del event

    listens_to(name)(listens_to(name)(hear))
    assert list(listeners_of(name).values()) == [hear]


def test_who_asks_for_listeners_cannot_change_them() -> None:
    name = f"test.{token_hex(4)}"
    listens_to(name)(lambda _event: None)
    listeners_of(name).clear()
    assert len(listeners_of(name)) == 1
