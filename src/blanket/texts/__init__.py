"""Every Danish sentence that the program itself says, a module for each subject: one place to read and to mend.

Here go texts and nothing that computes. Texts of the knowledge base stand in kb/, the layout of guides in templates/,
headings of the paper in `guide.labels`. Braces are blanks that the caller fills. Nothing is imported here, so that a
command loads only the texts that it may say; a file imports the module of its own subject `as texts`, others `as
desk_texts` and so on.
"""
