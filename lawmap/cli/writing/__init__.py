"""Writing without half-written or lost files, whatever happens on the way.

Every file is written beside its place, brought to the disk, and then takes its place in one step.
Folders are held by a lock that ends with the process, and what is in flight is noted, so that a run
that was killed is told from work by hand. docs/decisions/032-writing.md says why it is done so.
"""

from lawmap.integrity.manifest import LOCK, MANIFEST, PENDING

from .files import write_bytes, write_text
from .folder import write_folder, write_generated
from .lock import locked
from .new_files import write_new

__all__ = [
    "LOCK",
    "MANIFEST",
    "PENDING",
    "locked",
    "write_bytes",
    "write_folder",
    "write_generated",
    "write_new",
    "write_text",
]
