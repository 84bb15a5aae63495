from __future__ import annotations

from itertools import combinations
from typing import Any

import pytest

from waarborg.apps.reports.routing import Exploitation, Reporter, route
from waarborg.kernel.documents import read_json
from waarborg.kernel.errors import Unusable

KINDS = ["sexual", "labour", "criminal", "begging", "organs", "domestic_servitude", "forced_marriage", "other"]


def doors(document: dict[str, Any]) -> list[str]:
    """The channels, the primary one first."""
    channels = sorted(route(document).as_json()["channels"], key=lambda each: not each["primary"])
    return [channel["channel"] for channel in channels]


def test_m11_named_reports_go_to_avim() -> None:
    for kinds in (["sexual"], ["criminal", "begging"], [], None):
        assert doors({"anonymous": False, "exploitation": kinds}) == ["avim"]
    assert doors({"anonymous": False, "exploitation": ["labour", "sexual"]}) == ["avim", "labour_inspectorate"]


def test_m12_labour_exploitation_with_a_name_goes_to_the_labour_inspectorate() -> None:
    assert doors({"anonymous": False, "exploitation": ["labour"]}) == ["labour_inspectorate", "avim"]
    assert doors({"anonymous": False, "exploitation": ["labour", "labour"]}) == ["labour_inspectorate", "avim"]


def test_m13_labour_exploitation_without_a_name_goes_to_tci() -> None:
    assert doors({"anonymous": True, "exploitation": ["labour"]}) == ["tci", "meld_misdaad_anoniem"]


def test_m14_any_report_without_a_name_can_go_to_meld_misdaad_anoniem() -> None:
    for kinds in (["sexual"], ["labour", "organs"], [], None, ["labour"]):
        assert "meld_misdaad_anoniem" in doors({"anonymous": True, "exploitation": kinds})
    assert doors({"anonymous": True, "exploitation": ["labour", "organs"]}) == ["meld_misdaad_anoniem", "tci"]


def _expected(anonymous: bool | None, kinds: set[str]) -> list[str]:
    """The table of the interface, written once more."""
    labour, rest = ("labour_inspectorate", "avim") if anonymous is False else ("tci", "meld_misdaad_anoniem")
    if kinds == {"labour"}:
        return [labour, rest]
    return [rest, labour] if "labour" in kinds else [rest]


@pytest.mark.parametrize("anonymous", [True, False, None])
def test_every_report_there_can_be_goes_where_the_table_says(anonymous: bool | None) -> None:
    for number in range(len(KINDS) + 1):
        for kinds in combinations(KINDS, number):
            document = {"anonymous": anonymous, "exploitation": list(kinds)}
            answer = route(document).as_json()
            assert doors(document) == _expected(anonymous, set(kinds))
            assert [channel["primary"] for channel in answer["channels"]].count(True) == 1
            assert {channel["identity"] for channel in answer["channels"]} == {
                "named" if anonymous is False else "sealed"
            }


def test_an_empty_report_is_one_without_a_name_of_unknown_kind() -> None:
    assert route({}).as_json() == route({"anonymous": True, "exploitation": []}).as_json()
    assert doors({}) == ["meld_misdaad_anoniem"]


@pytest.mark.parametrize(("danger", "advice"), [(True, ["call_112"]), (False, []), (None, ["call_112_if_danger"])])
def test_danger_is_answered_and_not_knowing_is_not_no_danger(danger: bool | None, advice: list[str]) -> None:
    assert route({"danger_now": danger}).as_json()["advice"] == advice


def test_every_door_has_its_reason_in_both_languages_and_a_source() -> None:
    for anonymous in (True, False):
        for kinds in ([], ["labour"], ["labour", "sexual"], ["sexual"]):
            for channel in route({"anonymous": anonymous, "exploitation": kinds}).as_json()["channels"]:
                assert channel["why"]["en"].startswith("Because ")
                assert channel["why"]["nl"].startswith("Want ")
                assert channel["sources"]


def test_the_words_of_the_interface_are_all_known() -> None:
    assert [kind.value for kind in Exploitation] == KINDS
    for reporter in ("victim", "witness", "professional", "other", None):
        assert route({"reporter": reporter}).as_json() == route({}).as_json()
    assert len(Reporter) == 4


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("[]", "$"),
        ('{"anonymous": "no"}', "$.anonymous"),
        ('{"anonymous": 0}', "$.anonymous"),
        ('{"exploitation": "labour"}', "$.exploitation"),
        ('{"exploitation": ["Labour"]}', "$.exploitation[0]"),
        ('{"exploitation": [null]}', "$.exploitation[0]"),
        ('{"reporter": "police"}', "$.reporter"),
        ('{"danger_now": 1}', "$.danger_now"),
        ('{"name": "A."}', "$.name"),
        ('{"danger_now": true, "danger_now": false}', "$.danger_now"),
    ],
)
def test_what_cannot_be_used_is_named(text: str, path: str) -> None:
    with pytest.raises(Unusable) as caught:
        route(read_json(text.encode()))
    assert [problem.path for problem in caught.value.problems] == [path]
