"""Thirty ugly files, as schools really send them: taken in, or refused with row and reason."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bot.core.sheets import Unreadable
from bot.store.db import Store
from bot.views import faults
from bot.views.words import words
from tests.imports.desks import begin, everything, looks, takes
from tests.imports.ugly import UGLY

pytestmark = pytest.mark.must_hold("B1", 2)


@pytest.fixture(scope="module")
def house(migrated: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    store = Store(f"sqlite:///{shutil.copy(migrated, tmp_path_factory.mktemp('ugly') / 'c.db')}")
    yield store
    store.close()


@pytest.mark.parametrize("name", UGLY)
def test_an_ugly_file(house: Store, name: str) -> None:
    ugly, network = UGLY[name], begin(house, name)
    before = everything(house)
    if ugly.why:
        with pytest.raises(Unreadable) as refused:
            takes(house, network, ugly.data)
        assert refused.value.why is ugly.why
        assert len(faults.unreadable(words("en"), ugly.why)) > 20
        assert everything(house) == before
        return
    plan = looks(house, network, ugly.data)
    assert [person.name for person in plan.new] == ugly.people
    assert [(left.row, left.why) for left in plan.left] == ugly.left
    assert everything(house) == before  # a dry run
    takes(house, network, ugly.data)
    after = everything(house)
    again = takes(house, network, ugly.data)

    assert everything(house) == after
    assert not again.changes
    assert again.same == len(ugly.people)
    # What was put together the first time stands; the rest is told again.
    assert [left.row for left in again.left if left.whole] == [
        left.row for left in plan.left if left.whole
    ]


def test_there_are_thirty_of_them(figure: Callable[[str], None]) -> None:
    refused = sum(ugly.why is not None for ugly in UGLY.values())
    figure(f"{len(UGLY)} files: {len(UGLY) - refused} taken in, {refused} refused in words")
    assert len(UGLY) >= 30
