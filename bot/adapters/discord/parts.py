"""Discord's numbers for the parts of messages and forms."""

from enum import IntEnum


class Part(IntEnum):
    """What a component is (Discord's component reference)."""

    ROW = 1
    BUTTON = 2
    LIST = 3
    INPUT = 4
    PERSON = 5
    SECTION = 9
    TEXT = 10
    GALLERY = 12
    FILE = 13
    RULE = 14
    CONTAINER = 17
    LABEL = 18
    RADIO = 21
    CHECKBOXES = 22


COMPONENTS_V2 = 1 << 15
EPHEMERAL = 1 << 6
