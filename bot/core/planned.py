"""What a meeting's row holds of the time after it, as the table of plans asks for it."""

from datetime import datetime

from bot.core.plans import AGAIN, CLASS, Plan, Since, Window
from bot.store.tables import Meeting


def since(meeting: Meeting) -> Since:
    """The day of the meeting's task, and when people were asked what happened in class."""
    return Since(
        meeting.task_due if meeting.task else None,
        _window(meeting.class_at, meeting.class_until),
        _window(meeting.again_at, meeting.again_until),
    )


def _window(opens: datetime | None, closes: datetime | None) -> Window | None:
    return (opens, closes) if opens and closes else None


def settle(meeting: Meeting, plan: Plan) -> None:
    """People are about to be asked: from now on they can count on these times."""
    if plan.name == CLASS and meeting.class_at is None:
        meeting.class_at, meeting.class_until = plan.due, plan.expires
    elif plan.name == AGAIN and meeting.again_at is None:
        meeting.again_at, meeting.again_until = plan.due, plan.expires
