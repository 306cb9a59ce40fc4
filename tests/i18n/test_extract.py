"""How messages are found in the code."""

from pathlib import Path

import pytest

from bot.i18n.extract import NotWhole, messages, updated

CODE = """
def view(call):
    t = call.t
    call.t("One " "sentence.")
    t.text("**{title}** is moved.", title=1)
    t.n("{n} person", "{n} people", n=2)
    t.p("answer", "Maybe")
    ANSWERS = {"yes": marked("Yes"), "plan": marked("plan", context="verb")}
    t(ANSWERS["yes"])
    text("SELECT 1")
    db.text("SELECT 2")
"""


def test_every_message_is_found_and_nothing_else(tmp_path: Path) -> None:
    code = tmp_path / "bot"
    code.mkdir()
    (code / "view.py").write_text(CODE)

    found = {(m.context, m.id): m.locations for m in messages(code) if m.id}

    assert set(found) == {
        (None, "One sentence."),
        (None, "**{title}** is moved."),
        (None, ("{n} person", "{n} people")),
        ("answer", "Maybe"),
        (None, "Yes"),
        ("verb", "plan"),
    }
    assert found["answer", "Maybe"] == [("bot/view.py", 7)]


@pytest.mark.parametrize(
    "glued", ['t(f"Hello {name}")', 't("Hello " + name)', 't(a if b else "c")']
)
def test_a_glued_message_is_a_mistake(tmp_path: Path, glued: str) -> None:
    (tmp_path / "view.py").write_text(glued)

    with pytest.raises(NotWhole, match=r"view\.py:1"):
        messages(tmp_path)


def test_a_catalog_keeps_what_is_still_said_and_drops_the_rest(tmp_path: Path) -> None:
    (tmp_path / "view.py").write_text('t("Yes")\nt.n("{n} person", "{n} people", n=1)\n')
    catalog = tmp_path / "fr.po"
    catalog.write_text(
        'msgid ""\nmsgstr "Language: fr\\n"\n\n'
        'msgid "Yes"\nmsgstr "Oui"\n\nmsgid "Gone"\nmsgstr "Parti"\n'
    )

    once = updated(catalog, messages(tmp_path))
    catalog.write_bytes(once)
    twice = updated(catalog, messages(tmp_path))

    head, *entries = once.decode().strip().split("\n\n")
    assert '"Plural-Forms: nplurals=2; plural=(n > 1);\\n"' in head
    assert [entry.partition("msgid ")[2] for entry in entries] == [
        '"Yes"\nmsgstr "Oui"',
        '"{n} person"\nmsgid_plural "{n} people"\nmsgstr[0] ""\nmsgstr[1] ""',
    ]
    assert once == twice
