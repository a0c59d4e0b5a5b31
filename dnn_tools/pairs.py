"""The plots of notebook 06: pictures, the weights of units, costs, many runs."""

import numpy as np

PAIR = 8, 16  # the pixels of a pair of digits: height, width


def show_images(images, titles, columns=5):
    """Draw images in rows, gray ones as ink on paper, with a line between the two digits of a pair.

    Arguments:
        images: array of shape (m, height, width, channels), 0 to 255.
        titles: a text for each image.
        columns: how many images stand side by side.
    """
    import matplotlib.pyplot as plt  # here, so that all the rest needs NumPy alone

    if len(images) == 0:
        print("There is nothing to show.")
        return
    rows = -(-len(images) // columns)
    figure, axes = plt.subplots(rows, columns, figsize=(1.9 * columns, 1.6 * rows), squeeze=False)
    for ax in axes.flat:
        ax.axis("off")
    for ax, image, title in zip(axes.flat, images, titles, strict=False):
        ax.imshow(image.squeeze(), cmap="gray_r", vmin=0, vmax=255)
        _frame(ax, image.shape[:2])
        ax.set_title(title, fontsize=10)
    figure.tight_layout()
    plt.show()


def show_weights(W, height, width, columns=7):
    """Draw the weights of each unit of a first layer as a picture: red above zero, blue below.

    The title says how much of the weights, in squares, is on the left half.

    Arguments:
        W: array of shape (n, height * width), the weights from the pixels to n units.
        height: pixels of an image.
        width: pixels of an image.
        columns: how many units stand side by side.
    """
    import matplotlib.pyplot as plt

    rows = -(-len(W) // columns)
    figure, axes = plt.subplots(rows, columns, figsize=(1.7 * columns, 1.3 * rows), squeeze=False)
    for ax in axes.flat:
        ax.axis("off")
    for ax, weights in zip(axes.flat, W, strict=False):
        most = np.abs(weights).max()
        ax.imshow(weights.reshape(height, width), cmap="RdBu_r", vmin=-most, vmax=most)
        _frame(ax, (height, width))
        ax.set_title(f"{left_share(weights, width):.0%} left", fontsize=9)
    figure.tight_layout()
    plt.show()


def left_share(weights, width):
    """Return the share of a unit's squared weights on the left half of an image."""
    squares = weights.reshape(-1, width) ** 2
    return squares[:, : width // 2].sum() / squares.sum()


def _frame(ax, size):
    """Draw a thin frame around an image, and a line in the middle of a pair of digits."""
    height, width = size
    edges = [-0.5, width / 2 - 0.5, width - 0.5] if size == PAIR else [-0.5, width - 0.5]
    style = {"color": "#9AA5B1", "linewidth": 0.8, "clip_on": False}
    for x in edges:
        ax.plot([x, x], [-0.5, height - 0.5], **style)
    for y in (-0.5, height - 0.5):
        ax.plot([-0.5, width - 0.5], [y, y], **style)


def plot_training(curves, scores):
    """Draw the costs of some trainings, and beside them the accuracies of the networks.

    Arguments:
        curves: dictionary from a name to the costs of the iterations 0, 100, 200, ...
        scores: dictionary from a name to two accuracies: in training, in the test.
    """
    import matplotlib.pyplot as plt

    figure, (left, right) = plt.subplots(1, 2, figsize=(11.5, 4.2))
    for (name, costs), style in zip(curves.items(), ("C0--", "C2-.", "C1-"), strict=False):
        left.plot(100 * np.arange(len(costs)), costs, style, label=name.replace("\n", " "))
    left.axhline(np.log(2), color="grey", linestyle=":", label="a coin, ln 2")
    left.set(xlabel="iteration", ylabel="cost", ylim=(0, None))
    left.legend()

    places = np.arange(len(scores))
    for k, (part, hatch) in enumerate([("training", ""), ("test", "//")]):
        heights = [score[k] for score in scores.values()]
        style = {"label": part, "hatch": hatch, "edgecolor": "white"}
        bars = right.bar(places + 0.4 * (k - 0.5), heights, 0.38, **style)
        right.bar_label(bars, fmt="%.3f", fontsize=8)
    right.set(xticks=places, xticklabels=scores, ylabel="accuracy", ylim=(0, 1.25))
    right.axhline(0.5, color="grey", linestyle=":", label="a coin")
    right.legend(loc="upper left", ncols=3, fontsize=8)
    figure.tight_layout()
    plt.show()


def plot_runs(table):
    """Draw the accuracy of every run, one column per network.

    Arguments:
        table: dictionary with arrays of one entry per run: layers, parameters, all_pairs.
    """
    import matplotlib.pyplot as plt

    names = list(dict.fromkeys(table["layers"]))
    kinds = {
        0: ("C7s", "one neuron"),
        1: ("C0o", "one hidden layer"),
        2: ("C2D", "two hidden layers"),
        3: ("C1^", "three hidden layers"),
    }
    plt.figure(figsize=(8.5, 4.6))
    labels = []
    for place, name in enumerate(names):
        runs = table["layers"] == name
        found, depth = table["all_pairs"][runs], name.count("-")
        x = place + np.linspace(-0.12, 0.12, len(found))
        style, label = kinds[depth]
        new = label not in plt.gca().get_legend_handles_labels()[1]
        plt.plot(x, found, style, alpha=0.75, label=label if new else None)
        plt.plot([place - 0.25, place + 0.25], 2 * [found.mean()], "k", linewidth=1.5)
        plt.text(place + 0.28, found.mean(), f"{found.mean():.3f}", va="center", fontsize=9)
        labels.append(f"{name}\n{table['parameters'][runs][0]:,.0f}")
    plt.axhline(0.5, color="grey", linestyle=":")
    plt.xticks(range(len(names)), labels)
    plt.xlim(-0.5, len(names) - 0.2)
    plt.ylim(0.45, 0.95)
    plt.xlabel("units of the layers, number of parameters")
    plt.ylabel("accuracy on all pairs of test digits")
    plt.title("one mark per seed; the line is the mean of its column", fontsize=10)
    plt.legend(loc="lower right")
    plt.show()
