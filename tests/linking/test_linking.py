"""One person on two platforms: a code shown on one and typed on the other."""

import re
from datetime import timedelta

import pytest
from sqlmodel import select

from bot.commands.calls import Pressed
from bot.core import joining, linking, links
from bot.store.tables import Identity, LinkCode, Meeting, Member, Membership, Place
from tests.linking.two import ANA, BEN, MIRA, MIRA_THERE, TwoPlatforms, typed
from tests.pages.desk import Browser
from tests.plugins.room import DEV

WRONG = "That is no code of mine, or it is over. Please ask for a new one."


def accounts(two: TwoPlatforms, user: str) -> list[str]:
    """The platforms of the person who has this account."""
    with two.store.read() as db:
        member = db.first(select(Identity.member_id).where(Identity.user == user))
        rows = db.all(select(Identity.platform).where(Identity.member_id == member))
    return sorted(rows)


async def test_a_code_makes_one_person_of_two(two: TwoPlatforms) -> None:
    shown = await two.says(MIRA, "/network link")
    asked = await two.says_there(MIRA_THERE, f"/network link {typed(shown).lower()}")
    done = await two.presses_there(MIRA_THERE, "Yes, both are me")

    assert "It works once, for 15 minutes." in shown
    assert "This makes Cleo on Memory and you here one person." in asked
    assert done.startswith("You are one person now: counted once, and asked once.")
    assert accounts(two, "U3") == ["elsewhere", "memory"]
    with two.store.read() as db:
        members = db.all(select(Member.name))
        memberships = db.all(select(Membership).where(Membership.network_id == 1))
        assert db.all(select(LinkCode)) == []
    assert (sorted(members).count("Cleo"), "Mira" in members) == (1, False)
    assert len(memberships) == 4  # Ana twice, for she has not linked hers, Ben, and Mira


async def test_a_person_is_counted_once_and_the_later_answer_wins(two: TwoPlatforms) -> None:
    await two.plan()
    await two.presses(MIRA, "Yes")
    await two.presses_there(MIRA_THERE, "Maybe")
    await two.links()
    await two.passes(seconds=5)
    one = two.posts()[-1]
    await two.presses(MIRA, "No")
    await two.presses_there(MIRA_THERE, "Yes")
    await two.passes(seconds=5)

    assert "Maybe 1" in one
    assert "Yes 0" in one
    assert "Coming: Cleo" in two.posts()[-1]
    assert "Coming: Cleo" in two.posts_there()[-1]
    assert "No 0" in two.posts()[-1]


@pytest.mark.parametrize("changes", [False, True])
async def test_a_person_is_asked_once_where_they_prefer(two: TwoPlatforms, changes: bool) -> None:
    await two.may_be_written_to(MIRA)
    await two.says_there(MIRA_THERE, "/network settings")
    await two.presses_there(MIRA_THERE, "Yes, write to me")
    await two.plan()
    told = await two.links()
    if changes:
        await two.passes(days=3)  # something is planned for the other inbox by then
        await two.says(MIRA, "/network settings")
        await two.presses(MIRA, "Write to me on Memory")
    await two.passes(days=9)

    counts = len(two.inbox(MIRA)), len(two.inbox_there(MIRA_THERE))
    assert "When I write to you, I do so on Elsewhere." in told
    assert counts == ((1, 0) if changes else (0, 1))


async def test_who_had_agreed_on_one_only_is_written_to_there(two: TwoPlatforms) -> None:
    await two.says_there(MIRA_THERE, "/network join")
    told = await two.links()

    assert "When I write to you, I do so on Memory." in told


async def test_a_code_works_once_for_a_while_and_not_where_it_was_shown(
    two: TwoPlatforms,
) -> None:
    code = typed(await two.says(MIRA, "/network link"))
    assert "Type this code on your other platform" in await two.says(MIRA, f"/network link {code}")
    assert "Type this code on your other" in await two.says(BEN, f"/network link {code}")
    await two.says_there(MIRA_THERE, f"/network link {code}")
    await two.presses_there(MIRA_THERE, "Yes, both are me")
    assert await two.says_there("Zoe", f"/network link {code}") == WRONG

    old = typed(await two.says(BEN, "/network link"))
    new = typed(await two.says(BEN, "/network link"))
    assert await two.says_there("Zoe", f"/network link {old}") == WRONG
    await two.passes(minutes=16)
    assert await two.says_there("Zoe", f"/network link {new}") == WRONG


async def test_wrong_codes_are_limited_for_each_person(two: TwoPlatforms) -> None:
    code = typed(await two.says(MIRA, "/network link"))
    for nth in range(linking.MOST):
        assert await two.says_there("Zoe", f"/network link 2345678{nth + 2}") == WRONG
    too_many = await two.says_there("Zoe", f"/network link {code}")
    assert too_many == "Those were too many wrong codes. Please try again in an hour."
    assert "one person" in await two.says_there(MIRA_THERE, f"/network link {code}")
    await two.passes(minutes=61)
    assert await two.says_there("Zoe", "/network link 23456789") == WRONG


async def test_wrong_codes_are_limited_for_each_code(two: TwoPlatforms) -> None:
    code = typed(await two.says(MIRA, "/network link"))
    others = (BEN, ANA)
    for nth in range(linking.MOST):
        guess = code[:5] + ("2222" if code[5:] != "2222" else "3333")
        said = await two.says(others[nth % 2], f"/network link {guess}")
        assert said == WRONG
    assert await two.says_there(MIRA_THERE, f"/network link {code}") == WRONG


async def test_codes_are_kept_as_digests_with_a_key(two: TwoPlatforms) -> None:
    code = linking.plainly(typed(await two.says(MIRA, "/network link")))
    with two.store.read() as db:
        kept = db.first(select(LinkCode))
    assert kept is not None
    assert code not in str(kept)
    assert kept.digest == linking.digest(code, b"test") != linking.digest(code, b"other")


async def test_who_is_on_one_platform_has_nothing_to_separate(two: TwoPlatforms) -> None:
    assert await two.says(MIRA, "/network unlink") == (
        "For me you are on one platform only, so there is nothing to separate."
    )


async def test_parted_again_the_other_is_a_person_of_its_own(two: TwoPlatforms) -> None:
    await two.plan()
    await two.presses(MIRA, "Yes")
    await two.links()
    told = await two.says(MIRA, "/network settings")
    typed_it = await two.says(MIRA, "/network unlink")
    assert typed_it.startswith("You are also on Elsewhere.")
    assert "[Separate them]" in typed_it
    sure = await two.presses(MIRA, "Separate them")
    done = await two.presses(MIRA, "Yes, separate them")
    await two.presses_there(MIRA_THERE, "No")
    await two.passes(seconds=5)

    assert "You are also on Elsewhere." in told
    assert "All that you have said so far stays with you here." in sure
    assert done == "Done. Here and on Elsewhere you are two people for me again."
    assert accounts(two, "U3") == ["memory"]
    assert "Coming: Cleo" in two.posts()[-1]
    assert "No 1" in two.posts()[-1]


async def test_nobody_parts_what_is_not_theirs(two: TwoPlatforms) -> None:
    await two.links()
    with two.store.read() as db:
        theirs = db.first(select(Identity.id).where(Identity.user == "E3"))
    await two.stage._act(DEV, Pressed(f"network:0:unlink-now:{theirs}"), two.stage.place(""), "")
    assert accounts(two, "U3") == ["elsewhere", "memory"]


@pytest.mark.parametrize("kind", ["person", "channel"])
async def test_a_code_does_nothing_that_it_is_not_for(two: TwoPlatforms, kind: str) -> None:
    if kind == "person":
        code = typed(await two.says(MIRA, "/network link"))
        assert "one of" not in await two.says_there("Zoe", f"/network set-up {code}")
    else:
        await two.settings("The network")
        code = typed(await two.presses(ANA, "A channel on another platform"))
        assert await two.says_there("Zoe", f"/network link {code}") == WRONG


async def test_only_coordinators_open_a_channel_elsewhere(two: TwoPlatforms) -> None:
    assert "A channel on another platform" not in await two.says(BEN, "/network settings")


async def test_who_leaves_one_channel_stays_by_the_other(two: TwoPlatforms) -> None:
    await two.links()
    room = two.world.rooms[0]
    two.world.rooms = (type(room)(room.name, room.channel, (ANA, BEN)), *two.world.rooms[1:])
    await two.passes(hours=13)
    await two.roll.run()
    with two.store.read() as db:
        member = db.first(select(Identity.member_id).where(Identity.user == "U3"))
        row = db.first(select(Membership).where(Membership.member_id == member))
    assert row is not None
    assert row.left_at is None


async def test_somebody_known_by_a_page_is_joined_the_same_way(two: TwoPlatforms) -> None:
    await two.plan()
    kim = Browser(two, page_of(two, "Kim"))
    await kim.opens()
    await kim.presses("Yes")
    await kim.opens()
    await kim.takes()
    await kim.opens()
    shown = await kim.presses("I use Slack or Discord too")
    assert "Type this in your Slack or Discord: /network link" in shown
    code = typed(shown)
    asked = await two.says(BEN, f"/network link {code}")
    told = await two.presses(BEN, "Yes, both are me")
    await two.passes(seconds=5)

    assert "This makes Kim, who has a page of their own, and you here one person." in asked
    assert "Only do this if that page is yours. It then stays yours for good." in asked
    assert told == "You are one person now: counted once, and asked once."
    assert "Yes 1" in two.posts()[-1]
    assert accounts(two, "U2") == ["memory", "web"]
    assert "Your answer: Yes" in await kim.opens()
    assert "I use Slack or Discord too" not in kim.words
    assert "yours for good; it cannot be separated" in await two.says(BEN, "/network unlink")
    with two.store.read() as db:
        member = db.first(select(Identity.member_id).where(Identity.user == "U2"))
        row = db.first(select(Membership).where(Membership.member_id == member))
    assert row is not None
    assert (row.role, row.private) == ("member", True)


def page_of(two: TwoPlatforms, name: str) -> str:
    """A link to the meeting for somebody without an account."""
    with two.store.write() as db:
        meeting = db.first(select(Meeting))
        assert meeting is not None
        member = links.person(db, 1, name, two.clock.now()).id or 0
        until = two.clock.now() + timedelta(days=9)
        return links.make(db, 1, member, f"meeting:{meeting.id}", two.clock.now(), until)


async def test_a_channel_of_another_network_is_not_taken(two: TwoPlatforms) -> None:
    await two.settings("The network")
    code = typed(await two.presses(ANA, "A channel on another platform"))
    told = await two.says(DEV, f"/network set-up {code}")
    with two.store.read() as db:
        homes = db.all(select(Place.network_id).where(Place.channel == "C2"))

    assert "is in this channel already" in told or "Southshire" in told
    assert homes == [2]


async def test_what_is_planned_then_stands_on_both_and_changes_on_both(two: TwoPlatforms) -> None:
    await two.plan()
    await two.presses_there("Zoe", "Yes")
    await two.passes(seconds=5)

    assert two.posts_there()[0].startswith("# Hello from Convenor")
    assert "Coming: Zoe" in two.posts()[-1]
    assert "Coming: Zoe" in two.posts_there()[-1]


async def test_a_code_to_come_in_by_is_one_and_can_be_ended(two: TwoPlatforms) -> None:
    """Both had invited; what is ended on either platform lets nobody in."""
    await two.says(MIRA, "/network join")
    await two.says_there(MIRA_THERE, "/network join")
    invited = await two.says(MIRA, "/network invite")
    there = await two.says_there(MIRA_THERE, "/network invite")
    codes = [re.findall(r"/j/([\w-]{11})", shown)[0] for shown in (invited, there)]
    assert len(set(codes)) == 2
    await two.links()
    with two.store.read() as db:
        assert sum(joining.opened(db, code) is not None for code in codes) == 1
    await two.says(MIRA, "/network invite")
    await two.presses(MIRA, "End this code")

    with two.store.read() as db:
        assert [joining.opened(db, code) for code in codes] == [None, None]
