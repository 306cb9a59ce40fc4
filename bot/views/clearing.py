"""What coordinators see of what went by itself, since its time was over."""

from collections.abc import Mapping

from bot import ui
from bot.store.register import keeping
from bot.store.tables import Network
from bot.ui import Message, Para, Small
from bot.views.words import Words


def rules(t: Words) -> dict[str, str]:
    """What goes after how long, by its kind."""
    answers, said = keeping.ANSWERS, keeping.SAID
    return {
        "answers": t("Answers to meetings, and their groups, after {n} months", n=answers),
        "names": t("Names of guests at meetings, after {n} months", n=answers),
        "there": t("Who was at a meeting, after {n} months", n=said),
        "looking-back": t("What people said looking back, after {n} months", n=said),
        "tasks": t("How tasks went, after {n} months", n=said),
        "in-class": t("What happened in class, after {n} months", n=said),
        "questions": t("Answers to questions, after {n} months", n=said),
        "messages": t("That a message went to somebody, after a year"),
        "links": t("Links that were over"),
        "people": t("People who left every network {n} months ago", n=keeping.GONE),
    }


def report(t: Words, network: Network, went: Mapping[str, int]) -> Message:
    """How many rows of each kind went in the last twelve months; no names."""
    said = t("Every night I let go what is no longer needed. This went in the last twelve months:")
    counts = {
        **went,
        "answers": went.get("answers", 0) + went.get("groups", 0),
        "messages": went.get("messages", 0) + went.get("notices", 0),
    }
    rows = tuple((words, ui.words(str(counts.get(what, 0)))) for what, words in rules(t).items())
    stays = t("The numbers of your meetings stay as they were: how many came, and what they said.")
    title = ui.fit(t("What went by itself: {name}", name=network.name), ui.limits.TITLE)
    return Message(title, (Para(ui.words(said)), t.facts(rows), Small(stays)))
