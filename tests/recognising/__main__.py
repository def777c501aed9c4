"""Print the figures of the labelled hundreds, and every miss."""

from __future__ import annotations

import sys

import lawmap
from lawmap.recognising import Names
from tests.recognising.measure import measured
from tests.shared import shared_folder

out = sys.stdout.write
library = lawmap.load([], packs=[lawmap.shipped_pack()]).library
path = shared_folder() / "data" / "citations_in_context.jsonl"
for name, one in measured(path, Names.of(library)).items():
    out(f"{name}: precision {one.right}/{one.found} = {one.precision:.3f}, ")
    out(f"recall {one.right}/{one.labelled} = {one.recall:.3f}, ")
    out(f"resolution {one.resolved}/{one.right} = {one.resolution:.3f}, ")
    out(f"sure of what is ambiguous {one.confident_on_ambiguous}\n")
    for miss in one.misses:
        out(f"  {miss.id}: {miss.what}: {miss.text!r}\n")
