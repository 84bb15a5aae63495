"""Settings: read once, and what is missing or makes no sense stops the start in one line that tells no secret."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from waarborg.deploy.installation import installation
from waarborg.kernel.clock import system_clock
from waarborg.kernel.errors import Missing


def test_only_the_folder_has_to_be_named(tmp_path: Path) -> None:
    here = installation({"WAARBORG_DATA": str(tmp_path)})
    assert (here.data, here.checkpoints, here.database) == (tmp_path, tmp_path / "checkpoints", None)
    assert (here.demo, here.tls, here.hosts) == (False, False, ("localhost", "127.0.0.1"))
    assert abs(here.clock() - system_clock()) < timedelta(seconds=5)


def test_the_clock_can_be_set_and_runs_on(tmp_path: Path) -> None:
    here = installation({"WAARBORG_DATA": str(tmp_path), "WAARBORG_CLOCK": "2026-11-30T09:00:00+01:00"})
    assert here.clock().isoformat().startswith("2026-11-30T08:00:0")


@pytest.mark.parametrize(
    ("name", "setting"),
    [
        ("WAARBORG_DATA", ""),
        ("WAARBORG_CLOCK", "yesterday"),
        ("WAARBORG_CLOCK", "2026-11-30T09:00:00"),
        ("WAARBORG_CLOCK", "2026-11-30"),
        ("WAARBORG_DATABASE", "mysql://canary@h/n"),
        ("WAARBORG_DATABASE", "postgresql://u:canary@h:port/n"),
        ("WAARBORG_DATABASE", "postgresql://u:canary@h:99999/n"),
        ("WAARBORG_DATABASE", "postgresql://u:canary@/n"),
        ("WAARBORG_DATABASE", "postgresql://u:canary@h"),
        ("WAARBORG_DATABASE", "postgresql://u:canary@h/n?sslmod=require"),
        ("WAARBORG_DATABASE", "postgresql://[canary/n"),
        ("WAARBORG_HOSTS", "*"),
        ("WAARBORG_HOSTS", ","),
        ("WAARBORG_HOSTS", "https://a.example"),
        ("WAARBORG_DEMO", "yes"),
        ("WAARBORG_TLS", "true"),
    ],
)
def test_what_makes_no_sense_stops_the_start_in_one_line(tmp_path: Path, name: str, setting: str) -> None:
    with pytest.raises(Missing, match=f"^{name}: found .* expected ") as found:
        installation({"WAARBORG_DATA": str(tmp_path), name: setting})
    assert "canary" not in found.value.public.en
    assert "\n" not in found.value.public.en


def test_a_password_with_odd_signs_reaches_the_server_as_it_is(tmp_path: Path) -> None:
    address = "postgresql://us%40er:p%2Fw%3A@db.example:5433/name?sslmode=verify-full"
    settings = installation({"WAARBORG_DATA": str(tmp_path), "WAARBORG_DATABASE": address}).databases()["default"]
    found = [settings[part] for part in ("USER", "PASSWORD", "HOST", "PORT", "NAME")]
    assert found == ["us@er", "p/w:", "db.example", 5433, "name"]
    assert settings["OPTIONS"] == {"connect_timeout": 5, "sslmode": "verify-full"}


def test_a_key_is_read_only_where_nobody_else_can_read_it(tmp_path: Path) -> None:
    here = installation({"WAARBORG_DATA": str(tmp_path)})
    path = here.key_file("worker.key")
    with pytest.raises(Missing, match=r"worker\.key: no such key; `waarborg prepare`"):
        here.secret("worker.key")
    path.parent.mkdir(mode=0o700)
    path.write_text("canary\n")
    path.chmod(0o600)
    assert here.secret("worker.key") == "canary"
    for mode in (0o640, 0o604, 0o660):
        path.chmod(mode)
        with pytest.raises(Missing, match=r"worker\.key: found mode") as found:
            here.secret("worker.key")
        assert "canary" not in str(found.value)
    path.chmod(0o600)
    path.parent.chmod(0o770)
    with pytest.raises(Missing, match="found mode 0770"):
        here.secret("worker.key")


def test_an_empty_key_file_is_no_key(tmp_path: Path) -> None:
    here = installation({"WAARBORG_DATA": str(tmp_path)})
    here.key_file("").mkdir(mode=0o700)
    here.key_file("worker.key").touch(mode=0o600)
    with pytest.raises(Missing, match="an empty file"):
        here.secret("worker.key")
