"""The charts: one file each, from an answer's rows to a figure whose title says the finding."""
