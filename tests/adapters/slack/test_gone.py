"""Renamed, deactivated, back, a bot, another organisation's: each by their number, and who has gone
gets nothing (R15).
"""

import pytest

from bot.adapters.slack.app import SlackApp
from bot.adapters.slack.loopback import Fault, LoopbackSlack
from bot.adapters.slack.loopback_stage import SlackStage
from bot.adapters.stage import Actor
from bot.chat import Busy, Gone, Person, Place
from bot.commands.calls import Came, Changed, Typed
from tests.adapters.slack.tiny import TinyHouse, note

BEN = Person("slack", "T0NETWORK", "U2BEN")
ROOM = Place("slack", "T0NETWORK", "C1ROBOTICS")
THERE = ("T0NETWORK",)


def asked(slack: LoopbackSlack) -> int:
    return [one.method for one in slack.received].count("users.info")


def sent(slack: LoopbackSlack) -> int:
    return [one.method for one in slack.received].count("chat.postMessage")


async def test_a_new_name_is_told_under_the_same_number(
    stage: SlackStage, house: TinyHouse
) -> None:
    await stage.types("Ben", "robotics", "/meeting")
    await stage.renames("Ben", "Benedict")
    before, after = house.calls

    assert (before.who, before.profile.name) == (BEN, "Ben")
    assert (after.who, after.profile.name, after.said) == (BEN, "Benedict", Changed())
    assert after.place.channel == ""


async def test_what_is_no_news_is_not_told_nor_asked_for_again(
    slack: LoopbackSlack, stage: SlackStage, house: TinyHouse
) -> None:
    await stage.types("Ben", "robotics", "/meeting")
    for _ in range(3):  # his status, his picture
        await stage.renames("Ben", "Ben")

    assert [call.said for call in house.calls] == [Typed("meeting")]
    assert asked(slack) == 1


async def test_who_is_deactivated_is_told_and_gets_nothing(
    app: SlackApp, slack: LoopbackSlack, stage: SlackStage, house: TinyHouse
) -> None:
    assert await app.chat.is_here(BEN, THERE)
    await app.chat.post(BEN, note("One"), "k1")
    await stage.deactivates("Ben")
    here = await app.chat.is_here(BEN, THERE)
    for key in ("k2", "k3"):
        with pytest.raises(Gone):
            await app.chat.post(BEN, note("Two"), key)

    assert here is False
    assert house.calls[-1].said == Changed(gone=True)
    assert house.calls[-1].who == BEN
    assert sent(slack) == 1


async def test_who_is_let_in_again_is_told_and_written_to(
    app: SlackApp, slack: LoopbackSlack, stage: SlackStage, house: TinyHouse
) -> None:
    await stage.deactivates("Ben")
    await stage.deactivates("Ben", back=True)
    await stage.leaves("Ben", "robotics")
    await stage.joins("Ben", "robotics")
    await app.chat.post(BEN, note("One"), "k1")

    assert [call.said for call in house.calls][:2] == [Changed(gone=True), Changed()]
    assert house.calls[-1].said == Came()
    assert {call.who for call in house.calls} == {BEN}
    assert sent(slack) == 1


async def test_a_bot_is_told_of_by_nothing_that_it_does(
    app: SlackApp, slack: LoopbackSlack, stage: SlackStage, house: TinyHouse
) -> None:
    slack.world.bots.add("U2BEN")
    await stage.joins("Ben", "robotics")
    await stage.renames("Ben", "Robot")
    await stage.types("Robot", "robotics", "/meeting")

    assert house.calls == []
    assert await app.chat.is_here(BEN, THERE) is False
    assert BEN not in [who for who, _ in await app.chat.members(ROOM)]


async def test_who_cannot_be_told_from_a_bot_is_not_certain(
    slack: LoopbackSlack, stage: SlackStage, house: TinyHouse
) -> None:
    slack.faults.append(Fault("users.info", "fail"))
    await stage.joins("Ben", "robotics")

    assert not house.calls[-1].profile.certain


async def test_a_guest_and_another_organisations_person_keep_their_number(
    app: SlackApp, slack: LoopbackSlack, stage: SlackStage, house: TinyHouse
) -> None:
    slack.world.teams["U2BEN"] = "T0ELSEWHERE"
    await stage.joins("Ben", "robotics")
    await stage.renames("Ben", "Benedict")

    assert {call.who for call in house.calls} == {BEN}
    assert all(call.profile.outsider for call in house.calls)
    assert await app.chat.is_here(BEN, THERE)


async def test_slack_asks_for_patience_before_it_tells_of_anybody(
    app: SlackApp, slack: LoopbackSlack
) -> None:
    slack.faults.append(Fault("users.info", "busy"))
    with pytest.raises(Busy):
        await app.chat.is_here(BEN, THERE)
    assert await app.chat.is_here(BEN, THERE)


async def test_of_strangers_slack_tells_nothing(app: SlackApp, slack: LoopbackSlack) -> None:
    slack.world.actors["U9"] = Actor("Eve", "U9")
    slack.faults.append(Fault("users.info", "refuse", "user_not_visible"))

    assert await app.chat.is_here(Person("slack", "T0NETWORK", "U9"), THERE) is None


async def test_a_new_name_comes_through_though_slack_does_not_answer(
    slack: LoopbackSlack, stage: SlackStage, house: TinyHouse
) -> None:
    slack.faults.append(Fault("users.info", "fail"))
    await stage.renames("Ben", "Benedict")

    assert (house.calls[-1].profile.name, house.calls[-1].profile.certain) == ("Benedict", True)
