"""The forms of intake, of orders, of directions and of who is expected."""
