"""What people are asked when they look back: as a form asks it, and for who puts it otherwise."""

from collections.abc import Sequence

from bot import ui
from bot.core.polls import KEYS, MEETING, VISIT, Poll
from bot.store.tables import Meeting
from bot.ui import Block, Button, Controls, Form, Line, Message, Para, Row, Small
from bot.views.meetings import line, note_of
from bot.views.notes import note
from bot.views.words import Words

MOST = ui.limits.LABEL - 2
"""The most characters of a question: it is the label of a field, and may grow by two (`typed`)."""
_SHOWN = 8


def ours(t: Words, kind: str) -> dict[str, str]:
    """How we ask."""
    if kind == VISIT:
        return {
            "worth": t("Was the visit worth your time?"),
            "useful": t("What surprised you?"),
            "will": t("What will you change or try, and with whom?"),
            "help": t("What questions did it leave you with?"),
        }
    return {
        "worth": t("Was it worth your time?"),
        "useful": t("What was most useful?"),
        "will": t("What will you try, and with whom?"),
        "help": t("With what do you want help?"),
    }


def questions(t: Words, poll: Poll) -> dict[str, str]:
    """How each is asked, as the label of a field."""
    own = {key: ui.typed(poll.own(key)) for key in KEYS}
    return {
        key: ui.fit(own[key] or words, ui.limits.LABEL) for key, words in ours(t, poll.kind).items()
    }


def form(t: Words, network: int, poll: Poll) -> Form:
    """The four questions as they are, to put otherwise."""
    said = t("Questions of a visit") if poll.kind == VISIT else t("The questions")
    intro = (
        t("People are asked this after a visit. What you empty is asked in my words.")
        if poll.kind == VISIT
        else t("People are asked this after a meeting. What you empty is asked in my words.")
    )
    return Form(
        action=f"reflect:0:questions:{network}:{poll.name}",
        title=ui.fit(said, ui.limits.FORM_TITLE),
        submit=t("Save"),
        intro=intro,
        fields=tuple(
            Line(
                key=key,
                label=ui.fit(words, ui.limits.LABEL),
                value=poll.own(key) or words,
                most=MOST,
                required=False,
                hint=_scale(t) if key == "worth" else "",
            )
            for key, words in ours(t, poll.kind).items()
        ),
    )


def _scale(t: Words) -> str:
    most, least = t.p("worth", "Very much"), t.p("worth", "Not really")
    said = t("It is answered from “{most}” to “{least}”.", most=most, least=least)
    return ui.fit(said, ui.limits.HINT)


def _listed(t: Words, poll: Poll) -> Para:
    lines = "\n".join(f"· {words}" for words in questions(t, poll).values())
    return Para(ui.words(lines))


def changed(t: Words, poll: Poll) -> Message:
    """Somebody else has put the questions otherwise meanwhile."""
    said = t("That has changed meanwhile. This is how it stands:")
    return Message("", (Para(ui.words(said)), _listed(t, poll)))


def saved(t: Words, network: int, poll: Poll) -> Message:
    """What is asked from now on."""
    said = (
        t("After a visit people are asked this from now on:")
        if poll.kind == VISIT
        else t("After a meeting people are asked this from now on:")
    )
    kept = t("What people have said already stays below the question that they were asked.")
    buttons = (
        Button(t("Change"), _form_of(network, poll.kind)),
        other(t, network, MEETING if poll.kind == VISIT else VISIT),
    )
    return Message("", (Para(ui.words(said)), _listed(t, poll), Small(kept), Controls(buttons)))


def other(t: Words, network: int, kind: str) -> Button:
    """The way to the questions of that kind."""
    label = t("Questions of a visit") if kind == VISIT else t("Questions of a meeting")
    return Button(label, _form_of(network, kind))


def _form_of(network: int, kind: str) -> str:
    return f"reflect:0:questions:{network}:{kind}"


def mark(t: Words, meeting: Meeting) -> Button:
    """It is a visit; or, after all, it is none."""
    if meeting.poll == VISIT:
        return Button(t("It is no visit"), f"reflect:{meeting.id}:visit:no")
    return Button(t("It is a visit"), f"reflect:{meeting.id}:visit")


def marked(t: Words, meeting: Meeting, poll: Poll) -> Message:
    """As what people look back on it, and what they are asked."""
    said = (
        t("It is a visit. After it people are asked:")
        if poll.kind == VISIT
        else t("It is a meeting like others. After it people are asked:")
    )
    buttons = (mark(t, meeting), other(t, meeting.network_id, poll.kind))
    return Message(
        "",
        (Para(line(t, meeting)), Para(ui.words(said)), _listed(t, poll), Controls(buttons)),
    )


def stays(t: Words, meeting: Meeting) -> Message:
    """It is too late to ask something else."""
    said = t("Somebody has looked back on it already, so what it asks stays as it is.")
    return note_of(t, meeting, said)


def which(t: Words, meetings: Sequence[Meeting]) -> Message:
    """Which of these is a visit?"""
    if not meetings:
        said = t("I find no meeting of that name, to come or lately.")
        return note(said)
    rows: list[Block] = [Row(line(t, meeting), mark(t, meeting)) for meeting in meetings[:_SHOWN]]
    return Message("", (Para(ui.words(t("Which of these is a visit?"))), *rows))
