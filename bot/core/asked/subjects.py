"""What meetings of teachers are about, in all our languages: a title is named by its subject too,
for a network speaks more than one of them. Each line is one subject, as the beginnings of words.
"""

from __future__ import annotations

from functools import cache, lru_cache

from bot.core.dates.tongues import fold

_SUBJECTS = """
robot
solder loten lot soud sald juot juoto kolvi stagn
datalog datenlog logger messwert enregistreur datalogger dataloggeri tiedonker
sensor capteur sensori anturi messfuhler
program codier coding programm koodau ohjelmo scratch codage
math mathe matem maths
physic physik physique fisica fysiik
chemi chimie chimica kemia
biolog
energ energi energie
clima klima climat ilmasto
astronom space weltraum espace spazio avaruu
electr elektr elettr sahko
microbit calliope arduino
drucke 3d printing stampa tulost
dron drohn
engineer ingenieur ingegner insinoor technik technolog tecnolog teknolog
water wasser eau acqua vesi
plant pflanz plante piant kasvi
science wissenschaft scienz naturwissenschaft luonnontied luma
bridge brucke pont ponte silta
rocket rakete fusee razz raketti
light licht lumiere luce valo
sound klang schall son suono aani
forest wald foret bosco metsa
assessment bewertung evaluation valutazion arvioin
primary grundschul primaire primaria alakoul
"""
SHORT = 4
"""A beginning of fewer letters has to be a whole word."""


@cache
def subjects() -> tuple[tuple[str, ...], ...]:
    """The subjects, each as the beginnings of its words."""
    return tuple(tuple(fold(line).split()) for line in _SUBJECTS.strip().splitlines())


@lru_cache(10_000)
def of(word: str) -> frozenset[int]:
    """The subjects that a word speaks of."""
    return frozenset(
        number
        for number, stems in enumerate(subjects())
        if any(word.startswith(stem) if len(stem) >= SHORT else word == stem for stem in stems)
    )
