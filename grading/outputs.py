"""Cut the outputs out of a notebook before it is parsed, so that no output costs memory."""

import re

MAX_BRACKETS = 1_000_000  # in what is cut out, which bounds the time that it takes

# The values of these keys count for nothing: outputs, pictures in a text, the state of widgets.
_CUT = re.compile(rb'"(?:outputs|attachments|widgets)"\s*:\s*(?=[\[{])')
_STRING = rb'"[^"\\]*+(?:\\.[^"\\]*+)*+"'
_WHOLE_STRING = re.compile(_STRING, re.DOTALL)
_TO_STRING = re.compile(rb'[^"]*+')
# Up to a bracket, or to the end, or to a string that has none.
_TO_BRACKET = re.compile(rb'(?:[^"\[\]{}]++|' + _STRING + rb")*+(.?)", re.DOTALL)
_DEPTH = {b"[": 1, b"{": 1, b"]": -1, b"}": -1}


def without_outputs(notebook: bytes, most: int) -> bytes:
    """The bytes of a notebook, with an empty value for its outputs, attachments and widgets.

    The bytes are searched and not parsed, which takes no memory beyond the result. What is no
    JSON comes back with its errors, but for those in what is cut out.

    Arguments:
        notebook: the bytes of a notebook.
        most: the bytes that may be left.

    Raises:
        ValueError: more would be left, or what is cut out has more than MAX_BRACKETS brackets.
    """
    kept, size, brackets = [], 0, 0
    start = place = 0
    while size + place - start <= most:
        place = _TO_STRING.match(notebook, place).end()
        if key := _CUT.match(notebook, place):
            empty = b"[]" if notebook[key.end()] == ord("[") else b"{}"
            kept += notebook[start : key.end()], empty
            size += key.end() - start + len(empty)
            start, depth = key.end(), 0
            while True:
                found = _TO_BRACKET.match(notebook, start)
                depth, brackets = depth + _DEPTH.get(found[1], 0), brackets + 1
                start = place = found.end() if found[1] in _DEPTH else found.start(1)
                if depth == 0 or found[1] not in _DEPTH:
                    break
                if brackets > MAX_BRACKETS:
                    raise ValueError(f"more than {MAX_BRACKETS:,} brackets in its outputs")
        elif string := _WHOLE_STRING.match(notebook, place):
            place = string.end()
        elif size + place - start <= most:  # the end, or a string without one: no JSON
            return b"".join([*kept, notebook[start : place + 1]])
    raise ValueError(f"more than {most:,} bytes without its outputs")
