"""What the database itself refuses of a document, and how its words are kept."""

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from throughcare import clock
from throughcare.documents import queries
from throughcare.documents.models import ContentText, Document
from throughcare.documents.tests.factories import keep
from throughcare.record.entries import System, entry
from throughcare.record.queries import versions_of

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("changed", "constraint"),
    [
        ({"case_id": None, "person_id": None}, "document_is_on_a_case_or_a_person"),
        ({"misfiled_at": clock.wall()}, "misfiled_document_says_why"),
        ({"misfiled_reason": "Another file"}, "misfiled_document_says_why"),
    ],
)
def test_the_database_keeps_the_rules(changed, constraint):
    kept = keep()

    with (
        pytest.raises(IntegrityError, match=constraint),
        transaction.atomic(),
        entry("documents.retitled", by=System()),
    ):
        Document.objects.filter(pk=kept.pk).update(**changed)


def test_a_document_is_not_changed_without_an_entry():
    kept = keep()

    with pytest.raises(DatabaseError, match="needs an entry"), transaction.atomic():
        Document.objects.filter(pk=kept.pk).update(title="Another")


def test_both_titles_stay_in_the_history():
    kept = keep(title="Scan 3")
    with entry("documents.retitled", by=System()):
        Document.objects.filter(pk=kept.pk).update(title="Probation order")

    titles = [version.values["title"] for version in versions_of(Document, kept.pk)]
    assert titles == ["Scan 3", "Probation order"]


def test_the_words_of_a_content_are_kept_once():
    first, second = keep(b"The same words"), keep(b"The same words", title="Copy")

    assert ContentText.objects.count() == 1
    assert queries.text_of(first) == queries.text_of(second) == "The same words"


def test_a_title_is_what_a_document_is_called():
    assert str(keep(title="Order")) == "Order"
