"""One day in the life each, in a browser, against a running office with the demo in it."""
