"""The pages of the counter, of a file's orders, and of the papers that a person is given."""
