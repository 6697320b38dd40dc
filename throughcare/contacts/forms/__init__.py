"""What an officer fills in after meeting someone, or not meeting them."""
