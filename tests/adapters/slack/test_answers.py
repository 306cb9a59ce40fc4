"""How answers find their way: the address of the moment, else the channel, else the inbox."""

from typing import Literal

import pytest

from bot.adapters.slack.loopback import Fault, LoopbackSlack
from bot.adapters.slack.loopback_stage import SlackStage
from bot.adapters.stage import Actor, Seen
from bot.commands.calls import Call, File, Nothing, Reply, Said
from bot.ui import Form, Line
from tests.adapters.slack.tiny import Clock, TinyHouse, note, reply

FORM = Form("meeting:new:save", "Plan a meeting", "Plan", (Line(key="title", label="Title"),))


def private(who: str, text: str) -> Seen:
    return Seen("private", "#robotics", who, text)


async def test_a_form_that_words_ask_for_is_behind_a_button(
    stage: SlackStage, house: TinyHouse
) -> None:
    house.answers["Said"] = FORM
    house.answers["draft:1:fix"] = FORM
    await stage.types("Ana", "robotics", "@convenor plan Über")
    await stage.presses("Ana", "Open the form")
    assert [seen.kind for seen in stage.seen()] == ["private", "form"]
    assert [call.said for call, _ in house.kept] == [Said("plan Über")]


async def test_a_form_whose_trigger_has_run_out_is_behind_a_button(
    stage: SlackStage, house: TinyHouse, clock: Clock
) -> None:
    def slow(_call: Call) -> Form:
        clock.now += 4
        return FORM

    house.answers |= {"/meeting": slow, "draft:1:fix": FORM}
    await stage.types("Ana", "robotics", "/meeting plan")
    await stage.presses("Ana", "Open the form")
    assert [seen.kind for seen in stage.seen()] == ["private", "form"]
    assert [form for _, form in house.kept] == [FORM]


async def test_a_file_comes_to_the_persons_inbox(stage: SlackStage, house: TinyHouse) -> None:
    house.answers["/privacy"] = Reply(note("Here you are."), File("mine.zip", b"PK"))
    await stage.types("Ben", "robotics", "/privacy export")
    assert stage.seen() == [private("Ben", "Here you are."), Seen("file", "", "Ben", "mine.zip")]


async def test_an_answer_after_25_minutes_needs_no_address(
    stage: SlackStage, house: TinyHouse, clock: Clock, slack: LoopbackSlack
) -> None:
    house.answers |= {"/meeting": FORM, "meeting:new:save": reply("Planned.")}
    await stage.types("Ana", "robotics", "/meeting plan")
    clock.now += 26 * 60
    await stage.fills("Ana", {"Title": "Rockets"})
    assert stage.seen()[-1] == private("Ana", "Planned.")
    assert "chat.postEphemeral" in [received.method for received in slack.received]


async def test_an_answer_that_is_refused_goes_the_next_way(
    stage: SlackStage, house: TinyHouse, slack: LoopbackSlack
) -> None:
    house.answers["/meeting"] = reply("Nothing is planned.")
    slack.faults += [
        Fault("response_url", "refuse"),
        Fault("chat.postEphemeral", "refuse", "user_not_in_channel"),
    ]
    await stage.types("Ben", "robotics", "/meeting")
    assert stage.seen() == [Seen("post", "", "Ben", "Nothing is planned.")]


@pytest.mark.parametrize("kind", ["drop", "fail"])
async def test_an_answer_that_may_have_arrived_is_not_said_twice(
    stage: SlackStage, house: TinyHouse, slack: LoopbackSlack, kind: Literal["drop", "fail"]
) -> None:
    house.answers["/meeting"] = reply("Nothing is planned.")
    slack.faults.append(Fault("response_url", kind))
    await stage.types("Ben", "robotics", "/meeting")
    assert len(stage.seen()) == (1 if kind == "drop" else 0)


async def test_nothing_to_say_is_nothing_to_see(stage: SlackStage, house: TinyHouse) -> None:
    house.answers["/meeting"] = Nothing()
    await stage.types("Ben", "robotics", "/meeting")
    assert stage.seen() == []


@pytest.mark.parametrize("kind", ["drop", "fail"])
async def test_a_form_that_may_have_opened_is_offered_too(
    stage: SlackStage, house: TinyHouse, slack: LoopbackSlack, kind: Literal["drop", "fail"]
) -> None:
    house.answers["/meeting"] = FORM
    slack.faults.append(Fault("views.open", kind))
    await stage.types("Ana", "robotics", "/meeting plan")
    seen = [seen.kind for seen in stage.seen()]
    assert seen == (["form", "private"] if kind == "drop" else ["private"])


async def test_a_file_that_is_refused_takes_nothing_from_the_answer(
    stage: SlackStage, house: TinyHouse, slack: LoopbackSlack
) -> None:
    house.answers["/privacy"] = Reply(note("Here you are."), File("mine.zip", b"PK"))
    slack.faults.append(Fault("files.getUploadURLExternal", "refuse", "storage_limit_reached"))
    await stage.types("Ben", "robotics", "/privacy export")
    assert stage.seen() == [private("Ben", "Here you are.")]


async def test_what_cannot_be_said_in_any_way_breaks_nothing(
    stage: SlackStage, house: TinyHouse, slack: LoopbackSlack
) -> None:
    house.answers["/meeting"] = reply("Nothing is planned.")
    ways = ("response_url", "chat.postEphemeral", "chat.postMessage")
    slack.faults += [Fault(way, "refuse", "is_archived") for way in ways]
    await stage.types("Ben", "robotics", "/meeting")
    assert stage.seen() == []


async def test_where_slack_has_no_time_for_a_moment_the_answer_comes_a_moment_later(
    stage: SlackStage, house: TinyHouse, slack: LoopbackSlack
) -> None:
    house.answers["/meeting"] = reply("Nothing is planned.")
    ways = ("response_url", "chat.postEphemeral", "chat.postMessage")
    slack.faults += [Fault(way, "busy") for way in ways]
    await stage.types("Ben", "robotics", "/meeting")
    assert [seen.text for seen in stage.seen()] == ["Nothing is planned."]


async def test_a_bot_is_not_answered(
    stage: SlackStage, house: TinyHouse, slack: LoopbackSlack
) -> None:
    slack.world.actors["USLACKBOT"] = Actor("Slackbot", "USLACKBOT")
    house.answers["/network"] = reply("Hello.")
    await stage.types("Slackbot", "robotics", "@convenor hello")
    assert (house.calls, stage.seen()) == ([], [])
