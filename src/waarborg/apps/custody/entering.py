"""Writes entries: what makes a function an act, and what gives the right to read personal data.

An act is one transaction with an entry in the ledger; a refusal leaves nothing behind but, where it is on record, the
attempt. Invariants: an act that returns anything but a refusal has written at least one entry, or it fails whole; an
opening, which alone can use keys, is given only by an entry, opens only what that entry names, and ends with it.
"""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Callable, Iterable, Mapping
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from typing import Final

from django.db import transaction

from waarborg.apps.custody.keys import Opening
from waarborg.apps.custody.models import Entry, EntryDetail, EntrySubject, Outcome, Waiting
from waarborg.engines.ledger.leaves import commit, encode, new_salt
from waarborg.kernel.actors import Actor, Role
from waarborg.kernel.clock import day_of, moment_on
from waarborg.kernel.errors import Fault, Refusal
from waarborg.kernel.ids import EntryId

#: ``noun.verb``.
_ACT: Final = re.compile(r"[a-z_]{1,40}\.[a-z_]{1,39}")
#: A typed id of any kind; a name that strayed into the ledger could never be taken out again.
_TYPED_ID: Final = re.compile(r"[a-z]{1,21}_[a-z2-7]{26}")


@dataclass(slots=True)
class _Doing:
    """The act that is being done now."""

    name: str
    actor: Actor
    on: datetime
    #: Of the entries written so far, by this act and by the acts it called.
    openings: list[Opening] = field(default_factory=list)
    #: Refusals on record that it and they met, each with the act that was refused.
    attempts: list[tuple[_Doing, Refusal]] = field(default_factory=list)


_doing: Final[ContextVar[_Doing | None]] = ContextVar("doing", default=None)


def act[**P, R](name: str) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Make a function with the keywords ``actor`` and ``on`` (aware) an act called ``name`` (``noun.verb``).

    The function runs in one transaction. If it returns a ``Refusal``, whatever it wrote is rolled back, and the attempt
    itself is entered where the refusal is ``on_record``. Acts may call acts: they share the outer transaction.

    Raises:
        Fault: the name is none.
    """
    if not _ACT.fullmatch(name):
        message = "an act is named noun.verb, in small letters"
        raise Fault(message)

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
    try:
        with transaction.atomic():
            result = _within(now, function)
            if isinstance(result, Refusal):
                transaction.set_rollback(True)
            elif outer is None:
                _write_attempts(now.attempts)
    except BaseException:
        _end(now.openings)
        raise
    if isinstance(result, Refusal):
        _end(now.openings)
        now.openings.clear()
        # An act that passes on the refusal of an act it called was refused once, not twice.
        now.attempts = [met for met in now.attempts if met[1] is not result]
        if result.on_record:
            now.attempts.append((now, result))
    if outer is not None:
        outer.openings.extend(now.openings)
        outer.attempts.extend(now.attempts)
    elif isinstance(result, Refusal) and now.attempts:
        with transaction.atomic():
            _write_attempts(now.attempts)
    return result


def _within[R](now: _Doing, function: Callable[[], R]) -> R:
    """Run the function as ``now``; what happens at the commit, such as delivering news, is no longer part of it."""
    token = _doing.set(now)
    try:
        result = function()
    finally:
        _doing.reset(token)
    if not now.openings and not isinstance(result, Refusal):
        message = f"{now.name} wrote no entry"
        raise Fault(message)
    return result


def _end(openings: Iterable[Opening]) -> None:
    for opening in openings:
        opening.end()


def enter(*subjects: str, scope: str | None = None, detail: Mapping[str, str] | None = None) -> Opening:
    """Write the entry of the act being done now, and open the keys of what it names.

    Args:
        subjects: typed ids, the thing itself first; never a name.
        scope: the case whose key seals the detail, which the entry then names too; without one no detail may be given.
        detail: what changed and why, committed to in the leaf and kept under the case's key.

    Raises:
        Fault: no act is being done, a subject is no typed id, or a detail has no scope.
    """
    return _write(_now(), Outcome.DONE, subjects, scope=scope, detail=detail)


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
        detail = {"reason": reason} if reason else None
        return _write(_now(), Outcome.CONSULTED, subjects, scope=subjects[0] if reason else None, detail=detail)

    return read(actor=actor, on=on)


def _now() -> _Doing:
    """The act that is being done."""
    now = _doing.get()
    if now is None:
        message = "an entry was asked for outside an act"
        raise Fault(message)
    return now


def _write_attempts(attempts: Iterable[tuple[_Doing, Refusal]]) -> None:
    """Write that something was tried which is always put on record."""
    for tried, refused in attempts:
        _write(tried, Outcome.REFUSED, refused.subjects, refusal=refused.code)


def _write(
    now: _Doing,
    outcome: Outcome,
    subjects: tuple[str, ...],
    *,
    scope: str | None = None,
    detail: Mapping[str, str] | None = None,
    refusal: str = "",
) -> Opening:
    """Write one entry with its subjects and its detail."""
    named = tuple(dict.fromkeys([*subjects, scope] if scope else subjects))
    if strays := sum(not _TYPED_ID.fullmatch(subject) for subject in named):
        message = f"{now.name}: {strays} of the subjects are no typed ids"
        raise Fault(message)
    if detail and not scope:
        message = f"{now.name}: a detail needs the case whose key seals it"
        raise Fault(message)
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
        refusal=refusal,
        subjects=" ".join(named),
        commitment=b"",
        detail_hash=b"",
    )
    opening = Opening(EntryId(entry.id), named)
    row = _detail(entry, opening, scope, detail) if detail and scope else None
    entry.save(force_insert=True)
    EntrySubject.objects.bulk_create([EntrySubject(entry=entry, subject=subject) for subject in named])
    Waiting(entry=entry).save(force_insert=True)
    if row:
        row.save(force_insert=True)
    now.openings.append(opening)
    return opening


def _detail(entry: Entry, opening: Opening, scope: str, detail: Mapping[str, str]) -> EntryDetail:
    """Seal a detail under the case's key and commit to it in ``entry``."""
    salt, body = new_salt(), encode(dict(detail))
    row = EntryDetail(entry=entry, scope=scope)
    opening.seal(row, "text", json.dumps({"salt": salt.hex(), "detail": body.decode()}))
    entry.commitment = commit(salt, body)
    entry.detail_hash = hash_of(row)
    return row


def hash_of(row: EntryDetail) -> bytes:
    """What an entry says of its detail as it is kept: 32 bytes, made without any key."""
    return sha256(encode({"scope": row.scope, "text": bytes(row.text).hex()})).digest()
