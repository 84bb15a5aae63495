"""The mailbox pages: the code travels in the forms, every page is made anew, and closing leaves nothing behind.

Invariant: whatever goes wrong, the page that comes back holds what was typed.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from io import BytesIO
from typing import Final

import structlog
from django.conf import settings
from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from waarborg.apps.reports.content import Content
from waarborg.apps.reports.mailbox import (
    NO_SUCH_MAILBOX,
    OpenMailbox,
    become_known,
    delete_mailbox,
    open_mailbox,
    write_message,
)
from waarborg.apps.reports.models import MessageKind
from waarborg.faces.public import mailbox_forms as forms
from waarborg.faces.public.doors import DOORS
from waarborg.faces.public.files import attachments, too_large
from waarborg.faces.public.forms import Question
from waarborg.faces.public.receipt import road_of
from waarborg.faces.shell import dates
from waarborg.kernel.actors import THE_REPORTER
from waarborg.kernel.errors import Refusal
from waarborg.kernel.texts import Text

_log: Final = structlog.get_logger(__name__)


@require_http_methods(["GET", "HEAD", "POST"])
def mailbox(request: HttpRequest) -> HttpResponseBase:
    """Asks for the code, or does what was asked in the mailbox that the code in the form opens."""
    if request.method != "POST":
        return _ask_code(request, forms.Code())
    if request.POST.get("go") == "close":
        return _closed()
    if request.POST.get("page") == "code" and "language" in request.POST:
        return _ask_code(request, forms.Code(initial={"code": request.POST.get("code", "")}))
    form = forms.Code(data=request.POST)
    return _open(request, form) if form.is_valid() else _ask_code(request, form)


def _open(request: HttpRequest, form: forms.Code) -> HttpResponseBase:
    """What was asked in the mailbox that the code opens, or the page that asks for it, with what is wrong."""
    language = get_language() or "en"
    try:
        box = open_mailbox(actor=THE_REPORTER, on=settings.INSTALLATION.clock(), text=form.cleaned_data["code"])
    except Exception as error:  # noqa: BLE001 - whatever failed, the text must come back to whoever typed it
        # No trace: it could hold what was typed.
        _log.error("mailbox_not_opened", kind=type(error).__name__)
        return _ask_code(request, form, problem=_OUR_FAULT.to(language))
    if box is None:
        form.add_error("code", f"{NO_SUCH_MAILBOX.what.to(language)} {NO_SUCH_MAILBOX.why.to(language)}")
        return _ask_code(request, form)
    return _in(request, box)


def _in(request: HttpRequest, box: OpenMailbox) -> HttpResponseBase:
    """What was asked inside an open mailbox."""
    go = request.POST.get("go", "")
    if "file" in request.POST:
        return _file(request, box)
    if "language" in request.POST:
        return _page(request, box, _PAGES.get(request.POST.get("page", ""), _INSIDE))
    return _SENDS[go](request, box) if go in _SENDS else _page(request, box, _PAGES.get(go, _INSIDE))


def _write(request: HttpRequest, box: OpenMailbox) -> HttpResponse:
    """Send a message."""
    left_out, files = too_large(request), attachments(request, "added")
    if left_out:
        words = _("Too large: {names}. All files together can have 8 MB.").format(names=", ".join(left_out))
        return _page(request, box, _INSIDE, problem=words)
    form = forms.Write(data=request.POST)
    if not form.is_valid():
        return _page(request, box, _INSIDE, form=form)
    content = Content(text=form.cleaned_data["text"].strip(), attachments=files)
    if not content.text and not files:
        return _page(request, box, _INSIDE, problem=_("There is no text and no file in your message yet."))
    if content.problems():
        return _page(request, box, _INSIDE, problem=_("You can send at most 10 files. Choose again."))
    return _done(request, box, _INSIDE, _("Your message is locked and sent."), _message(request, box, content))


def _ready(request: HttpRequest, box: OpenMailbox) -> HttpResponse:
    """Say that one is ready to talk, and when that is safe."""
    form = forms.Ready(data=request.POST)
    if not form.is_valid():
        return _page(request, box, _PAGES["ready"], form=form)
    content = Content(contact=form.cleaned_data["contact"].strip())
    act = _message(request, box, content, kind=MessageKind.READY_TO_TALK)
    return _done(request, box, _PAGES["ready"], _("The team can now see that you are ready to talk."), act)


def _known(request: HttpRequest, box: OpenMailbox) -> HttpResponse:
    """Become known to one officer."""
    form = forms.Known(data=request.POST, officers=_officers(box))
    if not form.is_valid():
        return _page(request, box, _PAGES["known"], form=form)

    def act() -> object:
        return become_known(
            actor=THE_REPORTER,
            on=settings.INSTALLATION.clock(),
            code=box.code,
            name=form.cleaned_data["name"].strip(),
            contact=form.cleaned_data["contact"].strip(),
            officer=int(form.cleaned_data["officer"]),
            form=_token(request),
        )

    return _done(request, box, _PAGES["known"], _("One officer can now read who you are."), act)


def _delete(request: HttpRequest, box: OpenMailbox) -> HttpResponse:
    """Delete the mailbox."""
    form = forms.Delete(data=request.POST)
    if not form.is_valid():
        return _page(request, box, _PAGES["delete"], form=form)
    answer = delete_mailbox(actor=THE_REPORTER, on=settings.INSTALLATION.clock(), code=box.code)
    if isinstance(answer, Refusal):
        return _page(request, box, _INSIDE, problem=_said(answer))
    return render(request, "public/mailbox_deleted.html", {"door": DOORS[box.channel]})


_SENDS: Final[Mapping[str, Callable[[HttpRequest, OpenMailbox], HttpResponse]]] = {
    "write": _write,
    "send-ready": _ready,
    "send-known": _known,
    "send-delete": _delete,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page inside a mailbox."""

    name: str
    template: str
    form: Callable[[OpenMailbox, Mapping[str, str]], Question]


_INSIDE: Final = Page(
    name="inside",
    template="public/mailbox.html",
    form=lambda _box, typed: forms.Write(initial=typed),
)
_PAGES: Final[Mapping[str, Page]] = {
    "ready": Page(
        name="ready", template="public/mailbox_ready.html", form=lambda _box, typed: forms.Ready(initial=typed)
    ),
    "known": Page(
        name="known",
        template="public/mailbox_known.html",
        form=lambda box, typed: forms.Known(initial={**typed, "word": ""}, officers=_officers(box)),
    ),
    "delete": Page(name="delete", template="public/mailbox_delete.html", form=lambda _box, _typed: forms.Delete()),
}


def _page(
    request: HttpRequest,
    box: OpenMailbox,
    page: Page,
    *,
    form: Question | None = None,
    problem: str = "",
    done: str = "",
) -> HttpResponse:
    """A page inside the mailbox, with what was typed on it and on the page before."""
    typed = {} if done else {name: request.POST.get(name, "") for name in _TYPED}
    context = {
        "answers_form": "answers",
        "box": box,
        "carried": [(name, words) for name, words in typed.items() if words and page is not _INSIDE and name == "text"],
        "done": done,
        "door": DOORS[box.channel],
        "files_again": bool(request.FILES) and not done,
        "form": form or page.form(box, typed),
        "page": page.name,
        "problem": problem,
        "road": road_of(box.state, asked=any(not letter.from_reporter for letter in box.letters)),
        # The same page sent twice is one message.
        "token": secrets.token_urlsafe(16) if done else _token(request),
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if problem or form else HTTPStatus.OK
    return render(request, page.template, context, status=status)


def _done(request: HttpRequest, box: OpenMailbox, page: Page, words: str, act: Callable[[], object]) -> HttpResponse:
    """Do what was asked and show the mailbox as it is then; or the page again, with what went wrong."""
    try:
        answer = act()
        again = open_mailbox(actor=THE_REPORTER, on=settings.INSTALLATION.clock(), text=box.code.text())
    except Exception as error:  # noqa: BLE001 - whatever failed, the text must come back to whoever typed it
        # No trace: it could hold what was typed.
        _log.error("mailbox_not_written", kind=type(error).__name__)
        return _page(request, box, page, problem=_OUR_FAULT.to(get_language() or "en"))
    if isinstance(answer, Refusal):
        return _page(request, box, page, problem=_said(answer))
    return _page(request, again or box, _INSIDE, done=words)


def _message(
    request: HttpRequest, box: OpenMailbox, content: Content, *, kind: MessageKind = MessageKind.MESSAGE
) -> Callable[[], object]:
    """Writing a message, to be done."""
    return lambda: write_message(
        actor=THE_REPORTER,
        on=settings.INSTALLATION.clock(),
        code=box.code,
        content=content,
        form=_token(request),
        kind=kind,
    )


def _officers(box: OpenMailbox) -> list[tuple[str, str]]:
    """The officers who wrote, by the letter that they wrote last; nobody's name is shown."""
    language = get_language() or "en"
    days = {letter.number: letter.day for letter in box.letters}
    return [
        (str(number), _OFFICER.fill(day=dates.long_day(days[number]), number=number).to(language))
        for number in box.officers
    ]


def _file(request: HttpRequest, box: OpenMailbox) -> HttpResponseBase:
    """A file of the mailbox, to be kept by the browser and not opened in it."""
    number, _dot, place = request.POST["file"].partition(".")
    letters = {str(letter.number): letter.content for letter in box.letters} | {"0": box.sent}
    content = letters.get(number)
    files = {str(place): file for place, file in enumerate(content.attachments)} if content else {}
    if place not in files:
        return _page(request, box, _INSIDE)
    return FileResponse(
        BytesIO(files[place].data),
        as_attachment=True,
        filename=files[place].name,
        content_type="application/octet-stream",
    )


def _token(request: HttpRequest) -> str:
    """What makes a form sent twice one message: from the page that was sent, else fresh."""
    return request.POST.get("token", "")[:_TOKEN_AT_MOST] or secrets.token_urlsafe(16)


def _ask_code(request: HttpRequest, form: forms.Code, *, problem: str = "") -> HttpResponse:
    """The page that asks for a code; what was typed inside the mailbox travels along."""
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK
    context = {
        "answers_form": "answers",
        "carried": [(name, request.POST[name]) for name in _TYPED if request.POST.get(name)],
        "form": form,
        "problem": problem,
    }
    return render(request, "public/mailbox_code.html", context, status=status)


def _closed() -> HttpResponse:
    """The page that asks for a code, with nothing kept by the browser as far as a site can ask for that."""
    response = HttpResponseRedirect(reverse("mailbox"), status=HTTPStatus.SEE_OTHER)
    response.headers["Clear-Site-Data"] = '"cache"'
    return response


def _said(refusal: Refusal) -> str:
    return refusal.text().to(get_language() or "en")


_TOKEN_AT_MOST: Final = 64
#: What somebody types inside a mailbox.
_TYPED: Final = ("text", "contact", "name", "officer")
#: Sentence 24 of the house's voice.
_OUR_FAULT: Final = Text(
    en="This did not work, and that is our fault. Your text is still here. Try again, or call 0800 7000.",
    nl="Dit lukte niet en dat ligt aan ons. Je tekst staat er nog. Probeer het nog eens, of bel 0800 7000.",
)
_OFFICER: Final = Text(
    en="The officer who wrote to you on {day} (message {number})",
    nl="De medewerker die je schreef op {day} (bericht {number})",
)
