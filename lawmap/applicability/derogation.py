"""Whether States may derogate from a norm in an emergency; only treaties on human rights say so."""

from __future__ import annotations

from lawmap.model.instrument import Instrument, NeverDerogable
from lawmap.model.library import Library
from lawmap.model.norm import Norm, covers


def derogation(library: Library, norm: Norm, *, conditions: bool = True) -> str | None:
    """Say whether a party may derogate from a norm; None where its instrument does not ask.

    Whether a State did is another question: its notices are told with the party table, and
    whether one meets the conditions is not decided here.

    Args:
        library: the instruments.
        norm: the norm.
        conditions: also say on what conditions, if it may.
    """
    instrument = library.instruments[norm.instrument]
    rules = instrument.derogation
    if rules is None:
        return None
    if rules.basis is None:
        return rules.text
    clause = f" ({_cited(instrument, rules.basis)})"
    wholly = next((one for one in rules.never if covers(one.provision, norm.provision)), None)
    if wholly:
        return f"No party may derogate from it{clause}{_save(wholly)}."
    partly = [one for one in rules.never if covers(norm.provision, one.provision)]
    named = ", ".join(_cited(instrument, one.provision) for one in partly)
    kept = f" That does not hold for {named}." if partly else ""
    told = f" {rules.text}" if conditions else ""
    return f"A party may derogate from it{clause}.{told}{kept}"


def _cited(instrument: Instrument, provision: str) -> str:
    return f"{instrument.unit} {provision.partition(':')[2]}"


def _save(never: NeverDerogable) -> str:
    return f", save {never.save.rstrip('.')}" if never.save else ""
