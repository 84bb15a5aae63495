"""Who gets in, who does not, what the ledger says of it, and how somebody changes what they sign in with."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.auth.hashers import MD5PasswordHasher
from django.db import connection
from django.test import override_settings

from tests.faces.signing import NUMBER, PASSWORD, member, on_the_site, with_app
from waarborg.apps.custody.keys import Opening
from waarborg.apps.custody.models import Entry, Outcome
from waarborg.apps.people import factors, signin
from waarborg.apps.people.models import Account, App, Site
from waarborg.apps.people.queries import actor_for
from waarborg.apps.people.signin import Typed
from waarborg.kernel.actors import THE_HOUSE, Role
from waarborg.kernel.errors import Fault, Refusal
from waarborg.kernel.ids import AccountId, EntryId

NOW = datetime(2026, 11, 30, 9, 0, 10, tzinfo=UTC)
CHOSEN = "another bicycle entirely"


def _code(secret: str, on: datetime = NOW) -> str:
    return factors.code_at(secret, factors.step_at(on))


def _in(username: str, proof: str, password: str = PASSWORD, on: datetime = NOW) -> Account | Refusal:
    return signin.sign_in(on=on, username=username, typed=Typed(password=password, proof=proof))


def _entries(act: str) -> list[Entry]:
    return list(Entry.objects.filter(act=act))


@pytest.mark.django_db
class TestGettingIn:
    def test_a_password_and_a_code_begin_a_session_and_an_entry_says_so(self) -> None:
        account = member(Role.DETECTIVE, username="visser")
        assert _in("visser", _code(with_app(account))) == account
        (entry,) = _entries("session.begin")
        assert (entry.actor, entry.subjects, entry.outcome) == (account.pk, account.pk, Outcome.DONE)

    def test_capitals_in_the_user_name_do_not_matter(self) -> None:
        account = member(Role.DETECTIVE, username="visser")
        assert _in(" Visser ", NUMBER) == account

    def test_the_number_lets_in_where_the_app_is_not_at_hand(self) -> None:
        account = member(Role.DETECTIVE, username="visser")
        with_app(account)
        assert _in("visser", "4829 1174 6352 0948") == account

    def test_on_the_desk_the_number_works_once_and_the_lost_app_no_longer_counts(self) -> None:
        account = member(Role.DETECTIVE, username="visser")
        secret = with_app(account)
        assert not isinstance(_in("visser", NUMBER), Refusal)
        assert isinstance(_in("visser", NUMBER), Refusal)
        assert isinstance(_in("visser", _code(secret)), Refusal)

    def test_on_the_portal_the_number_works_always_and_no_app_is_needed(self) -> None:
        with on_the_site("portal"):
            account = member(Role.VICTIM, site=Site.PORTAL, username="ioana")
            assert [_in("ioana", NUMBER) for _ in range(3)] == [account] * 3

    def test_a_code_lets_in_once(self) -> None:
        secret = with_app(member(Role.DETECTIVE, username="visser"))
        assert not isinstance(_in("visser", _code(secret)), Refusal)
        assert isinstance(_in("visser", _code(secret)), Refusal)
        later = NOW + timedelta(seconds=30)
        assert not isinstance(_in("visser", _code(secret, later), on=later), Refusal)

    def test_a_password_alone_lets_nobody_in(self) -> None:
        account = member(Role.DETECTIVE, username="visser")
        Account.objects.filter(pk=account.pk).update(number="")
        for proof in ("", "000000", "0" * 16):
            assert isinstance(_in("visser", proof), Refusal)


def _told(refusal: Account | Refusal) -> object:
    assert isinstance(refusal, Refusal)
    return refusal.code, refusal.text()


@pytest.mark.django_db
class TestBeingTurnedAway:
    def test_whatever_was_wrong_the_answer_is_the_same(self) -> None:
        member(Role.DETECTIVE, username="visser")
        ended = member(Role.DETECTIVE, username="ended")
        Account.objects.filter(pk=ended.pk).update(is_active=False)
        member(Role.VICTIM, site=Site.PORTAL, username="ioana")
        member(Role.DETECTIVE, username="demo", demo=True)
        answers = [
            _in("nobody", NUMBER),
            _in("visser", NUMBER, password="something else"),
            _in("visser", "000000"),
            _in("visser", "no proof"),
            _in("ended", NUMBER),
            _in("ioana", NUMBER),
            _in("demo", NUMBER),
        ]
        assert len({repr(_told(answer)) for answer in answers}) == 1

    def test_every_failure_is_entered_by_id_where_there_is_one_and_never_by_name(self) -> None:
        account = member(Role.DETECTIVE, username="visser")
        _in("visser", NUMBER, password="wrong-canary-51")
        _in("nobody-canary-51", NUMBER)
        _in("visser", "000000")
        refused = Entry.objects.filter(outcome=Outcome.REFUSED)
        assert sorted((entry.act, entry.subjects) for entry in refused) == [
            ("session.refuse", ""),
            ("session.refuse", account.pk),
            ("session.refuse_code", account.pk),
        ]
        assert {entry.actor for entry in refused} == {THE_HOUSE.id}
        written = " ".join(str(value) for entry in Entry.objects.values() for value in entry.values())
        assert "canary-51" not in written
        assert "visser" not in written

    def test_five_wrong_codes_leave_only_the_number_until_an_hour_has_passed(self) -> None:
        with on_the_site("portal"):
            secret = with_app(member(Role.VICTIM, site=Site.PORTAL, username="ioana"))
            for _ in range(factors.WRONG_CODES):
                _in("ioana", "000000")
            assert isinstance(_in("ioana", _code(secret)), Refusal)
            assert not isinstance(_in("ioana", NUMBER), Refusal)
            later = NOW + factors.CODES_COUNT_FOR + timedelta(seconds=1)
            assert not isinstance(_in("ioana", _code(secret, later), on=later), Refusal)

    def test_wrong_passwords_of_others_never_shut_out_who_knows_the_right_one(self) -> None:
        member(Role.VICTIM, site=Site.PORTAL, username="ioana")
        with on_the_site("portal"):
            for _ in range(30):
                _in("ioana", NUMBER, password="a guess of somebody")
            assert not isinstance(_in("ioana", NUMBER), Refusal)


class Counting(MD5PasswordHasher):
    """Counts how often a hash was worked out."""

    algorithm = "md5"
    worked: int = 0

    def encode(self, password: str, salt: str, *rest: object) -> str:
        Counting.worked += 1
        return super().encode(password, salt, *rest)


@pytest.fixture
def _counted() -> Iterator[None]:
    with override_settings(PASSWORD_HASHERS=[f"{__name__}.Counting"]):
        yield


@pytest.mark.django_db
@pytest.mark.usefixtures("_counted")
@pytest.mark.parametrize("proof", ["123456", NUMBER])
def test_an_unknown_name_takes_as_much_work_as_a_wrong_password(proof: str) -> None:
    member(Role.DETECTIVE, username="visser")
    worked = []
    for username in ("visser", "nobody"):
        Counting.worked = 0
        _in(username, proof, password="a guess of somebody")
        worked.append((Counting.worked, Entry.objects.filter(act="session.refuse").count()))
    assert worked[0][0] == worked[1][0] > 0
    assert [count for _, count in worked] == [1, 2]


def test_of_two_browsers_with_one_code_one_gets_in(fresh_database: Mapping[str, str]) -> None:
    secret = with_app(member(Role.DETECTIVE, username="visser"))

    def go(_: int) -> bool:
        try:
            return not isinstance(_in("visser", _code(secret)), Refusal)
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as threads:
        assert sum(threads.map(go, range(4))) == 1
    assert len(_entries("session.begin")) == 1


@pytest.mark.django_db
class TestTheSecretOfAnApp:
    def test_it_is_not_in_the_database_in_clear(self) -> None:
        secret = with_app(member(Role.DETECTIVE))
        assert secret.encode() not in bytes(App.objects.get().secret)

    def test_it_opens_for_no_other_account(self) -> None:
        one, other = member(Role.DETECTIVE), member(Role.DETECTIVE)
        with_app(one)
        with_app(other)
        moved = App.objects.get(pk=other.pk)
        moved.secret = App.objects.get(pk=one.pk).secret
        with pytest.raises(Fault):
            Opening(EntryId.new(), (str(other.pk),)).read(moved, "secret")


@pytest.mark.django_db
class TestBeginningOnTheDesk:
    def _start(self) -> tuple[Account, str]:
        account = member(Role.DETECTIVE, username="visser")
        admin = actor_for(member(Role.ADMINISTRATOR))
        number = signin.hand_start_number(actor=admin, on=NOW, account=AccountId(account.pk))
        assert isinstance(number, str)
        return account, number

    def _begin(self, number: str, *, password: str = CHOSEN, code: str | None = None) -> Account | Refusal:
        secret = factors.new_app_secret()
        return signin.begin_account(
            on=NOW,
            username="visser",
            start_number=number,
            password=password,
            secret=secret,
            code=_code(secret) if code is None else code,
        )

    def test_a_start_number_becomes_a_password_and_an_app(self) -> None:
        account, number = self._start()
        assert self._begin(number) == account
        kept = Account.objects.get(pk=account.pk)
        assert kept.check_password(CHOSEN)
        assert kept.number == ""
        assert [entry.actor for entry in _entries("account.begin")] == [account.pk]

    def test_it_works_once(self) -> None:
        _, number = self._start()
        self._begin(number)
        assert isinstance(self._begin(number), Refusal)

    def test_what_there_was_before_no_longer_counts(self) -> None:
        _, number = self._start()
        for proof in (NUMBER, number):
            assert isinstance(_in("visser", proof), Refusal)

    def test_a_start_number_alone_is_no_way_to_sign_in(self) -> None:
        _, number = self._start()
        assert isinstance(_in("visser", number, password=""), Refusal)

    def test_an_account_that_was_not_handed_a_start_number_does_not_begin(self) -> None:
        member(Role.DETECTIVE, username="visser")
        assert _told(self._begin(NUMBER)) == _told(_in("nobody", NUMBER))

    @pytest.mark.parametrize(
        ("password", "code", "why"), [("short", None, "account.password_weak"), (CHOSEN, "000000", "factor.app_code")]
    )
    def test_what_was_wrong_is_said_and_the_number_still_works(self, password: str, code: str | None, why: str) -> None:
        _, number = self._start()
        answer = self._begin(number, password=password, code=code)
        assert isinstance(answer, Refusal)
        assert answer.code == why
        assert not isinstance(self._begin(number), Refusal)

    @pytest.mark.parametrize("role", sorted(set(Role) - {Role.ADMINISTRATOR, Role.HOUSE, Role.REPORTER}))
    def test_nobody_but_an_administrator_hands_out_start_numbers(self, role: Role) -> None:
        account = member(Role.DETECTIVE)
        answer = signin.hand_start_number(actor=actor_for(member(role)), on=NOW, account=AccountId(account.pk))
        assert isinstance(answer, Refusal)
        assert Account.objects.get(pk=account.pk).check_password(PASSWORD)

    def test_nobody_hands_one_to_themselves_or_to_the_portal(self) -> None:
        admin, victim = member(Role.ADMINISTRATOR), member(Role.VICTIM, site=Site.PORTAL)
        for account in (admin, victim):
            assert isinstance(
                signin.hand_start_number(actor=actor_for(admin), on=NOW, account=AccountId(account.pk)), Refusal
            )


@pytest.mark.django_db
class TestChangingWhatOneSignsInWith:
    def test_each_change_asks_for_what_there_was_and_is_entered(self) -> None:
        with on_the_site("portal"):
            account = member(Role.VICTIM, site=Site.PORTAL)
            actor, shown, secret = actor_for(account), Typed(password=PASSWORD, proof=NUMBER), factors.new_app_secret()
            for wrong in (Typed(password=PASSWORD), Typed(password="wrong", proof=NUMBER)):
                refused = [
                    signin.set_app(actor=actor, on=NOW, typed=wrong, secret=secret, code=_code(secret)),
                    signin.remove_app(actor=actor, on=NOW, typed=wrong),
                    signin.set_number(actor=actor, on=NOW, typed=wrong, number=factors.new_number()),
                    signin.change_password(actor=actor, on=NOW, typed=wrong, chosen=CHOSEN),
                ]
                assert [getattr(answer, "code", None) for answer in refused] == ["factor.not_shown"] * 4
            assert Account.objects.get(pk=account.pk).check_password(PASSWORD)
            signin.set_app(actor=actor, on=NOW, typed=shown, secret=secret, code=_code(secret))
            signin.set_number(actor=actor, on=NOW, typed=shown, number="1" * 16)
            shown = Typed(password=PASSWORD, proof="1" * 16)
            signin.change_password(actor=actor, on=NOW, typed=shown, chosen=CHOSEN)
            signin.remove_app(actor=actor, on=NOW, typed=Typed(password=CHOSEN, proof="1" * 16))
            acts = list(Entry.objects.filter(actor=account.pk, outcome=Outcome.DONE).values_list("act", flat=True))
            assert sorted(acts) == [
                "account.change_password",
                "factor.remove_app",
                "factor.set_app",
                "factor.set_number",
            ]
            assert not App.objects.exists()

    def test_a_new_app_takes_the_place_of_the_old_one(self) -> None:
        account = member(Role.DETECTIVE, username="visser")
        old, new = with_app(account), factors.new_app_secret()
        typed = Typed(password=PASSWORD, proof=_code(old))
        signin.set_app(actor=actor_for(account), on=NOW, typed=typed, secret=new, code=_code(new))
        later = NOW + timedelta(minutes=1)
        assert isinstance(_in("visser", _code(old, later), on=later), Refusal)
        assert not isinstance(_in("visser", _code(new, later), on=later), Refusal)

    def test_the_desk_cannot_go_on_without_an_app(self) -> None:
        account = member(Role.DETECTIVE)
        typed = Typed(password=PASSWORD, proof=NUMBER)
        answer = signin.remove_app(actor=actor_for(account), on=NOW, typed=typed)
        assert isinstance(answer, Refusal)
        assert answer.code == "factor.app_stays"
        assert Account.objects.get(pk=account.pk).number

    def test_an_easy_password_is_not_taken_and_nothing_is_used_up(self) -> None:
        account = member(Role.DETECTIVE)
        typed = Typed(password=PASSWORD, proof=NUMBER)
        answer = signin.change_password(actor=actor_for(account), on=NOW, typed=typed, chosen="password1234")
        assert isinstance(answer, Refusal)
        assert Account.objects.get(pk=account.pk).number

    def test_a_language_is_chosen_from_those_there_are(self) -> None:
        account = member(Role.DETECTIVE)
        signin.choose_language(actor=actor_for(account), on=NOW, language="nl")
        assert isinstance(signin.choose_language(actor=actor_for(account), on=NOW, language="xx"), Refusal)
        assert Account.objects.get(pk=account.pk).language == "nl"
