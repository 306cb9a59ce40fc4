"""What is kept of what comes after a meeting."""

from bot.store.register.entries import WITH_NETWORK, goes, numbered, of_meeting, rest, stays
from bot.store.register.keeping import UNTIL_ANSWERED, UNTIL_SAID
from bot.store.tables import Action, Attendance, Impact, Minutes, Prompt, Reflection, Trial

ATTENDANCE = goes(
    Attendance,
    of_meeting(
        "coordinators",
        UNTIL_SAID,
        member_id="who was there",
        sent_by="for whom a colleague came",
        state="whether they were there",
        ticked="whether a coordinator said so",
        said_at="since when it is known",
        minutes="how long they stayed, if shorter",
    )
    | rest("coordinators", UNTIL_ANSWERED, name="who was there without an account"),
    "member_id",
    "sent_by",
)
PROMPT = stays(
    Prompt,
    numbered(
        "the network",
        WITH_NETWORK,
        network_id="whose questions",
        kind="asked after a meeting or a visit",
        version="which of them are asked now",
        worth="how it asks whether it was worth it",
        useful="how it asks what was useful",
        will="how it asks what people will try",
        help="how it asks with what they want help",
        made_by="who put it so",
        made_at="when",
    ),
    "made_by",
)
REFLECTION = goes(
    Reflection,
    of_meeting(
        "the network",
        UNTIL_SAID,
        meeting_id="on which meeting they look back",
        member_id="who looks back",
        worth="whether it was worth it",
        useful="what was useful",
        will="what they will try",
        by="by when",
        help="with what they want help",
        said_at="when they said it",
        poll="what they were asked",
        prompt_id="in whose words they were asked",
    ),
    "member_id",
)
TRIAL = goes(
    Trial,
    of_meeting(
        "the network",
        UNTIL_SAID,
        meeting_id="of which meeting's task",
        member_id="who tried it",
        state="whether they did it",
        line="what they say of it",
        said_at="when they said it",
    ),
    "member_id",
)
IMPACT = goes(
    Impact,
    of_meeting(
        "coordinators",
        UNTIL_SAID,
        meeting_id="after which meeting",
        member_id="who tells it",
        item="what was asked",
        answer="what they answered",
        time="whether it was asked for the first or the second time",
        said_at="when they said it",
    ),
    "member_id",
)
MINUTES = stays(
    Minutes,
    of_meeting(
        "the network",
        WITH_NETWORK,
        text="what was said",
        decisions="what was decided",
        written_by="who wrote it down",
        written_at="when",
    ),
    "written_by",
)
ACTION = stays(
    Action,
    of_meeting(
        "the network",
        WITH_NETWORK,
        what="what is to be done",
        owner="who does it",
        due="by when",
        state="whether it is done",
        made_by="who noted it",
        made_at="when",
        version="which of its messages counts",
    ),
    "owner",
    "made_by",
)
