"""A profile in small steps: each can be left out, and a person can stop at any time."""

from bot.store import profiles, register
from bot.store.tables import Topic
from tests.plugins.room import ANA, BEN, CLEO, DEV, RoomOfPeople

SUBJECTS = "What do you teach?"
STRENGTHS = "What are you good at?"
WISHES = "What would you like to learn?"


async def topics(room: RoomOfPeople, who: str, **said: str) -> str:
    await room.says(who, "/profile topics")
    fields = {"teach": SUBJECTS, "good": STRENGTHS, "wish": WISHES}
    return await room.fills(who, {fields[key]: value for key, value in said.items()})


async def test_at_first_it_is_empty_and_each_step_has_a_button(room: RoomOfPeople) -> None:
    await room.says(BEN, "/network settings")
    assert (
        await room.presses(BEN, "My profile")
        == """\
# My profile
Fill in what you like, leave out what you like, stop when you like.
What I do: –
[Add: What I do]
Where I work: –
[Add: Where I work]
My subjects: –
I am good at: –
I would like to learn: –
[Add: My topics]
Usually free: –
[Add: Usually free]
How far I go: –
Languages: –
[Add: How far I go]
Nobody else sees this until you say so.
[What others see of me]"""
    )


async def test_each_question_says_who_sees_the_answer_and_what_for(room: RoomOfPeople) -> None:
    assert "Others see it only if you agree." in await room.says(BEN, "/profile work")
    assert (
        await room.says(BEN, "/profile topics")
        == """\
# My topics
In your own words, with commas between. Leave out what you like.
What do you teach?: _
(So that colleagues who need help find you. Others see it only if you agree.)
What are you good at?: _
(So that colleagues who need help find you. Others see it only if you agree.)
What would you like to learn?: _
(To find somebody for it. Only you see it.)
[Keep]"""
    )
    said = await room.says(BEN, "/profile times")
    assert "To find a common hour. Of your free times a buddy reads two that suit you both" in said
    assert "To find somebody within reach. Only you see it." in await room.says(
        BEN, "/profile travel"
    )


async def test_one_step_is_enough_and_the_rest_can_come_later(room: RoomOfPeople) -> None:
    await room.says(BEN, "/profile")
    await room.presses(BEN, "Add: What I do")
    card = await room.fills(
        BEN, {"What do you do?": "I am a technician", "Since which year?": "since 2011"}
    )
    assert "What I do: I am a technician, since 2011\n[Change: What I do]" in card
    await room.says(BEN, "/profile times")
    card = await room.fills(
        BEN, {"At noon": "Wednesday", "Late in the afternoon": "Monday, Friday"}
    )
    assert (
        "Usually free: At noon: Wednesday, Late in the afternoon: Monday and Friday\n"
        "[Change: Usually free]" in card
    )
    await room.says(BEN, "/profile travel")
    card = await room.fills(
        BEN,
        {
            "How far would you go?": "About an hour",
            "Which languages do you speak?": "English, Finnish",
        },
    )
    assert "How far I go: About an hour\nLanguages: English, Finnish" in card
    form = await room.says(BEN, "/profile work")
    assert "(x) I am a technician" in form
    assert "Since which year?: 2011" in form


async def test_what_cannot_be_kept_is_told_at_its_field(room: RoomOfPeople) -> None:
    many = ", ".join(f"topic {n}" for n in range(13))
    assert "at most 12" in await topics(room, BEN, good=many)
    assert "Please put commas between" in await topics(room, BEN, good="so many words " * 8)
    for typed in ("last year", "1066", "2099"):
        await room.says(BEN, "/profile work")
        told = await room.fills(BEN, {"Since which year?": typed})
        assert told == "Since which year?: Please write a year, such as 2015."


async def test_what_is_sure_is_taken_in_any_language(room: RoomOfPeople) -> None:
    card = await topics(
        room, BEN, teach="physics and chemistry", good="Ohjelmointi, travail de groupe", wish="KI"
    )
    assert "My subjects: Physics, Chemistry" in card
    assert "I am good at: Programming, Group work" in card
    assert "I would like to learn: Artificial intelligence" in card


async def test_what_is_likely_is_asked_back(room: RoomOfPeople) -> None:
    asked = await topics(room, BEN, good="groop work, coding")
    assert (
        asked
        == """\
groop work: did you mean Group work? You wrote it under what you are good at.
Nobody else sees this until you say so.
[Group work] [Keep it as it is] [Leave it out]"""
    )
    card = await room.presses(BEN, "Group work")
    assert "Kept: Group work." in card
    assert "I am good at: Programming, Group work" in card
    for who in (ANA, CLEO, DEV):
        assert "Programming" not in await room.says(who, "/profile")


async def test_a_new_word_becomes_the_networks_own_topic_after_a_yes_only(
    room: RoomOfPeople,
) -> None:
    assert "that is a new topic to me" in await topics(room, BEN, teach="lichens, beekeeping")
    await room.presses(BEN, "Keep it as it is")
    card = await room.presses(BEN, "Leave it out")
    assert "My subjects: lichens\n" in card
    # Who shows it makes it known to the network, and not to another one.
    await room.says(BEN, "/network people")
    await room.presses(BEN, "What others see of me")
    await room.presses(BEN, "Show it")
    assert "My subjects: Lichens" not in await topics(room, CLEO, teach="Lichens")
    assert "My subjects: lichens" in await room.says(CLEO, "/profile")
    assert "that is a new topic to me" in await topics(room, DEV, teach="lichens")


async def test_who_stops_in_the_middle_finds_what_is_open_on_the_card(room: RoomOfPeople) -> None:
    await topics(room, BEN, good="robotics, groop work", wish="lichens")
    card = await room.says(BEN, "/profile")
    assert "I am good at: Robotics" in card
    assert "“groop work” is not settled yet.\n[Settle it]" in card
    await topics(room, BEN, good="robotics", teach="chess")
    settled = []
    while "[Leave it out]" in (said := await room.presses(BEN, "Settle it")):
        settled.append(said.partition(":")[0])
        await room.presses(BEN, "Leave it out")
        if "Settle it" not in await room.says(BEN, "/profile"):
            break
    assert settled == ["chess", "groop work", "lichens"]


async def test_what_is_taken_out_of_the_form_is_taken_out_of_the_profile(
    room: RoomOfPeople,
) -> None:
    await topics(room, BEN, teach="physics, biology", good="robotics")
    form = await room.says(BEN, "/profile topics")
    assert "What do you teach?: Physics, Biology" in form
    card = await room.fills(BEN, {SUBJECTS: "Biology"})
    assert "My subjects: Biology\nI am good at: Robotics" in card


async def test_what_another_network_knows_stays_when_a_form_is_sent_here(
    room: RoomOfPeople,
) -> None:
    await topics(room, BEN, teach="physics")
    with room.store.write() as db:
        db.add(Topic(id=70, network_id=2, name="lichens"))
        db.flush()
        profiles.set_interests(db, 2, "subject", ["own-70", "physics"])
    assert "My subjects: Physics\n" in await room.says(BEN, "/profile")
    await topics(room, BEN, teach="biology")
    with room.store.read() as db:
        assert profiles.interests(db, 2, "subject") == ["own-70", "biology"]


async def test_it_is_in_the_copy_of_ones_data_and_goes_when_erased(room: RoomOfPeople) -> None:
    await topics(room, BEN, teach="physics, lichens", wish="robotics")
    await room.presses(BEN, "Keep it as it is")
    await room.says(BEN, "/profile work")
    await room.fills(BEN, {"Since which year?": "2011"})
    with room.store.read() as db:
        held = register.export(db, 2)
    assert {row["topic"] for row in held["interest"]} == {"physics", "robotics", "own-1"}
    assert [row["since"] for row in held["profile"]] == [2011]
    await room.says(BEN, "/privacy erase")
    await room.presses(BEN, "Yes, erase everything")
    with room.store.read() as db:
        assert not any(register.export(db, 2).values())


async def test_a_button_settles_the_word_beside_it_whatever_has_been_typed_since(
    room: RoomOfPeople,
) -> None:
    await topics(room, BEN, good="lichens")
    await topics(room, BEN, teach="chess")  # and that is asked first now
    asked = await room.presses(BEN, "Leave it out", 1)
    assert asked.startswith("Left out.\nchess: that is a new topic to me.")
    await room.presses(BEN, "Leave it out")
    assert "is not settled yet" not in await room.says(BEN, "/profile")


async def test_what_is_shown_says_so_where_it_is_changed(room: RoomOfPeople) -> None:
    await room.says(BEN, "/network people")
    await room.presses(BEN, "What others see of me")
    await room.presses(BEN, "Show it")
    at_once = "You show this to your network: others see it at once."
    assert at_once in await room.says(BEN, "/profile work")
    form = await room.says(BEN, "/profile topics")
    assert form.count(at_once) == 1
    assert form.count("Others see it only if you agree.") == 1
    assert "sees at once that you are there." in await room.says(BEN, "/profile school")
    assert "What you show to your network, others see at once" in await room.says(BEN, "/profile")
    await topics(room, BEN, teach="lichens", wish="to knit with wool")
    assert at_once in await room.says(BEN, "/profile topics")


async def test_every_answer_can_be_taken_back(room: RoomOfPeople) -> None:
    await room.says(BEN, "/profile work")
    await room.fills(BEN, {"What do you do?": "I am a technician"})
    await room.says(BEN, "/profile work")
    card = await room.fills(BEN, {"What do you do?": "I would rather not say"})
    assert "What I do: –" in card
    await room.says(BEN, "/profile travel")
    await room.fills(BEN, {"How far would you go?": "About an hour"})
    await room.says(BEN, "/profile travel")
    card = await room.fills(BEN, {"How far would you go?": "I would rather not say"})
    assert "How far I go: –" in card


async def test_it_says_how_many_words_wait_and_who_sees_them(room: RoomOfPeople) -> None:
    asked = await topics(room, BEN, teach="lichens", wish="to knit with wool")
    assert "Nobody else sees this until you say so. 1 more word waits." in asked
    assert "Only you see it.\n" in await room.presses(BEN, "Keep it as it is")
