"""What a person sees of their own journal, and others of what they share."""

from collections.abc import Sequence
from datetime import date
from zoneinfo import ZoneInfo

from bot import ui
from bot.store.tables import JournalEntry, Network
from bot.ui import Area, Block, Button, Controls, Form, Message, Para, Row, Small, Text
from bot.views.lists import called, newest_first, turns
from bot.views.lists import page as page_of
from bot.views.notes import note, send_or_undo
from bot.views.words import Words

MOST = 2_000
"""The most characters of an entry: signs that Discord counts twice leave room for so many."""
NEWEST, A_PAGE = 3, 6
"""So many stand on the page of looking back, and on a page of the journal."""
_START, _WHOLE, _NAME = 80, 2_900, 60


def form(t: Words, network: int, entry: JournalEntry | None = None, typed: str = "") -> Form:
    """Something for oneself alone."""
    return Form(
        action=f"journal:{entry.id}:change" if entry else f"reflect:0:write:{network}",
        title=ui.fit(t("Your journal"), ui.limits.FORM_TITLE),
        submit=t("Keep"),
        fields=(
            Area(
                key="text",
                label=ui.fit(t("What do you want to remember?"), ui.limits.LABEL),
                value=entry.text if entry else typed,
                most=MOST,
                hint=ui.fit(t("Only you see it."), ui.limits.HINT),
                example=t("The quiet ones built the best bridges."),
            ),
        ),
    )


def own(t: Words, network: Network, entries: Sequence[JournalEntry]) -> tuple[Block, ...]:
    """The newest entries, on the page of looking back."""
    key = network.id
    buttons = [Button(t("Write something down"), f"reflect:0:write:{key}")]
    if len(entries) > NEWEST:
        buttons.append(Button(t("Earlier ones"), f"journal:0:list:{key}:0"))
    said = t.text("**Your journal.** Only you see it.")
    return (Para(said), *_rows(t, network, entries[:NEWEST]), Controls(tuple(buttons)))


def _rows(t: Words, network: Network, entries: Sequence[JournalEntry]) -> list[Block]:
    return [
        Row(_line(t, network, entry), Button(t("Read"), f"journal:{entry.id}:read"))
        for entry in entries
    ]


def _line(t: Words, network: Network, entry: JournalEntry) -> Text:
    first, _, more = entry.text.partition("\n")
    start = ui.shorten(f"{first}…" if more else first, _START)
    return t.text("**{day}:** {start}", day=t.day(_day(network, entry)), start=start)


def _day(network: Network, entry: JournalEntry) -> date:
    return entry.written_at.astimezone(ZoneInfo(network.zone)).date()


def listed(t: Words, network: Network, entries: Sequence[JournalEntry], at: int) -> Message:
    """All entries, a page of them."""
    here, at, count = page_of(entries, at, A_PAGE)
    buttons = turns(t, f"journal:0:list:{network.id}", at, count, newest_first(t))
    buttons.append(Button(t("Write something down"), f"reflect:0:write:{network.id}"))
    rows = _rows(t, network, here)
    only = Small(t("Only you see it."))
    return Message(t("Your journal"), (only, *rows, Controls(tuple(buttons))))


def page(t: Words, network: Network, entry: JournalEntry) -> Message:
    """One entry, and what can be done with it."""
    number = entry.id
    buttons = [Button(t("Change"), f"journal:{number}:change")]
    if entry.shared:
        buttons.append(Button(t("Take it back"), f"journal:{number}:take-back"))
        said = t("You have shared it. The post stays as it was when you shared it.")
    else:
        buttons.append(Button(t("Share it"), f"journal:{number}:share"))
        said = t("Only you see it.")
    buttons.append(Button(t("Delete"), f"journal:{number}:delete", "danger"))
    title = ui.fit(t("Your journal"), ui.limits.TITLE)
    day = Para(ui.words(t.day(_day(network, entry))))
    return Message(title, (day, _text(entry.text), Small(said), Controls(tuple(buttons))))


def _text(text: str) -> Para:
    return Para(ui.words(ui.typed(ui.shorten(text, _WHOLE))))


def sure(t: Words, entry: JournalEntry, tells: str) -> Message:
    """What sharing does, before it is done."""
    said = t("Sharing posts it, with your name.")
    buttons = (
        Button(t("Share it"), f"journal:{entry.id}:share-it", "primary"),
        Button(t("Keep it for myself"), f"journal:{entry.id}:read"),
    )
    return Message(
        "",
        (_text(entry.text), Para(ui.words(said)), Para(ui.words(tells)), Controls(buttons)),
    )


def waiting(t: Words, entry: JournalEntry, tells: str) -> Message:
    """It is shared soon."""
    said = t("I will post it in 30 seconds, with your name.")
    buttons = send_or_undo(t, f"journal:{entry.id}:send", f"journal:{entry.id}:take-back")
    return Message("", (Para(ui.words(said)), Para(ui.words(tells)), Controls(buttons)))


def post(t: Words, text: str, name: str) -> Message:
    """What somebody shared."""
    said = t.text("**{name}** shares this with you:", name=called(t, name, _NAME))
    return Message("", (Para(said), _text(text)))


def taken_back(t: Words) -> Message:
    """It was shared, and is no more."""
    return note(t("What stood here was taken back."))


def deleted(t: Words, draft: int) -> Message:
    """It is gone, but for a while can be put back."""
    said = t("It is deleted. You alone can put it back, for a week.")
    return Message(
        "", (Para(ui.words(said)), Controls((Button(t("Put it back"), f"draft:{draft}:fix"),)))
    )
