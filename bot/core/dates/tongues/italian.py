"""How days and times are named in Italian."""

from bot.core.dates.tongues.tongue import Tongue, numbered, table

ITALIAN = Tongue(
    weekdays=table(
        numbered(0, "lunedì lun|martedì mar mart|mercoledì mer merc|giovedì gio giov"
                    "|venerdì ven|sabato sab|domenica dom")
    ),
    months=table(
        numbered(1, "gennaio gen genn|febbraio feb febb|marzo mar|aprile apr|maggio mag magg"
                    "|giugno giu|luglio lug|agosto ago|settembre set sett|ottobre ott"
                    "|novembre nov|dicembre dic")
    ),
    numbers=table(
        numbered(1, "una uno un primo|due|tre|quattro|cinque|sei|sette|otto|nove|dieci"
                    "|undici|dodici|tredici|quattordici|quindici|sedici|diciassette"
                    "|diciotto|diciannove|venti|ventuno|ventidue|ventitré|ventiquattro"
                    "|venticinque|ventisei|ventisette|ventotto|ventinove|trenta|trentuno")
    ),
    days=table({0: "oggi stasera stamattina questa_sera questo_pomeriggio", 1: "domani",
                2: "dopodomani dopo_domani", -1: "ieri"}),
    after={"a otto": 7, "fra una settimana": 7, "tra una settimana": 7},
    units=table({1: "giorno giorni gg", 7: "settimana settimane"}),
    within=(r"(?:fra|tra|in) {n} {unit}",),
    next=("prossimo", "prossima", "pross"),
    this=("questo", "questa"),
    week=(r"(?:la |della |nella )?(?:prossima settimana|settimana prossima)",),
    at=("alle", "all'", "alla", "ore", "alle ore", "h", "verso le", "dalle", "per le", "le",
        "verso l'", "tra le", "fra le", "@"),
    hour=("h",),
    nth=(r"(?:il|l'|giorno) ?(\d{1,2})(?=\s|$|,)",),
    fixed=table({12: "mezzogiorno", 0: "mezzanotte"}),
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
    turning=("ultimo", "ultima", "non", "dopo", "prima", "tranne", "notte", "settimana", "meno"),
)  # fmt: skip
