"""Names of persons out of texts: found in any spelling, masked, and looked for in what goes out.

A name is compared word by word (:mod:`.finding`), by keys under which its spellings meet
(:mod:`.keys`). What a reader's program would show is looked through as well (:mod:`.readings`).
"""

from .finding import Finder, Hit
from .mask import Leak, Mask, named_persons

__all__ = ["Finder", "Hit", "Leak", "Mask", "named_persons"]
