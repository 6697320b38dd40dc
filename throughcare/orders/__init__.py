"""What courts and boards ordered: orders, their conditions and terms, directions, and intake."""
