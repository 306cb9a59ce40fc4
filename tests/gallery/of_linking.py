"""Samples of what people see when two platforms are linked."""

from collections.abc import Iterator

from bot.store.tables import Identity
from bot.ui import Message
from bot.views import linking
from bot.views.words import Words
from tests.gallery.register import Drawn, network, plain, sample
from tests.gallery.texts import Texts

CODE, SHOWN = "AAAABBBB", "AAAA-BBBB"
ACCOUNTS = [
    Identity(id=number, member_id=1, platform=name, workspace="W", user="U")
    for number, name in enumerate(("discord", "slack", "slack"), 1)
]

plain(linking.wrong, linking.too_many, linking.same)


@sample
def linking_only_one(t: Words, _: Texts) -> Iterator[Drawn]:
    for has_page in (False, True):
        yield linking.only_one(t, has_page=has_page)


@sample
def linking_only_here(t: Words, _: Texts) -> Iterator[Drawn]:
    yield linking.only_here(t, ACCOUNTS[0])


@sample
def linking_code(t: Words, _: Texts) -> Iterator[Drawn]:
    yield linking.code(t, SHOWN)
    yield linking.code(t, SHOWN, on_page=True)


@sample
def linking_one_person(t: Words, x: Texts) -> Iterator[Drawn]:
    for name, on in ((x.name, "slack"), ("", "discord"), (x.name, "web")):
        yield linking.one_person(t, name, on, CODE)


@sample
def linking_linked(t: Words, _: Texts) -> Iterator[Drawn]:
    yield linking.linked(t, ACCOUNTS, ACCOUNTS[0], "slack")


@sample
def linking_where(t: Words, _: Texts) -> Iterator[Drawn]:
    yield Message("", linking.where(t, ACCOUNTS, ACCOUNTS[0], "discord"))


@sample
def linking_prefers(t: Words, _: Texts) -> Iterator[Drawn]:
    yield linking.prefers(t, "discord")


@sample
def linking_sure(t: Words, _: Texts) -> Iterator[Drawn]:
    yield linking.sure(t, ACCOUNTS[0])


@sample
def linking_parted(t: Words, _: Texts) -> Iterator[Drawn]:
    yield linking.parted(t, "discord")


@sample
def linking_channel_code(t: Words, x: Texts) -> Iterator[Drawn]:
    yield linking.channel_code(t, network(x), SHOWN)


@sample
def linking_channel(t: Words, x: Texts) -> Iterator[Drawn]:
    yield linking.channel(t, x.network, CODE)


@sample
def linking_settled(t: Words, x: Texts) -> Iterator[Drawn]:
    yield linking.settled(t, x.network)
