"""The command line: `convenor`, `python -m bot` or `python3 run.py`.

It reads the settings first, so that what is wrong with them is told at once, and imports the house
only for the command that needs it.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Annotated, Literal

import typer

from bot import __version__, without_chat
from bot.settings import (
    Problem,
    Settings,
    no_folder,
    problems,
    read,
    storage_problems,
    work_problems,
)

WRONG = 2
ACCOUNTS = ("SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "DISCORD_TOKEN")

cli = typer.Typer(
    name="convenor",
    help="Convenor runs the year of a network of teachers, in their own Slack or Discord.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"convenor {__version__}")
        raise typer.Exit


@cli.callback()
def _all_commands(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Say which version.")
    ] = False,
) -> None:
    pass


@cli.command()
def serve() -> None:
    """Run the bot on Slack, on Discord, or on both."""
    settings = _settings(problems)
    from bot.app import serve as run  # noqa: PLC0415 -- slow import

    raise typer.Exit(run(settings))


@cli.command()
def work() -> None:
    """Deliver only, beside a serve: listens to nobody, opens no port. Needs PostgreSQL."""
    settings = _settings(work_problems)
    from bot.app import work as run  # noqa: PLC0415 -- slow import

    raise typer.Exit(run(settings))


@cli.command("try")
def try_(
    terminal: Annotated[bool, typer.Option("--terminal", help="In this terminal instead.")] = False,
    port: Annotated[
        int, typer.Option(min=1, max=65535, help="Where the browser finds it on this machine.")
    ] = 8765,
) -> None:
    """Try everything here in a browser, without any account."""
    _refuse_accounts()
    if terminal:
        from bot.trial import try_it  # noqa: PLC0415 -- slow import

        raise typer.Exit(try_it())
    from bot.playground import serve  # noqa: PLC0415 -- slow import

    raise typer.Exit(serve(port))


@cli.command()
def play(
    stories: Annotated[
        list[Path],
        typer.Argument(metavar="STORY", exists=True, dir_okay=False, help="Files to play."),
    ],
    on: Annotated[
        Literal["memory", "slack", "discord"],
        typer.Option("--on", help="In memory, or on a Slack or Discord made up on this machine."),
    ] = "memory",
) -> None:
    """Play stories and print what people saw."""
    from bot.play import play as run  # noqa: PLC0415 -- slow import

    raise typer.Exit(run(stories, on))


@cli.command()
def rehearse() -> None:
    """Make up a Slack and a Discord on this machine, to try an installation before them."""
    from bot.rehearsal import run  # noqa: PLC0415 -- slow import

    raise typer.Exit(run())


cli.command()(without_chat.when)
cli.command()(without_chat.pair)


@cli.command()
def check(
    manifest: Annotated[
        Literal["slack"] | None, typer.Option(help="Print the manifest of the Slack app instead.")
    ] = None,
    lang: Annotated[
        str, typer.Option(help="The manifest's language: en, de, fr, it or fi.")
    ] = "en",
    prefix: Annotated[
        str, typer.Option(help="Put this before each command of the manifest, such as conv-.")
    ] = "",
    home_only: Annotated[
        bool, typer.Option("--home-only", help="Only /network; all else hangs on its buttons.")
    ] = False,
    invite: Annotated[
        bool, typer.Option("--invite", help="Print the address that adds the bot to a Discord.")
    ] = False,
) -> None:
    """Is everything set up? Names what is missing, and how to mend it."""
    settings = read()
    from bot import checks  # noqa: PLC0415 -- slow import

    if manifest or invite:
        manifest_of = partial(checks.manifest, language=lang, prefix=prefix, home_only=home_only)
        typer.echo(_or_stop((checks.invite if invite else manifest_of)(settings)))
        return
    wrong = False
    for found in checks.everything(settings):
        typer.echo(_line(found) if isinstance(found, Problem) else f"ok    {found}")
        wrong = wrong or (isinstance(found, Problem) and found.fatal)
    raise typer.Exit(WRONG if wrong else 0)


@cli.command()
def migrate() -> None:
    """Bring the database up to date; serve does so by itself."""
    settings = _settings(storage_problems)
    from bot.app import migrate as run  # noqa: PLC0415 -- slow import

    raise typer.Exit(run(settings))


@cli.command()
def backup(
    file: Annotated[
        Path | None,
        typer.Argument(help="Where to; else a file with its date in DATA_DIR/backups."),
    ] = None,
) -> None:
    """Write all that the house knows into one file, while it runs."""
    settings = _settings(storage_problems)
    from bot.backups import backup as run  # noqa: PLC0415 -- slow import

    raise typer.Exit(run(settings, file))


@cli.command()
def restore(file: Annotated[Path, typer.Argument(help="What backup has written.")]) -> None:
    """Put a backup into an empty database. Nothing is sent before a coordinator says so."""
    settings = _settings(storage_problems)
    from bot.backups import restore as run  # noqa: PLC0415 -- slow import

    raise typer.Exit(run(settings, file))


@cli.command()
def retention(
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Only say what would go; nothing does.")
    ] = False,
) -> None:
    """Let go what is kept no longer, as serve does every night, and say how much it was."""
    settings = _settings(storage_problems)
    from bot.retention import run  # noqa: PLC0415 -- slow import

    raise typer.Exit(run(settings, dry_run=dry_run))


@cli.command("import")
def import_(
    network: Annotated[str, typer.Option(help="The name of the network.")],
    file: Annotated[
        Path | None, typer.Argument(help="The list: xlsx, xls, ods, csv or tsv.")
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Look only; change nothing.")] = False,
    undo: Annotated[int, typer.Option(help="Take this import back.")] = 0,
    column: Annotated[
        list[str] | None, typer.Option(help="What a column is: HEAD=FIELD; may be given again.")
    ] = None,
    same_names: Annotated[
        Literal["ask", "same", "other"],
        typer.Option(help="Who has the name of somebody there, at another school or none."),
    ] = "ask",
) -> None:
    """Take a list of people into a network."""
    settings = _settings(storage_problems)
    from bot.importing import Wish, run  # noqa: PLC0415 -- slow import

    wish = Wish(network, file, dry_run, undo, column or (), same_names)
    raise typer.Exit(run(settings, wish))


@cli.command()
def export(
    file: Annotated[Path, typer.Argument(help="Where to, as CSV.")],
    network: Annotated[str, typer.Option(help="The name of the network.")],
) -> None:
    """Write a network's people to a file: of each what they agreed to show."""
    settings = _settings(storage_problems)
    from bot.importing import export as run  # noqa: PLC0415 -- slow import

    raise typer.Exit(run(settings, network, file))


def _refuse_accounts() -> None:
    """The trial has no use for a real account, so nobody has to ask whether it touches one."""
    settings = read()
    given = [name for name in ACCOUNTS if getattr(settings, name.lower())]
    if given:
        names = " and ".join(given)
        without = " ".join(f"{name}=" for name in given)
        told = f"The trial takes no real account, and here is {names}. Start it without:"
        typer.echo(f"{told}\n  {without} python3 run.py try", err=True)
        raise typer.Exit(WRONG)


def _settings(wrong_in: Callable[[Settings], list[Problem]]) -> Settings:
    """The settings, with the data folder made. What is wrong with them is told; what is fatal ends
    the command.
    """
    settings = read()
    found = wrong_in(settings)
    fatal = [problem for problem in found if problem.fatal]
    for problem in fatal or found:
        typer.echo(_line(problem), err=True)
    if fatal:
        raise typer.Exit(WRONG)
    try:
        settings.data_dir.mkdir(
            mode=0o700, parents=True, exist_ok=True
        )  # people's answers lie there
    except OSError as fault:
        typer.echo(_line(no_folder(settings, fault.strerror or str(fault))), err=True)
        raise typer.Exit(WRONG) from fault
    return settings


def _or_stop(printed: str | Problem) -> str:
    if isinstance(printed, Problem):
        typer.echo(_line(printed), err=True)
        raise typer.Exit(WRONG)
    return printed


def _line(problem: Problem) -> str:
    return f"{problem.id}  {problem.what} {problem.mend}"


def main() -> None:
    """Run the command line."""
    cli(prog_name="convenor")


if __name__ == "__main__":
    main()
