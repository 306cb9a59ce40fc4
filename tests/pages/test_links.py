"""A personal link works for its person, its purpose and its time, and for nothing else."""

from collections.abc import Callable
from io import StringIO

import httpx
import pytest

from bot.adapters.web import Desk
from bot.adapters.web.site import site
from bot.commands.calls import Pressed
from bot.commands.table import ACTIONS
from bot.core import links
from bot.store import people
from tests.commands.test_rights import ask, shown
from tests.pages.desk import ADDRESS, Browser, given, link
from tests.plugins.room import ANA, BEN, CLEO, DEV, RoomOfPeople

pytestmark = pytest.mark.must_hold("B1", 4)
Figure = Callable[[str], None]

AGENTS = (
    "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)",
    "Mozilla/5.0 (compatible; Discordbot/2.0; +https://discordapp.com)",
    "WhatsApp/2.23.20.0",
    "facebookexternalhit/1.1",
    "TelegramBot (like TwitterBot)",
    "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
    "Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)",
    "Mozilla/5.0 SkypeUriPreview Preview/0.5 skype-url-preview@microsoft.com",
    "LinkedInBot/1.0 (compatible; Mozilla/5.0)",
    "Microsoft Office/16.0 (Microsoft Outlook 16.0; SafeLinks)",
)


async def test_previews_and_crawlers_spend_nothing(room: RoomOfPeople, figure: Figure) -> None:
    await room.plan()
    kim = Browser(room, link(room))
    for agent in AGENTS:
        for method in ("GET", "HEAD", "GET"):
            page = await kim.web.request(method, kim.path, headers={"user-agent": agent})
            assert page.status_code == 200
    options = await kim.web.request("OPTIONS", kim.path)
    assert options.status_code == 405

    await kim.opens()
    assert "Do you come?" in kim.words
    assert "Saved: Yes" in await kim.presses("Yes")
    figure(f"{len(AGENTS)} preview agents look 3 times each: not spent")


async def test_no_page_is_kept_or_found_or_framed(room: RoomOfPeople) -> None:
    await room.plan()
    kim = Browser(room, link(room))
    await kim.opens()

    told = kim.page.headers
    assert told["referrer-policy"] == "no-referrer"
    assert told["x-robots-tag"] == "noindex, nofollow"
    assert told["cache-control"] == "no-store"
    assert "frame-ancestors 'none'" in told["content-security-policy"]
    assert "script" not in kim.html


async def test_it_does_what_its_purpose_allows_and_no_other_action(
    room: RoomOfPeople, figure: Figure
) -> None:
    await room.plan()
    kim = Browser(room, link(room))
    found = await kim.opens()
    allowed = {**links.PURPOSES["meeting"], **links.SHARED}
    refused = 0
    for action in ACTIONS:
        for press in action.presses or (action.name.partition(".")[2],):
            asked = f"{action.noun}:1:{press}"
            if press in allowed.get(action.noun, ()):
                continue
            refused += 1
            await kim.sends(action=asked)
            assert kim.page.status_code == 404, asked
            await kim.sends(form=asked)
            assert kim.page.status_code == 404, asked
    assert "Robotics twilight" in found
    figure(f"{refused} actions refused at a link")


async def test_another_network_and_another_meeting_do_not_exist_for_it(room: RoomOfPeople) -> None:
    await room.plan()
    await room.plan("Bridges")
    await room.says(DEV, "/meeting plan Secret supper, 2.12.2026 18:00")
    await room.fills(DEV)
    await room.presses(DEV, "Send now")
    await room.passes(seconds=5)
    kim = Browser(room, link(room))
    await kim.opens()

    for about in (2, 3):
        for what in ("rsvp:{}:yes", "notes:{}:read", "page:{}:meeting", "agenda:{}:show"):
            await kim.sends(action=what.format(about))
            assert kim.page.status_code == 404
            assert "supper" not in kim.words


async def test_the_notes_are_for_who_was_invited_and_for_no_other_guest(room: RoomOfPeople) -> None:
    await room.plan()
    secret = link(room)
    kim = Browser(room, secret)
    await room.passes(days=8, hours=8)
    await room.says(ANA, "/notes write")
    await room.fills(ANA, {"What was said?": "We tried line followers."})
    await room.presses(ANA, "Add something to do")
    await room.fills(ANA, {"What is to be done?": "Order kits", "Who does it?": "I do it"})
    await room.passes(minutes=5)

    await kim.opens()
    notes = await kim.presses("Read the notes")
    assert "We tried line followers." in notes
    assert "Order kits" in notes
    assert "Ana" not in notes
    await room.passes(weeks=7)
    await kim.sends(action="notes:1:read")
    assert kim.page.status_code == 404


async def test_a_link_that_is_ended_is_over_at_once(room: RoomOfPeople) -> None:
    await room.plan()
    shown = await makes(room, "Kim Lee")
    kim = given(room, shown)
    await kim.opens()
    assert "Kim Lee does not work" not in kim.words
    assert "The page of Kim Lee does not work any more" in await room.presses(ANA, "End this page")

    await kim.presses("Yes")
    assert kim.page.status_code == 404
    again = given(room, await room.presses(ANA, "A new address"))
    assert "Do you come?" in await again.opens()
    await kim.opens()
    assert kim.page.status_code == 404


async def makes(room: RoomOfPeople, name: str) -> str:
    """Ana makes a page for somebody."""
    await room.says(ANA, "/meeting page")
    return await room.fills(ANA, {"What is their name?": name})


async def test_a_link_goes_with_a_meeting_that_is_moved(room: RoomOfPeople) -> None:
    await room.plan()
    kim = given(room, await makes(room, "Kim Lee"))
    await room.says(ANA, "/meeting move")
    await room.fills(ANA, {"Which day?": "2027-03-02"})
    await room.presses(ANA, "Send now")
    await room.passes(weeks=14)

    assert "Tuesday 2 March 2027" in await kim.opens()


async def test_only_who_made_it_or_a_coordinator_ends_it(room: RoomOfPeople) -> None:
    await room.plan()
    await room.presses(BEN, "Yes")
    await room.presses(BEN, "I send a colleague")
    kim = given(room, await room.fills(BEN, {"Who comes for you?": "Kim"}))
    member = max(row for row in range(1, 20) if named(room, row) == "Kim")

    for who in (CLEO, DEV):
        for verb in ("end", "again"):
            told = press(room, who, f"page:1:{verb}:{member}")
            assert "I cannot find that any more" in told
    assert "Do you come?" in await kim.opens()
    for other in (1, 2, 3, 4):  # whoever has an account has no page
        assert "I cannot find that" in press(room, ANA, f"page:1:again:{other}")
    assert "does not work any more" in press(room, BEN, f"page:1:end:{member}")


def named(room: RoomOfPeople, member: int) -> str:
    with room.store.read() as db:
        return people.name(db, member)


def press(room: RoomOfPeople, who: str, action: str) -> str:
    """Press a button that stands nowhere."""
    return shown(ask(room, who, Pressed(action), "C2" if who == DEV else "C1"))


async def test_who_guesses_waits_and_who_knows_does_not(room: RoomOfPeople, figure: Figure) -> None:
    await room.plan()
    kim = Browser(room, link(room))
    await kim.opens()
    answers = []
    for n in range(30):
        guess = await kim.web.get(f"/p/{n:043}")
        answers.append(guess.status_code)

    assert answers == [404] * 10 + [429] * 20
    assert "Do you come?" in await kim.opens()  # behind one address sit many
    figure("10 wrong links a minute, then 429; right ones still work")


async def test_no_name_and_no_secret_in_the_log(
    room: RoomOfPeople, logged: StringIO, figure: Figure
) -> None:
    await room.plan()
    secret = link(room, "Kimberley Canary")
    kim = Browser(room, secret)
    for _ in range(2):
        await kim.opens()
    for label in ("Yes", "Hide my name", "Change my answer"):
        await kim.presses(label)
    await kim.sends(action="x" * 300)
    await Browser(room, "guessed-canary").opens()
    await room.passes(days=9)

    said = logged.getvalue()
    for canary in (secret, "Canary", "guessed-canary", links.digest(secret), "/p/"):
        assert canary not in said
    figure(f"{len(said.splitlines())} lines of log at DEBUG: no name, no secret")


async def test_a_form_from_elsewhere_is_not_taken(room: RoomOfPeople) -> None:
    await room.plan()
    kim = Browser(room, link(room))
    await kim.opens()
    for header, value in (
        ("origin", "https://evil.example"),
        ("sec-fetch-site", "cross-site"),
    ):
        asked = {"action": "rsvp:1:yes"}
        page = await kim.web.post(kim.path, data=asked, headers={header: value})
        assert page.status_code == 403
    for headers in ({"origin": "https://convenor.example"}, {"origin": "null"}, {}):
        page = await kim.web.post(kim.path, data={"action": "rsvp:1:maybe"}, headers=headers)
        assert page.status_code == 200
    await kim.opens()
    assert "Your answer: Maybe" in kim.words


async def test_a_page_takes_no_files(room: RoomOfPeople) -> None:
    await room.plan()
    kim = Browser(room, link(room))
    page = await kim.web.post(kim.path, files={"action": (None, "rsvp:1:yes")})
    assert page.status_code == 415


async def test_whatever_is_asked_below_a_link_is_kept_by_nobody(room: RoomOfPeople) -> None:
    await room.plan()
    kim = Browser(room, link(room))
    app = site({}, dict, bytes, Desk(room.house, room.clock.now).routes())
    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=transport, base_url=ADDRESS) as web:
        for method, path, status in (
            ("GET", kim.path, 200),
            ("GET", f"{kim.path}/", 404),
            ("GET", f"{kim.path}/more", 404),
            ("GET", "/j/", 404),
            ("PUT", kim.path, 405),
        ):
            page = await web.request(method, path)
            told = page.headers
            assert (page.status_code, told["cache-control"]) == (status, "no-store"), path
            assert told["referrer-policy"] == "no-referrer"
            assert "location" not in told
