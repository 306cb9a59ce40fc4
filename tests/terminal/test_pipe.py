"""The trial by a pipe: what is typed stands on the left, what is seen is held against the right."""

import logging
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from io import BytesIO, TextIOWrapper
from pathlib import Path

import structlog

from bot.trial import try_it

ROOT = Path(__file__).parents[2]
ENVIRON = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT)}
PLAN = "/meeting plan Maker day, 1.12.2090 16:00, Room 3"
NO_NETWORK = """
import sys
def refuse(event, arguments):
    if event in ("socket.connect", "socket.bind", "socket.getaddrinfo", "socket.sendto"):
        raise SystemExit(f"{event} {arguments}")
sys.addaudithook(refuse)
from bot.trial import try_it
raise SystemExit(try_it())
"""

THERE = (
    "There are /network, /meeting, /rsvp, /agenda, /here, /reflect, /notes, /impact, /buddy,"
    " /profile and /privacy."
)
MISTYPED = {
    "/meetng": "There is no /meetng. Did you mean /meeting?",
    "/": f"There is no /. {THERE}",
    "/xyz": f"There is no /xyz. {THERE}",
    "meeting": "A command begins with a slash: /meeting",
    "ben": "Type @ben to be Ben Carter.",
    "say": "Write what you say on the same line: say hello to you all",
    "clok": "I do not know clok. Did you mean clock?",
    "Gutentag": "I do not know Gutentag. Type help to see what there is.",
    "²": "I do not know ². Type help to see what there is.",
    "99": "There is no button 99 on the screen.",
    "@zed": "I know nobody called zed. Type who to see everybody.",
    "@": "I know nobody called . Type who to see everybody.",
    "#nowhere": "There is no #nowhere. There are #northshire and #southshire.",
    "#southshire": "Ana Silva is not in #southshire. @dev is.",
    "clock -1h": "The clock only goes forward, for instance clock +1h.",
    "clock soon": "Write clock +30s, +10min, +1h, +1d, +1w, or clock next.",
    "clock +9999d": "At most a year at once, please.",
    "\x1b[31mred": "I do not know [31mred. Type help to see what there is.",
    "\udcff\udcfe": "I do not know \ufffd\ufffd. Type help to see what there is.",
}


def trial(*lines: str) -> str:
    """What somebody sees who types these lines and is gone. It is the command without its start:
    what that is like, the tests of a process of its own show.
    """
    typed = "".join(f"{line}\n" for line in lines).encode(errors="surrogateescape")
    seen = TextIOWrapper(BytesIO(), encoding="utf-8")
    with _piped(TextIOWrapper(BytesIO(typed), encoding="utf-8"), seen):
        assert try_it() == 0
    seen.seek(0)
    return seen.read()


@contextmanager
def _piped(typed: TextIOWrapper, seen: TextIOWrapper) -> Iterator[None]:
    """The command's own streams and log, and afterwards those of the tests again."""
    root, looks, given = logging.getLogger(), structlog.get_config(), sys.stdin
    handlers, level = list(root.handlers), root.level
    sys.stdin = typed
    try:
        with redirect_stdout(seen):
            yield
        seen.flush()
    finally:
        sys.stdin = given
        structlog.configure(**looks)
        root.handlers[:] = handlers
        root.setLevel(level)


def alone(*lines: str, code: str = "") -> str:
    """The same in a process of its own."""
    run = subprocess.run(
        [sys.executable, *(["-c", code] if code else ["-m", "bot", "try", "--terminal"])],
        input="".join(f"{line}\n" for line in lines).encode(errors="surrogateescape"),
        env=ENVIRON, cwd="/", capture_output=True, check=False,
    )  # fmt: skip
    assert (run.returncode, run.stderr) == (0, b"")
    return run.stdout.decode()


def after(seen: str, sentence: str) -> str:
    """What was seen from this sentence on."""
    assert sentence in seen, seen
    return seen[seen.index(sentence) :]


def test_an_empty_pipe_shows_the_network_and_a_meeting_that_is_announced() -> None:
    seen = alone()

    assert "You are Ana Silva, who coordinates this network." in seen
    announced = after(seen, "Robotics twilight")
    assert "Yes 3 · Yes, if I am released 1 · Maybe 1 · No 1" in announced
    assert "[2 Yes] [3 Yes, if I am released] [4 Maybe] [5 No]" in announced
    assert "> " not in seen.replace("> thread", "")
    assert "\x1b" not in seen


def test_a_sentence_is_said_to_the_bot() -> None:
    seen = trial("Gruss Gott", "I can't come to robotics", "@convenor when is the next one")
    assert "I am not sure what you mean by “Gruss Gott”." in seen
    assert seen.count("You may mean Robotics twilight") == 2


def test_what_is_mistyped_gets_a_sentence() -> None:
    seen = alone(*MISTYPED).splitlines()

    told = seen[-len(MISTYPED) :]
    assert told == list(MISTYPED.values())


def test_a_person_answers_by_number_and_the_post_changes_at_once() -> None:
    seen = trial("@ben", "2", "@cleo", "[3]")

    assert "You are Ben Carter, Northshire College." in seen
    assert "(only you see this)" in after(seen, "You are Ben Carter")
    assert "Yes 4 · Yes, if I am released 2" in after(seen, "#northshire, changed")


def test_people_can_talk() -> None:
    assert "#northshire, Ben Carter\n  Shall I bring cake?" in trial("@ben say Shall I bring cake?")


def test_two_answers_at_the_same_instant_are_both_seen() -> None:
    seen = trial("@ben /rsvp yes", "@cleo /rsvp yes", "#northshire")

    standing = seen.rpartition("Robotics twilight")[2]
    assert "Yes 5 · Yes, if I am released 1" in standing


def test_numbers_stay_and_those_that_mean_nothing_any_more_say_so() -> None:
    seen = trial(PLAN, "", "", "", "", "", "9", "9", "@ben", "13", "@dev", "2")

    assert "[9 Send now] [10 Undo]" in seen
    assert "Maker day goes out now." in seen
    told = after(seen, "Maker day goes out now.")
    assert "Button 9 is gone, or was pressed already." in told
    assert "Saved: Yes" in told
    assert "Button 2 is in #northshire, where you are not." in told


def test_nobody_presses_what_only_another_sees() -> None:
    seen = trial("/meeting", "@ben", "9")

    assert "Only Ana Silva sees button 9." in seen


def test_a_form_keeps_what_stands_and_says_each_mistake_at_its_field() -> None:
    seen = trial(
        "/meeting plan", "", "Maker day", "someday", "16:00", "-", "Bring\\na box", "1.12.2090"
    )

    assert "What is it called?\nThis has to be filled in.\nWhat is it called?" in seen
    wrong = after(seen, "I cannot read that day.")
    assert wrong.splitlines()[1:3] == ["Which day? (Day, month, year: 1.12.2026)", "[someday]"]
    assert "What time" not in wrong
    assert "Maker day is planned. It goes out in 30 seconds." in wrong


def test_what_is_too_long_is_kept_and_asked_for_again() -> None:
    seen = trial(PLAN, "x" * 121, "", "Maker day", "", "", "", "")

    told = "That is 121 characters; there is room for 120."
    assert seen.count(f"{told}\nWhat is it called?\n[{'x' * 121}]") == 2
    assert "Maker day is planned." in seen


def test_a_form_can_be_left() -> None:
    seen = trial("/meeting plan", "Maker day", "Cancel", "/meeting")

    assert "You left the form; nothing was sent." in seen
    assert "Maker day" not in after(seen, "Coming meetings")


def test_the_end_of_the_pipe_inside_a_form_sends_nothing_and_is_no_fault() -> None:
    assert "is planned" not in trial("/meeting plan", "Maker day")


def test_what_is_meant_for_the_trial_is_no_answer_of_a_form() -> None:
    lines = ("@cleo", "inbox", "clock +1d", "Clock tower", "cancel")
    seen = trial("/meeting plan", *lines)

    told = after(seen, "What is it called?")
    assert told.count("This is a form. Type cancel to leave it, and then the command.") == 3
    assert "Which day?" in told


def test_somebody_joins_by_the_page_of_a_code() -> None:
    code = re.search(r"https://\S+/j/\S+", trial("/network invite"))
    assert code
    seen = trial("/network invite", f"page {code[0]}", "Kim Lee", "1", "/network people")

    told = after(seen, "I am Convenor, a program that helps people to meet.")
    assert "What is your name?\nDo you agree?\n  1 Yes, I want to join" in told
    assert "Welcome, Kim Lee!" in told
    assert "You are in Northshire STEM teachers." in told


def test_who_takes_over_is_somebody_else() -> None:
    seen = trial("/network deputy", "Ana", "@ben")

    assert "Ana Silva" not in after(seen, "Who may plan as well?").partition("I ask")[0]
    assert "I know nobody called Ana." in seen


def test_a_person_is_picked_by_name() -> None:
    seen = trial("/network deputy", "nobody", "@ben")

    assert "I know nobody called nobody." in seen
    assert "I ask Ben Carter. Nothing changes until they say yes" in seen


def test_thirty_seconds_pass_when_they_are_told_to() -> None:
    planned = (PLAN, "", "", "", "", "")
    seen = trial(*planned, "clock +29s", "clock 1 s")
    undone = trial(*planned, "10", "clock +1h")

    before, _, told = seen.rpartition("10:00 (London)")
    assert "#northshire\n  Maker day" not in before
    assert "#northshire\n  Maker day" in told
    assert "Nothing was sent. I kept Maker day for you." in undone
    assert "#northshire\n  Maker day" not in undone


def test_the_clock_goes_to_what_is_next_and_others_find_it_in_their_inbox() -> None:
    move = ("/meeting move", "", "", "17:30", "", "", "clock next")
    seen = trial("@ben /rsvp yes", "@ana", *move, "@ben", "inbox", "@jonas", "inbox")

    assert "#northshire > thread" in seen
    assert re.search(r"A private message for .*Ben Carter.*: be one of them", seen)
    found = after(seen, "Something waits for you: type inbox.")
    assert "A private message (only you see this)\n  Changed: Robotics twilight" in found
    assert "17:30 (London)" in found
    assert "Nobody has written to you privately." in after(found, "You are Jonas Weber")


def test_the_clock_goes_on_to_what_nobody_has_done_anything_for() -> None:
    seen = trial(*["clock next"] * 8)

    assert "Will you come? One click is enough." in seen
    assert "We begin. Are you here? One press is enough." in after(seen, "Will you come?")


def test_a_file_can_be_opened_until_one_quits() -> None:
    seen = trial("/privacy export")

    [path] = re.findall(r"A file for you, kept until you quit: (\S+my-data\.zip)", seen)
    assert not Path(path).exists()


def test_another_network_sees_its_own_room_only() -> None:
    seen = trial("@dev", "/meeting", "#southshire", "#northshire")

    assert "No meeting is planned yet." in seen
    assert "Robotics" not in after(seen, "You are Dev Sharma")
    assert "Nothing has been posted here yet." in seen


def test_help_and_who_tell_what_there_is() -> None:
    seen = trial("help", "?", "who", "QUIT", "/meeting")

    assert seen.count("what was written to you privately") == 2
    assert "  @noor    Noor Haddad, Northshire College" in seen
    assert "Coming meetings" not in seen


def test_nothing_is_connected_to_and_nothing_listened_on() -> None:
    assert "Saved: Yes" in alone("@ben /rsvp yes", code=NO_NETWORK)


def test_a_reader_that_goes_away_is_no_fault() -> None:
    script = (
        f"yes /meeting | head -50 | {sys.executable} -m bot try --terminal"
        " | head -1; echo ${PIPESTATUS[2]}"
    )
    run = subprocess.run(
        ["bash", "-c", script], env=ENVIRON, capture_output=True, text=True, check=False
    )

    assert (run.stdout.splitlines()[-1], run.stderr) == ("0", "")
