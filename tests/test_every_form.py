"""Every answer that can be typed has a most, and fits the column of its name."""

import inspect
from collections.abc import Iterator
from importlib import import_module

from django import forms
from django.apps import apps
from django.db import models

from tests.tree import code_files, mend, name_of
from throughcare.pages.forms import Form

# Fields whose answers are not kept under their own name, each with where they go.
KEPT_ELSEWHERE = {
    "cases.AskErasureForm.why": "of an erasure, which the record keeps",
    "cases.LiftHoldForm.why": "of a hold, which the record keeps",
    "cases.PlaceHoldForm.why": "of a hold, which the record keeps",
    "orders.EventForm.to": "among the facts of an event, which have no most",
    "staff.AgainForm.password": "compared with the digest on file",
    "staff.ChangePasswordForm.password": "compared with the digest on file",
    "staff.SignInForm.password": "compared with the digest on file",
    "staff.CodeForm.code": "compared with what the second factor shows",
    "staff.SetUpForm.code": "compared with what the second factor shows",
}


def form_classes() -> Iterator[type[Form]]:
    """Give every form of the tree once."""
    for path in code_files():
        if "forms" in name_of(path).split("/") or path.name == "forms.py":
            module = import_module(name_of(path).removesuffix(".py").replace("/", "."))
            for _name, kind in inspect.getmembers(module, inspect.isclass):
                if issubclass(kind, Form) and kind.__module__ == module.__name__:
                    yield kind


def app_of(kind: type[Form]) -> str:
    """Return the app that a form belongs to."""
    return kind.__module__.split(".")[1]


def texts() -> Iterator[tuple[str, str, forms.CharField]]:
    """Give every field that takes text, with its place and its app."""
    for kind in form_classes():
        for name, field in kind.base_fields.items():
            # A field that reads its text as something else has the most of what it reads.
            if getattr(type(field), "to_python", None) is forms.CharField.to_python:
                yield f"{app_of(kind)}.{kind.__name__}.{name}", app_of(kind), field


def columns(app: str) -> dict[str, int]:
    """Return the columns of an app that hold a text of a most, with the longest of each name."""
    found: dict[str, int] = {}
    if not apps.is_installed(f"throughcare.{app}"):
        return found
    for model in apps.get_app_config(app).get_models():
        for field in model._meta.concrete_fields:
            if isinstance(field, models.CharField) and field.max_length:
                found[field.name] = max(found.get(field.name, 0), field.max_length)
    return found


def test_every_text_has_a_most():
    """Nobody can send a book, and no field cuts off without a word."""
    found = [place for place, _app, field in texts() if field.max_length is None]

    assert found == [], mend("Give these fields a max_length.", found)


def test_every_text_fits_the_column_of_its_name():
    """What a form lets through, its table holds."""
    found = sorted(place for place in too_wide() if place not in KEPT_ELSEWHERE)

    assert found == [], mend("Let these fields take no more than their column.", found)


def too_wide() -> Iterator[str]:
    """Give the place of each field that takes more than the column of its name."""
    for place, app, field in texts():
        most = columns(app).get(place.split(".")[-1])
        if most is not None and (field.max_length or 0) > most:
            yield place


def test_exceptions_are_still_there():
    """The list of answers kept elsewhere holds nothing that is gone."""
    assert sorted(KEPT_ELSEWHERE.keys() - set(too_wide())) == [], "Take these out."


def test_the_forms_are_found():
    """The law looks at all of them."""
    assert len(list(form_classes())) > 60


def test_the_law_sees_a_text_without_a_most():
    """A field that takes any text is one that is found."""
    sample = forms.CharField()

    assert type(sample).to_python is forms.CharField.to_python
    assert sample.max_length is None
