"""Keys: what is read is written back as it was, and found or refused."""

from __future__ import annotations

from lawmap.citing import BadKeyError, UnknownKeyError, find, parse_key
from tests.submissions.law import law

from .inputs import text_of

LAW = law()


def holds(data: bytes) -> None:
    """Read each line as a key, and look it up."""
    for text in text_of(data).split("\n"):
        try:
            key = parse_key(text)
        except BadKeyError as error:
            assert str(error)
            continue
        assert parse_key(str(key)) == key
        try:
            target = find(LAW, key)
        except UnknownKeyError as error:
            assert str(error)
            if error.nearest:
                parse_key(error.nearest)
            continue
        assert all(one.startswith(f"{target.id}:") for one in target.provisions)
