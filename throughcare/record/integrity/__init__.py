"""The integrity of the record: each entry hashed over all it wrote, and over the one before it."""
