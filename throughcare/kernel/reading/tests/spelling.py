"""Numbers below ten thousand spelled out, in English and in both manners of French."""

ONES, TENS = (
    each.split()
    for each in (
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen",
        "- - twenty thirty forty fifty sixty seventy eighty ninety",
    )
)
UNITES, DIZAINES = (
    each.split()
    for each in (
        "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze "
        "seize dix-sept dix-huit dix-neuf",
        "- - vingt trente quarante cinquante soixante soixante quatre-vingt quatre-vingt",
    )
)


def english(number, join=" and "):
    """Return a number in English words: nine thousand one hundred and twenty-four."""
    thousands, rest = divmod(number, 1000)
    hundreds, last = divmod(rest, 100)
    words = [f"{ONES[thousands]} thousand"] * bool(thousands)
    words += [f"{ONES[hundreds]} hundred"] * bool(hundreds)
    return join.join(words + [_english_below_hundred(last)] * bool(last or not words))


def _english_below_hundred(number):
    tens, ones = divmod(number, 10)
    if number < len(ONES):
        return ONES[number]
    return TENS[tens] + (f"-{ONES[ones]}" if ones else "")


def french(number):
    """Return a number in French words in the older manner: quatre cent quatre-vingt-un."""
    thousands, rest = divmod(number, 1000)
    hundreds, last = divmod(rest, 100)
    words = [f"{UNITES[thousands]} mille" if thousands > 1 else "mille"] * bool(thousands)
    words += [_cents(hundreds, last)] * bool(hundreds)
    return " ".join(words + [_french_below_hundred(last)] * bool(last or not words))


def _cents(hundreds, last):
    if hundreds == 1:
        return "cent"
    return f"{UNITES[hundreds]} cent" + ("" if last else "s")


def _french_below_hundred(number):
    if number < len(UNITES):
        return UNITES[number]
    if number == 80:
        return "quatre-vingts"
    tens, ones = divmod(number, 10)
    ones += 10 * (tens in (7, 9))
    join = " et " if ones in (1, 11) and tens < 8 else "-"
    return DIZAINES[tens] + (join + UNITES[ones] if ones else "")


def french_of_1990(number):
    """Return a number in French words as the spelling of 1990 joins them: vingt-et-un."""
    return french(number).replace(" ", "-")
