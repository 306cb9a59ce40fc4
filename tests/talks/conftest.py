"""The cast on two platforms."""

from tests.linking.conftest import two

__all__ = ["two"]
