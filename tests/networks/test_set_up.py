"""A network is set up in its channel; people join and leave."""

from datetime import timedelta

from bot.chat import Person, Place
from bot.commands.calls import Call, Came, Went
from bot.core import networks
from tests.plugins.room import ANA, BEN, CLEO, DEV, START, RoomOfPeople


async def test_an_administrator_is_offered_to_begin(bare_room: RoomOfPeople) -> None:
    assert await bare_room.says(ANA, "/network") == (
        "There is no network in this channel yet. Shall we begin one?\n[Set up a network]"
    )


async def test_others_need_the_code(bare_room: RoomOfPeople) -> None:
    with bare_room.store.write() as db:
        networks.keep_code(db, "ABC123", START)

    assert "/network set-up CODE" in await bare_room.says(BEN, "/network set-up")
    assert "no code of mine" in await bare_room.says(BEN, "/network set-up WRONG")
    assert "[Begin]" in await bare_room.says(BEN, "/network set-up abc123")
    await bare_room.fills(BEN, {"What is your network called?": "Northshire"})
    assert "Coordinators: Ben" in await bare_room.says(BEN, "/network")


async def test_the_code_works_once(bare_room: RoomOfPeople) -> None:
    with bare_room.store.write() as db:
        networks.keep_code(db, "ABC123", START)
    await bare_room.says(BEN, "/network set-up abc123")
    await bare_room.fills(BEN)

    with bare_room.store.read() as db:
        assert not networks.code_is_good(db, "ABC123", START)


async def test_an_old_code_is_no_good(bare_room: RoomOfPeople) -> None:
    with bare_room.store.write() as db:
        networks.keep_code(db, "ABC123", START - timedelta(days=8))

    assert "no code of mine" in await bare_room.says(BEN, "/network set-up abc123")


async def test_mistakes_in_the_first_form(bare_room: RoomOfPeople) -> None:
    await bare_room.says(ANA, "/network set-up")
    told = await bare_room.fills(
        ANA,
        {"What is your network called?": "x" * 61, "Which city's clocks do you live by?": "Lodnon"},
    )

    assert told.splitlines() == [
        "What is your network called?: A name of 1 to 60 characters, please.",
        "Which city's clocks do you live by?: I do not know that city. Did you mean London?",
    ]


async def test_nothing_is_posted_before_consent(bare_room: RoomOfPeople) -> None:
    await bare_room.begin()
    await bare_room.presses(ANA, "Not now")
    await bare_room.presses(ANA, "Skip")
    await bare_room.presses(ANA, "No, thank you")
    await bare_room.passes(days=1)

    assert bare_room.posts() == []


async def test_the_introduction_can_be_undone_or_sent_at_once(room: RoomOfPeople) -> None:
    await room.presses(ANA, "Introduce yourself")
    await room.presses(ANA, "Undo")
    assert await room.passes(minutes=1) == []

    await room.presses(ANA, "Introduce yourself")
    assert (await room.presses(ANA, "Send now")).splitlines()[0] == "Sent."
    assert room.posts()[-1].splitlines()[0] == "# Hello from Convenor"


async def test_set_up_again_shows_where_it_stands(room: RoomOfPeople) -> None:
    told = await room.says(ANA, "/network set-up")

    assert told.splitlines()[2] == (
        "1. Shall I introduce myself in the channel? This tells 3 people in #northshire."
    )


async def test_a_deputy_can_plan(room: RoomOfPeople) -> None:
    told = await room.names(CLEO)

    assert told.splitlines()[0] == (
        "I ask Cleo. Nothing changes until they say yes. I may not write to you, so they are asked"
        " to tell you."
    )
    assert "Only a coordinator" in await room.says(CLEO, "/meeting plan")
    await room.says(CLEO, "/network")
    await room.presses(CLEO, "That is fine")
    assert "[Plan]" in await room.says(CLEO, "/meeting plan")


async def test_who_may_be_written_to_is_told_how_it_was_answered(room: RoomOfPeople) -> None:
    await room.may_be_written_to(ANA)
    assert "until they say yes, and I tell you then." in await room.names(CLEO)
    await room.says(CLEO, "/network")
    assert "please tell them yourself" not in await room.presses(CLEO, "That is fine")
    await room.passes(hours=6)
    assert "Cleo has said yes" in "".join(room.inbox(ANA))


async def test_only_in_the_set_up_does_it_go_on_behind_the_deputy(room: RoomOfPeople) -> None:
    assert "May I write to you" not in await room.names(CLEO)

    await room.says(ANA, "/network set-up")
    await room.presses(ANA, "Not now")
    await room.presses(ANA, "Name a deputy")
    assert "Please pick a person." in await room.fills(ANA)
    await room.presses(ANA, "Name a deputy")
    told = await room.fills(ANA, {"Who may plan as well?": BEN})
    assert told.startswith("I ask Ben.")
    assert "3. May I write to you privately" in told
    await room.presses(ANA, "No, thank you")
    await room.says(ANA, "/network set-up")
    await room.presses(ANA, "Not now")
    await room.presses(ANA, "Name a deputy")
    assert "4. Plan your first meeting now" in await room.fills(ANA, {"Who may plan as well?": BEN})


async def test_a_deputy_has_to_be_picked(room: RoomOfPeople) -> None:
    await room.says(ANA, "/network deputy")

    assert await room.fills(ANA) == "Who may plan as well?: Please pick a person."


async def test_the_only_coordinator_cannot_leave(room: RoomOfPeople) -> None:
    assert await room.says(ANA, "/network leave") == (
        "You are the only coordinator here. Please name a deputy first.\n[Name a deputy]"
    )


async def test_who_left_is_not_listed_again(room: RoomOfPeople) -> None:
    await room.leaves(BEN)
    await room.passes(days=2)
    await room.roll.run()

    assert "This tells 2 people" in await room.says(ANA, "/network set-up")


async def test_dev_cannot_begin_in_a_channel_that_has_a_network(room: RoomOfPeople) -> None:
    before = await room.says(DEV, "/network set-up")

    assert before.splitlines()[0] == "# Southshire teachers is ready"


async def test_help_lists_what_the_person_can_do(room: RoomOfPeople) -> None:
    ana, ben = await room.says(ANA, "/network help"), await room.says(BEN, "/network help")

    assert "/meeting plan | move | call-off" in ana
    assert "plan |" not in ben


async def test_a_near_miss_is_suggested(room: RoomOfPeople) -> None:
    told = await room.says(ANA, "/meeting plam")

    assert told == "I do not know “plam” after /meeting. Did you mean “plan”?\n[plan] [Help]"
    assert "[Plan]" in await room.presses(ANA, "plan")


async def test_network_is_a_prefix_for_all(room: RoomOfPeople) -> None:
    assert "[Plan]" in await room.says(ANA, "/network meeting plan")


def _comes(room: RoomOfPeople, who: str, said: Came | Went, ident: str) -> None:
    actor = room.world.actor(who)
    room.house.act(
        Call(
            id=ident,
            order=0,
            who=Person("memory", "northshire", actor.user),
            profile=room.world.profile(actor),
            place=Place("memory", "northshire", "C1"),
            said=said,
            abilities=room.stage.abilities,
        )
    )


async def test_who_comes_into_the_channel_is_told_once(room: RoomOfPeople) -> None:
    await room.says(ANA, "/network set-up")
    await room.presses(ANA, "Introduce yourself")
    await room.presses(ANA, "Send now")
    for ident in ("first", "second"):
        _comes(room, DEV, Came(), ident)
        await room.passes(seconds=5)

    assert [text.splitlines()[0] for text in room.inbox(DEV)] == ["# Hello from Convenor"]
    assert "This tells 4 people" in await room.says(ANA, "/network set-up")


async def test_who_goes_and_comes_back_is_on_the_list_again(room: RoomOfPeople) -> None:
    _comes(room, BEN, Went(), "goes")
    assert "This tells 2 people" in await room.says(ANA, "/network set-up")

    _comes(room, BEN, Came(), "comes")
    assert "This tells 3 people" in await room.says(ANA, "/network set-up")


async def test_the_only_coordinator_stays_one_when_leaving_the_channel(room: RoomOfPeople) -> None:
    _comes(room, ANA, Went(), "goes")

    assert "[Plan]" in await room.says(ANA, "/meeting plan")


async def test_who_asked_to_be_left_out_before_any_roll_call_is_not_listed(
    bare_room: RoomOfPeople,
) -> None:
    await bare_room.stage.types(ANA, "northshire", "/network set-up")
    await bare_room.stage.fills(ANA, {})
    await bare_room.stage.types(BEN, "northshire", "/network leave")
    await bare_room.stage.presses(BEN, "Yes, leave")
    await bare_room.roll.run()

    assert "This tells 2 people" in await bare_room.says(ANA, "/network set-up")


async def test_another_organisations_person_answers_as_a_guest(room: RoomOfPeople) -> None:
    await room.plan()
    room.world.outsiders.add(CLEO)
    await room.leaves(CLEO)
    await room.presses(CLEO, "Yes")
    await room.passes(seconds=3)

    assert "Coming: Cleo" in room.posts()[-1]
    assert "[Join]" not in await room.says(CLEO, "/network")
    assert "off the list" in await room.leaves(CLEO)
