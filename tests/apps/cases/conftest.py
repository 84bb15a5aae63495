"""Reports that are taken over into a case come through doors with keys."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.doors import make_doors


@pytest.fixture
def doors(data_folder: Path) -> None:
    """The keys of the doors."""
    make_doors(data_folder)
