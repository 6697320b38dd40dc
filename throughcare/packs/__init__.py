"""Jurisdictions as data: dated rules with their authority, in English and French."""
