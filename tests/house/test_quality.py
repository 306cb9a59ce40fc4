"""ruff, mypy and the coverage gate, as one promise; coverage is measured here alone."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
WAY = ("-n", "2", "--dist", "loadgroup")


@pytest.mark.must_hold("A1", 7)
@pytest.mark.at_full_size
@pytest.mark.timeout(3600)
def test_lint_is_well_and_the_tests_cover_what_they_must(
    tmp_path: Path, figure: Callable[[str], None]
) -> None:
    lint = subprocess.run(
        [sys.executable, "run.py", "lint"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert lint.returncode == 0, lint.stdout[-2000:]
    found = tmp_path / "coverage.json"
    tests = subprocess.run(
        [sys.executable, "-m", "pytest", *WAY, "-q", "--cov", f"--cov-report=json:{found}"],
        cwd=ROOT, env={**os.environ, "COVERAGE_FILE": str(tmp_path / "coverage")},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert tests.returncode == 0, tests.stdout[-2000:]
    totals = json.loads(found.read_text())["totals"]
    figure(
        f"ruff, mypy and import rules complain of nothing, branch coverage"
        f" {totals['percent_covered']:.1f} % of {totals['num_statements']} statements"
    )
