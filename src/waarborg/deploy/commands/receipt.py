"""``waarborg receipt``: make a receipt of an assessment, or check one by assessing its input again."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from waarborg.apps.interviews.receipts import check_receipt, make_receipt
from waarborg.deploy.commands.streams import file_argument, read_document, write_json


def arguments(parser: ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("act", choices=("make", "check"))
    file_argument(parser)


def run(options: Namespace) -> int:
    """Make a receipt, or check one; 1 where the findings are not what the rules of then find."""
    document = read_document(options.file)
    if options.act == "make":
        write_json(make_receipt(document))
        return 0
    check = check_receipt(document)
    write_json(check.as_json())
    return 1 if check.problems else 0
