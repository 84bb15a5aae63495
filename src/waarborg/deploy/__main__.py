"""Runs the command line as ``python -m waarborg.deploy``, for programs that start each other."""

import sys

from waarborg.deploy.cli import main

sys.exit(main())
