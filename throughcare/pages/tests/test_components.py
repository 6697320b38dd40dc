"""Marks and components: the shape, the word, and what a screen reader hears."""

import re

import pytest
from django.template import engines
from django_cotton.compiler_regex import CottonCompiler

from throughcare.pages import drawings, marks


def drawn(source: str, **context: object) -> str:
    """Return a template with components as a page shows it, on one line."""
    html = engines["django"].from_string(CottonCompiler().process(source)).render(context)
    return re.sub(r">\s+<", "><", re.sub(r"\s+", " ", html)).strip()


def words_of(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


@pytest.mark.parametrize("kind", marks.MARKS)
def test_every_mark_is_hidden_and_in_the_colour_of_the_text(kind):
    svg = drawings.mark_drawing(kind)
    assert svg.startswith('<svg width="15" height="15" viewBox="0 0 15 15" aria-hidden="true"')
    assert "currentColor" in svg
    assert str(marks.MARKS[kind].word)


def test_no_two_marks_have_the_same_shape():
    shapes = [mark.shape for mark in marks.MARKS.values()]
    assert len(set(shapes)) == len(shapes)


def test_an_unknown_mark_is_loud():
    with pytest.raises(KeyError):
        drawings.mark_drawing("excused")


def test_a_mark_says_its_usual_word_or_the_word_of_the_case():
    assert words_of(drawn('<c-mark kind="overdue" />')) == "Overdue"
    html = drawn('<c-mark kind="overdue" strong>4 days late</c-mark>')
    assert words_of(html) == "4 days late"
    assert html.startswith('<span class="tc-mark tc-mark--brick tc-mark--strong">')


@pytest.mark.parametrize(
    "source",
    ['<c-mark kind="now">Now</c-mark>', '<c-level level="3" />', '<c-strength level="2" />'],
)
def test_no_space_comes_before_the_comma_after_a_mark(source):
    from_template = drawn(f"x{source},")
    assert from_template.startswith("x<span")
    assert from_template.endswith("</span>,")


def test_a_plain_mark_leaves_the_colour_of_the_line():
    html = drawn('<c-mark kind="flag" plain>No contact</c-mark>')
    assert html.startswith('<span class="tc-mark"><span class="tc-mark__shape tc-mark--ochre">')


def test_marks_in_french(french):
    assert words_of(drawn('<c-mark kind="nothing" />')) == "Rien au dossier"
    assert words_of(
        drawn('<c-mark kind="not-done" />')
    ) == "Non fait\u00a0: sans personnel".replace("\u00a0", " ")


@pytest.mark.parametrize("level", range(6))
def test_as_many_bars_and_squares_are_filled_as_the_level_says(level):
    assert drawings.level_drawing(level).count('class="tc-rest"') == 5 - level
    assert drawings.strength_drawing(level).count('fill="none"') == 5 - level


def test_level_and_strength_say_their_word():
    assert words_of(drawn('<c-level level="4" />')) == "High"
    assert words_of(drawn('<c-level :level="level" />', level=None)) == "Not set"
    assert words_of(drawn('<c-level level="0" word="New order" />')) == "New order"
    assert words_of(drawn('<c-strength level="3" />')) == "Collateral"


def test_only_a_weak_strength_is_marked():
    assert "tc-strength--weak" not in drawn('<c-strength level="1" />')
    assert "tc-strength--weak" in drawn('<c-strength level="1" weak />')


def test_a_reason_opens_without_script():
    html = drawn('<c-reason short="1 day" source="Rule 4"><dl><dt>Rule</dt></dl></c-reason>')
    assert html.startswith('<details class="tc-reason"><summary>')
    assert words_of(html) == "1 day Rule 4 Rule"


def test_a_reason_without_a_short_form_asks_why(french):
    html = drawn('<c-reason short=""><dl><dt>Règle</dt></dl></c-reason>')
    assert words_of(html) == "Pourquoi Règle"


def test_a_reason_with_nothing_behind_it_does_not_pretend_to_open():
    assert "<details" not in drawn('<c-reason short="Date set by the court" />')


def test_the_action_of_a_line_says_what_and_for_whom():
    html = drawn(
        '<c-todo-line kind="now" when="by 17:00" surname="Bouchard" what="First report" '
        'action="Start intake" action_url="/x" />'
    )
    assert html.startswith('<li class="tc-todo">')
    link = html[html.index('href="/x"') :]
    assert words_of("<a " + link) == "Start intake : First report, Bouchard"


def test_a_line_of_one_has_no_second_lines():
    html = drawn(
        '<c-todo-line one="1" kind="ahead" when="Wed 25" note="room 2" surname="Osei" what="Ask" '
        'closed_by="Closed by" />'
    )
    assert words_of(html) == "Wed 25 Osei Ask"


def test_a_condition_known_well_carries_no_mark():
    html = drawn(
        '<c-condition-line number="1" title="Peace" strength="5" by="police" next="17 Dec" />'
    )
    assert words_of(html) == "1 Peace Official police 17 Dec"
    assert "tc-c-none" not in html


@pytest.mark.parametrize("strength", ["", 'strength="0"', ':strength="nothing"'])
def test_a_condition_that_nothing_checks_says_so(strength):
    html = drawn(f'<c-condition-line number="8" title="No weapons" {strength} />', nothing=0)
    assert "Nothing checks this" in words_of(html)


def test_a_late_entry_shows_both_times_and_what_stood_before():
    html = drawn(
        '<c-timeline-entry kind="done" title="Seen" day="19 Nov" at="2026-11-19">Two lines.'
        '<c-slot name="times">Recorded <b>Mon 23</b></c-slot>'
        '<c-slot name="earlier">Not seen</c-slot></c-timeline-entry>'
    )
    assert words_of(html) == "Seen 19 Nov Two lines. Written before: Not seen Recorded Mon 23"


def test_the_victim_line_is_the_same_for_everyone_without_access():
    assert drawn("<c-victim-line />") == drawn("<c-victim-line />", person="someone else")
    assert "Open the card" in drawn('<c-victim-line open_url="/card" />')


def test_components_escape_what_they_are_given():
    html = drawn('<c-empty :says="says" />', says="<b>x</b>")
    assert "&lt;b&gt;x&lt;/b&gt;" in html
