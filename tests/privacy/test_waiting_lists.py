"""Lists that wait lose who is erased, and nobody else's list is touched."""

from sqlmodel import select

from bot.core import imports, people
from bot.core.people import number
from bot.core.sheets import Sheet
from bot.store.tables import Import, Member, Membership
from tests.plugins.room import RoomOfPeople

NORTHSHIRE, SOUTHSHIRE = 1, 2
ROWS = (("Name", "School"), ("Tom Fox", "Hill School"), ("Kim Lee", "Dale School"))


async def test_a_list_of_another_network_stays(room: RoomOfPeople) -> None:
    now = room.clock.now()
    with room.store.write() as db:
        for network in (NORTHSHIRE, SOUTHSHIRE):
            imports.wait(db, network, None, [Sheet("", ROWS)], f"list {network}", now)
        member = Member(name="Lee, Kim")
        db.add(member)
        db.flush()
        key = number(member.id)
        row = Membership(network_id=NORTHSHIRE, member_id=key, role="member", joined_at=now)
        db.add(row)
        db.flush()
        people.erase(db, key, NORTHSHIRE, now, (b"test",))

    with room.store.read() as db:
        assert list(db.all(select(Import.network_id))) == [SOUTHSHIRE]
