"""What a person sees of their topics: the form, and words that are asked back."""

from collections.abc import Collection, Mapping, Sequence

from bot import ui
from bot.core.interests import Open
from bot.core.topics import Topic
from bot.store.tables import Network
from bot.ui import Area, Button, Controls, Form, Message, Para
from bot.views.profile_forms import seen_by
from bot.views.words import Words

TYPED, NAME = 500, 60
"""The most characters of a field, and of one topic in it."""


def form(
    t: Words, network: Network, said: Mapping[str, Sequence[Topic]], shares: Collection[str] = ()
) -> Form:
    """What one teaches, is good at and would like, as it stands."""
    why = t("So that colleagues who need help find you.")
    asked = {
        "subject": (t("What do you teach?"), seen_by(t, why, shown="work" in shares)),
        "strength": (t("What are you good at?"), seen_by(t, why, shown="help" in shares)),
        "wish": (t("What would you like to learn?"), _wish_seen(t, shown="wish" in shares)),
    }
    return Form(
        action=f"profile:0:topics:{network.id}",
        title=t("My topics"),
        submit=t("Keep"),
        intro=t("In your own words, with commas between. Leave out what you like."),
        fields=tuple(
            Area(
                key=kind,
                label=label,
                hint=hint,
                value=", ".join(topic.name(t.language) for topic in said.get(kind, ())),
                most=TYPED,
                required=False,
            )
            for kind, (label, hint) in asked.items()
        ),
    )


def _wish_seen(t: Words, *, shown: bool) -> str:
    if shown:
        return t("To find somebody for it. Whoever that is reads it, and the coordinators.")
    return t("To find somebody for it. Only you see it.")


def kind_words(t: Words) -> dict[str, str]:
    """Of what kind an open word is."""
    return {
        "subject": t("You wrote it under what you teach."),
        "strength": t("You wrote it under what you are good at."),
        "wish": t("You wrote it under what you would like to learn."),
    }


def ask_back(
    t: Words, network: Network, one: Open, mark: int, *, shown: bool = False, more: int = 0
) -> Message:
    """Which topic is meant by a word? Its `mark` tells it from other words; `shown`: what is said
    of its kind is; so many `more` words wait.
    """
    way = f"profile:0:mean:{network.id}:{mark}"
    word = ui.shorten(one.words, NAME)
    if len(one.like) == 1:
        name = one.like[0].name(t.language)
        asked = t.text("**{word}**: did you mean {topic}?", word=word, topic=name)
    elif one.like:
        asked = t.text("**{word}**: did you mean one of these?", word=word)
    else:
        asked = t.text("**{word}**: that is a new topic to me.", word=word)
    waits = [t.n("{n} more word waits.", "{n} more words wait.", n=more)] if more else []
    return Message(
        "",
        (
            Para((*asked, ui.Span(" "), *ui.words(kind_words(t)[one.kind]))),
            Para(ui.words(" ".join((_seen(t, one.kind, shown=shown), *waits)))),
            Controls(
                (
                    *(_mean(t, topic, way) for topic in one.like),
                    Button(t("Keep it as it is"), f"{way}:own"),
                    Button(t("Leave it out"), f"{way}:none"),
                )
            ),
        ),
    )


def _seen(t: Words, kind: str, *, shown: bool) -> str:
    """Who sees a word that is kept as it is."""
    if kind == "wish" and shown:
        return t("Whoever you are put together with reads it, and the coordinators.")
    if kind == "wish":
        return t("Only you see it.")
    if shown:
        return t("You show this to your network: others see it at once.")
    return t("Nobody else sees this until you say so.")


def _mean(t: Words, topic: Topic, way: str) -> Button:
    label = ui.shorten(topic.name(t.language), ui.limits.BUTTON // 2)  # Discord counts some twice
    return Button(ui.typed(label), f"{way}:{topic.key}", "primary")
