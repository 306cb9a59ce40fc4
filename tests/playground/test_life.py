"""What there is to do in the playground beside commands and buttons: talk, a home, a half typed
line, keys that are refused, and a trial that is saved and played again.
"""

from __future__ import annotations

import asyncio
import re
from datetime import timedelta

import pytest

from bot.playground.game import Game, Gone
from bot.playground.sights import HOME, INBOX
from bot.ui import message_text
from tests.playground.browser import Browser, in_days, screens

TOKENS = ("xoxb-1-abc", "it is xapp-1-A", f"MTIz{'a' * 20}.Gabcde.{'x' * 38}")


async def test_the_network_has_lived_before(game: Game, browser: Browser) -> None:
    text = browser.page.text
    assert text.index("First steps with micro:bits") < text.index("Thank you, Hugo!")
    assert text.index("Thank you, Hugo!") < text.index("Robotics twilight")
    ben = game.sights.actor("ben")
    assert ben
    told = [message_text(item.message) for item in game.sights.items(ben, INBOX)]
    assert any("See you today!" in text for text in told)
    assert "Were you there?" in told[-1]


async def test_people_talk_and_the_bot_listens_only_to_what_is_said_to_it(
    game: Game, browser: Browser
) -> None:
    page = await browser.presses("Send", text="Shall I bring <b>cake</b>?")
    assert "Ana Silva 10:00 Shall I bring <b>cake</b>?" in page.text
    assert "<b>cake" not in browser.answer.text
    await browser.goes(f"/as/ana/{INBOX}")
    page = await browser.presses("Send", text="Are you there?")
    assert "Nothing changes until you press a button." in page.text
    assert screens(game)[-2][2:] == ("Ana Silva", "Shall I bring <b>cake</b>?")


async def test_the_bot_answers_who_calls_it(browser: Browser) -> None:
    page = await browser.presses("Send", text="@Convenor meeting")
    assert "Coming meetings" in page.text
    page = await browser.presses("Send", text="@convenor I can't come to robotics")
    assert "You may mean Robotics twilight" in page.text


async def test_what_is_too_long_to_say_is_kept(browser: Browser) -> None:
    long = "x" * 2001
    page = await browser.presses("Send", text=long)
    assert "That is 2001 characters; there is room for 2000." in page.text
    assert long in browser.answer.text


async def test_home_is_a_place_and_its_buttons_work(game: Game, browser: Browser) -> None:
    page = await browser.goes(f"/as/ben/{HOME}")
    assert "You have not answered yet." in page.text
    page = await browser.presses("Answer")
    assert browser.answer.url.path == f"/as/ben/{INBOX}"
    page = await browser.presses("Maybe")
    assert "Saved: Maybe" in page.text
    page = await browser.goes(f"/as/ben/{HOME}")
    assert "Your answer: Maybe" in page.text
    await browser.goes(f"/as/ana/{HOME}")
    page = await browser.presses("Plan a meeting")
    assert "What is it called?" in page.text
    answer = await browser._client.post(
        f"/as/ben/{HOME}/press", data={"ref": HOME, "action": "meeting:0:plan"}
    )
    assert answer.status_code == 303
    ben = game.sights.actor("ben")
    assert ben
    assert game.life.telling.last(ben).words.startswith("That is gone")


async def test_the_tour_leads_through_the_whole_way_of_a_meeting(
    game: Game, browser: Browser
) -> None:
    steps = []

    async def step(label: str, **values: str) -> None:
        page = await browser.presses(label, **values)
        steps.append(page.text.partition("A tour: step ")[2][:1])

    async def go_there() -> None:
        labels = [label for form in browser.page.forms for label in form.buttons]
        await step(next(label for label in labels if label.startswith("Go there")))

    await step("Send", text="/meeting plan")
    await step("Plan", title="Bridges", day="2001-01-01", time="16:00")
    await step("Plan", day=in_days(game, 3))
    await step("To what comes next")
    await browser.is_now("ben")
    await step("Yes")
    await browser.is_now("ana")
    await step("Agenda")
    await step("Add an item")
    await step("Add", what="Bridges of paper", kind="hands-on")
    await go_there()
    await browser.is_now("ben")
    await step("I am here")
    await go_there()
    await step("Looking back")
    await step("Send", worth="mostly")
    await go_there()
    await browser.goes(f"/as/ben/{INBOX}")
    await step("Tell")
    await step("Send", practice="agree")
    await step("End the tour")
    assert "".join(steps) == "1123444556667778"


async def test_a_long_room_is_shown_in_pages(browser: Browser) -> None:
    for number in range(85):
        await browser._client.post("/as/ana/northshire/write", data={"text": f"Word {number}."})
    page = await browser.goes("/as/ana/northshire")
    assert "Word 84." in page.text
    assert "Word 44." not in page.text
    page = await browser.goes(next(a for a in page.links.values() if "until" in a))
    assert "Word 44." in page.text
    assert "Word 84." not in page.text
    assert "40 later messages" in page.links
    page = await browser.goes(next(a for a in page.links.values() if "until" in a))
    assert "Word 4." in page.text
    page = await browser.goes("/as/ana/northshire?until=nonsense")
    assert "Word 84." in page.text


HALF_TYPED = [
    (
        "ana",
        "/",
        [
            *("/network", "/meeting", "/rsvp", "/agenda", "/here", "/reflect", "/notes"),
            *("/impact", "/buddy", "/request", "/offer", "/kit", "/profile", "/privacy"),
        ],
    ),
    ("ana", "/me", ["/meeting"]),
    ("ana", "/meeting pla", ["/meeting plan", "/meeting places"]),
    ("ben", "/meeting pla", []),
    ("ben", "/meeting robo", ["/meeting Robotics twilight"]),
    ("ana", "/nothing x", []),
    ("ana", "hello", []),
    ("ana", '/meeting "><script>', []),
    ("nobody", "/", []),
]


async def test_a_half_typed_command_can_be_finished(browser: Browser) -> None:
    for who, typed, offered in HALF_TYPED:
        address = f"/as/{who}/northshire/suggest"
        answer = await browser._client.get(address, params={"text": typed})
        assert re.findall(r'<option value="([^"]*)">', answer.text) == offered, typed


async def test_keys_of_real_accounts_are_neither_taken_nor_kept(
    game: Game, browser: Browser
) -> None:
    for token in TOKENS:
        await refused(game, browser, token)


async def refused(game: Game, browser: Browser, token: str) -> None:
    page = await browser.presses("Send", text=f"/meeting plan {token}")
    assert "The trial takes none, and has not kept it." in page.text
    assert token not in browser.answer.text
    await browser.presses("Send", text="/meeting plan")
    page = await browser.presses(
        "Plan", title="Bridges", day=in_days(game, 3), time="16:00", about=token
    )
    assert "The trial takes none, and has not kept it." in page.text
    assert token not in browser.answer.text
    assert token not in game.life.record.story()
    await browser.presses("Leave the form")


async def test_what_stands_in_a_form_is_kept_while_other_things_are_done(browser: Browser) -> None:
    await browser.presses("Send", text="/meeting plan")
    form = next(one for one in browser.page.forms if "Plan" in one.buttons)
    typed = dict(form.values) | {"title": "Half a title"}
    kept = await browser._client.post("/as/ana/northshire/keep", data=typed)
    assert kept.status_code == 204
    await browser.presses("+1 hour")
    assert 'value="Half a title"' in browser.answer.text
    await browser._client.post("/as/ana/northshire/keep", data=typed | {"form": "meeting:1:move:1"})
    await browser.presses("+1 hour")
    assert 'value="Half a title"' in browser.answer.text


async def test_a_form_goes_only_where_it_was_opened(game: Game, browser: Browser) -> None:
    await browser.presses("Send", text="/meeting plan")
    old = browser.page
    form = next(one for one in old.forms if "Plan" in one.buttons)
    ana = game.sights.actor("ana")
    assert ana
    await game.writes(ana, "northshire", "/meeting move robotics")
    sent = dict(form.values) | {"title": "Soldering", "day": in_days(game, 3), "time": "16:00"}
    answer = await browser._client.post("/as/ana/northshire/send", data=sent, follow_redirects=True)
    assert "That is gone, or was pressed already." in answer.text
    assert "Soldering" not in answer.text


async def test_a_press_is_for_its_own_button_whatever_comes_meanwhile(
    game: Game, browser: Browser
) -> None:
    await browser.presses("Send", text="/meeting plan Bridges")
    await browser.presses("Plan", day=in_days(game, 3), time="16:00")
    ben = game.sights.actor("ben")
    assert ben
    post = next(one for one in game.sights.world.shown if one.message.title == "Robotics twilight")
    await asyncio.gather(
        game.passes(timedelta(minutes=1)), game.presses(ben, post.ref, "rsvp:2:no")
    )
    told = message_text(game.sights.world.shown[-1].message)
    assert "Robotics twilight" in told
    assert "Saved: No" in told


async def test_who_acts_while_another_life_begins_is_told(game: Game) -> None:
    ana = game.sights.actor("ana")
    assert ana
    await asyncio.gather(game.begin(), game.ticking.runs())
    with pytest.raises(Gone):
        await game.writes(ana, "northshire", "hello")
    assert not game.ticking.is_running


async def test_the_clock_that_runs_can_be_stopped_and_begun_again(game: Game) -> None:
    before = game.now()
    for _ in range(2):
        await game.ticking.runs()
        await asyncio.sleep(1.2)
        assert game.ticking.is_running
        await game.ticking.stops()
        assert not game.ticking.is_running
    assert timedelta(seconds=2) <= game.now() - before <= timedelta(seconds=5)


async def test_a_language_is_for_what_one_reads_alone(browser: Browser) -> None:
    page = await browser.presses("Choose", language="de")
    assert "Nachrichten an dich" in page.text
    page = await browser.presses("Senden", text="/meeting")
    assert "Die nächsten Treffen" in page.text


async def test_ordinary_talk_is_let_through(browser: Browser) -> None:
    for text in ("meeting is in room 12 today", "network dinner?", "Meeting?"):
        page = await browser.presses("Send", text=text)
        assert f"Ana Silva 10:00 {text}" in page.text
