"""Read the time at which a submission was handed in: a full date and time, or nothing at all."""

import re
from datetime import datetime, tzinfo

from dateutil import parser, tz

# Two moments that share no part: a text that lacks one is read as two different times.
_DEFAULTS = datetime(2000, 1, 1, 0, 0), datetime(2004, 2, 2, 1, 1)


def utc_time(text: str) -> datetime:
    """Read a time such as "2026-11-25 18:00:00 UTC".

    Arguments:
        text: a date with a year of four digits and the time of a day, in any usual form. The time
            zone is UTC, Z, a number such as +01:00, or a name that the system's list of zones has,
            such as Europe/Berlin; without one it is UTC.

    Returns:
        the time in UTC, without a time zone, as nbgrader keeps it.

    Raises:
        ValueError: a part is missing, or it could be read in two ways.
    """
    try:
        rest, zone = _without_zone(text.strip())
        (time,) = {
            parser.parse(rest, default=default, tzinfos=_zone, dayfirst=day_first)
            for default in _DEFAULTS
            for day_first in _day_first(rest)
        }
        if f"{time.year:04}" not in rest:
            raise ValueError("no year of four digits")
        if time.tzname() not in (None, "UTC") and time.tzname() not in rest:
            raise ValueError("CET, in summer")
        time = time.replace(tzinfo=time.tzinfo or zone)
        return time.astimezone(tz.UTC).replace(tzinfo=None)
    except (ValueError, OverflowError, TypeError, AttributeError):
        raise ValueError(f"{text[:100]!r} is no full date and time") from None


def _day_first(text: str) -> tuple[bool, ...]:
    """Whether the day comes before the month: all that is possible where numbers alone say it."""
    if re.match(r"\d{4}", text):  # 2026-11-05
        return (False,)
    if re.match(r"\d{1,2}\. ?\d{1,2}\.", text):  # 05.11.2026
        return (True,)
    return True, False


def _without_zone(text: str) -> tuple[str, tzinfo]:
    """A text without the name of a place such as America/Los_Angeles at its end, and its zone.

    Raises:
        ValueError: the zone is not known, or is a name with a number, whose sign has two meanings.
    """
    rest, _, name = text.rpartition(" ")
    if re.fullmatch(r"[A-Za-z]\w*(/[\w+-]+)+", name):
        return rest, _zone(name, None)
    text = re.sub(r"\b(?:UTC|GMT) ?(?=[+-]\d)", "", text)
    if re.search(r"\d ?[A-Za-z]{2,}[+-]\d", text):
        raise ValueError
    return text, tz.UTC


def _zone(name: str | None, seconds: int | None) -> tzinfo | None:
    """The time zone of a name, or of its distance from UTC in seconds.

    Raises:
        ValueError: the name is not known.
    """
    if seconds is not None:
        return tz.tzoffset(None, seconds)
    if name is None:
        return None
    zone = tz.UTC if name.upper() in ("UTC", "GMT", "Z") else tz.gettz(name)
    if zone is None:
        raise ValueError(f"{name} is no time zone that is known here")
    return zone
