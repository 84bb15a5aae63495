"""The receipt: the one page that shows the code, and what can be done with it before it is put away."""

from __future__ import annotations

from http import HTTPStatus
from typing import Final

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from waarborg.apps.reports.mailbox import NO_SUCH_MAILBOX
from waarborg.apps.reports.models import ReportState
from waarborg.apps.reports.submission import Receipt, receipt_of
from waarborg.engines.sealing.errors import NotACode
from waarborg.engines.sealing.receipt import ReceiptCode
from waarborg.faces.public.doors import DOORS
from waarborg.faces.public.mailbox_forms import LastFour
from waarborg.faces.shell.drawings.road import Kind, Line, Station
from waarborg.faces.shell.errors import refused
from waarborg.kernel.texts import Text

#: What is compared when somebody checks whether they wrote the code down well.
_LAST: Final = 4


def receipt_page(
    request: HttpRequest, receipt: Receipt, code: ReceiptCode, *, template: str = "public/receipt.html", **more: object
) -> HttpResponse:
    """The receipt of a report that was just sent, or sent with this form before."""
    form = more.pop("form", None) or LastFour()
    context = {
        "receipt": receipt,
        "code": code,
        "door": DOORS[receipt.channel],
        "road": road_of(receipt.state),
        "form": form,
        **more,
    }
    return render(request, template, context)


@require_http_methods(["GET", "HEAD", "POST"])
def receipt(request: HttpRequest) -> HttpResponse:
    """The receipt again, for the check of the last four or as a card to print; without a code, the first page."""
    if request.method != "POST":
        return HttpResponseRedirect(reverse("home"))
    try:
        code = ReceiptCode.parse(request.POST.get("code", ""))
    except NotACode:
        return _nothing(request)
    found = receipt_of(code=code)
    if found is None:
        return _nothing(request)
    if request.POST.get("go") == "card":
        return receipt_page(request, found, code, template="public/card.html")
    if request.POST.get("go") != "check":
        return receipt_page(request, found, code)
    form = LastFour(data=request.POST)
    right = form.is_valid() and _same_end(form.cleaned_data["last"], code)
    if not right:
        form.add_error("last", _("This is not how your code ends. Compare it once more, group by group."))
    return receipt_page(request, found, code, form=form, right=right)


def _nothing(request: HttpRequest) -> HttpResponse:
    return refused(request, NO_SUCH_MAILBOX, status=HTTPStatus.NOT_FOUND, back=reverse("mailbox"))


def road_of(state: ReportState, *, asked: bool = False) -> list[Station]:
    """The four stations of a report on its way, as its reporter may know them.

    Args:
        state: where the report is.
        asked: whether the team has written to the reporter.
    """
    now = 2 if asked else int(state != ReportState.NEW)
    return [
        Station(line=Line.CASE, kind=_KINDS[(number > now) - (number < now)], title=title, sentence=sentence)
        for number, (title, sentence) in enumerate(_STATIONS)
    ]


def _same_end(typed: str, code: ReceiptCode) -> bool:
    """Whether what was typed is how the code ends, with the forgiveness of codes."""
    end = "".join(typed.split()).upper().translate(str.maketrans("OIL", "011"))
    return end == code.text().replace(" ", "")[-_LAST:]


#: Before now, now, after now.
_KINDS: Final = {-1: Kind.HAPPENED, 0: Kind.NOW, 1: Kind.AHEAD}
_STATIONS: Final = (
    (
        Text(en="It waits, locked", nl="Hij wacht, op slot"),
        Text(
            en="In your mailbox you can see whether somebody has opened it.",
            nl="In je postvak zie je of iemand hem heeft geopend.",
        ),
    ),
    (
        Text(en="An officer opens it", nl="Een medewerker opent hem"),
        Text(
            en="You never see who. Without a name, they do not see who you are.",
            nl="Je ziet nooit wie. Zonder naam zien zij niet wie jij bent.",
        ),
    ),
    (
        Text(en="They may ask you something", nl="Ze kunnen je iets vragen"),
        Text(
            en="You may answer, or not. There is no penalty for silence.",
            nl="Je mag antwoorden, of niet. Zwijgen heeft geen gevolgen.",
        ),
    ),
    (
        Text(en="They may tell you what they did", nl="Ze kunnen vertellen wat ze deden"),
        Text(en="As far as they are allowed to say it.", nl="Voor zover ze dat mogen zeggen."),
    ),
)
