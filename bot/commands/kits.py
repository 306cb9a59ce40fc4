"""/kit: what waits for a coordinator, who got what, and the stock."""

from datetime import timedelta

from bot.commands import deciding, kit_lists, parcels, stock
from bot.commands.actions import Action
from bot.commands.calls import Answer
from bot.commands.turns import Turn, answered, as_number
from bot.core import asked_for, lives
from bot.core.people import number
from bot.i18n import marked
from bot.store import kits as stored
from bot.store import people, profiles
from bot.store import requests as stored_requests
from bot.ui import Block
from bot.views import kits as views
from bot.views import requests as request_views
from bot.views.lists import called

network_of = stock.network_of
A_YEAR = timedelta(days=366)


def who(turn: Turn) -> Answer:
    """Who got what in the last year, and which schools never had a kit."""
    network, t = number(turn.network.id), turn.t
    had = stored.had(turn.db, network, turn.now - A_YEAR)
    lines = []
    for row, kit in had:
        one = asked_for.Asked(row, kit, people.name(turn.db, row.member_id or 0))
        said = t(
            "{what} · {who} · {day} · {standing}", what=request_views.what(t, one),
            who=called(t, one.name), day=t.day(row.asked_at.date()),
            standing=views.standing(t, one),
        )  # fmt: skip
        lines.append((row, said))
    at = as_number(turn.more.partition(":")[2])
    return answered(views.who_page(t, turn.network, lines, _never(turn), at))


def _never(turn: Turn) -> list[str]:
    """The schools of whose people none ever had a kit."""
    network = number(turn.network.id)
    served = stored.served_schools(turn.db, network)
    every = profiles.institutions(turn.db, network)
    return [one.name for one in every if one.id not in served and one.merged_into is None]


def home(turn: Turn) -> list[Block]:
    """On a coordinator's own page: what waits, and what is overdue."""
    network = number(turn.network.id)
    counts = stored_requests.counts(turn.db, network)
    if not counts:
        return []
    waits = counts.get(lives.ASKED, 0) + counts.get(lives.GIVEN_BACK, 0)
    overdue = asked_for.late_count(turn.db, network, turn.now)
    return views.home_line(turn.t, turn.network, waits, overdue)


COMMAND = marked("For coordinators: what people ask for, the stock, and who got what")
NAME = marked("kit", "command")

ACTIONS = (
    Action("kit.queue", act=deciding.page, changes=False),
    Action("kit.approve-all", act=deciding.approve_all),
    Action("kit.late", act=deciding.late, changes=False, verb=marked("overdue", "verb")),
    Action("kit.who", act=who, changes=False, verb=marked("who", "verb")),
    *stock.ACTIONS,
    *kit_lists.ACTIONS,
    *parcels.ACTIONS,
)
