"""Who may see: the permission, the relation and the data class that every page declares."""

from throughcare.access.guards import open_page, page_for
from throughcare.access.words import DataClass, Permission, Relation

__all__ = ["DataClass", "Permission", "Relation", "open_page", "page_for"]
