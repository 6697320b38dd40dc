"""The second verifier: one file, which stands alone and goes with every export."""
