"""The account: asks every duty what is required and what is known, and says how each ends."""
