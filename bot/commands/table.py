"""The table of all that can be done: the nouns that people type, and the actions of each.

Help, the platforms' commands, rights and the way of acknowledging all come from it.
"""

from bot.commands import (
    agendas,
    asked,
    attendance,
    buddies,
    buddy_report,
    contacts,
    giving,
    helping,
    impact,
    imports,
    institutions,
    journals,
    kept,
    kit_lists,
    kits,
    meetings,
    minutes,
    needs,
    networks,
    pages,
    privacy,
    profiles,
    progress,
    questions,
    reflections,
    requests,
    rounds,
    rsvps,
    tasks,
    topics,
)
from bot.commands.actions import Action
from bot.commands.calls import Command
from bot.i18n import LANGUAGES
from bot.views.answers import answer_words
from bot.views.words import Words
from bot.views.words import words as words_in

NOUNS = {
    module.NAME: module
    for module in (
        networks,
        meetings,
        rsvps,
        agendas,
        attendance,
        reflections,
        minutes,
        impact,
        buddies,
        requests,
        giving,
        kits,
        profiles,
        privacy,
    )
}
BARE = {
    "network": "network.home",
    "meeting": "meeting.coming",
    "rsvp": "rsvp.mine",
    "agenda": "agenda.show",
    "here": "here.show",
    "reflect": "reflect.show",
    "notes": "notes.show",
    "impact": "impact.show",
    "buddy": "buddy.show",
    "request": "request.ask",
    "offer": "offer.add",
    "kit": "kit.queue",
    "profile": "profile.show",
    "privacy": "privacy.show",
}
TAKES_TEXT = ("meeting", "rsvp", "agenda", "here", "notes", "request", "offer")
"""After these may stand what is no verb: a meeting's name, an answer, the code of a room."""
FREE_TEXT = ("request", "offer")
"""After these may stand anything, also what begins like a verb."""
ROWS = {
    "question": questions.network_of,
    "journal": journals.network_of,
    "school": institutions.network_of,
    "topic": topics.network_of,
    "import": imports.network_of,
    "round": rounds.network_of,
    "pair": contacts.network_of,
    "request": requests.network_of,
    "offer": giving.network_of,
    "ask": helping.network_of,
    "kit": kits.network_of,
    "kits": kit_lists.network_of,
}
"""Nouns that nobody types: the network of the row that a button of theirs is about."""
ALIASES = {"convenor": "network", "convener": "network"}

ACTIONS: tuple[Action, ...] = (
    *networks.ACTIONS,
    *imports.ACTIONS,
    *meetings.ACTIONS,
    *rsvps.ACTIONS,
    *agendas.ACTIONS,
    *attendance.ACTIONS,
    *reflections.ACTIONS,
    *minutes.ACTIONS,
    *tasks.ACTIONS,
    *needs.ACTIONS,
    *impact.ACTIONS,
    *buddies.ACTIONS,
    *buddy_report.ACTIONS,
    *contacts.ACTIONS,
    *requests.ACTIONS,
    *giving.ACTIONS,
    *kits.ACTIONS,
    *profiles.ACTIONS,
    *institutions.ACTIONS,
    *topics.ACTIONS,
    *privacy.ACTIONS,
    *pages.ACTIONS,
    *asked.ACTIONS,
    *kept.ACTIONS,
    *progress.ACTIONS,
)


def noun_of(command: str) -> str:
    """The noun that a typed command means, whatever prefix an operator gave it (`conv-network`)."""
    bare = command if command in (*NOUNS, *ALIASES) else command.rpartition("-")[2]
    return ALIASES.get(bare, bare)


def commands() -> tuple[Command, ...]:
    """The commands as platforms register them, in every language."""
    languages = {language: words_in(language) for language in LANGUAGES}
    return tuple(
        Command(
            name=noun,
            names={lang: t.p("command", noun) for lang, t in languages.items()},
            description={lang: t(module.COMMAND) for lang, t in languages.items()},
            hint={lang: _verbs(noun, t) for lang, t in languages.items()},
        )
        for noun, module in NOUNS.items()
    )


def _verbs(noun: str, t: Words) -> str:
    if noun == "here":
        return t("the code that is read out")
    answers = answer_words(t).values() if noun == "rsvp" else ()
    return " · ".join((*answers, *spoken(noun, t)))


def spoken(noun: str, t: Words) -> list[str]:
    """The verbs that can be typed after a command, in the reader's language."""
    return [t.p("verb", action.verb) for action in ACTIONS if action.noun == noun and action.verb]
