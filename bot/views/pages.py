"""What people without an account see by their personal link, and who gives it to them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot import ui
from bot.core.seats import is_offered
from bot.store.tables import Meeting, Network, Rsvp
from bot.ui import Block, Button, Controls, Form, Line, Message, Para, Row, Rule, Small
from bot.views import seats
from bot.views.agendas import before_you_come, show_button
from bot.views.answers import answer_buttons, given, your_answer
from bot.views.attendance import could_not
from bot.views.meetings import facts, line, note_of, venue
from bot.views.notes import note
from bot.views.reflections import look_back
from bot.views.words import Words

NAME = 80
"""The most characters of a name."""
MOST = 3
"""So many meetings stand on one page whole."""
_ABOUT, _SHOWN, _CALLED = 900, 8, 40


@dataclass(frozen=True, slots=True)
class Stands:
    """How things stand with a meeting for who comes by a link: their answer and their number on the
    waiting list, who sends them, whether it is over, whether it can be said that one is there and
    has been said, whether one can look back, and whether there are notes; whether the page is that
    of somebody with an account (`linked`).
    """

    mine: Rsvp | None = None
    number: int = 0
    sender: str = ""
    over: bool = False
    on: bool = False
    there: bool = False
    back: bool = False
    notes: bool = False
    linked: bool = False


def meeting(t: Words, meeting: Meeting, now: Stands) -> Message:
    """One meeting whole: its facts, the person's answer, and the ways on."""
    blocks: list[Block] = []
    if now.sender and not now.over:
        blocks.append(Para(t.text("**{name}** sends you.", name=ui.shorten(now.sender, _CALLED))))
    blocks.append(facts(t, meeting, link=seats.sees_link(meeting, now.mine)))
    if meeting.about:
        blocks.append(Para(ui.words(ui.typed(ui.shorten(meeting.about, _ABOUT)))))
    blocks += before_you_come(t, meeting)
    if meeting.state != "planned":
        blocks.append(Para(ui.words(t("This meeting was called off."))))
    else:
        blocks += _afterwards(t, meeting, now) if now.over else _before(t, meeting, now)
    more = [show_button(t, meeting)]
    if not now.over:
        more += [
            Button(t("Who is coming"), f"rsvp:{meeting.id}:who"),
            Button(t("Calendar file"), f"page:{meeting.id}:calendar"),
        ]
    mine = (
        Button(t("What do you keep about me?"), "privacy:0:show"),
        *(() if now.linked else (_uses_chat(t, f"page:{meeting.id}:link"),)),
        Button(t("Make this page mine alone"), f"page:{meeting.id}:own"),
    )
    blocks += [Rule(), Controls(tuple(more)), Controls(mine)]
    return Message(ui.typed(meeting.title), tuple(blocks))


def _uses_chat(t: Words, action: str) -> Button:
    return Button(t("I use Slack or Discord too"), action)


def _before(t: Words, meeting: Meeting, now: Stands) -> list[Block]:
    asked = t.text("**Do you come?**") if now.mine is None else your_answer(t, now.mine, now.number)
    blocks: list[Block] = [Para(asked), answer_buttons(t, meeting, given(now.mine))]
    if now.mine is not None and is_offered(now.mine):
        take = Button(t("Take the place"), f"rsvp:{meeting.id}:take", "primary")
        blocks.append(Controls((take,)))
    if now.on:
        blocks.append(_there(t, meeting, now))
    seen = t("People of the network see your name.")
    if now.mine is not None and now.mine.hidden:
        seen = t("Your name is hidden; only the count shows.")
    return [*blocks, Small(seen)]


def _afterwards(t: Words, meeting: Meeting, now: Stands) -> list[Block]:
    said = t("This meeting is over.")
    if now.there:
        said += " " + t("You were there.")
    blocks: list[Block] = [Para(ui.words(said))]
    ways = []
    if now.notes:
        ways.append(Button(t("Read the notes"), f"notes:{meeting.id}:read", "primary"))
    else:
        blocks.append(Para(ui.words(t("Nobody has written notes yet."))))
    if now.back:
        ways.append(look_back(t, meeting))
    blocks += [Controls(tuple(ways))] if ways else []
    return [*blocks, _there(t, meeting, now)] if now.on else blocks


def _there(t: Words, meeting: Meeting, now: Stands) -> Block:
    if now.there:
        return Controls((Button(t("I was not there"), f"here:{meeting.id}:away"),))
    label = t("I was there") if now.over else t("I am here")
    come = Button(label, f"here:{meeting.id}:come")
    return Controls((come, could_not(t, meeting)) if now.over else (come,))


def member(
    t: Words,
    network: Network,
    meetings: Sequence[Meeting],
    mine: Mapping[int, Rsvp],
    last: Meeting | None,
    *,
    linked: bool = False,
) -> Message:
    """What is coming up in a network, with the person's answers, and the notes of the `last`
    meeting; `linked`: they have an account too.
    """
    blocks: list[Block] = []
    if not meetings:
        blocks.append(Para(ui.words(t("No meeting is planned yet."))))
    for one in meetings[:MOST]:
        own = mine.get(one.id or 0)
        title = ui.typed(ui.shorten(one.title, 40))
        spoken = ui.shorten(f"{t('Read all')}: {title}", ui.limits.BUTTON)
        more = Button(t("Read all"), f"page:{one.id}:meeting", spoken=spoken)
        blocks += [Row(line(t, one), more), Para(your_answer(t, own))]
        blocks.append(answer_buttons(t, one, given(own)))
    if last is not None:
        blocks += [Rule(), Row(line(t, last), Button(t("Notes"), f"notes:{last.id}:read"))]
    blocks.append(
        Controls(
            (
                Button(t("What do you keep about me?"), "privacy:0:show"),
                *(() if linked else (_uses_chat(t, f"page:0:link:{network.id}"),)),
                Button(t("Leave this network"), f"page:0:leave:{network.id}"),
            )
        )
    )
    blocks.append(Small(t("A page for you alone, from {name}.", name=network.name)))
    return Message(ui.typed(network.name), tuple(blocks))


def leave(t: Words, network: Network) -> Message:
    """Do they want to leave? Asked before it is done."""
    asked = t.text("Do you want to leave **{name}**?", name=network.name)
    what = t("Your answers to meetings to come are then taken back.")
    what += " " + t("This page still works then: for a copy, to erase everything, or to come back.")
    ways = (
        Button(t("Yes, leave"), f"network:{network.id}:leave-now", "danger"),
        Button(t("No, stay"), f"page:0:member:{network.id}"),
    )
    return Message("", (Para(asked), Para(ui.words(what)), Controls(ways)))


def left(t: Words, network: Network) -> Message:
    """They are in it no more; what their page is for from now on."""
    said = t.text("You are not in **{name}** any more.", name=network.name)
    what = t("What I keep about you can be seen, copied and erased here.")
    ways = (
        Button(t("Come back"), f"network:{network.id}:join", "primary"),
        Button(t("What do you keep about me?"), "privacy:0:show"),
    )
    return Message(ui.typed(network.name), (Para(said), Para(ui.words(what)), Controls(ways)))


def back(t: Words, network: Network) -> Message:
    """They are in it again."""
    said = t.text("You are in **{name}**.", name=network.name)
    return note(said, Button(t("Go there"), f"page:0:member:{network.id}", "primary"))


def give(
    t: Words, meeting: Meeting, name: str, text: str, until: datetime, *more: Button
) -> Message:
    """A page was made for somebody: its address, in a text to send them, and `more` ways on."""
    called = ui.shorten(name, _CALLED)
    what = t.text(
        "**Give {name} this page.** On it they answer, and later read the notes. Nobody else should"
        " have its address.",
        name=called,
    )  # fmt: skip
    told = t("It works until {day}. I show the address only now.", day=_day(t, until, meeting))
    blocks = (Para(what), Para(ui.words(t("To copy:"))), Rule(), Para(venue(text)), Rule())
    return Message("", (*blocks, Small(told), Controls(more)))


def _day(t: Words, until: datetime, meeting: Meeting) -> str:
    return t.moment(until, meeting.zone)


def theirs(t: Words, meeting: Meeting, name: str, *more: Button) -> Message:
    """Who has used their page keeps it, and others get no address for it."""
    said = t(
        "{name} has used their page already. So nobody else gets an address for it.",
        name=ui.shorten(name, _CALLED),
    )
    return note_of(t, meeting, said, *more)


def alone(t: Words, meeting: Meeting, address: str) -> Message:
    """One's page has another address, which nobody else knows."""
    own = t(
        "This is your own page, for answers and notes. Keep its address, and show it to nobody:"
    )
    before = t("The address that somebody gave you does not work any more.")
    there = Para((ui.Link(address, address),))
    return Message(ui.typed(meeting.title), (Para(ui.words(own)), there, Small(before)))


def without(t: Words, meeting: Meeting, name: str, text: str, *, plans: bool) -> Message:
    """There are no pages here; what can be done instead."""
    called = ui.shorten(name, _CALLED)
    if plans:
        said = t(
            "This bot has no web pages, so {name} cannot answer alone. Send this, and enter the"
            " answer yourself.",
            name=called,
        )  # fmt: skip
    else:
        said = t(
            "This bot has no web pages. Send {name} this; a coordinator ticks them at the meeting.",
            name=called,
        )
    blocks: list[Block] = [Para(ui.words(said)), Rule(), Para(venue(text)), Rule()]
    names = Button(t("Enter a list of names"), f"rsvp:{meeting.id}:list")
    return Message("", (*blocks, Controls((names,) if plans else (own(t, meeting),))))


def own(t: Words, meeting: Meeting) -> Button:
    """The way to one's own answer."""
    return Button(t("My answer"), f"rsvp:{meeting.id}:choose")


def everybody(t: Words, meeting: Meeting) -> Button:
    """The way to all pages about a meeting."""
    return Button(t("Pages"), f"page:{meeting.id}:list")


def end(t: Words, meeting: Meeting, member: int) -> Button:
    """The way to end somebody's page."""
    return Button(t("End this page"), f"page:{meeting.id}:end:{member}", "danger")


def again(t: Words, meeting: Meeting, member: int) -> Button:
    """The way to a new address for it."""
    return Button(t("A new address"), f"page:{meeting.id}:again:{member}")


def form(t: Words, meeting: Meeting, typed: str = "") -> Form:
    """For whom is the page?"""
    return Form(
        action=f"meeting:{meeting.id}:page",
        title=ui.fit(t("A page for somebody"), ui.limits.FORM_TITLE),
        submit=t("Make it"),
        intro=ui.plain(line(t, meeting)),
        fields=(
            Line(
                key="name",
                label=ui.fit(t("What is their name?"), ui.limits.LABEL),
                value=typed,
                most=NAME,
                hint=ui.fit(t("Somebody who is not here: a head, a partner."), ui.limits.HINT),
            ),
        ),
    )


def listed(t: Words, meeting: Meeting, pages: Sequence[tuple[int, str, bool]]) -> Message:
    """Who has a page about a meeting: who has not used it can have a new address."""
    make = Button(t("A page for somebody"), f"meeting:{meeting.id}:page", "primary")
    if not pages:
        return note_of(t, meeting, t("Nobody has a page for this meeting."), make)
    rows = [_listed(t, meeting, *page) for page in pages[:_SHOWN]]
    left = len(pages) - _SHOWN
    more = [Small(t.n("And {n} more.", "And {n} more.", n=left))] if left > 0 else []
    return Message(t("Pages"), (Para(line(t, meeting)), *rows, *more, Controls((make,))))


def _listed(t: Words, meeting: Meeting, member: int, name: str, is_silent: bool) -> Block:
    called = ui.words(ui.typed(ui.shorten(name, _CALLED)))
    return Row(called, again(t, meeting, member)) if is_silent else Para(called)


def ended(t: Words, meeting: Meeting, name: str, *more: Button) -> Message:
    """The page does not work any more."""
    called = ui.shorten(name, _CALLED)
    said = t("The page of {name} does not work any more. What they answered stays.", name=called)
    return note_of(t, meeting, said, *more)
