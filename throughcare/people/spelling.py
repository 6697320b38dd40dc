"""How names are compared and sorted: pure functions of text."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache

import jellyfish
from rapidfuzz.distance import DamerauLevenshtein

# Letters that Unicode does not take apart into a letter and an accent.
LETTERS = str.maketrans(
    {"œ": "oe", "æ": "ae", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "þ": "th", "ħ": "h", "ı": "i"}
)
APOSTROPHES = re.compile("['’‘`´ʼʻ′]")
ACCENTS = re.compile("[\u0300-\u036f]")
NOT_WORD = re.compile(r"[\W_]+")
SHORT_FORMS = {"st": "saint", "ste": "sainte"}

# How French writes a sound that English ears spell otherwise, for names heard and written down.
FRENCH_SOUNDS = [
    (re.compile(pattern), sound)
    for pattern, sound in (
        ("^h(?=[aeiouy])", ""),
        ("^ou(?=[aeiouy])", "w"),
        ("esqu", "ek"),
        ("qu(?=[ei])", "k"),
        ("ph", "f"),
        ("th", "t"),
        ("gn", "n"),
        ("ill(?=[aeiou])", "y"),
        ("(eau|au)(lt|t|d|x|lx)?s?$", "o"),
        ("ot?s?$", "o"),
        ("eau|au", "o"),
        ("^des(?=[^aeiouy])", "de"),
        ("(ais|ait|ay|ai|ey|et|ez|ees|ee|es|e)$|(?<=i)er$", "e"),
        ("(?<=[^aeiouy])e$", ""),
        ("[stdxz]+$", ""),
        (r"(.)\1", r"\1"),
    )
]
# The second level of French sorting: the accent that is met last counts first.
ACCENT_ORDER = {
    "\u0301": "1",  # acute
    "\u0300": "2",  # grave
    "\u0302": "3",  # circumflex
    "\u0308": "4",  # diaeresis
    "\u0327": "5",  # cedilla
}
OTHER_ACCENT = "6"
KEY_LENGTH = 38
SOUNDS_ALIKE = 0.85
BEGINS_ALIKE = 0.97


def fold(text: str) -> str:
    """Return the words of a text in plain small letters, for comparison.

    Accents, ligatures, apostrophes and case are gone, hyphens divide words, and Saint is
    written out. Folding twice changes nothing.
    """
    return " ".join(SHORT_FORMS.get(word, word) for word in NOT_WORD.split(_bare(text)) if word)


def _bare(text: str) -> str:
    """Return a text in small letters without accents, ligatures and apostrophes."""
    taken_apart = unicodedata.normalize("NFKD", APOSTROPHES.sub("", text))
    small = taken_apart.casefold().translate(LETTERS)
    return APOSTROPHES.sub("", ACCENTS.sub("", unicodedata.normalize("NFKD", small)))


def fold_identifier(value: str) -> str:
    """Return the letters and digits of a number that someone gave, in capitals."""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", value)).upper()


def sounds(folded: str) -> list[str]:
    """Return the keys under which a folded name is found when it was heard or mistyped.

    For each word: how English hears it (E), how French hears it (F), and its letters sorted
    (L), which catches two letters that changed places.
    """
    return sorted({key for word in folded.split() for key in word_sounds(word)})


@lru_cache(maxsize=50_000)
def word_sounds(word: str) -> tuple[str, ...]:
    """Return the keys of one folded word; none for a word in a script without them."""
    heard = [("E", jellyfish.metaphone(word)), ("F", jellyfish.metaphone(_french(word)))]
    if len(word) > 2:
        heard.append(("L", "".join(sorted(word))))
    return tuple(f"{kind}{key.strip()[:KEY_LENGTH]}" for kind, key in heard if key.strip())


def _french(word: str) -> str:
    for pattern, sound in FRENCH_SOUNDS:
        word = pattern.sub(sound, word)
    return word


def closeness(sought: Sequence[str], found: Sequence[str]) -> float:
    """Return how near the words sought are to those of a name, from 0 to 1, in any order."""
    if not sought or not found:
        return 0.0
    return sum(max(_word_closeness(word, other) for other in found) for word in sought) / len(
        sought
    )


def _word_closeness(sought: str, found: str) -> float:
    if sought == found:
        return 1.0
    if found.startswith(sought):
        return BEGINS_ALIKE
    letters: float = DamerauLevenshtein.normalized_similarity(sought, found)
    if letters < SOUNDS_ALIKE and _share(word_sounds(sought), word_sounds(found)):
        # Among names that sound alike, the nearer spelling stands first.
        return SOUNDS_ALIKE * (0.8 + 0.2 * letters)
    return letters


def _share(some: Iterable[str], others: Iterable[str]) -> bool:
    return not set(some).isdisjoint(others)


def sort_key(surname: str, given: str) -> str:
    """Return the key that sorts names by French rules, bytewise, in both languages.

    Surname before given name; accents, case, spaces and hyphens count only between names that
    have the same letters, and of accents the last one counts first (cote, côte, coté, côté).
    """
    letters = [re.sub(r"[\W_]+", "", _bare(part)) for part in (surname, given)]
    return f"{letters[0]} {letters[1]} {_accents(surname + given)}".strip()


def _accents(text: str) -> str:
    """Return one digit a letter, its accent, last letter first, without the plain start."""
    levels: list[str] = []
    for sign in unicodedata.normalize("NFD", text):
        if ACCENTS.match(sign) and levels:
            levels[-1] = ACCENT_ORDER.get(sign, OTHER_ACCENT)
        elif sign.isalpha():
            levels.append("0")
    return "".join(reversed(levels)).rstrip("0")
