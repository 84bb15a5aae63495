"""``waarborg assess``: which safeguards are due for an interview and whether they are met."""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser, Namespace
from typing import BinaryIO

from waarborg.apps.interviews.assessment import assess
from waarborg.deploy.commands.streams import file_argument, opened, read_document, write_line
from waarborg.kernel.documents import read_json
from waarborg.kernel.errors import Unusable
from waarborg.kernel.shapes import as_json


def arguments(parser: ArgumentParser) -> None:
    """What the command takes."""
    file_argument(parser)
    parser.add_argument("--jsonl", action="store_true", help="one document a line in, one a line out, as they come")


def run(options: Namespace) -> int:
    """Assess; with ``--jsonl`` 2 at the end if any line was not usable."""
    if not options.jsonl:
        write_line(assess(read_document(options.file)).written())
        return 0
    with opened(options.file) as stream:
        return _lines(stream)


def _lines(stream: BinaryIO) -> int:
    refused = number = 0
    for number, line in enumerate(stream, 1):
        try:
            answer = assess(read_json(line)).written()
        except Unusable as unusable:
            refused += 1
            problems = [as_json(problem) for problem in unusable.problems]
            error = {"error": "the input is not usable", "line": number, "problems": problems}
            answer = json.dumps(error, ensure_ascii=False)
        write_line(answer)
    if refused:
        print(f"{refused} of {number} lines were not usable.", file=sys.stderr)
    return 2 if refused else 0
