"""Deciding in two steps: what follows is read before it is signed, and what was read is what is kept."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest

from tests.apps.outcomes import Road, another_victim, new_road, prosecuted, support_of
from tests.faces.desk.at_the_desk import browser_of, entries, form_id, words
from tests.faces.desk.outcome_case import NOW, TODAY, at
from waarborg.apps.cases.models import Case, CaseState, Charge, ChargeState
from waarborg.apps.decisions.models import Decision, DecisionKind, FormalNotice
from waarborg.apps.rights.choosing import choose_information
from waarborg.apps.rights.models import Notice
from waarborg.apps.rights.noticing import read_text
from waarborg.apps.support.models import SupportState
from waarborg.faces.desk.decisions_forms import ConvictForm, DismissForm
from waarborg.faces.desk.decisions_kinds import next_for_charge
from waarborg.faces.desk.decisions_signing import count_of
from waarborg.kernel.actors import Actor

pytestmark = pytest.mark.django_db

WHY = "There is too little proof. Only one account is on file, and the law asks for more."
DISMISS = {"ground": "evidence", "explanation": WHY, "served": "no", "served_on": ""}


@pytest.fixture(autouse=True)
def _clock(db: None) -> Iterator[None]:
    with at():
        yield


@pytest.fixture
def road() -> Road:
    return new_road()


def _post(actor: Actor, path: str, said: dict[str, str], step: str, **more: str) -> Any:  # noqa: ANN401 - an answer
    return browser_of(actor).post(path, {**said, "step": step, **more})


def _sign(actor: Actor, path: str, said: dict[str, str], word: str = "sign") -> Any:  # noqa: ANN401 - an answer
    looked = _post(actor, path, said, "look")
    assert looked.status_code == 200, words(looked)
    return _post(actor, path, said, "sign", word=word, form_id=form_id(looked))


def _at(road: Road, what: str) -> str:
    return f"/charges/{road.charge}/{what}/"


def test_m8_before_a_dismissal_is_signed_the_page_says_all_that_follows(road: Road) -> None:
    another_victim(road)
    read = words(_post(road.prosecutor, _at(road, "dismiss"), DISMISS, "look"))
    assert "Payment of damage in the criminal case Closes" in read
    assert "Permit to stay for special reasons Opens" in read
    assert "Support Stays: Open" in read
    assert "Monday 7 September, 23:59 14 days, counted from: the decision is known." in read
    assert "Basis Ask the court of appeal to look at a decision not to prosecute." in read
    assert "No limit, because the suspect got no formal notice." in read
    assert re.search(r"Signing starts a support review by itself for: (Yonas, Mila|Mila, Yonas)", read)
    assert "The explanation has 2 sentences. The longest has 12 words." in read
    assert "Unverified" in read
    assert Decision.objects.count() == 0
    assert Charge.objects.get(pk=road.charge).state == ChargeState.SUSPECTED


def test_what_was_shown_as_the_letter_is_what_is_kept_for_the_victim(road: Road) -> None:
    shown = words(_post(road.prosecutor, _at(road, "dismiss"), DISMISS, "look"))
    signed = _sign(road.prosecutor, _at(road, "dismiss"), DISMISS)
    assert (signed.status_code, signed.headers["Location"]) == (303, f"/cases/{road.case}/")
    kept = Notice.objects.get(person=road.victim, about="dismissal")
    text = read_text(road.reading().read(kept, "text"))
    for line in (*text.en.splitlines(), *text.nl.splitlines()):
        assert " ".join(line.split()) in shown


def test_a_signed_dismissal_moves_the_charge_and_starts_the_review_of_support(road: Road) -> None:
    _sign(road.prosecutor, _at(road, "dismiss"), DISMISS)
    assert Charge.objects.get(pk=road.charge).state == ChargeState.DISMISSED
    assert support_of(road).state == SupportState.REVIEW
    decision = Decision.objects.get(kind=DecisionKind.DISMISS)
    assert FormalNotice.objects.get(decision=decision).served is False
    assert decision.by == road.prosecutor.id
    assert entries("charge.dismiss", road.prosecutor)[0].outcome == "done"


@pytest.mark.parametrize("typed", ["", "yes", "signed"])
def test_without_the_typed_word_nothing_is_signed(road: Road, typed: str) -> None:
    answer = _sign(road.prosecutor, _at(road, "dismiss"), DISMISS, word=typed)
    assert answer.status_code == 422
    assert "Type the word “sign”. Nothing was signed." in words(answer)
    assert WHY in answer.content.decode()
    assert Decision.objects.count() == 0


def test_the_word_may_be_typed_in_capitals(road: Road) -> None:
    assert _sign(road.prosecutor, _at(road, "dismiss"), DISMISS, word=" SIGN ").status_code == 303


def test_the_same_signature_sent_twice_decides_once(road: Road) -> None:
    looked = _post(road.prosecutor, _at(road, "dismiss"), DISMISS, "look")
    once = {"word": "sign", "form_id": form_id(looked)}
    first = _post(road.prosecutor, _at(road, "dismiss"), DISMISS, "sign", **once)
    again = _post(road.prosecutor, _at(road, "dismiss"), DISMISS, "sign", **once)
    assert first.headers["Location"] == again.headers["Location"]
    assert Decision.objects.count() == 1


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"ground": ""}, "Choose one answer."),
        ({"explanation": "art. 348"}, "Write at least 8 words that a victim can read."),
        ({"explanation": ""}, "Write why, in words that each victim can read."),
        ({"served": "yes"}, "Give the day on which the suspect got it."),
        ({"served": "no", "served_on": "2026-08-20"}, "Leave the day open, or answer yes above."),
        ({"served": "perhaps"}, "Choose one of the answers on the page."),
        ({"served": "yes", "served_on": "soon"}, "This is no day."),
    ],
)
def test_what_is_missing_is_said_and_what_was_typed_is_kept(road: Road, wrong: dict[str, str], says: str) -> None:
    answer = _post(road.prosecutor, _at(road, "dismiss"), {**DISMISS, **wrong}, "look")
    assert answer.status_code == 422
    assert says in words(answer)
    assert "Problem:" in answer.content.decode()
    if "explanation" not in wrong:
        assert WHY in answer.content.decode()


def test_a_day_of_service_after_today_is_the_acts_to_refuse_and_stands_in_place(road: Road) -> None:
    said = {**DISMISS, "served": "yes", "served_on": (TODAY + timedelta(days=1)).isoformat()}
    answer = _sign(road.prosecutor, _at(road, "dismiss"), said)
    assert answer.status_code == 409
    assert "The service was not written down." in words(answer)
    assert Decision.objects.count() == 0


def test_one_can_go_back_and_change_what_was_written(road: Road) -> None:
    answer = _post(road.prosecutor, _at(road, "dismiss"), DISMISS, "change")
    assert answer.status_code == 200
    assert WHY in answer.content.decode()
    assert "Read what follows" in words(answer)


def test_a_detective_reads_what_would_follow_and_cannot_sign(road: Road) -> None:
    page = browser_of(road.detective).get(_at(road, "dismiss"))
    assert "You cannot sign this. It is for: Prosecutor." in words(page)
    answer = _sign(road.detective, _at(road, "dismiss"), DISMISS)
    assert answer.status_code == 403
    assert "Your role does not do this." in words(answer)
    assert entries("charge.dismiss", road.detective)[0].outcome == "refused"
    assert Decision.objects.count() == 0


def test_doubt_about_the_service_is_told_as_doubt(road: Road) -> None:
    read = words(_post(road.prosecutor, _at(road, "dismiss"), {**DISMISS, "served": "unknown"}, "look"))
    assert "Not known yet, because nobody knows whether the suspect got a formal notice." in read
    assert "To be safe, ask within three months from this letter." in read


def test_who_wants_no_news_is_shown_as_told_nothing(road: Road) -> None:
    choose_information(actor=road.detective, on=NOW, person=road.victim, wants=False)
    read = words(_post(road.prosecutor, _at(road, "dismiss"), DISMISS, "look"))
    assert "This person wants no such news. It is kept, and told after a yes." in read
    assert "The notice, as it will be sent" not in read


def test_m7_a_conviction_names_of_what_and_the_payment_of_damage(road: Road) -> None:
    prosecuted(road)
    said = {
        "convicted_of": "Human trafficking",
        "decided_on": TODAY.isoformat(),
        "compensation": "8400",
        "explanation": WHY,
    }
    read = words(_post(road.prosecutor, _at(road, "convict"), said, "look"))
    assert "Payment of damage in the criminal case Opens" in read
    assert "The court orders payment of damage: 8400.00 euro." in read
    assert _sign(road.prosecutor, _at(road, "convict"), said).status_code == 303
    assert Charge.objects.get(pk=road.charge).state == ChargeState.CONVICTED


def test_an_amount_that_is_not_known_is_unknown_and_zero_is_none(road: Road) -> None:
    base = {"convicted_of": "x", "decided_on": "2026-08-20", "explanation": WHY}
    for typed, meant in (("", None), ("0", 0), ("8400.50", "8400.50")):
        form = ConvictForm({**base, "compensation": typed})
        assert form.is_valid(), form.errors
        assert (None if form.cleaned_data["compensation"] is None else str(form.cleaned_data["compensation"])) == (
            None if meant is None else str(meant)
        )
    assert not ConvictForm({**base, "compensation": "-1"}).is_valid()
    assert not ConvictForm({**base, "compensation": "much"}).is_valid()


@pytest.mark.parametrize("what", ["acquit", "appeal", "final"])
def test_the_courts_steps_follow_each_other_on_the_page(road: Road, what: str) -> None:
    prosecuted(road)
    said = {"decided_on": TODAY.isoformat(), "explanation": WHY}
    for each in ("acquit", "appeal", "final")[: ("acquit", "appeal", "final").index(what) + 1]:
        assert _sign(road.prosecutor, _at(road, each), said).status_code == 303
    assert Charge.objects.get(pk=road.charge).state == {"acquit": "acquitted"}.get(what, what)


def test_m10_a_step_that_does_not_follow_is_refused_in_place(road: Road) -> None:
    said = {"decided_on": TODAY.isoformat(), "explanation": WHY}
    answer = _sign(road.prosecutor, _at(road, "acquit"), said)
    assert answer.status_code == 409
    assert "This step does not follow on where it is now." in words(answer)
    assert Decision.objects.count() == 0


def test_a_transfer_abroad_is_told_at_once_and_the_case_moves(road: Road) -> None:
    path = f"/cases/{road.case}/decisions/transfer/"
    said = {"explanation": "The case goes to Belgium, because most of it happened there last year."}
    read = words(_post(road.prosecutor, path, said, "look"))
    assert "At once" in read
    assert "This may change your right to stay. Talk to your lawyer." in read
    assert _sign(road.prosecutor, path, said).status_code == 303
    assert Case.objects.get(pk=road.case).state == CaseState.ABROAD


def test_no_investigation_has_no_limit_for_a_complaint_because_nobody_was_served(road: Road) -> None:
    read = words(_post(road.prosecutor, f"/cases/{road.case}/decisions/not_investigate/", {"explanation": WHY}, "look"))
    assert "No limit, because the suspect got no formal notice." in read
    assert "There is no time limit, because the suspect got no formal notice" in read


def test_a_proposal_to_fine_warns_before_and_after_and_moves_nothing(road: Road) -> None:
    path = f"/cases/{road.case}/decisions/fine/"
    assert "On this route protection lapses" in words(browser_of(road.detective).get(path))
    looked = words(_post(road.detective, path, {"explanation": WHY}, "look"))
    assert "On this route protection lapses" in looked
    assert "Who must be told" not in looked
    signed = _sign(road.detective, path, {"explanation": WHY})
    assert signed.headers["Location"] == f"/cases/{road.case}/decisions/"
    proposal = Decision.objects.get(kind=DecisionKind.FINE_PROPOSED)
    assert "On this route protection lapses" in words(browser_of(road.detective).get(f"/decisions/{proposal.pk}/"))
    assert Notice.objects.filter(event__startswith=proposal.pk).count() == 0


def test_a_decision_that_there_is_not_has_no_page(road: Road) -> None:
    assert browser_of(road.prosecutor).get(_at(road, "forgive")).status_code == 404
    assert browser_of(road.prosecutor).get(f"/cases/{road.case}/decisions/forgive/").status_code == 404


def test_what_can_follow_is_the_table_of_the_charge_and_the_role(road: Road) -> None:
    assert list(next_for_charge(ChargeState.SUSPECTED, road.prosecutor)) == ["prosecute", "dismiss"]
    assert list(next_for_charge(ChargeState.SUSPECTED, road.detective)) == []
    assert list(next_for_charge(ChargeState.APPEAL, road.prosecutor)) == ["convict", "acquit", "final"]
    assert list(next_for_charge(ChargeState.FINAL, road.prosecutor)) == []


@pytest.mark.parametrize(
    ("text", "sentences", "longest"),
    [("", 0, 0), ("One two three", 1, 3), ("One. Two three! Four?", 3, 2), ("A b c d. …", 1, 4)],
)
def test_sentences_and_their_words_are_counted_plainly(text: str, sentences: int, longest: int) -> None:
    assert (count_of(text).sentences, count_of(text).longest) == (sentences, longest)


def test_a_sentence_of_more_than_fifteen_words_is_said(road: Road) -> None:
    long = "We stop because there is only one account and the law asks for more than one single account here."
    assert count_of(long).long
    assert "Up to 15 words reads well." in words(
        _post(road.prosecutor, _at(road, "dismiss"), {**DISMISS, "explanation": long}, "look")
    )


def test_the_questions_of_a_dismissal_stand_in_their_order() -> None:
    assert list(DismissForm().fields) == ["ground", "explanation", "served", "served_on"]
