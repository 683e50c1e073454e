"""What can be wrong with a text although the site could be built from it; one kind of fault a module.

Each module has ``check(source, ...)``, which returns findings and changes nothing. A line is excused from a code by
``<!--ok code-->`` in it.
"""
