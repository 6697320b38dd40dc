"""What the templates of forms ask."""

from django import forms, template

from throughcare.pages.forms import Problem
from throughcare.pages.forms import problems as problems_of

register = template.Library()


@register.filter
def problems(form: forms.BaseForm) -> list[Problem]:
    """Return what is to be put right, in the order of the fields."""
    return problems_of(form)
