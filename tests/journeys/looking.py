"""Looks at a page as a machine can: accessibility rules, sideways scrolling, complaints; and takes its picture.

With ``WAARBORG_SCREENS`` naming a folder, a picture of each page at 1280 and 360 px is left there.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

_RULES: Final = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


def look_at(page: Page, name: str) -> None:
    """Look at the page that stands in the browser now, at three widths, and leave it as it was.

    The rules need not be asked again at 320 px: the layout is that of 360.
    """
    before = page.viewport_size
    for width in (1280, 360, 320):
        page.set_viewport_size({"width": width, "height": 900})
        sideways = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert sideways <= 0, f"{name} scrolls {sideways} px sideways at {width} px"
        if width == 320:
            continue
        report = Axe().run(page, options=_RULES)
        assert report.violations_count == 0, f"{name} at {width} px: {report.generate_report()}"
        folder = os.environ.get("WAARBORG_SCREENS")
        if folder:
            page.screenshot(path=Path(folder) / f"{name}-{width}.png", full_page=True)
    if before:
        page.set_viewport_size(before)
