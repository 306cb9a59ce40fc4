"""Two schools of one name: a list puts people at the one that its row tells, or at neither."""

import pytest
from sqlmodel import col, select

from bot.core.cells import Fault
from bot.core.imports import Ways
from bot.store.db import Store
from bot.store.tables import Affiliation, Institution, Member
from tests.imports.desks import begin, everything, looks, takes

ASHBY, CORBY = ("primary", "Ashby"), ("secondary", "Corby")
OTHER = Ways({}, "other")


@pytest.fixture
def network(store: Store) -> int:
    """It knows two Hill Schools."""
    key = begin(store)
    with store.write() as db:
        for phases, region in (ASHBY, CORBY):
            db.add(Institution(network_id=key, name="Hill School", phases=phases, region=region))
            db.flush()
    return key


def placed(store: Store) -> list[tuple[str, str, str]]:
    """Everybody's schools: the name, and phase and region of the school."""
    with store.read() as db:
        return list(
            db.all(
                select(Member.name, Institution.phases, Institution.region)
                .join(Affiliation, col(Affiliation.member_id) == Member.id)
                .join(Institution, col(Institution.id) == Affiliation.institution_id)
                .order_by(col(Member.id), col(Institution.id))
            )
        )


def again_changes_nothing(store: Store, network: int, data: bytes, ways: Ways = OTHER) -> None:
    after = everything(store)
    assert not takes(store, network, data, ways).changes
    assert everything(store) == after


def test_phase_and_region_say_which_one(store: Store, network: int) -> None:
    data = (
        b"Name;School;Phase;Region\n"
        b"Kim Lee;Hill School;;Ashby\nSam Fox;hill school;;CORBY\nAda Roe;Hill School;secondary;\n"
        b"Joe Poe;Hill School;primary;Ashby\n"
    )
    assert takes(store, network, data).left == []
    assert placed(store) == [
        ("Kim Lee", *ASHBY), ("Sam Fox", *CORBY), ("Ada Roe", *CORBY), ("Joe Poe", *ASHBY),
    ]  # fmt: skip
    again_changes_nothing(store, network, data)


def test_a_region_that_none_has_is_a_school_of_its_own(store: Store, network: int) -> None:
    data = (
        b"Name;School;Phase;Region\nXan Xoo;Hill School;;Dover\nYan Yoo;Hill School;;Elton\n"
        b"Zed Zoo;Hill School;primary;Dover\n"
    )
    assert takes(store, network, data).left == []
    dover = ("primary", "Dover")
    assert placed(store) == [("Xan Xoo", *dover), ("Yan Yoo", "", "Elton"), ("Zed Zoo", *dover)]
    again_changes_nothing(store, network, data)


@pytest.mark.parametrize("ways", [Ways({}), OTHER, Ways({}, "same")])
def test_where_nothing_tells_which_one_the_school_is_left_out_with_its_row(
    store: Store, network: int, ways: Ways
) -> None:
    data = (
        b"Name;School;Phase;Region\nKim Lee;Hill School;;\nSam Fox;Hill School;post-16;\n"
        b"Ada Roe;Hill School;secondary;Ashby\nJoe Poe;Hill School;;Ashby\n"
    )
    assert [(one.row, one.why, one.said) for one in looks(store, network, data, ways).left] == [
        (row, Fault.SEVERAL_SCHOOLS, "Hill School") for row in (2, 3, 4)
    ]
    assert len(takes(store, network, data, ways).new) == 4
    assert placed(store) == [("Joe Poe", *ASHBY)]
    again_changes_nothing(store, network, data, ways)


def test_what_a_later_row_tells_counts_for_those_above(store: Store) -> None:
    network = begin(store)
    with store.write() as db:
        for region in ("Ashby", "Corby"):
            db.add(Institution(network_id=network, name="Hill School", region=region))
            db.flush()
    data = (
        b"Name;School;Phase;Region\nKim Lee;Hill School;secondary;\n"
        b"Sam Fox;Hill School;primary;Ashby\nAda Roe;Hill School;secondary;Corby\n"
    )
    assert takes(store, network, data).left == []
    assert placed(store) == [("Kim Lee", *CORBY), ("Sam Fox", *ASHBY), ("Ada Roe", *CORBY)]
    again_changes_nothing(store, network, data)


def test_who_is_at_one_of_them_stays_there(store: Store, network: int) -> None:
    takes(store, network, b"Name;School;Region\nKim Lee;Hill School;Corby\n")
    bare = b"Name;School\nKim Lee;Hill School\n"
    plan = looks(store, network, bare)
    assert (plan.same, plan.left) == (1, [])
    again_changes_nothing(store, network, bare)


def test_a_list_of_before_there_were_two_changes_nothing(store: Store) -> None:
    network = begin(store)
    data = b"Name;School\nKim Lee;Hill School\nSam Fox;Hill School\n"
    takes(store, network, data)
    with store.write() as db:
        db.add(Institution(network_id=network, name="Hill School", region="Corby"))
    again_changes_nothing(store, network, data)


def test_somebody_of_that_name_at_the_other_one_is_asked_about(store: Store, network: int) -> None:
    takes(store, network, b"Name;School;Region\nKim Lee;Hill School;Corby\n")
    plan = looks(store, network, b"Name;School;Region\nKim Lee;Hill School;Ashby\n")
    assert [one.why for one in plan.left] == [Fault.ELSEWHERE]
