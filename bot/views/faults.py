"""Why a list of people, or something in it, is not taken: in a sentence that says what to do."""

from collections.abc import Callable

from bot import ui
from bot.core.cells import Fault
from bot.core.readings import Left
from bot.core.sheets import ROWS, SHEETS, Why
from bot.views.words import Words

_SAID = 40


def unreadable(t: Words, why: Why) -> str:
    """Why a file is no list, and what to do."""
    told = {
        Why.EMPTY: t("This file is empty. Please look whether it is the right one."),
        Why.LARGE: t("This file is over 5 MB. Please copy the list alone into a new file."),
        Why.ROWS: t("There are more than {n} rows. Please send it in parts.", n=ROWS),
        Why.SHEETS: t("There are more than {n} sheets. Please send those with people.", n=SHEETS),
        Why.PICTURE: t("This is a picture or a PDF. Please send the table that it was made from."),
        Why.DOCUMENT: t("This is no table. Please copy the list into one, and save it as .xlsx."),
        Why.ARCHIVE: t("This is a packed folder. Please unpack it, and send one list."),
        Why.WEB: t("This is a web page under another name. Open it in Excel and save it as .xlsx."),
        Why.LOCKED: t("This file has a password. Please save it without one."),
        Why.BOMB: t("This unpacks to far more than a list. Please copy the list into a new file."),
        Why.BROKEN: t("This file is damaged. Please open it, and save it as .xlsx anew."),
        Why.NO_TABLE: t("I cannot read this kind of file. Please save it as .xlsx or .csv."),
    }
    return told[why]


def no_names(t: Words) -> str:
    """There is no column of names."""
    return t("I find no column of names. Please put heads above the rows, such as Name; School.")


def line(t: Words, left: Left, named: Callable[[str], str]) -> str:
    """What is not taken: its row, what stood there, and why."""
    why = sentence(t, left, named)
    if not left.row and not left.sheet:  # a text has no sheets
        return why
    if not left.row:
        return t("Sheet {sheet}: {problem}", sheet=ui.shorten(left.sheet, _SAID), problem=why)
    if left.sheet:
        sheet = ui.shorten(left.sheet, _SAID)
        return t("{sheet}, row {n}: {problem}", sheet=sheet, n=left.row, problem=why)
    return t("Row {n}: {problem}", n=left.row, problem=why)


def sentence(t: Words, left: Left, named: Callable[[str], str]) -> str:
    """Why something is not taken, and what to do."""
    said = ui.shorten(left.said.replace("\n", " "), _SAID)
    rows = _of_rows(t, said, ui.shorten(left.other, _SAID))
    other = ui.shorten(named(left.other), _SAID) if left.why is Fault.NEARLY else ""
    return rows.get(left.why) or _of_cells(t, said, other)[left.why]


def _of_rows(t: Words, said: str, other: str) -> dict[Fault, str]:
    # Who asked to be forgotten is told of as who has left: the list is to say no more than that.
    gone = t("{name} has left. Only they themselves can come back.", name=said)
    return {
        Fault.NO_NAME: t("There is no name in it."),
        Fault.TWO_NAMES: t("{said}: please write one name a row.", said=said),
        Fault.NOT_A_NAME: t("{said} does not look like a name.", said=said),
        Fault.TOTAL: t("This is a total, and no person."),
        Fault.HEADING: t("{said} is a heading, and no person.", said=said),
        Fault.HEADS_AGAIN: t("These are the heads once more."),
        Fault.NO_HEADS: t("I find no column of names in it."),
        Fault.TWICE: t(
            "{name} stands in row {other} too; I put both together.",
            name=said,
            other=other,
        ),
        Fault.SAME_ABOVE: t(
            "{name} stands in row {other} too. Is it the same person?",
            name=said,
            other=other,
        ),
        Fault.ELSEWHERE: t(
            "Somebody called {name} is there already. Is it the same person?",
            name=said,
        ),
        Fault.SEVERAL: t(
            "{name}: several people of that name are there. Please write the school.",
            name=said,
        ),
        Fault.SEVERAL_ELSEWHERE: t(
            "{name}: several people of that name are there, and I cannot tell which one it is.",
            name=said,
        ),
        Fault.GONE: gone,
        Fault.ERASED: gone,
    }


def _of_cells(t: Words, said: str, other: str) -> dict[Fault, str]:
    return {
        Fault.PHASE: t("{said} is no phase that I know: primary, secondary, post-16.", said=said),
        Fault.TEACHES: t(
            "{said}: in which phase? Please write primary, secondary or post-16.",
            said=said,
        ),
        Fault.WORK: t(
            "{said}: I do not know this work. Please write for instance technician, primary"
            " teacher, secondary teacher or post-16 teacher.",
            said=said,
        ),
        Fault.YEAR: t("{said} is no year. Please write it like 2015.", said=said),
        Fault.LANGUAGE: t("{said}: I do not know this language.", said=said),
        Fault.PRIORITY: t("{said}: please write yes or no.", said=said),
        Fault.TOPIC: t("{said} is no topic that I know.", said=said),
        Fault.NEARLY: t(
            "{said}: did you mean {topic}? Please write it like that.",
            said=said,
            topic=other,
        ),
        Fault.SCHOOL: t("{said} does not look like a school or place.", said=said),
        Fault.WHICH_SCHOOL: t("Region and priority belong to one school. Which one is it?"),
        Fault.SEVERAL_SCHOOLS: t(
            "{said}: several schools have that name. Please write phase and region as they stand"
            " under Schools.",
            said=said,
        ),
        Fault.STAYS: t("Something else stands there already. It stays."),
        Fault.THEIRS: t("That they say themselves. It stays."),
        Fault.LIKE: t(
            "{name} is taken in as new. {other} is there already: is it the same person?",
            name=said,
            other=other,
        ),
    }
