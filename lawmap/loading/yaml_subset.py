"""What of YAML lawmap does not read: directives, tags, anchors, aliases, a second document.

A composed node no longer tells how it was written, so these are looked for among the parse events;
and only in a text that holds one of the few characters with which they begin.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import yaml

Feature = tuple[Any, str, str, str]
"""The mark of its place, the code, the message and the mend."""

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_INDICATOR = re.compile(r"(?:^|[\s\[{,:?-])[&*!]|^(?:%|---|\.\.\.)", re.MULTILINE)
"""Where an anchor, alias or tag, a directive or the mark of a document may stand."""


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
    events = list(_events(text))
    aliases = any(isinstance(event, yaml.AliasEvent) for event in events)
    return Refused(tuple(_features(events)), aliases)


def _holds_indicator(text: str) -> bool:
    # Four searches for one character are many times as fast as one for a pattern.
    return any(one in text for one in ("&", "*", "!", "%", "---", "...")) and bool(
        _INDICATOR.search(text)
    )


def _events(text: str) -> Iterator[Any]:
    loader = _Loader(text)
    try:
        while loader.check_event():
            yield loader.get_event()
    except yaml.YAMLError:  # said when it is composed
        return
    finally:
        loader.dispose()


def _features(events: list[Any]) -> Iterator[Feature]:
    documents = 0
    for event in events:
        if isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents > 1:
                mend = "Give each document a file of its own."
                yield _feature(event, "a second document", mend)
                return
            if event.version or event.tags:
                yield _feature(event, "a directive", "Delete the line that begins with %.")
        if isinstance(event, yaml.AliasEvent):
            yield _feature(event, "an alias", "Write the value out.")
        elif getattr(event, "anchor", None) is not None:
            yield _feature(event, "an anchor", "Delete it and write values out.")
        if getattr(event, "tag", None) is not None:
            yield _feature(event, "a tag", "Delete it; every value is read as text.")


def _feature(event: Any, what: str, mend: str) -> Feature:
    return event.start_mark, "LM006", f"lawmap does not read {what}", mend
