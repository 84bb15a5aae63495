"""Writes entries: what makes a function an act, and what gives the right to read personal data.

An act is one transaction with an entry in the ledger; a refusal leaves nothing behind but, where it is on record, the
attempt. Invariants: an act that returns anything but a refusal has written at least one entry, or it fails whole; an
opening, which alone can use keys, is given only by an entry.
"""

from __future__ import annotations

import functools
import json
from collections.abc import Callable, Mapping
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from django.db import transaction

from waarborg.apps.custody.keys import Opening
from waarborg.apps.custody.models import Entry, EntryDetail, EntrySubject, Outcome
from waarborg.engines.ledger.leaves import commit, encode, new_salt
from waarborg.kernel.actors import Actor, Role
from waarborg.kernel.clock import day_of, moment_on
from waarborg.kernel.errors import Fault, Refusal
from waarborg.kernel.ids import EntryId


@dataclass(slots=True)
class _Doing:
    """The act that is being done now."""

    name: str
    actor: Actor
    on: datetime
    #: Entries written so far, by this act and by the acts it called.
    entries: list[EntryId] = field(default_factory=list)


_doing: Final[ContextVar[_Doing | None]] = ContextVar("doing", default=None)


def act[**P, R](name: str) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Make a function with the keywords ``actor`` and ``on`` (aware) an act called ``name`` (``noun.verb``).

    The function runs in one transaction. If it returns a ``Refusal``, whatever it wrote is rolled back, and the attempt
    itself is entered where the refusal is ``on_record``. Acts may call acts: they share the outer transaction.
    """

    def make(function: Callable[P, R]) -> Callable[P, R]:
        @functools.wraps(function)
        def done(*args: P.args, **kwargs: P.kwargs) -> R:
            actor, on = kwargs.get("actor"), kwargs.get("on")
            if not isinstance(actor, Actor) or not isinstance(on, datetime) or on.tzinfo is None:
                message = f"{name}: an act takes actor= and an aware on="
                raise Fault(message)
            return _run(_Doing(name, actor, on), lambda: function(*args, **kwargs))

        return done

    return make


def _run[R](now: _Doing, function: Callable[[], R]) -> R:
    """Do one act in its transaction."""
    outer = _doing.get()
    token = _doing.set(now)
    try:
        with transaction.atomic():
            result = function()
            if isinstance(result, Refusal):
                transaction.set_rollback(True)
            elif not now.entries:
                message = f"{now.name} wrote no entry"
                raise Fault(message)
        if isinstance(result, Refusal):
            if result.on_record and outer is None:
                with transaction.atomic():
                    _write(now, Outcome.REFUSED, result.subjects, None, None)
        elif outer is not None:
            outer.entries.extend(now.entries)
        return result
    finally:
        _doing.reset(token)


def enter(*subjects: str, scope: str | None = None, detail: Mapping[str, str] | None = None) -> Opening:
    """Write the entry of the act being done now, and open the keys of what it names.

    Args:
        subjects: typed ids, the thing itself first; never a name.
        scope: the case whose key seals the detail; without one no detail may be given.
        detail: what changed and why, committed to in the leaf and kept under the case's key.

    Raises:
        Fault: no act is being done, or a detail has no scope.
    """
    now = _doing.get()
    if now is None:
        message = "an entry was asked for outside an act"
        raise Fault(message)
    return _write(now, Outcome.DONE, subjects, scope, detail)


def consult(*, actor: Actor, on: datetime, what: str, subjects: tuple[str, ...], reason: str = "") -> Opening:
    """Write that personal data are read, before any key is used.

    Args:
        actor: who reads.
        on: when (aware).
        what: ``noun.read``, the page or document.
        subjects: typed ids; the first is the case (or what else holds the key), then the persons shown.
        reason: why, where one is needed; kept under the key of the first subject.

    Returns:
        The opening with which queries read sealed fields.
    """

    @act(what)
    def read(*, actor: Actor, on: datetime) -> Opening:  # noqa: ARG001 - every act has both
        now = _doing.get()
        if now is None:
            message = "an act is always being done here"
            raise Fault(message)
        detail = {"reason": reason} if reason else None
        return _write(now, Outcome.CONSULTED, subjects, subjects[0] if reason else None, detail)

    return read(actor=actor, on=on)


def _write(
    now: _Doing, outcome: Outcome, subjects: tuple[str, ...], scope: str | None, detail: Mapping[str, str] | None
) -> Opening:
    """Write one entry with its subjects and its detail."""
    # Somebody without a name must not be found by the minute at which they wrote.
    day_only = now.actor.has(Role.REPORTER)
    entry = Entry(
        id=EntryId.new(),
        at=moment_on(day_of(now.on), hour=12) if day_only else now.on,
        day_only=day_only,
        act=now.name,
        actor=now.actor.id,
        roles=" ".join(sorted(now.actor.roles)),
        outcome=outcome,
        subjects=" ".join(subjects),
        commitment=b"",
    )
    opening = Opening(EntryId(entry.id), (*subjects, *((scope,) if scope else ())))
    text = ""
    if detail and not scope:
        message = f"{now.name}: a detail needs the case whose key seals it"
        raise Fault(message)
    if detail and scope:
        salt, body = new_salt(), encode(dict(detail))
        entry.commitment = commit(salt, body)
        text = json.dumps({"salt": salt.hex(), "detail": body.decode()})
    entry.save(force_insert=True)
    named = dict.fromkeys(subjects)
    EntrySubject.objects.bulk_create([EntrySubject(entry=entry, subject=subject) for subject in named])
    if scope and text:
        row = EntryDetail(entry=entry, scope=scope)
        opening.seal(row, "text", text)
        row.save(force_insert=True)
    now.entries.append(EntryId(entry.id))
    return opening
