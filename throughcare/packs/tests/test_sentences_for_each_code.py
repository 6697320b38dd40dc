"""Many sentences for each code of the published orders, and reasons that order nothing."""

from collections import Counter
from pathlib import Path

from throughcare.kernel.reading.conditions import laid_out
from throughcare.kernel.reading.texts import folded
from throughcare.packs.reading import folder_with_words, wording_of

WORDING = wording_of(folder_with_words())
INVENTED = Path(__file__).parent / "invented"
LEAST = 4
RARE = {
    "DEPORTATION",
    "POLYGRAPH",
    "US_VICTIM_NOTICE",
    "SEARCH_CONSENT",
    "CSO_TERM",
    "NOTIFY_TRAVEL",
}


def lines_of(name):
    """Return the lines of an invented file without its heading."""
    lines = (INVENTED / name).read_text(encoding="utf-8").splitlines()
    return [each for each in lines if not each.startswith("#")]


def codes(text):
    """Return the codes found in a text."""
    found = laid_out(WORDING, text, folded(text)).conditions
    return sorted({code for each in found for code in each.codes})


SENTENCES = [line.split(" | ") for line in lines_of("sentences.txt")]


def test_every_sentence_of_a_list_stands_for_its_codes_and_no_others():
    found = {words: (wanted, codes(f"1. {words}")) for wanted, words in SENTENCES}

    assert {w: each for w, each in found.items() if each[0].split() != each[1]} == {}


def test_every_code_is_said_in_several_ways():
    counts = Counter(code for wanted, _ in SENTENCES for code in wanted.split())
    known = {each.code for each in WORDING.conditions if not each.code.startswith("ORG_")} - RARE

    assert {code: counts[code] for code in known if counts[code] < LEAST} == {}


def test_reasons_that_order_nothing_propose_nothing():
    found = {words: codes(f"[12] {words}") for words in lines_of("reasons.txt")}

    assert {words: each for words, each in found.items() if each} == {}
