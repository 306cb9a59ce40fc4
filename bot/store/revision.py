"""Which revision of the tables this version knows; without Alembic, which is slow to import."""

from importlib.resources import files


def latest_revision() -> str:
    """The number of the last migration of this version; migrations are numbered files."""
    # Of bot.store: asking for the package of migrations itself would import alembic.
    folder = files("bot.store").joinpath("migrations", "versions")
    names = (file.name for file in folder.iterdir())
    return max((name[:4] for name in names if name[0].isdigit()), default="")
