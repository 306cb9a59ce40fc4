"""/reflect write: a journal that its writer alone reads, unless they share something of it."""

from bot.commands import kept
from bot.commands.actions import Action
from bot.commands.calls import Answer, Reply
from bot.commands.turns import Mistakes, Refused, Turn, answered, as_number, come_in, in_time
from bot.commands.wishes import too_long, unfit
from bot.core import journals
from bot.core.meetings import TooLate
from bot.core.people import number
from bot.core.rights import LISTED, Role
from bot.i18n import marked
from bot.store import journals as stored
from bot.store import networks, people
from bot.store.tables import JournalEntry
from bot.ui import Block, Form
from bot.views import journals as views
from bot.views import networks as network_views
from bot.views import notes


def network_of(turn: Turn) -> int:
    """The network of the button's entry; 0 where it is not this person's."""
    found = _found(turn, [number(n.id) for n in turn.networks])
    return found.network_id if found else 0


def _found(turn: Turn, candidates: list[int]) -> JournalEntry | None:
    if turn.member is None:
        return None
    return stored.one(turn.db, candidates, number(turn.member.id), turn.subject)


def _mine(turn: Turn) -> JournalEntry:
    """The entry that the button is about, of who wrote it."""
    found = _found(turn, [number(turn.network.id)])
    if found is None:
        raise Refused(notes.not_found(turn.t))
    return found


def own(turn: Turn) -> tuple[Block, ...]:
    """The newest entries, for the page of looking back."""
    if not turn.is_among_us:
        return ()
    return views.own(turn.t, turn.network, _all(turn))


def _all(turn: Turn) -> list[JournalEntry]:
    if turn.member is None:
        return []
    return list(stored.of(turn.db, number(turn.network.id), number(turn.member.id)))


def write_form(turn: Turn) -> Answer:
    """Something for oneself alone, with what was typed; what is too long for it is given back."""
    _check(turn)
    form = views.form(turn.t, number(turn.network.id), typed=turn.text)
    if len(turn.text) <= views.MOST:
        return form
    said = notes.note(too_long(turn, len(turn.text), views.MOST))
    return kept.give_back(turn.t, Reply(said), {"text": (turn.text,)})


def _check(turn: Turn) -> None:
    """Raise Refused for who is not of the network, in a channel that is not its own."""
    if not turn.is_among_us:
        raise Refused(notes.note(turn.t("Only people of the network keep a journal here.")))


def write(turn: Turn) -> Answer:
    """Keep it."""
    _check(turn)
    network = number(turn.network.id)
    text = _read(turn, views.form(turn.t, network))
    entry = journals.write(turn.db, network, number(turn.me.id), text, turn.now)
    return answered(views.page(turn.t, turn.network, entry))


def _read(turn: Turn, form: Form) -> str:
    """What the form says. Raises Mistakes."""
    text = turn.value("text")
    if wrong := unfit(turn, text, views.MOST, empty=turn.t("Please write something.")):
        raise Mistakes(form, {"text": wrong})
    return text


def listed(turn: Turn) -> Answer:
    """All entries, a page of them."""
    _check(turn)
    at = as_number(turn.more.partition(":")[2])
    return answered(views.listed(turn.t, turn.network, _all(turn), at))


def read(turn: Turn) -> Answer:
    """One entry."""
    return answered(views.page(turn.t, turn.network, _mine(turn)))


def change_form(turn: Turn) -> Answer:
    """The entry as it is, to change."""
    return views.form(turn.t, number(turn.network.id), _mine(turn))


def change(turn: Turn) -> Answer:
    """Keep other words in its place."""
    entry = _mine(turn)
    journals.change(entry, _read(turn, views.form(turn.t, number(turn.network.id), entry)))
    return answered(views.page(turn.t, turn.network, entry))


def share(turn: Turn) -> Answer:
    """What sharing does; nothing is done yet."""
    entry = _mine(turn)
    if entry.shared:
        return answered(views.page(turn.t, turn.network, entry))
    return answered(views.sure(turn.t, entry, tells(turn)))


def tells(turn: Turn) -> str:
    """To how many people sharing something goes."""
    network = number(turn.network.id)
    home = networks.homes(turn.db, network)[0]
    return network_views.tells(turn.t, people.present(turn.db, network), home)


def share_it(turn: Turn) -> Answer:
    """It is posted after the hold, with the writer's name; so who shares is of the network."""
    entry = _mine(turn)
    if turn.role is Role.GUEST:
        come_in(turn)
    if turn.role not in LISTED:
        raise Refused(notes.note(turn.t("Only people of the network can share something here.")))
    try:
        journals.share(turn.db, entry, turn.now)
    except TooLate:
        return answered(views.page(turn.t, turn.network, entry))
    return answered(views.waiting(turn.t, entry, tells(turn)))


def send(turn: Turn) -> Answer:
    """It is posted at once."""
    with in_time(turn):
        journals.send_now(turn.db, _mine(turn), turn.now)
    return answered(notes.note(turn.t("It goes out now.")))


def take_back(turn: Turn) -> Answer:
    """It is not shared, or no more."""
    entry = _mine(turn)
    if not entry.shared:
        raise Refused(notes.outdated(turn.t))
    said = {
        "emptied": turn.t("Taken back. The post says so, and shows nothing of it any more."),
        "in doubt": turn.t("Taken back. It may have been posted just now: please look there."),
        "never posted": turn.t("Undone. Nothing was posted."),
    }[journals.take_back(turn.db, entry, turn.now)]
    shown = views.page(turn.t, turn.network, entry)
    return answered(notes.above(said, shown))


def delete(turn: Turn) -> Answer:
    """It is gone; what it said is the person's draft for a while."""
    entry = _mine(turn)
    draft = kept.keep(turn, f"reflect:0:write:{entry.network_id}", {"text": (entry.text,)})
    journals.delete(turn.db, entry, turn.now)
    return answered(views.deleted(turn.t, draft))


ACTIONS = (
    Action("reflect.write", form=write_form, act=write, verb=marked("write", "verb")),
    Action("journal.list", act=listed, changes=False),
    Action("journal.read", act=read, changes=False),
    Action("journal.change", form=change_form, act=change),
    Action("journal.share", act=share, changes=False),
    Action("journal.share-it", act=share_it),
    Action("journal.send", act=send),
    Action("journal.take-back", act=take_back),
    Action("journal.delete", act=delete),
)
