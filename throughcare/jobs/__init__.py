"""The wrapper round background work: a job exists exactly when its transaction commits."""
