"""The commands that need no chat and no database: they read what is given and print an answer."""

from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer

WRONG = 2
COLUMNS = (
    "Columns, of which only id is needed: id, name, school, phase, sector, subjects, strengths,"
    " needs, years, region, availability, paused_until, blocks. Several in one field: a; b."
)


def when(
    phrase: Annotated[str, typer.Argument(help="For instance: next Tuesday 4pm")] = "",
    lang: Annotated[str, typer.Option(help="en, de, fr, it or fi.")] = "en",
    zone: Annotated[str, typer.Option(help="Whose clocks.")] = "Europe/London",
    now: Annotated[str, typer.Option(help="When it is said; else now.")] = "",
    file: Annotated[
        Path | None, typer.Option(help="Rows with tabs; first line: lang, zone, now, phrase.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One line of JSON each.")] = False,
) -> None:
    """What a day and time mean, as people type them."""
    if bool(phrase) is (file is not None):
        typer.echo("Give a phrase, or a file: convenor when 'next Tuesday 4pm'", err=True)
        raise typer.Exit(WRONG)
    from bot.when import run  # noqa: PLC0415 -- slow import

    raise typer.Exit(run(phrase, lang, zone, now, file, as_json=as_json))


def pair(
    people: Annotated[Path, typer.Option(help=f"The list of people, as CSV. {COLUMNS}")],
    history: Annotated[
        Path | None, typer.Option(help="Who was with whom, as CSV: round, a, b.")
    ] = None,
    rounds: Annotated[int, typer.Option(min=1, max=1000, help="How many rounds.")] = 1,
    seed: Annotated[int, typer.Option(help="The same seed makes the same rounds.")] = 0,
    on: Annotated[
        str, typer.Option(help="The day of the first, like 2027-01-31; else today.")
    ] = "",
    days_between: Annotated[int, typer.Option(min=0, max=3650, help="From round to round.")] = 30,
    avoid_same_school: Annotated[
        bool, typer.Option("--avoid-same-school", help="Nobody with somebody of their own school.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="One line of JSON a round.")] = False,
) -> None:
    """Pairs for some rounds, from a list of people: good for each other, and nobody twice."""
    from bot.pair import Asked, run  # noqa: PLC0415 -- slow import

    try:
        day = date.fromisoformat(on) if on else datetime.now().astimezone().date()
    except ValueError:
        typer.echo(f"I do not know the day {on!r}. Please write it as 2027-01-31.", err=True)
        raise typer.Exit(WRONG) from None
    asked = Asked(rounds, seed, day, days_between, avoid_same_school)
    raise typer.Exit(run(people, history, asked, as_json=as_json))
