"""Every table stands at its height, and has a history or a reason for having none."""

from collections.abc import Iterable, Mapping

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import models
from django.db.migrations.loader import MigrationLoader
from django.test.utils import isolate_apps

from tests.tree import ROOT, mend, tiers_in
from throughcare.record.installation import missing_histories
from throughcare.record.registry import not_recorded, reason_without_history, recorded_models

# Tables of libraries, with the reason why they may be without a history.
OF_LIBRARIES = {
    "auth": "Django's groups and permissions; roles are code here, so these stay empty.",
    "contenttypes": "Django's list of models.",
    "account": "allauth's e-mail addresses; staff sign in by username.",
    "mfa": "allauth's second factors: secrets, which a history would only spread.",
    "procrastinate": "Background work: its own log of events.",
}


def our_models() -> list[type[models.Model]]:
    """Return every table of the product's own apps, automatic ones too."""
    ours = [config for config in apps.get_app_configs() if config.name.startswith("throughcare.")]
    found = [model for config in ours for model in config.get_models(include_auto_created=True)]
    return [model for model in found if model._meta.managed and not model._meta.proxy]


def tier_of(model: type[models.Model]) -> str:
    """Return the line of the contract that a model's app stands on."""
    return model._meta.app_config.name.removeprefix("throughcare.")


def foreign_keys_up(found: Iterable[type[models.Model]], heights: Mapping[str, int]) -> list[str]:
    """Return the foreign keys that do not point down a tier, or at their own app."""
    wrong = []
    for model in found:
        for field in model._meta.get_fields():
            if not isinstance(field, models.ForeignKey) or field.model is not model:
                continue
            to = field.remote_field.model
            if not to._meta.app_config.name.startswith("throughcare."):
                continue
            here, there = tier_of(model), tier_of(to)
            if here != there and heights[here] <= heights[there]:
                wrong.append(f"{model._meta.label}.{field.name} points at {to._meta.label}")
    return wrong


def undeclared(found: Iterable[type[models.Model]]) -> list[str]:
    """Return the tables that are neither recorded nor said not to be."""
    with_history = set(recorded_models())
    return [
        model._meta.label
        for model in found
        if model not in with_history and not reason_without_history(model)
    ]


def starts_of(graph: Mapping[tuple[str, str], Iterable]) -> Iterable[tuple[str, str]]:
    """Give the first migration of each of our apps that has tables."""
    ours = {config.label for config in apps.get_app_configs() if config.models_module}
    labels = {each._meta.app_label for each in our_models()} & ours
    return [key for key in graph if key[0] in labels and key[1].startswith("0001")]


def test_foreign_keys_point_down_the_tiers():
    """A lower part of the house knows nothing of a higher one, in the database too."""
    heights = tiers_in((ROOT / ".importlinter").read_text())

    assert foreign_keys_up(our_models(), heights) == [], (
        "Keep the key in the higher app, or hold a bare UUID."
    )


def test_every_model_is_recorded_or_says_why_not():
    """Nobody forgets a history by accident."""
    assert undeclared(our_models()) == [], (
        "Decorate the model with @recorded, or with @not_recorded and the reason."
    )


def test_every_reason_for_no_history_is_a_sentence():
    """A table without a history gives its reason in words."""
    reasons = {model._meta.label: reason_without_history(model) for model in our_models()}
    found = [label for label, why in reasons.items() if why and len(why.split()) < 4]

    assert found == [], mend("Say in a sentence why these tables need no history.", found)


def test_tables_of_libraries_have_a_reason():
    """A new library that brings tables is looked at before it is used."""
    theirs = {
        config.label
        for config in apps.get_app_configs()
        if not config.name.startswith("throughcare.") and list(config.get_models())
    }

    assert theirs <= OF_LIBRARIES.keys(), "Add the library to OF_LIBRARIES with the reason."


def test_no_automatic_many_to_many_tables():
    """Every relation is a model, so that it has a history of its own."""
    found = [model._meta.label for model in our_models() if model._meta.auto_created]

    assert found == [], mend("Write the relation as a model with two foreign keys.", found)


def test_ends_are_named_ends_before():
    """A period is starts_on and ends_before: no table says an inclusive end."""
    inclusive = ("end_date", "ends_on", "end_on", "ended_on", "valid_to", "valid_until")
    found = [
        f"{model._meta.label}.{field.name}"
        for model in our_models()
        for field in model._meta.concrete_fields
        if field.name in inclusive
    ]

    assert found == [], mend(
        "Name it ends_before (a day) or ends_at (a moment): docs/adr/0005.", found
    )


def test_days_and_moments_are_named_apart():
    """A day ends in _on or is ends_before or a plain noun; a moment ends in _at."""
    found = [
        f"{model._meta.label}.{field.name}"
        for model in our_models()
        for field in model._meta.concrete_fields
        if (isinstance(field, models.DateTimeField) and field.name.endswith("_on"))
        or (
            isinstance(field, models.DateField)
            and not isinstance(field, models.DateTimeField)
            and field.name.endswith("_at")
        )
    ]

    assert found == [], mend("A DateField ends in _on, a DateTimeField in _at.", found)


def test_ids_are_made_by_the_program():
    """A recorded row's id is a UUID known before it is written, on a phone too."""
    found = [
        model._meta.label
        for model in recorded_models()
        if not isinstance(model._meta.pk, models.UUIDField)
    ]

    assert found == [], mend("Use id = models.UUIDField(primary_key=True, default=new_id).", found)


@pytest.mark.django_db
def test_every_recorded_table_has_its_history():
    """History table, four triggers, and every column with its type."""
    assert missing_histories() == [], "Run `throughcare migrate`: it brings histories along."


def test_first_migrations_rest_on_the_record():
    """No table is made before the record that keeps it."""
    loader = MigrationLoader(None, replace_migrations=False)
    first = [loader.disk_migrations[key] for key in starts_of(loader.disk_migrations)]
    found = [
        f"{each.app_label}.{each.name}"
        for each in first
        if each.app_label != "record" and ("record", "0001_first") not in each.dependencies
    ]

    assert found == [], mend('Begin dependencies with ("record", "0001_first").', found)


@pytest.mark.django_db
def test_migrations_say_what_the_models_say():
    """The tables are what the models say."""
    try:
        call_command("makemigrations", check=True, dry_run=True, verbosity=0)
    except SystemExit:
        pytest.fail("Models changed: throughcare manage makemigrations <app> -n <what_changes>.")


def test_the_law_sees_a_key_that_points_up():
    """A tier's height is its line in the contract, counted from below."""
    heights = tiers_in(
        "[importlinter:contract:tiers]\nlayers =\n    (site)\n    cases | field\n    people"
    )
    upside_down = {"cases": 0, "people": 1, "staff": 1}
    case = apps.get_model("cases.Case")

    assert heights == {"site": 2, "cases": 1, "field": 1, "people": 0}
    assert foreign_keys_up([case], {"cases": 2, "people": 1, "staff": 0}) == []
    assert "cases.Case.person points at people.Person" in foreign_keys_up([case], upside_down)


@isolate_apps("throughcare.staff")
def test_the_law_sees_a_table_without_declaration():
    class Bare(models.Model):
        class Meta:
            app_label = "staff"

    assert undeclared([Bare]) == ["staff.Bare"]
    assert undeclared([not_recorded("It is only a sample here.")(Bare)]) == []
