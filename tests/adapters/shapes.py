"""The shape of a payload: a schema takes long to hold against, so one of each shape has to do."""

from typing import Any


def shape(part: Any) -> str:  # noqa: ANN401 -- JSON
    """A payload without what stands in its texts, and each of a list's kinds of entries once."""
    if isinstance(part, list):
        return f"[{' '.join(sorted({shape(each) for each in part}))}]"
    if isinstance(part, dict):
        kept = (f"{key}:{each if key == 'type' else shape(each)}" for key, each in part.items())
        return f"{{{' '.join(kept)}}}"
    return type(part).__name__
