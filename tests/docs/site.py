"""The docs as a site: the same pages, with the README before them, built without a network."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.docs.pages import DOCS, ROOT

FRONT = {"README.md": "index.md", "STYLE.md": "style.md", "CHANGELOG.md": "changelog.md"}
"""Pages that stand beside the folder of the docs, and their names in the site."""
COLOURED = re.compile(r"\x1b\[[0-9;]*m")


def build(into: Path) -> Path:
    """Build the site anew. Raises RuntimeError with the builder's words where a link is dead."""
    with tempfile.TemporaryDirectory(prefix="convenor-docs-") as folder:
        _gather(Path(folder))
        built = subprocess.run(
            [Path(sys.executable).parent / "zensical", "build", "--strict"],
            cwd=folder, capture_output=True, text=True, check=False,
        )  # fmt: skip
        if built.returncode:
            raise RuntimeError(COLOURED.sub("", built.stdout + built.stderr))
        shutil.rmtree(into, ignore_errors=True)
        shutil.copytree(Path(folder) / "site", into)
    return into


def _gather(folder: Path) -> None:
    """Put all pages into one folder, with links as they are there."""
    shutil.copy(ROOT / "docs/site.toml", folder / "zensical.toml")
    shutil.copytree(DOCS, folder / "docs", ignore=shutil.ignore_patterns("*.toml"))
    for front, name in FRONT.items():
        (folder / "docs" / name).write_text((ROOT / front).read_text(encoding="utf-8"))
    for page in (folder / "docs").glob("*.md"):
        page.write_text(_linked(page.read_text(encoding="utf-8")), encoding="utf-8")


def _linked(text: str) -> str:
    """Links to pages lead to their place in the site; files of the code are named, not linked."""
    for page, name in FRONT.items():
        text = re.sub(rf"\]\((\.\./)?{re.escape(page)}", f"]({name}", text)
    text = text.replace("](docs/", "](")
    return re.sub(r"\[([^]]+)\]\((?:\.\./)?(?:bot|tests|deploy|\.)[^)]*\)", r"\1", text)
