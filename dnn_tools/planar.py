"""Points in the plane, and what a network makes of them. A column is a point."""

import numpy as np


def flower(m=400, seed=1, noise=0.18):
    """A flower of four petals, whose colors alternate.

    A point at the angle t lies on the rose r = |sin 2t|, which has a petal in each quadrant. Its
    label says whether sin 2t is negative. Then it strays a little.

    Arguments:
        m: number of points.
        seed: a whole number: the same seed, the same points.
        noise: how far a point strays: the standard deviation of its angle, in radians, and twice
            that of its distance from the center.

    Returns:
        X: array of shape (2, m), a point in each column.
        Y: int array of shape (1, m), the labels: 0 on two opposite petals, 1 on the other two.
    """
    random = np.random.RandomState(seed)
    t = 2 * np.pi * (random.permutation(m) + random.uniform(size=m)) / m
    petal = np.sin(2 * t)
    radius = np.abs(petal) + noise / 2 * random.normal(size=m)
    angle = t + noise * random.normal(size=m)
    X = np.array([radius * np.cos(angle), radius * np.sin(angle)])
    return X, (petal < 0).astype(int).reshape(1, m)


def moons(m=400, seed=1, noise=0.2):
    """Two half moons, each reaching into the hollow of the other.

    Arguments:
        m: number of points, half of them on each moon.
        seed: a whole number: the same seed, the same points.
        noise: how far a point strays: the standard deviation of both of its coordinates.

    Returns:
        X: array of shape (2, m), a point in each column.
        Y: int array of shape (1, m), the labels: 0 on the upper moon, 1 on the lower one.
    """
    random = np.random.RandomState(seed)
    Y = random.permutation(m) % 2
    t = np.pi * random.uniform(size=m)
    x = np.where(Y == 0, np.cos(t), 1 - np.cos(t))
    y = np.where(Y == 0, np.sin(t), 0.5 - np.sin(t))
    return np.array([x, y]) + noise * random.normal(size=(2, m)), Y.reshape(1, m)


def circles(m=400, seed=1, noise=0.1):
    """A circle of radius 1, and within it one of radius 1/2.

    Arguments:
        m: number of points, half of them on each circle.
        seed: a whole number: the same seed, the same points.
        noise: how far a point strays: the standard deviation of both of its coordinates.

    Returns:
        X: array of shape (2, m), a point in each column.
        Y: int array of shape (1, m), the labels: 0 on the outer circle, 1 on the inner one.
    """
    random = np.random.RandomState(seed)
    Y = random.permutation(m) % 2
    t = 2 * np.pi * random.uniform(size=m)
    radius = np.where(Y == 0, 1, 0.5)
    X = radius * np.array([np.cos(t), np.sin(t)]) + noise * random.normal(size=(2, m))
    return X, Y.reshape(1, m)


def plot_decision_boundary(predict, X, Y, ax=None, title=""):
    """Draw points in the plane, and behind them what a network answers at every place.

    Arguments:
        predict: a function that takes an array of shape (2, k), a point in each column, and
            returns an array of shape (1, k) of labels 0 and 1, or False and True.
        X: array of shape (2, m), the points.
        Y: array of shape (1, m), their labels: 0 is drawn as a blue disc, 1 as an orange triangle.
        ax: the matplotlib axes to draw in. Default: the current ones.
        title: what to write above.

    Raises:
        ValueError: predict does not return one label for each point.
    """
    low = X.min(axis=1) - 0.1 * np.ptp(X, axis=1)
    high = X.max(axis=1) + 0.1 * np.ptp(X, axis=1)
    x, y = np.meshgrid(*np.linspace(low, high, 200).T)
    said = np.asarray(predict(np.array([x.ravel(), y.ravel()])))
    if said.size != x.size:
        raise ValueError(
            f"predict should return an array of shape (1, {x.size}) for {x.size} points, and it "
            f"returns one of shape {said.shape}."
        )
    import matplotlib.pyplot as plt  # here, so that all the rest needs NumPy alone

    ax = plt.gca() if ax is None else ax
    said = said.reshape(x.shape).astype(float)
    ax.contourf(x, y, said, levels=[-0.5, 0.5, 1.5], colors=["#CFE3F2", "#FBE0C3"])
    if said.min() < said.max():
        ax.contour(x, y, said, levels=[0.5], colors="#1D2733", linewidths=1.2)
    labels = np.ravel(Y).astype(bool)
    for mine, color, marker, size in ((~labels, "#0B5C99", "o", 16), (labels, "#B8560A", "^", 22)):
        style = {"marker": marker, "edgecolors": "white", "linewidths": 0.3}
        ax.scatter(*X[:, mine], s=size, c=color, **style)
    ax.set(xlabel="$x_1$", ylabel="$x_2$", title=title, aspect="equal")
