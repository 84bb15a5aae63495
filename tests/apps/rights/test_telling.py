"""Telling is a step with evidence, to somebody who may hear it, in the form that the law wants."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.apps.cases.acting import NOON, code, done, staff
from tests.apps.outcomes import WHY, Road, aged, dismissed, guardian, later, new_road, notice, portal, prosecuted
from waarborg.apps.custody.models import Entry, Outcome
from waarborg.apps.decisions.detaining import record_detention
from waarborg.apps.decisions.models import DetentionKind
from waarborg.apps.people.models import Answer
from waarborg.apps.rights.choosing import choose_information
from waarborg.apps.rights.models import Notice, NoticeState, NoticeStepKind
from waarborg.apps.rights.noticing import read_text
from waarborg.apps.rights.queries import notices_of
from waarborg.apps.rights.telling import ENOUGH, receive, record_not_reached, send, tell
from waarborg.kernel.actors import Role
from waarborg.kernel.ids import NoticeId
from waarborg.law.notices import NOTICES
from waarborg.law.steps import Form

READ_ALOUD = "Called her at 10:05 with interpreter 4417."


def escaped(road: Road) -> NoticeId:
    done(
        record_detention(
            actor=road.prosecutor,
            on=NOON,
            suspect=road.suspect,
            kind=DetentionKind.ESCAPE,
            known_at=NOON,
            words="He left the prison van near Utrecht.",
        )
    )
    return notice(road, "escape")


@pytest.mark.django_db
def test_m6_a_right_on_paper_is_told_with_evidence_and_the_portal_shows_it() -> None:
    road = new_road()
    about = notice(road, "first_contact")
    told = done(
        tell(
            actor=road.detective,
            on=later(hours=1),
            notice=about,
            recipient=road.victim,
            by_voice=False,
            evidence="Handed over in Tigrinya; he signed for it.",
            understood=Answer.YES,
        )
    )
    assert (told.state, told.told_at, told.told_by) == (NoticeState.TOLD, later(hours=1), road.detective.id)
    shown = notices_of(actor=portal(road), person=road.victim, opening=road.reading())
    assert [view.id for view in shown] == [about]
    assert Entry.objects.filter(act="notice.tell", outcome=Outcome.DONE, subjects__startswith=about).exists()


@pytest.mark.django_db
def test_without_evidence_nothing_was_told() -> None:
    road = new_road()
    about = notice(road, "first_contact")
    refused = tell(
        actor=road.detective,
        on=NOON,
        notice=about,
        recipient=road.victim,
        by_voice=False,
        evidence=" ",
        understood=Answer.YES,
    )
    assert code(refused) == "notice.evidence"
    assert Notice.objects.get(pk=about).state == NoticeState.DUE


@pytest.mark.django_db
@pytest.mark.parametrize("answer", [Answer.NO, Answer.DOUBT])
def test_what_was_not_understood_stays_due_and_the_try_is_kept(answer: Answer) -> None:
    road = new_road()
    about = notice(road, "first_contact")
    row = done(
        tell(
            actor=road.detective,
            on=NOON,
            notice=about,
            recipient=road.victim,
            by_voice=False,
            evidence="Given in English; he does not read it.",
            understood=answer,
        )
    )
    assert (row.state, row.told_at) == (NoticeState.DUE, None)
    assert [step.kind for step in row.steps.all()] == [NoticeStepKind.NOT_UNDERSTOOD]


@pytest.mark.django_db
def test_a_dismissal_told_by_voice_alone_is_not_told_until_it_is_also_on_paper() -> None:
    road = new_road()
    dismissed(road)
    about = notice(road, "dismissal")
    spoken = done(
        tell(
            actor=road.prosecutor,
            on=later(days=1),
            notice=about,
            recipient=road.victim,
            by_voice=True,
            evidence=READ_ALOUD,
            understood=Answer.YES,
        )
    )
    assert spoken.state == NoticeState.DUE
    done(send(actor=road.prosecutor, on=later(days=1), notice=about, recipient=road.victim, way="Letter"))
    assert Notice.objects.get(pk=about).state == NoticeState.TOLD


@pytest.mark.django_db
def test_a_letter_is_on_its_way_until_the_person_says_that_it_came() -> None:
    road = new_road()
    dismissed(road)
    about = notice(road, "dismissal")
    early = receive(actor=portal(road), on=later(days=1), notice=about, understood=Answer.YES)
    assert code(early) == "notice.not_open"
    sent = done(send(actor=road.prosecutor, on=later(days=1), notice=about, recipient=road.victim, way="Portal"))
    assert (sent.state, sent.told_at) == (NoticeState.SENT, None)
    read = done(receive(actor=portal(road), on=later(days=2), notice=about, understood=Answer.YES))
    assert (read.state, read.told_at) == (NoticeState.TOLD, later(days=2))
    again = receive(actor=portal(road), on=later(days=3), notice=about, understood=Answer.YES)
    assert code(again) == "notice.not_open"


@pytest.mark.django_db
def test_a_letter_that_the_person_finds_unclear_is_not_told() -> None:
    road = new_road()
    dismissed(road)
    about = notice(road, "dismissal")
    done(send(actor=road.prosecutor, on=later(days=1), notice=about, recipient=road.victim, way="Portal"))
    row = done(receive(actor=portal(road), on=later(days=2), notice=about, understood=Answer.NO))
    assert (row.state, row.understood) == (NoticeState.SENT, Answer.NO)


@pytest.mark.django_db
@pytest.mark.parametrize("role", [Role.REPRESENTATIVE, Role.LAWYER])
def test_that_the_person_read_their_own_letter_only_the_person_can_say(role: Role) -> None:
    road = new_road()
    acting = guardian(road, road.victim)
    dismissed(road)
    about = notice(road, "dismissal")
    done(send(actor=road.prosecutor, on=later(days=1), notice=about, recipient=road.victim, way="Portal"))
    persons = (acting, road.victim) if role is Role.REPRESENTATIVE else (road.victim,)
    before = Notice.objects.get(pk=about).state
    refused = receive(actor=portal(road, role, *persons), on=later(days=2), notice=about, understood=Answer.YES)
    assert code(refused) in {"notice.not_open", "case.role"}
    assert Notice.objects.get(pk=about).state == before != NoticeState.TOLD


@pytest.mark.django_db
def test_an_escape_is_told_by_voice_and_a_letter_is_not_enough() -> None:
    road = new_road()
    about = escaped(road)
    refused = send(actor=road.prosecutor, on=NOON, notice=about, recipient=road.victim, way="Letter")
    assert code(refused) == "notice.send.voice"
    done(
        record_not_reached(
            actor=road.detective, on=later(minutes=5), notice=about, recipient=road.victim, words="No answer."
        )
    )
    assert Notice.objects.get(pk=about).state == NoticeState.DUE
    # At night whoever of the case is awake may call.
    told = done(
        tell(
            actor=road.detective,
            on=later(minutes=20),
            notice=about,
            recipient=road.victim,
            by_voice=True,
            evidence=READ_ALOUD,
            understood=Answer.UNKNOWN,
        )
    )
    assert told.state == NoticeState.TOLD
    assert told.told_at is not None
    assert told.due_by is not None
    assert told.told_at <= told.due_by == NOON + timedelta(hours=1)


@pytest.mark.django_db
def test_the_notices_of_a_child_under_12_go_to_a_representative_and_never_to_a_suspect() -> None:
    road = new_road(heard=False)
    aged(road, road.victim, 10, 11)
    trafficker = guardian(road, road.victim, suspect=True)
    safe = guardian(road, road.victim)
    dismissed(road)
    about = notice(road, "dismissal")
    assert Notice.objects.get(pk=about).recipient_id == safe
    for wrong in (trafficker, road.victim, road.suspect):
        refused = tell(
            actor=road.prosecutor,
            on=NOON,
            notice=about,
            recipient=wrong,
            by_voice=False,
            evidence="Handed over.",
            understood=Answer.YES,
        )
        assert code(refused) == "notice.recipient"
    assert Entry.objects.filter(act="notice.tell", outcome=Outcome.REFUSED).count() == 3
    assert Notice.objects.get(pk=about).state == NoticeState.DUE


@pytest.mark.django_db
def test_somebody_who_becomes_a_suspect_later_gets_nothing_any_more() -> None:
    road = new_road(heard=False)
    aged(road, road.victim, 10, 11)
    guardian(road, road.victim)
    dismissed(road)
    about = notice(road, "dismissal")
    was = Notice.objects.get(pk=about).recipient
    assert was is not None
    was.capacities.create(kind="suspect", since=NOON.date())
    refused = send(actor=road.prosecutor, on=NOON, notice=about, recipient=was.pk, way="Letter")
    assert code(refused) == "notice.recipient"


@pytest.mark.django_db
def test_a_child_with_only_a_suspect_to_act_for_it_has_a_notice_without_recipient_that_stays_due() -> None:
    road = new_road(heard=False)
    aged(road, road.victim, 10, 11)
    guardian(road, road.victim, suspect=True)
    dismissed(road)
    row = Notice.objects.get(pk=notice(road, "dismissal"))
    assert (row.recipient, row.state) == (None, NoticeState.DUE)


@pytest.mark.django_db
def test_where_nobody_knows_whether_a_child_is_under_12_both_the_child_and_who_acts_for_it_are_told() -> None:
    road = new_road(heard=False)
    aged(road, road.victim, 11, 13)
    safe = guardian(road, road.victim)
    dismissed(road)
    about = notice(road, "dismissal")
    facts: dict[str, Any] = {
        "notice": about,
        "by_voice": False,
        "evidence": "Handed over.",
        "understood": Answer.YES,
    }
    first = done(tell(actor=road.prosecutor, on=later(days=1), recipient=road.victim, **facts))
    assert first.state == NoticeState.DUE
    assert [view.id for view in notices_of(actor=portal(road), person=road.victim, opening=road.reading())] == [about]
    both = done(tell(actor=road.prosecutor, on=later(days=2), recipient=safe, **facts))
    assert (both.state, both.told_at) == (NoticeState.TOLD, later(days=2))


@pytest.mark.django_db
def test_who_wants_no_news_is_still_told_of_the_right_to_speak_and_of_nothing_else() -> None:
    road = new_road()
    done(choose_information(actor=portal(road), on=NOON, person=road.victim, wants=False))
    prosecuted(road)
    about = notice(road, "prosecution")
    row = done(send(actor=road.prosecutor, on=later(days=1), notice=about, recipient=road.victim, way="Letter"))
    said = read_text(road.reading().read(row, "text"))
    assert said.en == "\n".join(text.en for text in NOTICES["prosecution"].always)


@pytest.mark.django_db
def test_who_wants_no_news_is_not_told_it_against_their_wish() -> None:
    road = new_road()
    dismissed(road)
    done(choose_information(actor=portal(road), on=NOON, person=road.victim, wants=False))
    about = notice(road, "dismissal")
    refused = send(actor=road.prosecutor, on=NOON, notice=about, recipient=road.victim, way="Letter")
    assert code(refused) == "notice.not_wanted"
    assert WHY in read_text(road.reading().read(Notice.objects.get(pk=about), "text")).en


@pytest.mark.django_db
def test_somebody_outside_the_case_tells_nothing() -> None:
    road = new_road()
    refused = send(
        actor=staff(Role.PROSECUTOR),
        on=NOON,
        notice=notice(road, "first_contact"),
        recipient=road.victim,
        way="Letter",
    )
    assert code(refused) == "case.need_to_know"


@given(
    form=st.sampled_from(Form),
    done_so_far=st.frozensets(st.sampled_from(NoticeStepKind)),
)
def test_no_form_is_met_by_tries_and_misunderstandings(form: Form, done_so_far: frozenset[NoticeStepKind]) -> None:
    reached = {NoticeStepKind.SENT, NoticeStepKind.SPOKEN, NoticeStepKind.RECEIVED}
    if any(enough <= done_so_far for enough in ENOUGH[form]):
        assert done_so_far & {NoticeStepKind.SPOKEN, NoticeStepKind.RECEIVED}
        if form in {Form.ORAL, Form.ORAL_AND_WRITTEN}:
            assert NoticeStepKind.SPOKEN in done_so_far
        if form in {Form.WRITTEN, Form.ORAL_AND_WRITTEN}:
            assert done_so_far & {NoticeStepKind.SENT, NoticeStepKind.RECEIVED}
    assert not any(enough <= done_so_far - reached for enough in ENOUGH[form])
