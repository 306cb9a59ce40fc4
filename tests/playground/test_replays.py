"""A trial that is saved and played again, and story files that are none."""

from __future__ import annotations

import asyncio

import pytest

from bot.adapters.story import read
from bot.playground.game import Game
from bot.playground.life import Overtaken
from bot.playground.sights import HOME
from tests.playground.browser import Browser, in_days, screens

ANA_ALONE = "now 2026-11-23 10:00 Europe/London\nroom a: Ana (admin)\n"


async def everything(game: Game, browser: Browser) -> None:
    """A little of all that can be done."""
    await browser.presses("Send", text="/meeting plan Bridges")
    await browser.presses("Plan", day="2001-01-01", time="16:00")
    await browser.presses("Leave the form")
    await browser.presses("Send", text="I hope the hall fills")
    await browser.presses("Send", text="/meeting plan Bridges")
    await browser.presses("Plan", day="2001-01-01", time="16:00", venue="A secret place")
    await browser.presses("Plan", day="2001-01-01", time="16:00", venue="")
    about = "Paper,\n  and  glue: \\no tape"
    await browser.presses("Plan", day=in_days(game, 3), time="16:00", about=about)
    await browser.presses("Send now")
    await browser.is_now("ben")
    await browser.presses("Send", text="I have glue.")
    await browser.presses("Yes")
    await browser.presses("Close your private messages")
    await browser.presses("Restart Convenor now")
    await browser.is_now("ana")
    await browser.presses("Lose the reply to the next post")
    await browser.goes(f"/as/ana/{HOME}")
    await browser.presses("Plan a meeting")
    await browser.presses("Plan", title="Towers", day=in_days(game, 5), time="16:00")
    await browser.presses("+1 week")
    post = next(one for one in game.sights.world.shown if one.message.title == "Robotics twilight")
    grace = game.sights.actor("grace")
    assert grace
    await game.presses(grace, post.ref, "rsvp:2:no")


async def test_a_trial_is_saved_and_played_again(game: Game, browser: Browser) -> None:
    await everything(game, browser)
    before, now = screens(game), game.now()
    saved = await browser._client.get("/story")
    assert saved.headers["content-disposition"] == 'attachment; filename="trial.story"'
    await browser.presses("Start afresh now")
    assert screens(game) != before
    answer = await browser._client.post(
        "/afresh", files={"story": ("trial.story", saved.content)}, follow_redirects=True
    )
    assert "Robotics twilight" in answer.text
    assert screens(game) == before
    assert game.now() == now
    again = await browser._client.get("/story")
    assert again.text == saved.text
    page = await browser.goes("/as/ben/northshire")
    assert "Northshire College" in browser.answer.text
    assert "I have glue." in page.text


@pytest.mark.at_full_size
async def test_a_begun_story_is_given_up_for_another(game: Game) -> None:
    slow = asyncio.create_task(game.begin(read(ANA_ALONE + "clock +300d\n" * 3)))
    await asyncio.sleep(0.3)
    await game.begin()
    with pytest.raises(Overtaken):
        await slow
    assert game.example.you == "Ana Silva"


BREAKING = [
    ("now 2026-11-23 10:00 Europe/London\n", "A story has a room"),
    ("now 2026-11-23 10:00 Europe\nroom a: Ana\n", "There is no such time or zone"),
    ("now 0001-01-01 00:00 Asia/Tokyo\nroom a: Ana\n", "A story begins with"),
    (f"{ANA_ALONE}clock +5000w\n", "The clock goes on by at most a year at once"),
    (f"{ANA_ALONE}clock +9999999999w\n", "I cannot read this line"),
    (f"{ANA_ALONE}Ana in #a says \\ud800\n", "I cannot read this line"),
    (f"now 2026-11-23 10:00 Europe/London\nroom a: {'x' * 3000}\n", "I cannot read this line"),
    (f"{ANA_ALONE}Ana in #a says xoxb-1234-abc\n", "That looks like the key"),
]


async def test_a_story_that_would_break_the_house_is_refused(game: Game, browser: Browser) -> None:
    before = screens(game)
    for text, told in BREAKING:
        answer = await browser._client.post(
            "/afresh", files={"story": ("a.story", text.encode())}, follow_redirects=True
        )
        assert told in " ".join(answer.text.split()), text[:80]
    assert screens(game) == before


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "That file was not played. A story begins with a line such as"),
        ("\x00\xff", "That file was not played. A story begins with a line such as"),
        (
            f"{ANA_ALONE}Ana dances\n",
            "That file was not played. I cannot read this line: Ana dances",
        ),
        (
            f"{ANA_ALONE}Ana in #a types /network\nAna presses Dance\nAna in #a says hello\n",
            "The story was played up to this line. Ana presses Dance: Ana sees no button “Dance”",
        ),
    ],
)
async def test_a_file_that_cannot_be_played_is_explained(
    browser: Browser, text: str, told: str
) -> None:
    answer = await browser._client.post(
        "/afresh", files={"story": ("a.story", text.encode("latin-1"))}, follow_redirects=True
    )
    assert told in " ".join(answer.text.split())
    assert "hello" not in answer.text


async def test_two_of_one_first_name_are_two_people(browser: Browser) -> None:
    story = (
        "now 2026-11-23 10:00 Europe/London\nroom a: Ana Silva (admin), Ana Costa\n"
        "Ana Costa in #a says It is me.\n"
    )
    await browser._client.post("/afresh", files={"story": ("a.story", story.encode())})
    page = await browser.goes("/as/ana%20costa/a")
    assert 'value="ana costa" selected' in browser.answer.text
    assert "It is me." in page.text
