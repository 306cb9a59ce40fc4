"""How well the fit does on a half of the labelled set: totals alone, never a text."""

from dataclasses import dataclass

from bot.core.fits import Told, offers_for
from tests.fits.pairs import Half, Text


@dataclass(frozen=True, slots=True)
class Score:
    """Of all labels and of all that was shown, how much is right."""

    labels: int = 0
    shown: int = 0
    right: int = 0

    @property
    def recall(self) -> float:
        """The share of the labels that was shown."""
        return self.right / self.labels

    @property
    def precision(self) -> float:
        """The share of what was shown that is right; also of who should be shown nothing."""
        return self.right / self.shown if self.shown else 0.0

    def __str__(self) -> str:
        return (
            f"recall {self.recall:.3f} ({self.right} of {self.labels}), "
            f"precision {self.precision:.3f} ({self.right} of {self.shown} shown)"
        )


def told(text: Text) -> Told:
    """A text of the set, as the fit takes it."""
    return Told(text.id, text.kind, text.phase, text.words, text.language)


def score(half: Half, *, across: bool = False) -> Score:
    """The totals of a half; `across`: only of pairs in two languages."""
    offers = {one.id: one for one in half.offers}
    labels = shown = right = 0
    for request in half.requests:

        def counts(key: str, own: str = request.language) -> bool:
            return not across or offers[key].language != own

        found = {one.key for one in offers_for(told(request), [told(o) for o in half.offers])}
        labels += sum(counts(key) for key in half.right[request.id])
        shown += sum(counts(key) for key in found)
        right += sum(counts(key) for key in found & half.right[request.id])
    return Score(labels, shown, right)
