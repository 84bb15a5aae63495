"""The addresses of the public site; none of them says what somebody answers."""

from django.urls import path

from waarborg.faces.public import pages, process
from waarborg.faces.public.mailbox import mailbox
from waarborg.faces.public.receipt import receipt
from waarborg.faces.public.report import report
from waarborg.faces.shell.health import health

urlpatterns = [
    path("", pages.home, name="home"),
    path("report/", report, name="report"),
    path("report/receipt/", receipt, name="receipt"),
    path("mailbox/", mailbox, name="mailbox"),
    path("process/", process.road, name="process"),
    path("process/<slug:stop>/", process.stop, name="stop"),
    path("help/", pages.page("public/help.html"), name="help"),
    path("about/", pages.page("public/about.html"), name="about"),
    path("locked/", pages.page("public/locked.html"), name="locked"),
    path("accessibility/", pages.page("public/accessibility.html"), name="accessibility"),
    path("traces/", pages.page("public/traces.html"), name="traces"),
    path("healthz", health, name="health"),
]

handler400 = "waarborg.faces.shell.errors.bad_request"
handler403 = "waarborg.faces.shell.errors.forbidden"
handler404 = "waarborg.faces.shell.errors.not_found"
handler500 = "waarborg.faces.shell.errors.server_error"
