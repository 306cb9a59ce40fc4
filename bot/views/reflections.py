"""What people see of looking back."""

from collections.abc import Sequence

from bot import ui
from bot.core.polls import MEETING, Poll
from bot.core.reflections import ENOUGH, SCALE, Count, Said
from bot.store.tables import Meeting, Reflection
from bot.ui import Area, Block, Button, Choice, Controls, Form, Line, Message, Option, Para
from bot.ui import Tally as Counts
from bot.views import polls
from bot.views.fields import by_day
from bot.views.lists import called, page, turns
from bot.views.meetings import line, note_of, which_of
from bot.views.notes import note
from bot.views.words import Words

USEFUL = 1_500
"""The most characters of what was useful."""
_A_PAGE, _SHOWN, _SHORT_SHOWN = 4, 280, 110
"""So many answers on a page, and what of each has room there."""


def look_back(t: Words, meeting: Meeting, label: str = "") -> Button:
    """The way to look back on a meeting."""
    return Button(label or t("Looking back"), f"reflect:{meeting.id}:back", "primary")


def read_results(t: Words, meeting: Meeting) -> Button:
    """The way to what people said."""
    return Button(t("Read it"), f"reflect:{meeting.id}:results")


def circle_words(t: Words, meeting: Meeting) -> str:
    """Who reads what people say."""
    if meeting.circle == "room":
        return t("People who were there, and the coordinators, see it with your name.")
    return t("Only the coordinators see it, with your name.")


def scale_words(t: Words) -> dict[str, str]:
    """How worth while a meeting was."""
    return {
        "much": t.p("worth", "Very much"),
        "mostly": t.p("worth", "Mostly"),
        "little": t.p("worth", "A little"),
        "not": t.p("worth", "Not really"),
    }


def form(t: Words, meeting: Meeting, poll: Poll, row: Reflection | None = None) -> Form:
    """One minute of looking back, asked this; with a `row`, what was said before."""
    asked = polls.questions(t, poll)
    return Form(
        action=f"reflect:{meeting.id}:back:{poll.name}",
        title=ui.fit(t("Looking back"), ui.limits.FORM_TITLE),
        submit=t("Send"),
        fields=(
            _worth(t, meeting, asked["worth"], row.worth if row else ""),
            Area(
                key="useful",
                label=asked["useful"],
                value=row.useful if row else "",
                most=USEFUL,
                required=False,
            ),
            Line(
                key="will",
                label=asked["will"],
                value=row.will if row else "",
                most=ui.limits.LINE,
                required=False,
                example=t("Line followers with my year 8"),
            ),
            by_day(t, "by", row.by if row else None),
            Line(
                key="help",
                label=asked["help"],
                value=row.help if row else "",
                most=ui.limits.LINE,
                required=False,
            ),
        ),
    )


def _worth(t: Words, meeting: Meeting, asked: str, value: str) -> Choice:
    words = scale_words(t)
    return Choice(
        key="worth",
        label=asked,
        options=tuple(Option(key, words[key]) for key in SCALE),
        value=value,
        hint=ui.fit(circle_words(t, meeting), ui.limits.HINT),
    )


def thanks(t: Words, meeting: Meeting, *, wants_help: bool = False) -> Message:
    """It is kept, and can be changed until it closes. Who `wants_help` can ask the network for it
    by a press; without it nothing goes further than they were told.
    """
    said = t("Thank you. It is kept. {circle}", circle=circle_words(t, meeting))
    change = Button(t("Change it"), f"reflect:{meeting.id}:back")
    if not wants_help:
        return note_of(t, meeting, said, change)
    ask = f"request:0:help:{meeting.network_id}:{meeting.id}"
    return note_of(t, meeting, said, change, Button(t("Ask the network for help"), ask))


def closed(t: Words, meeting: Meeting) -> Message:
    """Nobody can look back on it any more."""
    said = t("Looking back on this meeting is over. It was open for a week.")
    return note_of(t, meeting, said)


def not_yet(t: Words, meeting: Meeting) -> Message:
    """The meeting has not begun."""
    said = t("It has not begun yet. Looking back comes after it.")
    return note_of(t, meeting, said)


def for_others(t: Words, meeting: Meeting) -> Message:
    """Who may read it, told to who may not."""
    said = (
        t("Only people who were there, and the coordinators, can read it.")
        if meeting.circle == "room"
        else t("Only the coordinators can read it.")
    )
    return note_of(t, meeting, said)


def open_ones(t: Words, meetings: Sequence[Meeting]) -> Message:
    """On which meetings one can look back now."""
    if not meetings:
        return note(t("There is nothing to look back on just now."))
    rows = [ui.Row(line(t, meeting), look_back(t, meeting)) for meeting in meetings]
    return Message(t("Looking back"), tuple(rows))


def none_lately(t: Words) -> Message:
    """There is no meeting lately of that name."""
    return note(t("I find no meeting of that name lately."))


def which(t: Words, meetings: Sequence[Meeting]) -> Message:
    """Several meetings may be meant."""
    return which_of(t, meetings[:_A_PAGE], read_results)


def results(
    t: Words,
    meeting: Meeting,
    said: Sequence[Said],
    now: Poll,
    *,
    at: int,
    may_change: bool,
    counts: Sequence[Count] = (),
) -> Message:
    """What people said, a page of it; the scale in figures only where enough have answered.
    `now` is what is asked now: who was asked something else, is shown with that. `may_change`:
    nobody has answered yet, so it can be kept to coordinators, or ask what is asked of a visit.
    `counts` are of people who are not known any more.
    """
    blocks: list[Block] = [Para(line(t, meeting))]
    people = len(said) + sum(one.people for one in counts)
    words = t.n("{n} person has looked back.", "{n} people have looked back.", n=people)
    blocks.append(Para(ui.words(f"{words} {_who(t, meeting)}")))
    blocks += _figures(t, said, now, counts)
    shown, at, count = page(said, at, _A_PAGE)
    blocks += [Para(_one(t, one, now)) for one in shown]
    buttons = turns(t, f"reflect:{meeting.id}:results", at, count)
    if may_change and meeting.circle == "room":
        buttons.append(Button(t("Only for coordinators"), f"reflect:{meeting.id}:circle"))
    if may_change:
        buttons += [polls.mark(t, meeting), polls.other(t, meeting.network_id, now.kind)]
    controls = (Controls(tuple(buttons)),) if buttons else ()
    return Message(t("Looking back"), (*blocks, *controls))


def _who(t: Words, meeting: Meeting) -> str:
    if meeting.circle == "room":
        return t("People who were there, and the coordinators, can read it.")
    return t("Only the coordinators can read it.")


def _figures(t: Words, said: Sequence[Said], now: Poll, counts: Sequence[Count]) -> list[Block]:
    """How worth while it was, for each way in which that was asked; of fewer than enough none."""
    names, current = scale_words(t), polls.questions(t, now)["worth"]
    asked: dict[str, list[str]] = {}
    for one in said:
        asked.setdefault(polls.questions(t, one.poll)["worth"], []).append(one.row.worth)
    for count in counts:
        question = polls.questions(t, count.poll)["worth"]
        asked.setdefault(question, []).extend([count.worth] * count.people)
    found: list[Block] = []
    for question, worth in asked.items():
        if len(worth) >= ENOUGH:
            if question != current:
                found.append(Para(_then(t, question)))
            found.append(Counts(tuple((names[key], worth.count(key)) for key in SCALE)))
    return found


def _then(t: Words, question: str) -> ui.Text:
    return t.text("_Asked then: {question}_", question=question)


def _one(t: Words, one: Said, now: Poll) -> ui.Text:
    row, asked, current = one.row, polls.questions(t, one.poll), polls.questions(t, now)
    usual = polls.questions(t, Poll(MEETING))
    parts: list[ui.Text] = [t.text("**{name}**", name=called(t, one.name))]
    for key, room in (("useful", _SHOWN), ("will", _SHORT_SHOWN), ("help", _SHORT_SHOWN)):
        said = getattr(row, key)
        if not said:
            continue
        if asked[key] != current[key]:
            parts.append(_then(t, asked[key]))
        elif asked[key] != usual[key]:
            parts.append(t.text("_{question}_", question=asked[key]))
        is_usual = asked[key] == current[key] == usual[key]
        parts.append(_said(t, row, key, ui.shorten(said, room), is_usual=is_usual))
    return tuple(span for part in parts for span in (*part, ui.Span("\n")))[:-1]


def _said(t: Words, row: Reflection, key: str, said: str, *, is_usual: bool) -> ui.Text:
    """What somebody said; below a question that is put otherwise just that."""
    day = t.day(row.by) if key == "will" and row.by else ""
    if key == "useful" or not is_usual:
        by = t("by {day}", day=day) if day else ""
        return ui.words(f"{ui.typed(said)}, {by}" if by else ui.typed(said))
    if key == "help":
        return t.text("Wants help: {what}", what=said)
    if day:
        return t.text("Will try: {what}, by {day}", what=said, day=day)
    return t.text("Will try: {what}", what=said)
