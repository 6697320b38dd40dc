"""From what the court did to the first and last day of an order, with reasons."""
