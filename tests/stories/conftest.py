"""Stories tell what is said, and never that somebody had to wait for it."""

import pytest


@pytest.fixture(autouse=True)
def in_no_hurry(patient: None) -> None:
    """For every story."""
