"""Many files checked: those that are new on all cores, what is known of the others kept."""
