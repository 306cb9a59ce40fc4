"""What people show of themselves to their network, and how they take it back."""

from collections.abc import Collection, Sequence

from bot import ui
from bot.core.directory import HELP, WISH, WORK, Colleague, part_of
from bot.core.profiles import SHARES
from bot.store.tables import Network
from bot.ui import Block, Button, Controls, Message, Para, Row, Small
from bot.views import directory
from bot.views.colleagues import LINE, told, topic_names
from bot.views.profiles import times_read
from bot.views.words import Words


def page(
    t: Words, network: Network, mine: Colleague, shares: Collection[str], done: str = ""
) -> Message:
    """Each part of a profile: what it would show, whether it is shown, and the way to change that;
    above it what was `done` just now.
    """
    blocks: list[Block] = [Para(ui.words(done))] if done else []
    blocks.append(
        Para(
            t.text(
                "What you show is seen, with your name, by the members and coordinators of"
                " **{network}**, and by nobody else.",
                network=network.name,
            )
        )
    )
    blocks += [_part(t, network, mine, part, is_shown=part in shares) for part in SHARES]
    blocks.append(
        Para(ui.words(t("You can take it back at any time. From then on I show it to nobody.")))
    )
    blocks += [Small(said) for said in _small(t)]
    blocks.append(Controls((directory.show_all(t, network),)))
    return Message(t("What others see of me"), tuple(blocks))


def _small(t: Words) -> Sequence[str]:
    return (
        t("Coordinators can also save what is shown as a file, for their work."),
        times_read(t),
        t("How far you travel is never shown to anybody."),
    )


def _part(t: Words, network: Network, mine: Colleague, part: str, *, is_shown: bool) -> Row:
    wishes = ui.shorten(topic_names(t, mine.wishes), LINE)
    seen = wishes if part == WISH else told(t, part_of(mine, part))
    what = seen or t("You have not told me anything of this yet.")
    labels = {
        WORK: t("What I do and where"),
        HELP: t("What I can help with"),
        WISH: t("What I would like to learn"),
    }
    state = {
        (WORK, True): t("It is shown."),
        (WORK, False): t("It is not shown."),
        (HELP, True): t("It is shown, and people may write to you about it."),
        (HELP, False): t("It is not shown. If you show it, people may write to you about it."),
        (WISH, True): t("Whoever you are put together with reads it, and the coordinators."),
        (WISH, False): t(
            "It is not shown. If you show it, whoever you are put together with reads it, and the"
            " coordinators."
        ),
    }[part, is_shown]
    text = t.text("**{part}**\n{what}\n_{state}_", part=labels[part], what=what, state=state)
    if is_shown:
        return Row(text, Button(t("Take it back"), f"network:{network.id}:share-back:{part}"))
    return Row(text, Button(t("Show it"), f"network:{network.id}:share-it:{part}", "primary"))


def done_words(t: Words, *, shown: bool) -> str:
    """What a press has done."""
    if shown:
        return t("Thank you. It is shown now.")
    return t("Taken back. Nobody sees it any more.")
