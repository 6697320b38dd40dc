"""How a document is sent and shown, whatever it is called; no database is asked."""

import re
from datetime import UTC, datetime
from uuid import UUID

import pytest
from django.template.loader import render_to_string
from django.utils.translation import override

from throughcare.documents import queries
from throughcare.documents.acts import MARKS, WORDS
from throughcare.documents.models import Document, Kind, State
from throughcare.documents.parser import DOCX, JPEG, PDF, PNG, TEXT
from throughcare.documents.store import path_of
from throughcare.pages.marks import MARKS as DRAWN

SHA = "ab" * 32


def a_document(**said):
    """A document that was never saved."""
    usual = {
        "id": UUID(int=7),
        "title": "Order",
        "kind": Kind.COURT_PAPER,
        "file_name": "order.pdf",
        "sha256": SHA,
        "size": 2048,
        "media_type": PDF,
        "pages": 1,
        "state": State.KEPT,
        "kept_at": datetime(2026, 11, 23, 21, 40, tzinfo=UTC),
        "kept_by_name": "Adaeze Okafor",
    }
    return Document(**usual | said)


@pytest.fixture
def content():
    """The content of the document, where it belongs."""
    path = path_of(SHA)
    path.parent.mkdir(parents=True)
    path.write_bytes(b"<script>")
    return path


def sent(**said):
    """Return the answer that sends a document. Its file is closed: no request ends here."""
    answer = queries.serve(a_document(**said))
    answer.file_to_stream.close()
    return answer


def words_of(html):
    return " ".join(re.sub(r"<[^>]+>", " ", html).replace("\u00a0", " ").split())


def facts_of(**said):
    return words_of(render_to_string("documents/_facts.html", {"document": a_document(**said)}))


def listed(*documents, **urls):
    return render_to_string("documents/_list.html", {"documents": documents, **urls})


@pytest.mark.parametrize("media_type", [PDF, DOCX, PNG, JPEG, TEXT])
def test_a_document_is_sent_as_what_was_found_in_it(media_type, content):
    answer = sent(media_type=media_type)

    assert answer["Content-Type"] == media_type
    assert answer["Content-Length"] == "8"


@pytest.mark.parametrize(
    ("file_name", "disposition"),
    [
        ("order.pdf", 'attachment; filename="order.pdf"'),
        ("order 3 March.pdf", 'attachment; filename="order 3 March.pdf"'),
        ("order.html", 'attachment; filename="order.html"'),
        ("été.pdf", "attachment; filename*=utf-8''%C3%A9t%C3%A9.pdf"),
        ("a;b.pdf", 'attachment; filename="a;b.pdf"'),
    ],
)
def test_a_document_is_always_saved_under_its_own_name(file_name, disposition, content):
    assert sent(file_name=file_name)["Content-Disposition"] == disposition


@pytest.mark.parametrize(
    ("header", "value"),
    [
        ("X-Content-Type-Options", "nosniff"),
        ("Content-Security-Policy", "sandbox; default-src 'none'"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        ("Cache-Control", "no-store, private"),
    ],
)
def test_nothing_in_a_sent_document_runs_or_stays(header, value, content):
    assert sent()[header] == value


def test_a_content_that_is_missing_is_loud():
    with pytest.raises(FileNotFoundError):
        queries.serve(a_document())


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        pytest.param({}, "order.pdf · 2.0 KB · 1 page · {kept}", id="one_page"),
        pytest.param({"pages": 3}, "order.pdf · 2.0 KB · 3 pages · {kept}", id="pages"),
        pytest.param({"pages": None}, "order.pdf · 2.0 KB · {kept}", id="no_pages"),
        pytest.param(
            {"state": State.UNREADABLE},
            "order.pdf · 2.0 KB · 1 page · {kept} · its text could not be read, so a search does "
            "not find its words",
            id="unreadable",
        ),
        pytest.param(
            {
                "misfiled_at": datetime(2026, 11, 24, 14, 0, tzinfo=UTC),
                "misfiled_by_name": "L. Tremblay",
                "misfiled_reason": "Another file",
            },
            "order.pdf · 2.0 KB · 1 page · {kept} · set aside 24 Nov 2026, 09:00 by L. Tremblay: "
            "Another file",
            id="misfiled",
        ),
    ],
)
def test_what_is_known_of_a_document_in_english(said, expected):
    with override("en"):
        shown = facts_of(**said)

    assert shown == expected.format(kept="kept 23 Nov 2026, 16:40 by Adaeze Okafor")


@override("fr")
def test_what_is_known_of_a_document_in_french():
    assert facts_of().startswith("order.pdf · 2,0 Kio · 1 page · ")
    assert "3 pages" in facts_of(pages=3)
    assert "23 nov. 2026, 16 h 40" in facts_of()
    assert "could not" not in facts_of(state=State.UNREADABLE)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_name_and_title_keep_their_own_direction_of_writing(language):
    with override(language):
        shown = listed(a_document(title="אישור", file_name="אישור.pdf"))

    assert "<bdi>אישור</bdi>" in shown
    assert "<bdi>אישור.pdf</bdi>" in shown


def test_a_list_without_views_has_no_links():
    shown = listed(a_document())

    assert "<a " not in shown
    assert f'id="document-{UUID(int=7)}"' in shown


@pytest.mark.parametrize("kind", Kind)
def test_each_kind_is_said_in_both_languages(kind):
    said = []
    for language in ("en", "fr"):
        with override(language):
            said.append(str(kind.label))
            shown = words_of(listed(a_document(kind=kind)))
            assert shown.startswith(f"Order {kind.label} order.pdf")

    assert said[0] != said[1]


def test_an_empty_list_says_so_in_french():
    with override("fr"):
        assert words_of(listed()) == "Aucun document n’est conservé ici."


@pytest.mark.parametrize(
    ("act", "english", "french"),
    [
        ("documents.kept", "Document kept", "Document conservé"),
        ("documents.retitled", "Document given another title", "Document renommé"),
        (
            "documents.misfiled",
            "Document set aside: it belongs elsewhere",
            "Document mis de côté\u00a0: sa place est ailleurs",
        ),
    ],
)
def test_each_act_has_its_words(act, english, french):
    with override("en"):
        assert str(WORDS[act]) == english
    with override("fr"):
        assert str(WORDS[act]) == french


def test_every_act_with_a_mark_has_words_and_a_drawing():
    assert set(MARKS) <= set(WORDS)
    assert set(MARKS.values()) <= set(DRAWN)
