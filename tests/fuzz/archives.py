"""An archive, a key file and a review log, as somebody else may have made them."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from lawmap.cli.keys import read_keys
from lawmap.cli.verifying.places import find
from lawmap.errors import UsageError
from lawmap.integrity.log_reading import read_log
from lawmap.masking import Mask
from lawmap.masking.looking import look_through
from lawmap.model.persons import Person

from .inputs import hold_in_place

_MASK = Mask([Person.model_validate({"name": "Zoran Example", "called": "person A"})])


def holds(data: bytes) -> None:
    """Read these bytes as each of them."""
    list(look_through(_MASK, data))
    log = read_log(data, "log.jsonl")
    assert log.faults or log.entries or not data
    if not any(fault.code in ("LM002", "LM003") for fault in log.faults):
        hold_in_place(log.faults, data.decode("utf-8", "replace").replace("\r", ""))
    with TemporaryDirectory() as name:
        sent, keys = Path(name, "sent.zip"), Path(name, "keys.json")
        sent.write_bytes(data)
        assert find(sent).faults
        keys.write_bytes(data)
        keys.chmod(0o600)
        try:
            read_keys(keys)
        except UsageError as error:
            assert str(error).startswith("the key file ")
