"""The whole demo as somebody starts it: ``waarborg demo`` with its three sites and its worker, and people signed in."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from playwright.sync_api import Browser, BrowserContext, Page

from tests.journeys.serving import free_ports

#: The moment at which every journey begins: a Monday morning, so that what the pages say of days is the same each time.
CLOCK: Final = "2026-11-30T10:00:00+01:00"
_PATIENCE: Final = 5_000


@dataclass
class Demo:
    """A demo that runs."""

    browser: Browser
    #: The address of each site, without a slash at the end.
    sites: dict[str, str]
    #: The folder that it keeps everything in.
    data: Path
    _contexts: dict[tuple[str, str], BrowserContext] = field(default_factory=dict)

    def visitor(self, *, scripts: bool = True) -> Page:
        """Somebody whom nobody knows, on the public site's first page."""
        context = self.browser.new_context(
            java_script_enabled=scripts, locale="en-GB", reduced_motion="reduce", timezone_id="Europe/Amsterdam"
        )
        context.set_default_timeout(_PATIENCE)
        page = context.new_page()
        page.goto(f"{self.sites['public']}/")
        return page

    def sign_in(self, site: str, name: str) -> Page:
        """A window of ``name`` on the first page of a site; the second time in the same session, as people do."""
        if (site, name) not in self._contexts:
            context = self.browser.new_context(locale="en-GB", reduced_motion="reduce", timezone_id="Europe/Amsterdam")
            context.set_default_timeout(_PATIENCE)
            self._contexts[site, name] = context
        page = self._contexts[site, name].new_page()
        page.goto(f"{self.sites[site]}/")
        if "/sign-in/" in page.url:
            page.get_by_role("button", name=f"Sign in as {name}").click()
            page.wait_for_url(f"{self.sites[site]}/")
        return page


@contextmanager
def demo_running(browser: Browser) -> Generator[Demo]:
    """Start a demo on free ports, in a folder of its own, and stop it afterwards."""
    first = free_ports(3)
    with tempfile.TemporaryDirectory(prefix="waarborg-journeys-") as folder:
        data = Path(folder) / "demo"
        command = [str(Path(sys.executable).with_name("waarborg")), "demo", "--no-browser"]
        process = subprocess.Popen(
            [*command, "--port", str(first), "--data", str(data)],
            env={"PATH": "/usr/bin:/bin", "WAARBORG_CLOCK": CLOCK},
            stdout=subprocess.PIPE,
            text=True,
        )
        try:
            lines = []
            for line in process.stdout or ():
                lines.append(line.strip())
                if lines[-1] == "ready":
                    break
            assert lines[-1:] == ["ready"], f"the demo did not become ready: {lines}"
            sites = {
                site: f"http://localhost:{first + place}" for place, site in enumerate(("public", "desk", "portal"))
            }
            yield Demo(browser, sites, data)
        finally:
            process.terminate()
            assert process.wait(timeout=30) == 0
