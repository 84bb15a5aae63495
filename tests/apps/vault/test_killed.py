"""A process that is killed while it stores leaves no row without its file, and loses nothing that it had kept."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

from waarborg.apps.custody.keys import make_key
from waarborg.apps.vault import queries, verification
from waarborg.apps.vault.verification import Condition
from waarborg.kernel.ids import CaseId, InterviewId, ObjectId

KILLS = 4
_STORING = """
import io, os, sys
from datetime import UTC, datetime
import django
django.setup()
from waarborg.apps.vault.receiving import Kind
from waarborg.apps.vault.storing import store
from waarborg.kernel.actors import Actor, Role
from waarborg.kernel.ids import AccountId, CaseId
actor = Actor(id=AccountId.new(), roles=frozenset({Role.DETECTIVE}))
print("ready", flush=True)
while True:
    print(store(
        actor=actor, on=datetime.now(UTC), case=CaseId(sys.argv[1]), holder=sys.argv[2], kind=Kind.DOCUMENT,
        name="x", file=io.BytesIO(os.urandom(3_000_000)),
    ), flush=True)
"""


def test_whenever_it_is_killed_every_row_has_its_file_and_everything_kept_is_there(
    fresh_database: Mapping[str, str],
) -> None:
    case, holder = CaseId.new(), InterviewId.new()
    make_key(case)
    dice = random.Random(16)  # noqa: S311 - moments, not secrets
    kept: set[str] = set()
    environment = {**os.environ, **fresh_database, "DJANGO_SETTINGS_MODULE": "waarborg.deploy.programs.worker"}
    for _ in range(KILLS):
        with subprocess.Popen(
            [sys.executable, "-c", _STORING, case, holder], env=environment, stdout=subprocess.PIPE, text=True
        ) as process:
            assert process.stdout is not None
            assert process.stdout.readline() == "ready\n"
            time.sleep(dice.uniform(0.02, 0.4))
            process.kill()
            kept |= {line.strip() for line in process.stdout if line.endswith("\n")}
    rows = {each.object for each in queries.kept_for(holder)}
    assert kept
    assert kept <= rows
    assert set(verification.conditions(rows).values()) == {Condition.FITS}
    left = verification.orphans()
    assert left.rows == ()
    # What was arriving may still lie there; nobody has its key, and it is found.
    vault = Path(fresh_database["WAARBORG_DATA"]) / "vault"
    files = {path.relative_to(vault).as_posix() for path in vault.rglob("*") if path.is_file()}
    assert files == set(left.files) | {f"objects/{ObjectId(each)}.age" for each in rows}
