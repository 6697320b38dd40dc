"""What officers and managers fill in to act on a file."""
