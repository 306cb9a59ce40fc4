"""The forms of an agenda: an item of it, what to bring, how long the meeting lasts."""

from bot import ui
from bot.core import timetable
from bot.core.agendas import Item
from bot.store.tables import Meeting
from bot.ui import Area, Choice, Form, Line, Option, PersonPick
from bot.views.agendas import kind_words
from bot.views.fields import takers
from bot.views.words import Words

TITLE, BRING = 120, 600
"""The most characters of each."""


def _kind_hints(t: Words) -> dict[str, str]:
    return {
        "hands-on": t("People try something themselves."),
        "discussion": t("People talk with each other."),
        "reflection": t("People think about what they tried."),
        "presentation": t("One person talks, the others listen."),
        "notices": t("News and dates, in short."),
    }


def form(
    t: Words,
    meeting: Meeting,
    *,
    plans: bool,
    typed: tuple[str, str] = ("", ""),
    item: Item | None = None,
    action: str = "",
) -> Form:
    """The form of an item: one to propose or, for who `plans`, to add; or an `item` to change."""
    title = t("Add an item") if plans else t("Propose an item")
    submit = t("Add") if plans else t("Propose")
    what, minutes = typed
    if item is not None:
        title, submit = t("Change an item"), t("Change")
        what, minutes = item.row.title, str(item.row.minutes)
    return Form(
        action=action or f"agenda:{meeting.id}:propose",
        title=ui.fit(title, ui.limits.FORM_TITLE),
        submit=ui.fit(submit, ui.limits.SUBMIT),
        fields=(
            Line(
                key="what",
                label=t("What is it?"),
                value=what,
                most=TITLE,
                example=t("Sharing robots"),
                hint=ui.shorten(_for(t, meeting), ui.limits.HINT),
            ),
            Line(
                key="minutes",
                label=t("How many minutes?"),
                value=minutes or str(timetable.USUAL),
                most=20,
                example="20",
            ),
            _kind(t, item),
            *_lead(t, item),
        ),
    )


def _for(t: Words, meeting: Meeting) -> str:
    when = t.moment(meeting.starts_at, meeting.zone)
    return t("For {title}, {when}", title=ui.shorten(meeting.title, 40), when=when)


def _kind(t: Words, item: Item | None) -> Choice:
    words, hints = kind_words(t), _kind_hints(t)
    return Choice(
        key="kind",
        label=ui.fit(t("What do people do?"), ui.limits.LABEL),
        options=tuple(
            Option(kind, words[kind], ui.fit(hints[kind], ui.limits.OPTION))
            for kind in timetable.KINDS
        ),
        value=item.row.kind if item else "",
    )


def _lead(t: Words, item: Item | None) -> tuple[Choice, PersonPick]:
    taken = item is not None and item.row.lead is not None
    options, value = takers(t, t("I lead it"), taken=taken, name=item.lead if item else "")
    return (
        Choice(key="lead", label=t("Who leads it?"), options=options, value=value),
        PersonPick(
            key="who",
            label=t("Or somebody else?"),
            hint=t("Whom you pick here leads it."),
            required=False,
        ),
    )


def before_form(t: Words, meeting: Meeting, action: str) -> Form:
    """What people are asked to bring, read or try."""
    return Form(
        action=action,
        title=ui.fit(t("Before you come"), ui.limits.FORM_TITLE),
        submit=t("Save"),
        fields=(
            Area(
                key="bring",
                label=ui.fit(t("What should people bring, read or try?"), ui.limits.LABEL),
                value=meeting.bring,
                most=BRING,
                required=False,
                hint=t("Everybody sees it. Leave it empty if there is nothing."),
            ),
        ),
    )


def length_form(t: Words, meeting: Meeting) -> Form:
    """How long does the meeting last?"""
    return Form(
        action=f"agenda:{meeting.id}:length",
        title=ui.fit(t("Change the length"), ui.limits.FORM_TITLE),
        submit=t("Save"),
        fields=(
            Line(
                key="minutes",
                label=t("How many minutes does it last?"),
                value=str(meeting.minutes),
                most=20,
                example="90",
            ),
        ),
    )
