"""The targets: functions from bytes to nothing, which raise where lawmap breaks a promise.

Each is a module of this folder with a function ``holds``; what it may raise is a broken promise,
so it catches the errors that are documented and no others. Add a target here and a folder for it
in ``corpus/``.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path

Holds = Callable[[bytes], None]

HERE = Path(__file__).parent
CORPUS = HERE / "corpus"

TARGETS = {
    "archives": "an archive, a key file or a log is read, or refused",
    "baseline": "a baseline is read, or refused with its lines",
    "comments": "a comment that speaks to lawmap is taken out, and nothing else",
    "conditions": "the evaluator answers as plain truth tables do",
    "dates": "a text is a date, or refused; a date is read back as itself",
    "diff": "two dossiers are compared, whatever they hold",
    "dossier": "no text of a record changes the shape of a dossier",
    "escaping": "an escaped text is shown whole and changes nothing but the words",
    "fixes": "fixes end, leave YAML, and have nothing more to do",
    "keys": "a key is read and written as it was, and found or refused",
    "loader": "a file is read as YAML 1.2 reads it, or has faults that lie in it",
    "manifest": "no manifest makes a run touch what lies outside its folder",
    "masking": "no masked name is left in a text",
    "packs": "a text pack is read, or refused",
    "pages": "HTML is read, and its words lead back to it",
    "recogniser": "typed citations stand where they are said to, in texts of every kind",
    "search": "a search finds, or says that there is nothing to search for",
    "settings": "settings are read, or refused",
    "submissions": "a submission is resolved, or has faults that lie in it",
    "templates": "a team's template is rendered, or fails as Python does",
    "texts": "texts of treaties are read, or have faults that lie in their file",
    "word_files": "a Word file is read, or refused",
    "words": "files of names and words are read, or refused, and never break a search",
}
"""What each of them promises."""


def target(name: str) -> Holds:
    """The function of a target."""
    holds: Holds = import_module(f"tests.fuzz.{name}").holds
    return holds


def kept(name: str) -> list[Path]:
    """The inputs that are kept of a target."""
    return sorted(path for path in (CORPUS / name).iterdir() if path.is_file())
