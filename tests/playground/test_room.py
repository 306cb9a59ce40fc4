"""The playground's pages, as a browser without scripts uses them."""

from __future__ import annotations

import re
from datetime import timedelta

import httpx
import pytest

from bot.adapters.web.asked import MOST
from bot.core import plans
from bot.core.schooldays import School
from bot.playground.game import Game
from tests.playground.browser import HERE, Browser, in_days


async def test_from_the_address_to_a_meeting_that_two_have_answered(
    game: Game, browser: Browser
) -> None:
    assert "You are" in browser.page.text
    page = await browser.presses("Send", text="/meeting plan")
    assert "Plan a meeting" in page.text
    day = in_days(game, 3)
    page = await browser.presses("Plan", title="Bridges", day=day, time="16:00")
    assert "Bridges is planned. It goes out in 30 seconds." in page.text
    page = await browser.presses("Send now")
    await browser.is_now("ben")
    await browser.presses("Yes")
    assert "Saved: Yes" in browser.page.text
    await browser.is_now("cleo")
    page = await browser.presses("Maybe")
    assert "Yes 1 Yes, if I am released 0 Maybe 1 No 0" in page.text
    await browser.presses("+1 week")
    page = await browser.goes("/as/ben/@inbox")
    assert "Bridges" in page.text


async def test_what_will_be_sent_is_listed_and_the_clock_goes_to_it(
    game: Game, browser: Browser
) -> None:
    assert "Robotics twilight begins" in browser.page.text
    assert "Robotics twilight: The reminder of the day" in browser.page.text
    assert "Robotics twilight: Will you come? One click is enough." in browser.page.text
    await browser.presses("Send", text="/meeting plan")
    page = await browser.presses("Plan", title="Bridges", day=in_days(game, 3), time="16:00")
    assert "#northshire: Bridges" in page.text
    before = game.now()
    page = await browser.presses("To what comes next")
    assert game.now() == before + timedelta(seconds=30)
    assert "#northshire: Bridges" not in page.text
    await browser.is_now("ben")
    await browser.presses("Yes")
    begins = before.replace(hour=16, minute=0) + timedelta(days=3)
    stops = []
    while game.now() < begins:
        page = await browser.presses("To what comes next")
        stops.append(game.now())
    # In the morning of the day, or where that is without school in the evening before.
    today = plans.today(begins.replace(tzinfo=None), School("Europe/London"))
    assert today in stops
    assert stops[-1] == begins
    assert "Bridges begins" not in page.text


async def test_mistakes_stand_at_their_fields_and_what_was_typed_is_kept(browser: Browser) -> None:
    await browser.presses("Send", text="/meeting plan")
    page = await browser.presses("Plan", title="Bridges", day="2001-01-01", time="16:00")
    assert 'value="Bridges"' in browser.answer.text
    assert 'aria-invalid="true"' in browser.answer.text
    assert "Plan a meeting" in page.text
    page = await browser.presses("Leave the form")
    assert "You left the form; nothing was sent." in page.text
    assert "Plan a meeting" not in page.text


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("meeting", "A command begins with a slash: /meeting"),
        ("/meting", "There is no /meting. Did you mean /meeting?"),
        (
            "/hello",
            "There is no /hello. There are /network, /meeting, /rsvp, /agenda, /here, /reflect",
        ),
        ("/", "There is no /."),
    ],
)
async def test_a_line_that_is_no_command_is_kept_and_explained(
    browser: Browser, typed: str, told: str
) -> None:
    page = await browser.presses("Send", text=typed)
    assert told in page.text
    assert f'value="{typed}"' in browser.answer.text


async def test_what_people_type_is_never_markup(game: Game, browser: Browser) -> None:
    evil = "<script>alert(1)</script>"
    await browser.presses("Send", text="/meeting plan")
    await browser.presses("Plan", title=evil, day=in_days(game, 3), time="16:00", about=evil)
    await browser.presses("Send now")
    assert evil not in browser.answer.text
    assert "&lt;script&gt;" in browser.answer.text


async def test_each_sees_what_is_theirs_alone(game: Game, browser: Browser) -> None:
    await browser.presses("Who is coming")
    assert "only you see this" in browser.page.text
    ref = game.sights.world.shown[-1].ref
    await browser.is_now("ben")
    assert "only you see this" not in browser.page.text
    await browser.goes("/as/ben/southshire")
    assert str(browser.answer.url).startswith(f"{HERE}/as/ana/northshire")
    answer = await browser._client.post(
        "/as/ben/northshire/press", data={"ref": ref, "action": "rsvp:2:yes"}
    )
    assert answer.status_code == 303
    page = await browser.goes("/as/ben/northshire")
    assert "That is gone, or was pressed already." in page.text


async def test_a_message_can_be_seen_as_others_get_it(browser: Browser) -> None:
    here = await browser.goes(browser.page.links["As others get it"])
    assert "On Slack Convenor APP" in here.text
    assert "On Discord Convenor APP" in here.text
    assert "Room 12 in Northshire College" in here.text
    assert "[Yes]" in here.text
    drawn = browser.answer.text.partition('class="on-discord"')[2].partition("<details>")[0]
    assert "Northshire" in drawn
    assert "\\" not in drawn


async def test_it_can_be_started_afresh(game: Game, browser: Browser) -> None:
    await browser.presses("+1 week")
    moved = game.now()
    await browser.presses("Start afresh now")
    assert game.now() < moved
    assert "Robotics twilight" in browser.page.text


async def test_the_clock_only_goes_forward(game: Game, client: httpx.AsyncClient) -> None:
    before = game.now()
    for by in ("to:1999-01-01T00:00:00+00:00", "to:1999-01-01", "to:nonsense", "-1d"):
        answer = await client.post("/as/ana/northshire/clock", data={"by": by})
        assert answer.status_code == 303
        assert game.now() >= before


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://elsewhere.example"},
        {"origin": "http://127.0.0.1:1"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site", "origin": "null"},
    ],
)
async def test_a_strange_page_can_do_nothing_here(
    game: Game, client: httpx.AsyncClient, headers: dict[str, str]
) -> None:
    before = game.now()
    for address in ("/afresh", "/as/ana/northshire/clock"):
        answer = await client.post(address, data={"by": "+1w"}, headers=headers)
        assert answer.status_code == 403
    assert game.now() == before


async def test_only_this_machine_is_answered(client: httpx.AsyncClient) -> None:
    answer = await client.get("/", headers={"host": "trial.elsewhere.example"})
    assert answer.status_code == 400


async def test_bad_requests_are_refused_kindly(client: httpx.AsyncClient) -> None:
    post = client.post
    assert (await post("/as/nobody/northshire/write", data={"text": "/x"})).status_code == 404
    assert (await post("/as/ana/nowhere/write", data={"text": "/x"})).status_code == 404
    assert (await post("/as/ana/northshire/dance", data={})).status_code == 404
    assert (await post("/as/ana/northshire/send", data={"do": "send"})).status_code == 303
    assert (await post("/as/ana/northshire/write", content=b"x" * (MOST + 1))).status_code == 413
    for address in ("/message/999", "/message/x", "/file/7", "/as/x/y"):
        assert (await client.get(address)).status_code == 303


async def test_a_page_is_small_and_loads_nothing_from_elsewhere(
    browser: Browser, client: httpx.AsyncClient
) -> None:
    size = len(browser.answer.content)
    sources = re.findall(r'(?:src|href)="(/static/[^"]+)"', browser.answer.text)
    assert len(sources) == 3
    for source in sources:
        answer = await client.get(source)
        assert answer.status_code == 200
        size += len(answer.content)
    assert size < 300_000
    assert not re.search(r'(?:src|href|action)="(?:https?:)?//', browser.answer.text)
