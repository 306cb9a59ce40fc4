"""How messages are found in the code."""

from pathlib import Path

import pytest

from bot.i18n.extract import NotWhole, messages

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
