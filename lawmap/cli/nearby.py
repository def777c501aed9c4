"""Names of persons in records that a command does not need, so that no text of the user shows them.

Whoever cites the law alone writes of the same persons as the records beside the submission.
"""

from __future__ import annotations

from lawmap.errors import NothingFoundError
from lawmap.loading import load, packs_for
from lawmap.loading.folder import find_files, real_path

from .inputs import Inputs
from .outgoing import remember_all
from .view import View
from .voice import say_more


def keep_names(inputs: Inputs, view: View) -> None:
    """Keep the names in the records of the inputs, or of the settings, from every screen and file.

    Records with faults stop nothing here; their names are kept as far as they can be read.

    Raises:
        UsageError: if the key file is faulty, or at odds with the records.
    """
    settings = inputs.of_project()
    paths = inputs.paths or settings.paths
    packs = [real_path(pack) for pack in packs_for(paths, inputs.norms or settings.norms)]
    try:
        found = [one.path for one in find_files(paths)]
        records = [one for one in found if not any(map(real_path(one).is_relative_to, packs))]
        loaded = load(records, ()) if records else None
    except NothingFoundError:
        return
    if loaded is not None:
        say_more(f"names to mask are taken from {loaded.read:,} files")
        remember_all(loaded)
        view.keep(loaded.library)
