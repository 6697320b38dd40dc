"""An account as a file that anyone can compute again: what it rests on, and what follows."""
