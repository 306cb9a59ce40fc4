"""How days and times are named in each language: words, not rules. Accents may be left out."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

Words = Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tongue:
    """One language. All words are folded: small letters without accents."""

    weekdays: Words
    """Monday is 0."""
    months: Words
    numbers: Words
    """From a half to 31, also as ordinals and in the cases that dates and times are told in."""
    days: Words
    """Today, tomorrow, …, in days from now."""
    after: Words
    """Words for "a week later" behind a day, in days."""
    units: Words
    """Day, week, fortnight, in days."""
    within: Sequence[str]
    """Patterns around {n} {unit}: in 3 days."""
    next: Sequence[str]
    this: Sequence[str]
    week: Sequence[str]
    """Patterns of "next week"."""
    at: Sequence[str]
    """Patterns of what stands before a time."""
    hour: Sequence[str]
    """Patterns of what stands behind an hour."""
    nth: Sequence[str]
    """Patterns of a day of the month without its month; group 1 is the figure."""
    fixed: Words
    """Noon, midnight: the hour."""
    morning: Sequence[str]
    late: Sequence[str]
    """Words for the afternoon and the evening."""
    half_to: Sequence[str] = ()
    """Half before the hour that is named: halb fünf is half past four."""
    half_past: Sequence[str] = ()
    quarter_to: Sequence[str] = ()
    quarter_past: Sequence[str] = ()
    behind: Mapping[str, int] = field(default_factory=dict)
    """Behind the hour: minutes to add (et demie, meno un quarto)."""
    to: Sequence[str] = ()
    """Patterns between the ends of a range."""
    beyond: Sequence[str] = ()
    """Patterns of the one after next."""
    before: Words = field(default_factory=dict)
    """Words for "a week later" before a day, in days."""
    joins: Sequence[str] = ()
    """Words between two that are offered: or, and."""
    vague: Sequence[str] = ()
    """Patterns of what is no number of days: a month."""
    past: Words = field(default_factory=dict)
    """Words between minutes and their hour: 1 for past, -1 for to."""
    minute_joins: Sequence[str] = ()
    """Words between an hour and its minutes in figures."""
    spaced_halves: bool = False
    """Whether am and pm stand apart from the hour; elsewhere "4 am" is the beginning of a day."""
    month_first: bool = False


TURNING = frozenset((
    "last", "not", "after", "before", "except", "night", "nights", "letzter", "letzte",
    "letzten", "letztes", "nicht", "ausser", "nach", "vor", "nacht", "nachts", "kw", "woche",
    "dernier", "derniere", "pas", "apres", "avant", "sauf", "nuit", "semaine", "moins", "plus",
    "ultimo", "ultima", "non", "dopo", "prima", "tranne", "notte", "settimana", "meno", "viime",
    "viimeinen", "viimeisena", "ei", "jalkeen", "ennen", "paitsi", "yolla", "yo", "viikolla",
    "week", "weeks", "month",
))  # fmt: skip
"""Words of all languages that make another day or time of the one they stand beside."""


def fold(text: str) -> str:
    """Small letters without accents; what looks like a dash or an apostrophe is a plain one."""
    text = re.sub(r"[‐-―−]", "-", text).replace("’", "'").replace("ß", "ss")
    letters = unicodedata.normalize("NFKD", text.casefold())
    return "".join(one for one in letters if not unicodedata.combining(one))


_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})


def _both(word: str) -> Iterator[str]:
    """Without the accents, and as people write umlauts who have none."""
    yield fold(word)
    if word.translate(_UMLAUTS) != word:
        yield fold(word.translate(_UMLAUTS))


def _table(rows: Mapping[int, str]) -> Words:
    return {
        folded: number
        for number, names in rows.items()
        for name in names.split()
        for folded in _both(name.replace("_", " "))
    }


def _patterns(*several: str) -> tuple[str, ...]:
    return tuple(folded for one in several for folded in _both(one))


def _numbered(first: int, names: str) -> dict[int, str]:
    """Rows from `first` on: names parted by bars."""
    return {first + number: one.strip() for number, one in enumerate(names.split("|"))}


def _english() -> Tongue:
    return Tongue(
        weekdays=_table(
            _numbered(0, "monday mon mondays|tuesday tue tues tu|wednesday wed weds"
                         "|thursday thu thur thurs|friday fri|saturday sat|sunday sun")
        ),
        months=_table(
            _numbered(1, "january jan|february feb|march mar|april apr|may|june jun|july jul"
                         "|august aug|september sep sept|october oct|november nov|december dec")
        ),
        numbers=_table(
            _numbered(1, "one first a an|two second|three third|four fourth|five fifth|six sixth"
                         "|seven seventh|eight eighth|nine ninth|ten tenth|eleven eleventh"
                         "|twelve twelfth|thirteen thirteenth|fourteen fourteenth"
                         "|fifteen fifteenth|sixteen sixteenth|seventeen seventeenth"
                         "|eighteen eighteenth|nineteen nineteenth|twenty twentieth"
                         "|twenty-one twenty-first|twenty-two twenty-second"
                         "|twenty-three twenty-third|twenty-four twenty-fourth"
                         "|twenty-five twenty-fifth|twenty-six twenty-sixth"
                         "|twenty-seven twenty-seventh|twenty-eight twenty-eighth"
                         "|twenty-nine twenty-ninth|thirty thirtieth|thirty-first")
        ),
        days=_table({0: "today tonight this_morning this_afternoon this_evening",
                     1: "tomorrow tmrw tmw tomoz", -1: "yesterday",
                     2: "day_after_tomorrow overmorrow"}),
        after=_table({7: "week", 14: "fortnight"}),
        units=_table({1: "day days", 7: "week weeks wk wks", 14: "fortnight fortnights"}),
        within=(
            r"in {n} {unit}(?:'?s?'? time)?",
            r"{n} {unit} from now",
            r"{n} {unit} (?:from )?(?P<day>today|tomorrow|tmrw)",
        ),
        next=("next",),
        this=("this", "this coming", "coming"),
        week=(r"(?:the )?next week", r"week after next"),
        at=("at", "@", "from", "about", "around", "by", "between"),
        hour=(r"o'? ?clock", "ish", "h", "hrs", "hours"),
        nth=(r"(?:the )?(\d{1,2})(?:st|nd|rd|th)",),
        fixed=_table({12: "noon midday lunchtime", 0: "midnight"}),
        morning=("morning", "mornings", "in the morning", "this morning"),
        late=("afternoon", "evening", "tonight", "eve", "night", "aft"),
        half_past=("half past", "half"),
        quarter_to=("quarter to", "a quarter to"),
        quarter_past=("quarter past", "a quarter past"),
        behind={"thirty": 30, "fifteen": 15, "forty-five": 45, "forty five": 45},
        to=("-", "to", "till", "until", "til", "and"),
        beyond=("after next",),
        before={"a week on": 7, "week on": 7, "a fortnight on": 14, "a week": 7},
        joins=("or", "and", "/"),
        vague=("months?", "years?"),
        past={"past": 1, "after": 1, "to": -1},
        spaced_halves=True,
        month_first=True,
    )  # fmt: skip


def _german() -> Tongue:
    return Tongue(
        weekdays=_table(
            _numbered(0, "montag mo montags|dienstag di die dienstags|mittwoch mi mittwochs"
                         "|donnerstag do donnerstags|freitag fr freitags"
                         "|samstag sa sonnabend samstags|sonntag so sonntags")
        ),
        months=_table(
            _numbered(1, "januar jan jänner|februar feb feber|märz mrz|april apr|mai|juni jun"
                         "|juli jul|august aug|september sep sept|oktober okt|november nov"
                         "|dezember dez")
        ),
        numbers=_table(
            _numbered(1, "eins ein einer einem eine ersten erster|zwei zweiten zweiter"
                         "|drei dritten dritter|vier vierten vierter|fünf fünften fünfter"
                         "|sechs sechsten sechster|sieben siebten siebter siebenten"
                         "|acht achten achter|neun neunten neunter|zehn zehnten zehnter"
                         "|elf elften elfter|zwölf zwölften zwölfter|dreizehn dreizehnten"
                         "|vierzehn vierzehnten|fünfzehn fünfzehnten|sechzehn sechzehnten"
                         "|siebzehn siebzehnten|achtzehn achtzehnten|neunzehn neunzehnten"
                         "|zwanzig zwanzigsten|einundzwanzig einundzwanzigsten"
                         "|zweiundzwanzig zweiundzwanzigsten|dreiundzwanzig dreiundzwanzigsten"
                         "|vierundzwanzig vierundzwanzigsten|fünfundzwanzig fünfundzwanzigsten"
                         "|sechsundzwanzig sechsundzwanzigsten"
                         "|siebenundzwanzig siebenundzwanzigsten"
                         "|achtundzwanzig achtundzwanzigsten|neunundzwanzig neunundzwanzigsten"
                         "|dreissig dreissigsten|einunddreissigsten")
        ),
        days=_table({0: "heute heut", 1: "morgen", 2: "übermorgen", -1: "gestern",
                     -2: "vorgestern"}),
        after={"in einer woche": 7, "in 8 tagen": 7, "in acht tagen": 7, "in zwei wochen": 14},
        units=_table({1: "tag tage tagen", 7: "woche wochen"}),
        within=(r"in {n} {unit}", r"heute in {n} {unit}"),
        next=_patterns(r"nächste[rns]?", r"nächst", "nä"),
        this=_patterns(r"diese[rns]?", r"kommende[rns]?", "am kommenden"),
        week=_patterns(r"nächste(?:r|n)? woche", r"kommende(?:r|n)? woche"),
        at=("um", "ab", "gegen", "von", "so gegen", "zwischen", "@"),
        hour=("uhr", "h"),
        nth=(r"(?:am|den|der) (\d{1,2})\.?(?=\s|$|,)",),
        fixed=_table({12: "mittags mittag zwölf_uhr_mittags", 0: "mitternacht"}),
        morning=_patterns("morgens", "vormittag", "vormittags", "früh", "morgen früh"),
        late=("nachmittag", "nachmittags", "abend", "abends", "nachm"),
        half_to=("halb",),
        quarter_to=("viertel vor", "dreiviertel"),
        quarter_past=("viertel nach",),
        behind={"dreissig": 30, "funfzehn": 15, "fuenfzehn": 15},
        to=("-", "bis", "und"),
        beyond=_patterns(r"übernächste\w*"),
        joins=("oder", "und"),
        vague=("monat\\w*", "jahre?n?"),
        past={"nach": 1, "vor": -1},
    )  # fmt: skip


def _french() -> Tongue:
    return Tongue(
        weekdays=_table(
            _numbered(0, "lundi lun|mardi mar|mercredi mer merc|jeudi jeu|vendredi ven vend"
                         "|samedi sam|dimanche dim")
        ),
        months=_table(
            _numbered(1, "janvier janv jan|février fév févr|mars|avril avr|mai|juin|juillet juil"
                         "|août|septembre sept sep|octobre oct|novembre nov|décembre déc")
        ),
        numbers=_table(
            _numbered(1, "un une premier 1er|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze"
                         "|douze|treize|quatorze|quinze|seize|dix-sept|dix-huit|dix-neuf|vingt"
                         "|vingt_et_un vingt-et-un|vingt-deux|vingt-trois|vingt-quatre|vingt-cinq"
                         "|vingt-six|vingt-sept|vingt-huit|vingt-neuf|trente|trente_et_un"
                         " trente-et-un")
        ),
        days=_table({0: "aujourd'hui ce_soir cet_après-midi cet_aprem ce_matin ajd auj",
                     1: "demain dem", 2: "après-demain après_demain", -1: "hier"}),
        after={"en huit": 7, "en quinze": 14, "dans huit jours": 7},
        units=_table({1: "jour jours", 7: "semaine semaines"}),
        within=(r"dans {n} {unit}", r"d'ici {n} {unit}"),
        next=_patterns(r"prochaine?", "proch"),
        this=("ce", "cette"),
        week=_patterns(r"(?:la )?semaine prochaine", r"(?:de )?la semaine prochaine"),
        at=("a", "vers", "des", "de", "pour", "entre", "@"),
        hour=("h", "heures?", "hrs?"),
        nth=(r"(?:le) (\d{1,2})(?:er)?(?=\s|$|,)",),
        fixed=_table({12: "midi", 0: "minuit"}),
        morning=("matin", "du matin", "mat"),
        late=("apres-midi", "aprem", "apres midi", "soir", "soiree", "aprems", "apm"),
        behind={
            "trente": 30, "quinze": 15, "quarante-cinq": 45, "vingt": 20, "et demie": 30,
            "et demi": 30, "et quart": 15, "moins le quart": -15, "moins quart": -15,
        },
        to=("-", "a", "jusqu'a", "et"),
        beyond=_patterns("d'après", "suivant"),
        joins=("ou", "et"),
        vague=("mois", "ans?"),
    )  # fmt: skip


def _italian() -> Tongue:
    return Tongue(
        weekdays=_table(
            _numbered(0, "lunedì lun|martedì mar mart|mercoledì mer merc|giovedì gio giov"
                         "|venerdì ven|sabato sab|domenica dom")
        ),
        months=_table(
            _numbered(1, "gennaio gen genn|febbraio feb febb|marzo mar|aprile apr|maggio mag magg"
                         "|giugno giu|luglio lug|agosto ago|settembre set sett|ottobre ott"
                         "|novembre nov|dicembre dic")
        ),
        numbers=_table(
            _numbered(1, "una uno un primo|due|tre|quattro|cinque|sei|sette|otto|nove|dieci"
                         "|undici|dodici|tredici|quattordici|quindici|sedici|diciassette"
                         "|diciotto|diciannove|venti|ventuno|ventidue|ventitré|ventiquattro"
                         "|venticinque|ventisei|ventisette|ventotto|ventinove|trenta|trentuno")
        ),
        days=_table({0: "oggi stasera stamattina questa_sera questo_pomeriggio", 1: "domani",
                     2: "dopodomani dopo_domani", -1: "ieri"}),
        after={"a otto": 7, "fra una settimana": 7, "tra una settimana": 7},
        units=_table({1: "giorno giorni gg", 7: "settimana settimane"}),
        within=(r"(?:fra|tra|in) {n} {unit}",),
        next=("prossimo", "prossima", "pross"),
        this=("questo", "questa"),
        week=(r"(?:la |della |nella )?(?:prossima settimana|settimana prossima)",),
        at=("alle", "all'", "alla", "ore", "alle ore", "h", "verso le", "dalle", "per le", "le",
            "verso l'", "tra le", "fra le", "@"),
        hour=("h",),
        nth=(r"(?:il|l'|giorno) ?(\d{1,2})(?=\s|$|,)",),
        fixed=_table({12: "mezzogiorno", 0: "mezzanotte"}),
        morning=("mattina", "mattino", "di mattina", "stamattina"),
        late=("pomeriggio", "sera", "stasera", "pome"),
        behind={"e trenta": 30, "e quindici": 15, "e quarantacinque": 45, "e venti": 20,
                "e mezza": 30, "e mezzo": 30, "e un quarto": 15, "meno un quarto": -15,
                "e tre quarti": 45},
        to=("-", "alle", "fino alle", "a", "e le", "e"),
        beyond=("dopo il prossimo", "successivo"),
        joins=("o", "oppure", "e"),
        vague=("mese", "mesi", "anno"),
        minute_joins=("e",),
    )  # fmt: skip


def _finnish() -> Tongue:
    return Tongue(
        weekdays=_table(
            _numbered(0, "maanantai maanantaina ma|tiistai tiistaina ti"
                         "|keskiviikko keskiviikkona ke|torstai torstaina to"
                         "|perjantai perjantaina pe|lauantai lauantaina la"
                         "|sunnuntai sunnuntaina su")
        ),
        months=_table({
            number: " ".join(f"{stem}kuu{end}" for end in ("", "ta", "n", "ssa"))
            for number, stem in _numbered(
                1, "tammi|helmi|maalis|huhti|touko|kesä|heinä|elo|syys|loka|marras|joulu"
            ).items()
        }),
        numbers=_table(
            _numbered(1, "yksi yhdeltä yhden ensimmäinen ensimmäisenä eka yks"
                         "|kaksi kahdelta kahden toinen toisena kaks"
                         "|kolme kolmelta kolmen kolmas kolmantena"
                         "|neljä neljältä neljän neljäs neljäntenä"
                         "|viisi viideltä viiden viides viidentenä viis"
                         "|kuusi kuudelta kuuden kuudes kuudentena kuus"
                         "|seitsemän seitsemältä seitsemäs seitsemäntenä"
                         "|kahdeksan kahdeksalta kahdeksas kahdeksantena"
                         "|yhdeksän yhdeksältä yhdeksäs yhdeksäntenä"
                         "|kymmenen kymmeneltä kymmenes kymmenentenä"
                         "|yksitoista yhdeltätoista yhdestoista"
                         "|kaksitoista kahdeltatoista kahdestoista"
                         "|kolmetoista kolmeltatoista kolmastoista"
                         "|neljätoista neljältätoista neljästoista"
                         "|viisitoista viideltätoista viidestoista"
                         "|kuusitoista kuudeltatoista kuudestoista"
                         "|seitsemäntoista seitsemältätoista seitsemästoista"
                         "|kahdeksantoista kahdeksaltatoista kahdeksastoista"
                         "|yhdeksäntoista yhdeksältätoista yhdeksästoista"
                         "|kaksikymmentä kahdeltakymmeneltä kahdeskymmenes"
                         "|kaksikymmentäyksi kahdeskymmenesensimmäinen"
                         "|kaksikymmentäkaksi kahdeskymmenestoinen"
                         "|kaksikymmentäkolme kahdeskymmeneskolmas"
                         "|kaksikymmentäneljä kahdeskymmenesneljäs"
                         "|kaksikymmentäviisi kahdeskymmenesviides"
                         "|kaksikymmentäkuusi kahdeskymmeneskuudes"
                         "|kaksikymmentäseitsemän kahdeskymmenesseitsemäs"
                         "|kaksikymmentäkahdeksan kahdeskymmeneskahdeksas"
                         "|kaksikymmentäyhdeksän kahdeskymmenesyhdeksäs"
                         "|kolmekymmentä kolmaskymmenes|kolmaskymmenesensimmäinen")
        ),
        days=_table({0: "tänään tänä_iltana tänä_aamuna tänä_iltapäivänä",
                     1: "huomenna huomen huomisaamuna", 2: "ylihuomenna", -1: "eilen"}),
        after={fold("viikon kuluttua"): 7, fold("viikon päästä"): 7},
        units=_table({1: "päivän päivää pv", 7: "viikon viikkoa vko"}),
        within=_patterns(r"{n} {unit} (?:kuluttua|päästä)", r"{unit} (?:kuluttua|päästä)"),
        next=("ensi",),
        this=_patterns("tänä", "tämän viikon", "tulevana"),
        week=("ensi viikon", "ensi viikolla", "ens viikon", "ens viikolla"),
        at=("klo", "kello", "klo\\.", "n\\. klo", "noin klo", "@"),
        hour=(),
        nth=_patterns(r"(\d{1,2})\.? päivä(?:nä)?"),
        fixed=_table({12: "puoliltapäivin keskipäivällä", 0: "keskiyöllä puoliltaöin"}),
        morning=_patterns("aamulla", "aamuna", "aamupäivällä", "ap"),
        late=_patterns("iltapäivällä", "iltapäivänä", "illalla", "iltana", "ip"),
        half_to=("puoli",),
        quarter_to=("varttia vaille",),
        quarter_past=("varttia yli",),
        to=("-",),
        beyond=_patterns(r"sitä seuraava\w*", "sitä seuraavan viikon"),
        joins=("tai", "ja"),
        vague=("kuukau\\w*", "vuo\\w*"),
        past={"yli": 1, "vaille": -1},
        month_first=True,
    )  # fmt: skip


_MADE = {
    "en": _english, "de": _german, "fr": _french, "it": _italian, "fi": _finnish,
}  # fmt: skip


@cache
def tongue(language: str) -> Tongue:
    """The words of a language; English for one that has none."""
    return _MADE.get(language, _english)()
