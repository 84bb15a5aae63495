"""The addresses of the portal, one module a section; each section names its own."""

from django.urls import include, path

from waarborg.faces.portal import (
    about,
    choices,
    complaints,
    interviews,
    looked,
    notices,
    rights,
    start,
    support,
    ways,
    welcome,
    whose,
)

#: Of two that fit one address the first answers.
SECTIONS = (start, welcome, whose, notices, ways, rights, complaints, interviews, support, looked, choices, about)

urlpatterns = [
    path("", include("waarborg.faces.shell.signed_in_urls")),
    *(pattern for section in SECTIONS for pattern in section.urlpatterns),
]
handler400 = "waarborg.faces.shell.errors.bad_request"
handler403 = "waarborg.faces.shell.errors.forbidden"
handler404 = "waarborg.faces.shell.errors.not_found"
handler500 = "waarborg.faces.shell.errors.server_error"
