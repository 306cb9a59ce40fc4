"""What is kept of groups in meetings."""

from bot.store.register.entries import WITH_NETWORK, goes, numbered, of_meeting, stays
from bot.store.register.keeping import UNTIL_GROUPED
from bot.store.tables import Grouped, Grouping

GROUPING = stays(
    Grouping,
    of_meeting(
        "coordinators",
        WITH_NETWORK,
        seed="so that the same groups come of it again",
        size="how many are in a group",
        among="who was put into groups",
        state="whether people see it",
        held_until="until when it can be undone",
        dealt_by="who asked for it",
        dealt_at="when",
    ),
    "dealt_by",
)
GROUPED = goes(
    Grouped,
    numbered(
        "the network",
        UNTIL_GROUPED,
        network_id="whose meeting",
        grouping_id="in which groups",
        nth="the number of their group",
        online="in the room or online",
        member_id="who was in it; those who hide their names are counted only",
        with_id="who brought them, or sent them",
        guest="which of those whom that person brought",
        name="who was in it without an account",
    ),
    "member_id",
    "with_id",
)
