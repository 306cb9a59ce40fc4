"""The papers that go along with a box: a label, and a delivery note to be signed."""

from collections.abc import Mapping, Sequence
from typing import Literal

from bot import ui
from bot.core.parcels import MOST, Parcel
from bot.store.tables import Network
from bot.ui import Button, Controls, Message, Para
from bot.views.lists import called
from bot.views.words import Words

Kind = Literal["labels", "notes"]
Line = tuple[str, str]
_NAME, _NAMES, _NOTE = 120, 160, 500


def given(t: Words, network: Network, kind: Kind, parcels: Sequence[Parcel]) -> dict[str, object]:
    """All that stands on the labels or notes of these boxes, for the template of that kind."""
    title = t("Labels") if kind == "labels" else t("Delivery notes")
    make = label if kind == "labels" else note
    return {"title": title, "language": t.language, kind: [make(t, network, p) for p in parcels]}


def label(t: Words, network: Network, parcel: Parcel) -> dict[str, object]:
    """What stands on a box: what it is, whose, for whom, and where it goes back to."""
    return {**_head(t, network, parcel), "what": _what(t, parcel), "lines": [
        (t("Goes to"), _who(t, parcel)), *_back(t, parcel),
    ]}  # fmt: skip


def note(t: Words, network: Network, parcel: Parcel) -> dict[str, object]:
    """What goes along with a box: who gets what, from where and until when, and a line to sign."""
    kit = parcel.asked.kit
    lines = [
        (t("Goes to"), called(t, parcel.asked.name, _NAME)),
        *([(t("School"), _names(t, parcel.schools))] if parcel.schools else []),
        (t("What it is"), ui.shorten(kit.name, _NAME) if kit else ""),
        (t("How many"), str(parcel.asked.row.count)),
        *([(t("Comes from"), shelves)] if (shelves := _shelves(t, parcel)) else []),
        *_back(t, parcel),
        *([(t("Questions to"), _names(t, parcel.coordinators))] if parcel.coordinators else []),
    ]
    more = [ui.shorten(kit.note, _NOTE)] if kit and kit.note else []
    signs = [t("Received: day and signature")]
    if parcel.comes_back:
        signs.append(t("Back again: day and signature"))
    else:
        more.append(t("It need not come back."))
    return {
        **_head(t, network, parcel), "title": t("Delivery note"), "lines": lines, "more": more,
        "signs": signs,
    }  # fmt: skip


def _head(t: Words, network: Network, parcel: Parcel) -> dict[str, str]:
    name = ui.shorten(network.name, _NAME)
    return {"network": name, "number": t("No. {n}", n=parcel.asked.row.id or 0)}


def _what(t: Words, parcel: Parcel) -> str:
    name, count = parcel.asked.kit.name if parcel.asked.kit else "", parcel.asked.row.count
    return name if count == 1 else t("{count} × {name}", count=count, name=name)


def _names(t: Words, names: Sequence[str]) -> str:
    return ui.shorten(t.names(names), _NAMES)


def _who(t: Words, parcel: Parcel) -> str:
    name = called(t, parcel.asked.name, _NAME)
    return f"{name}, {_names(t, parcel.schools)}" if parcel.schools else name


def _shelves(t: Words, parcel: Parcel) -> str:
    named = [(place, count) for place, count in parcel.shelves if place]
    if len(named) == 1 == len(parcel.shelves):
        return ui.shorten(named[0][0], _NAME)
    several = [t("{count} × {name}", count=count, name=place) for place, count in named]
    return ui.shorten(", ".join(several), _NAMES)


def _back(t: Words, parcel: Parcel) -> list[Line]:
    """Where to and until when it goes back, where it does."""
    if not parcel.comes_back:
        return []
    kit = parcel.asked.kit
    place = kit.place if kit and kit.place else t.names(parcel.coordinators)
    lines = [(t("Back to"), ui.shorten(place, _NAME))] if place else []
    return [*lines, *([(t("Back by"), t.day(parcel.back_by))] if parcel.back_by else [])]


def text(papers: Mapping[str, object], kind: Kind) -> str:
    """The same as plain text, for where no PDF can be made."""
    found: list[dict[str, object]] = papers[kind]  # type: ignore[assignment]
    return "\n\n".join(map(_text, found)) + "\n"


def _text(one: Mapping[str, object]) -> str:
    lines: Sequence[Line] = one["lines"]  # type: ignore[assignment]
    more: Sequence[str] = one.get("more", ())  # type: ignore[assignment]
    signs: Sequence[str] = one.get("signs", ())  # type: ignore[assignment]
    said = [str(one["network"]), str(one["number"]), str(one.get("title") or one["what"])]
    said += [f"{name}: {value}" for name, value in lines]
    return "\n".join([*said, *more, *(f"{sign}: ______________" for sign in signs)])


def page(t: Words, network: Network, count: int, total: int) -> Message:
    """How many boxes are to be sent or fetched, and which papers can be made for them."""
    back = Button(t("What waits"), f"kit:0:queue:{network.id}")
    if not count:
        none = t("Nothing is set aside, so there is nothing to print.")
        return Message(t("To print"), (Para(ui.words(none)), Controls((back,))))
    said = t.n("{n} thing is set aside to be sent or fetched.",
               "{n} things are set aside to be sent or fetched.", n=total)  # fmt: skip
    if total > count:
        said = f"{said} {t('I make the papers for the first {n}.', n=MOST)}"
    ways = (
        Button(t("Labels"), f"kit:0:labels:{network.id}", "primary"),
        Button(t("Delivery notes"), f"kit:0:notes:{network.id}", "primary"),
        back,
    )
    return Message(t("To print"), (Para(ui.words(said)), Controls(ways)))


def made(t: Words, network: Network, kind: Kind, *, as_text: bool = False) -> Message:
    """The papers are there; or, `as_text`, why they are no PDF."""
    said = t("Here they are, eight on a sheet of A4. They name people: hand them on with the box.")
    if kind == "notes":
        said = t("Here it is, to print and put in. It names people: hand it on with the box.")
    if as_text:
        said = t(
            "I cannot make a PDF here yet: who runs me finds how in the docs. Here is the text."
        )
    back = Button(t("What waits"), f"kit:0:queue:{network.id}")
    return Message("", (Para(ui.words(said)), Controls((back,))))
