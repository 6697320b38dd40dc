"""The frame of a page, and the page of patterns in it."""

import re
from datetime import date

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.paginator import Paginator
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.utils.translation import override

from throughcare.pages.answers import page
from throughcare.pages.patterns import SampleForm, patterns
from throughcare.pages.person_header import OrderInForce, PersonHeader, Tab


class Member:
    """As much of a signed-in member as the frame shows."""

    is_authenticated = True
    short_name = "A. Okafor"
    role_name = "Officer"


def request_for(path: str = "/patterns?x=1"):
    request = RequestFactory().get(path)
    request.user = AnonymousUser()
    return request


def patterns_in(language: str) -> str:
    with override(language):
        return patterns(request_for()).content.decode()


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_page_has_one_title_one_heading_and_its_language(language):
    html = patterns_in(language)
    assert f'<html lang="{language}"' in html
    assert len(re.findall(r"<h1[ >]", html)) == 1
    assert len(re.findall(r"<title>[^<]+</title>", html)) == 1


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_page_has_nothing_inline(language):
    html = patterns_in(language)
    assert not re.search(r"<style|\sstyle=|\son\w+=|javascript:", html)
    assert re.findall(r"<script[^>]*>", html) == [
        '<script type="module" src="/static/throughcare/throughcare.js">'
    ]


def test_ids_are_unique():
    ids = re.findall(r'\sid="([^"]+)"', patterns_in("en"))
    assert sorted(ids) == sorted(set(ids))


def test_nothing_on_the_french_page_stayed_english():
    english = set(re.findall(r">([^<>]{12,})<", patterns_in("en")))
    french = set(re.findall(r">([^<>]{12,})<", patterns_in("fr")))
    same = {words.strip() for words in english & french} - {""}
    assert same <= {"Lavallée, Étienne", "« Je sors avant de crier. »"}


def shown(template: str, **context: object) -> str:
    return render_to_string(template, context, request=request_for("/people?q=caf%C3%A9"))


def test_the_menu_says_where_one_is():
    html = shown("pages/_bar.html", menu=[Tab("Today", "/t", True), Tab("Cases", "/c", count=60)])
    assert '<a href="/t" aria-current="page">Today</a>' in html
    assert 'Cases <span class="tc-bar__count">60</span></a>' in html


def test_the_search_box_keeps_its_words_and_works_without_script():
    html = shown("pages/_find.html")
    assert '<form class="tc-find" action="/find/" method="get" role="search">' in html
    assert 'name="q" type="search" autocomplete="off"' in html
    assert 'value="café"' in html


def test_the_language_button_stays_on_the_page():
    html = shown("pages/_language.html")
    assert 'name="next" value="/people?q=caf%C3%A9"' in html
    assert 'name="language" value="fr" lang="fr">Français</button>' in html
    with override("fr"):
        assert 'value="en" lang="en">English</button>' in shown("pages/_language.html")


def test_the_viewer_can_sign_out():
    html = shown("pages/_user.html", user=Member())
    assert "A. Okafor" in html
    assert '<button class="tc-link">Sign out</button>' in html


def test_what_was_kept_takes_the_focus_and_refusals_are_announced():
    kept = {"level_tag": "success", "message": "Kept."}
    html = shown("pages/_messages.html", messages=[kept, {"level_tag": "error"}])
    assert html.count("data-takes-focus") == 1
    assert 'role="status"' in html
    assert 'tc-note--refused" role="alert"' in html


def test_the_past_says_its_day_and_the_way_back():
    past = {"left_out": "3 entries left out.", "today_url": "/people", "later_url": "/later"}
    html = shown("pages/past.html", as_known_on=date(2026, 3, 14), past=past)
    assert "As known on Saturday 14\u00a0March\u00a02026, end of day" in html
    assert "3 entries left out." in html
    assert 'href="/people"' in html
    assert '<a href="/later">What came later</a>' in html


def test_a_file_can_be_asked_for_as_known_on_a_day():
    html = shown("pages/person_header.html", header=HEADER, choose_past_url="/as-known-on/")
    assert 'action="/as-known-on/" method="get"' in html
    assert 'name="page" value="/people"' in html


HEADER = PersonHeader(
    surname="Lavallée",
    first_names="Étienne",
    initials="LÉ",
    facts=("P-104482", "he"),
    safety="Two officers at his home",
    orders=(OrderInForce("Probation", "to 2 Apr 2028"),),
    flags=("One", "Two", "Three"),
    all_flags_url="/flags",
    tabs=(Tab("Overview", "/p", True),),
)


def test_the_header_of_a_person():
    html = shown("pages/person_header.html", header=HEADER)
    assert "<b>Lavallée</b>, Étienne" in html
    assert "P-104482 · he" in html
    assert "Not set" in html
    assert "<h1" not in html
    assert "Three" not in html
    assert '<a href="/flags">All flags</a>' in html
    assert '<a href="/p" aria-current="page">Overview</a>' in html


def test_the_name_is_the_heading_where_a_page_has_no_other():
    html = shown("pages/person_header.html", header=HEADER, name_is_title=True)
    assert html.count("<h1") == 1


def test_one_name_has_no_comma():
    one = PersonHeader(surname="Sukarno", first_names="", initials="S", facts=())
    html = shown("pages/person_header.html", header=one)
    assert "<b>Sukarno</b></p>" in html
    assert "nobody" in html


def test_a_page_that_only_says_something():
    html = shown("pages/said.html", title="Gone", says=["One.", "Two."], reference="7F2K")
    assert "<p>One.</p>" in html
    assert 'Reference <span class="tc-reference">7F2K</span>' in html


def test_the_frame_stands_without_a_request():
    assert len(re.findall("<h1", render_to_string("pages/said.html", {"title": "Down"}))) == 1


def test_a_print_says_who_and_when():
    html = shown("pages/_print_line.html", user=Member())
    assert re.search(r"Printed \d+\u00a0\w+\u00a0\d{4}, \d\d:\d\d, by", html)
    assert "shred after use" in html


def test_a_long_list_has_its_pages():
    list_page = Paginator(range(50), 20).page(2)
    html = shown("pages/pagination.html", list_page=list_page, query="&q=a")
    assert 'href="?page=1&amp;q=a" rel="prev"' in html
    assert "Page 2 of 3" in html
    assert shown("pages/pagination.html", list_page=Paginator([], 20).page(1)).strip() == ""


def test_a_page_with_errors_answers_422_and_says_so_in_its_title():
    form = SampleForm({})
    answer = page(request_for(), "pages/frame.html", {"form": form, "title": "Record"})
    assert answer.status_code == 422
    assert "<title>Error: Record – Throughcare</title>" in answer.content.decode()


def test_a_page_without_errors_answers_200_or_what_is_asked():
    assert page(request_for(), "pages/frame.html", {"form": SampleForm()}).status_code == 200
    assert page(request_for(), "pages/frame.html", status=404).status_code == 404
