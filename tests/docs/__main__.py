"""`python3 run.py docs [pages|pictures|site]`: make the docs anew, all of it or a part."""

import asyncio
import sys

from tests.docs import pages, pictures, site

USAGE = "python3 run.py docs [pages|pictures|site]"


def main(wanted: list[str]) -> int:
    """Make what is wanted, and say what has changed; returns the exit code."""
    if any(one not in ("pages", "pictures", "site") for one in wanted):
        print(USAGE, file=sys.stderr)
        return 2
    if not wanted or "pages" in wanted:
        print("pages:", ", ".join(pages.write()) or "as they were")
    if not wanted or "pictures" in wanted:
        print("pictures:", ", ".join(asyncio.run(pictures.write())) or "as they were")
    if not wanted or "site" in wanted:
        print("site:", site.build(pages.ROOT / "site"))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
