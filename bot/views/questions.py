"""What people see of a question to the network, and of what it is answered."""

from collections.abc import Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from bot import ui
from bot.core.questions import CIRCLES, COORDINATORS
from bot.store.tables import Question, QuestionAnswer
from bot.ui import Area, Block, Button, Choice, Controls, Form, Message, Option, Para, Row, Small
from bot.views.lists import called, newest_first, turns
from bot.views.lists import page as page_of
from bot.views.notes import note, send_or_undo
from bot.views.words import Words

WORDS, ANSWER = 300, 1_000
"""The most characters of a question, and of an answer."""
_A_PAGE, _SHOWN = 2_400, 100
_ROWS, _LISTED = 3, 6
"""So many questions stand on the page of looking back, and on a page of their own."""
Said = tuple[QuestionAnswer, str]


def circle_words(t: Words, circle: str) -> str:
    """Who will read an answer."""
    if circle == COORDINATORS:
        return t("Only the coordinators see your answer, with your name.")
    return t("People of the network see your answer, with your name.")


def ask_form(t: Words, network: int, typed: str = "") -> Form:
    """What is asked, and who reads the answers?"""
    names = {"network": t("The network"), "coordinators": t("Only the coordinators")}
    return Form(
        action=f"reflect:0:ask:{network}",
        title=ui.fit(t("Ask the network"), ui.limits.FORM_TITLE),
        submit=t("Ask"),
        fields=(
            Area(
                key="words",
                label=ui.fit(t("What do you want to ask?"), ui.limits.LABEL),
                value=typed,
                most=WORDS,
                hint=ui.fit(t("It can be answered for a week."), ui.limits.HINT),
                example=t("What is going well in your classes just now?"),
            ),
            Choice(
                key="circle",
                label=ui.fit(t("Who reads the answers?"), ui.limits.LABEL),
                options=tuple(Option(key, names[key]) for key in CIRCLES),
                value=CIRCLES[0],
                hint=ui.fit(t("People are told so before they answer."), ui.limits.HINT),
            ),
        ),
    )


def waiting(t: Words, question: Question, tells: str) -> Message:
    """It is asked soon; it can be asked at once, or not."""
    buttons = send_or_undo(t, f"question:{question.id}:send", f"question:{question.id}:undo")
    said = t("I will ask this in 30 seconds. {circle}", circle=circle_words(t, question.circle))
    return Message(
        "", (_words(question), Para(ui.words(said)), Para(ui.words(tells)), Controls(buttons))
    )


def _words(question: Question) -> Para:
    return Para((ui.Span(ui.typed(question.words), bold=True),))


def post(t: Words, question: Question, zone: str) -> Message:
    """The question in the channel."""
    day = t.day(question.closes_at.astimezone(ZoneInfo(zone)).date())
    until = t("Open until: {day}.", day=day)
    small = Small(f"{circle_words(t, question.circle)} {until}")
    button = Button(t("Answer"), f"question:{question.id}:answer", "primary")
    return Message(t("A question to you"), (_words(question), small, Controls((button,))))


def over(t: Words, question: Question, count: int) -> Message:
    """It is over; how many have answered."""
    said = t.n("{n} person has answered.", "{n} people have answered.", n=count)
    who = t("The people of the network can read it.")
    return note(f"{said} {who}", _read(t, question))


def _read(t: Words, question: Question) -> Button:
    return Button(t("Read it"), f"question:{question.id}:read")


def form(t: Words, question: Question, row: QuestionAnswer | None = None) -> Form:
    """The answer; with a `row`, what it was."""
    return Form(
        action=f"question:{question.id}:answer",
        title=ui.fit(t("Your answer"), ui.limits.FORM_TITLE),
        submit=t("Send"),
        intro=ui.typed(question.words),
        fields=(
            Area(
                key="text",
                label=ui.fit(t("Your answer"), ui.limits.LABEL),
                value=row.text if row else "",
                most=ANSWER,
                hint=ui.fit(circle_words(t, question.circle), ui.limits.HINT),
            ),
        ),
    )


def thanks(t: Words, question: Question, *, reads: bool) -> Message:
    """It is kept, and can be changed until it closes."""
    said = t("Thank you. It is kept. {circle}", circle=circle_words(t, question.circle))
    change = Button(t("Change it"), f"question:{question.id}:answer")
    buttons = (change, _read(t, question)) if reads else (change,)
    return Message("", (_words(question), Para(ui.words(said)), Controls(buttons)))


def closed(t: Words, question: Question, *, reads: bool) -> Message:
    """It is answered no more."""
    said = Para(ui.words(t("This question is closed. It was open for a week.")))
    more = (Controls((_read(t, question),)),) if reads else ()
    return Message("", (_words(question), said, *more))


def for_others(t: Words, question: Question) -> Message:
    """Who may read the answers, told to who may not."""
    return note(_who(t, question))


def _who(t: Words, question: Question) -> str:
    if question.circle == COORDINATORS:
        return t("Only the coordinators can read it.")
    return t("Only people of the network can read it.")


def answers(t: Words, question: Question, said: Sequence[Said], *, at: int, open_: bool) -> Message:
    """What people answered, each whole, a page of them."""
    count = t.n("{n} person has answered.", "{n} people have answered.", n=len(said))
    pages = _pages([_one(t, *one) for one in said])
    at = min(at, len(pages) - 1)
    buttons = turns(t, f"question:{question.id}:read", at, len(pages))
    if open_:
        buttons.append(Button(t("Answer"), f"question:{question.id}:answer"))
    head = (_words(question), Para(ui.words(f"{count} {_who(t, question)}")))
    controls = (Controls(tuple(buttons)),) if buttons else ()
    return Message(t("Answers"), (*head, *map(Para, pages[at]), *controls))


def _one(t: Words, row: QuestionAnswer, name: str) -> ui.Text:
    return (*t.text("**{name}**", name=called(t, name)), ui.Span("\n"), ui.Span(ui.typed(row.text)))


def _pages(texts: Sequence[ui.Text]) -> list[list[ui.Text]]:
    """As many on each page as there is room for, and at least one."""
    pages: list[list[ui.Text]] = [[]]
    left = _A_PAGE
    for text in texts:
        size = ui.weight(ui.plain(text))
        if pages[-1] and (size > left or len(pages[-1]) == _LISTED):
            pages.append([])
            left = _A_PAGE
        pages[-1].append(text)
        left -= size
    return pages


@dataclass(frozen=True, slots=True)
class Listed:
    """A question on a person's page, and what they can do: `answers` or else read it."""

    question: Question
    answers: bool


def rows(t: Words, network: int, listed: Sequence[Listed]) -> tuple[Block, ...]:
    """What the network was asked lately, each with what the reader can do."""
    shown = _rows(t, listed[:_ROWS])
    if len(listed) <= _ROWS:
        return (*shown,)
    return (*shown, Controls((Button(t("Earlier questions"), f"question:0:list:{network}:0"),)))


def page(t: Words, network: int, listed: Sequence[Listed], at: int) -> Message:
    """All that the network was asked lately, a page of it."""
    if not listed:
        return note(t("Nothing has been asked lately."))
    here, at, count = page_of(listed, at, _LISTED)
    ways = turns(t, f"question:0:list:{network}", at, count, newest_first(t))
    controls = (Controls(tuple(ways)),) if ways else ()
    return Message(t("Questions"), (*_rows(t, here), *controls))


def _rows(t: Words, listed: Sequence[Listed]) -> list[Row]:
    return [
        Row(
            ui.words(ui.typed(ui.shorten(one.question.words, _SHOWN))),
            Button(t("Answer"), f"question:{one.question.id}:answer", "primary")
            if one.answers
            else _read(t, one.question),
        )
        for one in listed
    ]


def to_ask(t: Words, network: int) -> Button:
    """The way to ask something."""
    return Button(t("Ask the network"), f"reflect:0:ask:{network}")
