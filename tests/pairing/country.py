"""A country dealt in a process of its own, so that its memory can be told: one line of JSON."""

import json
import resource
import sys
import time

from bot.core.pairing.dealing import deal
from bot.core.pairing.people import Question
from tests.pairing.networks import network

BOTH = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)


def measured(people: int) -> dict[str, float]:
    """How many were placed or left out, the share of the bound, seconds and megabytes."""
    members = network(people, 1, times=True)
    begun, worked = time.monotonic(), _processor()
    dealt = deal(Question(members))
    assert dealt.bound
    memory = sum(resource.getrusage(who).ru_maxrss for who in BOTH)
    return {
        "placed": len({one for group in dealt.groups for one in group.who}),
        "seats": sum(len(group.who) for group in dealt.groups),
        "over": len(dealt.left_out),
        "share": dealt.score / dealt.bound,
        "wall": time.monotonic() - begun,
        "processor": _processor() - worked,
        "megabytes": memory / (1024 if sys.platform == "linux" else 1024**2),
    }


def _processor() -> float:
    used = [resource.getrusage(who) for who in BOTH]
    return sum(one.ru_utime + one.ru_stime for one in used)


if __name__ == "__main__":
    sys.stdout.write(json.dumps(measured(int(sys.argv[1]))) + "\n")
