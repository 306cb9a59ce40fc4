"""/reflect ask: a question to the network between meetings, and what it is answered."""

from bot.commands import kept
from bot.commands.actions import Action
from bot.commands.calls import Answer
from bot.commands.turns import Mistakes, Refused, Turn, answered, as_number, come_in, in_time
from bot.commands.wishes import unfit
from bot.core import questions
from bot.core.people import number
from bot.core.rights import LISTED, Role
from bot.i18n import marked
from bot.store import networks, people
from bot.store import questions as stored
from bot.store.tables import Question, QuestionAnswer
from bot.ui import Form
from bot.views import networks as network_views
from bot.views import notes
from bot.views import questions as views
from bot.views.questions import Listed


def network_of(turn: Turn) -> int:
    """The network to which the button's question was put; 0 where this person knows of none."""
    found = stored.get(turn.db, [number(n.id) for n in turn.networks], turn.subject)
    return found.network_id if found else 0


def ask_form(turn: Turn) -> Answer:
    """What is asked, and who reads the answers?"""
    return views.ask_form(turn.t, number(turn.network.id), turn.text[: views.WORDS])


def ask(turn: Turn) -> Answer:
    """Ask it, after the hold."""
    network = number(turn.network.id)
    words, circle = turn.value("words"), turn.value("circle")
    problems = {}
    if wrong := unfit(turn, words, views.WORDS, empty=turn.t("Please write what you want to ask.")):
        problems["words"] = wrong
    if circle not in questions.CIRCLES:
        problems["circle"] = turn.t("Please choose one of these.")
    if problems:
        raise Mistakes(views.ask_form(turn.t, network), problems)
    question = questions.ask(turn.db, turn.network, words, circle, number(turn.me.id), turn.now)
    home = networks.homes(turn.db, network)[0]
    tells = network_views.tells(turn.t, people.present(turn.db, network), home)
    return answered(views.waiting(turn.t, question, tells))


def _question(turn: Turn) -> Question:
    """The question that the button is about; before it is posted only coordinators know of it."""
    found = stored.get(turn.db, [number(turn.network.id)], turn.subject)
    if found is None or not (turn.plans or questions.is_told(turn.db, found)):
        raise Refused(notes.not_found(turn.t))
    return found


def send(turn: Turn) -> Answer:
    """It is posted at once."""
    with in_time(turn):
        questions.send_now(turn.db, _question(turn), turn.now)
    return answered(notes.note(turn.t("Your question goes out now.")))


def undo(turn: Turn) -> Answer:
    """It is not asked; what was typed can be changed and sent again."""
    question = _question(turn)
    with in_time(turn):
        questions.undo(turn.db, question)
    values = {"words": (question.words,), "circle": (question.circle,)}
    draft = kept.keep(turn, f"reflect:0:ask:{question.network_id}", values)
    return answered(notes.undone(turn.t, draft))


def answer_form(turn: Turn) -> Answer:
    """The answer, as it was, if there is one."""
    question = _open(turn)
    return _form(turn, question)


def _form(turn: Turn, question: Question) -> Form:
    return views.form(turn.t, question, _mine(turn, question))


def _mine(turn: Turn, question: Question) -> QuestionAnswer | None:
    return questions.mine(turn.db, question, number(turn.member.id)) if turn.member else None


def _open(turn: Turn) -> Question:
    """The question, if this person can answer it now."""
    question = _question(turn)
    if not turn.is_among_us or not questions.is_told(turn.db, question):
        raise Refused(notes.not_found(turn.t))
    if not questions.is_open(question, turn.now):
        raise Refused(views.closed(turn.t, question, reads=_may_read(turn, question)))
    return question


def _may_read(turn: Turn, question: Question) -> bool:
    return questions.may_read(question, listed=turn.role in LISTED, coordinates=turn.plans)


def answer(turn: Turn) -> Answer:
    """Keep the answer."""
    question = _open(turn)
    said = turn.value("text")
    if wrong := unfit(turn, said, views.ANSWER, empty=turn.t("Please write an answer.")):
        raise Mistakes(_form(turn, question), {"text": wrong})
    if turn.role is Role.GUEST:
        come_in(turn)
    questions.answer(turn.db, question, number(turn.me.id), said, turn.now)
    return answered(views.thanks(turn.t, question, reads=_may_read(turn, question)))


def read(turn: Turn) -> Answer:
    """What people answered, to who may read it."""
    question = _question(turn)
    if not _may_read(turn, question):
        raise Refused(views.for_others(turn.t, question))
    said, at = questions.answers(turn.db, question), as_number(turn.more)
    open_ = questions.is_open(question, turn.now)
    return answered(views.answers(turn.t, question, said, at=at, open_=open_))


def page(turn: Turn) -> Answer:
    """All that the network was asked lately, a page of it."""
    at = as_number(turn.more.partition(":")[2])
    return answered(views.page(turn.t, number(turn.network.id), listed(turn), at))


def listed(turn: Turn) -> list[Listed]:
    """What the network was asked lately that this person can answer or read."""
    if not turn.is_among_us:
        return []
    found = []
    for question in questions.lately(turn.db, number(turn.network.id), turn.now):
        answers = questions.is_open(question, turn.now) and not _mine(turn, question)
        if answers or _may_read(turn, question):
            found.append(Listed(question, answers))
    return found


ACTIONS = (
    Action("reflect.ask", form=ask_form, act=ask, verb=marked("ask", "verb")),
    Action("question.send", act=send),
    Action("question.undo", act=undo),
    Action("question.answer", form=answer_form, act=answer),
    Action("question.read", act=read, changes=False),
    Action("question.list", act=page, changes=False),
)
