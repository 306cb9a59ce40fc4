"""What is kept of what is asked and written between meetings."""

from bot.store.register.entries import UNTIL_ERASED, WITH_NETWORK, goes, numbered, rest, stays
from bot.store.register.keeping import UNTIL_CLOSED
from bot.store.tables import JournalEntry, Question, QuestionAnswer

QUESTION = stays(
    Question,
    numbered(
        "the network",
        WITH_NETWORK,
        network_id="who is asked",
        words="what is asked",
        circle="who reads the answers",
        asked_by="who asked it",
        asked_at="when",
        closes_at="until when it can be answered",
    ),
    "asked_by",
)
QUESTION_ANSWER = goes(
    QuestionAnswer,
    numbered(
        "the network",
        UNTIL_CLOSED,
        network_id="whose question",
        question_id="which question it answers",
        member_id="who answered",
        text="what they answered",
        said_at="in which order people answered",
    ),
    "member_id",
)
JOURNAL_ENTRY = goes(
    JournalEntry,
    numbered(
        "the person",
        UNTIL_ERASED,
        network_id="in which network",
        member_id="whose journal",
        text="what they wrote down for themselves",
        written_at="when",
    )
    | rest("the network", UNTIL_ERASED, shared="what of it they shared"),
    "member_id",
)
