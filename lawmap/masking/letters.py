"""Letters: which of them look alike, and how Cyrillic ones are written in Latin.

The tables of romanisation follow resolution 55 of the Cabinet of Ministers of Ukraine of 2010, the
passport rules of Ukraine of 1997 to 2007, BGN/PCGN 1947 and 1965, the British Standard, ISO 9:1995,
the scholarly system, GOST 16876-71 and 1986, GOST 7.79 (system B), GOST R 52535.1 and ICAO Doc
9303, and the spellings of German (Duden), French and Polish print. They were read in the tables of
Wikipedia ("Romanization of Ukrainian", "Romanization of Russian"), in ICAO Doc 9303 part 1 as
printed in Russian law, and compared with those of the packages translit-ua and uklatn. Look-alike
letters follow confusables.txt of Unicode Technical Standard 39, for Latin, Cyrillic and Greek.
"""

from __future__ import annotations

_PLAIN = dict(zip("абвгґдезиіїйклмнопрстуф", "abvhgdezyiiiklmnoprstuf", strict=True))
_HISSING = {"ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch"}
_RUSSIAN = {"г": "g", "и": "i", "ы": "y", "э": "e", "ё": "e", "ъ": "", "ў": "u"}
_SILENT = {"ь": "", "ъ": ""}
_IOTATED = {"є": "ie", "ю": "iu", "я": "ia"}
_BASE = _PLAIN | {"ы": "y", "э": "e", "ё": "e", "ў": "u"} | _HISSING | _SILENT | _IOTATED
_WITH_Y = {"є": "ye", "ю": "yu", "я": "ya", "ї": "yi", "й": "y"}
_WITH_J = {"є": "je", "ю": "ju", "я": "ja", "ї": "ji", "й": "j"}
_CARONS = {"ж": "ž", "х": "x", "ц": "c", "ч": "č", "ш": "š", "щ": "šč"}
_GERMAN = {"в": "w", "ж": "sh", "з": "s", "х": "ch", "ц": "z", "ч": "tsch", "ш": "sch"} | {
    "щ": "schtsch"
}
_FRENCH = {"у": "ou", "ж": "j", "ч": "tch", "ш": "ch", "щ": "chtch", "ю": "iou", "й": "y"}
_POLISH = {"в": "w", "ж": "ż", "х": "ch", "ц": "c", "ч": "cz", "ш": "sz", "щ": "szcz"}

ROMANISATIONS: tuple[dict[str, str], ...] = (
    _BASE,  # Ukraine 2010 within words
    _BASE | _WITH_Y,  # BGN/PCGN 1965, British; Ukraine 2010 where words begin, see INITIAL
    _BASE | {"г": "g"},  # Ukrainian passports of 2007
    _BASE | {"щ": "sch"},  # Ukraine 1996
    _BASE | _WITH_J | {"г": "g", "и": "i", "ц": "c", "щ": "shh"},  # GOST 16876-71
    _BASE | _WITH_J | _CARONS,  # scholarly
    _BASE | _WITH_J | _CARONS | {"х": "ch"},
    _BASE | _WITH_J | _CARONS | {"г": "g", "и": "i", "х": "h"},  # GOST 1986
    _BASE
    | _CARONS
    | {"г": "g", "и": "i", "х": "h", "щ": "ŝ", "є": "ê", "ю": "û", "я": "â", "й": "j"},  # ISO 9
    _BASE | _WITH_J | _GERMAN,
    _BASE | _WITH_J | _GERMAN | {"г": "g", "ж": "sch", "и": "i"},
    _BASE | _FRENCH,
    _BASE | _FRENCH | {"г": "g", "и": "i", "є": "e"},
    _BASE | _WITH_J | _POLISH,
    _BASE | _RUSSIAN | {"й": "i"},  # ICAO Doc 9303, Russian passports since 2013
    _BASE | _RUSSIAN | _WITH_Y,  # BGN/PCGN 1947
    _BASE | _RUSSIAN | _WITH_Y | {"ё": "yo", "е": "ye"},
    _BASE | _RUSSIAN | _WITH_Y | {"ё": "yo"},
    _BASE | _RUSSIAN | {"ц": "tc", "й": "i"},  # GOST R 52535.1
    _BASE | _RUSSIAN | _WITH_J | {"ц": "cz", "х": "x", "щ": "shh", "ё": "yo"},  # GOST 7.79 B
    _BASE | _RUSSIAN | _WITH_J | {"х": "h"},
    _BASE | _RUSSIAN | _WITH_J | _CARONS | {"х": "ch"},
)

INITIAL = {"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"}
"""What Ukraine 2010 and its forerunners write where a word begins."""

_LOOKS_CYRILLIC = dict(zip("АВЕЅІЈКМНОРСТУХѴҺԀԚԜӀҮ", "ABESIJKMHOPCTYXVHDQWIY", strict=True))
_LOOKS_GREEK = dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEZHIKMNOPTYX", strict=True))
LOOKS = _LOOKS_CYRILLIC | _LOOKS_GREEK
"""Capitals that look like a Latin one."""

SMALL_LOOKS = dict(zip("ανυγρηωιοκτɑɡıӏѵ", "avuypnwioktagilv", strict=True))
"""Small letters that look like another one than their capitals do."""

CYRILLIC_LOOKS = dict(zip("abcehijkmopstxy", "авсеніјкморѕтху", strict=True))
"""Latin letters that look like a Cyrillic one in some case."""

PLAIN = dict(zip("łđøıħŧ", "ldoiht", strict=True)) | {"æ": "ae", "œ": "oe", "ґ": "г"}
"""Letters with a stroke, which Unicode does not take apart."""
