"""Signing in through an outside service (OpenID Connect)."""
