"""Every test of the desk has doors with keys; the settings of the tests are the desk's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.doors import make_doors


@pytest.fixture(autouse=True)
def _doors(data_folder: Path | None) -> None:
    if data_folder:
        make_doors(data_folder)
