"""Each way in which Slack does not answer well, told as a fact that the house understands."""

import socket

import pytest
from aiohttp import web
from aiohttp.test_utils import RawTestServer

from bot.adapters.slack.wire import SOON, Wire
from bot.chat import Busy, LockedOut


async def post_to(answer: web.Response) -> None:
    """Post to a Slack that always answers like this."""

    async def say(_: web.BaseRequest) -> web.Response:
        return answer

    async with RawTestServer(say) as server:
        await post(str(server.make_url("/api/")))


async def post(base_url: str) -> None:
    wire = Wire(token="xoxb-x", base_url=base_url, timeout=1)
    await wire.open()
    try:
        await wire.ask(wire.client.chat_postMessage(channel="C1", text="x"), again=False)
    finally:
        await wire.close()


@pytest.mark.parametrize("status", [401, 403])
@pytest.mark.parametrize("text", ["<html>", '{"ok": false}'])
async def test_a_door_that_is_shut_is_locked_out(status: int, text: str) -> None:
    with pytest.raises(LockedOut, match=f"http_{status}"):
        await post_to(web.Response(status=status, text=text, content_type="application/json"))


@pytest.mark.parametrize(("told", "waits"), [("1.5", 1.5), ("30", 30), ("soon", SOON)])
async def test_patience_is_asked_for_in_seconds_and_parts_of_them(told: str, waits: float) -> None:
    with pytest.raises(Busy) as caught:
        await post_to(web.Response(status=429, headers={"Retry-After": told}))
    assert caught.value.retry_after == waits


async def test_slack_that_is_not_there_is_busy() -> None:
    with socket.create_server(("127.0.0.1", 0)) as door:
        port = door.getsockname()[1]
    with pytest.raises(Busy):
        await post(f"http://127.0.0.1:{port}/api/")
