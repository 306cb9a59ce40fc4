"""What people do arrives as a Call, and they see what the house answers."""

from dataclasses import replace

import pytest

from bot.adapters.slack.app import SlackApp
from bot.adapters.slack.loopback import Fault, LoopbackSlack
from bot.adapters.slack.loopback_payloads import change
from bot.adapters.slack.loopback_stage import SlackStage
from bot.adapters.stage import NoSuchThing, Seen
from bot.chat import Person, Place, Profile
from bot.commands.calls import Call, Came, Errors, Pressed, Reply, Said, Sent, Typed, Went
from bot.ui import (
    Button,
    Choices,
    Controls,
    Day,
    Form,
    Line,
    Message,
    Option,
    Para,
    PersonPick,
    Time,
    words,
)
from tests.adapters.slack.tiny import BEN, Clock, TinyHouse, note, reply

FORM = Form(
    "meeting:new:save",
    "Plan a meeting",
    "Plan",
    (
        Line(key="title", label="What is it about?"),
        Day(key="day", label="Day", required=False),
        Time(key="time", label="Time", required=False),
        PersonPick(key="host", label="Host", required=False),
        Choices(
            key="for",
            label="For",
            options=(Option("p", "Primary"), Option("s", "Secondary, all")),
            required=False,
        ),
    ),
)
ASK = Message("", (Para(words("Are you coming?")), Controls((Button("Yes", "rsvp:1:yes"),))))
IN_ROOM = Place("slack", "T0NETWORK", "C1ROBOTICS")


def private(who: str, text: str) -> Seen:
    return Seen("private", "#robotics", who, text)


async def test_a_command_comes_with_who_where_and_what_was_typed(
    stage: SlackStage, house: TinyHouse, clock: Clock
) -> None:
    await stage.types("Ben", "robotics", "/meeting plan Q&A <with> all")

    [call] = house.calls
    assert call.said == Typed("meeting", "plan Q&A <with> all")
    assert call.who == Person("slack", "T0NETWORK", "U2BEN")
    assert call.profile == Profile("Ben", "de", "Europe/Vienna")
    assert (call.place, call.room) == (IN_ROOM, "robotics")
    assert call.order == int(clock.now * 1_000_000) * 1000


async def test_a_reply_is_seen_by_the_person_alone(stage: SlackStage, house: TinyHouse) -> None:
    house.answers["/meeting"] = reply("Nothing is planned.")
    await stage.types("Ana", "robotics", "/meeting")
    assert stage.seen() == [private("Ana", "Nothing is planned.")]


async def test_a_form_is_opened_filled_in_and_answered(stage: SlackStage, house: TinyHouse) -> None:
    house.answers |= {"/meeting": FORM, "meeting:new:save": reply("Planned.")}
    await stage.types("Ana", "robotics", "/meeting plan")
    given = {"What is it about?": "  Rockets\x00 ", "Day": "2026-12-03", "Time": "16:00"}
    await stage.fills("Ana", given | {"Host": "Ben", "For": "Secondary, all"})

    form = (
        "# Plan a meeting\nWhat is it about?: _\nDay: _\nTime: _\nHost: _\n"
        "For:\n[ ] Primary\n[ ] Secondary, all\n[Plan]"
    )
    assert stage.seen() == [Seen("form", "", "Ana", form), private("Ana", "Planned.")]
    assert house.calls[1].said == Sent(
        "meeting:new:save",
        {
            "title": ("Rockets",),
            "day": ("2026-12-03",),
            "time": ("16:00",),
            "host": ("U2BEN",),
            "for": ("s",),
        },
        {"U2BEN": Profile("Ben", "de", "Europe/Vienna")},
    )
    assert (house.calls[1].place, house.calls[1].room) == (IN_ROOM, "robotics")


async def test_mistakes_stand_at_the_field_and_what_was_typed_stays(
    stage: SlackStage, house: TinyHouse
) -> None:
    def save(call: Call) -> Errors | Reply:
        assert isinstance(call.said, Sent)
        early = call.said.values["day"] < ("2027-01-01",)
        return Errors({"day": "That day is over."}) if early else reply("Planned.")

    house.answers |= {"/meeting": FORM, "meeting:new:save": save}
    await stage.types("Ana", "robotics", "/meeting plan")
    await stage.fills("Ana", {"What is it about?": "Rockets", "Day": "2026-12-03"})
    await stage.fills("Ana", {"Day": "2027-12-03"})

    assert stage.seen()[1:] == [
        Seen("errors", "", "Ana", "Day: That day is over."),
        private("Ana", "Planned."),
    ]
    assert house.calls[-1].said.values["title"] == ("Rockets",)  # type: ignore[union-attr]


async def test_a_mistake_without_a_field_stands_at_the_first(
    stage: SlackStage, house: TinyHouse
) -> None:
    house.answers |= {
        "/meeting": FORM,
        "meeting:new:save": Errors({"": "Try again.", "title": "Longer."}),
    }
    await stage.types("Ana", "robotics", "/meeting plan")
    await stage.fills("Ana", {"What is it about?": "R"})
    assert stage.seen()[-1].text == "What is it about?: Try again. Longer."


async def test_a_form_may_be_answered_by_a_form(stage: SlackStage, house: TinyHouse) -> None:
    second = Form("meeting:1:room", "Where?", "Save", (Line(key="room", label="Room"),))
    house.answers |= {
        "/meeting": FORM,
        "meeting:new:save": second,
        "meeting:1:room": reply("Saved."),
    }
    await stage.types("Ana", "robotics", "/meeting plan")
    await stage.fills("Ana", {"What is it about?": "Rockets"})
    await stage.fills("Ana", {"Room": "12"})
    assert [seen.text for seen in stage.seen()[1:]] == ["# Where?\nRoom: _\n[Save]", "Saved."]


async def test_slacks_client_keeps_back_what_is_not_complete(
    stage: SlackStage, house: TinyHouse
) -> None:
    house.answers["/meeting"] = FORM
    await stage.types("Ana", "robotics", "/meeting plan")
    for wrong in ({}, {"What is it about?": "x" * 151}, {"Day": "soon"}, {"Nothing": ""}):
        with pytest.raises(NoSuchThing):
            await stage.fills("Ana", wrong)
    assert len(house.calls) == 1


async def test_a_button_on_a_post_is_answered_privately_and_the_post_stays(
    app: SlackApp, stage: SlackStage, house: TinyHouse, slack: LoopbackSlack
) -> None:
    house.answers["rsvp:1:yes"] = reply("See you there.")
    await app.chat.post(IN_ROOM, ASK, "k1")
    await stage.presses("Ben", "Yes")

    post = Seen("post", "#robotics", "", "Are you coming?\n[Yes]")
    assert stage.seen() == [post, private("Ben", "See you there.")]
    assert house.calls[0].said == Pressed("rsvp:1:yes")
    assert (house.calls[0].place, house.calls[0].room) == (IN_ROOM, "robotics")
    # The post of the answer came after.
    assert house.calls[0].order == (slack.world._last - 1) * 1000


async def test_a_button_on_a_private_answer_is_answered_in_its_place(
    stage: SlackStage, house: TinyHouse
) -> None:
    house.answers |= {"/meeting": Reply(ASK), "rsvp:1:yes": reply("See you there.")}
    await stage.types("Ben", "robotics", "/meeting")
    await stage.presses("Ben", "Yes")
    assert [seen.text for seen in stage.seen()] == ["Are you coming?\n[Yes]", "See you there."]
    with pytest.raises(NoSuchThing):
        await stage.presses("Ben", "Yes")


async def test_a_button_in_a_thread_is_answered_there(
    app: SlackApp, stage: SlackStage, house: TinyHouse
) -> None:
    house.answers["rsvp:1:yes"] = reply("See you there.")
    ref = await app.chat.post(IN_ROOM, note("The meeting"), "k1")
    await app.chat.post(Place("slack", "T0NETWORK", "C1ROBOTICS", ref), ASK, "k2")
    await stage.presses("Ben", "Yes")
    assert stage.seen()[-1] == Seen("private", "#robotics > thread", "Ben", "See you there.")


async def test_a_button_on_a_direct_message_leaves_it_as_it_is(
    app: SlackApp, stage: SlackStage, house: TinyHouse
) -> None:
    house.answers["rsvp:1:yes"] = reply("See you there.")
    await app.chat.post(Person("slack", "T0NETWORK", "U2BEN"), ASK, "k1")
    await stage.presses("Ben", "Yes")
    assert stage.seen() == [
        Seen("post", "", "Ben", "Are you coming?\n[Yes]"),
        Seen("private", "", "Ben", "See you there."),
    ]


async def test_nobody_presses_what_they_cannot_see(app: SlackApp, stage: SlackStage) -> None:
    await app.chat.post(IN_ROOM, ASK, "k1")
    with pytest.raises(NoSuchThing):
        await stage.presses("Dev", "Yes")


async def test_words_to_the_bot_are_answered_to_who_said_them(
    stage: SlackStage, house: TinyHouse
) -> None:
    house.answers["Said"] = reply("Hello.")
    await stage.types("Ben", "robotics", "@convenor when is the next one? <3 & more")
    assert house.calls[0].said == Said("when is the next one? <3 & more")
    assert stage.seen() == [private("Ben", "Hello.")]


async def test_who_comes_into_the_channel_is_welcomed_there(
    stage: SlackStage, house: TinyHouse
) -> None:
    house.answers["Came"] = reply("Welcome!")
    await stage.joins("Dev", "robotics")
    await stage.leaves("Dev", "robotics")
    assert [call.said for call in house.calls] == [Came(), Went()]
    assert house.calls[0].profile.name == "Dev"
    assert stage.seen() == [private("Dev", "Welcome!")]


async def test_a_profile_is_asked_for_once_a_day_or_when_it_changed(
    stage: SlackStage, slack: LoopbackSlack, clock: Clock, app: SlackApp
) -> None:
    async def asked() -> int:
        await stage.types("Ben", "robotics", "/meeting")
        return len([r for r in slack.received if r.method == "users.info"])

    assert [await asked(), await asked()] == [1, 1]
    slack.world.actors[BEN.user] = replace(BEN, zone="Europe/Rome")
    await slack.deliver("events_api", change(slack.world, BEN))
    await app.idle()
    assert await asked() == 2
    clock.now += 24 * 3600 + 1
    assert await asked() == 3


async def test_without_a_profile_the_payloads_name_does(
    stage: SlackStage, slack: LoopbackSlack, house: TinyHouse
) -> None:
    slack.faults.append(Fault("users.info", "hang"))
    await stage.types("Ben", "robotics", "/meeting")
    assert house.calls[0].profile == Profile("ben", certain=False)


async def test_an_outsider_is_none_of_our_admins(
    stage: SlackStage, slack: LoopbackSlack, house: TinyHouse, app: SlackApp
) -> None:
    slack.world.teams["U1ANA"] = "T0ELSEWHERE"
    await app.chat.post(IN_ROOM, ASK, "k1")
    await stage.presses("Ana", "Yes")
    assert house.calls[0].profile == Profile(
        "Ana", "en", "Europe/London", admin=False, outsider=True
    )
    assert house.calls[0].who.workspace == "T0NETWORK"


async def test_later_acts_have_a_higher_order(
    app: SlackApp, stage: SlackStage, house: TinyHouse
) -> None:
    await app.chat.post(IN_ROOM, ASK, "k1")
    await stage.presses("Ben", "Yes")
    await stage.types("Ben", "robotics", "/rsvp no")
    await stage.presses("Ben", "Yes")
    orders = [call.order for call in house.calls]
    assert orders == sorted(set(orders))
