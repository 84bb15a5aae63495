"""For each thing that an address can name: one of the own case, and one of other people.

A page whose address names something without an example fails the walk. Whoever adds such a page adds a function here,
under the prefix of its typed id (``<notice:notice>`` asks for ``notice``), or under the parameter's name where it is a
plain word or number (``<slug:right>`` asks for ``right``).
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from io import BytesIO
from typing import Any, Final

from tests.apps.cases.acting import NOON, done
from tests.apps.reports.officers import LABOUR, MONDAY, officer, opened_by, send
from tests.faces.walk.world import OTHER_DOOR, OWN_DOOR, Side, World
from tests.recordings import recording
from waarborg.apps.decisions import complaining, prosecuting
from waarborg.apps.decisions.models import DismissalGround
from waarborg.apps.interviews import explaining, holding, media, planning
from waarborg.apps.interviews.drafts import Draft, Seat
from waarborg.apps.interviews.kinds import Cause, InterviewKind
from waarborg.apps.interviews.models import Interview
from waarborg.apps.people.models import Answer, CapacityKind, Certificate
from waarborg.apps.reports.content import Attachment, Content
from waarborg.apps.reports.handover import offer
from waarborg.apps.reports.models import HandOver
from waarborg.apps.rights import telling
from waarborg.apps.rights.models import Notice
from waarborg.apps.signals.models import ProofKind
from waarborg.apps.signals.resting import add_proof
from waarborg.apps.support.models import Support
from waarborg.kernel.actors import Channel
from waarborg.kernel.ids import HandOverId, InterviewId, NoticeId

#: What stands in the address: of the own case, and of the other.
type Pair = tuple[Any, Any]

EXAMPLES: Final[dict[str, Callable[[World], Pair]]] = {}


def example(name: str) -> Callable[[Callable[[World], Pair]], Callable[[World], Pair]]:
    """Register what makes the two examples of ``name``."""

    def register(make: Callable[[World], Pair]) -> Callable[[World], Pair]:
        EXAMPLES[name] = make
        return make

    return register


def of_both(find: Callable[[Side], Any]) -> Callable[[World], Pair]:
    """The same thing of the own case and of the other."""
    return lambda world: (find(world.own), find(world.other))


example("case")(of_both(lambda side: side.case))
example("person")(of_both(lambda side: side.victim))
example("charge")(of_both(lambda side: side.charge))
example("support")(of_both(lambda side: Support.objects.get(person=side.victim).pk))


@example("notice")
def notice(world: World) -> Pair:
    """The first that the victim of each case must be told, and was: before that the portal does not show it."""
    return _told_of(world.own), _told_of(world.other)


def _told_of(side: Side, event: str = "") -> NoticeId:
    """The victim is told, by voice and in writing, of the first thing that they must be told of an event, or at all."""
    due = Notice.objects.filter(person=side.victim, event__startswith=event)
    first = NoticeId(due.earliest("known_at").pk)
    for by_voice in (True, False):
        telling.tell(
            actor=side.detective,
            on=NOON,
            notice=first,
            recipient=side.victim,
            by_voice=by_voice,
            evidence=f"Told {side.word}.",
            understood=Answer.YES,
        )
    return first


@example("report")
def report(world: World) -> Pair:
    """One that came in through the officer's own door, and one through another; the walk has doors with keys."""
    return send(_told(world.own.word), channel=OWN_DOOR)[0], send(LABOUR, channel=OTHER_DOOR)[0]


@example("handover")
def offer_between_doors(world: World) -> Pair:
    """One that another door offers to the officer's own, and one between two others."""
    del world
    return _offered(OWN_DOOR), _offered(Channel.MELD_MISDAAD_ANONIEM)


example("deed")(lambda _world: ("grant", "grant"))
example("step")(lambda _world: ("facts", "facts"))
#: The first file of the report itself.
example("letter")(lambda _world: (0, 0))
example("number")(lambda _world: (1, 1))


def _told(word: str) -> Content:
    """A report with a name and a file."""
    file = Attachment(name="list.txt", type="text/plain", data=word.encode())
    return Content(about=("sexual",), named=True, name=word, text=word, attachments=(file,))


def _offered(receiver: Channel) -> HandOverId:
    """A report that the other door has opened and offers."""
    sender, (sent, _code) = officer(OTHER_DOOR), send(LABOUR, channel=OTHER_DOOR)
    opened_by(sender, sent)
    made = offer(actor=sender, on=MONDAY, report=sent, receiver=receiver, reason="It belongs there.")
    assert isinstance(made, HandOver), made
    return HandOverId(made.pk)


def _decision(side: Side) -> Any:  # noqa: ANN401 - a typed id
    """The case stopped against the suspect, and the victim was told."""
    made = prosecuting.dismiss(
        actor=side.prosecutor,
        on=NOON,
        charge=side.charge,
        ground=DismissalGround.EVIDENCE,
        explanation=f"Too little proof here, the law asks for more than that {side.word}.",
    )
    decision = done(made).pk
    _told_of(side, decision)
    return decision


def _complaint(side: Side) -> Any:  # noqa: ANN401 - a typed id
    """The victim complains about that."""
    return done(
        complaining.file_complaint(
            actor=side.detective,
            on=NOON,
            decision=_decision(side),
            person=side.victim,
            filed_on=NOON.date(),
            words=side.word,
        )
    ).pk


def _proof(side: Side) -> Any:  # noqa: ANN401 - a typed id
    """A source for the act."""
    return done(
        add_proof(
            actor=side.detective,
            on=NOON,
            charge=side.charge,
            element="act",
            kind=ProofKind.DOCUMENT,
            source=f"Papers {side.word}",
        )
    ).pk


example("decision")(of_both(_decision))
example("complaint")(of_both(_complaint))
example("proof")(of_both(_proof))


def _interview(side: Side, world: World) -> InterviewId:
    """One that was held, with a recording and a reason that waits; the same for all that an address names of it."""
    known = world.made.get(f"interview {side.word}")
    if isinstance(known, InterviewId) and Interview.objects.filter(pk=known).exists():
        return known
    for kind in ("minors", "trafficking"):
        Certificate.objects.get_or_create(account_id=side.detective.id, kind=kind, defaults={"until": date(2030, 1, 1)})
    draft = Draft(
        person=side.victim,
        heard_as=CapacityKind.VICTIM,
        kind=InterviewKind.FURTHER,
        starts_at=NOON,
        ends_at=NOON + timedelta(hours=1),
        seats=(Seat(account=side.detective.id),),
        sound=True,
        need=side.word,
    )
    pk = InterviewId(done(planning.plan(actor=side.detective, on=NOON, draft=draft)).pk)
    done(holding.begin(actor=side.detective, on=NOON, interview=pk))
    done(holding.end(actor=side.detective, on=NOON + timedelta(seconds=30), interview=pk))
    world.made[f"interview {side.word}"] = pk
    return pk


def _recording(side: Side, world: World) -> Any:  # noqa: ANN401 - a typed id
    """A recording of that interview."""
    file, name = BytesIO(recording(2)), f"{side.word}.wav"
    pk = _interview(side, world)
    return done(media.add(actor=side.detective, on=NOON, interview=pk, name=name, file=file)).object


def _reason(side: Side, world: World) -> Any:  # noqa: ANN401 - a typed id
    """Leave that was asked for it."""
    asked = explaining.ask(
        actor=side.detective,
        on=NOON,
        interview=_interview(side, world),
        rule="recording.audio",
        cause=Cause.EQUIPMENT,
        reason=side.word,
    )
    return done(asked).pk


example("interview")(lambda world: (_interview(world.own, world), _interview(world.other, world)))
example("object")(lambda world: (_recording(world.own, world), _recording(world.other, world)))
example("reason")(lambda world: (_reason(world.own, world), _reason(world.other, world)))


def _same(word: str, side: Side) -> str:
    """A word that is no secret of any case."""
    del side
    return word


#: Words in addresses name the same on both sides.
for _name, _word in {
    "case_decision": "transfer",
    "charge_decision": "dismiss",
    "notice_act": "tell",
    "right": "interpreter",
    "right_step": "asked",
    "support_act": "talk",
    "indicator": "debt",
    "element": "act",
    "scheme": "injured_party",
    "rule": "recording.audio",
    "entry": "entry_" + "a" * 26,
}.items():
    example(_name)(of_both(partial(_same, _word)))
