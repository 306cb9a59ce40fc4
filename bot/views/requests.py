"""What people see of what they asked for, and of what can be asked for."""

from collections.abc import Mapping, Sequence

from bot import ui
from bot.core import kits as core
from bot.core import lives
from bot.core.asked_for import Asked
from bot.store.tables import Kit, Network, Request
from bot.ui import Block, Button, Controls, Message, Para, Row, Small, Text
from bot.views.asking import kind_words
from bot.views.lists import called, spoken, turns
from bot.views.lists import page as page_of
from bot.views.words import Words

A_PAGE = 6
_WHAT, _PURPOSE, _TEXT = 60, 80, 500


def what(t: Words, one: Asked) -> str:
    """What is asked for, and how many of it."""
    name = ui.shorten(one.kit.name, _WHAT) if one.kit else kind_words(t).get(one.row.kind, "")
    if one.kit is None or one.row.count == 1:
        return name
    return t("{count} × {name}", count=one.row.count, name=name)


def state(t: Words, one: Asked) -> str:
    """How far it is, for who asked."""
    row, place = one.row, ui.shorten(one.kit.place, core.PLACE) if one.kit else ""
    until = t.day(row.until) if row.until else ""
    said = {
        lives.ASKED: lambda: t("A coordinator looks at it."),
        lives.WAITING: lambda: waits(t, one),
        lives.RESERVED: lambda: t("It is set aside for you."),
        lives.APPROVED: lambda: t("Yes, gladly. A coordinator will settle the rest with you."),
        lives.SENT: lambda: t("It is on its way to you."),
        lives.READY: lambda: (
            t("You can fetch it: {place}.", place=place) if place else t("You can fetch it.")
        ),
        lives.IN_USE: lambda: (
            t("You have it until {day}.", day=until)
            if until and one.ends == "back" else t("You have it.")
        ),
        lives.GIVEN_BACK: lambda: t("You have given it back. Thank you!"),
        lives.FOUND: lambda: found(t, one),
        lives.RETURNED: lambda: t("It is back where it belongs."),
        lives.KEPT: lambda: t("You may keep it."),
        lives.USED_UP: lambda: t("It is used up, as it was meant to be."),
        lives.DONE: lambda: t("It has taken place."),
        lives.TOLD: lambda: t("You have told how it went. Thank you!"),
        lives.DECLINED: lambda: t("This time it cannot be."),
        lives.CANCELLED: lambda: t("You do not need it any more."),
        lives.LOST: lambda: t("It is noted as lost. Nobody is cross."),
    }  # fmt: skip
    return said[row.state]()


def waits(t: Words, one: Asked) -> str:
    """How many stand in the line before somebody, and whom the network lets go first."""
    said = t.n(
        "You wait for it; {n} request is before yours.",
        "You wait for it; {n} requests are before yours.",
        n=one.before,
    )
    if one.before == 0:
        said = t("You are the next who gets it.")
    first = t("Priority schools go first here.") if one.priority_first else ""
    return f"{said} {first}".strip()


def found(t: Words, one: Asked) -> str:
    """Who helps, where it is a person."""
    if one.helper:
        return t("{name} can help you. Please write to them.", name=ui.shorten(one.helper, _WHAT))
    return t("You have found something.")


def card(t: Words, one: Asked, said: str = "") -> Message:
    """One's own request, and what can be done next; `said` is what has just been done."""
    row = one.row
    blocks: list[Block] = [Para(ui.words(said))] if said else []
    blocks.append(Para(line(t, one)))
    if row.state == lives.DECLINED and row.why:
        blocks.append(Para(t.text("“{why}”", why=ui.shorten(row.why, _TEXT))))
    if one.overdue and row.until:
        blocks.append(Para(ui.words(t("It was to be back on {day}.", day=t.day(row.until)))))
    if not one.fits and row.state == lives.ASKED:
        blocks.append(Para(ui.words(needs_training(t))))
    if one.kit and row.state in (*lives.SET_ASIDE, *lives.OUT):
        blocks += _notes(t, one.kit, one.note)
    blocks += _ways(t, one)
    return Message("", tuple(blocks))


def _notes(t: Words, kit: Kit, note: str) -> list[Block]:
    said = []
    if kit.note:
        said.append(t.text("**Good to know:** {note}", note=ui.shorten(kit.note, _TEXT)))
    if note:
        said.append(t.text("**Who had it before says:** {note}", note=ui.shorten(note, _TEXT)))
    return [Para(one) for one in said]


def needs_training(t: Words) -> str:
    """A kit for which one has to be trained, and who asks is not, as far as we know."""
    return t(
        "One learns to use this kit at a meeting first. I know of none at which you were, so a"
        " coordinator decides."
    )


def act_words(t: Words) -> dict[str, str]:
    """What the buttons say of each step that who asked can do."""
    return {
        "receive": t("I have it"),
        "give-back": t("I have given it back"),
        "use-up": t("It is used up"),
        "extend": t("I need it longer"),
        "happen": t("It has taken place"),
        "tell": t("Tell how it went"),
        "lose": t("Something is lost"),
        "look-on": t("It did not work out"),
        "cancel": t("I do not need it any more"),
    }


def _ways(t: Words, one: Asked) -> list[Block]:
    labels, key = act_words(t), one.row.id
    acts = [act for act in labels if act in one.can("asker")]
    buttons = [
        Button(labels[act], f"request:{key}:{act}", "primary" if n == 0 else "plain")
        for n, act in enumerate(acts)
    ]
    mine = Button(t("All that I asked for"), f"request:0:mine:{one.row.network_id}")
    return [Controls((*buttons[: ui.limits.BUTTONS - 1], mine))]


def mine(
    t: Words, network: Network, asked: Sequence[Asked], at: int = 0, *, plans: bool = False
) -> Message:
    """All that a person asked for, the last first, a page of it; and what they can ask for. Who
    `plans` has the way to what waits for coordinators.
    """
    shown, at, count = page_of(asked, at, A_PAGE)
    blocks: list[Block] = [
        Row(line(t, one), Button(t("Show"), f"request:{one.row.id}:read",
                                 spoken=spoken(t("Show"), what(t, one))))
        for one in shown
    ]  # fmt: skip
    if not asked:
        blocks.append(Para(ui.words(t("You have not asked for anything yet."))))
    labels = (t("Later ones"), t("Earlier ones"))
    if pages := turns(t, f"request:0:mine:{network.id}", at, count, labels):
        blocks.append(Controls(tuple(pages)))
    ways = [
        ask_button(t, network),
        Button(t("Offer something"), f"offer:0:add:{network.id}"),
        Button(t("What there is"), f"request:0:kits:{network.id}"),
        Button(t("What I offer"), f"offer:0:mine:{network.id}"),
    ]
    if plans:
        ways.append(Button(t("What waits"), f"kit:0:queue:{network.id}"))
    return Message(t("What I asked for"), (*blocks, Controls(tuple(ways))))


def ask_button(t: Words, network: Network, label: str = "") -> Button:
    """The way to the form."""
    return Button(label or t("Ask for something"), f"request:0:ask:{network.id}", "primary")


def line(t: Words, one: Asked) -> Text:
    """A request in a line, as who asked reads it."""
    if one.kit is None and one.row.purpose:
        purpose = ui.shorten(one.row.purpose, _PURPOSE)
        return t.text("**{what}**, “{purpose}”: {state}", what=what(t, one), purpose=purpose,
                      state=state(t, one))  # fmt: skip
    return t.text("**{what}**: {state}", what=what(t, one), state=state(t, one))


def kits(
    t: Words, network: Network, found: Sequence[tuple[Kit, Mapping[str, int]]], at: int = 0
) -> Message:
    """What the network lends and gives, and how much of it is free; a page of it."""
    shown, at, count = page_of(found, at, A_PAGE)
    blocks: list[Block] = [
        Row(
            kit_line(t, kit, places),
            Button(t("Ask for it"), f"request:0:ask:{network.id}:{kit.id}",
                   spoken=spoken(t("Ask for it"), kit.name)),
        )
        for kit, places in shown
    ]  # fmt: skip
    if not found:
        said = t("Nothing is on our list yet. Ask all the same: somebody may have it.")
        blocks.append(Para(ui.words(said)))
    ways = [
        *turns(t, f"request:0:kits:{network.id}", at, count, (t("Back"), t("Further"))),
        ask_button(t, network, t("Ask for something else")),
        Button(t("What I asked for"), f"request:0:mine:{network.id}"),
    ]
    blocks.append(Controls(tuple(ways)))
    return Message(t("What there is"), tuple(blocks))


def kit_line(t: Words, kit: Kit, places: Mapping[str, int]) -> Text:
    """A kit in a line: how many are free of how many, and whether one has to be trained."""
    free, in_all = core.free(places), core.in_all(places)
    name = ui.shorten(kit.name, _WHAT)
    said = t.text("**{name}**: {free} of {count} free", name=name, free=free, count=in_all)
    if kit.trained:
        said = (*said, *ui.words(f" · {t('with training')}"))
    return said


def home_lines(t: Words, asked: Sequence[Asked]) -> list[Block]:
    """On a person's own page: what they asked for and is open, the most pressing with its step."""
    if not asked:
        return []
    one = asked[0]
    label, act = next(
        ((label, act) for act, label in act_words(t).items() if act in one.can("asker")),
        (t("Show"), "read"),
    )
    if act in ("extend", "lose", "cancel", "tell", "look-on"):
        label, act = t("Show"), "read"
    row = Row(line(t, one), Button(label, f"request:{one.row.id}:{act}"))
    left = len(asked) - 1
    if not left:
        return [row]
    more = t.n("And {n} more that you asked for.", "And {n} more that you asked for.", n=left)
    return [row, Small(more)]


def not_so_far(t: Words, row: Request, network: int) -> Message:
    """A step that does not lead on from where the request is."""
    said = t("It is not so far, or further already. This is how it stands:")
    way = Button(t("Show"), f"request:{row.id}:read", "primary")
    mine = Button(t("All that I asked for"), f"request:0:mine:{network}")
    return Message("", (Para(ui.words(said)), Controls((way, mine))))


def others_wait(t: Words, row: Request) -> Message:
    """Somebody needs it longer, and others wait."""
    said = t("Others wait for it, so that is not mine to promise. Please ask a coordinator.")
    return Message("", (Para(ui.words(said)), Controls((
        Button(t("Show"), f"request:{row.id}:read", "primary"),))))  # fmt: skip


def who(t: Words, one: Asked) -> str:
    """Who asked, as coordinators read it; nobody's name where they were erased."""
    return called(t, ui.shorten(one.name, _WHAT))
