"""The lights: a shape and a word for each, the worst first, so that none ever speaks by colour alone."""

LIGHTS = {"red": ("▲", "late"), "yellow": ("◆", "slipping"), "grey": ("○", "no evidence"), "green": ("●", "on time")}
