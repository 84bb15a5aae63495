"""Settings of the desk: detectives, prosecutors, care coordinators, door officers and those who check them."""

from typing import Final

from waarborg.deploy.installation import installation
from waarborg.deploy.programs.house import signed_in

_HERE: Final = installation()

globals().update(signed_in(_HERE, program="desk"))
