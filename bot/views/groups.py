"""What people see of the groups in a meeting."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot import ui
from bot.core.groups import SIZES, USUAL, Group, Person
from bot.core.mixing import Mixed
from bot.core.present import HERE, YES
from bot.store.tables import Grouping, Meeting
from bot.ui import Block, Button, Controls, Message, Para, Small, Text
from bot.views.agendas import joined
from bot.views.attendance import i_am_here, tick
from bot.views.lists import called, turns
from bot.views.meetings import note_of
from bot.views.notes import note, send_or_undo
from bot.views.words import Words

_NAME, _TITLE = 32, 100
_PAGE, _POST = 1_700, 2_800
"""The weight of the groups on a page for coordinators, and in the post."""


def _mine(t: Words, meeting: Meeting) -> Button:
    return Button(t("My group"), f"meeting:{meeting.id}:groups-mine", "primary")


@dataclass(frozen=True, slots=True)
class Page:
    """What a coordinator looks at: a deal, its groups and how mixed they are; `late` are in none,
    `others` how many there are by the other way of counting. The deal can still be `held` back, or
    stands in the thread (`shown`), where else an `older` one may stand.
    """

    row: Grouping
    groups: Sequence[Group]
    mixed: Mixed
    late: int = 0
    others: int = 0
    held: bool = False
    shown: bool = False
    older: bool = False


def page(t: Words, meeting: Meeting, it: Page, at: int = 0) -> Message:
    """The groups before they are posted, or as they are, for a coordinator."""
    sides = meeting.mode == "both"
    pages = _pages([_group(t, group, sides=sides, open_=True) for group in it.groups])
    at = min(at, len(pages) - 1)
    blocks: list[Block] = [Para(ui.words(_of_whom(t, it))), Para(ui.words(_mixed(t, it.mixed)))]
    if said := _state(t, it):
        blocks.append(Para(ui.words(said)))
    blocks.append(Para(joined(pages[at])))
    blocks += [Controls(row) for row in _ways(t, meeting, it, at, len(pages))]
    everybody = [one for group in it.groups for one in group.people]
    if not all(_is_named(one, open_=False) for one in everybody):
        blocks.append(Small(t("Who hides their name is only counted in the thread.")))
    title = t("Groups: {title}", title=ui.shorten(meeting.title, _TITLE))
    return Message(ui.shorten(title, ui.limits.TITLE), tuple(blocks))


def _of_whom(t: Words, it: Page) -> str:
    n = sum(len(group.people) for group in it.groups)
    if it.row.among == HERE:
        return t.n(
            "{n} person who is noted as here, in groups.",
            "{n} people who are noted as here, in groups.",
            n=n,
        )
    return t.n("{n} person who comes, in groups.", "{n} people who come, in groups.", n=n)


def _mixed(t: Words, mixed: Mixed) -> str:
    """What is mixed, in a line or two: counts of groups, which tell of nobody alone."""
    parts = {
        t("schools"): mixed.schools,
        t("phases"): mixed.phases,
        t("subjects"): mixed.subjects,
        t("new and experienced"): mixed.years,
    }
    found = [
        t("{what}: {n} of {all}", what=w, n=n, all=mixed.groups) for w, n in parts.items() if n
    ]
    said = [t("Hardly anybody shows what they do, so I do not know how mixed they are.")]
    if found:
        said = [t("Groups that are mixed, as far as people show it: {list}.", list=t.names(found))]
    if mixed.again:
        said.append(
            t.n(
                "{n} pair of people was in one group before.",
                "{n} pairs of people were in one group before.",
                n=mixed.again,
            )
        )
    return " ".join(said)


def _state(t: Words, it: Page) -> str:
    if it.held:
        return t("They go into the thread in 30 seconds.")
    if it.shown:
        return t("They stand in the thread.")
    return t("In the thread the earlier groups still stand.") if it.older else ""


def _ways(t: Words, meeting: Meeting, it: Page, at: int, pages: int) -> list[tuple[Button, ...]]:
    """What can be done, in rows."""
    which, among = f"{meeting.id}:groups-", it.row.among
    first: list[Button] = []
    if it.held:
        first += send_or_undo(
            t, f"meeting:{which}send:{it.row.id}", f"meeting:{which}undo:{it.row.id}"
        )
    elif not it.shown:
        label = t("Post in the thread")
        first.append(Button(label, f"meeting:{which}post:{it.row.id}", "primary"))
    first.append(Button(t("Deal again"), f"meeting:{which}deal:{it.row.size}:{among}"))
    if it.late:
        label = t.n("Add {n} who came late", "Add {n} who came late", n=it.late)
        first.append(Button(label, f"meeting:{which}late:{it.row.id}"))
    people = sum(len(group.people) for group in it.groups)
    sizes = [
        _of_size(t, meeting, size, among)
        for size in SIZES
        if size not in (it.row.size, people)  # the latter would be one group of all
    ]
    if it.others:
        other = YES if among == HERE else HERE
        label = _count(t, it.others, among=other)
        sizes.append(Button(label, f"meeting:{which}deal:{it.row.size}:{other}"))
    turned = turns(t, f"meeting:{meeting.id}:groups", at, pages)
    return [tuple(first), tuple(sizes), *([tuple(turned)] if turned else [])]


def _of_size(t: Words, meeting: Meeting, size: int, among: str) -> Button:
    names = {2: t("Pairs"), 3: t("Groups of 3"), 4: t("Groups of 4")}
    return Button(names[size], f"meeting:{meeting.id}:groups-deal:{size}:{among}")


def _count(t: Words, n: int, *, among: str) -> str:
    if among == HERE:
        return t.n("Only the {n} who is here", "Only the {n} who are here", n=n)
    return t.n("The {n} who said yes", "All {n} who said yes", n=n)


def _pages(lines: Sequence[Text], room: int = _PAGE) -> list[list[Text]]:
    """As many groups on each page as there is room for, and at least one."""
    pages: list[list[Text]] = [[]]
    left = room
    for line in lines:
        size = ui.weight(ui.plain(line)) + 8
        if pages[-1] and size > left:
            pages.append([])
            left = room
        pages[-1].append(line)
        left -= size
    return pages


def _group(t: Words, group: Group, *, sides: bool, open_: bool = False) -> Text:
    """A group in a line; to all but coordinators (`open_`) some are only counted."""
    together = {one.online for one in group.people}
    several = len(together) > 1
    names = [_name(t, one, several=several) for one in group.people if _is_named(one, open_=open_)]
    if more := len(group.people) - len(names):
        names.append(t.n("{n} more", "{n} more", n=more))
    said = t.names(names)
    if not sides or several:
        return t.text("**Group {n}**: {names}", n=group.nth, names=said)
    side = t("online") if group.people[0].online else t("in the room")
    return t.text("**Group {n}** ({side}): {names}", n=group.nth, side=side, names=said)


def _is_named(one: Person, *, open_: bool) -> bool:
    return bool(one.name or one.by) and (open_ or not one.hidden)


def _name(t: Words, one: Person, *, several: bool) -> str:
    name = ui.typed(called(t, one.name or one.by, _NAME))
    if one.guest:
        name = t("a guest of {name}", name=name)
    elif one.by:
        name = t("{name} (for {other})", name=name, other=ui.shorten(one.by, _NAME))
    return t("{name} (online)", name=name) if several and one.online else name


def post(t: Words, meeting: Meeting, groups: Sequence[Group]) -> Message:
    """The groups in the thread; what has no room there each finds by the button."""
    lines = [_group(t, group, sides=meeting.mode == "both") for group in groups]
    shown = _pages(lines, _POST)[0]
    blocks: list[Block] = [Para(joined(shown))]
    if left := len(lines) - len(shown):
        more = t.n("And {n} more group.", "And {n} more groups.", n=left)
        blocks.append(Para(ui.words(f"{more} {t('Press My group to see yours.')}")))
    return Message(t("Our groups"), (*blocks, Controls((_mine(t, meeting),))))


def mine(t: Words, meeting: Meeting, group: Group | None, own: Sequence[Group]) -> Message:
    """The group that somebody is in, and those of whom they bring or send."""
    sides, blocks = meeting.mode == "both", []
    if group is not None:
        blocks += [Para(ui.words(t("This is your group:"))), Para(_group(t, group, sides=sides))]
    if own:
        blocks.append(Para(ui.words(t("Whom you bring or send is in:"))))
        blocks += [Para(_group(t, one, sides=sides)) for one in own]
    return Message(ui.typed(ui.shorten(meeting.title, ui.limits.TITLE)), tuple(blocks))


def in_none(t: Words, meeting: Meeting, *, is_open: bool) -> Message:
    """The person is in no group; what they can do."""
    said = t("You are in no group yet. Tell a coordinator that you are here; they can add you.")
    return note_of(t, meeting, said, *([i_am_here(t, meeting)] if is_open else []))


def none_yet(t: Words, meeting: Meeting) -> Message:
    """Nobody has been told of groups."""
    return note_of(t, meeting, t("There are no groups in this meeting yet."))


def too_few(t: Words, meeting: Meeting, people: int, *, is_open: bool) -> Message:
    """There are not enough people for groups; how there may be more."""
    nobody = t("So far nobody is noted or has said yes. Groups need four people at least.")
    said = (
        nobody
        if not people
        else t.n(
            "So far {n} person is noted or has said yes. Groups need four people at least.",
            "So far {n} people are noted or have said yes. Groups need four people at least.",
            n=people,
        )
    )
    who = Button(t("Who is coming"), f"rsvp:{meeting.id}:who")
    return note_of(t, meeting, said, *([tick(t, meeting)] if is_open else []), who)


def only_one(t: Words, meeting: Meeting, people: int, among: str) -> Message:
    """That size would put everybody into one group; smaller groups can be made."""
    said = t("So far there are {n} people: that would be one group of all.", n=people)
    return note_of(t, meeting, said, _of_size(t, meeting, 2, among))


def no_such_size(t: Words) -> Message:
    """Groups are not made in that size."""
    command = f"{t.command('meeting')} {t.p('verb', 'groups')} 4"
    return note(t("Groups can have 2, 3 or 4 people. Type: {command}", command=command))


def too_late(t: Words, meeting: Meeting, *, is_off: bool) -> Message:
    """The meeting is over, or was called off."""
    if is_off:
        said = t("This meeting was called off, so it has no groups.")
    else:
        said = t("This meeting is over, so no groups are made for it any more.")
    return note_of(
        t, meeting, said, Button(t("All meetings"), f"meeting:0:coming:{meeting.network_id}")
    )


def nowhere(t: Words, meeting: Meeting) -> Message:
    """There is no thread in which the groups could be posted."""
    said = t("This meeting has no thread yet: it is not announced in the network's channel.")
    again = Button(t("Invite again"), f"meeting:{meeting.id}:invite")
    return note_of(t, meeting, said, again, Button(t("Back"), f"meeting:{meeting.id}:groups"))


def nothing_planned(t: Words, named: str) -> Message:
    """No meeting to come, or of that name."""
    if named:
        return note(t("I know no coming meeting of that name. Type /meeting to see them all."))
    return note(t("No meeting is planned yet."))


def usual_size(size: int) -> int:
    """A size that can be asked for; else the usual one."""
    return size if size in SIZES else USUAL
