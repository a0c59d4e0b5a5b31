"""Text of others as text and nothing else, and numbers, for the reports."""

import re

MAX_TEXT = 10_000  # characters of a message or a reason in a file; the page shows less

# Control characters, those that turn the direction of what follows, and what no file can hold.
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")


def visible(text: str, keep: str = "\n\t") -> str:
    """A text whose control characters are written out: an escape becomes the four of "\\x1b"."""

    def written_out(match):
        return match[0] if match[0] in keep else match[0].encode("unicode_escape").decode()

    return _UNSEEN.sub(written_out, text.replace("\r\n", "\n"))


def escaped(text: str, limit: int = 2000, keep: str = "\n\t") -> str:
    """A text that is nothing but text in Markdown and in HTML."""
    text = visible(truncated(text, limit), keep)
    return re.sub(r"[^\w\s]|_", lambda match: f"&#{ord(match[0])};", text)


def truncated(text: str, limit: int = MAX_TEXT) -> str:
    """The first characters of a text that is too long, with an ellipsis."""
    return text if len(text) <= limit else text[: limit - 1] + "…"


def points_by_hand(tested: float, given: float | None, extra: float | None) -> str:
    """What is said about points that somebody has given by hand; "" where nobody has.

    Arguments:
        tested: the points that the test gives.
        given: the points that count in their place, or None.
        extra: the points of extra credit, or None.
    """
    parts = []
    if given is not None:
        parts.append(f"{_points(given)} by hand (the test gives {points_text(tested)})")
    if extra:
        parts.append(f"{_points(extra)} of extra credit")
    return ", ".join(parts)


def _points(number):
    return f"{points_text(number)} point{'' if number == 1 else 's'}"


def points_text(number: float) -> str:
    """7.5 as "7.5", 10.0 as "10"."""
    return f"{round(number, 4) + 0.0:.4f}".rstrip("0").rstrip(".")
