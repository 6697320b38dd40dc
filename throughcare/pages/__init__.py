"""How every page looks, reads and asks: frame, components, forms, dates in both languages."""
