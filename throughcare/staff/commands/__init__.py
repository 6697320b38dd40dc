"""The acts on accounts, postings and days, a module for each noun."""
