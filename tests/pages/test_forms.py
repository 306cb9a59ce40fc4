"""Every form can be drawn as a page, whatever its fields are."""

import pytest

from bot.adapters.web import drawing
from bot.ui import Form, PersonPick
from bot.views.words import words


@pytest.mark.parametrize("others", [True, False])
def test_a_form_that_asks_for_a_person_knows_nobody_on_a_page(others: bool) -> None:
    who = PersonPick(key="who", label="Who is away?", others=others)
    form = Form(action="away:1:plan", title="Away", submit="Save", fields=(who,))

    page = drawing.drawn(words("en"), form=form)
    assert bytes(page.body).count(b"<option") == 1  # the empty one
