"""Settings of the tests: all apps and all three sites in one process, on the database that the environment names."""

import os
import secrets
import tempfile
from pathlib import Path
from typing import Final

from waarborg.deploy.installation import installation
from waarborg.deploy.preparation import make_keys
from waarborg.deploy.programs.house import signed_in

_DATA: Final = os.environ.get("WAARBORG_DATA") or tempfile.mkdtemp(prefix="waarborg-tests-")
_HERE: Final = installation({**os.environ, "WAARBORG_DATA": _DATA})
make_keys(Path(_DATA))

globals().update(signed_in(_HERE, program="desk", also=("public", "portal")))

# Named once more, so that the type checker knows what every program's settings hold.
INSTALLATION = _HERE
PROGRAM: str = "desk"
SECRET_KEY = secrets.token_urlsafe(50)
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
