"""Settings of the portal: victims, those who act for them, and their lawyers."""

from typing import Final

from waarborg.deploy.installation import installation
from waarborg.deploy.programs.house import signed_in

_HERE: Final = installation()

globals().update(signed_in(_HERE, program="portal"))
