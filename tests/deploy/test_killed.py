"""A program that is killed at any moment leaves nothing half done, and what it told anybody it did is there."""

from __future__ import annotations

import json
import multiprocessing
import os
import random
import signal
import time
from collections.abc import Mapping
from multiprocessing.process import BaseProcess
from pathlib import Path

from django.db import connection

from tests.apps.cases.acting import detective
from tests.deploy.house import run
from waarborg.apps.cases.models import Case, CaseStep, NeedToKnow, Origin, VictimRoad
from waarborg.apps.cases.opening import open_case
from waarborg.apps.cases.persons import add_person
from waarborg.apps.cases.roads import make_first_contact
from waarborg.apps.custody.models import Entry, EntryDetail, EntrySubject, OutboxEvent, ScopeKey
from waarborg.apps.custody.sequencing import sequence
from waarborg.apps.people.models import Capacity, CapacityKind, Person
from waarborg.apps.support.models import Support
from waarborg.kernel.actors import Actor, Service
from waarborg.kernel.clock import system_clock
from waarborg.kernel.errors import Refusal
from waarborg.kernel.ids import CaseId, PersonId

KILLS = 30
SEED = 20261121


def _do[T](result: T | Refusal) -> T:
    assert not isinstance(result, Refusal), result.code
    return result


def _work(actor: Actor, told: Path, *, sequencing: bool) -> None:
    """Do acts until killed, and tell of each one only after it returned."""
    with told.open("a") as said:
        while True:
            now = system_clock()
            case = _do(
                open_case(
                    actor=actor, on=now, origin=Origin.NOTIFICATION, title="S", region="Rotterdam", lead=Service.AVIM
                )
            )
            print("case", case.pk, file=said, flush=True)
            person = _do(
                add_person(actor=actor, on=now, case=CaseId(case.pk), called="Yonas", capacities=[CapacityKind.VICTIM])
            )
            print("person", person.pk, file=said, flush=True)
            _do(make_first_contact(actor=actor, on=now, person=PersonId(person.pk)))
            print("contact", person.pk, file=said, flush=True)
            if sequencing:
                sequence(on=now)


def test_a_program_killed_at_any_moment_leaves_nothing_half_done(
    fresh_database: Mapping[str, str], tmp_path: Path
) -> None:
    chance, told, actor = random.Random(SEED), tmp_path / "told", detective()  # noqa: S311 - the same moments each time
    connection.close()
    # Forked, for thirty programs that each read all modules anew would take minutes.
    fork = multiprocessing.get_context("fork")
    for kill in range(KILLS):
        child = fork.Process(target=_work, args=(actor, told), kwargs={"sequencing": bool(kill % 2)})
        child.start()
        _wait_until_told(told, 1 + kill % 3 + len(_told(told)), child)
        time.sleep(chance.uniform(0, 0.1))
        assert child.is_alive(), "it must be killed, not fail"
        os.kill(child.pid or 0, signal.SIGKILL)
        child.join()
        assert child.exitcode == -signal.SIGKILL
    said = [line.split() for line in _told(told)]
    assert len(said) > KILLS
    _check_nothing_is_lost(said)
    _check_nothing_is_half_done()
    connection.close()
    worked = run("work", "--once", settings=fresh_database)
    assert (worked.returncode, worked.stdout, worked.stderr) == (0, "", "")
    found = run("ledger", "verify", settings=fresh_database)
    assert found.returncode == 0, found.stdout
    assert json.loads(found.stdout)["pending"] == 0
    assert not OutboxEvent.objects.filter(handled_at=None).exists()
    contacts = {key for what, key in said if what == "contact"}
    supported = list(Support.objects.values_list("person", flat=True))
    assert contacts <= set(supported)
    assert len(supported) == len(set(supported))


def _told(told: Path) -> list[str]:
    """The whole lines that were told of."""
    return [line for line in told.read_text().splitlines(keepends=True) if line.endswith("\n")] if told.exists() else []


def _wait_until_told(told: Path, lines: int, child: BaseProcess) -> None:
    """Wait until so many lines were told of, however fast this machine is; a minute is for one that hangs."""
    patience = time.monotonic() + 60
    while len(_told(told)) < lines:
        assert child.is_alive(), "it must be killed, not fail"
        assert time.monotonic() < patience, "it did nothing for a minute"
        time.sleep(0.005)


def _check_nothing_is_lost(said: list[list[str]]) -> None:
    """Everything that was told of is there, with its entry."""
    rows = {
        "case": (set(Case.objects.values_list("pk", flat=True)), "case.open"),
        "person": (set(Person.objects.values_list("pk", flat=True)), "person.add"),
        "contact": (set(VictimRoad.objects.values_list("person", flat=True)), "victim.first_contact"),
    }
    entered = {
        act: {subject for entry in Entry.objects.filter(act=act) for subject in entry.subjects.split()}
        for act in Entry.objects.values_list("act", flat=True).distinct()
    }
    for what, key in said:
        there, act = rows[what]
        assert key in there, f"{what} {key} was told of and is gone"
        assert key in entered.get(act, set()), f"{what} {key} has no entry {act} among {sorted(entered)}"


def _check_nothing_is_half_done() -> None:
    """Each case has all that its opening makes, each person a capacity, and each entry its parts."""
    cases = set(Case.objects.values_list("pk", flat=True))
    assert set(ScopeKey.objects.values_list("scope", flat=True)) == cases
    assert set(CaseStep.objects.values_list("case", flat=True)) == cases
    assert set(NeedToKnow.objects.values_list("case", flat=True)) == cases
    assert set(OutboxEvent.objects.filter(name="case.opened").values_list("subjects", flat=True)) == cases
    opened = [entry.subjects.split()[0] for entry in Entry.objects.filter(act="case.open")]
    assert sorted(opened) == sorted(cases)
    persons = set(Person.objects.values_list("pk", flat=True))
    assert set(Capacity.objects.values_list("person", flat=True)) == persons
    named = set(EntrySubject.objects.values_list("entry_id", "subject"))
    assert named == {(entry.pk, subject) for entry in Entry.objects.all() for subject in entry.subjects.split()}
    with_detail = {entry.pk for entry in Entry.objects.all() if entry.commitment}
    assert set(EntryDetail.objects.values_list("pk", flat=True)) == with_detail
