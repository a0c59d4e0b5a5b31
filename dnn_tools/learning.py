"""Draw how a network of notebook 03 learns: its border after so many steps, its hidden units."""

import base64
import io

import numpy as np

BLUE, ORANGE, INK = "#0B5C99", "#B8560A", "#1D2733"
SIDES = (0xCF, 0xE3, 0xF2), (0xFB, 0xE0, 0xC3)  # what is taken for blue, for orange
SIZE = 320  # of a frame of the slider, in pixels


def plot_points(X, Y, ax=None):
    """Draw points in the plane in the color of their label.

    Arguments:
        X: array of shape (2, m), the points.
        Y: array of shape (1, m), their labels: 0 is drawn as a blue disc, 1 as an orange triangle.
        ax: the matplotlib axes to draw in. Default: the current ones.
    """
    import matplotlib.pyplot as plt  # here, so that all the rest needs NumPy alone

    ax = plt.gca() if ax is None else ax
    for label, color, marker in [(0, BLUE, "o"), (1, ORANGE, "^")]:
        petals = X[:, Y[0] == label]
        ax.scatter(*petals, s=18, c=color, marker=marker, label=f"y = {label}")
    ax.set(xlabel="$x_1$", ylabel="$x_2$", xticks=[-1, 0, 1], yticks=[-1, 0, 1])
    ax.axis("equal")
    ax.legend()


def plot_learning(snapshots, costs, predict, X, Y, steps):
    """Draw the cost of a training, and below it the border of the network after some steps.

    Arguments:
        snapshots: dictionary from the number of a step to the parameters before that step.
        costs: the costs of the steps 0, 1, 2, ...
        predict: a function of parameters and points that returns their labels, shape (1, m).
        X: array of shape (2, m), the points.
        Y: array of shape (1, m), their labels.
        steps: the numbers of the steps to draw, six of them.

    Returns:
        figure: the matplotlib figure.
    """
    import matplotlib.pyplot as plt

    from dnn_tools.planar import plot_decision_boundary

    figure = plt.figure(figsize=(11, 9.6), layout="constrained")
    top, bottom = figure.subfigures(2, 1, height_ratios=(1, 2.6))
    ax = top.subplots()
    ax.plot(costs, color=INK)
    ax.axhline(np.log(2), color="grey", linestyle=":")
    ax.set(xlabel="step", ylabel="cost", ylim=(0, 0.8), xlim=(-40, len(costs) + 40))
    for number, step in enumerate(steps, start=1):
        ax.plot(step, costs[step], "o", color=ORANGE)
        side = (-4, -16) if step else (4, -16)
        ax.annotate(str(number), (step, costs[step]), side, textcoords="offset points")
    for number, (step, panel) in enumerate(zip(steps, bottom.subplots(2, 3).flat, strict=True), 1):
        share = np.mean(predict(snapshots[step], X) == Y)
        title = f"{number}: step {step}, cost {costs[step]:.2f}, {share:.0%} right"
        plot_decision_boundary(lambda points, at=step: predict(snapshots[at], points), X, Y, panel)
        panel.set(xlabel="", ylabel="", xticks=[-1, 0, 1], yticks=[-1, 0, 1])
        panel.set_title(title, fontsize=10)
    return figure


def plot_units(parameters, forward, X, Y):
    """Draw what each hidden unit answers at every place of the plane, and the line where it is 0.

    Arguments:
        parameters: dictionary with W1, b1, W2, b2.
        forward: forward_propagation, a function of points and parameters.
        X: array of shape (2, m), the points.
        Y: array of shape (1, m), their labels.

    Returns:
        figure: the matplotlib figure.
    """
    import matplotlib.pyplot as plt

    weights, bias = parameters["W2"][0], parameters["b2"].item()
    figure, axes = plt.subplots(1, len(weights), figsize=(13, 3.9), sharey=True, squeeze=False)
    x, y = np.meshgrid(np.linspace(-1.3, 1.3, 200), np.linspace(-1.3, 1.3, 200))
    _, cache = forward(np.array([x.ravel(), y.ravel()]), parameters)
    for unit, ax in enumerate(axes[0]):
        answer = cache["A1"][unit].reshape(x.shape)
        ax.contourf(x, y, answer, levels=np.linspace(-1, 1, 9), cmap="PRGn", vmin=-2, vmax=2)
        ax.contour(x, y, answer, levels=[0], colors="black")
        ax.scatter(*X[:, Y[0] == 0], s=5, c=BLUE, marker="o")
        ax.scatter(*X[:, Y[0] == 1], s=7, c=ORANGE, marker="^")
        title = f"unit {unit + 1}, weight {weights[unit]:+.0f}"
        ax.set(title=title, xlabel="$x_1$", aspect="equal")
    axes[0, 0].set_ylabel("$x_2$")
    figure.suptitle(f"the output adds up: each answer times its weight, and a bias of {bias:+.0f}")
    return figure


def show_slider(snapshots, costs, predict, X, Y):
    """Show the border of the network step by step, with a slider to move through the training.

    It needs no kernel once it is shown, and nothing from elsewhere.

    Arguments:
        snapshots: dictionary from the number of a step to the parameters before that step.
        costs: the costs of the steps 0, 1, 2, ...
        predict: a function of parameters and points that returns their labels, shape (1, m).
        X: array of shape (2, m), the points.
        Y: array of shape (1, m), their labels.
    """
    from IPython.display import display

    page = slider(snapshots, costs, predict, X, Y)
    text = f"A slider with {len(snapshots)} pictures, which is shown in a browser."
    display({"text/html": page, "text/plain": text}, raw=True)


WORDS = (
    "The border of the network between blue and orange, behind the points, and its place on the "
    "curve of the cost. The line below the slider says the step, the cost and the share right."
)
# Moving the slider shows one of the frames and says what it is.
MOVE = (
    "const f=this.closest('figure'),g=f.querySelectorAll('g[data-says]'),v=+this.value;"
    "g.forEach((e,i)=&gt;{e.style.display=i==v?'':'none'});"
    "f.querySelector('output').textContent=g[v].dataset.says"
)
# The button moves it to the end, from the beginning if it is there, or stops it.
PLAY = (
    "const r=this.parentNode.querySelector('input'),b=this,"
    "s=()=&gt;{clearInterval(b.t);b.t=0;b.textContent='Play'};"
    "if(b.t)s();else{if(r.value==r.max)r.value=-1;b.textContent='Stop';"
    "b.t=setInterval(()=&gt;{if(!b.isConnected||r.value==r.max)return s();"
    "r.stepUp();r.dispatchEvent(new Event('input'))},450)}"
)


def slider(snapshots, costs, predict, X, Y):
    """The page that show_slider shows: one line of HTML.

    The points and the curve of the cost are drawn once. A frame is the border behind them, as an
    image of three colors, and its place on the curve.

    Arguments:
        see show_slider.

    Returns:
        page: text.
    """
    low = X.min(axis=1) - 0.1 * np.ptp(X, axis=1)
    high = X.max(axis=1) + 0.1 * np.ptp(X, axis=1)
    places = np.meshgrid(
        np.linspace(low[0], high[0], SIZE), np.linspace(high[1], low[1], SIZE), indexing="xy"
    )
    places = np.array([place.ravel() for place in places])

    def on_curve(step):
        return SIZE + 40 + 250 * step / (len(costs) - 1), 270 - 280 * costs[step]

    frames = []
    for number, (step, parameters) in enumerate(snapshots.items()):
        answers = np.asarray(predict(parameters, places)).astype(bool).reshape(SIZE, SIZE)
        share = np.mean(predict(parameters, X) == Y)
        says = f"step {step:,}: cost {costs[step]:.2f}, {share:.0%} right"
        x, y = on_curve(step)
        hidden = ' style="display:none"' if number else ""
        frames.append(
            f'<g data-says="{says}"{hidden}>'
            f'<image width="{SIZE}" height="{SIZE}" '
            f'href="data:image/png;base64,{_image(answers)}"/>'
            f'<circle cx="{x:.0f}" cy="{y:.0f}" r="6" fill="{ORANGE}"/></g>'
        )
    every = range(0, len(costs), max(1, len(costs) // 150))
    curve = " ".join("{:.0f},{:.1f}".format(*on_curve(step)) for step in every)
    first = frames[0].split('"')[1]
    left, right, bottom = SIZE + 40, SIZE + 290, 270
    return (
        '<figure style="margin:0;padding:12px;max-width:640px;box-sizing:border-box;'
        'background:#FCFCFA;color:#1D2733;border-radius:10px;font-family:sans-serif">'
        f'<svg viewBox="0 0 640 {SIZE}" style="display:block;width:100%" role="img" '
        f'aria-label="{WORDS}" font-family="sans-serif" font-size="13" fill="{INK}">'
        + "".join(frames)
        + _points(X, Y, low, high)
        + f'<polyline points="{curve}" fill="none" stroke="{INK}" stroke-width="1.5"/>'
        f'<path d="M{left} 40V{bottom}H{right}" fill="none" stroke="#4A5663"/>'
        f'<text x="{left - 6}" y="{bottom + 4}" text-anchor="end">0</text>'
        f'<text x="{left}" y="28" text-anchor="middle">cost</text>'
        f'<text x="{left}" y="{bottom + 18}" text-anchor="middle">0</text>'
        f'<text x="{right}" y="{bottom + 18}" text-anchor="end">step {len(costs) - 1:,}</text>'
        "</svg>"
        '<div style="display:flex;gap:12px;align-items:center;margin-top:10px">'
        f'<button type="button" onclick="{PLAY}" style="min-width:4.5em">Play</button>'
        f'<input type="range" min="0" max="{len(frames) - 1}" value="0" step="1" '
        f'aria-label="how far the training is" oninput="{MOVE}" style="flex:1;min-width:0">'
        f"</div><output>{first}</output></figure>"
    )


def _image(answers):
    """The answers at the places of a frame, with a line between the sides: a PNG file in base64."""
    from matplotlib.image import imsave

    colors = np.array(SIDES, dtype=np.uint8)[answers.astype(int)]
    border = np.zeros(answers.shape, bool)
    border[:, 1:] |= answers[:, 1:] != answers[:, :-1]
    border[1:] |= answers[1:] != answers[:-1]
    colors[border] = 0x1D, 0x27, 0x33
    file = io.BytesIO()
    imsave(file, colors, format="png", metadata={"Software": None})
    return base64.b64encode(file.getvalue()).decode()


def _points(X, Y, low, high):
    """The points as parts of an SVG picture."""
    x, y = (SIZE * (X - low[:, None]) / (high - low)[:, None]).round().astype(int)
    y = SIZE - y
    discs = "".join(
        f'<circle cx="{a}" cy="{b}" r="3"/>'
        for a, b, label in zip(x, y, Y[0], strict=True)
        if not label
    )
    triangles = "".join(
        f"M{a} {b - 4}l4 7h-8z" for a, b, label in zip(x, y, Y[0], strict=True) if label
    )
    style = 'stroke="white" stroke-width=".4"'
    return f'<g fill="{BLUE}" {style}>{discs}</g><path d="{triangles}" fill="{ORANGE}" {style}/>'
