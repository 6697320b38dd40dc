"""Each component with and without its optional parts, and every mark by its word."""

import re

import pytest
from django.template import Context, Template
from django.utils.translation import override

from throughcare.pages import drawings, marks
from throughcare.pages.tests.test_components import drawn, words_of

WORDS = {
    "overdue": ("Overdue", "En retard"),
    "now": ("Open, due now", "À faire maintenant"),
    "ahead": ("Ahead", "À venir"),
    "done": ("Done", "Fait"),
    "done-late": ("Done late", "Fait en retard"),
    "set-aside": ("Set aside", "Mis de côté"),
    "paused": ("Paused", "En suspens"),
    "ended": ("Ended", "Terminé"),
    "not-done": ("Not done: no staff", "Non fait\u00a0: sans personnel"),
    "verified": ("Verified", "Vérifié"),
    "reported": ("Reported", "Rapporté"),
    "contradicted": ("Contradicted", "Contredit"),
    "stale": ("Stale", "Périmé"),
    "nothing": ("Nothing on file", "Rien au dossier"),
    "with-court": ("Query to court office or Crown", "Question au greffe ou à la Couronne"),
    "to-confirm": ("To confirm", "À confirmer"),
    "safety": ("Safety", "Sécurité"),
    "flag": ("Flag", "Signalement"),
    "locked": ("Locked", "Fermé"),
}


def tag(source, **context):
    return Template("{% load marks %}" + source).render(Context(context))


def test_every_mark_has_its_words_here():
    assert set(WORDS) == set(marks.MARKS)


@pytest.mark.parametrize("kind", WORDS)
@pytest.mark.parametrize(("place", "language"), [(0, "en"), (1, "fr")])
def test_a_mark_by_its_word(kind, place, language):
    with override(language):
        assert tag("{{ kind|mark_word }}", kind=kind) == WORDS[kind][place]


@pytest.mark.parametrize(
    ("colour", "kinds"),
    [
        ("brick", {"overdue", "not-done", "contradicted", "nothing"}),
        ("ochre", {"now", "reported", "stale", "safety", "flag"}),
        ("spruce", {"done", "done-late", "verified"}),
        ("plum", {"paused", "with-court", "locked"}),
        ("soft", {"ahead", "set-aside", "ended", "to-confirm"}),
    ],
)
def test_a_colour_has_one_meaning(colour, kinds):
    assert {kind for kind, mark in marks.MARKS.items() if mark.colour == colour} == kinds
    assert {tag("{{ kind|mark_colour }}", kind=kind) for kind in kinds} == {colour}


@pytest.mark.parametrize("kind", WORDS)
def test_a_tag_draws_what_the_module_draws(kind):
    drawing = tag("{% mark_drawing kind %}", kind=kind)

    assert drawing == drawings.mark_drawing(kind)
    assert 'focusable="false"' in drawing
    assert "style" not in drawing


@pytest.mark.parametrize(
    ("level", "strength", "supervision"),
    [
        (0, "Nothing on file", "Not set"),
        (1, "Word only", "Very low"),
        (2, "Document", "Low"),
        (3, "Collateral", "Medium"),
        (4, "Observed", "High"),
        (5, "Official", "Very high"),
    ],
)
@pytest.mark.parametrize("as_text", [True, False], ids=["text", "figure"])
def test_strengths_and_levels_by_their_word(level, strength, supervision, as_text):
    given = str(level) if as_text else level

    assert tag("{{ at|strength_word }}", at=given) == strength
    assert tag("{{ at|level_word }}", at=given) == supervision
    assert tag("{% strength_drawing at %}", at=given) == drawings.strength_drawing(level)
    assert tag("{% level_drawing at %}", at=given) == drawings.level_drawing(level)


@pytest.mark.parametrize("nothing", [None, "", 0])
def test_no_level_is_level_nought(nothing):
    assert tag("{{ at|level_word }}", at=nothing) == "Not set"
    assert tag("{{ at|strength_word }}", at=nothing) == "Nothing on file"
    assert tag("{% level_drawing at %}", at=nothing).count('class="tc-rest"') == 5


@pytest.mark.parametrize(("level", "error"), [(6, KeyError), (-1, KeyError), ("x", ValueError)])
def test_a_level_that_is_none_is_loud(level, error):
    with pytest.raises(error):
        tag("{{ at|level_word }}", at=level)


def test_bars_rise_within_their_drawing():
    places = re.findall(r'y="(-?\d+)" width="4" height="(\d+)"', drawings.level_drawing(5))

    assert [int(y) + int(height) for y, height in places] == [13] * 5
    assert [int(height) for _y, height in places] == [5, 7, 9, 11, 13]


@pytest.mark.parametrize(
    ("attributes", "classes"),
    [
        ("", "tc-mark tc-mark--plum"),
        ("strong", "tc-mark tc-mark--plum tc-mark--strong"),
        ("plain", "tc-mark"),
        ("plain strong", "tc-mark tc-mark--strong"),
    ],
)
def test_how_loud_a_mark_is(attributes, classes):
    html = drawn(f'<c-mark kind="paused" {attributes}>Custody</c-mark>')

    assert html.startswith(f'<span class="{classes}"><span class="tc-mark__shape tc-mark--plum">')
    assert words_of(html) == "Custody"


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ('<c-todo-line kind="now" when="09:30" what="Call" />', "09:30 Call"),
        ('<c-todo-line kind="now" when="09:30" note="room 2" what="Call" />', "09:30 room 2 Call"),
        ('<c-todo-line kind="now" when="9" surname="Osei" what="Call" />', "9 Osei Call"),
        (
            '<c-todo-line kind="now" when="9" surname="Osei" first_names="Ama" what="Call" />',
            "9 Osei , Ama Call",
        ),
        (
            '<c-todo-line kind="now" when="9" what="Call" closed_by="A note" />',
            "9 Call A note",
        ),
        (
            '<c-todo-line kind="now" when="9" what="Call" action="Write" action_url="/w" />',
            "9 Call Write : Call",
        ),
        (
            (
                '<c-todo-line kind="now" when="9" what="Call" action="Write" action_url="/w">'
                '<c-slot name="act">Done</c-slot></c-todo-line>'
            ),
            "9 Call Done",
        ),
        (
            (
                '<c-todo-line kind="now" when="9" what="Call"><c-slot name="reason">Rule 4</c-slot>'
                "</c-todo-line>"
            ),
            "9 Call Rule 4",
        ),
        (
            (
                '<c-todo-line kind="now" when="9" surname="Osei" what="Call">'
                '<c-slot name="who_note">High</c-slot></c-todo-line>'
            ),
            "9 Osei High Call",
        ),
    ],
    ids=["bare", "note", "surname", "names", "closed_by", "action", "act", "reason", "who_note"],
)
def test_a_line_of_what_is_to_do_says_each_part_it_has(source, words):
    assert words_of(drawn(source)) == words


@pytest.mark.parametrize(
    ("attributes", "classes"),
    [("", "tc-todo"), ('one="1"', "tc-todo tc-todo--one"), ("current", "tc-todo tc-todo--current")],
)
def test_a_line_of_what_is_to_do_has_its_class(attributes, classes):
    html = drawn(f'<c-todo-line kind="now" when="9" what="Call" {attributes} />')

    assert html.startswith(f'<li class="{classes}">')


@pytest.mark.parametrize(("url", "count"), [("", 0), ('person_url="/p"', 1)])
def test_a_person_is_a_link_where_there_is_a_file(url, count):
    html = drawn(f'<c-todo-line kind="now" when="9" surname="Osei" what="Call" {url} />')

    assert html.count('<a href="/p"><b>Osei</b></a>') == count


@pytest.mark.parametrize(
    ("attributes", "words"),
    [
        ('strength="3" by="sister" next="Fri"', "2 Live at 4 Elm Collateral sister Fri"),
        ('strength="1" strength_word="His word"', "2 Live at 4 Elm His word"),
        ('strength="0" by="since May"', "2 Live at 4 Elm Nothing checks this since May"),
        ('strength="0" strength_word="Not yet"', "2 Live at 4 Elm Not yet"),
        ('strength="3" note="Moved"', "2 Live at 4 Elm Moved Collateral"),
        ('strength="3" mark="stale"', "Needs attention 2 Live at 4 Elm Collateral"),
        (
            'strength="3" next="Fri" repair="Check" repair_url="/r"',
            "2 Live at 4 Elm Collateral Check : Live at 4 Elm",
        ),
    ],
    ids=["known", "own_word", "nothing", "nothing_own_word", "note", "mark", "repair"],
)
def test_a_condition_says_each_part_it_has(attributes, words):
    html = drawn(f'<c-condition-line number="2" title="Live at 4 Elm" {attributes} />')

    assert words_of(html) == words
    assert html.count('role="cell"') + html.count('colspan="2"') == 6


@pytest.mark.parametrize("colour", ["ochre", "brick"])
def test_the_note_of_a_condition_may_have_a_colour(colour):
    line = f'<c-condition-line number="2" title="x" note="Moved" note_colour="{colour}" />'

    assert f'<div class="tc-c-note tc-c-note--{colour}">Moved</div>' in drawn(line)


@pytest.mark.parametrize(
    ("attributes", "slot", "words"),
    [
        ("", "", "Seen 19 Nov"),
        ("", "At home.", "Seen 19 Nov At home."),
        ("", '<c-slot name="earlier">Away</c-slot>', "Seen 19 Nov Written before: Away"),
        ("", '<c-slot name="times">Recorded Mon</c-slot>', "Seen 19 Nov Recorded Mon"),
        ('title_url="/e"', "", "Seen 19 Nov"),
    ],
    ids=["bare", "body", "earlier", "times", "link"],
)
def test_an_entry_says_each_part_it_has(attributes, slot, words):
    html = drawn(
        f'<c-timeline-entry title="Seen" day="19 Nov" {attributes}>{slot}</c-timeline-entry>'
    )

    assert words_of(html) == words
    assert html.count('<a href="/e">Seen</a>') == bool(attributes)
    assert "datetime" not in html


@pytest.mark.parametrize(
    ("attributes", "opening"),
    [
        ("", '<details class="tc-reason"><summary>'),
        ("opened", '<details class="tc-reason" open><summary>'),
        ("inline", '<details class="tc-reason tc-reason--inline"><summary>'),
    ],
)
def test_how_a_reason_stands(attributes, opening):
    html = drawn(f'<c-reason short="1 day" {attributes}><dl></dl></c-reason>')

    assert html.startswith(opening)
    assert "tc-reason__source" not in html


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ('<c-note says="Kept." />', "Kept."),
        ("<c-note>Only this.</c-note>", "Only this."),
        ('<c-note says="Kept.">And this.</c-note>', "Kept. And this."),
        ('<c-empty says="Nothing." />', "Nothing."),
        ('<c-empty says="Nothing.">Until May.</c-empty>', "Nothing. Until May."),
        ('<c-section title="Orders">x</c-section>', "Orders x"),
        ('<c-section title="Orders" count="2">x</c-section>', "Orders 2 x"),
        (
            '<c-section title="Orders"><c-slot name="more">All</c-slot>x</c-section>',
            "Orders All x",
        ),
        ('<c-region label="Hours">x</c-region>', "x"),
    ],
)
def test_small_components_say_each_part_they_have(source, words):
    assert words_of(drawn(source)) == words


@pytest.mark.parametrize("kind", ["kept", "refused", "gate", "warning", "done"])
@pytest.mark.parametrize(("focus", "count"), [("", 0), ("focus", 1)])
def test_a_note_has_its_kind_and_takes_the_focus_where_asked(kind, focus, count):
    html = drawn(f'<c-note kind="{kind}" says="x" {focus} />')

    assert html.startswith(f'<div class="tc-note tc-note--{kind}"')
    assert html.count('tabindex="-1" data-takes-focus') == count


@pytest.mark.parametrize(
    ("attributes", "title"),
    [
        ("", '<h2 class="tc-section-title">Orders</h2>'),
        ("group", '<h2 class="tc-group-title">Orders</h2>'),
        ('id="orders"', '<h2 class="tc-section-title" id="orders">Orders</h2>'),
    ],
)
def test_a_section_has_its_title(attributes, title):
    html = drawn(f'<c-section title="Orders" {attributes}>x</c-section>')

    assert title in html
    assert "tc-head__more" not in html


def test_a_region_can_be_reached_and_is_named():
    assert drawn('<c-region label="Hours">x</c-region>') == (
        '<div class="tc-region" role="region" aria-label="Hours" tabindex="0">x</div>'
    )


@pytest.mark.parametrize(
    ("attributes", "link"),
    [
        ("", None),
        ('url="/tell"', '<a href="/tell">tell the victim contact officer</a>'),
        ('open_url="/card"', '<a href="/card">Open the card</a>'),
        ('open_url="/card" url="/tell"', '<a href="/card">Open the card</a>'),
    ],
)
def test_the_victim_line_leads_where_the_viewer_may_go(attributes, link):
    html = drawn(f"<c-victim-line {attributes} />")

    assert re.findall(r"<a .*?</a>", html) == ([link] if link else [])
    assert "Every file shows this line, whether or not anyone is registered." in html
