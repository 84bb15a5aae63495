"""Runs benchmarks by name: ``python -m bench [NAME] [--quick]``; prints their ratios, writes build/bench/NAME.json.

A benchmark is a module of this folder with ``measure(*, quick: bool) -> Sequence[Ratio]``: seeded, under 60 seconds
when quick, and never part of the tests.
"""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict
from importlib import import_module
from pathlib import Path
from typing import Final

_HERE: Final = Path(__file__).resolve().parent
_FRAME: Final = {"__main__", "ratio"}


def names() -> list[str]:
    """The benchmarks there are."""
    return sorted(path.stem for path in _HERE.glob("*.py") if path.stem not in _FRAME)


def run(name: str, *, quick: bool) -> bool:
    """Run one benchmark, print its lines and keep its figures; returns whether every goal was reached."""
    ratios = import_module(f"bench.{name}").measure(quick=quick)
    for ratio in ratios:
        print(ratio.line(), flush=True)
    folder = _HERE.parent / "build" / "bench"
    folder.mkdir(parents=True, exist_ok=True)
    document = {"name": name, "quick": quick, "ratios": [{**asdict(ratio), "passed": ratio.passed} for ratio in ratios]}
    (folder / f"{name}.json").write_text(json.dumps(document, indent=2) + "\n", "utf-8")
    return all(ratio.passed for ratio in ratios)


def main() -> int:
    """Run the benchmark named on the command line, or all; 1 where a goal was missed, 2 for an unknown name."""
    parser = argparse.ArgumentParser(prog="./run bench", description="Measure against what others reach.")
    parser.add_argument("name", nargs="?", help="one benchmark; all when left out")
    parser.add_argument("--quick", action="store_true", help="each in under 60 seconds")
    asked = parser.parse_args()
    known = names()
    if asked.name is not None and asked.name not in known:
        print(f"There is no benchmark {asked.name!r}. There are: {', '.join(known) or 'none yet'}.", file=sys.stderr)
        return 2
    results = [run(name, quick=asked.quick) for name in ([asked.name] if asked.name else known)]
    if not results:
        print("There are no benchmarks yet.", file=sys.stderr)
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
