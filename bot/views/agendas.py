"""What people see of an agenda: the page of a meeting, and what fits beside other things."""

from collections.abc import Sequence
from dataclasses import replace

from bot import ui
from bot.core import timetable
from bot.core.agendas import Item
from bot.core.minutes import Todo
from bot.store.tables import AgendaItem, Meeting
from bot.ui import Block, Button, Controls, Message, Para, Row, Small, Text
from bot.views.lists import more, turns
from bot.views.notes import note
from bot.views.words import Words

_NAME, _OWN = 60, 3
"""How much of a name a line shows, and how many of the reader's own proposals a page lists."""
_TITLE, _LEAD = 100, 30
"""How much of a title and of a name a line shows that stands beside other things."""
_BESIDE, _PAGE, _BRING_BESIDE = 1_200, 1_400, 400
"""The weight of what an agenda shows beside other things, on a page of its own, and of what is to
be done before one comes where it stands beside other things.
"""


def kind_words(t: Words) -> dict[str, str]:
    """The kinds of items as a teacher names them."""
    return {
        "hands-on": t.p("agenda", "hands-on"),
        "discussion": t.p("agenda", "discussion"),
        "reflection": t.p("agenda", "looking back"),
        "presentation": t.p("agenda", "presentation"),
        "notices": t.p("agenda", "notices"),
    }


def how(t: Words, item: AgendaItem, lead: str = "") -> str:
    """How long an item takes, its kind, and who leads it."""
    minutes, kind = t("{n} min", n=item.minutes), kind_words(t)[item.kind]
    name = (ui.shorten(lead, _NAME),) if lead else ()
    return ", ".join((minutes, kind, *map(ui.typed, name)))


def lines(
    t: Words, meeting: Meeting, items: Sequence[Item], room: int = ui.limits.ALL_TEXT
) -> list[Text]:
    """An agenda line by line, each with the time at which it begins where the meeting is; of each
    title as much as there is room for.
    """
    starts = timetable.times(meeting.starts_at, meeting.zone, [i.row.minutes for i in items])
    return [
        t.text(
            "**{time}** {title} ({how})",
            time=t.time(at.time()),
            title=ui.shorten(item.row.title, room),
            how=how(t, item.row, item.lead),
        )
        for at, item in zip(starts, items, strict=False)
    ]


def _pages(lines: Sequence[Text], room: int) -> list[list[Text]]:
    """The lines in parts that have room, each for as much as it holds."""
    pages: list[list[Text]] = [[]]
    left = room
    for line in lines:
        size = ui.weight(ui.plain(line)) + 8
        if size > left and pages[-1]:
            pages.append([])
            left = room
        pages[-1].append(line)
        left -= size
    return pages


def joined(lines: Sequence[Text]) -> Text:
    """Lines as one text."""
    return tuple(span for line in lines for span in (*line, ui.Span("\n")))[:-1]


def in_short(
    t: Words, meeting: Meeting, items: Sequence[Item], room: int = _BESIDE
) -> tuple[Text, ...]:
    """An agenda to stand beside other things: as many of its items as there is room for, how many
    more there are, and whose clocks these are. Nothing where there are none.
    """
    if not items:
        return ()
    short = [replace(item, lead=ui.shorten(item.lead, _LEAD)) for item in items]
    shown = _pages(lines(t, meeting, short, _TITLE), room)[0]
    shown = [*shown, *more(t, len(items) - len(shown))]
    clocks = ui.words(t("Clocks of {zone}", zone=t.city(meeting.zone)))
    return (joined(shown), clocks)


def bring(t: Words, meeting: Meeting, room: int) -> Text:
    """What to bring, read or try, as far as there is room."""
    return t.text("**Before you come:** {what}", what=ui.shorten(meeting.bring, room))


def before_you_come(t: Words, meeting: Meeting, room: int = _BRING_BESIDE) -> tuple[Block, ...]:
    """What to bring, read or try, as far as there is room; nothing where nothing is asked for."""
    return (Para(bring(t, meeting, room)),) if meeting.bring else ()


def page(
    t: Words,
    meeting: Meeting,
    items: Sequence[Item],
    own: Sequence[AgendaItem],
    *,
    open_: bool,
    proposed: int | None = None,
    others: bool = False,
    at: int = 0,
    carried: Sequence[Todo] = (),
    opening: Sequence[Text] = (),
) -> Message:
    """The agenda of a meeting, a page of it, with what the reader proposed. `proposed`: for a
    coordinator, how many proposals wait; `others`: there are other meetings; not `open_`: nothing
    can be proposed any more. `opening`: what comes before all else.
    """
    pages = _pages(lines(t, meeting, items), _PAGE)
    at = min(at, len(pages) - 1)
    parts: list[Block] = [Para((t.when(meeting.starts_at, meeting.zone),))]
    parts += [Para(joined(opening))] if opening else []
    parts += _timed(t, meeting, items, pages[at], last=at == len(pages) - 1)
    parts += before_you_come(t, meeting, ui.limits.ALL_TEXT)
    parts += still_to_do(t, carried)
    parts += _own(t, meeting, own)
    if proposed and open_:
        button = Button(t("Have a look"), f"agenda:{meeting.id}:arrange", "primary")
        parts.append(Row(ui.words(_waiting(t, proposed)), button))
    labels = (t("Earlier items"), t("Later items"))
    buttons = turns(t, f"agenda:{meeting.id}:show", at, len(pages), labels)
    buttons += _ways_on(t, meeting, proposed) if open_ else ()
    if others:
        buttons.append(Button(t("Another meeting"), f"agenda:0:which:{meeting.network_id}"))
    controls = [Controls(tuple(buttons[i : i + 5])) for i in range(0, len(buttons), 5)]
    return Message(heading(t, meeting), (*parts, *controls))


def _timed(
    t: Words, meeting: Meeting, items: Sequence[Item], lines: Sequence[Text], *, last: bool
) -> list[Block]:
    """The lines of a page; below its `last` ones, when the meeting ends."""
    if not items:
        return [Para(ui.words(t("Nothing is on the agenda yet.")))]
    ends = timetable.times(meeting.starts_at, meeting.zone, [i.row.minutes for i in items])[-1]
    end = [t.text("**{time}** End", time=t.time(ends.time()))] if last else []
    return [Para(joined([*lines, *end])), Small(t("Clocks of {zone}", zone=t.city(meeting.zone)))]


def heading(t: Words, meeting: Meeting) -> str:
    """The title of a page about a meeting's agenda."""
    return t("Agenda: {title}", title=ui.shorten(meeting.title, 100))


def _waiting(t: Words, count: int) -> str:
    return t.n("{n} proposal waits for you.", "{n} proposals wait for you.", n=count)


def _ways_on(t: Words, meeting: Meeting, proposed: int | None) -> list[Button]:
    if proposed is None:
        return [Button(t("Propose an item"), f"agenda:{meeting.id}:propose")]
    arrange = Button(t("Arrange"), f"agenda:{meeting.id}:arrange", "primary")
    return [
        *([] if proposed else [arrange]),  # the line of the proposals leads there too
        Button(t("Add an item"), f"agenda:{meeting.id}:propose"),
        before_button(t, meeting),
    ]


def show_button(t: Words, meeting: Meeting) -> Button:
    """The way to the agenda of a meeting."""
    return Button(t("Agenda"), f"agenda:{meeting.id}:show")


def before_button(t: Words, meeting: Meeting) -> Button:
    """The way to what people are asked to bring, read or try."""
    return Button(t("Before you come"), f"agenda:{meeting.id}:before")


def todo(t: Words, one: Todo) -> Text:
    """Something to do, by whom and until when."""
    row = one.row
    parts = [ui.typed(ui.shorten(one.owner, _LEAD))] if one.owner else []
    parts += [t("by {day}", day=t.day(row.due))] if row.due else []
    parts += [t("done")] if row.state == "done" else []
    what = ui.shorten(row.what, _TITLE)
    return (
        t.text("{what} ({how})", what=what, how=", ".join(parts))
        if parts
        else ui.words(ui.typed(what))
    )


def still_to_do(t: Words, todos: Sequence[Todo]) -> tuple[Block, ...]:
    """What is still open from the meetings before; nothing where nothing is."""
    if not todos:
        return ()
    lines = [t.text("**Still to do from before:**"), *(todo(t, one) for one in todos)]
    return (Para(joined(lines)),)


def _own(t: Words, meeting: Meeting, own: Sequence[AgendaItem]) -> list[Block]:
    """What the reader proposed, and what has become of it."""
    if not own:
        return []
    parts: list[Block] = [Para(ui.words(t("What you proposed:")))]
    for item in own[:_OWN]:
        said = t.text("{title}: {state}", title=ui.shorten(item.title, 120), state=_state(t, item))
        take_back = Button(t("Take it back"), f"agenda:{meeting.id}:take-back:{item.id}")
        parts.append(Row(said, take_back) if item.state == "proposed" else Para(said))
    return [*parts, *map(Para, more(t, len(own) - _OWN))]


def _state(t: Words, item: AgendaItem) -> str:
    told = {
        "proposed": t("a coordinator will look at it"),
        "on": t("on the agenda"),
        "dropped": t("not this time"),
    }
    return told[item.state]


def proposed(t: Words, meeting: Meeting, item: AgendaItem) -> Message:
    """A proposal is kept; it can be taken back."""
    said = t.text(
        "Thank you. I keep **{title}** for the coordinators of {meeting}. /agenda shows what "
        "becomes of it.",
        title=item.title, meeting=ui.shorten(meeting.title, 100),
    )  # fmt: skip
    take_back = Button(t("Take it back"), f"agenda:{meeting.id}:take-back:{item.id}")
    return note(said, show_button(t, meeting), take_back)
