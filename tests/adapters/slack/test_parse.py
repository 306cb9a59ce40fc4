"""Payloads as parts of a Call, where no person of the loopback's comes by."""

from typing import Any

import pytest

from bot.adapters.slack import parse
from bot.commands.calls import Said, Sent, Typed

Json = dict[str, Any]


def mentioned(text: str, **more: object) -> parse.Arrival:
    event = {"type": "app_mention", "user": "U1", "channel": "C1", "ts": "1.5", "text": text}
    return parse.mention({"event": event | more, "event_id": "Ev1", "team_id": "T1"}, 0)


def sent(values: Json, **more: object) -> parse.Arrival:
    view = {"id": "V1", "hash": "1.a", "callback_id": "a:1:b", "state": {"values": values}}
    user = {"id": "U1", "username": "ana", "team_id": "T1"}
    return parse.submission({"view": view, "user": user, "team": None} | more, 0)


def field(kind: str, **value: object) -> Json:
    return {"a": {"type": kind, **value}}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("<@UBOT> hello", "hello"),
        ("<@UBOT|convenor> ask <@U2|ben> or <@U3>", "ask @ben or @U3"),
        (
            "<@UBOT> in <#C1|robotics>, <!here> and <!subteam^S1|@heads>",
            "in #robotics, @here and @heads",
        ),
        ("<@UBOT> see <https://x.org|the plan> <https://y.org>", "see the plan https://y.org"),
        ("<@UBOT> 1 &lt; 2 &amp;amp; 3\x00", "1 < 2 &amp; 3"),
        ("<@UBOT>", ""),
    ],
)
def test_words_to_the_bot_are_as_people_see_them(text: str, words: str) -> None:
    assert mentioned(text).said == Said(words)


def test_in_a_shared_channel_the_workspace_is_ours_and_the_team_theirs() -> None:
    event = {"type": "member_joined_channel", "user": "U1", "channel": "C1", "team": "T2"}
    body = {"event": event, "event_id": "Ev1", "team_id": "T2"}
    came = parse.membership(body | {"authorizations": [{"team_id": "T1"}]}, 0)
    assert (came.workspace, came.team, came.order) == ("T1", "T2", 0)


def test_the_time_of_an_act_is_in_microseconds() -> None:
    assert mentioned("", ts="1700000000.123").order == 1_700_000_000_123_000


@pytest.mark.parametrize("name", ["directmessage", "privategroup", "mpdm-ana--ben-1"])
def test_a_channel_without_a_name_has_none(name: str) -> None:
    body = {"trigger_id": "1.2", "user_id": "U1", "team_id": "T1", "channel_id": "C1"}
    command = {"command": "/network", "text": "", "channel_name": name}
    assert parse.command(body | command, 0).room == ""


def test_what_is_chosen_comes_by_its_value_and_what_is_empty_not_at_all() -> None:
    option = {"value": "p", "text": {"type": "plain_text", "text": "Primary"}}
    values = {
        "pick": field("static_select", selected_option=option),
        "radio": field("radio_buttons", selected_option=None),
        "boxes": field("checkboxes", selected_options=[option]),
        "none": field("checkboxes", selected_options=[]),
        "line": field("plain_text_input", value=" \x00 "),
        "day": field("datepicker", selected_date=None),
    }
    assert sent(values).said == Sent("a:1:b", {"pick": ("p",), "boxes": ("p",)})


def test_a_repeat_of_a_form_has_the_same_id_and_another_try_has_not() -> None:
    one, two = ({"t": field("plain_text_input", value=text)} for text in ("one", "two"))
    assert sent(one).id == sent(one).id != sent(two).id
    assert sent(one, trigger_id="1").id == sent(one, trigger_id="1").id
    assert sent(one, trigger_id="1").id != sent(one, trigger_id="2").id


def test_a_view_remembers_where_it_came_from() -> None:
    back = parse.Back("1.2", "https://hooks", 5.0, replaces=True, thread="1.1")
    asked = parse.Arrival("i", 0, "U1", "ana", "T1", "T1", "C1", "one", Typed("network"), back)
    view = {"id": "V1", "hash": "h", "callback_id": "a:1:b", "private_metadata": parse.kept(asked)}
    view["app_installed_team_id"] = "T1"
    came = parse.submission({"view": view, "user": {"id": "U1"}, "trigger_id": "3.4"}, 9.0)
    assert (came.channel, came.room, came.workspace) == ("C1", "one", "T1")
    assert came.back == parse.Back("3.4", "https://hooks", 5.0, replaces=True, thread="1.1")
