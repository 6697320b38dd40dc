"""How a condition was checked: by what method, how strong, what it showed, what was done."""
