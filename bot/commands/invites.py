"""/meeting invite: a meeting's announcement again, or in another channel."""

from bot.commands.actions import Action
from bot.commands.ahead import still_on
from bot.commands.calls import Answer
from bot.commands.turns import Handler, Mistakes, Refused, Turn, answered, as_number, in_time
from bot.core import invites
from bot.i18n import marked
from bot.store import networks, people
from bot.store.tables import Meeting, Place
from bot.ui import Form
from bot.views import invites as views
from bot.views import networks as network_views
from bot.views import notes


def _open(turn: Turn) -> Meeting:
    """The meeting, if it is on, and people have been told of it."""
    meeting = still_on(turn)
    if invites.is_about_to_go(turn.db, meeting):
        said = turn.t.text("**{title}** is about to go out. Wait for that.", title=meeting.title)
        raise Refused(notes.note(said))
    return meeting


def invite_form(turn: Turn) -> Answer:
    """In which channel?"""
    return _form(turn, _open(turn))


def _form(turn: Turn, meeting: Meeting) -> Form:
    places = networks.places(turn.db, meeting.network_id)
    return views.form(turn.t, meeting, places, turn.call.room if _is_free(turn) else None)


def _is_free(turn: Turn) -> bool:
    """Whether this is a channel that belongs to no network."""
    place = turn.call.place
    return bool(place.channel) and networks.at(turn.db, place) is None


def invite(turn: Turn) -> Answer:
    """Post it in the channel of the form."""
    chosen = turn.value("place")
    try:
        meeting = _open(turn)
    except Refused as refusal:  # nothing was typed that could be given back
        return answered(refusal.message)
    place = _place(turn, meeting, chosen)
    if place is None:
        problem = turn.t("Please choose one of these.")
        raise Mistakes(_form(turn, meeting), {"place": problem})
    nth = invites.invite(turn.db, meeting, place, turn.now)
    if place.purpose == invites.ROOM:
        tells = views.tells_others(turn.t, place)
    else:
        present = people.present(turn.db, meeting.network_id)
        tells = views.tells(turn.t, network_views.tells(turn.t, present, place))
    return answered(views.waiting(turn.t, meeting, nth, tells))


def _place(turn: Turn, meeting: Meeting, chosen: str) -> Place | None:
    network = meeting.network_id
    if chosen == views.HERE and turn.call.place.channel:
        return invites.lend(turn.db, network, turn.call.place, turn.call.room)
    own = networks.places(turn.db, network)
    return next((place for place in own if place.id == as_number(chosen)), None)


def send(turn: Turn) -> Answer:
    """It goes out at once."""
    meeting = turn.meeting(to_change=True)
    with in_time(turn):
        invites.send_now(turn.db, meeting, as_number(turn.more), turn.now)
    return answered(notes.note(turn.t.text("**{title}** goes out now.", title=meeting.title)))


def undo(turn: Turn) -> Answer:
    """It is not posted."""
    meeting = turn.meeting(to_change=True)
    with in_time(turn):
        invites.undo(turn.db, meeting, as_number(turn.more))
    return answered(notes.note(turn.t("Undone. Nothing was posted.")))


def actions(one: Handler) -> tuple[Action, ...]:
    """What can be done; `one` opens the form for the meeting that is meant."""
    return (
        Action("meeting.invite", form=one, act=invite, verb=marked("invite", "verb")),
        Action("meeting.invite-send", act=send),
        Action("meeting.invite-undo", act=undo),
    )
