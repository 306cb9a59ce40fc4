"""Commands are registered when they changed, and only then."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from bot.adapters.discord.loopback import Loopback
from bot.adapters.discord.sync import commands_payload, digest
from bot.ui import TooLong
from tests.adapters.discord.conftest import ANA, COMMANDS, ROOM, TinyHouse, command, moment, running
from tests.adapters.schemas_discord import check_commands, needs_discord_schema


async def test_a_second_start_registers_nothing(house: TinyHouse, pool: ThreadPoolExecutor) -> None:
    async with Loopback((ANA,), (ROOM,), moment=moment) as platform:
        for _ in range(2):
            async with running(platform, house, pool):
                pass
        assert [r.method for r in platform.received].count("PUT") == 1
        assert [c["name"] for c in platform.commands] == ["meeting", "network"]
        house.digests.clear()
        async with running(platform, house, pool):
            pass
        assert [r.method for r in platform.received].count("PUT") == 2


async def test_what_is_gone_from_discord_is_registered_again(
    house: TinyHouse, pool: ThreadPoolExecutor
) -> None:
    for _ in range(2):  # the second one knows no commands yet, though the house remembers them
        async with Loopback((ANA,), (ROOM,), moment=moment) as platform:
            async with running(platform, house, pool):
                pass
            assert [c["name"] for c in platform.commands] == ["meeting", "network"]


@needs_discord_schema
def test_commands_are_as_discord_describes_them() -> None:
    check_commands(commands_payload(COMMANDS))


def test_names_and_descriptions_come_in_five_languages() -> None:
    (meeting, _) = commands_payload(COMMANDS)
    assert meeting["name_localizations"] == {
        "en-GB": "meeting", "de": "meeting", "fr": "reunion", "it": "meeting", "fi": "meeting",
    }  # fmt: skip
    assert meeting["description_localizations"]["fi"] == "What /meeting does, in fi"
    assert [option["name"] for option in meeting["options"]] == ["what"]


def test_another_word_is_another_digest() -> None:
    assert digest(commands_payload(COMMANDS)) == digest(commands_payload(COMMANDS))
    assert digest(commands_payload(COMMANDS)) != digest(commands_payload(COMMANDS[:1]))


@pytest.mark.parametrize(
    "wrong",
    [
        command("Meeting"),
        command("two words"),
        command("x" * 33),
        command("meeting", de="Treffen"),
        replace(command("meeting"), description={"en": "x" * 101}),
        replace(command("meeting"), hint={"en": ""}),
    ],
)
def test_what_discord_would_refuse_is_refused_before(wrong: object) -> None:
    with pytest.raises((TooLong, ValueError)):
        commands_payload((wrong,))  # type: ignore[arg-type]
