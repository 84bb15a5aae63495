"""Every test of reports has doors with keys."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from waarborg.deploy.preparation import make_door_keys


@pytest.fixture(autouse=True)
def _doors(data_folder: Path | None) -> None:
    if data_folder:
        make_door_keys(data_folder, on=date(2026, 11, 1))
