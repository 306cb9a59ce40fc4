"""How days and times are named in French."""

from bot.core.dates.tongues.tongue import Tongue, numbered, patterns, table

FRENCH = Tongue(
    weekdays=table(
        numbered(0, "lundi lun|mardi mar|mercredi mer merc|jeudi jeu|vendredi ven vend"
                    "|samedi sam|dimanche dim")
    ),
    months=table(
        numbered(1, "janvier janv jan|février fév févr|mars|avril avr|mai|juin|juillet juil"
                    "|août|septembre sept sep|octobre oct|novembre nov|décembre déc")
    ),
    numbers=table(
        numbered(1, "un une premier 1er|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze"
                    "|douze|treize|quatorze|quinze|seize|dix-sept|dix-huit|dix-neuf|vingt"
                    "|vingt_et_un vingt-et-un|vingt-deux|vingt-trois|vingt-quatre|vingt-cinq"
                    "|vingt-six|vingt-sept|vingt-huit|vingt-neuf|trente|trente_et_un"
                    " trente-et-un")
    ),
    days=table({0: "aujourd'hui ce_soir cet_après-midi cet_aprem ce_matin ajd auj",
                1: "demain dem", 2: "après-demain après_demain", -1: "hier"}),
    after={"en huit": 7, "en quinze": 14, "dans huit jours": 7},
    units=table({1: "jour jours", 7: "semaine semaines"}),
    within=(r"dans {n} {unit}", r"d'ici {n} {unit}"),
    next=patterns(r"prochaine?", "proch"),
    this=("ce", "cette"),
    week=patterns(r"(?:la )?semaine prochaine", r"(?:de )?la semaine prochaine"),
    at=("a", "vers", "des", "de", "pour", "entre", "@"),
    hour=("h", "heures?", "hrs?"),
    nth=(r"(?:le) (\d{1,2})(?:er)?(?=\s|$|,)",),
    fixed=table({12: "midi", 0: "minuit"}),
    morning=("matin", "du matin", "mat"),
    late=("apres-midi", "aprem", "apres midi", "soir", "soiree", "aprems", "apm"),
    behind={
        "trente": 30, "quinze": 15, "quarante-cinq": 45, "vingt": 20, "et demie": 30,
        "et demi": 30, "et quart": 15, "moins le quart": -15, "moins quart": -15,
    },
    to=("-", "a", "jusqu'a", "et"),
    beyond=patterns("d'après", "suivant"),
    joins=("ou", "et"),
    vague=("mois", "ans?"),
    turning=("dernier", "derniere", "pas", "apres", "avant", "sauf", "nuit", "semaine", "moins",
             "plus"),
)  # fmt: skip
