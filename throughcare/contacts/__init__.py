"""Every contact and attempt: who was met, how, what was said and what comes next."""
