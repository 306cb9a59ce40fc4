import sys

from bot.store.migrations import write

if len(sys.argv) == 1:
    sys.exit("usage: python -m bot.store.migrations WHAT CHANGED")
write(" ".join(sys.argv[1:]))
