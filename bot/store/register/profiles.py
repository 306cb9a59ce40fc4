"""What is kept of what people bring."""

from bot.store.register.entries import (
    UNTIL_ERASED,
    UNTIL_UNNAMED,
    Entry,
    Seen,
    goes,
    numbered,
    rest,
)
from bot.store.tables import Affiliation, Institution, Interest, Profile, Topic

SHARED: Seen = "the network"
"""The network's people see it where its owner has agreed, and nobody where not."""

PROFILE = goes(
    Profile,
    rest(
        SHARED,
        UNTIL_ERASED,
        member_id="whose profile",
        works_as="what they do, to bring different people together",
        since="how long they have done it, to bring new and experienced people together",
        speaks="which languages they speak",
    )
    | rest(
        "the person",
        UNTIL_ERASED,
        free="when they usually have time; a buddy reads two times that suit both",
        travel="how far they would go, to find somebody within reach",
        confirmed_at="when they last said that it is still true",
        asked_at="when they were last asked that",
    ),
    "member_id",
)
INSTITUTION = Entry(
    Institution,
    numbered(
        "the network",
        UNTIL_UNNAMED,
        network_id="which network knows it",
        name="to name the school",
        phases="how old its pupils are",
        region="where it is",
        merged_into="that it is the same as another one",
    )
    | rest(
        "coordinators",
        UNTIL_UNNAMED,
        priority="whether it is to be reached first",
        not_same="which ones are like it, and another school",
        kept="whether they have said something of it",
    ),
)
AFFILIATION = goes(
    Affiliation,
    numbered(
        SHARED,
        UNTIL_ERASED,
        network_id="in which network",
        institution_id="where they are",
        member_id="who is there",
        left_on="since when not any more",
        was_at="by which other name of the school they said so",
    ),
    "member_id",
)
TOPIC = Entry(
    Topic,
    numbered(
        SHARED,
        UNTIL_UNNAMED,
        network_id="whose topic",
        name="what it is called; shown where somebody shows it",
    ),
)
INTEREST = goes(
    Interest,
    numbered(
        SHARED,
        UNTIL_ERASED,
        member_id="whose topic",
        kind="whether they teach it, are strong in it or would like it; what they would like only"
        " they see",
        topic="which topic",
    ),
    "member_id",
)
