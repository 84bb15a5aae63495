"""Messages are found wherever they stand."""

from __future__ import annotations

from waarborg.deploy.extraction import messages


def test_messages_of_templates_and_of_code_are_found_with_their_files() -> None:
    found = {singular: files for (_, singular, _), files in messages()}
    assert found["Leave this site"] == {"faces/shell/templates/shell/parts/exit.html"}
    assert found["Oversight"] == {"faces/shell/frames.py"}
    assert "In force from %(day)s." in found
