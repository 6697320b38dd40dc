"""A record that was lived and chained once, for the tests that leave it as it was."""

from collections.abc import Iterator

import psycopg
import pytest
from psycopg.conninfo import make_conninfo

from throughcare.record.integrity.tests.past import chained, lived


@pytest.fixture(scope="module")
def past(server_for_tests: str, template_database: str, request) -> Iterator[str]:
    """The superuser's address of a database with a record that was lived and chained."""
    name = f"{template_database}_{request.module.__name__.rpartition('.')[2]}"
    with psycopg.connect(server_for_tests, autocommit=True) as admin:
        admin.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
        admin.execute(f"CREATE DATABASE {name} TEMPLATE {template_database}")
        address = make_conninfo(server_for_tests, dbname=name)
        lived(address)
        chained(address)
        yield address
        admin.execute(f"DROP DATABASE {name} WITH (FORCE)")
