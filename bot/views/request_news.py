"""What due messages show of requests: to who asked, and to coordinators what waits."""

from collections.abc import Callable, Mapping
from datetime import date

from bot import ui
from bot.core import asked_for, giving, letters, lives
from bot.core import request_news as news
from bot.core.people import number
from bot.store import requests as stored
from bot.store.tables import Request
from bot.ui import Button, Controls, Message, Para
from bot.views import helping
from bot.views import kits as kit_views
from bot.views import requests as views
from bot.views.due import Due
from bot.views.words import Words


def _row(due: Due) -> Request | None:
    """The request, where its message can still be of use: once told it stays as it was."""
    key = int(due.row.subject.partition(":")[0])
    return None if due.row.remote_ref else stored.get(due.db, [number(due.network.id)], key)


def _wait(due: Due) -> None:
    letters.wait_for_a_window(due.db, due.row, due.now)
    letters.wait_for_room(due.db, due.row, due.now)


def _news(due: Due) -> Message | None:
    """How far it is, unless a later message says it."""
    row = _row(due)
    if row is None or stored.last_event(due.db, row) != int(due.row.subject.partition(":")[2]):
        return None
    # They asked for it themselves: that does not wait until there is room for more messages.
    letters.wait_for_a_window(due.db, due.row, due.now)
    found = giving.fitting(due.db, row, due.now)
    return helping.with_fits(due.t, asked_for.look(due.db, row, due.now), found)


def _back(due: Due) -> Message | None:
    """It is to be back soon, or should have been; as long as that is the day."""
    row, (_, until, name) = _row(due), due.row.subject.split(":")
    is_out = row is not None and row.state in (lives.SENT, lives.IN_USE)
    if row is None or not is_out or row.until != date.fromisoformat(until):
        return None
    _wait(due)
    return back(due.t, asked_for.look(due.db, row, due.now), late=name == "late")


def back(t: Words, one: asked_for.Asked, *, late: bool) -> Message:
    """It is to be back: tomorrow or, where it is `late`, since a few days."""
    day = t.day(one.row.until) if one.row.until else ""
    what = views.what(t, one)
    if late:
        said = t.text("**{what}** was to be back on {day}. How is it?", what=what, day=day)
    else:
        said = t.text("**{what}** is to be back on {day}.", what=what, day=day)
    labels, key = views.act_words(t), one.row.id
    acts = [act for act in ("give-back", "extend", "lose") if act in one.can("asker")]
    ways = [Button(labels[act], f"request:{key}:{act}") for act in acts]
    ways.append(Button(t("Show"), f"request:{key}:read"))
    return Message("", (Para(said), Controls(tuple(ways))))


def _tale(due: Due) -> Message | None:
    """What did pupils do with it? Of who has told it is not asked."""
    row = _row(due)
    if row is None or row.told or row.state not in lives.USED:
        return None
    _wait(due)
    return tale(due.t, asked_for.look(due.db, row, due.now))


def tale(t: Words, one: asked_for.Asked) -> Message:
    """What did pupils do with it?"""
    what = views.what(t, one)
    said = t.text("**{what}**: what did your pupils do with it?", what=what)
    if one.row.state == lives.RETURNED:
        said = t.text("**{what}** is back. What did your pupils do with it?", what=what)
    why = t("A number and a sentence are enough; no names. It shows what our kits are good for.")
    if one.kit is None:
        why = t("A number and a sentence are enough; no names. It shows what is of use.")
    way = Button(t("Tell how it went"), f"request:{one.row.id}:tell", "primary")
    return Message("", (Para(said), Para(ui.words(why)), Controls((way,))))


def _waiting(due: Due) -> Message | None:
    if due.row.remote_ref:
        return None
    waits = stored.counts(due.db, number(due.network.id)).get(lives.ASKED, 0)
    if not waits:
        return None
    _wait(due)
    return kit_views.waiting(due.t, due.network, waits)


def _slow(due: Due) -> Message | None:
    if due.row.remote_ref:
        return None
    stuck, late = news.drags(due.db, due.network, due.now)
    if not stuck and not late:
        return None
    _wait(due)
    return kit_views.slow(due.t, due.network, stuck, late)


ASKS = (news.BACK, news.TALE, news.WAITING, news.SLOW)
"""What asks something of its reader."""
DRAWN: Mapping[str, Callable[[Due], Message | None]] = {
    news.NEWS: _news,
    news.BACK: _back,
    news.TALE: _tale,
    news.WAITING: _waiting,
    news.SLOW: _slow,
}
