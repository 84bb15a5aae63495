"""The report, step by step: every answer travels in the pages, and nothing is kept until it is sent.

Invariant: whatever goes wrong, the page that comes back holds everything that was typed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from http import HTTPStatus
from typing import Any, Final

import structlog
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from waarborg.apps.reports.routing import route_for
from waarborg.apps.reports.submission import submit
from waarborg.engines.sealing.errors import NotACode
from waarborg.engines.sealing.receipt import ReceiptCode
from waarborg.faces.public import forms
from waarborg.faces.public.answers import ABOUT, DANGER, NAMING, RATHER_NOT, WHO, Answers, Words
from waarborg.faces.public.doors import DOORS
from waarborg.faces.public.files import attachments, too_large
from waarborg.faces.public.receipt import receipt_page
from waarborg.kernel.actors import THE_REPORTER
from waarborg.kernel.errors import Refusal
from waarborg.kernel.texts import Text

_log: Final = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One page of the report."""

    number: int
    form: type[forms.Question]
    #: The answers that it asks for.
    asks: tuple[str, ...]
    template: str
    #: Answers that *I would rather not say* leaves open; empty where there is no such button.
    skips: tuple[str, ...] = ()


STEPS: Final = (
    Step(number=1, form=forms.Danger, asks=("danger",), skips=("danger",), template="public/step_danger.html"),
    Step(number=2, form=forms.About, asks=("about",), skips=("about",), template="public/step_about.html"),
    Step(number=3, form=forms.Who, asks=("who", "naming"), skips=("who",), template="public/step_who.html"),
    Step(number=4, form=forms.Door, asks=("door", "name", "contact"), template="public/step_door.html"),
    Step(number=5, form=forms.Tell, asks=("text",), template="public/step_tell.html"),
    Step(number=6, form=forms.Send, asks=(), template="public/step_send.html"),
)
LAST: Final = len(STEPS)


@require_http_methods(["GET", "HEAD", "POST"])
def report(request: HttpRequest) -> HttpResponse:
    """Step 1, or whatever comes after the page that was sent; the address never says which."""
    if request.method != "POST":
        return _show(request, Answers(), 1)
    answers, here, go = Answers.read(request.POST), _number(request.POST.get("step")), request.POST.get("go", "")
    if go == "stop":
        return _erased()
    if go.startswith("to-") or "language" in request.POST:
        return _show(request, answers, _number(go.removeprefix("to-")) if go else here, after=True)
    if go == "skip":
        answers = answers.without(*STEPS[here - 1].skips)
        return _show(request, _passed(answers, here), here + 1, after=True)
    return (_send if here == LAST else _continue)(request, answers, here)


def _continue(request: HttpRequest, answers: Answers, here: int) -> HttpResponse:
    """The next step, or this one with what is missing."""
    switch = {"named": "yes", "unnamed": "no"}.get(request.POST.get("door", ""))
    if STEPS[here - 1].form is forms.Door and switch:
        return _show(request, replace(answers, naming=switch, door=""), here, after=True)
    form = _form(answers, here, bound=True)
    if not form.is_valid():
        return _show(request, answers, here, form=form)
    answers = _passed(answers, here)
    if answers.danger == "yes" and here == 1:
        return _page(request, answers, STEPS[0], template="public/step_112.html", more={"after_step": True})
    return _show(request, answers, here + 1, after=True)


def _send(request: HttpRequest, answers: Answers, _here: int) -> HttpResponse:
    """Send the report, and show its receipt; or the last step again, with everything in it and what went wrong."""
    left_out = too_large(request)
    files = attachments(request, "added")
    content = answers.content(files)
    empty = not (content.text or content.attachments or content.about)
    if left_out or empty:
        too_much = _("Too large: {names}. All files together can have 8 MB.").format(names=", ".join(left_out))
        nothing = _("There is nothing in your report yet. One sentence is enough.")
        return _not_sent(request, answers, too_much if left_out else nothing)
    if problems := content.problems():
        return _point_at(request, answers, problems[0].path)
    try:
        code = ReceiptCode.parse(answers.code)
    except NotACode:
        # The page that was sent carried no code of ours; the one that comes back does.
        return _not_sent(request, replace(answers, code=""), _("Look at your report once more. Then send it."))
    try:
        sent = submit(
            actor=THE_REPORTER,
            on=settings.INSTALLATION.clock(),
            content=content,
            channel=answers.chosen(),
            language=get_language() or "en",
            code=code,
        )
    except Exception as error:  # noqa: BLE001 - whatever failed, the text must come back to whoever typed it
        # No trace: it could hold what was typed.
        _log.error("report_not_sent", kind=type(error).__name__)
        words = _("This did not work, and that is our fault. Your text is still here. Try again, or call 0800 7000.")
        return _not_sent(request, answers, words, status=HTTPStatus.INTERNAL_SERVER_ERROR)
    if isinstance(sent, Refusal):
        fresh = replace(answers, code="") if sent.code == "report.sent_to_other_door" else answers
        return _not_sent(request, fresh, sent.text().to(get_language() or "en"), status=HTTPStatus.CONFLICT)
    return receipt_page(request, sent, code)


def _point_at(request: HttpRequest, answers: Answers, path: str) -> HttpResponse:
    """The step whose answer does not fit, with the reason at the answer."""
    number = {"$.name": 4, "$.contact": 4, "$.text": 5}.get(path, LAST)
    if number == LAST:
        return _not_sent(request, answers, _("You can send at most 10 files. Choose again."))
    form = _form(answers, number, bound=True)
    form.is_valid()
    return _show(request, answers, number, form=form)


def _not_sent(
    request: HttpRequest, answers: Answers, words: str, *, status: HTTPStatus = HTTPStatus.UNPROCESSABLE_ENTITY
) -> HttpResponse:
    """The last step again."""
    more = {"problem": words, "files_again": bool(request.FILES)}
    return _page(request, answers, STEPS[LAST - 1], more=more, status=status)


def _show(
    request: HttpRequest, answers: Answers, number: int, *, form: forms.Question | None = None, after: bool = False
) -> HttpResponse:
    """The page of a step."""
    step = STEPS[min(max(number, 1), LAST) - 1]
    more = {"form": form or _form(answers, step.number), "after_step": after}
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form else HTTPStatus.OK
    return _page(request, answers, step, more=more, status=status)


def _page(
    request: HttpRequest,
    answers: Answers,
    step: Step,
    *,
    template: str = "",
    more: Mapping[str, object],
    status: HTTPStatus = HTTPStatus.OK,
) -> HttpResponse:
    """A page of the report with all answers in it."""
    if step.number == LAST and not answers.code:
        # Made with the page: the same page sent twice finds the same mailbox.
        answers = replace(answers, code=ReceiptCode.new().text())
    channel = answers.chosen()
    routing = answers.routing()
    context = {
        "answers": answers,
        "answers_form": "answers",
        "bar": [number <= step.number for number in range(1, LAST + 1)],
        "carried": list(answers.carried(but=step.asks)),
        "door": DOORS[channel],
        "last": LAST,
        "previous": step.number - 1,
        "routed": next(door for door in (routing.primary, *routing.also) if door.channel == channel),
        "so_far": list(_so_far(answers, step.number)),
        "step": step,
        **more,
    }
    context.setdefault("form", _form(answers, step.number))
    return render(request, template or step.template, context, status=status)


def _form(answers: Answers, number: int, *, bound: bool = False) -> forms.Question:
    """The questions of a step with the answers in them."""
    step = STEPS[number - 1]
    given: dict[str, Any] = {name: getattr(answers, name) for name in step.asks}
    options: dict[str, Any] = {"data": given} if bound else {"initial": given}
    if step.form is not forms.Door:
        return step.form(**options)
    routing, named = answers.routing(), answers.naming == "yes"
    doors = {door.channel.value: (DOORS[door.channel].name, door.why) for door in (routing.primary, *routing.also)}
    other = DOORS[route_for(anonymous=named, kinds=answers.content().about or ()).primary.channel]
    switch = "unnamed" if named else "named"
    doors[switch] = (_NO_NAME if named else _GIVE_NAME, _THEN_TO.fill(door=other.short))
    language = get_language() or "en"
    given["door"] = answers.chosen().value
    return forms.Door(
        **options,
        named=named,
        doors=[(value, words.to(language)) for value, (words, _why) in doors.items()],
        hints={value: why.to(language) for value, (_words, why) in doors.items()},
    )


def _so_far(answers: Answers, number: int) -> Iterator[tuple[Words, Words, int]]:
    """The question, the answer and the step of everything that was passed before the step ``number``."""
    passed = {int(each) for each in answers.passed if each in "123456"}
    about: Words = ", ".join(str(ABOUT[kind]) for kind in answers.about)
    name = answers.name if answers.naming == "yes" and answers.name else NAMING.get(answers.naming, "")
    said: tuple[tuple[Words, Words, int], ...] = (
        (gettext("Is somebody in danger now"), DANGER.get(answers.danger, ""), 1),
        (gettext("What is it about"), about, 2),
        (gettext("Who are you in this"), WHO.get(answers.who, ""), 3),
        (gettext("Your name"), name, 3),
        (gettext("Your door"), DOORS[answers.chosen()].short.to(get_language() or "en"), 4),
    )
    return ((label, words or RATHER_NOT, step) for label, words, step in said if step in passed and step != number)


def _passed(answers: Answers, number: int) -> Answers:
    return replace(answers, passed="".join(sorted({*answers.passed, str(number)})))


def _number(text: str | None) -> int:
    """The number of a step; anything else is the first."""
    return int(text) if text and text in {str(step.number) for step in STEPS} else 1


def _erased() -> HttpResponse:
    """The first page, with nothing kept by the browser as far as a site can ask for that."""
    response = HttpResponseRedirect(reverse("home"), status=HTTPStatus.SEE_OTHER)
    response.headers["Clear-Site-Data"] = '"cache"'
    return response


_GIVE_NAME: Final = Text(en="I want to give my name after all", nl="Ik wil toch mijn naam geven")
_NO_NAME: Final = Text(en="I do not want to give my name after all", nl="Ik wil mijn naam toch niet geven")
_THEN_TO: Final = Text(
    en="Then your report can go to {door}. We show you that door first.",
    nl="Dan kan je melding naar {door}. Die deur laten we je eerst zien.",
)
