"""What holds of every name, phone and birth date, whatever is written."""

import unicodedata
from itertools import permutations

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from throughcare.pages.dates import PartialDate
from throughcare.people.commands.keeping import NoReason, said_reason
from throughcare.people.commands.names import new_name
from throughcare.people.facts import (
    AddressFacts,
    BirthFacts,
    NameFacts,
    PhoneFacts,
    edition_of,
    values_of,
)
from throughcare.people.forms.persons import birth_facts
from throughcare.people.forms.pieces import day_after, day_before, own_words
from throughcare.people.models import Name, Person
from throughcare.people.naming import ShownName
from throughcare.people.phones import read_phone, shown_phone
from throughcare.people.queries.duplicates import birth_reason, name_reason
from throughcare.people.queries.lines import last_day
from throughcare.people.queries.search import OUR_NUMBER
from throughcare.people.spelling import closeness, fold, fold_identifier, sort_key, sounds

LETTERS = "abcdefghijklmnopqrstuvwxyzàâäçéèêëîïôöùûüÿœæ"
words = st.text(LETTERS, min_size=1, max_size=12)
some_words = st.lists(words, min_size=1, max_size=4)
births = st.one_of(
    st.just(BirthFacts()),
    st.builds(BirthFacts, st.integers(1920, 2008)),
    st.builds(BirthFacts, st.integers(1920, 2008), st.integers(1, 12)),
    st.builds(BirthFacts, st.integers(1920, 2008), st.integers(1, 12), st.integers(1, 28)),
)
phones = st.tuples(st.integers(201, 989), st.integers(200, 989), st.integers(0, 9999))


def e164_of(area, exchange, line):
    return f"+1{area:03}{exchange:03}{line:04}"


def plain_letters(text):
    return "".join(sign for sign in unicodedata.normalize("NFD", text) if sign.isalpha())


class TestFolding:
    @given(words)
    def test_capitals_and_accents_written_apart_change_nothing(self, word):
        assert fold(word.upper()) == fold(word)
        assert fold(unicodedata.normalize("NFD", word)) == fold(word)

    @given(words)
    def test_what_is_folded_has_no_accent(self, word):
        assert fold(word).isascii()
        assert fold(word) == fold(plain_letters(word))

    @given(some_words)
    def test_hyphens_and_spaces_divide_alike(self, several):
        assert fold("-".join(several)) == fold("  ".join(several)) == fold(" ".join(several))

    @given(words, st.sampled_from("'’‘`´"))
    def test_no_apostrophe_counts(self, word, apostrophe):
        assert fold(f"d{apostrophe}{word}") == fold(f"d{word}")

    @given(st.text(max_size=40))
    def test_a_folded_text_is_words_and_single_spaces(self, text):
        folded = fold(text)

        assert folded == " ".join(folded.split())
        assert not set(folded) & set("'’-_.,")

    @given(st.text("0123456789abcdefXYZ -./", max_size=30))
    def test_a_folded_number_is_folded_already(self, value):
        folded = fold_identifier(value)

        assert fold_identifier(folded) == fold_identifier(value.lower()) == folded
        assert not set(folded) & set(" -./")


class TestSounds:
    @given(some_words)
    def test_the_order_of_words_makes_no_other_keys(self, several):
        assert sounds(fold(" ".join(several))) == sounds(fold(" ".join(reversed(several))))

    @given(some_words, words)
    def test_one_more_word_takes_no_key_away(self, several, more):
        few = sounds(fold(" ".join(several)))

        assert set(few) <= set(sounds(fold(" ".join([*several, more]))))

    @given(st.text("bcdfgklmnprt", min_size=4, max_size=10), st.integers(0, 8))
    def test_two_letters_that_changed_places_still_share_a_key(self, word, at):
        at %= len(word) - 1
        mistyped = word[:at] + word[at + 1] + word[at] + word[at + 2 :]

        assert set(sounds(word)) & set(sounds(mistyped))


class TestCloseness:
    @given(some_words)
    def test_a_name_is_nearest_to_itself_in_any_order(self, several):
        folded = fold(" ".join(several)).split()

        assert {closeness(list(order), folded) for order in permutations(folded)} == {1.0}

    @given(some_words, some_words)
    def test_the_order_of_neither_matters(self, one, other):
        near = closeness(one, other)

        assert closeness(one[::-1], other) == pytest.approx(near)
        assert closeness(one, other[::-1]) == pytest.approx(near)

    @given(some_words, some_words, words)
    def test_one_more_word_on_file_never_makes_it_farther(self, sought, found, more):
        assert closeness(sought, [*found, more]) >= closeness(sought, found)


class TestPhones:
    @pytest.mark.parametrize(
        "pattern",
        [
            "{0:03}{1:03}{2:04}",
            "{0:03} {1:03} {2:04}",
            "{0:03}-{1:03}-{2:04}",
            "({0:03}) {1:03}-{2:04}",
            "{0:03}.{1:03}.{2:04}",
            "1 {0:03} {1:03} {2:04}",
            "1-{0:03}-{1:03}-{2:04}",
            "+1{0:03}{1:03}{2:04}",
            "+1 ({0:03}) {1:03}-{2:04}",
            "{0:03}\u00a0{1:03}-{2:04}",
        ],
    )
    @given(parts=phones)
    def test_any_way_of_typing_is_the_same_number(self, pattern, parts):
        e164 = e164_of(*parts)

        assert read_phone(pattern.format(*parts)) == (e164, "")

    @given(phones, st.integers(1, 99999), st.sampled_from([" x", " ext. ", " ext ", " poste "]))
    def test_an_extension_is_read_however_it_is_said(self, parts, extension, said):
        typed = e164_of(*parts) + f"{said}{extension}"

        assert read_phone(typed)[1] == str(extension)

    @given(phones)
    def test_what_is_shown_has_no_place_to_break_before_the_last_part(self, parts):
        shown = shown_phone(e164_of(*parts))

        assert " " not in shown
        assert len(shown) == 12


class TestBirths:
    @given(births, births)
    def test_what_two_have_in_common_is_the_same_both_ways(self, one, other):
        assert birth_reason(one, other) == birth_reason(other, one)

    @given(births)
    def test_every_birth_agrees_with_itself(self, born):
        reason = birth_reason(born, born)

        assert (reason is None) == (born.born_year is None)
        assert reason is None or reason.weight in {0.15, 0.45}

    @given(births)
    def test_a_part_of_a_birth_never_speaks_against_the_whole(self, born):
        for part in (BirthFacts(born.born_year), BirthFacts(born.born_year, born.born_month)):
            reason = birth_reason(born, part)
            assert reason is None or reason.weight > 0

    @given(births.filter(lambda born: born.born_year))
    def test_a_written_birth_reads_back(self, born):
        partial = PartialDate(*values_of(born).values())

        assert birth_facts(PartialDate.parse(str(partial))) == born
        assert Person(**values_of(born)).born == partial

    @given(births.filter(lambda born: born.born_year))
    def test_a_birth_lies_between_its_first_and_last_day(self, born):
        partial = PartialDate(*values_of(born).values())

        assert partial.first() <= partial.last()
        assert partial.first().year == partial.last().year == born.born_year
        assert (partial.first() == partial.last()) is partial.is_full()


class TestNames:
    @given(words, words, words, words)
    def test_likely_the_same_is_the_same_both_ways(self, surname, given, other, others):
        one, two = (
            Name(surname=a, given=b, folded=fold(f"{a} {b}"))
            for a, b in ((surname, given), (other, others))
        )

        there = name_reason(one.folded.split(), [two])
        back = name_reason(two.folded.split(), [one])

        assert (there and there.weight) == (back and back.weight)

    @given(words, words)
    def test_the_same_name_turned_round_is_the_same_name(self, surname, given):
        row = Name(surname=surname, given=given, folded=fold(f"{surname} {given}"))

        assert name_reason(fold(f"{given} {surname}").split(), [row]).weight == 0.5

    @given(words, words, st.booleans())
    def test_a_name_in_full_holds_both_parts(self, surname, given, first):
        name = ShownName(surname, given, first)

        assert name.full == (f"{surname} {given}" if first else f"{given} {surname}")
        assert sorted(name.full.split()) == sorted([surname, given])
        assert ShownName(surname, "", first).full == ShownName(surname).listed == surname

    @given(st.text(max_size=80), st.text(max_size=120))
    def test_the_keys_of_any_name_fit_their_columns(self, surname, given):
        row = new_name(None, Person(), NameFacts("ALIAS", surname, given))

        assert len(row.folded) <= Name._meta.get_field("folded").max_length
        assert all(len(key) <= 40 for key in row.sounds)


class TestSortKeys:
    @given(words, words)
    def test_capitals_hyphens_and_spaces_do_not_part_a_name(self, surname, given):
        key = sort_key(surname, given)

        assert sort_key(surname.upper(), given) == key
        assert sort_key(f"{surname[:1]}-{surname[1:]}", given) == key
        assert sort_key(f"{surname[:1]} {surname[1:]}", given) == key

    @given(st.text("abceimnostuz", min_size=1, max_size=8), words)
    def test_a_plain_surname_stands_before_one_with_an_accent(self, surname, given):
        accented = f"{surname}é"

        assert sort_key(f"{surname}e", given) < sort_key(accented, given)

    @given(st.text("abcz", min_size=1, max_size=8), st.text("abcz", min_size=1, max_size=8))
    def test_without_accents_names_stand_as_their_letters(self, one, other):
        assert (sort_key(one, "") < sort_key(other, "")) == (one < other)

    @given(words, words, words)
    def test_a_surname_counts_before_any_given_name(self, surname, given, more):
        longer = f"{surname}z"

        assert sort_key(surname, given) < sort_key(longer, more)


class TestFacts:
    @given(births, births)
    def test_two_births_have_one_edition_only_when_they_are_one(self, one, other):
        assert (edition_of(one) == edition_of(other)) == (one == other)

    @given(st.dates(), st.dates(), words, words)
    def test_an_address_of_another_day_or_place_is_another(self, day, other_day, city, other):
        one = AddressFacts("HOME", day, city=city)
        two = AddressFacts("HOME", other_day, city=other)

        assert (edition_of(one) == edition_of(two)) == ((day, city) == (other_day, other))

    @given(words, st.dates(), words)
    def test_the_values_of_facts_make_the_same_facts(self, number, day, said):
        facts = PhoneFacts(number, day, message_words=said)

        assert PhoneFacts(**values_of(facts)) == facts

    @given(st.dates().filter(lambda day: day.year < 9999))
    def test_the_last_day_and_the_day_after_belong_together(self, day):
        assert day_before(day_after(day)) == last_day(day_after(day)) == day

    def test_no_day_has_no_day_beside_it(self):
        assert (day_before(None), day_after(None), last_day(None)) == (None, None, None)

    @given(st.text(max_size=30))
    def test_a_reason_has_a_letter_or_a_digit_and_no_space_around_it(self, typed):
        if any(sign.isalnum() for sign in typed):
            assert said_reason(typed) == typed.strip()
            return
        with pytest.raises(NoReason):
            said_reason(typed)

    @given(words)
    def test_own_words_are_kept_only_where_they_were_chosen(self, said):
        assert own_words("OWN", said) == said
        assert {own_words(each, said) for each in ("", "HE", "SHE", "THEY")} == {""}

    def test_own_words_that_were_chosen_are_asked_for(self):
        with pytest.raises(ValidationError, match="Write the words the person uses"):
            own_words("OWN", "")

    @given(st.integers(100, 999_999_999), st.sampled_from(["{}", "P-{}", "p {}", " P{} ", "p-{}"]))
    def test_our_number_is_read_however_it_is_typed(self, number, written):
        assert OUR_NUMBER.fullmatch(written.format(number))[1] == str(number)
