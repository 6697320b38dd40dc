"""What was done to an order is never changed or removed: a correction is one more event."""

from django.db import migrations

REFUSE = """
CREATE FUNCTION orders_event_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'an event of an order is never changed or removed: add one that replaces it'
        USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER event_stays BEFORE UPDATE OR DELETE ON orders_orderevent
    FOR EACH ROW EXECUTE FUNCTION orders_event_stays();
"""
ALLOW = """
DROP TRIGGER event_stays ON orders_orderevent;
DROP FUNCTION orders_event_stays();
"""


class Migration(migrations.Migration):
    dependencies = [("orders", "0001_first")]

    operations = [migrations.RunSQL(REFUSE, ALLOW)]
