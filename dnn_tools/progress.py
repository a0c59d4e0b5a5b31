"""A bar while a network trains."""

from time import perf_counter

import numpy as np

_bar = None  # of the training that is under way


def show_progress(i, num_iterations, cost):
    """Show how far a training is: a bar below the cell, with the cost beside it.

    It comes when somebody is there to see it and the training takes more than half a second, and
    it goes with the last iteration. Otherwise nothing is shown, and nothing is stored.

    Arguments:
        i: the number of this iteration, from 0.
        num_iterations: how many there are.
        cost: the cost of this iteration, a number.
    """
    global _bar
    if i == 0:
        _bar = _Bar() if _somebody_watches() else None
    if _bar is None:
        return
    if i + 1 < num_iterations:
        _bar.move(i + 1, num_iterations, cost)
    else:
        _bar.take_away()
        _bar = None


def _somebody_watches():
    """Whether this runs for a front end of Jupyter that has a user.

    A kernel is told with every cell whether it may ask the user a question. Where nobody could
    answer, nobody watches: in a test of the notebook, and where a program runs it.
    """
    try:
        from IPython import get_ipython

        return get_ipython().kernel.get_parent("shell")["content"]["allow_stdin"] is True
    except (ImportError, AttributeError, KeyError, TypeError):
        return False  # no Jupyter, or one that does not tell


class _Bar:
    """A bar in the output of a cell. It needs nothing but IPython, which is there in Jupyter."""

    DELAY, PAUSE = 0.5, 0.1  # seconds: before it comes, and before it moves again

    def __init__(self):
        self.start, self.next, self.handle = perf_counter(), self.DELAY, None

    def move(self, done, total, cost):
        """Show that so many of the iterations are done, if it is time to."""
        seconds = perf_counter() - self.start
        if seconds < self.next:
            return
        self.next = seconds + self.PAUSE
        left = seconds * (total - done) / done
        is_number = np.size(cost) == 1 and np.asarray(cost).dtype.kind in "iuf"
        cost = f"cost {float(np.ravel(cost)[0]):.4f}, " if is_number else ""
        text = f"iteration {done:,} of {total:,}, {cost}{left:.0f} s left"
        bar = f'<progress value="{done}" max="{total}" style="width: 20em"></progress>'
        self._show({"text/plain": text, "text/html": f"{bar} {text}"})

    def take_away(self):
        if self.handle:
            self._show({"text/plain": ""})

    def _show(self, output):
        from IPython.display import display

        if self.handle:
            self.handle.update(output, raw=True)
        else:
            self.handle = display(output, raw=True, display_id=True)
