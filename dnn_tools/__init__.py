"""What single notebooks are supplied with: tools that nobody is asked to write.

planar.py            points in the plane, and what a network makes of them (notebook 03)
planted_backward.py  backward passes with an error in them (notebook 05)
random_network.py    small networks to check gradients on (notebook 05)
progress.py          a bar while a network trains (notebook 06)
files.py             an image of one's own, and a table of results (notebook 06)
polynomial.py        functions of several numbers, to measure slopes of (notebook 10)
logits.py            a network without the sigmoid at its end (notebook 11)
convolution.py       networks of convolutions, fast enough to train (notebook 12)
transformer.py       a block around attention, forward and backward (notebook 13)
toy_language.py      what comes next in a made-up language (notebook 13)
"""
