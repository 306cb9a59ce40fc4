"""The exact matching of greatest weight (Edmonds; Galil's algorithm in rustworkx)."""

from __future__ import annotations

from collections.abc import Iterable

Edge = tuple[int, int, int]
"""Two places, and what it is worth to put them together."""
Two = tuple[int, int]


def matching(edges: Iterable[Edge]) -> list[Two]:
    """The most pairs there can be, and of these the ones that weigh most."""
    import rustworkx  # noqa: PLC0415 -- slow import

    graph: rustworkx.PyGraph[None, int] = rustworkx.PyGraph(multigraph=False)
    graph.extend_from_weighted_edge_list(list(edges))
    found = rustworkx.max_weight_matching(graph, max_cardinality=True, weight_fn=int)
    return sorted((a, b) if a < b else (b, a) for a, b in found)
