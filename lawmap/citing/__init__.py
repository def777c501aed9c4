"""How provisions are written; styles are data in ``norms/styles/``.

In: a library and a pinpoint or norm id. Out: plain text, not yet escaped for any target.
"""

from .format import authority, cite, cite_decision

__all__ = ["authority", "cite", "cite_decision"]
