"""Thirty ugly files, as schools really send them: taken in, or refused with row and reason."""

from collections.abc import Callable

import pytest

from bot.core import lists
from bot.core.roster import Plan
from bot.core.sheets import Sheet, Unreadable
from bot.store.db import Store
from bot.views import faults
from bot.views.words import words
from tests.imports.desks import begin, everything, looks, takes
from tests.imports.ugly import UGLY

pytestmark = pytest.mark.must_hold("B1", 2)
REFUSED = {name: ugly.why for name, ugly in UGLY.items() if ugly.why}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_list_is_refused_with_what_to_do(name: str) -> None:
    with pytest.raises(Unreadable) as refused:
        lists.read(UGLY[name].data)

    assert refused.value.why is REFUSED[name]
    assert len(faults.unreadable(words("en"), refused.value.why)) > 20


def told(plan: Plan) -> list[tuple[int, str]]:
    return [(left.row, left.why) for left in plan.left]


def test_ugly_files_are_taken_in_and_a_second_time_change_nothing(
    sqlite_store: Store, figure: Callable[[str], None]
) -> None:
    read: dict[str, list[Sheet]] = {
        name: lists.read(ugly.data) for name, ugly in UGLY.items() if name not in REFUSED
    }
    networks = {name: begin(sqlite_store, name) for name in read}
    before = everything(sqlite_store)
    for name, sheets in read.items():
        plan = looks(sqlite_store, networks[name], sheets)
        assert (name, [one.name for one in plan.new]) == (name, UGLY[name].people)
        assert (name, told(plan)) == (name, UGLY[name].left)
    assert everything(sqlite_store) == before  # that was a dry run

    first = {name: takes(sqlite_store, networks[name], sheets) for name, sheets in read.items()}
    after = everything(sqlite_store)
    for name, sheets in read.items():
        again = takes(sqlite_store, networks[name], sheets)
        assert (name, again.changes, again.same) == (name, False, len(UGLY[name].people))
        # What was put together the first time stands; the rest is told again.
        whole = [one.row for one in first[name].left if one.whole]
        assert (name, [one.row for one in again.left if one.whole]) == (name, whole)
    assert everything(sqlite_store) == after
    figure(f"{len(UGLY)} files: {len(read)} taken in, {len(REFUSED)} refused in words")
    assert len(UGLY) >= 30
