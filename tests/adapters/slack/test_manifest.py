"""The manifest asks for what the code uses, no more and no less, and for no name of Slack's own."""

import ast
import inspect
from pathlib import Path

import pytest

from bot.adapters.slack import app
from bot.adapters.slack.manifest import RESERVED, SCOPES, manifest
from bot.commands.calls import Command
from tests.adapters.schemas_slack import check_manifest, methods

LANGUAGES = ("en", "de", "fr", "it", "fi")
FOLDER = Path(inspect.getfile(app)).parent
TWO_STEPS = {"files_upload_v2": ("files.getUploadURLExternal", "files.completeUploadExternal")}
EVENT_SCOPES = {
    "app_mention": {"app_mentions:read"},
    "member_joined_channel": {"channels:read", "groups:read"},
    "member_left_channel": {"channels:read", "groups:read"},
    "user_change": {"users:read"},
}
"""As the events' pages on docs.slack.dev say."""


def command(name: str) -> Command:
    words = {language: f"{name} {language}" for language in LANGUAGES}
    return Command(name, dict.fromkeys(LANGUAGES, name), words, words)


COMMANDS = (command("network"), command("meeting"), command("rsvp"))


def called() -> set[str]:
    """The Web API methods that the adapter calls, read from its source."""
    found = set()
    for file in FOLDER.glob("*.py"):
        if file.name.startswith("loopback"):
            continue
        for node in ast.walk(ast.parse(file.read_text())):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                owner = node.func.value
                if isinstance(owner, ast.Attribute) and owner.attr == "client":
                    name = node.func.attr
                    found |= {*TWO_STEPS.get(name, (name.replace("_", "."),))}
    return found


def names(**wanted: object) -> list[str]:
    made = manifest(COMMANDS, public_url="https://x.org", socket=False, **wanted)  # type: ignore[arg-type]
    return [command["command"] for command in made["features"]["slash_commands"]]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("socket", [True, False])
def test_slack_takes_the_manifest(language: str, socket: bool) -> None:
    check_manifest(
        manifest(COMMANDS, language=language, public_url="https://x.org/", socket=socket)
    )


def test_over_http_everything_comes_to_one_address() -> None:
    made = manifest(COMMANDS, public_url="https://x.org/", socket=False)
    url = "https://x.org/slack/events"
    assert {command["url"] for command in made["features"]["slash_commands"]} == {url}
    assert made["settings"]["interactivity"]["request_url"] == url
    assert made["settings"]["event_subscriptions"]["request_url"] == url


def test_socket_mode_needs_no_address_and_http_does() -> None:
    made = manifest(COMMANDS, public_url=None, socket=True)
    assert made["settings"]["socket_mode_enabled"]
    assert "url" not in str(made)
    with pytest.raises(ValueError, match="PUBLIC_URL"):
        manifest(COMMANDS, public_url=None, socket=False)


def test_commands_with_their_other_names_a_prefix_or_the_home_alone() -> None:
    assert names() == ["/network", "/convenor", "/convener", "/meeting", "/rsvp"]
    assert names(prefix="conv-")[:4] == [
        *("/conv-network", "/conv-convenor", "/conv-convener", "/conv-meeting"),
    ]
    assert names(home_only=True) == ["/network"]


def test_a_command_speaks_the_language_asked_for() -> None:
    made = manifest(COMMANDS, language="fi", public_url=None, socket=True)
    assert made["features"]["slash_commands"][0]["description"] == "network fi"
    other = manifest(COMMANDS, language="sv", public_url=None, socket=True)
    assert other["features"]["slash_commands"][0]["description"] == "network en"


@pytest.mark.parametrize("name", ["help", "invite", "remind", "who", "x" * 32])
def test_a_name_that_slack_would_refuse_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match=name):
        manifest((command(name),), public_url=None, socket=True)


def test_slacks_own_names_are_all_known() -> None:
    assert {"me", "help", "remind", "invite", "status", "who"} <= RESERVED


def test_every_scope_is_used_and_every_use_has_its_scope() -> None:
    pages = methods()
    used = {"commands"} | {scope for scopes in EVENT_SCOPES.values() for scope in scopes}
    for method in called() - {"apps.connections.open"}:
        needed = set(pages[method]["scopes"])
        assert not needed or needed & set(SCOPES), f"{method} needs one of {needed}"
        used |= needed
    assert set(SCOPES) <= used


def test_every_event_is_asked_for_and_heard() -> None:
    asked = manifest(COMMANDS, public_url=None, socket=True)["settings"]["event_subscriptions"]
    source = ast.parse((FOLDER / "app.py").read_text())
    heard = {
        node.args[0].value
        for node in ast.walk(source)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "event"
        and isinstance(node.args[0], ast.Constant)
    }
    assert set(asked["bot_events"]) == heard == set(EVENT_SCOPES)


def test_the_code_calls_what_we_think_it_calls() -> None:
    assert called() == {
        *("auth.test", "users.info", "conversations.open", "conversations.members"),
        *("chat.postMessage", "chat.update", "chat.postEphemeral", "views.open", "views.update"),
        "apps.connections.open",
        *("files.getUploadURLExternal", "files.completeUploadExternal"),
    }
