"""Two laws: read, found sound, and compared."""

from __future__ import annotations

from pathlib import Path

from lawmap.cli.view import View
from lawmap.cli.voice import say
from lawmap.comparing import compare_laws
from lawmap.errors import UsageError

from .places import Place
from .sides import applied, hindrances, law, parted, read_cases, read_side
from .stopping import stop_on
from .told import ToldLaws


def compare_sides(
    old: Place,
    new: Place,
    given: tuple[Place, ...],
    norms: tuple[Path, ...],
    view: View,
    *,
    silent: bool,
) -> ToldLaws:
    """What the law of ``new`` does that the law of ``old`` does not.

    Args:
        old: folder or revision with the law before.
        new: folder or revision with the law after.
        given: where the allegations are to be read, if the user says so.
        norms: packs on which both laws stand.
        view: for whom it is shown.
        silent: also tell of pairs in which the norm is silent on both sides.
    """
    for place in (old, new):
        if place.is_file:
            raise UsageError(
                f"'{place.name}' is a file; give folders with norms, revisions of git,"
                " or two dossiers (.md)"
            )
    before, after = read_side(old, norms), read_side(new, norms)
    cases = read_cases(after, given)
    whole_before, whole_after = applied(before, cases), applied(after, cases)
    of_old, unheard = parted(hindrances(whole_before))
    of_new, of_cases = parted(hindrances(whole_after))
    stop_on([("OLD", old, of_old), ("NEW", new, of_new), ("allegations", cases.place, of_cases)])
    libraries = view.of(whole_before.library), view.of(whole_after.library, said=False)
    if not cases.files:
        say("No allegations were found, so the laws alone are compared; --allegations names some.")
    result = compare_laws(law(before, libraries[0]), law(after, libraries[1]), silent=silent)
    ids = {
        file.document.path: file.identity
        for file in cases.files
        if view.shows(file.record, libraries[1])
    }
    more = {
        "allegations_from": cases.name if cases.files else None,
        "unheard": {
            ids[path]: tuple(fault.message for fault in unheard if fault.position.path == path)
            for path in sorted({fault.position.path for fault in unheard} & ids.keys())
        },
    }
    return ToldLaws(result.model_copy(update=more), *libraries)
