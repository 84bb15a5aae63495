"""The forms of the pattern book."""

from __future__ import annotations

from django import forms


class Everything(forms.Form):
    """One field of every kind."""

    name = forms.CharField(label="A name that you use", help_text="It need not be your own.")
    tell = forms.CharField(label="Tell it as you want", widget=forms.Textarea, help_text="Who, where, since when.")
    cause = forms.ChoiceField(label="What was the cause?", choices=[("", "Choose a cause"), ("r", "The recorder failed")])
    day = forms.DateField(label="On what day?", widget=forms.DateInput(attrs={"type": "date"}))
    door = forms.ChoiceField(
        label="Is this door right for you?",
        widget=forms.RadioSelect,
        choices=[("tci", "Yes, send it to TCI"), ("mma", "Meld Misdaad Anoniem"), ("name", "I want to give my name")],
        error_messages={"required": "Choose one answer, or choose “I would rather not say”."},
    )
    about = forms.MultipleChoiceField(
        label="What is it about?",
        widget=forms.CheckboxSelectMultiple,
        choices=[("work", "Work"), ("sex", "Sex"), ("unknown", "I do not know")],
        required=False,
    )
    agreed = forms.BooleanField(label="I want to become known to one officer", help_text="This cannot be undone.")
    file = forms.FileField(label="A photograph", required=False)

    door.hints = {"tci": "Labour, without a name", "mma": "Also without a name. You can also call: 0800 7000, free."}  # type: ignore[attr-defined]
    door.why = "We ask because you choose who reads it."  # type: ignore[attr-defined]
