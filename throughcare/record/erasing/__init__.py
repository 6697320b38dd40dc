"""Lawful erasure: asked by one, approved by another, stopped by a hold; the hash stays."""
