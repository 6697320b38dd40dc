"""What holds of every text that is read: nothing lost, nothing moved, nothing made up."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from throughcare.kernel.reading.tests.samples import conditions, read

SENTENCES = (
    "Keep the peace.",
    "Do not own any crossbow.",
    "Perform 20 hours of community service within 6 months.",
    "Abstain from alcohol.",
    "Sign all releases.",
    "Obey a curfew from 9 p.m. to 5 a.m.",
    "Have no contact with Orla Finch.",
    "The kettle is on the shelf.",
    "Report to your probation officer within two days.",
    "Ne pas troubler l'ordre public.",
    "Effectuer 30 heures de service communautaire.",
    "S'abstenir de consommer de l'alcool.",
    "La bouilloire est sur la tablette.",
)
ITEMS = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=8)
MARKS = st.sampled_from(["", "1. ", "2) ", "(3) ", "• ", "- ", "[ 4 ] ", "\t"])
GAPS = st.sampled_from(["\n", "\n\n", "\r\n", " ", "  \n \n", "; "])
LINES = st.lists(st.tuples(MARKS, st.sampled_from(SENTENCES), GAPS), max_size=10)
TEXTS = LINES.map(lambda lines: "".join(part for line in lines for part in line))
ANY = st.one_of(TEXTS, st.text(max_size=200))


def numbered(items, gap="\n"):
    """Return sentences as a numbered list."""
    return gap.join(f"{place}. {each}" for place, each in enumerate(items, 1))


def spans_of(text):
    """Return every piece that a text was cut into, in order."""
    found = read(text)
    spans = [*(each.span for each in found.proposed), *found.unplaced, *found.headings]
    return sorted(spans, key=lambda each: each.start)


@given(TEXTS)
def test_every_letter_is_proposed_unplaced_or_in_a_heading(text):
    covered = {place for each in spans_of(text) for place in range(each.start, each.end)}

    assert {place for place, sign in enumerate(text) if sign.isalpha()} <= covered


@given(TEXTS)
def test_every_word_stands_in_one_piece_only(text):
    assert all(one.end <= other.start for one, other in pairwise(spans_of(text)))


@given(ANY)
def test_every_piece_is_inside_the_text(text):
    assert all(0 <= each.start < each.end <= len(text) for each in spans_of(text))


@given(ANY)
def test_every_code_rests_on_words_of_its_proposal(text):
    for each in read(text).proposed:
        assert {hit.code for hit in each.hits} == set(each.codes)
        assert all(each.span.start <= hit.span.start for hit in each.hits)
        assert all(hit.span.end <= each.span.end for hit in each.hits)


@given(ANY)
def test_proposals_stand_in_the_order_of_the_text(text):
    starts = [each.span.start for each in read(text).proposed]

    assert starts == sorted(starts)


@given(ANY)
def test_a_flag_points_inside_the_text(text):
    spans = [each.span for each in read(text).flags if each.span is not None]

    assert all(0 <= each.start < each.end <= len(text) for each in spans)


@given(ANY)
def test_reading_twice_is_the_same(text):
    assert read(text) == read(text)


@given(ITEMS, st.integers(2, 5))
def test_blank_lines_between_items_change_no_code(items, lines):
    assert conditions(numbered(items, "\n" * lines)) == conditions(numbered(items))


@given(TEXTS, st.integers(0, 4), st.integers(0, 4))
def test_blank_lines_round_a_text_change_no_code(text, before, after):
    assert conditions("\n" * before + text + "\n" * after) == conditions(text)


@given(ITEMS)
def test_the_line_ends_of_another_system_change_no_code(items):
    assert conditions(numbered(items, "\r\n")) == conditions(numbered(items))


@given(ITEMS)
def test_spaces_at_the_ends_of_lines_change_no_code(items):
    assert conditions(numbered(items, " \t \n")) == conditions(numbered(items))


@given(ITEMS)
def test_an_item_is_read_the_same_among_others_as_alone(items):
    alone = [codes for each in items for codes in conditions(f"1. {each}")]

    assert conditions(numbered(items)) == alone


@given(ITEMS, st.randoms(use_true_random=False))
def test_items_in_another_order_are_the_same_items(items, chance):
    mixed = chance.sample(items, len(items))

    assert sorted(conditions(numbered(mixed))) == sorted(conditions(numbered(items)))


@given(ITEMS)
def test_a_heading_before_a_list_adds_no_condition(items):
    assert conditions(f"Terms of the order:\n{numbered(items)}") == conditions(numbered(items))


@given(ITEMS)
def test_bullets_order_what_numbers_do(items):
    bullets = "\n".join(f"• {each}" for each in items)

    assert conditions(bullets) == conditions(numbered(items))


@given(ITEMS)
def test_what_is_unplaced_is_what_orders_nothing(items):
    text = numbered(items)
    plain = [each for each in items if not conditions(f"1. {each}")]

    assert [each.of(text) for each in read(text).unplaced] == plain


@given(st.integers(1, 400), st.integers(1, 60))
def test_the_hours_of_a_condition_are_those_it_says(hours, months):
    text = f"1. Perform {hours} hours of community service within {months} months."
    (found,) = read(text).proposed

    assert found.parameters["hours"] == hours
    assert found.parameters["by"] == {"n": months, "unit": "month", "from": "start"}


@given(st.integers(1, 2000), st.sampled_from(["metres", "meters", "m"]))
def test_the_distance_of_a_condition_is_the_one_it_says(distance, unit):
    (found,) = read(f"1. Do not go within {distance} {unit} of the mill.").proposed

    assert found.parameters["distance_m"] == distance
