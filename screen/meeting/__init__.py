"""The meeting: its agenda, its presentation on a full screen, and its decisions."""
