"""Whether words are somebody's name, or say something about them, in five languages. Pure."""

import re
import unicodedata
from collections.abc import Sequence

from bot.core.likeness import bare

_REFUSING = {
    "en": "not cant cannot couldnt wont wouldnt dont doesnt didnt isnt arent unable unavailable "
    "sick ill unwell sorry apologies apologises regrets if unless perhaps probably possibly nope "
    "hopefully tentative tentatively unsure released depends depending cancelled declined declines "
    "absent absence absences absentees excused cancellations unfortunately sadly nobody tbc tbd",
    "de": "nicht nichts kein keine keinen krank erkrankt leider verhindert wenn falls sofern nee "
    "abwesend eventuell evtl vllt wahrscheinlich unsicher freigestellt entschuldigt abgesagt "
    "absage absagen abgemeldet abmeldung abmeldungen kranke fehlt fehlen fehlend urlaub elternzeit "
    "mutterschutz zahnarzt zahnarzttermin arzttermin fortbildung krankgeschrieben verletzt",
    "fr": "pas malade malades absent absente absents absentes absence absences desole desolee "
    "impossible sauf empeche empechee empechement excuse excusee excuses excusees conge vacances "
    "indisponible libere liberee jamais malheureusement probablement",
    "it": "non malato malata malati ammalato ammalata ammalati assente assenti assenza assenze "
    "purtroppo spiace dispiace scusa scuse scusate impossibile impegnato impegnata liberato "
    "liberata esonerato esonerata febbre ferie probabilmente",
    "fi": "ei emme ette eivat sairas sairaat sairaana sairastunut kipea kipeana poissa poissaolo "
    "poissaolot poissaolevat estynyt estyneet pahoittelut valitettavasti mikali vapautetaan "
    "vapautettu anteeksi lomalla kuumeessa paase ehdi",
}
"""Who has one of these beside their name does not simply come."""
_SAYING = {
    "en": "and but is has have had are the at for with without come comes coming came make makes "
    "late later until when because from home only our we they plus away busy leave holiday dentist "
    "doctor class school lesson lessons meeting today tomorrow next please thanks thank also off "
    "out here there would could should must needs working",
    "de": "und aber ist hat habe kommt komme kommen kann konnte mit ohne spater heute morgen noch "
    "weil auch oder muss wird bitte danke ich wir termin arzt zuhause erst nur unterricht",
    "fr": "et mais est sera vient viens viendra viendrai avec sans peut peux je jai nous dentiste "
    "medecin tard retard demain pour chez apres merci",
    "it": "ed viene vengo verra con senza puo posso dentista medico tardi domani grazie ritardo "
    "arriva sono anche dopo",
    "fi": "mutta on tulee tulen voi kun myohassa myohemmin huomenna hammaslaakari laakari paasen "
    "paasee kanssa ilman kiitos vasta",
}
"""Words of a sentence; with a capital they may be a name."""
_REFUSALS = frozenset(word for words in _REFUSING.values() for word in words.split())
_TELLING = frozenset(word for words in _SAYING.values() for word in words.split())
_IFS = frozenset(("jos", "se", "si"))
"""If; as a first word they may be a name."""
_PARTICLES = re.compile(
    "a[flv]|bin|bint|da[ls]?|de[ilnrs]?|della|degli|d[iou]|dos|el?|het|ibn|l[aeio]s?|mac|ni|op?|"
    "te[nr]|[dt]|van|vo[mn]|y|zu[mr]?|dr|prof|mr|mrs|ms"
)
"""Words of a name that stand in it, or before it, without a capital."""


def refuses(name: str) -> bool:
    """Whether a word of this refuses, or makes a condition."""
    return not _REFUSALS.isdisjoint(_plain(name).split())


def heads(line: str) -> bool:
    """Whether a line refuses for those below it: it ends with a colon, or names nobody itself."""
    words = [word for word in _plain(line).split() if word.isalpha()]
    about = {*words} - _REFUSALS - _TELLING
    small = {_plain(word) for word in line.split() if _begins_small(word)}
    return refuses(line) and (line.rstrip().endswith(":") or about <= small)


def refuses_in_small(name: str) -> bool:
    """Whether a word without a capital does; "Karl Krank" may be called so."""
    return any(refuses(word) for word in name.split() if _begins_small(word))


def tells(name: str) -> bool:
    """Whether this is said of somebody, and is no name."""
    if refuses(name):
        return True
    small = [_plain(word) for word in name.split() if _begins_small(word)]
    behind = [_plain(word) for word in name.split()[1:] if _begins_small(word)]
    return not (_TELLING.isdisjoint(small) and _IFS.isdisjoint(behind))


def has_signs(name: str) -> bool:
    """Whether a sign stands in it that no name has: "Kim + 1", "Kim?"."""
    return any(c in "?&%" or unicodedata.category(c) in ("So", "Sm") for c in name)


def has_figures(words: Sequence[str]) -> bool:
    """Whether one of the words is a figure, as in "Kim 2"."""
    return any(any(map(str.isdigit, word)) and not any(map(str.isalpha, word)) for word in words)


def has_small(words: Sequence[str]) -> bool:
    """Whether a word stands there without a capital that has one in names: "Kim poorly"."""
    return any(map(is_small, words)) or any(map(_begins_small, words[-1:]))


def is_small(word: str) -> bool:
    """Whether a word has no capital, and has one in names."""
    return _begins_small(word) and _PARTICLES.fullmatch(_plain(word)) is None


def _begins_small(word: str) -> bool:
    """Without a capital anywhere: "d'Angelo" has one, and "she/her" is no word."""
    return word.islower() and "/" not in word


def _plain(text: str) -> str:
    return bare(re.sub("[´`‘]", "'", text))
