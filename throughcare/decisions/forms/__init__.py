"""What officers and managers fill in to decide about what is owed."""
