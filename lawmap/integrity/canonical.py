"""Canonical JSON: one text, and so one hash, for each value.

The scheme is that of RFC 8785 (JSON Canonicalization Scheme) for what a review log holds: objects
with keys of plain ASCII, texts, whole numbers and null. For these, keys in the order of their
characters, no blanks, and the escapes that Python writes are those of RFC 8785. Fractions, whose
canonical form is hard, do not occur.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping

MAX_NUMBER = 2**53 - 1
"""Larger whole numbers have no canonical form: other readers of JSON take them for fractions."""


def canonical(value: Mapping[str, str | int | None]) -> str:
    """The one text of a value, on one line."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


_SHA256 = re.compile(r"[0-9a-f]{64}")


def is_hash(value: object) -> bool:
    """Whether a value is a SHA-256 in hexadecimal digits."""
    return isinstance(value, str) and bool(_SHA256.fullmatch(value))


def sha256(raw: bytes) -> str:
    """SHA-256, in hexadecimal digits."""
    return hashlib.sha256(raw).hexdigest()
