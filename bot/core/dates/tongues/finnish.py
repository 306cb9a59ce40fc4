"""How days and times are named in Finnish."""

from bot.core.dates.tongues.tongue import Tongue, fold, numbered, patterns, table

FINNISH = Tongue(
    weekdays=table(
        numbered(0, "maanantai maanantaina maanantaihin ma|tiistai tiistaina tiistaihin ti"
                    "|keskiviikko keskiviikkona keskiviikkoon ke|torstai torstaina torstaihin to"
                    "|perjantai perjantaina perjantaihin pe|lauantai lauantaina lauantaihin la"
                    "|sunnuntai sunnuntaina sunnuntaihin su")
    ),
    months=table({
        number: " ".join(f"{stem}kuu{end}" for end in ("", "ta", "n", "ssa"))
        for number, stem in numbered(
            1, "tammi|helmi|maalis|huhti|touko|kesä|heinä|elo|syys|loka|marras|joulu"
        ).items()
    }),
    numbers=table(
        numbered(1, "yksi yhdeltä yhden ensimmäinen ensimmäisenä eka yks"
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
    days=table({0: "tänään tänä_iltana tänä_aamuna tänä_iltapäivänä",
                1: "huomenna huomen huomisaamuna", 2: "ylihuomenna", -1: "eilen"}),
    after={fold("viikon kuluttua"): 7, fold("viikon päästä"): 7},
    units=table({1: "päivän päivää pv", 7: "viikon viikkoa vko"}),
    within=patterns(r"{n} {unit} (?:kuluttua|päästä)", r"{unit} (?:kuluttua|päästä)"),
    next=("ensi",),
    this=patterns("tänä", "tämän viikon", "tulevana"),
    week=("ensi viikon", "ensi viikolla", "ens viikon", "ens viikolla"),
    at=("klo", "kello", "klo\\.", "n\\. klo", "noin klo", "@"),
    hour=(),
    nth=patterns(r"(\d{1,2})\.? päivä(?:nä)?"),
    fixed=table({12: "puoliltapäivin keskipäivällä", 0: "keskiyöllä puoliltaöin"}),
    morning=patterns("aamulla", "aamuna", "aamupäivällä", "ap"),
    late=patterns("iltapäivällä", "iltapäivänä", "illalla", "iltana", "ip"),
    half_to=("puoli",),
    quarter_to=("varttia vaille",),
    quarter_past=("varttia yli",),
    to=("-",),
    beyond=patterns(r"sitä seuraava\w*", "sitä seuraavan viikon"),
    joins=("tai", "ja"),
    vague=("kuukau\\w*", "vuo\\w*"),
    past={"yli": 1, "vaille": -1},
    month_first=True,
    turning=("viime", "viimeinen", "viimeisena", "ei", "jalkeen", "ennen", "paitsi", "yolla",
             "yo", "viikolla"),
)  # fmt: skip
