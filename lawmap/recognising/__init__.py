"""Citations in texts: what people typed, which provision it names, and what is in doubt.

Text in, citations out. Names of instruments, words of languages and provisions are the library's;
nothing here knows a law.
"""

from .citation import Citation, Status
from .names import Names
from .recognise import recognise

__all__ = ["Citation", "Names", "Status", "recognise"]
