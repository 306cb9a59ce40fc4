"""How days and times are named in German."""

from bot.core.dates.tongues.tongue import Tongue, numbered, patterns, table

GERMAN = Tongue(
    weekdays=table(
        numbered(0, "montag mo montags|dienstag di die dienstags|mittwoch mi mittwochs"
                    "|donnerstag do donnerstags|freitag fr freitags"
                    "|samstag sa sonnabend samstags|sonntag so sonntags")
    ),
    months=table(
        numbered(1, "januar jan jänner|februar feb feber|märz mrz|april apr|mai|juni jun"
                    "|juli jul|august aug|september sep sept|oktober okt|november nov"
                    "|dezember dez")
    ),
    numbers=table(
        numbered(1, "eins ein einer einem eine ersten erster|zwei zweiten zweiter"
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
    days=table({0: "heute heut", 1: "morgen", 2: "übermorgen", -1: "gestern",
                -2: "vorgestern"}),
    after={"in einer woche": 7, "in 8 tagen": 7, "in acht tagen": 7, "in zwei wochen": 14},
    units=table({1: "tag tage tagen", 7: "woche wochen"}),
    within=(r"in {n} {unit}", r"heute in {n} {unit}"),
    next=patterns(r"nächste[rns]?", r"nächst", "nä"),
    this=patterns(r"diese[rns]?", r"kommende[rns]?", "am kommenden"),
    week=patterns(r"nächste(?:r|n)? woche", r"kommende(?:r|n)? woche"),
    at=("um", "ab", "gegen", "von", "so gegen", "zwischen", "@"),
    hour=("uhr", "h"),
    nth=(r"(?:am|den|der) (\d{1,2})\.?(?=\s|$|,)",),
    fixed=table({12: "mittags mittag zwölf_uhr_mittags", 0: "mitternacht"}),
    morning=patterns("morgens", "vormittag", "vormittags", "früh", "morgen früh"),
    late=("nachmittag", "nachmittags", "abend", "abends", "nachm"),
    half_to=("halb",),
    quarter_to=("viertel vor", "dreiviertel"),
    quarter_past=("viertel nach",),
    behind={"dreissig": 30, "funfzehn": 15, "fuenfzehn": 15},
    to=("-", "bis", "und"),
    beyond=patterns(r"übernächste\w*"),
    joins=("oder", "und"),
    vague=("monat\\w*", "jahre?n?"),
    past={"nach": 1, "vor": -1},
    turning=("letzter", "letzte", "letzten", "letztes", "nicht", "ausser", "nach", "vor",
             "nacht", "nachts", "kw", "woche"),
)  # fmt: skip
