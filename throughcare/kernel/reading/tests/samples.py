"""The shipped words, and short ways to read a text with them."""

from datetime import date

from throughcare.kernel.reading.amounts import Counting
from throughcare.kernel.reading.conditions import laid_out
from throughcare.kernel.reading.proposals import proposals_of
from throughcare.kernel.reading.reading import read_order
from throughcare.kernel.reading.said import Setting
from throughcare.kernel.reading.texts import folded
from throughcare.packs.reading import folder_with_words, order_words

LAW = order_words(folder_with_words()).law
WORDING = LAW.wording
COUNTING = Counting(WORDING.numbers, WORDING.units, WORDING.doubtful)
MADE_ON = date(2026, 3, 2)


def read(text, made_on=MADE_ON, before=None):
    """Read an order made on March 2, 2026."""
    return read_order(LAW, text, made_on, before)


def conditions(text):
    """Return the codes of each condition of a text."""
    return [tuple(each.codes) for each in laid_out(WORDING, text, folded(text)).conditions]


def said(text, **setting):
    """Return the parameters of the first condition of a text, and its doubts."""
    plain = folded(text)
    layout = laid_out(WORDING, text, plain)
    first = proposals_of(WORDING, Setting(COUNTING, **setting), layout, text, plain)[0]
    return first.parameters, first.doubts


def flags(text, made_on=MADE_ON):
    """Return the codes of the flags of a text."""
    return [each.code for each in read(text, made_on).flags]
