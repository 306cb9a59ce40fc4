"""A sample of every view and form, with whatever people may have typed: all `of_*.py`."""

from importlib import import_module
from pathlib import Path

from tests.gallery.register import SAMPLES

__all__ = ["SAMPLES"]

for file in sorted(Path(__file__).parent.glob("of_*.py")):
    import_module(f"tests.gallery.{file.stem}")
