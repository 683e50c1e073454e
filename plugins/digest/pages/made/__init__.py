"""Pages that no file of the docs folder has: lists and pictures made from the articles.

A module gives the pages of one subject (``pages(plan)``), ``site`` collects them, the adapter plants each in every
variant's tree and renders its template with what the page's own functions say.
"""
