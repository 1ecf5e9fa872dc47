"""Dry spells: how often a run without a callback comes by chance alone."""


def run_somewhere(p: float, reads: int, length: int) -> float:
    """Return how likely `reads` reads have a run of `length` without a callback somewhere.

    `p` is the chance of a callback at each read. Dynamic programming over the reads: none has such
    a run if the last callback is at most `length` reads back, so
    none(n) = none(n - 1) - p * (1 - p) ** length * none(n - length - 1).

    Raises:
        ValueError: if `length` is not positive or `p` is not from 0 to 1.
    """
    if length < 1 or not 0 <= p <= 1:
        raise ValueError("a run has at least one audition, and a chance is from 0 to 1")
    miss = (1 - p) ** length
    none = [1.0] * length
    for n in range(length, reads + 1):
        if n == length:
            none.append(1 - miss)
        else:
            before = none[n - length - 1]
            none.append(none[n - 1] - p * miss * before)
    return min(1.0, max(0.0, 1 - none[reads])) if reads >= length else 0.0
