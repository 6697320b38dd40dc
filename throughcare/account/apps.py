"""How Django knows this app: sign-in has taken the short name."""

from django.apps import AppConfig


class CaseAccounts(AppConfig):
    """The accounts of cases."""

    name = "throughcare.account"
    label = "case_account"
