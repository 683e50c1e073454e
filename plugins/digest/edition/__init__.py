"""One edition of the digest: what its pages share, what each page's template is given, and the files beside them."""
