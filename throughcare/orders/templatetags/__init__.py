"""Words about conditions for templates."""
