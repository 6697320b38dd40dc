"""The work that the record does by itself."""

import structlog
from django.conf import settings
from django.db import connection

from throughcare.jobs import every
from throughcare.record.integrity.chain import chain
from throughcare.record.integrity.checkpoints import KeyIsNotTheOneThatSigned, places, sign
from throughcare.record.integrity.reconciling import stop_if_older
from throughcare.record.looks import make_months

log = structlog.get_logger("record")


@every("* * * * *")
def chain_entries() -> None:
    """Chain what was recorded since the last minute."""
    with connection.cursor() as cursor:
        chain(cursor)


@every("*/5 * * * *")
def sign_the_record() -> None:
    """Sign the record as far as it is chained, and keep that in every folder for checkpoints.

    Where it does not continue what was signed, nothing is written from now on. Where the key is
    missing, or is another, nothing is signed; the office writes on.
    """
    where = places(settings.RECORD_KEY, settings.CHECKPOINTS)
    with connection.cursor() as cursor:
        if stop_if_older(cursor, where):
            log.error("stopped", why="NOT_THE_RECORD")
            return
        try:
            sign(cursor, where)
        except KeyIsNotTheOneThatSigned as refusal:
            log.error("not_signed", says=str(refusal))


@every("11 2 * * *")
def make_months_of_looks() -> None:
    """Have a place for what will be looked at this month and the next ones."""
    make_months()
