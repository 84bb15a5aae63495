"""Tags of forms: a question with its reason, its hint, its errors and its answer, bound together for every reader."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from typing import Final

from django import template
from django.forms import BaseForm, BoundField, CheckboxInput, Select, Textarea, Widget
from django.forms.widgets import RadioSelect
from django.utils.html import format_html
from django.utils.safestring import SafeString

register: Final = template.Library()


@register.inclusion_tag("shell/parts/field.html", takes_context=True)
def field(
    context: template.Context,
    bound: BoundField,
    *,
    why: object = "",
    hint: object = "",
    hints: Mapping[str, object] | None = None,
    question: bool = False,
    heading: bool = False,
    width: str = "",
) -> dict[str, object]:
    """One question of a form.

    Args:
        context: the page's; a page that sets ``mark_required`` (the desk does) has the word *required* after a label.
        bound: the field, such as ``form.channel``.
        why: why it is asked and who will see the answer; else the field's own ``why`` attribute.
        hint: else the field's ``help_text``.
        hints: for choices: a line under an answer, by its value; else the field's ``hints`` attribute.
        question: larger words, where the question is the page's subject.
        heading: the label is the page's ``<h1>`` (one question a page).
        width: ``short`` or ``middle`` for answers whose length is known; ``tall`` for a text area.
    """
    widget = bound.field.widget
    why, hint = why or getattr(bound.field, "why", ""), hint or bound.help_text
    hints = {str(key): words for key, words in (hints or getattr(bound.field, "hints", {})).items()}
    parts = {"why": why, "hint": hint, "error": bound.errors}
    described = " ".join(f"{bound.auto_id}_{part}" for part, there in parts.items() if there)
    known: dict[str, object] = {
        "bound": bound,
        "why": why,
        "hint": hint,
        "question": question or heading,
        "heading": heading,
        "required": bound.field.required and bool(context.get("mark_required")),
        "described": described,
    }
    if isinstance(widget, RadioSelect):  # also checkboxes of which several may be ticked
        known["options"] = _options(bound, hints)
        return known
    attributes: dict[str, str | bool] = {"aria-describedby": described} if described else {}
    if isinstance(widget, CheckboxInput):
        known["single"] = bound.as_widget(attrs=attributes)
        return known
    known["input"] = bound.as_widget(attrs={**attributes, "class": _classes(widget, width)})
    return known


def _options(bound: BoundField, hints: Mapping[str, object]) -> list[dict[str, object]]:
    """The answers to choose from, each with its own hint."""
    return [
        {
            "input": option,
            "id": option.data["attrs"].get("id", ""),
            "label": option.choice_label,
            "hint": hints.get(str(option.data["value"]), ""),
        }
        for option in bound.subwidgets
    ]


def _classes(widget: Widget, width: str) -> str:
    kind = "textbox"
    if isinstance(widget, Textarea):
        kind = "textarea"
    elif isinstance(widget, Select):
        kind = "select"
    own = widget.attrs.get("class", "")
    return " ".join(filter(None, (f"utrecht-{kind}", width, own)))


@register.simple_tag
def form_id() -> SafeString:
    """The hidden field that makes a form one form: sent twice, it is done once and answered the same."""
    return format_html('<input type="hidden" name="form_id" value="{}">', secrets.token_hex(16))


@register.inclusion_tag("shell/parts/error_summary.html")
def error_summary(form: BaseForm) -> dict[str, object]:
    """All errors of a form on top of it, each a link to its answer; takes the focus, with or without scripts."""
    errors = [
        {"id": _first_id(form[name]), "label": form[name].label, "words": words}
        for name, found in form.errors.items()
        if name != "__all__"
        for words in found
    ]
    return {"errors": errors, "general": form.non_field_errors()}


def _first_id(bound: BoundField) -> str:
    """The id of the first thing that can take the focus."""
    if isinstance(bound.field.widget, RadioSelect):
        return str(bound.subwidgets[0].data["attrs"].get("id", bound.auto_id)) if bound.subwidgets else bound.auto_id
    return bound.id_for_label or bound.auto_id
