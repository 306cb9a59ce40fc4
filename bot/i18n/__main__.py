"""`python -m bot.i18n extract`, for developers: bring the catalogs up to date with the code."""

import sys

from bot.i18n.catalog import CATALOGS
from bot.i18n.extract import extract

if sys.argv[1:] != ["extract"]:
    sys.exit("This knows one thing to do: python -m bot.i18n extract")
extract(CATALOGS.parent)
