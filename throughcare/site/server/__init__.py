"""The embedded PostgreSQL, the addresses of the database, and the processes of an office."""
