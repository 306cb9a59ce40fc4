"""`convenor pair`: rounds from two files, and what is said of files that are not right."""

import json
import resource
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.__main__ import cli

ROOT = Path(__file__).parents[2]
HEAD = (
    "id,name,school,phase,sector,subjects,strengths,needs,years,region,availability,"
    "paused_until,blocks"
)
FOUR = f"""{HEAD}
ana,Ana,North,secondary,state,physics,robotics,circuits,12,south,mon-noon;tue-late,,
ben,Ben,South,secondary,state,physics,circuits,robotics,3,south,mon-noon,,dev
cleo,Cleo,West,primary,state,,assessment,,,north,,,
dev,Dev,East,primary,independent,,,assessment,1,,,,
"""


@dataclass(frozen=True)
class Done:
    """What the command line said, and its exit code."""

    returncode: int
    stdout: str
    stderr: str


def ran(*arguments: str) -> Done:
    result = CliRunner().invoke(cli, ["pair", *arguments])
    return Done(result.exit_code, result.stdout, result.stderr)


def pair(
    folder: Path, *arguments: str, people: str | bytes = FOUR, history: str = "round,a,b\n"
) -> Done:
    content = people if isinstance(people, bytes) else people.encode()
    (folder / "people.csv").write_bytes(content)
    (folder / "history.csv").write_text(history, encoding="utf-8")
    files = ("--people", str(folder / "people.csv"), "--history", str(folder / "history.csv"))
    return ran(*files, *arguments)


def rounds(done: Done) -> list[list[list[str]]]:
    assert done.returncode == 0, done.stderr
    return [json.loads(line)["groups"] for line in done.stdout.splitlines()]


def sets(groups: list[list[str]]) -> set[frozenset[str]]:
    return {frozenset(group) for group in groups}


def test_a_line_for_each_round(tmp_path: Path) -> None:
    done = pair(tmp_path, "--rounds", "2", "--seed", "5", "--json")
    first, second = map(json.loads, done.stdout.splitlines())
    assert list(first) == ["round", "groups", "left_out", "repeats", "score", "bound", "seconds"]
    assert sets(first["groups"]) == {frozenset({"ana", "ben"}), frozenset({"cleo", "dev"})}
    assert sets(second["groups"]) == {frozenset({"ana", "dev"}), frozenset({"ben", "cleo"})}
    assert (first["round"], second["round"], first["repeats"], first["left_out"]) == (1, 2, 0, [])
    assert first["score"] == first["bound"]


def test_the_past_counts_and_the_same_seed_is_the_same(tmp_path: Path) -> None:
    history = "round,a,b\n1,ana,ben\n1,cleo,dev\n"
    one, other = (rounds(pair(tmp_path, "--json", history=history)) for _ in range(2))
    assert sets(one[0]) == {frozenset({"ana", "dev"}), frozenset({"ben", "cleo"})}
    assert one == other


def test_who_pauses_is_back_on_the_day(tmp_path: Path) -> None:
    paused = FOUR.replace("mon-noon;tue-late,,", "mon-noon;tue-late,2027-02-01,")
    done = pair(tmp_path, "--rounds", "2", "--on", "2027-01-02", "--json", people=paused)
    first, second = map(json.loads, done.stdout.splitlines())
    assert {"who": "ana", "why": "paused"} in first["left_out"]
    assert second["left_out"] == []


def test_nobody_of_the_same_school_where_that_is_asked(tmp_path: Path) -> None:
    people = FOUR.replace("Ben,South", "Ben,North")
    assert frozenset({"ana", "ben"}) in sets(rounds(pair(tmp_path, "--json", people=people))[0])
    apart = rounds(pair(tmp_path, "--json", "--avoid-same-school", people=people))
    assert frozenset({"ana", "ben"}) not in sets(apart[0])


def test_only_the_id_is_needed_and_one_alone_has_nobody_to_go_with(tmp_path: Path) -> None:
    paired = pair(tmp_path, people="id,e-mail\nana,a@x\nben,b@x\n")
    assert paired.stdout == "Round 1: 1 group, 0 meet again\n  ben, ana\n"
    alone = pair(tmp_path, people="id\nana\n")
    assert alone.stdout == ("Round 1: 0 groups, 0 meet again\n  ana sits out: nobody to go with\n")


def test_a_day_in_other_figures_is_asked_for_again(tmp_path: Path) -> None:
    done = pair(tmp_path, "--on", "1.1.2027")
    assert (done.returncode, done.stderr) == (
        2, "I do not know the day '1.1.2027'. Please write it as 2027-01-31.\n",
    )  # fmt: skip


def test_its_help_names_the_columns() -> None:
    said = ran("--help").stdout
    assert [column for column in HEAD.split(",") if column not in said] == []


def test_without_json_it_is_said_in_lines(tmp_path: Path) -> None:
    done = pair(tmp_path)
    assert done.stdout.splitlines()[0] == "Round 1: 2 groups, 0 meet again"
    assert len(done.stdout.splitlines()) == 3


@pytest.mark.parametrize(
    "people",
    [
        b"\xef\xbb\xbf" + FOUR.encode(),
        FOUR.replace("mon-noon;tue-late", "mon-noon").replace(",", ";"),
        FOUR.replace("\n", "\r\n"),
        FOUR.replace("\n", "\n\n").replace("id,name", " ID ,Name"),
    ],
    ids=["mark of UTF-8", "semicolons", "lines of Windows", "empty lines, other letters"],
)  # fmt: skip
def test_what_a_spreadsheet_makes_of_it_is_read(tmp_path: Path, people: str | bytes) -> None:
    found = rounds(pair(tmp_path, "--json", people=people))
    assert sets(found[0]) == {frozenset({"ana", "ben"}), frozenset({"cleo", "dev"})}


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("id,name", "key,name", "people.csv has no column id; its first line should be: id,"),
        ("needs", "need", "people.csv has a column need; if it is needs, please call it so."),
        ("name,school", "name,school,school", "people.csv has the column school twice; its first"),
        ("cleo,Cleo", "ana,Cleo", "Line 4 of people.csv has the id 'ana' a second time; give each"),
        ("cleo,Cleo", ",Cleo", "Line 4 of people.csv has no id; give each person one"),
        (",12,", ",twelve,", "Line 2 of people.csv has 'twelve' under years; write a whole"),
        (",,dev", ",soon,dev", "Line 3 of people.csv has 'soon' under paused_until; write a day"),
        (",,dev", ",2027-02-30,", "Line 3 of people.csv has '2027-02-30' under paused_until; "),
        (",,dev", ",,eva", "Line 3 of people.csv names 'eva' under blocks, who is not among the"),
        (",,dev", ",,ben", "Line 3 of people.csv blocks its own id 'ben'; take it out of blocks."),
        ("Ana,North", "Ana,North,Hall", "Line 2 of people.csv has 14 fields and the first line"),
        ("Ana,North", 'Ana,"North', "of people.csv cannot be parted into fields ("),
        (FOUR, "", "people.csv is empty; save the list again as “CSV UTF-8”."),
        (FOUR, HEAD, "people.csv has no people in it; write one on each line below the first."),
        (FOUR, "PK\x03\x04\0\0", "people.csv is no list in text; save it as “CSV UTF-8”."),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_in_a_sentence(tmp_path: Path, old: str, new: str, told: str) -> None:
    done = pair(tmp_path, "--json", people=FOUR.replace(old, new, 1))
    assert (done.returncode, done.stdout) == (2, "")
    assert told in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_a_file_in_another_alphabet_and_none_at_all(tmp_path: Path) -> None:
    done = pair(tmp_path, people=FOUR.replace("Ana", "Äna").encode("latin-1"))
    assert (done.returncode, done.stderr) == (
        2, "people.csv is not text in UTF-8; save it as “CSV UTF-8”.\n",
    )  # fmt: skip
    done = ran("--people", str(tmp_path / "none.csv"))
    assert done.returncode == 2
    assert "none.csv cannot be read" in done.stderr


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (
            "1,ana,eva",
            "Line 2 of history.csv names 'eva' under b, who is not among the people; mend",
        ),
        (
            "1,ana,ana",
            "Line 2 of history.csv puts 'ana' with themselves; write two ids, or drop it.",
        ),
        (
            "one,ana,ben",
            "Line 2 of history.csv has 'one' under round; write a whole number, like 7.",
        ),
        (",ana,ben", "Line 2 of history.csv has no round; write its number, like 1."),
    ],
)
def test_a_past_that_cannot_be(tmp_path: Path, row: str, told: str) -> None:
    done = pair(tmp_path, "--json", history=f"round,a,b\n{row}\n")
    assert (done.returncode, done.stdout) == (2, "")
    assert told in done.stderr


def processor() -> float:
    """Seconds of the processor that started processes have had: a busy machine is no fault."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def test_it_starts_quickly_and_needs_no_platform(tmp_path: Path) -> None:
    pair(tmp_path)
    command = [sys.executable, "-m", "bot", "pair", "--people", str(tmp_path / "people.csv")]
    took = []
    for _ in range(3):
        begun = processor()
        subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
        took.append(processor() - begun)
    assert min(took) < 0.7
    asked = "import sys, bot.pair; print([n for n in sys.modules if n.partition('.')[0] in"
    asked += " ('slack_bolt', 'slack_sdk', 'discord', 'aiohttp', 'httpx', 'sqlalchemy')])"
    done = subprocess.run(
        [sys.executable, "-c", asked], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout == "[]\n"
