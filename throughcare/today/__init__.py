"""The officer's day and the person's file: what is due, who comes, what stands."""
