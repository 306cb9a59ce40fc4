"""What is kept of buddies: who is in, and who went together."""

from dataclasses import replace

from bot.store.register.entries import (
    UNTIL_ERASED,
    WITH_NETWORK,
    WITH_NETWORK_OR_PERSON,
    Entry,
    goes,
    numbered,
    rest,
    stays,
)
from bot.store.register.keeping import UNTIL_OVER
from bot.store.tables import Apart, BuddyPlan, BuddyWish, NotWith, Pair, Paired, Round, RoundOut

BUDDY_PLAN = Entry(
    BuddyPlan,
    numbered(
        "the network",
        WITH_NETWORK,
        network_id="which network",
        is_on="whether it has buddies",
        weeks="every how many weeks by itself",
        next_on="on which day next",
        same_school="whether people of one school may go together",
    ),
)
BUDDY_WISH = goes(
    BuddyWish,
    numbered(
        "coordinators",
        UNTIL_ERASED,
        network_id="in which network",
        member_id="who would like a buddy",
        since="since when",
        paused_until="until when not",
        left_at="since when no more",
    )
    | rest(
        "the person",
        UNTIL_ERASED,
        mode="whether in person or online",
        every="how often",
        phase="of which phase",
    ),
    "member_id",
)
NOT_WITH = goes(
    NotWith,
    numbered(
        "the person",
        UNTIL_ERASED,
        network_id="in which network",
        member_id="who said so",
        other_id="with whom never",
    ),
    "member_id",
    clears=("other_id",),
)
ROUND = stays(
    Round,
    numbered(
        "coordinators",
        WITH_NETWORK,
        network_id="which network",
        number="which round",
        seed="to deal it the same again",
        state="how far it is",
        size="how many go together",
        task="what they try together",
        asked_by="who asked for it",
        made_at="when",
        looked_at="when a coordinator last looked at it",
        goes_at="when it is introduced",
        introduced_at="when it was introduced",
        half_at="when people are asked how it goes",
        ends_at="when it ends",
        by_itself="whether it came by itself",
        score="how well people go together",
        bound="how well they could at most",
    ),
    "asked_by",
)
APART = replace(
    goes(
        Apart,
        numbered(
            "nobody",
            UNTIL_OVER,
            network_id="in which network",
            round_id="in which round",
            member_id="who is kept apart",
            other_id="from whom",
        ),
        "member_id",
        "other_id",
    ),
    copied=False,  # what a coordinator wished; to either of them it would tell of the other
)
ROUND_OUT = goes(
    RoundOut,
    numbered(
        "coordinators",
        WITH_NETWORK_OR_PERSON,
        network_id="in which network",
        round_id="which round",
        member_id="who sat it out",
        why="whether they took no part, or nobody was found",
    ),
    "member_id",
)
PAIR = Entry(
    Pair,
    numbered(
        "coordinators",
        WITH_NETWORK,
        network_id="in which network",
        round_id="in which round",
        number="to tell pairs apart",
        state="how far it is",
        kept="whether it is to stay",
        repeat="whether they were together before",
        talk_id="where they talk",
        introduced_at="when they were introduced",
        after_pair="after which other pair it was made",
    ),
)
PAIRED = goes(
    Paired,
    numbered(
        "coordinators",
        WITH_NETWORK_OR_PERSON,
        network_id="in which network",
        pair_id="in which pair",
        member_id="who",
    )
    | rest(
        "the person",
        UNTIL_ERASED,
        met="whether they have met",
        said_at="when they said so",
        of_use="whether it was of use",
        agreed="whether the others may have their contact",
    )
    | rest(
        "the person",
        UNTIL_OVER,
        contact="how they can be reached, for those they go together with",
    )
    | rest("nobody", WITH_NETWORK_OR_PERSON, silent="whether nothing was heard of them"),
    "member_id",
)
