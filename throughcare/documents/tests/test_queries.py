"""Whose documents are listed, and how one is sent."""

import pytest
from django.template.loader import render_to_string

from throughcare import clock
from throughcare.documents import commands, queries
from throughcare.documents.tests.factories import Someone, keep

pytestmark = pytest.mark.django_db


def test_documents_of_one_owner_newest_first(django_assert_num_queries):
    case, person = Someone(), Someone()
    first = keep(b"1", case=case)
    second = keep(b"2", case=case, person=person)
    keep(b"3")

    with django_assert_num_queries(1):
        assert list(queries.documents_of(case_id=case.id)) == [second, first]
    assert list(queries.documents_of(person_id=person.id)) == [second]


def test_misfiled_documents_stand_apart():
    case = Someone()
    kept, wrong = keep(b"1", case=case), keep(b"2", case=case)
    commands.mark_misfiled(document=wrong, reason="Another file", by=Someone())

    assert list(queries.documents_of(case_id=case.id)) == [kept]
    assert list(queries.documents_of(case_id=case.id, misfiled=True)) == [wrong]


@pytest.mark.parametrize("owners", [{}, {"case_id": "a", "person_id": "b"}])
def test_one_owner_is_asked_about(owners):
    with pytest.raises(TypeError):
        queries.documents_of(**owners)


def test_a_document_is_sent_to_be_saved_and_nothing_in_it_runs():
    answer = queries.serve(keep(b"<script>", file_name="lettre d’été\u202e.txt"))

    assert b"".join(answer.streaming_content) == b"<script>"
    assert answer["Content-Type"] == "text/plain"
    assert answer["Content-Disposition"] == (
        "attachment; filename*=utf-8''lettre%20d%E2%80%99%C3%A9t%C3%A9.txt"
    )
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert answer["Cache-Control"] == "no-store, private"
    answer.close()


def test_the_list_escapes_what_was_typed():
    document = keep(title="<b>Order</b>", file_name="<b>.txt")

    shown = render_to_string("documents/_list.html", {"documents": [document]})

    assert "&lt;b&gt;Order&lt;/b&gt;" in shown
    assert "<b>" not in shown
    assert "kept" in shown


def test_an_empty_list_says_so():
    shown = render_to_string("documents/_list.html", {"documents": []})

    assert "No paper has been kept here." in shown


def test_a_misfiled_document_says_by_whom_and_why():
    wrong = commands.mark_misfiled(document=keep(), reason="Another file", by=Someone())

    shown = render_to_string("documents/_facts.html", {"document": wrong})

    assert "by Adaeze Okafor: Another file" in " ".join(shown.split())


@pytest.mark.parametrize(
    ("content", "name", "text"),
    [(b"Order of 3 March", "order.txt", "Order of 3 March"), (b" ", "blank.txt", "")],
)
def test_the_words_of_a_document_in_one_query(content, name, text, django_assert_num_queries):
    kept = keep(content, file_name=name)

    with django_assert_num_queries(1):
        assert queries.text_of(kept) == text


def test_papers_of_one_moment_stand_by_their_ids():
    case, at = Someone(), clock.wall()
    with clock.frozen(at):
        kept = [keep(str(number).encode(), case=case) for number in range(3)]

    newest_first = sorted(kept, key=lambda each: each.id, reverse=True)
    assert list(queries.documents_of(case_id=case.id)) == newest_first


def test_a_person_and_a_case_of_the_same_id_are_not_mixed():
    someone = Someone()
    keep(b"1", case=someone)

    assert not queries.documents_of(person_id=someone.id).exists()
    assert not queries.documents_of(case_id=someone.id, misfiled=True).exists()
