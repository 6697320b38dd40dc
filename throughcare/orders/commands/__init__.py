"""The acts on orders: taking in, confirming, directing, explaining, varying, asking, expecting."""
