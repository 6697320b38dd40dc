"""Who works here: accounts, offices, roles, working days, absences and the duty officer."""
