"""Who stays, and why."""
