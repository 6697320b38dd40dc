"""The rules of the office's jurisdiction, and what its codes are called in the page's language."""

import re

from django.conf import settings

from throughcare.account.export.document import PackUsed
from throughcare.kernel.calendar.answers import Reason
from throughcare.kernel.calendar.lengths import Length
from throughcare.packs.folders import folder_of
from throughcare.packs.identity import pack_sha256
from throughcare.packs.loading import pack_of
from throughcare.packs.pack import Pack
from throughcare.packs.wording import authority_in_words, length_in_words, say
from throughcare.pages.dates import language


def the_pack() -> Pack:
    """Return the pack of the office's jurisdiction."""
    return pack_of(settings.JURISDICTION)


def pack_used() -> PackUsed:
    """Return which pack the office works by: its code, and the hash of its files."""
    return PackUsed(settings.JURISDICTION, pack_sha256(folder_of(settings.JURISDICTION)))


def label_of(code: str) -> str:
    """Return what a code is called in the language of the page; a narrowed kind by its kind."""
    plain = code.partition("@")[0]
    pack = the_pack()
    places = (pack.labels, pack.evidence, pack.events, pack.sentences)
    known = next((place[plain] for place in places if plain in place), None)
    words = known[language()] if known else plain.replace("_", " ").lower()
    return words[:1].upper() + words[1:]


def method_of(code: str) -> str:
    """Return how something was checked, in the language of the page: the name without its gloss."""
    method = the_pack().methods.get(code)
    return re.split("[;:]", method.labels[language()])[0].strip() if method else label_of(code)


def length_of(length: Length) -> str:
    """Return a length of time in the language of the page."""
    return length_in_words(length, language())


def authority_of(authority: str) -> str:
    """Return an authority in the language of the page."""
    return authority_in_words(the_pack(), authority, language())


def sentences_of(reasons: tuple[Reason, ...]) -> list[str]:
    """Return reasons as sentences in the language of the page."""
    pack = the_pack()
    return [say(pack, each, language()) for each in reasons if each.code in pack.sentences]
