"""Parts of an HTML page that hold nothing of its article, by where they stand and how they are shown; and pages that
came instead of one."""
