"""What a cell of a list of people says: names, schools, years, yes or no, as schools write them."""

import re
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from enum import StrEnum
from functools import cache, lru_cache

from babel import Locale
from rapidfuzz import fuzz, process

from bot.core import columns
from bot.core.columns import LIKE, folded
from bot.core.profiles import PHASES, WORK
from bot.core.topics import LANGUAGES


def _each(said: str) -> frozenset[str]:
    return frozenset(said.split())


NAME, SCHOOL, WORDS = 80, 120, 6
"""The most characters of a name and of a school, and the most words of a name."""
OLDEST, LONGEST = 1940, 60
"""The first year in which anybody began, and for how many years one works at most."""
EMPTY = _each("- -- – — ? . / n/a #n/a na k.a. nil none s.o.") | {"", "k. a."}
KEPT = 2000
"""What so many cells say is remembered: a list says the same over and over."""
TEACHER = "teacher"
"""What somebody does who teaches, at a phase that was not said."""
_BESIDE = _each(
    "a an at e for in of the am der die das einer einem fur im l la le les au aux de des du en di"
    " del della alla nel nella"
)
"""What may stand between a teacher and a phase."""
_PARTS = re.compile(r"[,;/|+&()\n]|\s(?:and|und|et|e|ja)\s", re.IGNORECASE)
_TITLES = _each("mr mrs ms miss mx herr frau hr fr m mme mlle sig sigra signora signor")
_DEGREES = _each("dr prof phd msc bsc mba med mag jr sr dott dottssa ing")
_TOTALS = _each(
    "total totals sum count summe gesamt insgesamt anzahl somme totale totali totaux yhteensa summa"
    " nombre numero"
)
_SCHOOLS = re.compile(
    r"\b(schools?|\w*schulen?|ecoles?|lycees?|colleges?|scuole?|scuola|licei|liceo|\w*koulut?|lukiot?"
    r"|gymnasien|academies)\b"
)
_MAIL = re.compile(r"<[^>]*>|\(?\bmailto:\S+|\S+@\S+")
_AND = re.compile(r"\s(?:and|und|et|ja|e|sekä|&)\s|[;/|+&\n]", re.IGNORECASE)
_BETWEEN = re.compile(r"[,;/|+&\n]")
_JOINED = re.compile(r"\s(?:and|und|et|ja|e|y|sekä)\s", re.IGNORECASE)
_YES = _each("yes y x 1 true ja j oui o si s kylla k wahr vrai vero")
_NO = _each("no n 0 false nein non ei falsch faux falso")
_TICKS = "✓✔☑√"


class Fault(StrEnum):
    """Why a row is not taken, or a cell of it."""

    NO_NAME = "no name"
    TWO_NAMES = "two names"
    NOT_A_NAME = "not a name"
    TOTAL = "total"
    HEADING = "heading"
    HEADS_AGAIN = "heads again"
    NO_HEADS = "no heads"
    TWICE = "twice"
    SAME_ABOVE = "same name above"
    ELSEWHERE = "known elsewhere"
    SEVERAL = "several known"
    SEVERAL_ELSEWHERE = "several known elsewhere"
    GONE = "gone"
    ERASED = "erased"
    PHASE = "phase"
    TEACHES = "teaches"
    WORK = "work"
    YEAR = "year"
    LANGUAGE = "language"
    PRIORITY = "priority"
    TOPIC = "topic"
    NEARLY = "nearly"
    SCHOOL = "school"
    WHICH_SCHOOL = "which school"
    SEVERAL_SCHOOLS = "several schools"
    STAYS = "stays"
    THEIRS = "theirs"
    LIKE = "nearly somebody known"


def is_empty(cell: str) -> bool:
    """Whether a cell says nothing."""
    return cell.strip().casefold() in EMPTY


def name(said: str) -> str | Fault:
    """Somebody's name with the first name first, without "Mrs" and what stands in brackets."""
    said = re.sub(r"\([^)]*\)", " ", _MAIL.sub(" ", said)).strip()
    if is_empty(said):
        return Fault.NO_NAME
    first = folded(said).partition(" ")[0]
    if first in _TOTALS or folded(said) in _TOTALS:
        return Fault.TOTAL
    if said[0] in "=+@":
        return Fault.NOT_A_NAME
    if _AND.search(said):
        return Fault.TWO_NAMES
    parts = [part for part in map(str.strip, said.split(",")) if part]
    while len(parts) > 1 and all(folded(word) in _DEGREES for word in parts[-1].split()):
        parts.pop()
    if len(parts) > 2:  # noqa: PLR2004 -- last name, first name
        return Fault.TWO_NAMES
    words = [word for part in reversed(parts) for word in part.split()]
    kept = [word for word in words if folded(word) not in _TITLES] or words
    whole = " ".join(kept)
    is_one = all(
        c.isalpha() or c in " -'’.·ʼ‐" or (not c.isascii() and not c.isalnum()) for c in whole
    )
    if not is_one or not any(map(str.isalpha, whole)) or len(kept) > WORDS or len(whole) > NAME:
        return Fault.NOT_A_NAME
    return whole


def same_name(said: str) -> str:
    """A name as it is compared: whichever of its words comes first, without "Dr"."""
    words = [word for word in folded(said).split() if word not in _DEGREES]
    return " ".join(sorted(words)) or folded(said) or said.strip()


def is_called(one: str, other: str) -> bool:
    """Whether two names are the same, as everywhere."""
    return same_name(one) == same_name(other)


def is_heading(said: str) -> bool:
    """Whether what stands alone in a row is the heading of a part of the list."""
    return bool(_SCHOOLS.search(folded(said))) or not isinstance(phases(said), Fault)


def schools(said: str) -> list[str] | Fault:
    """The schools in a cell; a comma parts none, for a town may follow it."""
    found: list[str] = []
    for part in re.split(r"[;|\n]|\s/\s|(?<=\w{4})/(?=\w{4})", said):
        one = " ".join(part.split())
        if is_empty(one):
            continue
        if one[0] in "=@+" or not any(map(str.isalpha, one)) or len(one) > SCHOOL:
            return Fault.SCHOOL
        found.append(one)
    return list(dict.fromkeys(found))


@lru_cache(KEPT)
def phases(said: str) -> str | Fault:
    """The phases that a cell names, as keys with spaces between."""
    known = columns.words("phase")
    keys: set[str] = set()
    for part in re.split(r"[,;/|+&\n]|\s(?:and|und|et|e|ja)\s", said):
        words = folded(part)
        if not words:
            continue
        bare = words.replace("key stage ", "ks").replace(" schools", "").replace(" school", "")
        joined = bare.replace(" ", "").removeprefix("scuola").removeprefix("ecole")
        found = known.get(joined) or known.get(words.replace(" ", ""))
        if found is None:
            return Fault.PHASE
        keys |= set(found.split())
    return " ".join(phase for phase in PHASES if phase in keys) or Fault.PHASE


@lru_cache(KEPT)
def works(said: str) -> str | Fault:
    """What somebody does: a key of core/profiles, or TEACHER where the phase was not said."""
    words = folded(said)
    known = {**columns.words("work")} | {folded(key): key for key in WORK}
    if words in known:
        return known[words]
    if taught := _taught(said):
        return taught
    best = process.extractOne(words, list(known), scorer=fuzz.ratio, score_cutoff=LIKE)
    return known[best[0]] if best else Fault.WORK


@cache
def _teachers() -> frozenset[str]:
    """The words that say that somebody teaches."""
    said = (words for words, key in columns.words("work").items() if key == TEACHER)
    return frozenset(word for words in said for word in words.split())


def _taught(said: str) -> str:
    """The phase that is said, with or without a word for who teaches, in whichever order; TEACHER
    where there are several, and empty where something else is said.
    """
    let_pass = _teachers() | _BESIDE
    parts = [[w for w in folded(part).split() if w not in let_pass] for part in _PARTS.split(said)]
    found = [phases(" ".join(part)) for part in parts if part]
    if not found or any(isinstance(one, Fault) for one in found):
        return ""
    keys = {key for one in found for key in str(one).split()}
    return keys.pop() if len(keys) == 1 else TEACHER


def year(said: str, today: date, *, is_span: bool) -> int | Fault:
    """Since which year, from a year, a date, or (`is_span`) for how many years."""
    text = folded(said)
    found = re.search(r"(?<!\d)(19|20)\d{2}(?!\d)", said)
    if found:
        since = int(found[0])
    elif re.fullmatch(r"\d{5}", text):  # a date as an office program counts days
        since = (date(1899, 12, 30) + timedelta(days=int(text))).year
    elif is_span and (span := re.fullmatch(r"(\d{1,2})(?:[.,]\d+)?(?: ?[a-z]{1,6})?", _span(said))):
        since = today.year - int(span[1]) if int(span[1]) <= LONGEST else 0
    else:
        return Fault.YEAR
    return since if OLDEST <= since <= today.year else Fault.YEAR


def _span(said: str) -> str:
    return "0" if re.match(r"\s*<\s*1\b", said) else said.strip().casefold()


@cache
def _languages() -> Mapping[str, str]:
    found: dict[str, str] = {}
    for language in LANGUAGES:
        names = Locale(language).languages
        found |= {folded(said): code for code, said in names.items() if len(code) == 2}  # noqa: PLR2004
    return found | {code: code for code in found.values()}


@lru_cache(KEPT)
def languages(said: str) -> str | Fault:
    """The languages that a cell names, as codes with spaces between."""
    known = _languages()
    parts = [folded(part) for part in _BETWEEN.split(_JOINED.sub(",", said))]
    codes = [known.get(part, "") for part in parts if part]
    return " ".join(dict.fromkeys(codes)) if codes and all(codes) else Fault.LANGUAGE


def priority(said: str) -> bool | Fault:
    """Yes or no."""
    words = folded(said)
    if words in _YES or (said.strip() and said.strip() in _TICKS) or words.startswith("priorit"):
        return True
    return False if words in _NO else Fault.PRIORITY


def words(said: str) -> list[str]:
    """The topics that a cell names, in free words."""
    return [one for part in _BETWEEN.split(said) if not is_empty(one := " ".join(part.split()))]


def halves(said: str) -> Sequence[str]:
    """The parts of what is joined by "and"."""
    return [part.strip() for part in _JOINED.split(said) if part.strip()]
