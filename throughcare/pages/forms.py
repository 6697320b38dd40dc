"""Forms in the look of the pages: fields, errors and the summary of what to put right."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

from django import forms
from django.forms.boundfield import BoundField
from django.forms.renderers import TemplatesSetting
from django.forms.utils import pretty_name
from django.forms.widgets import Input
from django.template.base import Template
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from throughcare.refusal import Refused

OWN_TEMPLATES = {
    "django/forms/widgets/radio.html": "pages/forms/radios.html",
    "django/forms/widgets/checkbox_select.html": "pages/forms/checks.html",
    "django/forms/widgets/checkbox.html": "pages/forms/check.html",
    "django/forms/widgets/password.html": "pages/forms/password.html",
    "django/forms/errors/list/ul.html": "pages/forms/errors.html",
    "django/forms/errors/list/default.html": "pages/forms/errors.html",
}
# The class of a widget; the first kind that fits is taken.
CLASSES: tuple[tuple[type[forms.Widget], str], ...] = (
    (forms.HiddenInput, ""),
    (forms.CheckboxInput, "govuk-checkboxes__input"),
    (forms.RadioSelect, ""),
    (forms.CheckboxSelectMultiple, ""),
    (forms.Select, "govuk-select"),
    (forms.Textarea, "govuk-textarea"),
    (forms.FileInput, "govuk-file-upload"),
    (forms.PasswordInput, "govuk-input govuk-password-input__input govuk-js-password-input-input"),
    (Input, "govuk-input"),
)


DJANGO_REQUIRED = forms.Field.default_error_messages["required"]
DJANGO_INVALID_CHOICES = [
    kind.default_error_messages["invalid_choice"]
    for kind in (
        forms.ChoiceField,
        forms.MultipleChoiceField,
        forms.ModelChoiceField,
        forms.ModelMultipleChoiceField,
    )
]
TOO_LONG = gettext_lazy("Shorten this to %(limit_value)d characters; it has %(show_value)d.")


class Problem(NamedTuple):
    """A thing to put right, and the field it belongs to."""

    message: str
    target: str


class Field(BoundField):
    """A field of a form with the classes and ties of our templates."""

    @property
    def is_check(self) -> bool:
        """Say whether the field is one checkbox, whose label stands beside it."""
        return isinstance(self.field.widget, forms.CheckboxInput)

    @property
    def target(self) -> str:
        """Return the id that a link to this field leads to: of a group, its first choice."""
        return f"{self.auto_id}_0" if self.use_fieldset else str(self.id_for_label)

    def build_widget_attrs(
        self, attrs: dict[str, Any], widget: forms.Widget | None = None
    ) -> dict[str, Any]:
        """Return Django's attributes with our classes.

        `required` and `maxlength` are left out: the browser would object in its own words, or
        cut off what is pasted without a word.
        """
        widget = widget or self.field.widget
        built: dict[str, Any] = super().build_widget_attrs(attrs, widget)
        built.pop("required", None)
        built.pop("maxlength", None)
        widget.attrs.pop("maxlength", None)
        own = next((name for kind, name in CLASSES if isinstance(widget, kind)), "")
        given = built.get("class") or widget.attrs.get("class", "")
        error = f"{own.split()[0]}--error" if own and self.errors else ""
        written = " ".join(part for part in (own, given, error) if part)
        return {**built, "class": written} if written else built


class Renderer(TemplatesSetting):
    """Draws forms with the templates of this app."""

    form_template_name = "pages/forms/form.html"
    field_template_name = "pages/forms/field.html"
    bound_field_class = Field

    def get_template(self, template_name: str) -> Template | None:
        """Return our template of a widget where there is one, Django's otherwise."""
        return super().get_template(OWN_TEMPLATES.get(template_name, template_name))


def problems(form: forms.BaseForm) -> list[Problem]:
    """Return what is wrong with a form, in the order of its fields."""
    found = [Problem(str(message), "") for message in form.non_field_errors()]
    for field in form:
        target = getattr(field, "target", None) or field.id_for_label
        found += [Problem(str(message), target) for message in field.errors]
    return found


def say_plainly(field: forms.Field, label: str) -> None:
    """Put our sentences in place of Django's; a form's own sentences stay."""
    said = {"label": label}
    if field.error_messages.get("required") is DJANGO_REQUIRED:
        choice = isinstance(field, forms.ChoiceField | forms.ModelChoiceField)
        missing = _("Choose an answer to “%(label)s”.") if choice else _("Fill in “%(label)s”.")
        field.error_messages["required"] = missing % said
    if field.error_messages.get("invalid_choice") in DJANGO_INVALID_CHOICES:
        field.error_messages["invalid_choice"] = _("Choose an answer from the list.")
    if isinstance(field, forms.ModelChoiceField) and field.empty_label == "---------":
        field.empty_label = ""
    if isinstance(field, forms.CharField):
        field.error_messages.setdefault("max_length", TOO_LONG)


class Form(forms.Form):
    """The form every page uses."""

    default_renderer = Renderer
    use_required_attribute = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            say_plainly(field, str(field.label or pretty_name(name)))

    def refuse(self, refusal: Refused) -> None:
        """Show why a command refused, beside the field it names or above the form."""
        field = refusal.field if refusal.field in self.fields else None
        self.add_error(field, str(refusal))

    @contextmanager
    def showing_refusal(self) -> Iterator[None]:
        """Do a block; where a command in it refuses, show why, and leave the rest of it undone."""
        try:
            yield
        except Refused as refusal:
            self.refuse(refusal)

    @property
    def problems(self) -> list[Problem]:
        """Return what is wrong, in the order of the fields."""
        return problems(self)
