"""All tags of the shell under one name: ``{% load shell %}``; docs/pages.md shows each in use."""

from __future__ import annotations

from typing import Final

from django import template

from waarborg.faces.shell.tags import drawing, form, frame, words

register: Final = template.Library()

for _part in (words, form, frame, drawing):
    register.tags.update(_part.register.tags)
    register.filters.update(_part.register.filters)
