"""Printed paper: the briefing, the dispatch sheets and the supervision notices as Word files."""
