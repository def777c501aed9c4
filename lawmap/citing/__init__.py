"""How provisions are written; styles are data in ``norms/styles/``.

In: a library and a pinpoint or norm id. Out: plain text, not yet escaped for any target.
"""

from .format import authority, cite, cite_decision
from .keys import BadKeyError, Key, KeyKind, Target, UnknownKeyError, find, parse_key

__all__ = [
    "BadKeyError",
    "Key",
    "KeyKind",
    "Target",
    "UnknownKeyError",
    "authority",
    "cite",
    "cite_decision",
    "find",
    "parse_key",
]
