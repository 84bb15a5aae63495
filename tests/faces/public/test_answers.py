"""What travels in the pages: read with forgiveness, never turned into a no."""

from __future__ import annotations

import pytest
from django.http import QueryDict

from waarborg.faces.public.answers import Answers
from waarborg.kernel.actors import Channel


def read(query: str) -> Answers:
    return Answers.read(QueryDict(query))


@pytest.mark.parametrize(
    "query", ["", "danger=unknown&naming=later", "danger=perhaps&naming=x&who=nobody", "about=moon"]
)
def test_what_was_not_said_is_unknown_and_never_a_no(query: str) -> None:
    content = read(query).content()
    assert (content.danger, content.named, content.reporter, content.about) == (None, None, None, None)
    assert content.document() == {}


def test_i_do_not_know_is_told_apart_from_not_answered() -> None:
    assert read("about=unknown").content().about == ()
    assert read("").content().about is None


def test_without_an_answer_no_name_is_what_stands_on_the_page() -> None:
    assert Answers().naming == "no"
    assert Answers().content().named is False


def test_a_name_that_stayed_in_the_page_is_not_sent_without_a_yes() -> None:
    assert read("naming=no&name=A.&contact=here").content().name == ""
    named = read("naming=yes&name=+A.+&contact=here").content()
    assert (named.name, named.contact, named.named) == ("A.", "here", True)


def test_a_door_that_no_longer_fits_the_answers_gives_way_to_the_first_that_does() -> None:
    assert read("about=labour&naming=no&door=meld_misdaad_anoniem").chosen() == Channel.MELD_MISDAAD_ANONIEM
    assert read("about=labour&naming=no&door=avim").chosen() == Channel.TCI
    assert read("about=labour&naming=yes&door=tci").chosen() == Channel.LABOUR_INSPECTORATE


def test_everything_answered_is_carried_on_but_what_the_page_asks_itself() -> None:
    answers = read("danger=no&about=labour&about=sexual&text=a%0D%0Ab&passed=12")
    carried = list(answers.carried(but=("danger",)))
    assert ("text", "a\nb") in carried
    assert [value for name, value in carried if name == "about"] == ["labour", "sexual"]
    assert "danger" not in dict(carried)
