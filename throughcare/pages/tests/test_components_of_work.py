"""People by the clock, an order and its proposals, long forms, papers, the field kit."""

import re

import pytest
from django.contrib.auth.models import AnonymousUser
from django.template.loader import render_to_string
from django.test import RequestFactory

from tests.markup import page_faults
from throughcare.pages.patterns import ContactForm
from throughcare.pages.tests.test_components import drawn, words_of

OFFICE = {
    "name": "Sudbury",
    "address": "1 Elm Street",
    "city": "Sudbury",
    "postal_code": "P3E 1A1",
    "phone": "705-555-0100",
}


def whole(template: str, **context: object) -> str:
    """Return a whole page of a template."""
    request = RequestFactory().get("/x")
    request.user = AnonymousUser()
    return render_to_string(template, context, request=request)


def test_a_person_by_the_clock():
    html = drawn(
        '<c-clock-line kind="now" at="09:30" note="office" initials="TB" surname="Bouchard" '
        'first_names="Tyler" person_url="/p"><c-slot name="ask">proof of address</c-slot>'
        '<c-slot name="acts"><a href="/a">Came</a></c-slot></c-clock-line>'
    )
    assert words_of(html) == "09:30 office TB Bouchard , Tyler Ask today: proof of address Came"
    assert '<a href="/p"><b>Bouchard</b>, Tyler</a>' in html


def test_a_face_takes_the_place_of_the_initials():
    html = drawn('<c-clock-line at="9" surname="Osei" photo_url="/f" initials="GO" />')
    assert '<img class="tc-person__face tc-clock__face" src="/f" alt="" width="36"' in html
    assert "GO" not in html


def test_who_asks_nothing_has_no_words_about_asking():
    html = drawn('<c-clock-line at="9" surname="Osei" safety="Dog in the yard" />')
    assert words_of(html) == "9 Osei Dog in the yard"
    assert '<div class="tc-clock__ask"></div>' in html


def test_a_fact_with_its_note_and_reason():
    html = drawn('<c-fact label="Made" value="Fri 20" note="as stamped">why</c-fact>')
    assert words_of(html) == "Made Fri 20 as stamped why"
    assert words_of(drawn('<c-fact label="Made" value="Fri 20" />')) == "Made Fri 20"


def test_the_text_of_an_order_is_named_by_its_title():
    html = drawn(
        '<c-order-text label="page 1" title="Probation order" scan_url="/s">Words</c-order-text>'
    )
    assert 'aria-labelledby="order-text"' in html
    assert '<h2 class="tc-order__title" id="order-text">Probation order</h2>' in html
    assert '<a href="/s">Scan</a>' in html
    assert "<a" not in drawn('<c-order-text label="page 1" title="Order">Words</c-order-text>')


@pytest.mark.parametrize(
    ("given", "start"),
    [
        ('number="6"', '<li class="tc-clause" value="6">'),
        ('number="6" state="query"', '<li class="tc-clause tc-clause--query" value="6">'),
        ('id="c" state="current"', '<li class="tc-clause tc-clause--current" id="c">'),
    ],
)
def test_a_clause_keeps_the_number_of_the_court(given, start):
    assert drawn(f"<c-clause {given}>Words</c-clause>") == f"{start}Words</li>"


def test_a_proposal_on_one_line():
    html = drawn(
        '<c-proposal number="4" title="Report" kind="verified" word="Confirmed" change="Change" '
        'change_url="/c"><c-slot name="note">First report by Tue 24</c-slot></c-proposal>'
    )
    assert html.startswith('<li class="tc-proposal">')
    assert words_of(html) == "4 4. Report First report by Tue 24 Confirmed Change : Report"


def test_a_proposal_worked_on_has_a_rule_and_its_own_act():
    html = drawn(
        '<c-proposal number="7" title="Hours" opened="current" id="p7"><p>fields</p>'
        '<c-slot name="act"><button>Confirm</button></c-slot></c-proposal>'
    )
    assert '<li class="tc-proposal tc-proposal--current" id="p7">' in html
    assert "<p>fields</p>" in html
    assert words_of(html).endswith("To confirm Confirm")


def test_a_part_of_a_form_has_its_name_and_what_stands_beside():
    html = drawn(
        '<c-form-part title="Check-in" hint="Urgent?" id="in">fields'
        '<c-slot name="beside">minutes</c-slot></c-form-part>'
    )
    assert words_of(html) == "Check-in Urgent? fields minutes"
    assert '<section class="tc-form-part" id="in">' in html
    assert "beside" not in drawn('<c-form-part title="Check-in">fields</c-form-part>')


def test_a_box_with_a_choice_names_both():
    form = ContactForm(auto_id="x_%s")
    html = render_to_string(
        "pages/forms/check_line.html", {"check": form["report"], "how": form["report_how"]}
    )
    assert 'for="x_report">4. Report as directed</label>' in html
    assert 'for="x_report_how">How do we know?, 4. Report as directed</label>' in html
    assert 'class="govuk-select"' in html


def test_without_connection_the_strip_says_so():
    html = drawn('<c-offline says="No connection.">Nothing is lost.</c-offline>')
    assert 'role="status"' in html
    assert words_of(html) == "No connection. Nothing is lost."


def test_a_timer_says_what_is_left():
    html = drawn('<c-timer left="18 min left" share="60" before="Next by 14:15" />')
    assert words_of(html) == "Next by 14:15 18 min left"
    assert '<rect width="60"' in html


@pytest.mark.parametrize("kind", ["slip", "sheet"])
def test_a_paper_is_in_the_language_of_the_person(kind):
    html = whole("pages/paper.html", title="Slip", kind=kind, paper_language="fr", office=OFFICE)
    assert f'<article class="tc-paper tc-paper--{kind}" lang="fr">' in html
    assert "tc-is-paper" in html
    assert "1 Elm Street, Sudbury P3E 1A1<br>705-555-0100</footer>" in html
    assert page_faults(html) == []


def test_a_paper_ends_with_the_hours_of_the_office():
    html = whole("pages/paper.html", title="Slip", office=OFFICE, hours="Mon to Fri, 8:30 to 17:00")
    assert "705-555-0100<br>Mon to Fri, 8:30 to 17:00</footer>" in html
    assert "tc-paper--sheet" in html


def test_the_button_that_prints_waits_for_script():
    html = whole("pages/paper.html", title="Slip", office=OFFICE)
    assert '<button class="govuk-button" type="button" hidden data-prints>Print</button>' in html


def test_a_page_of_the_field_kit_has_its_title_in_the_bar_and_help_at_the_foot():
    html = whole(
        "pages/field_frame.html", title="Farah, Hassan", back_url="/v", back_label="Visits"
    )
    assert len(re.findall("<h1", html)) == 1
    assert '<h1 class="tc-field-bar__title">Farah, Hassan</h1>' in html
    assert '<a class="tc-field-bar__back" href="/v">Visits</a>' in html
    assert '<footer class="tc-help">' in html
    assert "tc-foot" not in html
    assert page_faults(html) == []
