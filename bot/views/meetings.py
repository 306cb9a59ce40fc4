"""What people see of a meeting."""

import re
from collections.abc import Callable, Sequence
from datetime import timedelta
from zoneinfo import ZoneInfo

from bot import ui
from bot.core.rsvps import ONLINE, Name, Standing
from bot.i18n import marked
from bot.store.tables import Meeting, Rsvp
from bot.ui import Block, Button, Controls, Facts, Message, Para, Row, Small, Tally, Text
from bot.views import seats
from bot.views.agendas import before_you_come, show_button
from bot.views.answers import answer_buttons, answer_words, ways_to_answer, your_answer
from bot.views.notes import note
from bot.views.words import Words

TITLE, VENUE, ABOUT, REASON = 120, 150, 1200, 300
"""The most characters of each; even all of them signs of markup, one message holds them."""
_ABOUT_SHOWN, _NAMES_SHOWN = 600, 500
_BESIDE = 150
"""What the places of a meeting weigh, and one's own on the waiting list."""
NAMES_DRAWN = _NAMES_SHOWN // 3 + 1
"""Names of which not all have room in a post: each has a letter, a comma and a space."""
_ADDRESS = re.compile(r"https?://[^\s<>\"|\\]+[^\s<>\"|\\.,;:!?)]")


def venue(text: str) -> Text:
    """A venue as typed, with a web address in it to follow."""
    spans: list[ui.Span | ui.Link] = []
    at = 0
    for match in _ADDRESS.finditer(text):
        if at < match.start():
            spans.append(ui.Span(ui.typed(text[at : match.start()])))
        spans.append(ui.Link(match[0], match[0]))
        at = match.end()
    if at < len(text):
        spans.append(ui.Span(ui.typed(text[at:])))
    return tuple(spans)


def facts(t: Words, meeting: Meeting, *, link: bool = False) -> Facts:
    """When and where, each reader in their own zone; the `link` of the call for those who come."""
    rows: list[tuple[str, Text]] = [(t("When"), (t.when(meeting.starts_at, meeting.zone),))]
    if meeting.ends:
        ends = meeting.starts_at + timedelta(minutes=meeting.minutes)
        local = t.time(ends.astimezone(ZoneInfo(meeting.zone)).time())
        rows.append((t("Until"), ui.words(f"{local} ({t.city(meeting.zone)})")))
    if where := _where(t, meeting):
        rows.append((t("Where"), where))
    if link and meeting.link:
        rows.append((t("The call"), venue(meeting.link)))
    return t.facts(rows)


def _where(t: Words, meeting: Meeting) -> Text:
    place = venue(meeting.venue)
    if meeting.mode == "both" and place:
        return t.text("{place}, or online", place=place)
    if meeting.mode == "online" and place:
        return t.text("Online: {place}", place=place)
    return place if meeting.mode == "room" else ui.words(seats.ways(t)[meeting.mode])


def announcement(t: Words, meeting: Meeting, standing: Standing, *, over: bool) -> Message:
    """The post in the channel: what, when, where, who is coming, and a button for each answer."""
    if meeting.state == "called off":
        return called_off(t, meeting)
    about = ui.shorten(meeting.about, _ABOUT_SHOWN)
    places = seats.rows(t, meeting, standing)
    blocks: list[Block] = [t.facts((*facts(t, meeting).rows, *places))]
    if about:
        blocks.append(Para(ui.words(ui.typed(about))))
    blocks.append(_tally(t, meeting, standing))
    blocks += [Para(line) for line in _who(t, standing)]
    if over:
        return Message(ui.typed(meeting.title), (*blocks, Small(t("This meeting is over."))))
    more = [Button(t("Who is coming"), f"rsvp:{meeting.id}:who"), show_button(t, meeting)]
    more.append(as_text(t, meeting))
    if about != meeting.about:
        more.append(Button(t("Read all"), f"meeting:{meeting.id}:read"))
    return Message(
        ui.typed(meeting.title), (*blocks, answer_buttons(t, meeting), Controls(tuple(more)))
    )


def _tally(t: Words, meeting: Meeting, standing: Standing) -> Tally:
    words, counts = ways_to_answer(t, meeting), standing.counts
    if ONLINE in words:
        counts = counts | {"yes": counts["yes"] - counts[ONLINE]}
    return Tally(tuple((said, counts[answer]) for answer, said in words.items()))


def _who(t: Words, standing: Standing) -> list[Text]:
    said = {"yes": marked("Coming: {names}"), "released": marked("Coming if released: {names}")}
    return [
        t.text(message, names=ui.shorten(_names(t, standing.names[answer]), _NAMES_SHOWN))
        for answer, message in said.items()
        if standing.names[answer]
    ]


def _names(t: Words, names: Sequence[Name]) -> str:
    return t.names(seats.named(t, name) for name in names)


def who(t: Words, meeting: Meeting, standing: Standing, *, plans: bool = False) -> Message:
    """Everybody who shows their name, by answer, and how many do not; for who `plans`, the ways to
    those who are not in the chat.
    """
    rows: list[tuple[str, Text]] = []
    for answer, words in answer_words(t).items():
        names, count = standing.names[answer], standing.counts[answer]
        shown = [ui.typed(ui.shorten(_names(t, names), 600))] if names else []
        if hidden := count - len(names):
            shown.append(t.n("{n} without a name", "{n} without a name", n=hidden))
        rows.append((f"{words} ({count})", ui.words(" + ".join(shown) or t("nobody yet"))))
    if waiting := sum(len(side.waiting) + side.waited for side in standing.sides):
        names = standing.waiting
        listed = ui.typed(ui.shorten(_names(t, names), 600)) if names else "-"
        rows.append((t("Waiting list ({n})", n=waiting), ui.words(listed)))
    ways = (
        Button(t("Enter a list of names"), f"rsvp:{meeting.id}:list"),
        Button(t("Pages"), f"page:{meeting.id}:list"),
    )
    controls = (Controls(ways),) if plans and meeting.state == "planned" else ()
    return Message(ui.typed(meeting.title), (t.facts(rows), *controls))


def read(
    t: Words,
    meeting: Meeting,
    mine: Rsvp | None,
    *,
    plans: bool,
    over: bool,
    places: Sequence[tuple[str, Text]] = (),
) -> Message:
    """One meeting whole, for one person: with their answer, how its `places` stand, and for a
    coordinator what can be changed.
    """
    link = plans or seats.sees_link(meeting, mine)
    now = facts(t, meeting, link=link)
    blocks: list[Block] = [t.facts((*now.rows, *places))]
    if meeting.about:
        room = 2 * ABOUT - link * ui.weight(meeting.link) - _BESIDE * bool(places)
        blocks.append(Para(ui.words(ui.typed(ui.shorten(meeting.about, room)))))
    blocks += before_you_come(t, meeting)
    copy = [Controls((Button(t("Copy"), f"meeting:{meeting.id}:copy"),))] if plans else []
    if meeting.state == "called off":
        blocks.append(Para(ui.words(t("This meeting was called off."))))
        blocks += copy
    elif meeting.state == "withdrawn":
        blocks.append(Para(ui.words(t("Kept for you; nobody was told."))))
        blocks.append(kept_buttons(t, meeting))
    elif not over:
        blocks.append(Para(your_answer(t, mine)))
        blocks.append(answer_buttons(t, meeting))
        blocks += _more(t, meeting, plans=plans)
    else:
        blocks.append(Para(ui.words(t("This meeting is over."))))
        blocks += copy
    return Message(ui.typed(meeting.title), tuple(blocks))


def _more(t: Words, meeting: Meeting, *, plans: bool) -> list[Controls]:
    """What else there is to a meeting that is to come, in rows."""
    more = [Button(t("Who is coming"), f"rsvp:{meeting.id}:who"), show_button(t, meeting)]
    more.append(as_text(t, meeting))
    ask = f"request:0:ask:{meeting.network_id}:0:{meeting.id}"
    more.append(Button(t("Ask for something"), ask))
    if plans:
        more += [
            Button(t("Move or change"), f"meeting:{meeting.id}:move"),
            Button(t("Call off"), f"meeting:{meeting.id}:call-off", "danger"),
            Button(t("Reminders"), f"meeting:{meeting.id}:reminders"),
        ]
    if meeting.series_id is not None:
        more.append(all_dates(t, meeting))
    elif plans:
        more.append(Button(t("Repeat"), f"meeting:{meeting.id}:repeat"))
    if plans:
        more.append(Button(t("Invite again"), f"meeting:{meeting.id}:invite"))
        more += [seats.places_button(t, meeting), to_groups(t, meeting)]
    rows = range(0, len(more), ui.limits.BUTTONS)
    return [Controls(tuple(more[first : first + ui.limits.BUTTONS])) for first in rows]


def to_groups(t: Words, meeting: Meeting) -> Button:
    """The way to the groups of a meeting."""
    return Button(t("Groups"), f"meeting:{meeting.id}:groups")


def as_text(t: Words, meeting: Meeting) -> Button:
    """The way to the invitation as text, for who is not in the chat."""
    return Button(t("Copy as text"), f"meeting:{meeting.id}:as-text")


def all_dates(t: Words, meeting: Meeting) -> Button:
    """The way to all dates of the series that a meeting belongs to."""
    return Button(t("All dates"), f"meeting:{meeting.id}:dates")


def line(t: Words, meeting: Meeting) -> Text:
    """A meeting in one line: its title, and when."""
    return t.text(
        "**{title}**, {when}",
        title=ui.shorten(meeting.title, 150),
        when=t.when(meeting.starts_at, meeting.zone),
    )


def intro(t: Words, meeting: Meeting) -> str:
    """The same above a form that is about it."""
    when = t.moment(meeting.starts_at, meeting.zone)
    return ui.shorten(t("{title}, {when}", title=meeting.title, when=when), 500)


def note_of(t: Words, meeting: Meeting, said: str, *buttons: Button) -> Message:
    """A few words about a meeting, and what can be done next."""
    return Message("", (Para(line(t, meeting)), *note(said, *buttons).blocks))


def coming(
    t: Words,
    network: int,
    meetings: Sequence[Meeting],
    mine: dict[int, Rsvp],
    *,
    plans: bool,
    kept: Sequence[Meeting] = (),
) -> Message:
    """The meetings ahead, each with the person's own answer; `kept` are those that were undone."""
    plan = Button(t("Plan a meeting"), f"meeting:0:plan:{network}", "primary")
    if not meetings and not kept:
        words = t("No meeting is planned yet.")
        return note(words, plan) if plans else note(words)
    blocks: list[Block] = []
    for meeting in meetings[:8]:
        answer = mine.get(meeting.id or 0)
        text = (*line(t, meeting), ui.Span("\n"), *your_answer(t, answer))
        blocks.append(Row(text, opens(t, meeting, answer, plans=plans)))
    for meeting in kept[:3]:
        text = (*line(t, meeting), ui.Span("\n"), *ui.words(t("Kept for you; nobody was told.")))
        blocks.append(Row(text, _button(meeting, t("Open"), f"meeting:{meeting.id}:read")))
    if plans:
        blocks.append(Controls((plan,)))
    return Message(t("Coming meetings"), tuple(blocks))


def opens(t: Words, meeting: Meeting, answer: Rsvp | None, *, plans: bool) -> Button:
    """The button beside a meeting in a list."""
    if plans:
        return _button(meeting, t("Open"), f"meeting:{meeting.id}:read")
    label = t("Change my answer") if answer else t("Answer")
    return _button(meeting, label, f"rsvp:{meeting.id}:choose")


def _button(meeting: Meeting, label: str, action: str) -> Button:
    title = ui.shorten(ui.typed(meeting.title), 50)
    return Button(label, action, spoken=ui.shorten(f"{label}: {title}", ui.limits.BUTTON))


def which(t: Words, meetings: Sequence[Meeting], verb: str, noun: str = "meeting") -> Message:
    """Several meetings may be meant: a button for each."""
    return which_of(t, meetings, lambda t, one: Button(t("This one"), f"{noun}:{one.id}:{verb}"))


def which_of(
    t: Words, meetings: Sequence[Meeting], way: Callable[[Words, Meeting], Button]
) -> Message:
    """The same, with the button that is the `way` on from each."""
    rows = (Row(line(t, meeting), way(t, meeting)) for meeting in meetings[:8])
    return Message("", (Para(ui.words(t("Which meeting do you mean?"))), *rows))


def kept_buttons(t: Words, meeting: Meeting) -> Controls:
    """What can be done with a meeting that was taken back before anybody was told."""
    return Controls(
        (
            Button(t("Change and send"), f"meeting:{meeting.id}:again", "primary"),
            Button(t("Throw away"), f"meeting:{meeting.id}:discard", "danger"),
        )
    )


def called_off(t: Words, meeting: Meeting) -> Message:
    """The post, and what is told, when a meeting was called off."""
    blocks: list[Block] = [Para(ui.words(t("This meeting was called off."))), facts(t, meeting)]
    if meeting.reason:
        blocks.append(Para(ui.words(ui.typed(meeting.reason))))
    return Message(t("Called off: {title}", title=meeting.title), tuple(blocks))
