"""Samples of small messages, of forms with what was typed into them."""

from collections.abc import Iterator

from bot.ui import Button
from bot.views import changes, forms, meetings, notes, set_up
from bot.views.words import Words
from tests.gallery.register import BIG, ZONE, Drawn, meeting, plain, sample
from tests.gallery.texts import Texts


@sample
def forms_with_values(t: Words, x: Texts) -> Iterator[Drawn]:
    words = {"title": t("Plan a meeting"), "submit": t("Plan")}
    plan = changes.form(t, action="meeting:0:plan", **words, wish={}, zone=ZONE)
    typed = {"title": x.title, "day": x.word, "time": x.word, "venue": x.venue, "about": x.about}
    yield forms.with_values(plan, {key: (value,) for key, value in typed.items()})
    yield forms.with_values(plan, {})
    begin = set_up.set_up_form(t, name="", language="en", zone="")
    yield forms.with_values(begin, {"name": (x.network,), "language": ("fi",), "zone": (x.word,)})


@sample
def notes_note(t: Words, x: Texts) -> Iterator[Drawn]:
    said = t("I do not know “{word}” after /{command}.", word=x.word, command="meeting")
    near = t("Did you mean “{near}”?", near=t.p("verb", "call-off"))
    yield notes.note(f"{said} {near}", Button(t.p("verb", "call-off"), "meeting:0:call-off"))
    undone = t.text("Undone. **{title}** is as it was: {moment}.", title=x.title, moment="noon")
    yield notes.note(undone)
    yield notes.note(t.text("**{title}**: sent.", title=x.title))


@sample
def notes_mistakes(t: Words, x: Texts) -> Iterator[Drawn]:
    yield notes.mistakes(
        t,
        {
            t("What is it called?"): t("Please give it a name."),
            t("Which day?"): t(
                "I cannot read that day. Please write it like Tuesday, or 1.12.2026."
            ),
            t("Where?"): t(
                "That is {n} characters; there is room for {most}.", n=len(x.about), most=150
            ),
            t("What time does it start?"): t(
                "I cannot read that time. Please write it like 16:00."
            ),
        },
        BIG,
    )


@sample
def notes_fault(t: Words, _: Texts) -> Iterator[Drawn]:
    yield notes.fault(t)
    yield notes.fault(t, draft=BIG)


@sample
def notes_given_back(t: Words, x: Texts) -> Iterator[Drawn]:
    yield notes.given_back(t, notes.fault(t), x.venue)
    yield notes.given_back(t, meetings.read(t, meeting(x), None, plans=False, over=True))


@sample
def notes_form_changed(t: Words, _: Texts) -> Iterator[Drawn]:
    yield notes.form_changed(t, f"meeting:{BIG}:move")


@sample
def notes_form_ready(t: Words, _: Texts) -> Iterator[Drawn]:
    yield notes.form_ready(t, BIG)


@sample
def forms_values_of(t: Words, x: Texts) -> Iterator[Drawn]:
    words = {"title": t("Plan a meeting"), "submit": t("Plan")}
    wish = {"title": x.title, "about": x.about}
    plan = changes.form(t, action="meeting:0:plan", **words, wish=wish, zone=ZONE)
    yield forms.with_values(plan, forms.values_of(plan))


@sample
def notes_refused(t: Words, _: Texts) -> Iterator[Drawn]:
    yield notes.refused(t, stranger=True)
    yield notes.refused(t, stranger=False)


@sample
def notes_above(t: Words, x: Texts) -> Iterator[Drawn]:
    yield notes.above(x.about, notes.outdated(t))


@sample
def notes_undone(t: Words, _: Texts) -> Iterator[Drawn]:
    yield notes.undone(t, BIG)


plain(
    notes.one_moment,
    notes.saving,
    notes.told_elsewhere,
    notes.nothing_more,
    notes.not_found,
    notes.outdated,
)
