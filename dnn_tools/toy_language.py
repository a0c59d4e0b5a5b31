"""A made-up language for `generate` of notebook 13: what comes next, without a network."""

import numpy as np

MOST = 20_000  # tokens in a call
CALLS = 300  # of one language: a loop that never ends is told so
SHARE = 0.7  # how fast what is further back fades


class ToyLanguage:
    """A causal function `step(rows)`: the logits of the next token, at every position.

    The logits of a position depend on its token, on its place and on the tokens before it, and on
    nothing behind it. They are drawn from a number, so equal numbers make equal languages.

    Arguments of a call:
        rows: int array of shape (B, n), tokens below `vocabulary`; n is at most `places`.

    Returns:
        logits: array of shape (B, n, vocabulary).

    Raises:
        TypeError: rows is no array of whole numbers.
        ValueError: it does not have two axes, or holds other tokens, or too many.
        RuntimeError: it has been called so often that the caller's loop can have no end.
    """

    __name__ = "step"  # as a message shows it

    def __init__(self, number, vocabulary, places):
        self._number, self._vocabulary, self._places = number, vocabulary, places
        self._calls = 0

    def __repr__(self):
        return f"ToyLanguage({self._number}, {self._vocabulary}, {self._places})"

    def __eq__(self, other):
        return isinstance(other, ToyLanguage) and repr(self) == repr(other)

    def __hash__(self):
        return hash(repr(self))

    def __call__(self, rows):
        self._calls += 1
        if self._calls > CALLS:
            raise RuntimeError(
                f"step has been called {CALLS} times, so the loop does not end: do the rows grow?"
            )
        rows = self._checked(rows)
        random = np.random.RandomState(self._number)
        now, before = random.randn(2, self._vocabulary, self._vocabulary)
        logits, past = [], np.zeros((len(rows), self._vocabulary))
        for place, tokens in enumerate(rows.T):
            logits.append(
                now[tokens] + past + 2 * np.sin(2.4 * place + np.arange(self._vocabulary))
            )
            past = SHARE * (past + before[tokens])
        return np.stack(logits, axis=1)

    def _checked(self, rows):
        if not isinstance(rows, np.ndarray) or rows.dtype.kind not in "iu":
            raise TypeError("step takes an array of whole numbers, a row of tokens per example")
        if rows.ndim != 2 or 0 in rows.shape or rows.size > MOST:
            raise ValueError(
                f"step takes an array of shape (B, n), and this one has shape {rows.shape}"
            )
        if rows.shape[1] > self._places:
            raise ValueError(
                f"step takes rows of at most {self._places} tokens, and these have {rows.shape[1]}"
            )
        if rows.min() < 0 or rows.max() >= self._vocabulary:
            raise ValueError(
                f"step knows the tokens from 0 to {self._vocabulary - 1}, and there is another one "
                "in the rows"
            )
        return rows
