"""What there is to do in the playground beside commands and buttons: talk, a home, a half typed
line, keys that are refused, and a trial that is saved and played again.
"""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from datetime import timedelta

import httpx
import pytest
import pytest_asyncio

from bot.playground.game import Game
from bot.playground.sights import HOME, INBOX
from bot.playground.site import site
from bot.ui import message_text
from bot.views.words import words
from tests.playground.browser import Browser

HERE = "http://127.0.0.1:8765"
TOKENS = ("xoxb-1-abc", "it is xapp-1-A", f"MTIz{'a' * 20}.Gabcde.{'x' * 38}")

ANA_ALONE = "now 2026-11-23 10:00 Europe/London\nroom a: Ana (admin)\n"


@pytest_asyncio.fixture
async def game() -> AsyncIterator[Game]:
    game = Game(words("en"))
    await game.begin()
    yield game
    await game.close()


@pytest_asyncio.fixture
async def browser(game: Game) -> AsyncIterator[Browser]:
    transport = httpx.ASGITransport(app=site(game))
    async with httpx.AsyncClient(transport=transport, base_url=HERE) as client:
        browser = Browser(client)
        await browser.goes("/")
        yield browser


def screens(game: Game) -> list[tuple[str, str, str, str]]:
    """All that stands anywhere, to compare two trials."""
    return [
        (one.where, one.who, one.by, message_text(one.message)) for one in game.sights.world.shown
    ]


def in_days(game: Game, days: int) -> str:
    return (game.now() + timedelta(days=days)).date().isoformat()


async def test_the_network_has_lived_before(game: Game, browser: Browser) -> None:
    text = browser.page.text
    assert text.index("First steps with micro:bits") < text.index("Thank you, Hugo!")
    assert text.index("Thank you, Hugo!") < text.index("Robotics twilight")
    ben = game.sights.actor("ben")
    assert ben
    assert "See you today!" in message_text(game.sights.items(ben, INBOX)[-1].message)


async def test_people_talk_and_the_bot_does_not_listen(game: Game, browser: Browser) -> None:
    page = await browser.presses("Send", text="Shall I bring <b>cake</b>?")
    assert "Ana Silva 10:00 Shall I bring <b>cake</b>?" in page.text
    assert "<b>cake" not in browser.answer.text
    await browser.goes(f"/as/ana/{INBOX}")
    page = await browser.presses("Send", text="Are you there?")
    assert "It never reads what people say." in page.text
    assert 'value="Are you there?"' in browser.answer.text
    assert screens(game)[-1][2:] == ("Ana Silva", "Shall I bring <b>cake</b>?")


async def test_the_bot_answers_who_calls_it(browser: Browser) -> None:
    page = await browser.presses("Send", text="@Convenor meeting")
    assert "Coming meetings" in page.text


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
    assert "You said: Maybe" in page.text or "Your answer: Maybe" in page.text
    await browser.goes(f"/as/ana/{HOME}")
    page = await browser.presses("Plan a meeting")
    assert "What is it called?" in page.text
    answer = await browser._client.post(
        f"/as/ben/{HOME}/press", data={"ref": HOME, "action": "meeting:0:plan"}
    )
    assert answer.status_code == 303
    assert game.telling.last(game.sights.actor("ben")).words.startswith("That is gone")  # type: ignore[arg-type]


async def test_the_tour_goes_on_by_itself(game: Game, browser: Browser) -> None:
    steps = []

    async def step(label: str, **values: str) -> None:
        page = await browser.presses(label, **values)
        steps.append(page.text.partition("A tour: step ")[2][:1])

    await step("Send", text="/meeting plan")
    await step("Plan", title="Bridges", day="2001-01-01", time="16:00")
    await step("Plan", day=in_days(game, 3))
    await step("To what comes next")
    await browser.is_now("ben")
    await step("Yes")
    await browser.is_now("ana")
    await step("Who is coming")
    await step("+1 week")
    await step("End the tour")
    assert steps == ["1", "1", "2", "3", "4", "4", "5", ""]


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


@pytest.mark.parametrize(
    ("who", "typed", "offered"),
    [
        ("ana", "/", ["/network", "/meeting", "/rsvp", "/privacy"]),
        ("ana", "/me", ["/meeting"]),
        ("ana", "/meeting pl", ["/meeting plan"]),
        ("ben", "/meeting pl", []),
        ("ben", "/meeting robo", ["/meeting Robotics twilight"]),
        ("ana", "/nothing x", []),
        ("ana", "hello", []),
        ("ana", '/meeting "><script>', []),
        ("nobody", "/", []),
    ],
)
async def test_a_half_typed_command_can_be_finished(
    browser: Browser, who: str, typed: str, offered: list[str]
) -> None:
    answer = await browser._client.get(f"/as/{who}/northshire/suggest", params={"text": typed})
    assert re.findall(r'<option value="([^"]*)">', answer.text) == offered


@pytest.mark.parametrize("token", TOKENS)
async def test_keys_of_real_accounts_are_neither_taken_nor_kept(
    game: Game, browser: Browser, token: str
) -> None:
    page = await browser.presses("Send", text=f"/meeting plan {token}")
    assert "The trial takes none, and has not kept it." in page.text
    assert token not in browser.answer.text
    await browser.presses("Send", text="/meeting plan")
    page = await browser.presses(
        "Plan", title="Bridges", day=in_days(game, 3), time="16:00", about=token
    )
    assert "The trial takes none, and has not kept it." in page.text
    assert token not in browser.answer.text
    assert token not in game.record.story()


async def everything(game: Game, browser: Browser) -> None:
    """A little of all that can be done."""
    await browser.presses("Send", text="/meeting plan Bridges")
    await browser.presses("Plan", day="2001-01-01", time="16:00")
    about = "Paper,\n  and  glue: \\no tape"
    await browser.presses("Plan", day=in_days(game, 3), time="16:00", about=about)
    await browser.presses("Send now")
    await browser.is_now("ben")
    await browser.presses("Send", text="I have glue.")
    await browser.presses("Yes")
    await browser.presses("Close your private messages")
    await browser.presses("Restart Convenor now")
    await browser.is_now("ana")
    await browser.presses("Lose the next answer")
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
    await browser.presses("Start afresh")
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
