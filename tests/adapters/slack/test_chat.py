"""Posts, edits and members; and each failure of Slack's as a fact that the outbox understands."""

import json
from typing import Literal

import pytest

from bot.adapters.slack.app import SlackApp
from bot.adapters.slack.loopback import Fault, LoopbackSlack
from bot.adapters.slack.loopback_stage import SlackStage
from bot.adapters.stage import Seen
from bot.chat import Busy, LockedOut, Person, Place, Profile, Unknown, Unreachable
from tests.adapters.slack.tiny import ANA, Clock, note

ROOM = Place("slack", "T0NETWORK", "C1ROBOTICS")
BEN = Person("slack", "T0NETWORK", "U2BEN")


async def test_a_post_can_be_edited_and_has_a_thread(app: SlackApp, stage: SlackStage) -> None:
    ref = await app.chat.post(ROOM, note("One"), "k1")
    await app.chat.post(Place("slack", "T0NETWORK", "C1ROBOTICS", ref), note("Two"), "k2")
    await app.chat.edit(ROOM, ref, note("Three"))
    assert stage.seen() == [
        Seen("post", "#robotics", "", "One"),
        Seen("post", "#robotics > thread", "", "Two"),
        Seen("edit", "#robotics", "", "Three"),
    ]


async def test_a_person_is_written_to_privately(
    app: SlackApp, stage: SlackStage, slack: LoopbackSlack
) -> None:
    ref = await app.chat.post(BEN, note("One"), "k1")
    await app.chat.edit(BEN, ref, note("Two"))
    await app.chat.post(BEN, note("Three"), "k2")
    assert [(seen.kind, seen.where, seen.who) for seen in stage.seen()] == [
        ("post", "", "Ben"),
        ("edit", "", "Ben"),
        ("post", "", "Ben"),
    ]
    assert [r.method for r in slack.received].count("conversations.open") == 1


async def test_slack_finds_nothing_in_a_text_by_itself(app: SlackApp, slack: LoopbackSlack) -> None:
    ref = await app.chat.post(ROOM, note("<!channel> & co"), "k1")
    await app.chat.edit(ROOM, ref, note("<!channel> & co"))
    for received in slack.received[-2:]:
        assert received.body["text"] == "&lt;!channel&gt; &amp; co"
        assert (received.body["parse"], received.body["link_names"]) == ("none", False)
    assert slack.received[-2].body["unfurl_links"] is False
    assert slack.received[-2].body["unfurl_media"] is False


async def test_who_is_deactivated_gets_nothing_though_slack_would_take_it(
    app: SlackApp, slack: LoopbackSlack
) -> None:
    slack.world.deactivated.add("U2BEN")
    with pytest.raises(Unreachable, match="user_disabled"):
        await app.chat.post(BEN, note("One"), "k1")
    assert not slack.world.posts


async def test_members_are_people_page_by_page(app: SlackApp, slack: LoopbackSlack) -> None:
    slack.world.deactivated.add("U3CLEO")
    slack.world.rooms["C1ROBOTICS"] |= {f"U9STRANGER{i:03}" for i in range(250)}
    slack.world.teams["U2BEN"] = "T0ELSEWHERE"
    members = await app.chat.members(ROOM)
    assert members == (
        (Person("slack", "T0NETWORK", "U1ANA"), Profile("Ana", "en", "Europe/London", admin=True)),
        (BEN, Profile("Ben", "de", "Europe/Vienna", outsider=True)),
    )
    assert [r.method for r in slack.received].count("conversations.members") == 2


async def test_members_go_on_where_slack_asked_for_patience(
    app: SlackApp, slack: LoopbackSlack
) -> None:
    slack.faults.append(Fault("users.info", "busy"))
    with pytest.raises(Busy):
        await app.chat.members(ROOM)
    assert len(await app.chat.members(ROOM)) == 3
    # Four are asked for, the bot among them, and one of them twice.
    assert [r.method for r in slack.received].count("users.info") == 5


@pytest.mark.parametrize(
    ("code", "of_place"),
    [
        ("channel_not_found", True),
        ("is_archived", True),
        ("restricted_action", True),
        ("invalid_blocks_format", False),
        ("metadata_too_large", False),
        ("msg_too_long", False),
        ("no_text", False),
    ],
)
async def test_what_will_never_arrive_is_unreachable(
    app: SlackApp, slack: LoopbackSlack, code: str, *, of_place: bool
) -> None:
    slack.faults.append(Fault("chat.postMessage", "refuse", code))
    with pytest.raises(Unreachable) as caught:
        await app.chat.post(ROOM, note("One"), "k1")
    assert (caught.value.reason, caught.value.of_place) == (code, of_place)


@pytest.mark.parametrize("code", ["account_inactive", "token_revoked", "org_login_required"])
async def test_a_token_that_opens_nothing_is_locked_out(
    app: SlackApp, slack: LoopbackSlack, code: str
) -> None:
    slack.faults.append(Fault("chat.postMessage", "refuse", code))
    with pytest.raises(LockedOut) as caught:
        await app.chat.post(ROOM, note("One"), "k1")
    assert caught.value.reason == code
    assert not app.link_ok()


async def test_a_channel_that_the_bot_is_not_in_is_unreachable(
    app: SlackApp, slack: LoopbackSlack
) -> None:
    slack.world.absent.add("C1ROBOTICS")
    with pytest.raises(Unreachable, match="not_in_channel"):
        await app.chat.post(ROOM, note("One"), "k1")


async def test_too_many_posts_are_busy_until_the_second_is_over(
    app: SlackApp, clock: Clock
) -> None:
    for i in range(4):
        await app.chat.post(ROOM, note("One"), f"k{i}")
    with pytest.raises(Busy) as caught:
        await app.chat.post(ROOM, note("One"), "k5")
    assert caught.value.retry_after == 1
    clock.now += 1
    await app.chat.post(ROOM, note("One"), "k5")


@pytest.mark.parametrize("kind", ["fail", "drop", "hang"])
async def test_a_post_without_an_answer_is_unknown_and_not_sent_again(
    app: SlackApp, slack: LoopbackSlack, kind: Literal["fail", "drop", "hang"]
) -> None:
    slack.faults.append(Fault("chat.postMessage", kind))
    with pytest.raises(Unknown):
        await app.chat.post(ROOM, note("One"), "k1")
    assert [r.method for r in slack.received].count("chat.postMessage") == 1


@pytest.mark.parametrize("code", ["internal_error", "fatal_error"])
async def test_an_error_of_slacks_own_leaves_it_open(
    app: SlackApp, slack: LoopbackSlack, code: str
) -> None:
    slack.faults.append(Fault("chat.postMessage", "refuse", code))
    with pytest.raises(Unknown):
        await app.chat.post(ROOM, note("One"), "k1")


@pytest.mark.parametrize(
    "fault", [Fault("conversations.open", "drop"), Fault("users.info", "fail")]
)
async def test_what_fails_before_the_post_leaves_the_post_to_be_tried_again(
    app: SlackApp, slack: LoopbackSlack, fault: Fault
) -> None:
    slack.faults.append(fault)
    with pytest.raises(Busy):
        await app.chat.post(BEN, note("One"), "k1")
    await app.chat.post(BEN, note("One"), "k1")


async def test_an_edit_without_an_answer_may_be_tried_again(
    app: SlackApp, slack: LoopbackSlack
) -> None:
    ref = await app.chat.post(ROOM, note("One"), "k1")
    slack.faults.append(Fault("chat.update", "drop"))
    with pytest.raises(Busy):
        await app.chat.edit(ROOM, ref, note("Two"))


async def test_everything_sent_can_be_read_by_everyone_it_is_for(
    app: SlackApp, slack: LoopbackSlack
) -> None:
    await app.chat.post(ROOM, note("One"), "k1")
    assert json.dumps(slack.received[-1].body["blocks"])
    assert slack.world.sees(ANA.user, slack.world.posts[0])
    assert not slack.world.sees("U4DEV", slack.world.posts[0])
