"""What people see of offers: the form, their own ones, and what fits a request now."""

from collections.abc import Mapping, Sequence

from bot import ui
from bot.core.giving import ANY, KINDS, LINK, WORDS, Fitting
from bot.core.profiles import PHASES
from bot.store.tables import Approach, Network, Offer, Request
from bot.ui import (
    Area,
    Block,
    Button,
    Controls,
    Day,
    Form,
    Line,
    Message,
    Option,
    Para,
    Pick,
    Row,
    Small,
    Text,
)
from bot.views.colleagues import phase_words
from bot.views.lists import page as page_of
from bot.views.lists import spoken, turns
from bot.views.words import Words

A_PAGE = 5
_ROWS = 4
"""So many things are shown at once, for one message has to hold them."""
_SHORT, _NAME, _WHOLE = 140, 60, 500
_QUESTIONS, _HELPED = 2, 3


def kind_words(t: Words) -> dict[str, str]:
    """What can be offered."""
    return {
        "kit": t("Something to lend"),
        "sample": t("Something to give away"),
        "room": t("A room or a lab"),
        "speaker": t("I come and speak"),
        "visit": t("A visit to us"),
        "help": t("My help with a topic"),
        "read": t("Something to read"),
    }


def offer_form(t: Words, action: str, gift: Mapping[str, str], *, anew: bool = True) -> Form:
    """What somebody offers; `gift` is what is known of it already."""
    kinds, phases = kind_words(t), {ANY: t("For all"), **phase_words(t)}
    return Form(
        action=action,
        title=ui.fit(t("Offer something") if anew else t("Change an offer"), ui.limits.FORM_TITLE),
        submit=ui.fit(t("Offer it") if anew else t("Change"), ui.limits.SUBMIT),
        fields=(
            Pick(
                key="kind", label=ui.fit(t("What kind of thing is it?"), ui.limits.LABEL),
                options=tuple(Option(key, kinds[key]) for key in KINDS),
                value=gift.get("kind", ""),
            ),
            Area(
                key="words", label=ui.fit(t("What do you offer?"), ui.limits.LABEL),
                hint=ui.fit(t("Whoever looks for such a thing reads it, without your name."),
                            ui.limits.HINT),
                value=gift.get("words", ""), most=WORDS,
            ),
            Day(
                key="until", label=ui.fit(t("Until which day?"), ui.limits.LABEL),
                hint=ui.fit(t("Then it ends by itself."), ui.limits.HINT),
                value=gift.get("until", ""), example="12.2.2027",
            ),
            Pick(
                key="phase", label=ui.fit(t("For which pupils?"), ui.limits.LABEL),
                options=tuple(Option(key, phases[key]) for key in (ANY, *PHASES)),
                value=gift.get("phase", ANY),
            ),
            Line(
                key="link", label=ui.fit(t("Where can it be read?"), ui.limits.LABEL),
                hint=ui.fit(t("A link that begins with https://, if there is one."),
                            ui.limits.HINT),
                value=gift.get("link", ""), most=LINK, required=False,
            ),
        ),
    )  # fmt: skip


def longer_form(t: Words, row: Offer) -> Form:
    """Until when is it offered?"""
    return Form(
        action=f"offer:{row.id}:extend",
        title=ui.fit(t("Offer it for longer"), ui.limits.FORM_TITLE),
        submit=ui.fit(t("Go on"), ui.limits.SUBMIT),
        fields=(
            Day(
                key="until", label=ui.fit(t("Until which day?"), ui.limits.LABEL),
                value="", example="12.2.2027",
            ),
        ),
    )  # fmt: skip


def line(t: Words, row: Offer, most: int = _SHORT) -> Text:
    """An offer in a line: what it is, until when, and where it can be read."""
    said = t.text(
        "**{kind}** until {day}: {words}", kind=kind_words(t)[row.kind], day=t.day(row.until),
        words=ui.shorten(row.words, most),
    )  # fmt: skip
    return (*said, ui.Span(" "), ui.Link(t("Read it"), row.link)) if row.link else said


def card(t: Words, row: Offer, *, is_open: bool, said: Sequence[str] = ()) -> Message:
    """One's own offer, and what can be done with it; `said` is what has just been done."""
    blocks: list[Block] = [Para(ui.words(one)) for one in said]
    blocks.append(Para(line(t, row, _WHOLE)))
    if not is_open:
        blocks.append(Para(ui.words(t("It has ended; nobody sees it any more."))))
    return Message("", (*blocks, Controls((*_ways(t, row, is_open=is_open), _all(t, row)))))


def _ways(t: Words, row: Offer, *, is_open: bool) -> list[Button]:
    press = f"offer:{row.id}"
    ways = [
        Button(t("For longer") if is_open else t("Offer it again"), f"{press}:extend"),
        Button(t("Change"), f"{press}:change"),
    ]
    return [*ways, Button(t("It is over"), f"{press}:end")] if is_open else ways


def _all(t: Words, row: Offer) -> Button:
    return Button(t("All that I offer"), f"offer:0:mine:{row.network_id}")


def mine(
    t: Words, network: Network, offers: Sequence[tuple[Offer, bool]],
    helped: Sequence[tuple[Approach, Request, str]], at: int = 0, *, rests: bool = False,
    questions: Sequence[tuple[Approach, Request]] = (),
) -> Message:  # fmt: skip
    """What a person offers or has offered, a page of it; what they are asked, and with what they
    helped: each request with the name of who asked. `rests`: there is something that they rather
    are not asked.
    """
    shown, at, count = page_of(offers, at, A_PAGE)
    blocks = list[Block]()
    for row, is_open in shown:
        said = line(t, row) if is_open else (*line(t, row), ui.Span(" " + t("(ended)")))
        blocks.append(Row(said, Button(t("Show"), f"offer:{row.id}:read",
                                       spoken=spoken(t("Show"), row.words))))  # fmt: skip
    if not offers:
        blocks.append(Para(ui.words(t("You have not offered anything yet."))))
    for asked, request in questions[:_QUESTIONS]:
        purpose = ui.shorten(request.purpose, _SHORT)
        blocks.append(Para(t.text("**Can you help?** “{purpose}”", purpose=purpose)))
        blocks.append(answers(t, asked))
    if helped:
        blocks.append(Para(t.text("**With what I helped**")))
    blocks += [Para(_helped(t, *one)) for one in helped[:_HELPED]]
    press = f"offer:0:mine:{network.id}"
    ways = [
        *turns(t, press, at, count, (t("Later ones"), t("Earlier ones"))),
        Button(t("Offer something"), f"offer:0:add:{network.id}", "primary"),
        Button(t("What I asked for"), f"request:0:mine:{network.id}"),
    ]
    if rests:
        ways.append(Button(t("Ask me again about anything"), f"ask:0:wake:{network.id}"))
    return Message(t("What I offer"), (*blocks, Controls(tuple(ways))))


def answers(t: Words, asked: Approach) -> Controls:
    """What somebody can say who is asked for help."""
    press = f"ask:{asked.id}"
    return Controls(
        (
            Button(t("I can help"), f"{press}:yes", "primary"),
            Button(t("Not now"), f"{press}:later"),
            Button(t("Not about this"), f"{press}:never"),
        )
    )


def _helped(t: Words, asked: Approach, row: Request, name: str) -> Text:
    day = t.day((asked.answered_at or asked.asked_at).date())
    purpose = ui.shorten(row.purpose, _SHORT)
    if not name:
        return t.text("{day}: “{purpose}”", day=day, purpose=purpose)
    return t.text(
        "{day}, {name}: “{purpose}”", day=day, name=ui.shorten(name, _NAME), purpose=purpose
    )


def fits(t: Words, row: Request, found: Fitting) -> list[Block]:
    """What fits a request now, below how it stands; nothing where nothing does."""
    if not found:
        return []
    press, none = f"request:{row.id}", f"request:{row.id}:none"
    blocks: list[Block] = [Para(t.text("**This may fit now:**"))]
    for kit, free in found.kits[: max(_ROWS - len(found.offers), 1)]:
        said = t.text("**{name}**: {n} free", name=ui.shorten(kit.name, _NAME), n=free)
        way = Button(t("Ask for this"), f"{press}:instead:{kit.id}",
                     spoken=spoken(t("Ask for this"), kit.name))  # fmt: skip
        blocks.append(Row(said, way))
    blocks += [Row(line(t, one), _take(t, press, one)) for one in found.offers]
    ways = [Button(t("None of these"), none)]
    if found.people:
        blocks.append(Para(ui.words(t.n(
            "{n} person has agreed to be asked about such things.",
            "{n} people have agreed to be asked about such things.", n=found.people,
        ))))  # fmt: skip
        ways.insert(0, Button(t("Ask them"), f"{press}:seek"))
    if found.people or any(not one.link for one in found.offers):
        blocks.append(Small(t(
            "Whom I ask reads your words. Your name they read when they say yes, and you theirs."
        )))  # fmt: skip
    return [*blocks, Controls(tuple(ways))]


def read_here(t: Words, row: Offer) -> Para:
    """Something to read, with the way to it."""
    return Para(line(t, row, _WHOLE))


def _take(t: Words, press: str, one: Offer) -> Button:
    if one.link:
        label, act = t("This is it"), "this"
    else:
        label, act = t("Ask for this"), "take"
    return Button(label, f"{press}:{act}:{one.id}", spoken=spoken(label, one.words))
