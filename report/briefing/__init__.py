"""The briefing (通报): the numbers of a view as a text of a few paragraphs, each number with its passport."""
