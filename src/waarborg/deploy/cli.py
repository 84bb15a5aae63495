"""The command line: ``waarborg COMMAND …``; finds the module of the command and says what went wrong in one line.

A command's module is imported only when it is asked for, by the table below: ``assess`` must not wait for Django, and
``demo`` must not need what ``verify`` does without. A command module has ``arguments(parser)`` and ``run(options)``.
Invariant: nobody ever sees a stack trace here, and the exit code says which kind of thing happened.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Final

from waarborg.kernel.errors import Fault, Unusable
from waarborg.kernel.shapes import as_one_line

#: Exit codes; 0 and 1 are the commands' own.
UNUSABLE: Final = 2
FAULT: Final = 3
#: As a shell says that a signal ended a program.
INTERRUPTED: Final = 130
BROKEN_PIPE: Final = 141

#: Each command: its module in ``deploy.commands``, and what it answers.
COMMANDS: Final = {
    "assess": "which safeguards are due for this interview, and are they met",
    "route": "which door a report goes through, and why",
    "receipt": "make a receipt of an assessment, or check one with the rules of then",
    "ledger": "was anything in the ledger changed, left out or reordered",
    "demo": "the three sites with five invented cases, on this machine only",
    "prepare": "make the folders, keys and tables of a new installation, or bring those of an older one up to date",
    "serve": "serve one site",
    "work": "do the background work of an installation",
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command that ``arguments`` (by default those of the process) name; gives the exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        return _run(given)
    except Unusable as unusable:
        _say(*(as_one_line(problem) for problem in unusable.problems))
        return UNUSABLE
    except Fault as fault:
        _say(fault.public.en)
        return FAULT
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read our answer has gone; Python must not find that out once more when it closes.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return BROKEN_PIPE
    except Exception as error:  # noqa: BLE001 - the last place where a trace can be kept from the terminal
        _say(f"This did not work, and that is our fault ({type(error).__name__}). Nothing was changed.")
        return FAULT


def _run(given: list[str]) -> int:
    overview = argparse.ArgumentParser(
        prog="waarborg", description="Every safeguard that a victim is promised, checked and explained."
    )
    commands = overview.add_subparsers(dest="command", metavar="COMMAND", required=True)
    parsers = {name: commands.add_parser(name, help=what, description=what) for name, what in COMMANDS.items()}
    name = given[0] if given else ""
    module = import_module(f"waarborg.deploy.commands.{name}") if name in COMMANDS else None
    if module is not None:
        module.arguments(parsers[name])
    options = overview.parse_args(given)
    return int(module.run(options)) if module is not None else 0


def _say(*lines: str) -> None:
    for line in lines:
        print(line, file=sys.stderr)
