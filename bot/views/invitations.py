"""An invitation as plain text, to be copied into an e-mail or a messenger."""

from collections.abc import Sequence
from datetime import timedelta
from zoneinfo import ZoneInfo

from bot import ui
from bot.core.agendas import Item
from bot.store.tables import Meeting, Network
from bot.ui import Button, Controls, Message, Para, Rule, Small
from bot.views import agendas
from bot.views.meetings import facts, venue
from bot.views.words import Words

_ABOUT, _BRING, _AGENDA = 500, 250, 700
"""How much of each there is room for."""


def mail(t: Words, network: Network, meeting: Meeting, items: Sequence[Item], how: str) -> str:
    """The invitation for an e-mail, in the network's words `t`; `how` one answers it."""
    name, known = network.name, facts(t, meeting)
    parts = [
        t("{network} invites you: {title}", network=name, title=meeting.title),
        "\n".join(f"{label}{known.colon} {ui.plain(text)}" for label, text in known.rows),
        ui.typed(ui.shorten(meeting.about, _ABOUT)),
    ]
    if meeting.bring:
        parts.append(t("Before you come: {what}", what=ui.shorten(meeting.bring, _BRING)))
    if agenda := agendas.in_short(t, meeting, items, _AGENDA):
        parts.append("\n".join((t("Agenda:"), ui.plain(agenda[0]))))
    return "\n\n".join(part for part in (*parts, how) if part)


def short(t: Words, meeting: Meeting, how: str) -> str:
    """The same in one or two lines, for a messenger."""
    said = t("{title}: {when}", title=meeting.title, when=t.moment(meeting.starts_at, meeting.zone))
    if meeting.ends:
        ends = meeting.starts_at + timedelta(minutes=meeting.minutes)
        local = t.time(ends.astimezone(ZoneInfo(meeting.zone)).time())
        said = t("{title}: {when}, until {time}", title=meeting.title,
                 when=t.moment(meeting.starts_at, meeting.zone), time=local)  # fmt: skip
    where = f", {ui.typed(meeting.venue)}" if meeting.venue else ""
    return f"{said}{where}. {how}"


def how(t: Words, address: str) -> str:
    """How one answers who has a page at this address, or none."""
    if address:
        return t("Please answer here: {address}", address=address)
    return t("Please write back: do you come, or does it depend on being released?")


def copies(
    t: Words, meeting: Meeting, texts: tuple[str, str], *, public: bool, plans: bool
) -> Message:
    """Both texts to copy; who is to answer by themselves has a page made, where there are any."""
    if not plans:
        note = t("Who is not in this chat can write back to you; please pass on what they say.")
    elif public:
        note = t("Who is not in this chat can answer on a page of their own.")
    else:
        note = t("What people write back you can enter for all of them at once.")
    buttons = [Button(t("Enter a list of names"), f"rsvp:{meeting.id}:list")] if plans else []
    if plans and public:
        buttons.insert(0, Button(t("A page for somebody"), f"meeting:{meeting.id}:page"))
    blocks = (
        Para(t.text("**For an e-mail:**")),
        Para(venue(texts[0])),
        Rule(),
        Para(t.text("**For a messenger:**")),
        Para(venue(texts[1])),
        Rule(),
        Small(note),
        *((Controls(tuple(buttons)),) if buttons else ()),
    )
    return Message(t("Copy as text"), blocks)
