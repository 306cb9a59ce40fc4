"""What is kept of kits, of who asked for what, and of every move of a piece."""

from bot.store.register.entries import (
    WITH_NETWORK,
    WITH_NETWORK_OR_PERSON,
    Entry,
    numbered,
    rest,
    stays,
)
from bot.store.tables import Kit, Move, Request, RequestEvent, Training

KIT = Entry(
    Kit,
    numbered(
        "the network",
        WITH_NETWORK,
        network_id="which network lends it",
        name="to name the kit",
        kind="whether it comes back",
        place="on which shelf its pieces stand",
        trained="whether one has to be trained to use it",
        most="how many pieces one gets at once",
        days="for how many days",
        approved="whether a coordinator says yes to each request",
        note="what one has to know of it",
        retired="whether it is lent no more",
    ),
)
TRAINING = Entry(
    Training,
    numbered(
        "the network",
        WITH_NETWORK,
        network_id="in which network",
        kit_id="for which kit",
        meeting_id="at which meeting people learn to use it",
    ),
)
MOVE = stays(
    Move,
    numbered(
        "coordinators",
        WITH_NETWORK_OR_PERSON,
        network_id="in which network",
        kit_id="pieces of which kit went",
        request_id="because of which request",
        from_place="from where",
        to_place="to where",
        count="how many pieces",
        actor_id="who said so",
        reason="why",
        at="when",
    ),
    "actor_id",
    blanks={"actor_id": ("reason",)},
)
REQUEST_EVENT = stays(
    RequestEvent,
    numbered(
        "coordinators",
        WITH_NETWORK_OR_PERSON,
        network_id="in which network",
        request_id="what became of which request",
        act="by which step",
        before="what it was before",
        after="what it was from then on",
        actor_id="who did it",
        why="why, in their words",
        at="when",
    ),
    "actor_id",
    blanks={"actor_id": ("why",)},
)
REQUEST = stays(
    Request,
    numbered(
        "coordinators",
        WITH_NETWORK_OR_PERSON,
        network_id="which network was asked",
        member_id="who asked",
        kind="for what",
        kit_id="for which kit",
        count="for how many pieces",
        pupils="for how many pupils",
        purpose="what for",
        first="from which day",
        until="until which day",
        state="how far it is",
        ahead="whether they go first in the line, as a priority school",
        asked_at="when",
        marked_at="since when it is so far",
        decided_by="who decided",
        why="why it could not be",
        of_meeting="at which meeting it was asked for",
        from_answer="whether it came of looking back",
        reached="with how many pupils it was used",
        told="what these did with it",
    )
    | rest("the network", WITH_NETWORK_OR_PERSON, note="a word for who gets the kit next"),
    "member_id",
    "decided_by",
    blanks={"member_id": ("purpose", "told", "note"), "decided_by": ("why",)},
)
