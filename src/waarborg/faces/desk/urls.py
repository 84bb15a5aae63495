"""The addresses of the desk, one module a section; each section names its own."""

from django.urls import include, path

from waarborg.faces.desk import (
    cases,
    decisions,
    interviews,
    ledger,
    notices,
    people,
    proof,
    reports,
    rights,
    signals,
    start,
    support,
    welcome,
)

#: In the order of the process; of two that fit one address the first answers.
SECTIONS = (
    start,
    welcome,
    reports,
    cases,
    people,
    interviews,
    signals,
    proof,
    decisions,
    notices,
    rights,
    support,
    ledger,
)

urlpatterns = [
    path("", include("waarborg.faces.shell.signed_in_urls")),
    *(pattern for section in SECTIONS for pattern in section.urlpatterns),
]
handler400 = "waarborg.faces.shell.errors.bad_request"
handler403 = "waarborg.faces.shell.errors.forbidden"
handler404 = "waarborg.faces.shell.errors.not_found"
handler500 = "waarborg.faces.shell.errors.server_error"
