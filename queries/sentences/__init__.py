"""Check what is said: every figure of a passage, matched to a measure, recomputed and judged."""
