"""The papers are kept true: the drawing of the house is its listing, and what papers point at is there."""

from __future__ import annotations

import re

import pytest

from tests.architecture.source import PACKAGE, ROOT, tracked

_LINK = re.compile(r"\]\((?!https?:|#|mailto:)([^)#\s]+)")


def _drawing() -> dict[str, str]:
    """The text of each storey in the drawing of ARCHITECTURE.md."""
    drawing = (ROOT / "ARCHITECTURE.md").read_text("utf-8").split("```")[1]
    storeys: dict[str, str] = {}
    current = ""
    for line in drawing.strip().splitlines():
        if not line.startswith(" "):
            current = line.split()[0]
        storeys[current] = storeys.get(current, "") + line + "\n"
    return storeys


def test_the_drawing_shows_the_storeys_there_are() -> None:
    there = {path.parent.name for path in PACKAGE.glob("*/__init__.py")}
    assert set(_drawing()) == there


@pytest.mark.parametrize("storey", ["faces", "apps", "engines"])
def test_the_drawing_names_every_part_there_is(storey: str) -> None:
    there = {path.parent.name for path in (PACKAGE / storey).glob("*/__init__.py")}
    drawn = set(re.findall(r"\w+", _drawing()[storey]))
    assert there - drawn == set()


def test_every_link_in_a_paper_leads_somewhere() -> None:
    papers = [path for path in tracked() if path.suffix == ".md"]
    broken = [
        f"{paper.relative_to(ROOT)}: {target}"
        for paper in papers
        for target in _LINK.findall(paper.read_text("utf-8"))
        if not (paper.parent / target).exists()
    ]
    assert papers
    assert broken == []


def test_decisions_are_numbered_without_a_gap_and_say_their_status() -> None:
    decisions = sorted((ROOT / "docs" / "decisions").glob("[0-9]*.md"))
    assert [path.name[:4] for path in decisions] == [f"{number:04}" for number in range(1, len(decisions) + 1)]
    for path in decisions:
        lines = path.read_text("utf-8").splitlines()
        assert lines[0].startswith(f"# {path.name[:4]}: "), path.name
        assert re.match(r"Status: (proposed|accepted|replaced by \d{4})", lines[2]), path.name
        assert "Built: " in lines[2], path.name
