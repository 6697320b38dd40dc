"""Every act ever done: entries, the history of each row, and the order of their knowing."""
