"""Which kind of file lies where: one row a kind."""

from __future__ import annotations

import re

from lawmap.model.allegation import Allegation
from lawmap.model.base import INSTRUMENT, SLUG, FileRecord
from lawmap.model.citation_words import CitationWords
from lawmap.model.decision import Decision
from lawmap.model.exceptions import ExceptionsFile
from lawmap.model.instrument import Instrument, Parties, Structure
from lawmap.model.names import InstrumentNames, OtherInstruments
from lawmap.model.norm import ChapeauFile, Norm
from lawmap.model.pack import Pack
from lawmap.model.presumption import Presumption
from lawmap.model.situation import Situation
from lawmap.model.source import Source
from lawmap.model.style import Style
from lawmap.model.vocabulary import RegimesFile, RolesFile, StagesFile, TermsFile

_FOLDER = rf"(?:^|/)instruments/{INSTRUMENT}"

# The first row that fits decides. Patterns match the end of the path.
KINDS: tuple[tuple[str, type[FileRecord]], ...] = (
    (r"(?:^|/)pack\.yaml$", Pack),
    (rf"(?:^|/)vocabulary/terms/{SLUG}\.yaml$", TermsFile),
    (r"(?:^|/)vocabulary/roles\.yaml$", RolesFile),
    (r"(?:^|/)vocabulary/regimes\.yaml$", RegimesFile),
    (r"(?:^|/)vocabulary/stages\.yaml$", StagesFile),
    (rf"{_FOLDER}/instrument\.yaml$", Instrument),
    (rf"{_FOLDER}/structure\.yaml$", Structure),
    (rf"{_FOLDER}/parties\.yaml$", Parties),
    (rf"{_FOLDER}/names\.yaml$", InstrumentNames),
    (rf"{_FOLDER}/[^/]+\.yaml$", Norm),
    (r"(?:^|/)chapeaux/[^/]+\.yaml$", ChapeauFile),
    (r"(?:^|/)presumptions/[^/]+\.yaml$", Presumption),
    (r"(?:^|/)decisions/[^/]+\.yaml$", Decision),
    (r"(?:^|/)situations/[^/]+\.yaml$", Situation),
    (r"(?:^|/)other-instruments\.yaml$", OtherInstruments),
    (r"(?:^|/)citation-words\.yaml$", CitationWords),
    (r"(?:^|/)styles/[^/]+\.yaml$", Style),
    (r"(?:^|/)names/exceptions\.yaml$", ExceptionsFile),
    (r"(?:^|/)sources/[^/]+\.yaml$", Source),
    (r"(?:^|/)allegations/[^/]+\.yaml$", Allegation),
)

FILE_MODELS: tuple[type[FileRecord], ...] = tuple(model for _, model in KINDS)


def kind_of(path: str) -> type[FileRecord] | None:
    """The model of the file at this path (with forward slashes), if lawmap knows such files."""
    return next((model for pattern, model in KINDS if re.search(pattern, path)), None)


def file_name(identity: str) -> str:
    """The file name, without its ending, that belongs to an id.

    Every run of other characters becomes one hyphen, none stands at the ends: ``gc4:51(1)/service``
    lies in ``51-1-service.yaml``, ``chapeau/occupation`` in ``occupation.yaml``. The hyphen of an
    article's own number becomes ``_``: article 442-1 lies in ``442_1.yaml``, part 1 of article 442
    in ``442-1.yaml``.
    """
    pinpoint = identity.partition(":")[2]
    local = _INSERTED.sub(r"\1_", pinpoint) or identity.rpartition("/")[2]
    return re.sub(r"[^A-Za-z0-9_]+", "-", local).strip("-")


_INSERTED = re.compile(r"^([0-9]+)-(?=[0-9])")
