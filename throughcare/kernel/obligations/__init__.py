"""What is owed, by whom, by when, and what shows it was done: requirement + facts + day."""
