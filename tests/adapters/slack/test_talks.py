"""A conversation on Slack: a group message, of which the same people have one for ever."""

from typing import Literal

import pytest

from bot.adapters.slack.app import SlackApp
from bot.adapters.slack.loopback import Fault, LoopbackSlack
from bot.adapters.slack.loopback_stage import SlackStage
from bot.chat import Busy, Talk, Unreachable
from tests.adapters.slack.tiny import note

TALK = Talk("slack", "T0NETWORK", ("U1ANA", "U2BEN"), "C1ROBOTICS", "Ana, Ben · 7")


async def test_it_is_a_group_message(
    app: SlackApp, stage: SlackStage, slack: LoopbackSlack
) -> None:
    place = await app.chat.open_talk(TALK)
    ref = await app.chat.post(place, note("One"), "k1")
    await app.chat.edit(place, ref, note("Two"))

    assert slack.world.groups == {frozenset(TALK.users): place.channel}
    assert [(seen.kind, seen.where) for seen in stage.seen()] == [
        ("post", "#Ana+Ben"),
        ("edit", "#Ana+Ben"),
    ]


@pytest.mark.parametrize("kind", ["busy", "fail", "drop", "away"])
async def test_what_went_wrong_is_done_again_and_makes_no_second_one(
    app: SlackApp, slack: LoopbackSlack, kind: Literal["busy", "fail", "drop", "away"]
) -> None:
    slack.faults.append(Fault("conversations.open", kind))
    with pytest.raises(Busy):
        await app.chat.open_talk(TALK)
    await app.chat.open_talk(TALK)

    assert len(slack.world.groups) == 1


async def test_with_who_is_deactivated_there_is_none(app: SlackApp, slack: LoopbackSlack) -> None:
    slack.world.deactivated.add("U2BEN")
    with pytest.raises(Unreachable, match="user_disabled"):
        await app.chat.open_talk(TALK)
    assert slack.world.groups == {}


async def test_with_a_program_there_is_none(app: SlackApp, slack: LoopbackSlack) -> None:
    slack.world.bots.add("U2BEN")
    with pytest.raises(Unreachable, match="cannot_dm_bot"):
        await app.chat.open_talk(TALK)
    assert slack.world.groups == {}


async def test_more_than_eight_are_too_many_for_slack(app: SlackApp) -> None:
    many = Talk("slack", "T0NETWORK", ("U1ANA",) * 9, "C1ROBOTICS", "Nine")
    with pytest.raises(Unreachable, match="too_many_users"):
        await app.chat.open_talk(many)


async def test_without_the_right_it_is_unreachable_and_all_else_goes_on(
    app: SlackApp, slack: LoopbackSlack
) -> None:
    slack.faults.append(Fault("conversations.open", "refuse", "missing_scope"))
    with pytest.raises(Unreachable, match="missing_scope"):
        await app.chat.open_talk(TALK)
