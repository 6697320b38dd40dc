"""Django's migrate, followed by the histories of the tables it changed."""

from typing import Any

from django.core.management.commands import migrate
from django.db import transaction

from throughcare.record.installation import install
from throughcare.record.packs import keep_rules


class Command(migrate.Command):
    """Migrates as the owner, then brings every history in step with its table."""

    def add_arguments(self, parser: Any) -> None:
        super().add_arguments(parser)
        parser.set_defaults(database="owner")

    def handle(self, *args: Any, **options: Any) -> None:
        super().handle(*args, **options)
        # A partial migration leaves tables that the models do not describe yet.
        if not (options.get("app_label") or options.get("plan") or options.get("check_unapplied")):
            with transaction.atomic(using=options["database"]):
                install(using=options["database"])
            # A new version of the program may bring other rules: they count from now on.
            keep_rules()
