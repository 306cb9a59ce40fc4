"""Samples of what people see of meetings and of their answers."""

from collections.abc import Iterator
from datetime import timedelta

from bot.core.rsvps import ANSWERS, Standing
from bot.ui import Message
from bot.views import changes, meetings, networks, notes, rsvps
from bot.views.words import Words
from tests.gallery.register import (
    BIG,
    MANY_MEETINGS,
    MANY_NAMES,
    NOON,
    ZONE,
    Drawn,
    answer,
    meeting,
    network,
    place,
    sample,
    standing,
)
from tests.gallery.texts import Texts


@sample
def meetings_announcement(t: Words, x: Texts) -> Iterator[Drawn]:
    for names, hidden in ((0, 0), (1, 0), (3, 2), (MANY_NAMES, 9_999)):
        now = standing(x, names, hidden)
        for state in ("planned", "called off"):
            yield meetings.announcement(t, meeting(x, state=state), now, over=False)
        yield meetings.announcement(t, meeting(x), now, over=True)
    bare = meeting(x, without=("about", "venue", "reason"))
    yield meetings.announcement(t, bare, Standing(), over=False)


@sample
def meetings_who(t: Words, x: Texts) -> Iterator[Drawn]:
    for names, hidden in ((0, 0), (0, 1), (1, 0), (3, 2), (MANY_NAMES, 9_999)):
        yield meetings.who(t, meeting(x), standing(x, names, hidden))


@sample
def meetings_read(t: Words, x: Texts) -> Iterator[Drawn]:
    for mine in (None, *map(answer, ANSWERS)):
        for plans in (True, False):
            for over in (True, False):
                yield meetings.read(t, meeting(x), mine, plans=plans, over=over)
    yield meetings.read(t, meeting(x, state="called off"), None, plans=True, over=False)


@sample
def meetings_coming(t: Words, x: Texts) -> Iterator[Drawn]:
    for count in (0, 1, MANY_MEETINGS):
        ahead = [meeting(x, BIG - i) for i in range(count)]
        for plans in (True, False):
            yield meetings.coming(t, 1, ahead, {}, plans=plans)
            answered = {BIG - i: answer("released") for i in range(count)}
            yield meetings.coming(t, 1, ahead, answered, plans=plans)


@sample
def meetings_which(t: Words, x: Texts) -> Iterator[Drawn]:
    for count in (2, MANY_MEETINGS):
        ahead = [meeting(x, BIG - i) for i in range(count)]
        yield meetings.which(t, ahead, "call-off")
        yield meetings.which(t, ahead, "released", "rsvp")


@sample
def meetings_which_of(t: Words, x: Texts) -> Iterator[Drawn]:
    ahead = [meeting(x, BIG - i) for i in range(MANY_MEETINGS)]
    yield meetings.which_of(t, ahead, meetings.all_dates)


@sample
def meetings_note_of(t: Words, x: Texts) -> Iterator[Drawn]:
    here = meeting(x)
    said = t("Only the coordinators can read it.")
    yield meetings.note_of(t, here, said)
    yield meetings.note_of(t, here, said, meetings.all_dates(t, here))


@sample
def changes_form(t: Words, x: Texts) -> Iterator[Drawn]:
    wish = {"title": x.title, "venue": x.venue, "about": x.about}
    words = ((t("Plan a meeting"), t("Plan")), (t("Move or change"), t("Change")))
    for title, submit in words:
        action = f"meeting:{BIG}:move"
        for more in ({}, {"day": "2026-12-01", "time": "16:00"}, {"day": x.word[:20]}):
            yield changes.form(
                t, action=action, title=title, submit=submit, wish=wish | more, zone=ZONE
            )
        yield changes.form(t, action=action, title=title, submit=submit, wish={}, zone=ZONE)


@sample
def changes_call_off_form(t: Words, x: Texts) -> Iterator[Drawn]:
    yield changes.call_off_form(t, meeting(x))


@sample
def changes_waiting(t: Words, x: Texts) -> Iterator[Drawn]:
    said = t.text("**{title}** is planned. It goes out in 30 seconds.", title=x.title)
    for listed in (True, False):
        for people in (0, 1, BIG):
            tells = networks.tells(t, people, place(x, listed=listed))
            yield changes.waiting(t, meeting(x), said, tells)
    yield changes.waiting(t, meeting(x, without=("venue",)), said, "-")


@sample
def changes_undone(t: Words, x: Texts) -> Iterator[Drawn]:
    yield changes.undone(t, meeting(x))


@sample
def changes_moved(t: Words, x: Texts) -> Iterator[Drawn]:
    yield changes.moved(t, meeting(x), None)
    yield changes.moved(t, meeting(x), t.when(NOON - timedelta(days=9), ZONE))


@sample
def meetings_called_off(t: Words, x: Texts) -> Iterator[Drawn]:
    yield meetings.called_off(t, meeting(x))
    yield meetings.called_off(t, meeting(x, without=("reason",)))


@sample
def meetings_too_late(t: Words, x: Texts) -> Iterator[Drawn]:
    """What [Undo] answers when it is too late."""
    said = notes.note(t("It has gone out already, or has changed since. This is how it stands:"))
    for over in (True, False):
        shown = meetings.read(t, meeting(x), None, plans=True, over=over)
        yield Message(shown.title, (*said.blocks, *shown.blocks))


@sample
def rsvps_choose(t: Words, x: Texts) -> Iterator[Drawn]:
    for mine in (None, *map(answer, ANSWERS)):
        yield rsvps.choose(t, meeting(x), mine)


@sample
def rsvps_elsewhere(t: Words, x: Texts) -> Iterator[Drawn]:
    found = [(meeting(x, BIG - i), network(x)) for i in range(MANY_MEETINGS)]
    for said in ("", "released"):
        yield rsvps.elsewhere(t, network(x), found, said, planned=bool(said))


@sample
def rsvps_kept(t: Words, x: Texts) -> Iterator[Drawn]:
    for said in ANSWERS:
        for hidden in (True, False):
            yield rsvps.kept(t, meeting(x), answer(said, hidden=hidden))


@sample
def changes_overtaken(t: Words, x: Texts) -> Iterator[Drawn]:
    yield changes.overtaken(t, meeting(x), 7)
