"""The locks say what pyproject.toml asks for, each file held by its hash, from no named place."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
EXTRAS = PROJECT["optional-dependencies"]
TO_RUN = "requirements.lock"
TO_TEST = "requirements-dev.lock"


def locked(name: str) -> dict[str, str]:
    """Each library of a lock with all that is said of it: version, condition, hashes."""
    entries = re.split(r"\n(?=\S)", (ROOT / name).read_text().strip())
    return {entry.partition("==")[0]: entry for entry in entries}


@pytest.mark.parametrize(
    ("lock", "asked"),
    [
        (TO_RUN, [*PROJECT["dependencies"], *EXTRAS["build"]]),
        (TO_TEST, [*PROJECT["dependencies"], *(one for of in EXTRAS.values() for one in of)]),
    ],
)
def test_the_lock_holds_what_is_asked_for(lock: str, asked: list[str]) -> None:
    found = locked(lock)
    for requirement in map(Requirement, asked):
        entry = found[canonicalize_name(requirement.name)]
        version = entry.partition("==")[2].split()[0]
        assert requirement.specifier.contains(version), f"{requirement} but {version}"


def test_the_lock_for_tests_holds_the_lock_to_run_whole() -> None:
    assert locked(TO_RUN).items() <= locked(TO_TEST).items()


@pytest.mark.parametrize("lock", [TO_RUN, TO_TEST])
def test_each_library_has_a_hash_and_no_address(lock: str) -> None:
    assert all("--hash=sha256:" in entry for entry in locked(lock).values())
    assert "://" not in (ROOT / lock).read_text()
