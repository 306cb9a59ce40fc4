"""What people see of the people of their network: who can help with what."""

from collections.abc import Mapping, Sequence

from bot import ui
from bot.core.directory import Colleague, Listed
from bot.core.seeking import Sought, Understood
from bot.core.topics import Topic, vocabulary
from bot.store.tables import Network
from bot.ui import (
    Block,
    Button,
    Choice,
    Controls,
    Form,
    Line,
    Message,
    Option,
    Para,
    Pick,
    Row,
    Small,
)
from bot.views.colleagues import facts, line, phase_words
from bot.views.lists import called, more, page, turns
from bot.views.notes import note
from bot.views.words import Words

_A_PAGE, _NAMES, _FACT = 7, 20, 350
"""So many people on a page, names on a coordinator's, and what of one fact has room."""
TOPIC = ui.limits.LINE
REGIONS = ui.limits.OPTIONS - 1
"""So many regions can be chosen from; others are typed."""


def look_for(t: Words, network: Network) -> Button:
    """The way to the form."""
    return Button(t("Look for somebody"), f"network:{network.id}:people-find")


def show_all(t: Words, network: Network, label: str = "") -> Button:
    """The way to the people of a network."""
    return Button(label or t("Who can help?"), f"network:{network.id}:people")


def my_sharing(t: Words, network: Network) -> Button:
    """The way to what others see of the reader."""
    return Button(t("What others see of me"), f"network:{network.id}:share")


def people(
    t: Words,
    network: Network,
    found: Sequence[Colleague],
    sought: Sought,
    wanted: str,
    *,
    me: int,
    at: int,
    listed: int | None,
) -> Message:
    """Who fits what is `wanted` (in words; empty: all who share something), a page of it. Who
    shares what they can help with can be written to. `listed`, for a coordinator: how many are in
    the network.
    """
    shown, at, count = page(found, at, _A_PAGE)
    blocks: list[Block] = [Para(_how_many(t, network, len(found), wanted))]
    blocks += [_row(t, network, one, me) for one in shown]
    if sought.name:  # it is in no button, so there is no next page
        blocks += [Para(text) for text in more(t, len(found) - len(shown))]
        count = 1
    action = f"network:{network.id}:people"
    ways = turns(t, action, at, count, (t("Back"), t("More")))
    buttons = [Button(one.label, f"{one.action}:{sought.key}") for one in ways]
    if sought != Sought():
        buttons.append(show_all(t, network, t("Show everybody")))
    buttons += [look_for(t, network), my_sharing(t, network)]
    blocks.append(Controls(tuple(buttons)))
    if listed is not None:
        blocks += _for_coordinators(t, network, listed)
    return Message(t("Who can help?"), tuple(blocks))


def _how_many(t: Words, network: Network, count: int, wanted: str) -> ui.Text:
    if wanted:
        said = t.n("{n} person: {wanted}", "{n} people: {wanted}", n=count, wanted=wanted)
    else:
        said = t.n(
            "{n} person of {network} shows something of themselves.",
            "{n} people of {network} show something of themselves.",
            n=count,
            network=network.name,
        )
    return ui.words(said)


def _row(t: Words, network: Network, one: Colleague, me: int) -> Block:
    if not one.strengths or one.id == me:
        return Para(line(t, one))
    spoken = ui.fit(t("Write to {name}", name=called(t, one.name)), ui.limits.BUTTON)
    way = Button(t("Write"), f"network:{network.id}:person:{one.id}", spoken=spoken)
    return Row(line(t, one), way)


def _for_coordinators(t: Words, network: Network, listed: int) -> list[Block]:
    said = t.n(
        "For coordinators: {n} person is in the network. Of profiles you see what is shared.",
        "For coordinators: {n} people are in the network. Of profiles you see what is shared.",
        n=listed,
    )
    return [Para(ui.words(said)), Controls((_names(t, network), *_files(t, network)))]


def _names(t: Words, network: Network) -> Button:
    return Button(t("All names"), f"network:{network.id}:everybody")


def _files(t: Words, network: Network) -> tuple[Button, ...]:
    return tuple(
        Button(t("As a file ({kind})", kind=kind), f"network:{network.id}:people-file:{kind}")
        for kind in ("xlsx", "csv")
    )


def nobody(t: Words, network: Network, wanted: str) -> Message:
    """Nobody fits; where nothing was `wanted`, nobody shows anything yet."""
    if not wanted:
        said = t("Nobody shows yet what they do or can help with. You can be the first.")
        return note(said, my_sharing(t, network))
    said = t("I find nobody for “{wanted}”.", wanted=wanted)
    said += " " + t("Only what people have agreed to show is found. Try fewer or other words.")
    return note(said, look_for(t, network), show_all(t, network, t("Show everybody")))


def unclear(t: Words, network: Network, understood: Understood) -> Message:
    """A word is no topic as it stands: which one may be meant?"""
    said = t("I do not know “{word}” as a topic.", word=understood.rest[:60])
    ways = [_meant(t, network, understood.sought, topic) for topic in understood.near]
    if len(understood.near) == 1:
        said += " " + t("Did you mean {topic}?", topic=understood.near[0].name(t.language))
    else:
        said += " " + t("Did you mean one of these?")
    return Message("", (*note(said, *ways).blocks, Controls((look_for(t, network),))))


def _meant(t: Words, network: Network, sought: Sought, topic: Topic) -> Button:
    key = Sought(topic.key, sought.phase, sought.region).key
    label = ui.typed(ui.shorten(topic.name(t.language), ui.limits.BUTTON - 2))
    return Button(label, f"network:{network.id}:people:0:{key}")


def for_people(t: Words, network: Network) -> Message:
    """Who may see the people, told to who may not; and the way in."""
    said = t("Who is here is shown to the people of the network. Press Join to be one of them.")
    return note(said, Button(t("Join"), f"network:{network.id}:join", "primary"))


def wanted_words(t: Words, sought: Sought, topic: Topic | None, region: str) -> str:
    """What is looked for, in words."""
    phase = phase_words(t).get(sought.phase, "")
    said = (topic.name(t.language) if topic else "", phase, region, sought.name)
    return ui.shorten(" · ".join(one for one in said if one), TOPIC)


def find_form(t: Words, network: Network, regions: Mapping[str, int]) -> Form:
    """Whom does one look for? `regions` are those in which somebody is who shows it."""
    phases = (Option("any", t("Any")), *(Option(k, w) for k, w in phase_words(t).items()))
    places = [
        Option(str(place), ui.typed(ui.shorten(name, ui.limits.OPTION - 2)))
        for name, place in list(regions.items())[:REGIONS]
    ]
    where = Pick(
        key="place",
        label=ui.fit(t("Where?"), ui.limits.LABEL),
        options=(Option("any", t("Anywhere")), *places),
        value="any",
        required=False,
    )
    return Form(
        action=f"network:{network.id}:people-find",
        title=ui.fit(t("Look for somebody"), ui.limits.FORM_TITLE),
        submit=ui.fit(t("Look"), ui.limits.SUBMIT),
        fields=(
            Line(
                key="topic",
                label=ui.fit(t("What do you need help with?"), ui.limits.LABEL),
                hint=ui.fit(
                    t("A topic, in your own words; or a name, also of a school."), ui.limits.HINT
                ),
                example=vocabulary()["robotics"].name(t.language),
                most=TOPIC,
                required=False,
            ),
            Choice(
                key="phase",
                label=ui.fit(t("For which pupils?"), ui.limits.LABEL),
                options=phases,
                value="any",
                required=False,
            ),
            *((where,) if places else ()),
        ),
    )


def person(t: Words, network: Network, one: Colleague, user: str | None) -> Message:
    """Somebody who can help, and how to write to them: by their account here, if they have one."""
    rows = tuple(
        (label, ui.words(ui.typed(ui.shorten(said, _FACT)))) for label, said in facts(t, one)
    )
    way = t.text("I know no account of theirs here. Please ask a coordinator to pass it on.")
    if user is not None:
        name = ui.Mention(user, called(t, one.name))
        way = t.text("Press the name to write to {name}.", name=name)
    back = Controls((show_all(t, network),))
    return Message(ui.typed(called(t, one.name)), (t.facts(rows), Para(way), back))


def everybody(t: Words, network: Network, listed: Sequence[Listed], at: int) -> Message:
    """All who are on the list of a network, for its coordinators: names are what they work with."""
    shown, at, count = page(listed, at, _NAMES)
    said = t.n("{n} person is in the network.", "{n} people are in the network.", n=len(listed))
    names = [
        t(
            "{name}: {role}, since {day}",
            name=called(t, one.seen.name),
            role=role_words(t).get(one.role, one.role),
            day=t.day(one.joined_at.date()),
        )
        for one in shown
    ]
    ways = turns(t, f"network:{network.id}:everybody", at, count, (t("Back"), t("More")))
    buttons = (*ways, show_all(t, network), *_files(t, network))
    blocks = (Para(ui.words(said)), Para(ui.words("\n".join(names))), Controls(buttons))
    return Message(t("All names"), blocks if names else (blocks[0], blocks[2]))


def role_words(t: Words) -> dict[str, str]:
    """What somebody is in a network; of guests those are on its list who have joined by a code."""
    return {
        "guest": t.p("role", "joined by a code"),
        "member": t.p("role", "member"),
        "coordinator": t.p("role", "coordinator"),
    }


def filed(t: Words, network: Network) -> Message:
    """The file is there; what is in it."""
    said = t("Here is everybody in the network, with what each of them shows.")
    after = Small(t("What somebody takes back later still stands in it. Please delete it soon."))
    return Message("", (*note(said, show_all(t, network)).blocks, after))
