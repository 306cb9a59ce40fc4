"""/agenda arrange: what a coordinator does with proposals and with the agenda."""

from bot.commands.actions import Action
from bot.commands.calls import Answer
from bot.commands.items import open_meeting, read, read_minutes
from bot.commands.turns import Handler, Mistakes, Refused, Turn, answered, as_number
from bot.commands.wishes import too_long
from bot.core import agendas, rsvps
from bot.core.agendas import Item
from bot.core.people import number
from bot.i18n import marked
from bot.store import people
from bot.store.tables import AgendaItem, Meeting
from bot.ui import Form, Message, Text, words
from bot.views import arranging as views
from bot.views import items as forms


def page(
    turn: Turn, meeting: Meeting, said: Text = (), *, show: int = 0, undo: str = "", at: int = 0
) -> Message:
    """The agenda to arrange: the page on which an item stands, or the one that is asked for."""
    proposals = agendas.of(turn.db, meeting, "proposed")
    items = agendas.of(turn.db, meeting)
    at = views.page_of(proposals, items, show) if show else at
    return views.page(turn.t, meeting, proposals, items, at=at, said=said, undo=undo)


def arrange(turn: Turn) -> Answer:
    """The agenda to arrange."""
    meeting = open_meeting(turn, to_change=False)
    return answered(page(turn, meeting, at=as_number(turn.more)))


def _item(turn: Turn, *states: str) -> tuple[Meeting, AgendaItem]:
    """The meeting and the item of the button, which nobody else can change meanwhile. Raises
    Refused, with the agenda as it stands, where the item is in none of these states any more.
    """
    meeting = open_meeting(turn)
    key = as_number(turn.more.partition(":")[0])
    try:
        return meeting, agendas.item(turn.db, meeting, key, *states)
    except agendas.Gone:
        raise Refused(_changed(turn, meeting, key)) from None


def _changed(turn: Turn, meeting: Meeting, key: int = 0) -> Message:
    said = words(turn.t("That has changed meanwhile. This is how it stands:"))
    return page(turn, meeting, said, show=key)


def take(turn: Turn) -> Answer:
    """A proposal comes onto the agenda."""
    meeting, item = _item(turn, "proposed")
    agendas.take(turn.db, meeting, item)
    said = turn.t.text("**{title}** is on the agenda.", title=item.title)
    return answered(page(turn, meeting, said, show=number(item.id)))


def drop(turn: Turn) -> Answer:
    """An item is taken out, or a proposal not taken."""
    was = "on" if turn.answer == "take-out" else "proposed"
    meeting, item = _item(turn, was)
    at = _page_of(turn, meeting, number(item.id))
    agendas.drop(turn.db, meeting, item)
    undo = f"agenda:{meeting.id}:bring-back:{item.id}:{was}"
    said = views.dropped(turn.t, item, was=was)
    return answered(page(turn, meeting, said, undo=undo, at=at))


def _page_of(turn: Turn, meeting: Meeting, key: int) -> int:
    """On which page an item stands now."""
    proposals = agendas.of(turn.db, meeting, "proposed")
    return views.page_of(proposals, agendas.of(turn.db, meeting), key)


def put_back(turn: Turn) -> Answer:
    """What was dropped is where it was."""
    meeting, item = _item(turn, "dropped")
    state = "proposed" if turn.more.endswith(":proposed") else "on"
    agendas.put_back(turn.db, meeting, item, state)
    return answered(page(turn, meeting, show=number(item.id)))


def move(turn: Turn) -> Answer:
    """An item is moved up or down."""
    meeting, item = _item(turn, "on")
    agendas.move(turn.db, meeting, item, -1 if turn.answer == "up" else 1)
    return answered(page(turn, meeting, show=number(item.id)))


def _form(turn: Turn, meeting: Meeting, row: AgendaItem) -> tuple[Form, Item]:
    """The form of an item as it is; it knows how the item stood when it was opened."""
    stood = turn.more.partition(":")[2] or agendas.mark(row)
    item = Item(row, people.name(turn.db, row.lead) if row.lead else "")
    action = f"agenda:{meeting.id}:change:{row.id}:{stood}"
    return forms.form(turn.t, meeting, plans=True, item=item, action=action), item


def change_form(turn: Turn) -> Answer:
    """An item as it is, to change."""
    meeting, row = _item(turn, "on")
    return _form(turn, meeting, row)[0]


def change(turn: Turn) -> Answer:
    """Change an item, unless somebody else has done so since the form was opened."""
    meeting, row = _item(turn, "on")
    form, item = _form(turn, meeting, row)
    stood = turn.more.partition(":")[2]
    if stood and as_number(stood) != agendas.mark(row):
        raise Refused(_changed(turn, meeting, number(row.id)))
    agendas.change(row, read(turn, form, item))
    return answered(page(turn, meeting, show=number(row.id)))


def _before_form(turn: Turn, meeting: Meeting) -> Form:
    stood = turn.more or agendas.mark_of(meeting.bring)
    return forms.before_form(turn.t, meeting, f"agenda:{meeting.id}:before:{stood}")


def before_form(turn: Turn) -> Answer:
    """What are people asked to bring, read or try?"""
    return _before_form(turn, open_meeting(turn, to_change=False))


def before(turn: Turn) -> Answer:
    """Keep what people are asked to bring, read or try, unless somebody else has changed it since
    the form was opened.
    """
    meeting = open_meeting(turn)
    if turn.more and as_number(turn.more) != agendas.mark_of(meeting.bring):
        raise Refused(_changed(turn, meeting))
    asked = turn.value("bring")
    if len(asked) > forms.BRING:
        problem = too_long(turn, len(asked), forms.BRING)
        raise Mistakes(_before_form(turn, meeting), {"bring": problem})
    meeting.bring = asked
    return answered(page(turn, meeting, words(turn.t("That is saved."))))


def length_form(turn: Turn) -> Answer:
    """How long does the meeting last?"""
    return forms.length_form(turn.t, open_meeting(turn, to_change=False))


def length(turn: Turn) -> Answer:
    """Set how long the meeting lasts."""
    meeting = open_meeting(turn)
    problems: dict[str, str] = {}
    minutes = read_minutes(turn, problems, agendas.SHORTEST, agendas.LONGEST)
    if problems:
        raise Mistakes(forms.length_form(turn.t, meeting), problems)
    meeting.minutes, meeting.ends = minutes, True
    rsvps.refresh(turn.db, meeting, turn.now)
    return answered(page(turn, meeting))


def _told(act: Handler) -> Handler:
    """The act, after which the agenda as posted follows."""

    def done(turn: Turn) -> Answer:
        answer = act(turn)
        agendas.show_again(turn.db, turn.meeting(to_change=True), turn.now)
        return answer

    return done


def actions(one: Handler) -> tuple[Action, ...]:
    """What can be done; `one` shows the agenda of the meeting that is meant."""
    return (
        Action("agenda.arrange", act=one, changes=False, verb=marked("arrange", "verb")),
        Action("agenda.take", act=_told(take)),
        Action("agenda.drop", act=_told(drop), presses=("take-out", "not-now")),
        Action("agenda.bring-back", act=_told(put_back)),
        Action("agenda.move", act=_told(move), presses=("up", "down")),
        Action("agenda.change", form=change_form, act=_told(change)),
        Action("agenda.before", form=before_form, act=_told(before)),
        Action("agenda.length", form=length_form, act=_told(length)),
    )
