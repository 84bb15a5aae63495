"""Where other people's test vectors lie: beside the checkout, or where ``WAARBORG_VECTORS`` says."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

BESIDE = Path(__file__).parents[3] / "shared" / "vectors"


@pytest.fixture(scope="session")
def vectors() -> Path:
    """The folder of vectors; the test says that it was skipped where there is none."""
    folder = Path(os.environ.get("WAARBORG_VECTORS", BESIDE))
    if not folder.is_dir():
        pytest.skip("no test vectors: neither WAARBORG_VECTORS nor ../shared/vectors is a folder")
    return folder
