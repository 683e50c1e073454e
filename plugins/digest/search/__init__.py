"""The search: one index of both scripts, in many small files of which a browser fetches the few that it needs."""
