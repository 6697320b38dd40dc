"""Throughcare: the case-management system of a community-supervision office."""
