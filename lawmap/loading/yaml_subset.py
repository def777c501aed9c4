"""What of YAML lawmap does not read: directives, tags, anchors, aliases, marked keys, and the like.

A composed node no longer tells how it was written, so these are looked for among the parse events
and tokens; and only in a text that holds one of the few characters with which they begin.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import yaml

from .composing import TooMuchError, events, tokens

Feature = tuple[Any, str, str, str]
"""The mark of its place, the code, the message and the mend."""

_INDICATOR = re.compile(r"(?:^|[\s\[{,:?-])[&*!?]|^(?:%|---|\.\.\.)", re.MULTILINE)
"""Where an anchor, alias, tag or mark of a key, a directive or the mark of a document may stand."""


_Found = tuple[Any, str, str]
"""The mark of its place, what it is, and the mend."""

_ALIAS = "an alias"


class Refused(NamedTuple):
    """What a text holds that is not read."""

    features: tuple[Feature, ...] = ()
    aliases: bool = False
    """Whether some part stands for another one, by an anchor and an alias."""


def refused_features(text: str) -> Refused:
    """Every feature of a text that is not read, in the order of their places.

    A text that is no YAML is searched as far as it is.
    """
    if not _holds_indicator(text):
        return Refused()
    of_events = list(_features(_as_far_as_read(events(text))))
    aliases = any(what == _ALIAS for _, what, _ in of_events)
    found = (*of_events, *_marked_keys(text))
    return Refused(tuple(_feature(*one) for one in found), aliases)


def _holds_indicator(text: str) -> bool:
    # Searches for single characters are many times as fast as one for a pattern.
    return any(one in text for one in ("&", "*", "!", "?", "%", "---", "...")) and bool(
        _INDICATOR.search(text)
    )


def _as_far_as_read(parts: Iterator[Any]) -> Iterator[Any]:
    """Events or tokens as far as a text is YAML of a sane size; composing it says what is wrong."""
    try:
        yield from parts
    except (yaml.YAMLError, TooMuchError):
        return


def _marked_keys(text: str) -> Iterator[_Found]:
    """Question marks that touch a key: parsers do not agree on what ``{?a: b}`` means."""
    if "?" in text:
        for token in _as_far_as_read(tokens(text)):
            at = token.start_mark.index
            marked = isinstance(token, yaml.KeyToken) and text.startswith("?", at)
            if marked and not text[at + 1 : at + 2].isspace():
                mend = "Quote the text that begins with it, or delete it."
                yield (token.start_mark, "a key that touches its question mark", mend)


def _features(of_text: Iterable[Any]) -> Iterator[_Found]:
    documents = 0
    for event in of_text:
        if isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents > 1:
                mend = "Give each document a file of its own."
                yield (event.start_mark, "a second document", mend)
                return
            if event.version or event.tags:
                yield (event.start_mark, "a directive", "Delete the line that begins with %.")
        if isinstance(event, yaml.AliasEvent):
            yield (event.start_mark, _ALIAS, "Write the value out.")
        elif getattr(event, "anchor", None) is not None:
            yield (event.start_mark, "an anchor", "Delete it and write values out.")
        if getattr(event, "tag", None) is not None:
            yield (event.start_mark, "a tag", "Delete it; every value is read as text.")


def _feature(mark: Any, what: str, mend: str) -> Feature:
    return mark, "LM006", f"lawmap does not read {what}", mend
