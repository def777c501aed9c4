"""The worked submission of the documentation, resolved in each shipped style.

After a change that is meant, write the results anew and read what ``git diff`` shows:

    LAWMAP_REWRITE_GOLDEN=1 python -m pytest tests/submissions/test_worked.py
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from lawmap.model.style import NotesIn
from lawmap.submissions import Wanted, resolve
from tests.dossier.made import seed_library

ROOT = Path(__file__).parents[2]
WORKED = ROOT / "docs" / "tutorial" / "submission.md"
RESOLVED = WORKED.parent / "resolved"
STYLES = sorted(path.stem for path in (ROOT / "norms" / "styles").glob("*.yaml"))
REWRITE = os.environ.get("LAWMAP_REWRITE_GOLDEN") == "1"
LEAST_PROVISIONS = 25


def wanted(style: str) -> Wanted:
    library = seed_library()
    chosen = library.styles[style]
    in_notes = chosen.notes is NotesIn.FOOTNOTES
    return Wanted(library, library, chosen, "confidential", in_notes=in_notes)


@pytest.mark.parametrize("style", STYLES)
def test_the_worked_submission_comes_out_as_shown(style: str) -> None:
    made = resolve(WORKED.read_text(encoding="utf-8"), WORKED.name, wanted(style))
    assert made.faults == ()
    assert made.text is not None
    expected = RESOLVED / f"{style}.md"
    if REWRITE:
        RESOLVED.mkdir(exist_ok=True)
        expected.write_text(made.text, encoding="utf-8")
    assert made.text == expected.read_text(encoding="utf-8")


def test_nothing_is_shown_of_a_style_that_is_not_shipped() -> None:
    assert sorted(path.stem for path in RESOLVED.glob("*.md")) == STYLES


def test_it_cites_as_many_provisions_as_a_submission_does() -> None:
    text = WORKED.read_text(encoding="utf-8")
    cited = set(re.findall(r"@\{([a-z0-9-]+:[^}]*\d[^}]*)\}", text))
    provisions = {key for key in cited if key.partition(":")[0] in seed_library().instruments}
    assert len(provisions) >= LEAST_PROVISIONS
