"""`convenor import` and `convenor export`, as who runs the house meets them."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlmodel import select

from bot.core import lists
from bot.core.columns import found as heads
from bot.importing import Wish, export, run
from bot.settings import Settings
from bot.settings.kinds import Secret
from bot.store.db import Store
from bot.store.tables import EPOCH, Institution, Interest, Membership, Network, Topic
from tests.imports.desks import begin, everything, takes
from tests.people import ground

ROOT = Path(__file__).parents[2]
LIST = b"Name;School;Subjects\nKim Lee;Hill School;Physics\nTotal 1;;\n"


@pytest.fixture
def settings(migrated: Path, tmp_path: Path) -> Settings:
    shutil.copy(migrated, tmp_path / "convenor.db")
    return Settings(data_dir=tmp_path, secret_key=Secret("k" * 32))


@pytest.fixture
def store(settings: Settings) -> Store:
    opened = Store(settings.database)
    begin(opened)
    return opened


def written(settings: Settings, data: bytes = LIST) -> Path:
    path = settings.data_dir / "people.csv"
    path.write_bytes(data)
    return path


def people(n: int) -> bytes:
    """A list of so many."""
    names = (
        f"Kim{'abcdefghij'[i % 10]}{'abcdefghij'[i // 10 % 10]} Lee{'abcdefghij'[i // 100 % 10]}"
        f"{'abcdefghij'[i // 1000]}"
        for i in range(n)
    )
    rows = (
        f"{name};School {i % 300};Primary;Teacher;Physics, Chemistry;Robotics;{1990 + i % 30}"
        for i, name in enumerate(names)
    )
    head = "Name;School;Phase;Role;Subjects;Strengths;Since"
    return "\n".join((head, *rows)).encode()


@pytest.mark.must_hold("B1", 2)
def test_many_people_at_once_with_progress(
    settings: Settings, store: Store, size: Callable[[int, int], int], figure: Callable[[str], None]
) -> None:
    n = size(5000, 300)
    file = written(settings, people(n))
    start = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-m", "bot", "import", file, "--network", "Northshire"],
        cwd=settings.data_dir, capture_output=True, text=True, check=False,
        env={
            "PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "SECRET_KEY": "k" * 32,
            "DATA_DIR": str(settings.data_dir),
        },
    )  # fmt: skip
    seconds = time.monotonic() - start

    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[0] == (
        f"new: {n}, added to: 0, there already: 0, rows not taken: 0"
    )
    assert f"{n}/{n}" in done.stderr  # how far it is
    after = everything(store)
    assert len(after["member"]) == n
    assert run(settings, Wish("Northshire", file)) == 0
    assert everything(store) == after
    assert seconds < 30
    figure(f"{n} people in {seconds:.1f} s with progress shown")


def test_what_is_told(settings: Settings, store: Store, capsys: pytest.CaptureFixture[str]) -> None:
    file = written(settings)
    before = everything(store)
    assert run(settings, Wish("northshire", file, dry=True)) == 0
    assert capsys.readouterr().out == (
        "Row 3: This is a total, and no person.\n"
        "new: 1, added to: 0, there already: 0, rows not taken: 1\n"
        "Nothing was changed.\n"
    )
    assert everything(store) == before
    assert run(settings, Wish("Northshire", file)) == 0
    assert capsys.readouterr().out.endswith(
        "Taken in. To take it back, type: python3 run.py import --network 'Northshire' --undo 1\n"
    )
    assert run(settings, Wish("Northshire", file)) == 0
    assert "All of that was there already." in capsys.readouterr().out
    assert run(settings, Wish("Northshire", None, undo=1)) == 0
    assert capsys.readouterr().out == "Taken back. All is as it was before.\n"
    assert everything(store, but=("import",)) == {k: v for k, v in before.items() if k != "import"}
    assert run(settings, Wish("Northshire", None, undo=1)) == 2
    assert capsys.readouterr().err == "There is no import 1 to take back.\n"


@pytest.mark.parametrize(
    ("wish", "told"),
    [
        (Wish("Atlantis", Path("people.csv")), "There is no network Atlantis."),
        (Wish("Northshire", None), "Which file? convenor import FILE --network NAME"),
        (Wish("Northshire", Path("nowhere.csv")), "nowhere.csv cannot be read"),
        (Wish("Northshire", Path("people.csv"), columns=("Name",)), "write HEAD=FIELD"),
        (Wish("Northshire", Path("people.csv"), columns=("Name=age",)), "write HEAD=FIELD"),
    ],
)  # fmt: skip
@pytest.mark.usefixtures("store")
def test_what_cannot_be_done_ends_with_2(
    settings: Settings,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    wish: Wish,
    told: str,
) -> None:
    written(settings)
    monkeypatch.chdir(settings.data_dir)

    assert run(settings, wish) == 2
    assert told in capsys.readouterr().err


@pytest.mark.usefixtures("store")
def test_a_picture_and_a_list_without_heads_end_with_2(
    settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(settings, Wish("Northshire", written(settings, b"\x89PNG" + bytes(99)))) == 2
    assert "This is a picture or a PDF." in capsys.readouterr().err
    headless = written(settings, b"Kim Lee;Hill School\nSam Fox;Dale School\n")
    assert run(settings, Wish("Northshire", headless)) == 2
    assert "I find no column of names." in capsys.readouterr().err
    assert run(settings, Wish("Northshire", headless, columns=("1=name", "2=school"))) == 0
    assert "new: 2" in capsys.readouterr().out


def test_without_a_key_nobody_is_taken_in(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(Settings(data_dir=tmp_path), Wish("Northshire", tmp_path / "people.csv")) == 2
    assert "SECRET_KEY is needed" in capsys.readouterr().err


@pytest.mark.must_hold("B1", 6)
def test_an_export_has_of_each_what_they_agreed_to_show(settings: Settings, store: Store) -> None:
    takes(
        store, 1,
        b"Name;School;Subjects;Strengths;Wishes;Since\n"
        b"Kim Lee;Hill School;Physics;Robotics;Maths;2011\n"
        b"Sam Fox;Dale School;Biology;Chemistry;;2012\n=Eva;;;;;\n",
    )  # fmt: skip
    with store.write() as db:
        for key, shares in ((1, "work"), (2, "help")):
            row = db.get(Membership, key)
            assert row
            row.shares = shares
        other = Network(name="Southshire", language="en", zone="Europe/London", begun_at=EPOCH)
        db.add(other)
        db.flush()
        topic = Topic(network_id=other.id or 0, name="Kites")
        db.add(topic)
        db.flush()
        db.add(Interest(member_id=1, kind="subject", topic=f"own-{topic.id}"))
    to = settings.data_dir / "out.csv"

    assert export(settings, "Northshire", to) == 0
    (sheet,) = lists.read(to.read_bytes())
    assert heads(sheet.rows).first == 1
    assert sheet.rows[1:] == (
        ("Kim Lee", "member", "Hill School", "", "", "", "2011", "", "Physics", ""),
        ("Sam Fox", "member", "", "", "", "", "", "", "", "Chemistry"),
    )
    assert oct(to.stat().st_mode)[-3:] == "600"
    assert export(settings, "Northshire", to) == 2  # nothing is written over


def test_an_export_knows_no_topic_of_another_network_and_schools_by_what_they_became(
    settings: Settings, store: Store
) -> None:
    begin(store, "Southshire")
    takes(store, 1, b"Name;School\nKim Lee;Old School\nSam Fox;Good School\n")
    with store.write() as db:
        theirs = ground.own_topic(db, "Sourdough", network=2)
        ground.tells(db, 1, strength=(theirs, "robotics"))
        ground.show(db, 1, "work", "help")
        old, good = db.all(select(Institution).order_by(Institution.name.desc()))  # type: ignore[attr-defined]
        old.merged_into = good.id
    to = settings.data_dir / "out.csv"

    assert export(settings, "Northshire", to) == 0
    (sheet,) = lists.read(to.read_bytes())
    assert sheet.rows[1] == (
        "Kim Lee", "member", "Good School", "", "", "", "", "", "", "Robotics"
    )  # fmt: skip
