"""The rules, pure: plain values in, plain values out, on the standard library alone."""
