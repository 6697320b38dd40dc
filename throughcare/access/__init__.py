"""Who may see: the permission, the relation and the data class that every page declares.

Whatever a page then shows of a person is written down, or the page is not answered.
"""

from throughcare.access.guards import open_page, page_for
from throughcare.access.words import DataClass, Permission, Relation, Use

__all__ = ["DataClass", "Permission", "Relation", "Use", "open_page", "page_for"]
