"""What stands beside the form while a unit answers: what was asked, said and promised before, and the figures.

`page.context_of` reads it all for one goal or indicator; the other modules are one kind of context each.
"""
