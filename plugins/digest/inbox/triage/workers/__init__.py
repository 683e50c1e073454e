"""Parts of sources read and examined by one process, all cores of this machine, or the workers of a Dask scheduler."""
