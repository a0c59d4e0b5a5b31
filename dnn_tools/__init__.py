"""What single notebooks are supplied with: tools that nobody is asked to write.

planar.py      points in the plane, and what a network makes of them (notebook 03)
progress.py    a bar while a network trains (notebook 06)
files.py       an image of one's own, and a table of results (notebook 06)
"""
