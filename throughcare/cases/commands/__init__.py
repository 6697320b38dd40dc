"""What is done to a file: opening, holding, levels, time away, transfers, protection."""
