"""What is kept about people, by kinds: how much, what for, who sees it and until when."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bot.i18n import marked
from bot.store.register import keeping
from bot.views.words import Words

Counts = Mapping[str, int]
"""How many rows there are about a person, by the name of the table."""


@dataclass(frozen=True, slots=True)
class Kind:
    """What is said of a kind of data: what it is for, who sees it, and until when it is kept."""

    why: str
    seen: str
    until: str


_LEFT = marked("Until you erase it, or {months} months after you left your last network.")
SAID: Mapping[str, Kind] = {
    "person": Kind(
        marked("To know you again, and to speak your language."),
        marked("The network sees your name."),
        _LEFT,
    ),
    "networks": Kind(
        marked("To know what you may do, and whether I may write to you."),
        marked("The coordinators see it."),
        _LEFT,
    ),
    "profile": Kind(
        marked("To bring people together who can help each other."),
        marked("The network sees what you have agreed to share, the rest only you."),
        marked("Until you change or erase it."),
    ),
    "answers": Kind(
        marked("So that all know who is coming, and coordinators who was there."),
        marked("The network sees your answer and, unless you hide it, your name."),
        marked(
            "Answers {months} months, who was there {more} months after the meeting;"
            " then only a count."
        ),
    ),
    "said": Kind(
        marked("So that the network learns from its meetings."),
        marked("Each question says who reads it."),
        marked("Until {more} months after it; then only counts."),
    ),
    "buddies": Kind(
        marked("So that you go together with people who suit you."),
        marked("Coordinators see with whom; what you wish, only you."),
        marked("Until you erase it; then only a count."),
    ),
    "own": Kind(
        marked("For yourself alone."),
        marked("Only you see it, and what you have shared of it the network."),
        marked("Until you erase it; what you could not send yet, a week."),
    ),
    "kits": Kind(
        marked("So that what you ask for, or offer, reaches whom it helps."),
        marked("Coordinators see what you ask for; what you offer is read without your name."),
        marked("As long as the network; when you erase, it goes, or stays without your words."),
    ),
    "work": Kind(
        marked("It belongs to the network, and tells who made it."),
        marked("The network sees it."),
        marked("As long as the network; when you erase, it stays without you."),
    ),
    "messages": Kind(
        marked("So that a message comes once, and not too many come."),
        marked("The coordinators see whether it arrived."),
        marked("A year; a link until it is over."),
    ),
}
"""What is said of each kind, in the order in which they are told; `{months}` and `{more}` are those
of `keeping`.
"""


def _person(t: Words, n: Counts) -> str:
    if not n["identity"]:
        return t("Your name, language and time zone")
    return t.n(
        "Your name, language and time zone, and {n} account",
        "Your name, language and time zone, and {n} accounts",
        n=n["identity"],
    )


def _networks(t: Words, n: Counts) -> str:
    return t.n("Your place in {n} network", "Your place in {n} networks", n=n["membership"])


def _profile(t: Words, n: Counts) -> str:
    count = n["profile"] + n["affiliation"] + n["interest"]
    return t.n("{n} thing in your profile", "{n} things in your profile", n=count)


def _answers(t: Words, n: Counts) -> str:
    said = t.n("{n} answer to a meeting", "{n} answers to meetings", n=n["rsvp"])
    there = t.n("noted as there {n} time", "noted as there {n} times", n=n["attendance"])
    return _where_any((said, n["rsvp"]), (there, n["attendance"]))


def _said(t: Words, n: Counts) -> str:
    back = t.n("You looked back {n} time", "You looked back {n} times", n=n["reflection"])
    count = n["trial"] + n["impact"] + n["questionanswer"]
    more = t.n("{n} answer about tasks, class or questions",
               "{n} answers about tasks, class or questions", n=count)  # fmt: skip
    return _where_any((back, n["reflection"]), (more, count))


def _where_any(*parts: tuple[str, int]) -> str:
    """Only what there is some of."""
    return ", ".join(said for said, count in parts if count)


def _buddies(t: Words, n: Counts) -> str:
    count = sum(n[table] for table in ("paired", "buddywish", "notwith", "roundout"))
    return t.n("{n} thing about buddies", "{n} things about buddies", n=count)


def _own(t: Words, n: Counts) -> str:
    own, half = n["journalentry"], n["draft"]
    entries = t.n("{n} entry in your journal", "{n} entries in your journal", n=own)
    kept = t.n("for {n} day at most", "for {n} days at most", n=keeping.DRAFTS.days)
    drafts = t.n("{n} half-filled form or list", "{n} half-filled forms or lists", n=half)
    return _where_any((entries, own), (f"{drafts} ({kept})", half))


def _kits(t: Words, n: Counts) -> str:
    asked = t.n("You asked for {n} thing", "You asked for {n} things", n=n["request"])
    steps = n["requestevent"] + n["move"]
    more = t.n("noted with {n} step of a kit", "noted with {n} steps of kits", n=steps)
    count = n["offer"] + n["approach"] + n["rest"]
    gave = t.n("{n} offer or word about helping", "{n} offers or words about helping", n=count)
    return _where_any((asked, n["request"]), (more, steps), (gave, count))


def _work(t: Words, n: Counts) -> str:
    tables = ("meeting", "agendaitem", "reminder", "prompt", "question", "minutes", "action",
              "import", "round")  # fmt: skip
    return t.n(
        "{n} thing that you planned, wrote or took on",
        "{n} things that you planned, wrote or took on",
        n=sum(n[table] for table in tables),
    )


def _messages(t: Words, n: Counts) -> str:
    count = n["delivery"] + n["personallink"]
    if not count:
        return t("Where I may write to you")
    return t.n("{n} message or link to you", "{n} messages or links to you", n=count)


HEADS: Mapping[str, Callable[[Words, Counts], str]] = {
    "person": _person,
    "networks": _networks,
    "profile": _profile,
    "answers": _answers,
    "said": _said,
    "buddies": _buddies,
    "own": _own,
    "kits": _kits,
    "work": _work,
    "messages": _messages,
}
"""By the kind: how much of it there is, in words."""


def about(t: Words, kind: str) -> list[str]:
    """What a kind is for, who sees it and until when it is kept: a sentence each."""
    said = SAID[kind]
    months = {"months": keeping.ANSWERS, "more": keeping.SAID}
    until = t(said.until, **{name: n for name, n in months.items() if f"{{{name}}}" in said.until})
    return [t(said.why), t(said.seen), until]
