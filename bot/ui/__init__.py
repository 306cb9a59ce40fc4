"""The vocabulary of messages and forms. It knows nothing of the house and imports nothing of it."""

from bot.ui import limits
from bot.ui.form import (
    AnyField,
    Area,
    Choice,
    Choices,
    Day,
    Form,
    Line,
    Option,
    PersonPick,
    Pick,
    Time,
)
from bot.ui.limits import TooLong, shorten, weight
from bot.ui.message import (
    Block,
    Button,
    Controls,
    Facts,
    Image,
    Message,
    Para,
    Row,
    Rule,
    Small,
    Tally,
)
from bot.ui.plain import form_text, message_text
from bot.ui.text import Link, Mention, Moment, Span, Text, When, clean, plain, typed, words

__all__ = [
    "AnyField", "Area", "Block", "Button", "Choice", "Choices", "Controls", "Day", "Facts", "Form",
    "Image", "Line", "Link", "Mention", "Message", "Moment", "Option", "Para", "PersonPick", "Pick", "Row",
    "Rule", "Small", "Span", "Tally", "Text", "Time", "TooLong", "When", "clean", "form_text",
    "limits",
    "message_text", "plain", "shorten", "typed", "weight", "words",
]
